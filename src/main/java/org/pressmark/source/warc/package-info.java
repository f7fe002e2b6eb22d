/// The records of web archives: WARC and ARC, packed with gzip, zstd or not.
@NullMarked
package org.pressmark.source.warc;

import org.jspecify.annotations.NullMarked;
