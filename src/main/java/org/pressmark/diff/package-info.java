/// Two texts beside each other, word by word.
@NullMarked
package org.pressmark.diff;

import org.jspecify.annotations.NullMarked;
