/// Articles into Lucene: fields, analyzers, writer. All of it can be rebuilt from the archive.
@NullMarked
package org.pressmark.index;

import org.jspecify.annotations.NullMarked;
