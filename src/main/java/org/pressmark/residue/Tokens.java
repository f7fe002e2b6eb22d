package org.pressmark.residue;

import java.util.Arrays;

/// A text cut into the units that the model judges: words, numbers, single punctuation marks.
///
/// A word is a run of letters, digits, `_` and `$`; runs of ideographs end after 16. White space is
/// no token: each token knows what gap lies before it. The tokens have the numbers from [#FIRST] to
/// [#end]; empty ones stand before and behind them, so whoever looks at the neighbours of a token
/// need not ask whether there are any.
final class Tokens {
  static final int GAP_NONE = 0;
  static final int GAP_SPACE = 1;
  static final int GAP_LINE = 2;
  static final int GAP_BLANK_LINE = 3;

  /// The number of the first token, and of empty ones on either side.
  static final int FIRST = 48;

  private static final int MAX_IDEOGRAPHS = 16;
  private static final int MAX_WORD = 200;

  /// So many of the same mark in a row tell the model all; those behind them are one token.
  private static final int MAX_MARKS = 256;

  /// A word is known by so many of its letters.
  private static final int TELLING_LETTERS = 24;

  /// One behind the last token.
  int end = FIRST;

  /// Where each token begins and ends in the text, in UTF-16 units.
  int[] from = new int[512];

  int[] to = new int[512];

  /// A hash of the token as it stands there, letters in lower case.
  int[] word = new int[512];

  /// What it looks like: see [Shape].
  byte[] shape = new byte[512];

  byte[] gap = new byte[512];

  private int marks; // how many tokens like the last one stand in front of it, without a gap

  int count() {
    return end - FIRST;
  }

  /// Cuts `text` from `from` to `to`; what was in here before is forgotten.
  void read(char[] text, int from, int to) {
    end = FIRST;
    marks = 0;
    int lines = from == 0 ? 2 : 0;
    int gapHere = from == 0 ? GAP_BLANK_LINE : GAP_NONE;
    int i = from;
    while (i < to) {
      char c = text[i];
      int sort = Chars.sort(c);
      if (sort == Chars.SPACE) {
        lines += c == '\n' ? 1 : 0;
        gapHere = lines >= 2 ? GAP_BLANK_LINE : lines == 1 ? GAP_LINE : GAP_SPACE;
        i++;
        continue;
      }
      if (end + FIRST >= this.from.length) {
        grow();
      }
      gap[end] = (byte) gapHere;
      this.from[end] = i;
      i = sort >= Chars.DIGIT
          ? word(text, i, to)
          : sort == Chars.IDEOGRAPH ? ideographs(text, i, to) : mark(text, i, to);
      this.to[end++] = i;
      lines = 0;
      gapHere = GAP_NONE;
    }
    Arrays.fill(word, end, end + FIRST, 0);
    Arrays.fill(shape, end, end + FIRST, (byte) 0);
    Arrays.fill(gap, end, end + FIRST, (byte) GAP_BLANK_LINE);
  }

  private int word(char[] text, int from, int to) {
    int most = Math.min(to, from + MAX_WORD);
    if (isStray(text, from, most)) {
      most = from + 1;
    }
    int hash = 0;
    long tally = 0;
    int i = from;
    for (; i < most; i++) {
      char c = text[i];
      int sort = Chars.sort(c);
      if (sort < Chars.DIGIT) {
        break;
      }
      tally += Shape.tally(sort);
      hash = i - from < TELLING_LETTERS ? hash * 31 + Chars.lower(c) : hash;
    }
    word[end] = mixed(hash);
    shape[end] = (byte) Shape.word(tally, i - from, text[from]);
    return i;
  }

  private int ideographs(char[] text, int from, int to) {
    int most = Math.min(to, from + MAX_IDEOGRAPHS);
    int hash = 0;
    int i = from;
    for (; i < most && Chars.sort(text[i]) == Chars.IDEOGRAPH; i++) {
      hash = hash * 31 + text[i];
    }
    word[end] = mixed(hash);
    shape[end] = Shape.IDEOGRAPHS;
    return i;
  }

  private int mark(char[] text, int from, int to) {
    boolean pair = from + 1 < to
        && Character.isHighSurrogate(text[from])
        && Character.isLowSurrogate(text[from + 1]);
    int hash = Chars.lower(text[from]);
    word[end] = mixed(pair ? hash * 31 + text[from + 1] : hash);
    shape[end] = (byte) (text[from] == '.' ? Shape.point(text, from) : Shape.mark(text[from]));
    marks = gap[end] == GAP_NONE && word[end] == word[end - 1] ? marks + 1 : 0;
    return pair ? from + 2 : marks < MAX_MARKS ? from + 1 : endOfMarks(text, from, to);
  }

  private static int endOfMarks(char[] text, int from, int to) {
    int i = from + 1;
    while (i < to && text[i] == text[from]) {
      i++;
    }
    return i;
  }

  private static int mixed(int hash) {
    return hash * 0x9E3779B1;
  }

  /// The `n` that is left of `\n`, glued to what came after it: `;nThe`.
  private static boolean isStray(char[] text, int from, int to) {
    return text[from] == 'n'
        && to - from > 1
        && from > 0
        && ";})>".indexOf(text[from - 1]) >= 0
        && Character.isUpperCase(text[from + 1]);
  }

  private void grow() {
    int length = from.length * 2;
    from = Arrays.copyOf(from, length);
    to = Arrays.copyOf(to, length);
    word = Arrays.copyOf(word, length);
    shape = Arrays.copyOf(shape, length);
    gap = Arrays.copyOf(gap, length);
  }
}
