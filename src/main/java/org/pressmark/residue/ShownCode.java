package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Articles that show code on purpose, made for the model to learn that they do: pieces of code in
/// many languages, line by line between the paragraphs of a story.
///
/// The pieces stand in a resource; `¤` in them is any digit.
final class ShownCode {
  private static final List<List<String>> PIECES = pieces();

  private ShownCode() {}

  static List<String> put(List<String> paragraphs, Random dice) {
    List<String> out = new ArrayList<>(paragraphs);
    int many = 1 + dice.nextInt(4);
    for (int i = 0; i < many; i++) {
      int at = 1 + dice.nextInt(out.size());
      for (String line : PIECES.get(dice.nextInt(PIECES.size()))) {
        out.add(at++, LookAlike.fill(line, dice).strip());
      }
    }
    return out;
  }

  private static List<List<String>> pieces() {
    List<List<String>> pieces = new ArrayList<>();
    List<String> piece = new ArrayList<>();
    for (String line : WordList.text("shown-code.txt").lines().skip(1).toList()) {
      if (line.isBlank()) {
        pieces.add(List.copyOf(piece));
        piece.clear();
      } else {
        piece.add(line);
      }
    }
    pieces.add(List.copyOf(piece));
    return List.copyOf(pieces);
  }
}
