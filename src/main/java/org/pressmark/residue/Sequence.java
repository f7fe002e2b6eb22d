package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;

/// Finds stretches of code with the model.
final class Sequence {
  /// Less than this, in log-odds, is no evidence.
  private static final double LEAST_MARGIN = 3;

  /// The same for a text without blank lines, where less can be told from its lines.
  private static final double LEAST_MARGIN_DENSE = 20;

  /// A string without any mark of code is followed so far, in UTF-16 units.
  private static final int LONGEST_STRING = 30_000;

  private final Model model;

  Sequence(Model model) {
    this.model = model;
  }

  List<Stretch> find(String text, int from, int to) {
    boolean dense = text.indexOf("\n\n", from) < 0;
    double least = dense ? LEAST_MARGIN_DENSE : LEAST_MARGIN;
    List<Stretch> found = new ArrayList<>(decoded(text, from, to));
    found.addAll(Remains.markup(text));
    List<Stretch> code = Showcase.without(text, found).stream()
        .filter(stretch -> stretch.margin() >= least)
        .toList();
    List<Stretch> cut = Islands.without(text, Unclosed.followed(text, Stretch.merged(code)));
    return Seam.mended(text, Stretch.merged(cut, Remains.escaped(text)));
  }

  private List<Stretch> decoded(String text, int from, int to) {
    List<Hints.Zone> zones = Hints.zones(text, from, to);
    if (zones.isEmpty()) {
      return List.of();
    }
    List<Stretch> found = new ArrayList<>();
    Tokens tokens = new Tokens();
    Features features = new Features(tokens);
    int next = 0;
    while (next < zones.size()) {
      Hints.Zone zone = zones.get(next++);
      List<Stretch> here = read(text, zone, tokens, features);
      if (!here.isEmpty()
          && zone.end() < to
          && here.getLast().end() >= tokens.end[tokens.count - 1]) {
        // code to the very end of the zone: the rest of its line may belong to it
        int end = restOfLine(text, zone.end(), to);
        while (next < zones.size() && zones.get(next).start() <= end) {
          end = Math.max(end, zones.get(next++).end());
        }
        here = read(text, new Hints.Zone(zone.start(), end), tokens, features);
      }
      found.addAll(here);
    }
    return found;
  }

  private static int restOfLine(String text, int from, int to) {
    int most = Math.min(to, from + LONGEST_STRING);
    int newline = text.indexOf('\n', from);
    return newline < 0 || newline > most ? most : newline;
  }

  private List<Stretch> read(String text, Hints.Zone zone, Tokens tokens, Features features) {
    tokens.read(text, zone.start(), zone.end());
    features.prepare();
    byte[] states = new byte[tokens.count];
    int[] gain = new int[tokens.count];
    model.decode(features, tokens.count, states, gain);
    return stretches(tokens, states, gain);
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
