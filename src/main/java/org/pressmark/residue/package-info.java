/// Code, data and markup that an earlier scraper left in the prose: where it begins and ends, and
/// what it still tells of the article. Nothing here but the JDK.
@NullMarked
package org.pressmark.residue;

import org.jspecify.annotations.NullMarked;
