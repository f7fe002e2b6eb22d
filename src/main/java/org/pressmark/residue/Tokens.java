package org.pressmark.residue;

import java.util.Arrays;

/// A text cut into the units that the model judges: words, numbers, single punctuation marks.
///
/// A word is a run of letters, digits, `_` and `$`; runs of ideographs end after 16. White space is
/// no token: each token knows what gap lies before it.
final class Tokens {
  static final int GAP_NONE = 0;
  static final int GAP_SPACE = 1;
  static final int GAP_LINE = 2;
  static final int GAP_BLANK_LINE = 3;

  private static final int MAX_IDEOGRAPHS = 16;
  private static final int MAX_WORD = 200;

  int count;
  int[] start = new int[256];
  int[] end = new int[256];

  /// A hash of the token as it stands there, letters in lower case.
  int[] word = new int[256];

  /// What it looks like: see [Shape].
  byte[] shape = new byte[256];

  byte[] gap = new byte[256];

  /// Cuts `text` from `from` to `to`; what was in here before is forgotten.
  void read(CharSequence text, int from, int to) {
    count = 0;
    int lines = from == 0 ? 2 : 0;
    boolean space = from == 0;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      int kind = Chars.kind(c);
      if (kind == Chars.SPACE) {
        space = true;
        if (c == '\n') {
          lines++;
        }
        i++;
        continue;
      }
      int begin = i;
      int stop = stop(text, i, to, kind);
      int gapHere =
          lines >= 2 ? GAP_BLANK_LINE : lines == 1 ? GAP_LINE : space ? GAP_SPACE : GAP_NONE;
      add(text, begin, stop, kind, gapHere);
      i = stop;
      lines = 0;
      space = false;
    }
  }

  private static int stop(CharSequence text, int from, int to, int kind) {
    int i = from + 1;
    switch (kind) {
      case Chars.LETTER, Chars.DIGIT -> {
        int most = Math.min(to, from + MAX_WORD);
        while (i < most && Chars.isWordPart(text.charAt(i))) {
          i++;
        }
        if (isStray(text, from, i)) {
          return from + 1;
        }
      }
      case Chars.IDEOGRAPH -> {
        int most = Math.min(to, from + MAX_IDEOGRAPHS);
        while (i < most && Chars.kind(text.charAt(i)) == Chars.IDEOGRAPH) {
          i++;
        }
      }
      default -> {
        if (Character.isHighSurrogate(text.charAt(from))
            && i < to
            && Character.isLowSurrogate(text.charAt(i))) {
          i++;
        }
      }
    }
    return i;
  }

  /// The `n` that is left of `\n`, glued to what came after it: `;nThe`.
  private static boolean isStray(CharSequence text, int from, int to) {
    return text.charAt(from) == 'n'
        && to - from > 1
        && from > 0
        && ";})>".indexOf(text.charAt(from - 1)) >= 0
        && Character.isUpperCase(text.charAt(from + 1));
  }

  private void add(CharSequence text, int from, int to, int kind, int gapHere) {
    if (count == start.length) {
      grow();
    }
    start[count] = from;
    end[count] = to;
    gap[count] = (byte) gapHere;
    int hash = 0;
    int most = Math.min(to, from + 24);
    for (int i = from; i < most; i++) {
      hash = hash * 31 + Chars.lower(text.charAt(i));
    }
    word[count] = hash * 0x9E3779B1;
    shape[count] = (byte) Shape.of(text, from, to, kind);
    count++;
  }

  private void grow() {
    int length = start.length * 2;
    start = Arrays.copyOf(start, length);
    end = Arrays.copyOf(end, length);
    word = Arrays.copyOf(word, length);
    shape = Arrays.copyOf(shape, length);
    gap = Arrays.copyOf(gap, length);
  }
}
