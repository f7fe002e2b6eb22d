package org.pressmark.residue;

import java.util.List;
import java.util.Random;

/// Small remains of publishing systems: shortcodes, place-holders, conditional comments. The list
/// stands in a resource, one example a line; `¤` is any digit, `¶` a line break.
final class Debris {
  private static final List<String> EXAMPLES = WordList.lines("debris.txt");

  private Debris() {}

  static String any(Random dice) {
    StringBuilder out = new StringBuilder();
    int many = 1 + dice.nextInt(3);
    for (int i = 0; i < many; i++) {
      String example = EXAMPLES.get(dice.nextInt(EXAMPLES.size()));
      for (char c : example.toCharArray()) {
        out.append(c == '¤' ? (char) ('0' + dice.nextInt(10)) : c == '¶' ? '\n' : c);
      }
      if (dice.nextBoolean()) {
        break;
      }
      out.append(' ');
    }
    return out.toString().strip();
  }
}
