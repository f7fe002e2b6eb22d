/// Stories that a page carries and does not show: in elements for browsers without scripts, in
/// templates, and in the data from which a program would draw the page.
@NullMarked
package org.pressmark.source.spare;

import org.jspecify.annotations.NullMarked;
