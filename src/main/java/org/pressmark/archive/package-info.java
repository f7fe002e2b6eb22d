/// Articles and their original bytes on disk, in WARC files: written once, never changed.
@NullMarked
package org.pressmark.archive;

import org.jspecify.annotations.NullMarked;
