package org.pressmark.residue;

import java.util.Arrays;

/// Learns the model's weights: a conditional random field with three states, trained by AdaGrad.
/// One thread, a fixed order and a fixed seed: the same pages give the same weights, bit for bit.
final class Trainer {
  private static final double RATE = 0.08;
  private static final double TINY = 1e-3;
  private static final int SCALE = 24;

  /// From one item in so many the model learns without looking at words, so that it knows code of
  /// vendors it never saw by its shape.
  private static final int WORDLESS = 4;

  private static final int STATES = Model.STATES;
  private static final int POTENTIALS = 2 + Model.EDGES;

  final float[] code = new float[1 << Features.TOKEN_BITS];
  final float[] string = new float[1 << Features.TOKEN_BITS];
  final float[] edge = new float[(1 << Features.EDGE_BITS) * Model.EDGES];
  final double[] bias = {-6, -9, -6, -9, -6, -9, -3, -3};
  private final float[] codeSquares = new float[code.length];
  private final float[] stringSquares = new float[string.length];
  private final float[] edgeSquares = new float[edge.length];
  private final double[] biasSquares = new double[bias.length];
  private final int[] someTokenSlots = new int[Features.TOKEN_SLOTS];
  private final int[] someEdgeSlots = new int[Features.EDGE_SLOTS];
  private final double[] sum = new double[Model.EDGES];
  private final double[] expected = new double[Model.EDGES];
  private double rate = RATE;
  private int learnt;
  private boolean wordless;

  private final Tokens tokens = new Tokens();
  private final Features features = new Features(tokens);
  private int[] tokenSlots = new int[0];
  private int[] edgeSlots = new int[0];
  private double[] potential = new double[0]; // 2 of the token and 8 of the step to it, as factors
  private boolean[] quiet = new boolean[0];
  private double[] forward = new double[0];
  private double[] backward = new double[0];

  void rate(double share) {
    rate = RATE * share;
  }

  /// One step of learning from one item.
  void learn(TrainingItems.Item item) {
    wordless = learnt++ % WORDLESS == 0;
    char[] text = item.text().toCharArray();
    tokens.read(text, 0, text.length);
    features.prepare();
    reserve(tokens.end);
    byte[] gold = gold(tokens, features, item);
    for (int i = Tokens.FIRST; i < tokens.end; i++) {
      potentials(i);
    }
    forwards();
    backwards();
    for (int i = Tokens.FIRST; i < tokens.end; i++) {
      update(i, gold);
    }
  }

  /// Code, or prose-like text inside of code: six plain words or more in a row.
  static byte[] gold(Tokens tokens, Features features, TrainingItems.Item item) {
    byte[] gold = new byte[tokens.end];
    int from = Tokens.FIRST;
    for (TrainingItems.Item.Span junk : item.junk()) {
      while (from < tokens.end && tokens.from[from] < junk.start()) {
        from++;
      }
      int to = from;
      while (to < tokens.end && tokens.from[to] < junk.end()) {
        to++;
      }
      gold(tokens, features, from, to, gold);
      from = to;
    }
    return gold;
  }

  private static void gold(Tokens tokens, Features features, int from, int to, byte[] gold) {
    Arrays.fill(gold, from, to, (byte) Model.CODE);
    int i = from;
    while (i < to) {
      int words = 0;
      int last = i;
      int j = i;
      while (j < to && isProseLike(tokens, j)) {
        if (Shape.isPlainWord(tokens.shape[j])) {
          words++;
          last = j;
        }
        j++;
      }
      if (words >= 6) {
        int first = i;
        while (!Shape.isPlainWord(tokens.shape[first])) {
          first++;
        }
        Arrays.fill(gold, first, last + 1, (byte) Model.STRING);
      }
      i = Math.max(j, i + 1);
    }
    for (int k = from; k < to; k++) {
      if (gold[k] == Model.CODE && features.isQuiet(k)) {
        gold[k] = Model.STRING;
      }
    }
    if (from < to && tokens.gap[from] >= Tokens.GAP_LINE) {
      for (int k = from; k < to; k++) {
        gold[k] += Model.LINE;
      }
    }
  }

  private static boolean isProseLike(Tokens tokens, int i) {
    int shape = tokens.shape[i];
    return Shape.isPlainWord(shape)
        || shape == ','
        || shape == '.'
        || shape == '\''
        || shape == '-'
        || shape == '!'
        || shape == '?'
        || shape == Shape.DASH
        || shape == Shape.LOWER_1
        || shape == Shape.UPPER_1
        || shape >= Shape.DIGIT_1 && shape <= Shape.DIGIT_4
        || shape == Shape.IDEOGRAPHIC_MARK;
  }

  private void reserve(int n) {
    if (forward.length < n * STATES) {
      int length = n + n / 2;
      tokenSlots = new int[length * Features.TOKEN_SLOTS];
      edgeSlots = new int[length * Features.EDGE_SLOTS];
      potential = new double[length * POTENTIALS];
      quiet = new boolean[length];
      forward = new double[length * STATES];
      backward = new double[length * STATES];
    }
  }

  private void potentials(int i) {
    quiet[i] = features.isQuiet(i);
    if (quiet[i]) {
      return;
    }
    features.token(i, someTokenSlots);
    features.edge(i, someEdgeSlots);
    if (wordless) {
      for (int k : Features.WORD_SLOTS) {
        someTokenSlots[k] = -1;
      }
      for (int k : Features.WORD_EDGE_SLOTS) {
        someEdgeSlots[k] = -1;
      }
    }
    System.arraycopy(someTokenSlots, 0, tokenSlots, i * Features.TOKEN_SLOTS, Features.TOKEN_SLOTS);
    System.arraycopy(someEdgeSlots, 0, edgeSlots, i * Features.EDGE_SLOTS, Features.EDGE_SLOTS);
    double codeSum = 0;
    double stringSum = 0;
    for (int slot : someTokenSlots) {
      if (slot >= 0) {
        codeSum += code[slot];
        stringSum += string[slot];
      }
    }
    System.arraycopy(bias, 0, sum, 0, Model.EDGES);
    for (int slot : someEdgeSlots) {
      for (int k = 0; k < Model.EDGES && slot >= 0; k++) {
        sum[k] += edge[slot * Model.EDGES + k];
      }
    }
    int at = i * POTENTIALS;
    potential[at] = factor(codeSum);
    potential[at + 1] = factor(Math.min(0, stringSum));
    for (int k = 0; k < Model.EDGES; k++) {
      potential[at + 2 + k] = factor(sum[k]);
    }
  }

  /// `e` to the power of a score between -40 and 40, by arithmetic that is the same everywhere.
  static double factor(double score) {
    double x = Math.max(-40, Math.min(40, score));
    long twos = (long) Math.rint(x * 1.4426950408889634);
    double r = x - twos * 0.6931471805599453;
    double e = 1 + r * (1 + r / 2 * (1 + r / 3 * (1 + r / 4 * (1 + r / 5 * (1 + r / 6)))));
    return e * Double.longBitsToDouble(1023 + twos << 52);
  }

  /// How well the step from one state to another goes before token `i`, as a factor; the token's
  /// own part is not in it.
  private double step(int i, int from, int to) {
    if (quiet[i]) {
      return from == to && from % 2 == 0 || from % 2 == 1 && to == from + 1 ? 1 : 0;
    }
    if (from == to) {
      return 1;
    }
    int at = i * POTENTIALS + 2;
    if (to == Model.PROSE) {
      return potential[at + from + 1];
    }
    boolean line = to > Model.STRING;
    if (from == Model.PROSE) {
      return line == features.startsLine(i) ? potential[at + (to - 1) % 2] : 0;
    }
    return from > Model.STRING != line ? 0 : potential[at + (to % 2 == 0 ? 6 : 7)];
  }

  private double own(int i, int state) {
    return state == Model.PROSE || quiet[i] ? 1 : potential[i * POTENTIALS + (state - 1) % 2];
  }

  private void forwards() {
    double[] now = {1, 0, 0, 0, 0};
    for (int i = Tokens.FIRST; i < tokens.end; i++) {
      double total = 0;
      for (int to = 0; to < STATES; to++) {
        double reached = 0;
        for (int from = 0; from < STATES; from++) {
          if (now[from] > 0) {
            reached += now[from] * step(i, from, to);
          }
        }
        forward[i * STATES + to] = reached * own(i, to);
        total += forward[i * STATES + to];
      }
      for (int to = 0; to < STATES; to++) {
        forward[i * STATES + to] /= total;
        now[to] = forward[i * STATES + to];
      }
    }
  }

  private void backwards() {
    double[] now = {1, 1, 1, 1, 1};
    double[] before = new double[STATES];
    for (int i = tokens.end - 1; i >= Tokens.FIRST; i--) {
      System.arraycopy(now, 0, backward, i * STATES, STATES);
      double total = 0;
      for (int from = 0; from < STATES; from++) {
        double left = 0;
        for (int to = 0; to < STATES; to++) {
          left += step(i, from, to) * own(i, to) * now[to];
        }
        before[from] = left;
        total += left;
      }
      for (int from = 0; from < STATES; from++) {
        now[from] = before[from] / total;
      }
    }
  }

  private void update(int i, byte[] gold) {
    if (quiet[i]) {
      return;
    }
    int at = i * STATES;
    double total = 0;
    for (int state = 0; state < STATES; state++) {
      total += forward[at + state] * backward[at + state];
    }
    double isCode =
        (forward[at + 1] * backward[at + 1] + forward[at + 3] * backward[at + 3]) / total;
    double isString =
        (forward[at + 2] * backward[at + 2] + forward[at + 4] * backward[at + 4]) / total;
    int kind = gold[i] == 0 ? 0 : (gold[i] - 1) % 2 + 1;
    int slots = i * Features.TOKEN_SLOTS;
    push(code, codeSquares, slots, (kind == 1 ? 1 : 0) - isCode);
    double gradient = (kind == 2 ? 1 : 0) - isString;
    if (gradient < 0 || potential[i * POTENTIALS + 1] < 1) {
      push(string, stringSquares, slots, gradient);
    }
    steps(i);
    int before = i == Tokens.FIRST ? Model.PROSE : gold[i - 1];
    int column = column(before, gold[i]);
    for (int k = 0; k < Model.EDGES; k++) {
      edges(i * Features.EDGE_SLOTS, k, (k == column ? 1 : 0) - expected[k]);
    }
  }

  /// Which of the eight columns a step falls under; -1 for staying.
  private static int column(int from, int to) {
    if (from == to) {
      return -1;
    }
    if (to == Model.PROSE) {
      return from + 1;
    }
    if (from == Model.PROSE) {
      return (to - 1) % 2;
    }
    return to % 2 == 0 ? 6 : 7;
  }

  /// How likely each kind of step before token `i` is.
  private void steps(int i) {
    java.util.Arrays.fill(expected, 0);
    double total = 0;
    for (int from = 0; from < STATES; from++) {
      double here = i == Tokens.FIRST ? (from == 0 ? 1 : 0) : forward[(i - 1) * STATES + from];
      if (here > 0) {
        for (int to = 0; to < STATES; to++) {
          double way = here * step(i, from, to) * own(i, to) * backward[i * STATES + to];
          total += way;
          int column = column(from, to);
          if (column >= 0) {
            expected[column] += way;
          }
        }
      }
    }
    for (int k = 0; k < expected.length; k++) {
      expected[k] /= total;
    }
  }

  private void edges(int from, int column, double gradient) {
    if (Math.abs(gradient) > TINY) {
      push(edge, edgeSquares, edgeSlots, from, Features.EDGE_SLOTS, Model.EDGES, column, gradient);
      biasSquares[column] += gradient * gradient;
      bias[column] += rate * gradient / (1 + Math.sqrt(biasSquares[column]));
    }
  }

  private void push(float[] weights, float[] squares, int from, double gradient) {
    if (Math.abs(gradient) > TINY) {
      push(weights, squares, tokenSlots, from, Features.TOKEN_SLOTS, 1, 0, gradient);
    }
  }

  private void push(
      float[] weights,
      float[] squares,
      int[] slots,
      int from,
      int many,
      int width,
      int column,
      double gradient) {
    float square = (float) (gradient * gradient);
    float step = (float) (rate * gradient);
    for (int k = from; k < from + many; k++) {
      if (slots[k] >= 0) {
        int at = slots[k] * width + column;
        squares[at] += square;
        weights[at] += step / (0.1f + (float) Math.sqrt(squares[at]));
      }
    }
  }

  Model model() {
    int[] biases = new int[Model.EDGES];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = (int) Math.rint(bias[i] * SCALE);
    }
    return new Model(SCALE, quantised(code), quantised(string), quantised(edge), biases);
  }

  private static byte[] quantised(float[] weights) {
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      bytes[i] = (byte) Math.max(-127, Math.min(127, Math.rint(weights[i] * SCALE)));
    }
    return bytes;
  }
}
