/// Pressmark: start at [org.pressmark.Pressmark].
@NullMarked
package org.pressmark;

import org.jspecify.annotations.NullMarked;
