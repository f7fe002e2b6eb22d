package org.pressmark.residue;

import java.util.List;

/// A story often stands once more in its own JSON-LD. Where that copy was torn off, it has no mark
/// of code at its end, and the model may leave it too early: it is followed, beside the story's own
/// words, to where the two part.
final class Echo {
  /// So many letters, digits and spaces must be the same before the end that the model saw.
  private static final int KEY = 16;

  /// A key is looked for so far back from that end, in UTF-16 units.
  private static final int BACK = 200;

  /// The story's own words are looked for so far on either side.
  private static final int REACH = 30_000;

  /// So many letters more must be the same for the copy to go on.
  private static final int FEWEST_LETTERS = 12;

  /// Behind a difference, such as `nn` for a line break, so many letters must be the same.
  private static final int RESUMED = 10;

  private static final int LONGEST_DIFFERENCE = 6;

  private Echo() {}

  static List<Stretch> followed(String text, List<Stretch> stretches) {
    return stretches.stream()
        .map(stretch -> new Stretch(stretch.start(), end(text, stretch), stretch.margin()))
        .toList();
  }

  private static int end(String text, Stretch stretch) {
    int keyEnd = stretch.end();
    int least = Math.max(stretch.start(), stretch.end() - BACK);
    int keyStart = keyEnd;
    for (int i = keyEnd; i > least && keyEnd - keyStart < KEY; i--) {
      if (isPlain(text.charAt(i - 1))) {
        keyStart = i - 1;
      } else {
        keyEnd = i - 1;
        keyStart = keyEnd;
      }
    }
    if (keyEnd - keyStart < KEY) {
      return stretch.end();
    }
    String key = text.substring(keyStart, keyEnd);
    int near = Math.max(0, stretch.end() - REACH);
    int far = Math.min(text.length(), stretch.end() + REACH);
    int original = text.indexOf(key, near, far);
    while (original >= 0 && original + KEY > stretch.start() && original < stretch.end()) {
      original = text.indexOf(key, original + 1, far);
    }
    return original < 0
        ? stretch.end()
        : Math.max(stretch.end(), parting(text, keyEnd, original + KEY, stretch.end()));
  }

  /// Where a copy parts from its original; `known` if not far enough behind it.
  private static int parting(String text, int copyFrom, int originalFrom, int known) {
    int copy = copyFrom;
    int original = originalFrom;
    int word = copyFrom; // the end of the last word that is the same in both
    int letters = 0;
    while (true) {
      int nextCopy = skip(text, copy);
      int nextOriginal = skip(text, original);
      if (nextCopy > copy || nextOriginal > original) {
        word = copy;
      }
      if (nextCopy >= text.length() || nextOriginal >= text.length()) {
        break;
      }
      if (text.charAt(nextCopy) == text.charAt(nextOriginal)) {
        letters += nextCopy >= known ? 1 : 0;
        copy = nextCopy + 1;
        original = nextOriginal + 1;
        continue;
      }
      int resumed = resume(text, nextCopy, nextOriginal);
      if (resumed < 0) {
        boolean torn = nextCopy > copy && nextOriginal == original; // in the middle of its word
        word = torn ? copy : word;
        break;
      }
      copy = nextCopy + resumed / (LONGEST_DIFFERENCE + 1);
      original = nextOriginal + resumed % (LONGEST_DIFFERENCE + 1);
    }
    return letters >= FEWEST_LETTERS ? word : known;
  }

  /// How far to skip in the copy and in the original for the two to be the same again, as one
  /// number; -1 if they part.
  private static int resume(String text, int copy, int original) {
    for (int sum = 1; sum <= LONGEST_DIFFERENCE; sum++) {
      for (int left = sum; left >= 0; left--) {
        if (isSame(text, skip(text, copy + left), skip(text, original + sum - left))) {
          return left * (LONGEST_DIFFERENCE + 1) + sum - left;
        }
      }
    }
    return -1;
  }

  private static boolean isSame(String text, int copyFrom, int originalFrom) {
    int copy = copyFrom;
    int original = originalFrom;
    for (int i = 0; i < RESUMED; i++) {
      copy = skip(text, copy);
      original = skip(text, original);
      if (copy >= text.length()
          || original >= text.length()
          || text.charAt(copy++) != text.charAt(original++)) {
        return false;
      }
    }
    return true;
  }

  private static int skip(String text, int from) {
    int at = from;
    while (at < text.length() && !Chars.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(char c) {
    return c == ' ' || Chars.isLetter(c);
  }
}
