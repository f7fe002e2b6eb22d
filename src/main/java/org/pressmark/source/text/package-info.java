/// Bytes to text: charsets, lines, and pages without their scripts.
@NullMarked
package org.pressmark.source.text;

import org.jspecify.annotations.NullMarked;
