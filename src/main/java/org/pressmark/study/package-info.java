/// What researchers count in an archive: concordances, trends, facets, words and their company.
@NullMarked
package org.pressmark.study;

import org.jspecify.annotations.NullMarked;
