/// The polite crawler: addresses to captures.
@NullMarked
package org.pressmark.fetch;

import org.jspecify.annotations.NullMarked;
