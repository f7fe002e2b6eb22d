package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Prose that looks like code: what must survive is shown to the model on purpose.
///
/// The list stands in a resource, one example a line; `#` in it is any digit, `@w` any word.
final class LookAlike {
  private static final List<String> EXAMPLES = WordList.lines("look-alikes.txt");

  private LookAlike() {}

  static List<String> put(List<String> paragraphs, Random dice) {
    List<String> out = new ArrayList<>(paragraphs);
    int many = 1 + dice.nextInt(3);
    for (int i = 0; i < many; i++) {
      String example = fill(EXAMPLES.get(dice.nextInt(EXAMPLES.size())), dice);
      int at = dice.nextInt(out.size());
      String p = out.get(at);
      int gap = dice.nextInt(4) == 0 ? -1 : p.indexOf(' ', dice.nextInt(p.length()));
      if (gap < 0) {
        out.add(at, example);
      } else {
        out.set(at, p.substring(0, gap) + " " + example + p.substring(gap));
      }
    }
    return out;
  }

  private static String fill(String example, Random dice) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < example.length(); i++) {
      char c = example.charAt(i);
      out.append(c == '¤' ? (char) ('0' + dice.nextInt(10)) : c);
    }
    return out.toString();
  }
}
