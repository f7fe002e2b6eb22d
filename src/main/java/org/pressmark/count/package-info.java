/// What follows from counts: association, keyness, dispersion. Numbers in, numbers out; each
/// measure
/// names the paper that its formula is from.
@NullMarked
package org.pressmark.count;

import org.jspecify.annotations.NullMarked;
