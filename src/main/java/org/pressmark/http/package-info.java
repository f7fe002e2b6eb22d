/// HTTP messages as they went over the wire: where the header ends, and what the body is once it is
/// unpacked. Whoever reads, fetches or keeps such messages unpacks them here, so that all of them
/// get the same bytes.
@NullMarked
package org.pressmark.http;

import org.jspecify.annotations.NullMarked;
