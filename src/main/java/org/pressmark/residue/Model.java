package org.pressmark.residue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Weights learnt from examples, and the best way through a text under them.
///
/// A token is prose, code, or prose-like text inside of code, such as a story in a JSON string.
/// Code that began a line is told apart from code that began in the middle of one: the first seldom
/// has prose behind it on the same line. A string inside of code looks
/// like prose: it never gains by its looks, it only may lose, so a long story can not become a
/// string by its length. All sums are whole numbers, so the same text gives the
/// same answer on every machine.
final class Model {
  static final int PROSE = 0;
  static final int CODE = 1;
  static final int STRING = 2;

  /// Added to [#CODE] and [#STRING] where the stretch of code began a line.
  static final int LINE = 2;

  static final int STATES = 5;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SIGNS = 0x8080808080808080L;
  private static final long LANES = 0x00ff00ff00ff00ffL;

  private static final int TOKEN_OFFSET = Features.TOKEN_SLOTS * 128;
  private static final int EDGE_OFFSET = Features.EDGE_SLOTS * 128;

  /// Weights for each edge slot: prose to code, prose to string, back to prose from each of the
  /// four other states, code to string, string to code.
  static final int EDGES = 8;

  /// How many units one unit of log-odds has.
  final int scale;

  /// One for each token slot, for code; prose has always 0.
  final byte[] codeWeights;

  /// The same for strings; their sum counts only below 0.
  final byte[] stringWeights;

  /// [#EDGES] for each slot.
  final byte[] edgeWeights;

  final int[] bias;

  /// Both weights of a token slot side by side, as numbers from 0 to 255.
  private final char[] tokenWeights;

  Model(int scale, byte[] codeWeights, byte[] stringWeights, byte[] edgeWeights, int[] bias) {
    this.scale = scale;
    this.codeWeights = codeWeights;
    this.stringWeights = stringWeights;
    this.edgeWeights = edgeWeights;
    this.bias = bias;
    this.tokenWeights = new char[codeWeights.length];
    for (int slot = 0; slot < tokenWeights.length; slot++) {
      tokenWeights[slot] = (char) (codeWeights[slot] + 128 | stringWeights[slot] + 128 << 8);
    }
  }

  /// One way through a text: what each token is, and how good that is.
  static final class Path {
    private static final long NEVER = Long.MIN_VALUE / 4;

    /// Which state before led to each state, three bits for prose, two for each other one.
    private short[] cameFrom = new short[0];

    /// The best score of a way that is in prose at each token.
    private long[] prose = new long[0];

    private byte[] states = new byte[0];
    private long last;
    private int end;

    private void reserve(int length) {
      if (cameFrom.length < length) {
        cameFrom = new short[length];
        prose = new long[length];
        states = new byte[length];
      }
    }

    int state(int token) {
      return states[token];
    }

    /// What code from `first` up to `behind` adds to the score, in units of the model's scale.
    long gain(int first, int behind) {
      long before = first == Tokens.FIRST ? 0 : prose[first - 1];
      return (behind < end ? prose[behind] : last) - before;
    }
  }

  // what a state's two bits say
  private static final int STAYED = 0;
  private static final int CHANGED = 1;
  private static final int ENTERED = 2;

  /// The best way through all tokens.
  void decode(Tokens tokens, Features features, Path path) {
    path.reserve(tokens.from.length);
    path.end = tokens.end;
    int[] tokenSlots = new int[Features.TOKEN_SLOTS];
    int[] edgeSlots = new int[Features.EDGE_SLOTS];
    int[] step = new int[EDGES];
    long prose = 0;
    long code = Path.NEVER;
    long string = Path.NEVER;
    long lineCode = Path.NEVER;
    long lineString = Path.NEVER;
    for (int i = Tokens.FIRST; i < tokens.end; i++) {
      boolean line = features.startsLine(i);
      if (features.isQuiet(i)) {
        // nothing near looks like code: whatever it was, it goes on, and code turns into a string
        int change = code > string ? CHANGED << 5 : STAYED;
        int lineChange = lineCode > lineString ? CHANGED << 9 : STAYED;
        string = Math.max(code, string);
        lineString = Math.max(lineCode, lineString);
        code = Path.NEVER;
        lineCode = Path.NEVER;
        path.cameFrom[i] = (short) (change | lineChange);
        path.prose[i] = prose;
        continue;
      }
      features.token(i, tokenSlots);
      int scores = scores(tokenSlots);
      int isCode = (scores & 0xffff) - TOKEN_OFFSET;
      int isString = Math.min(0, (scores >>> 16) - TOKEN_OFFSET);
      features.edge(i, edgeSlots);
      steps(edgeSlots, step);

      long best = prose;
      int from = PROSE;
      if (code + step[2] > best) {
        best = code + step[2];
        from = CODE;
      }
      if (string + step[3] > best) {
        best = string + step[3];
        from = STRING;
      }
      if (lineCode + step[4] > best) {
        best = lineCode + step[4];
        from = CODE + LINE;
      }
      if (lineString + step[5] > best) {
        best = lineString + step[5];
        from = STRING + LINE;
      }
      long enterCode = prose + step[0];
      long enterString = prose + step[1];
      long nextCode = code;
      long nextString = string;
      if (string + step[7] > nextCode) {
        nextCode = string + step[7];
        from |= CHANGED << 3;
      }
      if (code + step[6] > nextString) {
        nextString = code + step[6];
        from |= CHANGED << 5;
      }
      long nextLineCode = lineCode;
      long nextLineString = lineString;
      if (lineString + step[7] > nextLineCode) {
        nextLineCode = lineString + step[7];
        from |= CHANGED << 7;
      }
      if (lineCode + step[6] > nextLineString) {
        nextLineString = lineCode + step[6];
        from |= CHANGED << 9;
      }
      if (line) {
        if (enterCode > nextLineCode) {
          nextLineCode = enterCode;
          from = from & ~(3 << 7) | ENTERED << 7;
        }
        if (enterString > nextLineString) {
          nextLineString = enterString;
          from = from & ~(3 << 9) | ENTERED << 9;
        }
      } else {
        if (enterCode > nextCode) {
          nextCode = enterCode;
          from = from & ~(3 << 3) | ENTERED << 3;
        }
        if (enterString > nextString) {
          nextString = enterString;
          from = from & ~(3 << 5) | ENTERED << 5;
        }
      }
      prose = best;
      code = nextCode + isCode;
      string = nextString + isString;
      lineCode = nextLineCode + isCode;
      lineString = nextLineString + isString;
      path.cameFrom[i] = (short) from;
      path.prose[i] = prose;
    }
    long[] last = {prose, code, string, lineCode, lineString};
    int state = PROSE;
    for (int other = 1; other < STATES; other++) {
      state = last[other] > last[state] ? other : state;
    }
    path.last = last[state];
    trace(path, tokens.end, state);
  }

  private static void trace(Path path, int end, int last) {
    int state = last;
    for (int i = end - 1; i >= Tokens.FIRST; i--) {
      path.states[i] = (byte) state;
      int from = path.cameFrom[i];
      if (state == PROSE) {
        state = from & 7;
      } else {
        int how = from >>> 1 + 2 * state & 3;
        state = how == STAYED ? state : how == ENTERED ? PROSE : sibling(state);
      }
    }
  }

  /// Of code the string, of a string the code.
  private static int sibling(int state) {
    return (state - 1 ^ 1) + 1;
  }

  /// The sums of both weights of all slots, for strings in the upper half.
  private int scores(int[] slots) {
    int sum = 0;
    for (int slot : slots) {
      int both = tokenWeights[slot];
      sum += both & 0xff | (both & 0xff00) << 8;
    }
    return sum;
  }

  /// Sums up the eight weights of all slots at once: four in each of two longs, as numbers from 0
  /// to 255 in lanes of 16 bits.
  private void steps(int[] slots, int[] step) {
    long even = 0;
    long odd = 0;
    for (int slot : slots) {
      long eight = (long) EIGHT.get(edgeWeights, slot * EDGES) ^ SIGNS;
      even += eight & LANES;
      odd += eight >>> 8 & LANES;
    }
    for (int k = 0; k < EDGES; k += 2) {
      step[k] = bias[k] + (int) (even >>> k * 8 & 0xffff) - EDGE_OFFSET;
      step[k + 1] = bias[k + 1] + (int) (odd >>> k * 8 & 0xffff) - EDGE_OFFSET;
    }
  }
}
