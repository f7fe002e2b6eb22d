/// Opens documents of other programs, which hostile bytes may send round in circles or fill memory
/// with: in a process of its own, for a limited time.
@NullMarked
package org.pressmark.parcel;

import org.jspecify.annotations.NullMarked;
