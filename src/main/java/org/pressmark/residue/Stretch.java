package org.pressmark.residue;

/// A run of text that is not prose.
///
/// @param margin by how much the model, in log-odds, prefers this to being prose
record Stretch(int start, int end, double margin) {
  /// From 0 to 1; a margin of 3 gives 0.5, one of 20 gives 0.95.
  double confidence() {
    double confidence = margin <= 0 ? 0 : margin / (margin + 3);
    return Math.rint(confidence * 1000) / 1000;
  }
}
