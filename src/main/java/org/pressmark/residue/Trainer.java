package org.pressmark.residue;

import java.util.Arrays;

/// Learns the model's weights: a conditional random field with three states, trained by AdaGrad.
/// One thread, a fixed order and a fixed seed: the same pages give the same weights, bit for bit.
final class Trainer {
  private static final double RATE = 0.08;
  private static final double TINY = 1e-3;
  private static final int SCALE = 24;

  final float[] token = new float[(1 << Features.TOKEN_BITS) * 2];
  final float[] edge = new float[(1 << Features.EDGE_BITS) * 4];
  final double[] bias = {-6, -9, -6, -9, -3, -3};
  private final float[] tokenSquares = new float[token.length];
  private final float[] edgeSquares = new float[edge.length];
  private final double[] biasSquares = new double[bias.length];
  private double rate = RATE;

  private final Tokens tokens = new Tokens();
  private final Features features = new Features(tokens);
  private int[] tokenSlots = new int[0];
  private int[] edgeSlots = new int[0];
  private double[] potential = new double[0]; // 2 emissions and 4 steps a token, as factors
  private double[] forward = new double[0];
  private double[] backward = new double[0];

  void rate(double share) {
    rate = RATE * share;
  }

  /// One step of learning from one item.
  void learn(TrainingItems.Item item) {
    tokens.read(item.text(), 0, item.text().length());
    int n = tokens.count;
    if (n == 0) {
      return;
    }
    features.prepare();
    reserve(n);
    byte[] gold = gold(tokens, item);
    double[] constant = {StrictMath.exp(bias[4]), StrictMath.exp(bias[5])};
    for (int i = 0; i < n; i++) {
      potentials(i);
    }
    forwards(n, constant);
    backwards(n, constant);
    double[] expected = new double[12];
    for (int i = 0; i < n; i++) {
      update(i, n, gold, constant, expected);
    }
  }

  /// Code, or prose-like text inside of code: six plain words or more in a row.
  static byte[] gold(Tokens tokens, TrainingItems.Item item) {
    byte[] gold = new byte[tokens.count];
    int from = 0;
    while (from < tokens.count && tokens.start[from] < item.start()) {
      from++;
    }
    int to = from;
    while (to < tokens.count && tokens.start[to] < item.end()) {
      gold[to++] = Model.CODE;
    }
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
    return gold;
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
    if (forward.length < n * 3) {
      int length = n + n / 2;
      tokenSlots = new int[length * Features.TOKEN_SLOTS];
      edgeSlots = new int[length * Features.EDGE_SLOTS];
      potential = new double[length * 6];
      forward = new double[length * 3];
      backward = new double[length * 3];
    }
  }

  private final int[] someTokenSlots = new int[Features.TOKEN_SLOTS];
  private final int[] someEdgeSlots = new int[Features.EDGE_SLOTS];

  private void potentials(int i) {
    features.token(i, someTokenSlots);
    features.edge(i, someEdgeSlots);
    System.arraycopy(someTokenSlots, 0, tokenSlots, i * Features.TOKEN_SLOTS, Features.TOKEN_SLOTS);
    System.arraycopy(someEdgeSlots, 0, edgeSlots, i * Features.EDGE_SLOTS, Features.EDGE_SLOTS);
    double code = 0;
    double string = 0;
    for (int slot : someTokenSlots) {
      code += token[slot * 2];
      string += token[slot * 2 + 1];
    }
    double a = bias[0];
    double b = bias[1];
    double c = bias[2];
    double d = bias[3];
    for (int slot : someEdgeSlots) {
      a += edge[slot * 4];
      b += edge[slot * 4 + 1];
      c += edge[slot * 4 + 2];
      d += edge[slot * 4 + 3];
    }
    int at = i * 6;
    potential[at] = factor(code);
    potential[at + 1] = factor(string);
    potential[at + 2] = factor(a);
    potential[at + 3] = factor(b);
    potential[at + 4] = factor(c);
    potential[at + 5] = factor(d);
  }

  private static double factor(double score) {
    return StrictMath.exp(Math.max(-40, Math.min(40, score)));
  }

  private void forwards(int n, double[] constant) {
    double p = 1;
    double c = 0;
    double s = 0;
    for (int i = 0; i < n; i++) {
      int at = i * 6;
      double np = p + c * potential[at + 4] + s * potential[at + 5];
      double nc = (c + p * potential[at + 2] + s * constant[1]) * potential[at];
      double ns = (s + p * potential[at + 3] + c * constant[0]) * potential[at + 1];
      double sum = np + nc + ns;
      p = np / sum;
      c = nc / sum;
      s = ns / sum;
      forward[i * 3] = p;
      forward[i * 3 + 1] = c;
      forward[i * 3 + 2] = s;
    }
  }

  private void backwards(int n, double[] constant) {
    double p = 1;
    double c = 1;
    double s = 1;
    for (int i = n - 1; i >= 0; i--) {
      backward[i * 3] = p;
      backward[i * 3 + 1] = c;
      backward[i * 3 + 2] = s;
      int at = i * 6;
      double ec = potential[at] * c;
      double es = potential[at + 1] * s;
      double np = p + potential[at + 2] * ec + potential[at + 3] * es;
      double nc = ec + potential[at + 4] * p + constant[0] * es;
      double ns = es + potential[at + 5] * p + constant[1] * ec;
      double sum = np + nc + ns;
      p = np / sum;
      c = nc / sum;
      s = ns / sum;
    }
  }

  private void update(int i, int n, byte[] gold, double[] constant, double[] step) {
    int at = i * 3;
    double p = forward[at] * backward[at];
    double c = forward[at + 1] * backward[at + 1];
    double s = forward[at + 2] * backward[at + 2];
    double sum = p + c + s;
    push(
        token,
        tokenSquares,
        tokenSlots,
        i * Features.TOKEN_SLOTS,
        Features.TOKEN_SLOTS,
        2,
        0,
        (gold[i] == Model.CODE ? 1 : 0) - c / sum);
    push(
        token,
        tokenSquares,
        tokenSlots,
        i * Features.TOKEN_SLOTS,
        Features.TOKEN_SLOTS,
        2,
        1,
        (gold[i] == Model.STRING ? 1 : 0) - s / sum);
    steps(i, constant, step);
    int before = i == 0 ? Model.PROSE : gold[i - 1];
    int kind = before * 3 + gold[i];
    int from = i * Features.EDGE_SLOTS;
    edges(from, 0, (kind == 1 ? 1 : 0) - step[1]);
    edges(from, 1, (kind == 2 ? 1 : 0) - step[2]);
    edges(from, 2, (kind == 3 ? 1 : 0) - step[3]);
    edges(from, 3, (kind == 6 ? 1 : 0) - step[6]);
    bias(4, (kind == 5 ? 1 : 0) - step[5]);
    bias(5, (kind == 7 ? 1 : 0) - step[7]);
  }

  /// How likely each of the nine steps from the token before to this one is.
  private void steps(int i, double[] constant, double[] step) {
    double p = i == 0 ? 1 : forward[i * 3 - 3];
    double c = i == 0 ? 0 : forward[i * 3 - 2];
    double s = i == 0 ? 0 : forward[i * 3 - 1];
    int at = i * 6;
    double bp = backward[i * 3];
    double bc = potential[at] * backward[i * 3 + 1];
    double bs = potential[at + 1] * backward[i * 3 + 2];
    step[0] = p * bp;
    step[1] = p * potential[at + 2] * bc;
    step[2] = p * potential[at + 3] * bs;
    step[3] = c * potential[at + 4] * bp;
    step[4] = c * bc;
    step[5] = c * constant[0] * bs;
    step[6] = s * potential[at + 5] * bp;
    step[7] = s * constant[1] * bc;
    step[8] = s * bs;
    double sum = 0;
    for (int k = 0; k < 9; k++) {
      sum += step[k];
    }
    for (int k = 0; k < 9; k++) {
      step[k] /= sum;
    }
  }

  private void edges(int from, int column, double gradient) {
    if (Math.abs(gradient) > TINY) {
      push(edge, edgeSquares, edgeSlots, from, Features.EDGE_SLOTS, 4, column, gradient);
      bias(column, gradient);
    }
  }

  private void bias(int i, double gradient) {
    if (Math.abs(gradient) > TINY) {
      biasSquares[i] += gradient * gradient;
      bias[i] += rate * gradient / (1 + Math.sqrt(biasSquares[i]));
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
    if (Math.abs(gradient) <= TINY) {
      return;
    }
    float square = (float) (gradient * gradient);
    float step = (float) (rate * gradient);
    for (int k = from; k < from + many; k++) {
      int at = slots[k] * width + column;
      squares[at] += square;
      weights[at] += step / (0.1f + (float) Math.sqrt(squares[at]));
    }
  }

  Model model() {
    int[] biases = new int[6];
    for (int i = 0; i < 6; i++) {
      biases[i] = (int) Math.rint(bias[i] * SCALE);
    }
    return new Model(SCALE, quantised(token), quantised(edge), biases);
  }

  private static byte[] quantised(float[] weights) {
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      bytes[i] = (byte) Math.max(-127, Math.min(127, Math.rint(weights[i] * SCALE)));
    }
    return bytes;
  }
}
