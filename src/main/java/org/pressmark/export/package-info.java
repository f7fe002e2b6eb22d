/// Articles for people and for other programs: text, Markdown, HTML, JSON.
@NullMarked
package org.pressmark.export;

import org.jspecify.annotations.NullMarked;
