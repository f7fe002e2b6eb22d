/// What is known of an article: every place that says something, and which of them is believed.
@NullMarked
package org.pressmark.metadata;

import org.jspecify.annotations.NullMarked;
