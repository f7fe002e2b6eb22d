package org.pressmark.residue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A run of text that is not prose.
///
/// @param margin by how much the model, in log-odds, prefers this to being prose
record Stretch(int start, int end, double margin) {
  /// In order; what overlaps or touches is one stretch.
  @SafeVarargs
  static List<Stretch> merged(List<Stretch>... lists) {
    List<Stretch> all = Stream.of(lists)
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Stretch::start))
        .toList();
    List<Stretch> merged = new ArrayList<>();
    for (Stretch stretch : all) {
      Stretch last = merged.isEmpty() ? stretch : merged.getLast();
      if (!merged.isEmpty() && stretch.start() <= last.end()) {
        merged.set(
            merged.size() - 1,
            new Stretch(
                last.start(),
                Math.max(last.end(), stretch.end()),
                Math.max(last.margin(), stretch.margin())));
      } else {
        merged.add(stretch);
      }
    }
    return merged;
  }

  /// From 0 to 1; a margin of 3 gives 0.5, one of 20 gives 0.95.
  double confidence() {
    double confidence = margin <= 0 ? 0 : margin / (margin + 3);
    return Math.rint(confidence * 1000) / 1000;
  }
}
