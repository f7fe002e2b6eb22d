/// Packages: an archive, or a part of it, as one file or folder that other archives and their tools
/// take.
///
/// The same archive gives the same bytes: what a package says of its own making is the time of its
/// newest document, and nothing in it tells the day, the machine or the name of the file.
@NullMarked
package org.pressmark.pack;

import org.jspecify.annotations.NullMarked;
