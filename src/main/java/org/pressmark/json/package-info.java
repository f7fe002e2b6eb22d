/// An article as JSON, and back: the one form in which articles are kept, printed and passed on.
@NullMarked
package org.pressmark.json;

import org.jspecify.annotations.NullMarked;
