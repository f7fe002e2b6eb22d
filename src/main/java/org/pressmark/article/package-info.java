/// The nouns every room speaks in. Floor 0: nothing here but the JDK.
@NullMarked
package org.pressmark.article;

import org.jspecify.annotations.NullMarked;
