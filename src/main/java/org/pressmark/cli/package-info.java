/// The command line: one class a command. Reads words, calls the library, prints.
@NullMarked
package org.pressmark.cli;

import org.jspecify.annotations.NullMarked;
