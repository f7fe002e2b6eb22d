/// Where on the page the story is.
@NullMarked
package org.pressmark.extract;

import org.jspecify.annotations.NullMarked;
