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

  List<Stretch> find(Hints hints) {
    String text = hints.text();
    double least = text.contains("\n\n") ? LEAST_MARGIN : LEAST_MARGIN_DENSE;
    List<Stretch> found = new ArrayList<>(decoded(hints));
    found.addAll(Remains.markup(text));
    List<Stretch> code = Showcase.without(text, found).stream()
        .filter(stretch -> stretch.margin() >= least)
        .toList();
    List<Stretch> cut = Islands.without(text, Unclosed.followed(text, Stretch.merged(code)));
    List<Stretch> whole = Stretch.merged(Echo.followed(text, cut), Remains.escaped(text));
    return Seam.mended(text, whole);
  }

  private List<Stretch> decoded(Hints hints) {
    List<Hints.Zone> zones = hints.zones();
    char[] chars = hints.chars();
    if (zones.isEmpty()) {
      return List.of();
    }
    List<Stretch> found = new ArrayList<>();
    Tokens tokens = new Tokens();
    Features features = new Features(tokens);
    Model.Path path = new Model.Path();
    int next = 0;
    while (next < zones.size()) {
      Hints.Zone zone = zones.get(next++);
      List<Stretch> here = read(chars, zone, tokens, features, path);
      if (!here.isEmpty()
          && zone.end() < chars.length
          && here.getLast().end() >= tokens.to[tokens.end - 1]) {
        // code to the very end of the zone: the rest of its line may belong to it
        int end = restOfLine(hints.text(), zone.end());
        while (next < zones.size() && zones.get(next).start() <= end) {
          end = Math.max(end, zones.get(next++).end());
        }
        here = read(chars, new Hints.Zone(zone.start(), end), tokens, features, path);
      }
      found.addAll(here);
    }
    return found;
  }

  private static int restOfLine(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST_STRING);
    int newline = text.indexOf('\n', from);
    return newline < 0 || newline > most ? most : newline;
  }

  private List<Stretch> read(
      char[] text, Hints.Zone zone, Tokens tokens, Features features, Model.Path path) {
    tokens.read(text, zone.start(), zone.end());
    features.prepare();
    model.decode(tokens, features, path);
    List<Stretch> found = new ArrayList<>();
    int i = Tokens.FIRST;
    while (i < tokens.end) {
      if (path.state(i) == Model.PROSE) {
        i++;
        continue;
      }
      int first = i;
      while (i < tokens.end && path.state(i) != Model.PROSE) {
        i++;
      }
      double margin = (double) path.gain(first, i) / model.scale;
      found.add(new Stretch(tokens.from[first], tokens.to[i - 1], margin));
    }
    return found;
  }
}
