/// Rows and columns: what the columns of a dump are, and how CSV is written.
@NullMarked
package org.pressmark.source.table;

import org.jspecify.annotations.NullMarked;
