package org.pressmark.cli;

/// Words of the command line that make no sense together; said before work begins, with the exit
/// code for it.
final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1;

  Misuse(String message) {
    super(message);
  }

  static void require(boolean met, String otherwise) {
    if (!met) {
      throw new Misuse(otherwise);
    }
  }
}
