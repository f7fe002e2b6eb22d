/// A question in, hits with snippets out.
@NullMarked
package org.pressmark.search;

import org.jspecify.annotations.NullMarked;
