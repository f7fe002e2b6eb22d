/// Opens what the user points at: paths to captures, bytes to pages.
@NullMarked
package org.pressmark.source;

import org.jspecify.annotations.NullMarked;
