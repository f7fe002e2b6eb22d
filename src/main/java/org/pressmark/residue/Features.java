package org.pressmark.residue;

import java.util.Arrays;

/// What the model looks at: for each token a list of slots in the table of weights, one list for
/// the token itself, one for a boundary before it.
///
/// Everything is counted in one pass from left to right and one back; no slot looks further than a
/// fixed number of tokens, so the work grows with the text and not faster.
final class Features {
  static final int TOKEN_BITS = 18;
  static final int EDGE_BITS = 15;
  static final int TOKEN_SLOTS = 28;
  static final int EDGE_SLOTS = 20;

  /// Which slots of a token and of a boundary look at words, and not only at their shapes.
  static final int[] WORD_SLOTS = {0, 14, 15, 19, 20, 21, 22, 25};

  static final int[] WORD_EDGE_SLOTS = {1, 2, 3, 11, 12};

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

  private static final byte[] BUCKET = buckets();
  private static final byte[] DISTANCE = distances();

  private static final int STRONG = 1;
  private static final int WEAK = 2;
  private static final int PLAIN = 4;
  private static final byte[] SORT = sorts();

  private final Tokens tokens;
  private int end;

  // how many code marks, other marks and plain words stand before each token
  private int[] strong = new int[0];
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
  private int[] echoed = new int[0];
  private byte[] run = new byte[0];
  private byte[] runAfter = new byte[0];
  private final byte[] inCode = new byte[VOCABULARY];
  private final byte[] inProse = new byte[VOCABULARY];

  Features(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Counts; to be called whenever the tokens were read anew.
  void prepare() {
    end = tokens.end;
    if (strong.length < tokens.from.length) {
      reserve(tokens.from.length);
    }
    forward();
    backward();
    lines();
    company();
    echoes();
  }

  private void reserve(int length) {
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

  boolean startsLine(int i) {
    return tokens.gap[i] >= Tokens.GAP_LINE;
  }

  static boolean isStrong(int shape) {
    return (SORT[shape] & STRONG) != 0;
  }

  private static byte[] sorts() {
    byte[] sorts = new byte[128];
    for (int shape = 0; shape < sorts.length; shape++) {
      boolean isStrong = switch (shape) {
        case '{', '}', ';', '=', '<', '>', '|', '\\', '^', '`', '~' -> true;
        case Shape.CAMEL, Shape.UNDERSCORE, Shape.DOLLAR, Shape.MIXED_LONG -> true;
        default -> false;
      };
      boolean isWeak = shape >= '!'
          && !isStrong
          && shape != '.'
          && shape != Shape.INNER_POINT
          && shape != ','
          && shape != '\'';
      sorts[shape] = (byte)
          ((isStrong ? STRONG : 0) + (isWeak ? WEAK : 0) + (Shape.isPlainWord(shape) ? PLAIN : 0));
    }
    return sorts;
  }

  /// A code mark, or a quote with a colon behind it, as keys have.
  private boolean isStrongAt(int i) {
    int shape = tokens.shape[i];
    return isStrong(shape)
        || shape == '"' && tokens.shape[i + 1] == ':' && tokens.gap[i + 1] < Tokens.GAP_LINE;
  }

  /// Whether nothing near a token looks like code, and nothing as if one text ended here and
  /// another began: then it is what the token before it was.
  boolean isQuiet(int i) {
    return sinceStrong[i] >= QUIET && untilStrong[i] >= QUIET && !startsLine(i) && !isSeam(i);
  }

  /// Whether an echo ends before a token, or begins with it.
  private boolean isSeam(int i) {
    return (echo[i - 1] & echo[i - 2]) < 0 && (echo[i - 3] >= 0 || echo[i] >= 0);
  }

  private void forward() {
    byte[] shapes = tokens.shape;
    byte[] gaps = tokens.gap;
    int since = MANY;
    int quote = 0;
    int open = 0;
    int words = 0;
    int strongs = 0;
    int weaks = 0;
    int plains = 0;
    for (int i = Tokens.FIRST; i < end; i++) {
      int shape = shapes[i];
      strong[i] = strongs;
      weak[i] = weaks;
      plain[i] = plains;
      sinceStrong[i] = (byte) since;
      quoteBefore[i] = (byte) quote;
      depth[i] = (byte) open;
      run[i] = (byte) words;
      boolean isStrong = isStrongAt(i);
      strongs += isStrong ? 1 : 0;
      weaks += (SORT[shape] & WEAK) >> 1;
      plains += (SORT[shape] & PLAIN) >> 2;
      since = isStrong ? 0 : Math.min(MANY, since + 1);
      if (shape == '"') {
        quote = 1 + side(shapes[i - 1]) * 2 + (gaps[i] > 0 ? 1 : 0);
      } else if (gaps[i] == Tokens.GAP_BLANK_LINE) {
        quote = 0;
      }
      open = depthBehind(shape, since > FORGET ? 0 : open);
      words = wordsBehind(shape, gaps[i], words);
    }
    Arrays.fill(strong, end, end + Tokens.FIRST, strongs);
    Arrays.fill(weak, end, end + Tokens.FIRST, weaks);
    Arrays.fill(plain, end, end + Tokens.FIRST, plains);
  }

  private static int wordsBehind(int shape, int gap, int words) {
    if ((SORT[shape] & PLAIN) != 0) {
      return gap != 0 ? Math.min(31, words + 1) : 1;
    }
    return shape == ',' || shape == '.' ? words : 0;
  }

  private static int depthBehind(int shape, int open) {
    return switch (shape) {
      case '{', '(', '[' -> Math.min(100, open + 1);
      case '}', ')', ']' -> Math.max(0, open - 1);
      default -> open;
    };
  }

  private void backward() {
    byte[] shapes = tokens.shape;
    byte[] gaps = tokens.gap;
    int until = MANY;
    int quote = 0;
    int words = 0;
    for (int i = end - 1; i >= Tokens.FIRST; i--) {
      int shape = shapes[i];
      until = isStrongAt(i) ? 0 : Math.min(MANY, until + 1);
      untilStrong[i] = (byte) until;
      quoteAfter[i] = (byte) quote;
      if (shape == '"') {
        quote = 1 + side(shapes[i + 1]) * 2 + (gaps[i + 1] > 0 ? 1 : 0);
      } else if (gaps[i] == Tokens.GAP_BLANK_LINE) {
        quote = 0;
      }
      words = wordsBehind(shape, gaps[i + 1], words);
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
    for (int i = Tokens.FIRST; i < end; i++) {
      byte[] seen = amongCode(i) ? inCode : inProse;
      int at = tokens.word[i] >>> 32 - VOCABULARY_BITS;
      if (seen[at] < 3 && (seen == inCode || amongProse(i))) {
        seen[at]++;
      }
    }
    for (int i = Tokens.FIRST; i < end; i++) {
      if (!Shape.isWord(tokens.shape[i])) {
        company[i] = 0;
        continue;
      }
      int at = tokens.word[i] >>> 32 - VOCABULARY_BITS;
      int code = Math.min(2, inCode[at] - (amongCode(i) ? 1 : 0));
      int prose = Math.min(2, inProse[at] - (amongProse(i) ? 1 : 0));
      company[i] = (byte) (1 + Math.max(0, code) * 3 + Math.max(0, prose));
    }
    Arrays.fill(company, end, end + Tokens.FIRST, (byte) 0);
  }

  private boolean amongCode(int i) {
    int until = untilStrong[i];
    if (sinceStrong[i] <= 2 || until <= 3) {
      return true;
    }
    int next = tokens.shape[i + 1];
    return next == Shape.INNER_POINT && until < 12 || next == '(' && tokens.gap[i + 1] == 0;
  }

  private boolean amongProse(int i) {
    return sinceStrong[i] > 12 && untilStrong[i] > 12;
  }

  /// Where three words of the text come again: a story is often in its own JSON-LD once more. Where
  /// the echo of one text stops and that of another starts, one of the two was torn.
  private void echoes() {
    Arrays.fill(echo, 0, end + Tokens.FIRST, -1);
    int count = end - Tokens.FIRST;
    boolean anyCode = strong[end] > 0;
    if (!anyCode || count < 8) {
      return;
    }
    int bits = 32 - Integer.numberOfLeadingZeros(count * 2);
    if (echoed.length < 1 << bits) {
      echoed = new int[1 << bits];
    } else {
      Arrays.fill(echoed, 0, 1 << bits, 0);
    }
    int[] word = tokens.word;
    for (int i = Tokens.FIRST; i + 2 < end; i++) {
      int hash = (word[i] * 31 + word[i + 1]) * 31 + word[i + 2];
      int at = hash * 0x9E3779B1 >>> 32 - bits;
      int before = echoed[at];
      if (before > 0
          && word[before] == word[i]
          && word[before + 1] == word[i + 1]
          && word[before + 2] == word[i + 2]) {
        echo[i] = before;
        if (echo[before] < 0) {
          echo[before] = i;
        }
      }
      echoed[at] = i;
    }
  }

  /// Whether the words before `i` and those from `i` on are echoed, and as one piece.
  private int seam(int i) {
    int far = echo[i - 4] >>> 31;
    int left = echo[i - 3] >>> 31;
    int across = echo[i - 1] >>> 31;
    int right = echo[i] >>> 31;
    int further = echo[i + 1] >>> 31;
    int jump = left + right == 0 && echo[i] != echo[i - 3] + 3 ? 1 : 0;
    return ((((far * 2 + left) * 2 + across) * 2 + right) * 2 + further) * 2 + jump;
  }

  private void lines() {
    byte[] shapes = tokens.shape;
    int from = Tokens.FIRST;
    for (int i = from + 1; i <= end; i++) {
      if (tokens.gap[i] >= Tokens.GAP_LINE) {
        int length = i - from;
        int share = bucket((strong[i] - strong[from]) * 32 / length);
        int size = length < 4 ? 0 : length < 10 ? 1 : length < 25 ? 2 : length < 70 ? 3 : 4;
        int parted = (tokens.gap[from] == Tokens.GAP_BLANK_LINE ? 2 : 0)
            + (tokens.gap[i] == Tokens.GAP_BLANK_LINE ? 1 : 0);
        int second = length > 1 ? shapes[from + 1] : 0;
        int lastButOne = length > 1 ? shapes[i - 2] : 0;
        Arrays.fill(line, from, i, (byte) ((share * 5 + size) * 4 + parted - 100));
        Arrays.fill(lineHead, from, i, (short) (shapes[from] * 128 + second));
        Arrays.fill(lineTail, from, i, (short) (shapes[i - 1] * 128 + lastButOne));
        from = i;
      }
    }
  }

  /// 0 to 10, finer for small numbers.
  private static int bucket(int number) {
    return BUCKET[number];
  }

  private static byte[] buckets() {
    byte[] buckets = new byte[64];
    int[] from = {0, 1, 2, 3, 4, 6, 9, 13, 18, 24, 32};
    for (int bucket = 0; bucket < from.length; bucket++) {
      Arrays.fill(buckets, from[bucket], buckets.length, (byte) bucket);
    }
    return buckets;
  }

  private static byte[] distances() {
    byte[] distances = new byte[MANY + 1];
    int[] from = {0, 1, 2, 3, 4, 6, 10, 18, 40, MANY};
    for (int distance = 0; distance < from.length; distance++) {
      Arrays.fill(distances, from[distance], distances.length, (byte) distance);
    }
    return distances;
  }

  private static int bucket(int[] sums, int from, int to) {
    return BUCKET[sums[to] - sums[from]];
  }

  private static int doubled(int[] sums, int from, int to) {
    return BUCKET[sums[to] - sums[from] << 1];
  }

  private static int slot(int bits, int template, int a, int b) {
    int hash = a * 0x85EBCA6B + b * 0xC2B2AE35 + template * 0x27D4EB2F;
    return (hash ^ hash >>> 15) * 0x2C1B3C6D >>> 32 - bits;
  }

  private static int token(int template, int a, int b) {
    return slot(TOKEN_BITS, template, a, b);
  }

  private static int edge(int template, int a, int b) {
    return slot(EDGE_BITS, template, a, b);
  }

  /// Fills in the slots of token `i`: [#TOKEN_SLOTS] of them.
  void token(int i, int[] slots) {
    int[] word = tokens.word;
    byte[] shape = tokens.shape;
    byte[] gap = tokens.gap;
    int w = word[i];
    int left = word[i - 1];
    int right = word[i + 1];
    int s = shape[i];
    int mark = (SORT[s] & PLAIN) != 0 ? 0 : s;
    int s1 = s * 128 + shape[i - 1];
    int s2 = shape[i - 2];
    int t1 = s * 128 + shape[i + 1];
    int t2 = shape[i + 2];
    int gaps = gap[i] * 4 + gap[i + 1];
    int strongs = doubled(strong, i - NEAR, i) * 16 + doubled(strong, i + 1, i + 1 + NEAR);
    int far = bucket(strong, i - FAR, i) * 16 + bucket(strong, i + 1, i + 1 + FAR);
    int weakNear = bucket(weak, i - NEAR, i + NEAR + 1);
    int plainNear = bucket(plain, i - NEAR, i + NEAR + 1);
    int plainFar = BUCKET[plain[i + FAR + 1] - plain[i - FAR] >> 1];
    int quotes = quoteBefore[i] * 64 + quoteAfter[i];
    int reach = DISTANCE[sinceStrong[i]] * 16 + DISTANCE[untilStrong[i]];
    int known = company[i];
    int friends = ((company[i - 1] * 16 + known) * 16 + company[i + 1]) * 16 + company[i + 2];
    int open = Math.min(6, depth[i]);
    int runs = run[i] / 3 * 16 + runAfter[i] / 3;
    slots[0] = token(1, w, 0);
    slots[1] = token(2, s, gaps);
    slots[2] = token(12, strongs, s);
    slots[3] = token(13, far, plainFar);
    slots[4] = token(14, strongs, weakNear * 16 + plainNear);
    slots[5] = token(15, reach, plainNear);
    slots[6] = token(16, quotes, 0);
    slots[7] = token(17, quotes, reach);
    slots[8] = token(18, line[i], 0);
    slots[9] = token(20, runs, strongs);
    slots[10] = token(21, open, far);
    slots[11] = token(27, known, s);
    slots[12] = token(28, friends, 0);
    slots[13] = token(19, line[i], mark);
    slots[14] = token(3, w, left + gap[i]);
    slots[15] = token(4, w, right + gap[i + 1]);
    slots[16] = token(5, s1, s2);
    slots[17] = token(6, s1, t1 * 16 + gaps);
    slots[18] = token(7, t1, t2);
    slots[19] = token(8, left, 0);
    slots[20] = token(9, right, 0);
    slots[21] = token(10, word[i - 2], 0);
    slots[22] = token(11, word[i + 2], 0);
    slots[23] = token(22, shape[i - 3] * 128 + s2, s1);
    slots[24] = token(23, t1, t2 * 128 + shape[i + 3]);
    slots[25] = token(24, left * 31 + right, s);
    slots[26] = token(25, lineHead[i], mark);
    slots[27] = token(26, lineTail[i], mark);
  }

  /// Fills in the slots of the boundary before token `i`: [#EDGE_SLOTS] of them.
  void edge(int i, int[] slots) {
    int[] word = tokens.word;
    byte[] shape = tokens.shape;
    int w = word[i];
    int before = word[i - 1];
    int s = shape[i];
    int sBefore = shape[i - 1];
    int pair = sBefore * 128 + s;
    int s2 = shape[i - 2];
    int sLeft = s2 * 128 + sBefore;
    int sRight = s * 128 + shape[i + 1];
    int g = tokens.gap[i];
    int open = Math.min(3, depth[i]) * 4 + g;
    int left = doubled(strong, i - NEAR, i) * 16 + doubled(plain, i - NEAR, i);
    int right = doubled(strong, i, i + NEAR) * 16 + doubled(plain, i, i + NEAR);
    int known = company[i - 1] * 16 + company[i];
    slots[0] = edge(1, pair, g);
    slots[1] = edge(2, before, g);
    slots[2] = edge(3, w, g);
    slots[3] = edge(4, before * 31 + w, g);
    slots[4] = edge(5, sLeft, s * 4 + g);
    slots[5] = edge(6, pair, shape[i + 1] * 4 + g);
    slots[6] = edge(7, sLeft, sRight * 4 + g);
    slots[7] = edge(8, left, right);
    slots[8] = edge(9, open, sBefore);
    slots[9] = edge(10, open, pair);
    slots[10] = edge(11, run[i] / 3 * 16 + runAfter[i] / 3, g);
    slots[11] = edge(12, word[i + 1], s);
    slots[12] = edge(13, word[i - 2], sBefore);
    slots[13] = edge(14, DISTANCE[sinceStrong[i]] * 16 + DISTANCE[untilStrong[i]], g);
    slots[14] = edge(15, quoteBefore[i] * 64 + quoteAfter[i], sBefore * 4 + g);
    slots[15] = edge(16, shape[i - 3] * 128 + s2, pair);
    slots[16] = edge(17, pair, shape[i + 1] * 128 + shape[i + 2]);
    slots[17] = edge(18, known, g);
    slots[18] = edge(19, (company[i - 2] * 16 + company[i + 1]) * 256 + known, g);
    slots[19] = edge(20, seam(i), g);
  }
}
