/// What there is in an archive, what is missing from it, and how far its cleaning can be trusted.
@NullMarked
package org.pressmark.report;

import org.jspecify.annotations.NullMarked;
