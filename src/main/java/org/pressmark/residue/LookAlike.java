package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Prose that looks like code: what must survive is shown to the model on purpose.
///
/// The list stands in a resource, one example a line; `¤` in it is any digit. Tables that were
/// flattened, row by row, are made up.
final class LookAlike {
  private static final List<String> EXAMPLES = WordList.lines("look-alikes.txt");

  private static final List<String> BETWEEN_CELLS =
      List.of(" | ", " | ", "|", " / ", "; ", ";", ", ", " – ", " · ", "\t", "  ", " : ", " = ");

  /// What the cells of a column look like; `@` is a word of the story.
  private static final List<String> CELLS = List.of(
      "@",
      "@",
      "@ (tie)",
      "¤",
      "¤¤",
      "¤¤.¤",
      "¤¤¤,¤¤¤",
      "¤¤%",
      "¤¤% / ¤¤%",
      "$¤¤¤,¤¤¤",
      "€¤.¤",
      "+¤.¤%",
      "-¤",
      "¤:¤¤",
      "¤¤:¤¤:¤¤",
      "¤-¤",
      "(¤-¤, ¤-¤)",
      "¤¤¤-¤¤¤",
      "¤¤.¤¤.20¤¤",
      "20¤¤-1¤-2¤",
      "#¤¤",
      "¤ (¤¤)",
      "@ & @",
      "N/A",
      "x¤",
      "<¤",
      "≥ ¤¤ g/m²",
      "A¤",
      "★★★");

  private LookAlike() {}

  static List<String> put(List<String> paragraphs, Random dice) {
    List<String> out = new ArrayList<>(paragraphs);
    if (dice.nextInt(6) == 0) {
      out.addAll(1 + dice.nextInt(out.size()), table(paragraphs.getFirst().split(" ", 40), dice));
    }
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

  private static List<String> table(String[] words, Random dice) {
    String between = BETWEEN_CELLS.get(dice.nextInt(BETWEEN_CELLS.size()));
    List<String> columns = new ArrayList<>();
    for (int i = 2 + dice.nextInt(6); i > 0; i--) {
      columns.add(CELLS.get(dice.nextInt(CELLS.size())));
    }
    List<String> rows = new ArrayList<>();
    for (int i = 2 + dice.nextInt(12); i > 0; i--) {
      StringBuilder row = new StringBuilder();
      for (String cell : columns) {
        row.append(row.isEmpty() ? "" : between);
        String filled = dice.nextInt(12) == 0 ? "N/A" : fill(cell, dice);
        row.append(filled.equals("@") ? words[dice.nextInt(words.length)] : filled);
      }
      rows.add(row.toString());
    }
    return dice.nextInt(3) == 0
        ? List.of(String.join(dice.nextBoolean() ? " " : between, rows))
        : rows;
  }

  static String fill(String example, Random dice) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < example.length(); i++) {
      char c = example.charAt(i);
      out.append(c == '¤' ? (char) ('0' + dice.nextInt(10)) : c);
    }
    return out.toString();
  }
}
