package org.pressmark.search;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.search.Clause.Item;

/// What stands between quotation marks, piece by piece: words, and words with wildcards or `~`.
///
/// A question mark that ends a piece is one of the phrase: `"who are you?"`.
final class Quoted {
  private static final int MAX_EDITS = 2;

  private final StringBuilder all = new StringBuilder();
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder piece = new StringBuilder();
  private final StringBuilder pattern = new StringBuilder();
  private final List<Item> items = new ArrayList<>();

  void add(char c, boolean isEscaped) {
    all.append(c);
    if (Character.isWhitespace(c) && !isEscaped) {
      endPiece();
      plain.append(c);
    } else {
      piece.append(c);
      boolean isSign = c == '*' || c == '?' || c == '\\';
      pattern.append(isSign && isEscaped || c == '\\' ? "\\" : "").append(c);
    }
  }

  private void endPiece() {
    String shape = pattern.toString();
    String word = piece.toString();
    if (isBlank(shape)) {
      put(new Item.Blank());
    } else if (isWild(shape)) {
      put(new Item.Wild(shape));
    } else if (edits(shape) >= 0) {
      put(new Item.Fuzzy(word.substring(0, word.lastIndexOf('~')), edits(shape)));
    } else {
      plain.append(word);
    }
    piece.setLength(0);
    pattern.setLength(0);
  }

  private void put(Item item) {
    endPlain();
    items.add(item);
  }

  private void endPlain() {
    if (!plain.toString().isBlank()) {
      items.add(new Item.Text(plain.toString()));
    }
    plain.setLength(0);
  }

  private static boolean isBlank(String shape) {
    return shape.equals("*");
  }

  private static boolean isWild(String shape) {
    String body = shape.endsWith("?") ? shape.substring(0, shape.length() - 1) : shape;
    for (int at = 0; at < body.length(); at++) {
      if (body.charAt(at) == '\\') {
        at++;
      } else if (body.charAt(at) == '*' || body.charAt(at) == '?') {
        return true;
      }
    }
    return false;
  }

  /// Letters that may differ in `word~1`; -1 where no such thing stands there.
  private static int edits(String shape) {
    int tilde = shape.lastIndexOf('~');
    if (tilde <= 0) {
      return -1;
    }
    String digits = shape.substring(tilde + 1);
    if (digits.isEmpty()) {
      return usualEdits(shape.substring(0, tilde));
    }
    return digits.length() == 1 && digits.charAt(0) >= '0' && digits.charAt(0) <= '0' + MAX_EDITS
        ? digits.charAt(0) - '0'
        : -1;
  }

  /// One letter of three makes another word: `war~` is not about cars.
  static int usualEdits(String word) {
    return word.length() < 3 ? 0 : word.length() < 6 ? 1 : MAX_EDITS;
  }

  String text() {
    return all.toString();
  }

  List<Item> items() {
    endPiece();
    endPlain();
    return items.isEmpty() ? List.of(new Item.Text(text())) : List.copyOf(items);
  }
}
