/// Reads bytes that are packed or lie in a file, within limits.
@NullMarked
package org.pressmark.source.unpack;

import org.jspecify.annotations.NullMarked;
