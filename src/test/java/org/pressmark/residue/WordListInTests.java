package org.pressmark.residue;

import java.util.List;

/// Lists of this room's tests.
final class WordListInTests {
  private WordListInTests() {}

  static List<String> lines(String file) {
    return WordList.lines(file);
  }
}
