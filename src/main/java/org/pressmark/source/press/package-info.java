/// The articles in the exports of press databases, by their lines and labels.
@NullMarked
package org.pressmark.source.press;

import org.jspecify.annotations.NullMarked;
