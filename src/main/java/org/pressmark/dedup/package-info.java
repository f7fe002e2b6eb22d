/// When two texts are one story: fingerprints, likeness, families. Knows texts and numbers only.
@NullMarked
package org.pressmark.dedup;

import org.jspecify.annotations.NullMarked;
