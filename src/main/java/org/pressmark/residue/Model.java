package org.pressmark.residue;

/// Weights learnt from examples, and the best way through a text under them.
///
/// Three states: prose; code; prose-like text inside of code, such as a story in a JSON string.
/// All sums are whole numbers, so the same text gives the same answer on every machine.
final class Model {
  static final int PROSE = 0;
  static final int CODE = 1;
  static final int STRING = 2;

  /// How many units one unit of log-odds has.
  final int scale;

  /// Two for each slot: code, string; prose has always 0.
  final byte[] tokenWeights;

  /// Four for each slot: prose to code, prose to string, code to prose, string to prose.
  final byte[] edgeWeights;

  /// The same four, and code to string, string to code.
  final int[] bias;

  Model(int scale, byte[] tokenWeights, byte[] edgeWeights, int[] bias) {
    this.scale = scale;
    this.tokenWeights = tokenWeights;
    this.edgeWeights = edgeWeights;
    this.bias = bias;
  }

  /// The best states for all tokens; `gain` receives, for each token, what its state and the step
  /// to it add to the path's score.
  void decode(Features features, int count, byte[] states, int[] gain) {
    int[] tokenSlots = new int[Features.TOKEN_SLOTS];
    int[] edgeSlots = new int[Features.EDGE_SLOTS];
    byte[] from = new byte[count + 1]; // two bits for the best state before each of the three
    int[] steps = new int[8];
    long prose = 0;
    long code = Long.MIN_VALUE / 4;
    long string = Long.MIN_VALUE / 4;
    int[] added = new int[count * 7];
    for (int i = 0; i < count; i++) {
      features.token(i, tokenSlots);
      int c = 0;
      int s = 0;
      for (int slot : tokenSlots) {
        c += tokenWeights[slot * 2];
        s += tokenWeights[slot * 2 + 1];
      }
      features.edge(i, edgeSlots);
      steps[0] = bias[0];
      steps[1] = bias[1];
      steps[2] = bias[2];
      steps[3] = bias[3];
      for (int slot : edgeSlots) {
        int at = slot * 4;
        steps[0] += edgeWeights[at];
        steps[1] += edgeWeights[at + 1];
        steps[2] += edgeWeights[at + 2];
        steps[3] += edgeWeights[at + 3];
      }
      int a = i * 7;
      added[a] = c;
      added[a + 1] = s;
      added[a + 2] = steps[0];
      added[a + 3] = steps[1];
      added[a + 4] = steps[2];
      added[a + 5] = steps[3];
      int back = 0;
      long newProse = prose;
      if (code + steps[2] > newProse) {
        newProse = code + steps[2];
        back = CODE;
      }
      if (string + steps[3] > newProse) {
        newProse = string + steps[3];
        back = STRING;
      }
      int backCode = CODE;
      long newCode = code;
      if (prose + steps[0] > newCode) {
        newCode = prose + steps[0];
        backCode = PROSE;
      }
      if (string + bias[5] > newCode) {
        newCode = string + bias[5];
        backCode = STRING;
      }
      int backString = STRING;
      long newString = string;
      if (prose + steps[1] > newString) {
        newString = prose + steps[1];
        backString = PROSE;
      }
      if (code + bias[4] > newString) {
        newString = code + bias[4];
        backString = CODE;
      }
      from[i] = (byte) (back | backCode << 2 | backString << 4);
      prose = newProse;
      code = newCode + c;
      string = newString + s;
    }
    int state = prose >= code && prose >= string ? PROSE : code >= string ? CODE : STRING;
    for (int i = count - 1; i >= 0; i--) {
      states[i] = (byte) state;
      int before = from[i] >> state * 2 & 3;
      int a = i * 7;
      gain[i] = (state == CODE ? added[a] : state == STRING ? added[a + 1] : 0)
          + step(before, state, added, a);
      state = before;
    }
  }

  private int step(int before, int state, int[] added, int a) {
    if (before == state) {
      return 0;
    }
    return switch (before * 3 + state) {
      case 1 -> added[a + 2];
      case 2 -> added[a + 3];
      case 3 -> added[a + 4];
      case 6 -> added[a + 5];
      case 5 -> bias[4];
      default -> bias[5];
    };
  }
}
