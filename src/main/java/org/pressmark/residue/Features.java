package org.pressmark.residue;

import java.util.Arrays;

/// What the model looks at: for each token a list of slots in the table of weights, one list for
/// the token itself, one for a boundary before it.
///
/// Everything is counted in one pass from left to right and one back; no slot looks further than a
/// fixed number of tokens, so the work grows with the text and not faster.
final class Features {
  static final int TOKEN_BITS = 20;
  static final int EDGE_BITS = 16;
  static final int TOKEN_SLOTS = 28;
  static final int EDGE_SLOTS = 20;

  /// Token slots without these last bits are the slots for strings.
  static final int STRING_SHIFT = 3;

  private static final int NEAR = 8;
  private static final int FAR = 40;
  private static final int MANY = 120;

  /// So many tokens from the next code mark on either side, a token is prose unless code began long
  /// before it.
  private static final int QUIET = 50;

  /// Behind how many tokens without a code mark an open bracket is forgotten.
  private static final int FORGET = 60;

  private static final int VOCABULARY_BITS = 13;
  private static final int VOCABULARY = 1 << VOCABULARY_BITS;

  private final Tokens tokens;
  private int count;
  private int[] strong = new int[0]; // how many code marks stand before token i
  private int[] weak = new int[0];
  private int[] plain = new int[0];
  private byte[] sinceStrong = new byte[0];
  private byte[] untilStrong = new byte[0];
  private byte[] quoteBefore = new byte[0];
  private byte[] quoteAfter = new byte[0];
  private byte[] depth = new byte[0];
  private byte[] line = new byte[0];
  private short[] lineHead = new short[0];
  private short[] lineTail = new short[0];
  private byte[] company = new byte[0];
  private int[] echo = new int[0];
  private final byte[] inCode = new byte[VOCABULARY];
  private final byte[] inProse = new byte[VOCABULARY];
  private byte[] run = new byte[0];
  private byte[] runAfter = new byte[0];

  Features(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Counts; to be called whenever the tokens were read anew.
  void prepare() {
    count = tokens.count;
    if (strong.length <= count) {
      int length = count + count / 2 + 16;
      strong = new int[length];
      weak = new int[length];
      plain = new int[length];
      sinceStrong = new byte[length];
      untilStrong = new byte[length];
      quoteBefore = new byte[length];
      quoteAfter = new byte[length];
      depth = new byte[length];
      line = new byte[length];
      lineHead = new short[length];
      lineTail = new short[length];
      company = new byte[length];
      echo = new int[length];
      run = new byte[length];
      runAfter = new byte[length];
    }
    forward();
    backward();
    lines();
    company();
    echoes();
  }

  private int shape(int i) {
    return i < 0 || i >= count ? 0 : tokens.shape[i];
  }

  private int word(int i) {
    return i < 0 || i >= count ? 0 : tokens.word[i];
  }

  boolean startsLine(int i) {
    return gap(i) >= Tokens.GAP_LINE;
  }

  private int gap(int i) {
    return i >= count ? Tokens.GAP_BLANK_LINE : tokens.gap[i];
  }

  static boolean isStrong(int shape) {
    return switch (shape) {
      case '{', '}', ';', '=', '<', '>', '|', '\\', '^', '`', '~' -> true;
      case Shape.CAMEL, Shape.UNDERSCORE, Shape.DOLLAR, Shape.MIXED_LONG -> true;
      default -> false;
    };
  }

  /// A code mark, or a quote with a colon behind it, as keys have.
  private boolean isStrongAt(int i) {
    int shape = tokens.shape[i];
    return isStrong(shape)
        || shape == '"'
            && i + 1 < count
            && tokens.shape[i + 1] == ':'
            && tokens.gap[i + 1] < Tokens.GAP_LINE;
  }

  /// Whether nothing near a token looks like code.
  boolean isQuiet(int i) {
    return sinceStrong[i] >= QUIET && untilStrong[i] >= QUIET;
  }

  private static boolean isWeak(int shape) {
    return shape >= '!'
        && !isStrong(shape)
        && shape != '.'
        && shape != Shape.INNER_POINT
        && shape != ','
        && shape != '\'';
  }

  private void forward() {
    int since = MANY;
    int quote = 0;
    int open = 0;
    int words = 0;
    for (int i = 0; i < count; i++) {
      int shape = tokens.shape[i];
      boolean isStrong = isStrongAt(i);
      strong[i + 1] = strong[i] + (isStrong ? 1 : 0);
      weak[i + 1] = weak[i] + (isWeak(shape) ? 1 : 0);
      boolean isPlain = Shape.isPlainWord(shape);
      plain[i + 1] = plain[i] + (isPlain ? 1 : 0);
      sinceStrong[i] = (byte) since;
      since = isStrong ? 0 : Math.min(MANY, since + 1);
      quoteBefore[i] = (byte) quote;
      if (shape == '"') {
        quote = 1 + side(shape(i - 1)) * 2 + (tokens.gap[i] > 0 ? 1 : 0);
      } else if (gap(i) == Tokens.GAP_BLANK_LINE) {
        quote = 0;
      }
      depth[i] = (byte) open;
      open = depthBehind(shape, since > FORGET ? 0 : open);
      run[i] = (byte) words;
      words = isPlain && gap(i) != 0
          ? Math.min(31, words + 1)
          : shape == ',' || shape == '.' ? words : isPlain ? 1 : 0;
    }
    depth[count] = (byte) open;
    sinceStrong[count] = (byte) since;
    quoteBefore[count] = (byte) quote;
    run[count] = (byte) words;
  }

  private static int depthBehind(int shape, int open) {
    return switch (shape) {
      case '{', '(', '[' -> Math.min(100, open + 1);
      case '}', ')', ']' -> Math.max(0, open - 1);
      default -> open;
    };
  }

  private void backward() {
    int until = MANY;
    int quote = 0;
    int words = 0;
    untilStrong[count] = MANY;
    quoteAfter[count] = 0;
    runAfter[count] = 0;
    for (int i = count - 1; i >= 0; i--) {
      int shape = tokens.shape[i];
      until = isStrongAt(i) ? 0 : Math.min(MANY, until + 1);
      untilStrong[i] = (byte) until;
      quoteAfter[i] = (byte) quote;
      if (shape == '"') {
        quote = 1 + side(shape(i + 1)) * 2 + (gap(i + 1) > 0 ? 1 : 0);
      } else if (tokens.gap[i] == Tokens.GAP_BLANK_LINE) {
        quote = 0;
      }
      boolean isPlain = Shape.isPlainWord(shape);
      words = isPlain && gap(i + 1) != 0
          ? Math.min(31, words + 1)
          : shape == ',' || shape == '.' ? words : isPlain ? 1 : 0;
      runAfter[i] = (byte) words;
    }
  }

  /// What stands on the outer side of a quote.
  private static int side(int shape) {
    return switch (shape) {
      case ':' -> 1;
      case ',' -> 2;
      case '{', '}' -> 3;
      case '[', ']' -> 4;
      case '(', ')' -> 5;
      case '=' -> 6;
      case '"' -> 7;
      case '>', '<' -> 8;
      case ';' -> 9;
      case '+', '?', '|', '&' -> 10;
      case '.', '!' -> 11;
      case 0 -> 12;
      default -> Shape.isPlainWord(shape) ? 13 : Shape.isWord(shape) ? 14 : 15;
    };
  }

  /// In what company a token's word is seen elsewhere in the text: never, once or more often among
  /// code marks, and never, once or more often far from them. Names of code come again in code.
  private void company() {
    Arrays.fill(inCode, (byte) 0);
    Arrays.fill(inProse, (byte) 0);
    for (int i = 0; i < count; i++) {
      byte[] seen = amongCode(i) ? inCode : amongProse(i) ? inProse : null;
      int at = tokens.word[i] >>> 32 - VOCABULARY_BITS;
      if (seen != null && seen[at] < 3) {
        seen[at]++;
      }
    }
    for (int i = 0; i < count; i++) {
      int at = tokens.word[i] >>> 32 - VOCABULARY_BITS;
      int code = Math.min(2, inCode[at] - (amongCode(i) ? 1 : 0));
      int prose = Math.min(2, inProse[at] - (amongProse(i) ? 1 : 0));
      company[i] = Shape.isWord(tokens.shape[i])
          ? (byte) (1 + Math.max(0, code) * 3 + Math.max(0, prose))
          : 0;
    }
    company[count] = 0;
  }

  private boolean amongCode(int i) {
    return sinceStrong[i] <= 2
        || untilStrong[i] <= 3
        || shape(i + 1) == Shape.INNER_POINT && untilStrong[i] < 12
        || shape(i + 1) == '(' && gap(i + 1) == 0;
  }

  private boolean amongProse(int i) {
    return sinceStrong[i] > 12 && untilStrong[i] > 12;
  }

  /// Where three words of the text come again: a story is often in its own JSON-LD once more. Where
  /// the echo of one text stops and that of another starts, one of the two was torn.
  private void echoes() {
    Arrays.fill(echo, 0, count + 1, -1);
    boolean anyCode = strong[count] > 0;
    if (!anyCode || count < 8) {
      return;
    }
    int bits = 32 - Integer.numberOfLeadingZeros(count * 2);
    int[] last = new int[1 << bits];
    for (int i = 0; i + 2 < count; i++) {
      int hash = (tokens.word[i] * 31 + tokens.word[i + 1]) * 31 + tokens.word[i + 2];
      int at = hash * 0x9E3779B1 >>> 32 - bits;
      int before = last[at] - 1;
      if (before >= 0
          && tokens.word[before] == tokens.word[i]
          && tokens.word[before + 1] == tokens.word[i + 1]
          && tokens.word[before + 2] == tokens.word[i + 2]) {
        echo[i] = before;
        if (echo[before] < 0) {
          echo[before] = i;
        }
      }
      last[at] = i + 1;
    }
  }

  /// Whether the words before `i` and those from `i` on are echoed, and as one piece.
  private int seam(int i) {
    int far = i >= 4 && echo[i - 4] >= 0 ? 1 : 0;
    int left = i >= 3 && echo[i - 3] >= 0 ? 1 : 0;
    int across = i >= 1 && echo[i - 1] >= 0 ? 1 : 0;
    int right = echo[i] >= 0 ? 1 : 0;
    int further =
        i + 1 <= count && i + 1 < echo.length && i + 1 < count && echo[i + 1] >= 0 ? 1 : 0;
    int jump = left == 1 && right == 1 && echo[i] != echo[i - 3] + 3 ? 1 : 0;
    return ((((far * 2 + left) * 2 + across) * 2 + right) * 2 + further) * 2 + jump;
  }

  private int company(int i) {
    return i < 0 || i >= count ? 0 : company[i];
  }

  private void lines() {
    int from = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || tokens.gap[i] >= Tokens.GAP_LINE) {
        int length = i - from;
        int share = bucket((strong[i] - strong[from]) * 32 / length);
        int size = length < 4 ? 0 : length < 10 ? 1 : length < 25 ? 2 : length < 70 ? 3 : 4;
        int parted = (tokens.gap[from] == Tokens.GAP_BLANK_LINE ? 2 : 0)
            + (gap(i) == Tokens.GAP_BLANK_LINE ? 1 : 0);
        Arrays.fill(line, from, i, (byte) ((share * 5 + size) * 4 + parted - 100));
        Arrays.fill(lineHead, from, i, (short)
            (tokens.shape[from] * 128 + (length > 1 ? tokens.shape[from + 1] : 0)));
        Arrays.fill(lineTail, from, i, (short)
            (tokens.shape[i - 1] * 128 + (length > 1 ? tokens.shape[i - 2] : 0)));
        from = i;
      }
    }
    line[count] = 0;
  }

  /// 0 to 10, finer for small numbers.
  private static int bucket(int number) {
    return number < 4
        ? number
        : number < 6
            ? 4
            : number < 9
                ? 5
                : number < 13 ? 6 : number < 18 ? 7 : number < 24 ? 8 : number < 32 ? 9 : 10;
  }

  private static int distance(int tokens) {
    return tokens < 4
        ? tokens
        : tokens < 6
            ? 4
            : tokens < 10 ? 5 : tokens < 18 ? 6 : tokens < 40 ? 7 : tokens < MANY ? 8 : 9;
  }

  private int in(int[] sums, int from, int to) {
    return sums[Math.max(0, Math.min(count, to))] - sums[Math.max(0, from)];
  }

  private static int slot(int bits, int template, int a, int b) {
    int hash = a * 0x85EBCA6B + b * 0xC2B2AE35 + template * 0x27D4EB2F;
    hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
    return (hash ^ hash >>> 13) * 0x297A2D39 >>> 32 - bits;
  }

  /// Fills in the slots of token `i`: [#TOKEN_SLOTS] of them.
  void token(int i, int[] slots) {
    int w = word(i);
    int s = shape(i);
    int before = shape(i - 1);
    int after = shape(i + 1);
    int gaps = gap(i) * 4 + gap(i + 1);
    int strongLeft = bucket(in(strong, i - NEAR, i) * 2);
    int strongRight = bucket(in(strong, i + 1, i + 1 + NEAR) * 2);
    int farLeft = bucket(in(strong, i - FAR, i));
    int farRight = bucket(in(strong, i + 1, i + 1 + FAR));
    int weakNear = bucket(in(weak, i - NEAR, i + NEAR + 1));
    int plainNear = bucket(in(plain, i - NEAR, i + NEAR + 1));
    int plainFar = bucket(in(plain, i - FAR, i + FAR + 1) / 2);
    int quotes = quoteBefore[i] * 64 + quoteAfter[i];
    int n = 0;
    slots[n++] = slot(TOKEN_BITS, 1, w, 0);
    slots[n++] = slot(TOKEN_BITS, 2, s, gaps);
    slots[n++] = slot(TOKEN_BITS, 3, w, word(i - 1) + gap(i));
    slots[n++] = slot(TOKEN_BITS, 4, w, word(i + 1) + gap(i + 1));
    slots[n++] = slot(TOKEN_BITS, 5, s * 128 + before, shape(i - 2));
    slots[n++] = slot(TOKEN_BITS, 6, s * 128 + before, after * 16 + gaps);
    slots[n++] = slot(TOKEN_BITS, 7, s * 128 + after, shape(i + 2));
    slots[n++] = slot(TOKEN_BITS, 8, word(i - 1), 0);
    slots[n++] = slot(TOKEN_BITS, 9, word(i + 1), 0);
    slots[n++] = slot(TOKEN_BITS, 10, word(i - 2), 0);
    slots[n++] = slot(TOKEN_BITS, 11, word(i + 2), 0);
    slots[n++] = slot(TOKEN_BITS, 12, strongLeft * 16 + strongRight, s);
    slots[n++] = slot(TOKEN_BITS, 13, farLeft * 16 + farRight, plainFar);
    slots[n++] = slot(TOKEN_BITS, 14, strongLeft * 16 + strongRight, weakNear * 16 + plainNear);
    slots[n++] =
        slot(TOKEN_BITS, 15, distance(sinceStrong[i]) * 16 + distance(untilStrong[i]), plainNear);
    slots[n++] = slot(TOKEN_BITS, 16, quotes, 0);
    slots[n++] =
        slot(TOKEN_BITS, 17, quotes, distance(sinceStrong[i]) * 16 + distance(untilStrong[i]));
    slots[n++] = slot(TOKEN_BITS, 18, line[i], 0);
    slots[n++] = slot(TOKEN_BITS, 19, line[i], Shape.isPlainWord(s) ? 0 : s);
    slots[n++] =
        slot(TOKEN_BITS, 20, run[i] / 3 * 16 + runAfter[i] / 3, strongLeft * 16 + strongRight);
    slots[n++] = slot(TOKEN_BITS, 21, depth[i] > 6 ? 6 : depth[i], farLeft * 16 + farRight);
    slots[n++] = slot(TOKEN_BITS, 22, shape(i - 3) * 128 + shape(i - 2), before * 128 + s);
    slots[n++] = slot(TOKEN_BITS, 23, s * 128 + after, shape(i + 2) * 128 + shape(i + 3));
    slots[n++] = slot(TOKEN_BITS, 24, word(i - 1) * 31 + word(i + 1), s);
    slots[n++] = slot(TOKEN_BITS, 25, lineHead[i], Shape.isPlainWord(s) ? 0 : s);
    slots[n++] = slot(TOKEN_BITS, 27, company(i), s);
    slots[n++] = slot(
        TOKEN_BITS, 28, company(i - 1) * 16 + company(i), company(i + 1) * 16 + company(i + 2));
    slots[n++] = slot(TOKEN_BITS, 26, lineTail[i], Shape.isPlainWord(s) ? 0 : s);
  }

  /// Fills in the slots of the boundary before token `i`: [#EDGE_SLOTS] of them.
  void edge(int i, int[] slots) {
    int s = shape(i);
    int before = shape(i - 1);
    int g = gap(i);
    int open = depth[i] > 3 ? 3 : depth[i];
    int left = bucket(in(strong, i - NEAR, i) * 2) * 16 + bucket(in(plain, i - NEAR, i) * 2);
    int right = bucket(in(strong, i, i + NEAR) * 2) * 16 + bucket(in(plain, i, i + NEAR) * 2);
    int n = 0;
    slots[n++] = slot(EDGE_BITS, 1, before * 128 + s, g);
    slots[n++] = slot(EDGE_BITS, 2, word(i - 1), g);
    slots[n++] = slot(EDGE_BITS, 3, word(i), g);
    slots[n++] = slot(EDGE_BITS, 4, word(i - 1) * 31 + word(i), g);
    slots[n++] = slot(EDGE_BITS, 5, shape(i - 2) * 128 + before, s * 4 + g);
    slots[n++] = slot(EDGE_BITS, 6, before * 128 + s, shape(i + 1) * 4 + g);
    slots[n++] = slot(EDGE_BITS, 7, shape(i - 2) * 128 + before, (s * 128 + shape(i + 1)) * 4 + g);
    slots[n++] = slot(EDGE_BITS, 8, left, right);
    slots[n++] = slot(EDGE_BITS, 9, open * 4 + g, before);
    slots[n++] = slot(EDGE_BITS, 10, open * 4 + g, before * 128 + s);
    slots[n++] = slot(EDGE_BITS, 11, run[i] / 3 * 16 + runAfter[i] / 3, g);
    slots[n++] = slot(EDGE_BITS, 12, word(i + 1), s);
    slots[n++] = slot(EDGE_BITS, 13, word(i - 2), before);
    slots[n++] = slot(EDGE_BITS, 14, distance(sinceStrong[i]) * 16 + distance(untilStrong[i]), g);
    slots[n++] = slot(EDGE_BITS, 18, company(i - 1) * 16 + company(i), g);
    slots[n++] = slot(
        EDGE_BITS,
        19,
        (company(i - 2) * 16 + company(i - 1)) * 256 + company(i) * 16 + company(i + 1),
        g);
    slots[n++] = slot(EDGE_BITS, 20, seam(i), g);
    slots[n++] = slot(EDGE_BITS, 16, shape(i - 3) * 128 + shape(i - 2), before * 128 + s);
    slots[n++] = slot(EDGE_BITS, 17, before * 128 + s, shape(i + 1) * 128 + shape(i + 2));
    slots[n++] = slot(EDGE_BITS, 15, quoteBefore[i] * 64 + quoteAfter[i], before * 4 + g);
  }
}
