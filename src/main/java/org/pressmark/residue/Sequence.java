package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;

/// Finds stretches of code with the model.
final class Sequence {
  /// Less than this, in log-odds, is no evidence.
  private static final double LEAST_MARGIN = 9;

  /// The same for a text without blank lines, where less can be told from its lines.
  private static final double LEAST_MARGIN_DENSE = 25;

  private final Model model;

  Sequence(Model model) {
    this.model = model;
  }

  List<Stretch> find(String text, int from, int to) {
    Tokens tokens = new Tokens();
    tokens.read(text, from, to);
    Features features = new Features(tokens);
    features.prepare();
    byte[] states = new byte[tokens.count];
    int[] gain = new int[tokens.count];
    model.decode(features, tokens.count, states, gain);
    boolean dense = text.indexOf("\n\n", from) < 0;
    double least = dense ? LEAST_MARGIN_DENSE : LEAST_MARGIN;
    return Showcase.without(text, stretches(tokens, states, gain)).stream()
        .filter(stretch -> stretch.margin() >= least)
        .toList();
  }

  private List<Stretch> stretches(Tokens tokens, byte[] states, int[] gain) {
    List<Stretch> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.count) {
      if (states[i] == Model.PROSE) {
        i++;
        continue;
      }
      int first = i;
      long sum = 0;
      while (i < tokens.count && states[i] != Model.PROSE) {
        sum += gain[i++];
      }
      sum += i < tokens.count ? gain[i] : 0;
      double margin = (double) sum / model.scale;
      found.add(new Stretch(tokens.start[first], tokens.end[i - 1], margin));
    }
    return found;
  }
}
