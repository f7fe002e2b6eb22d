package org.pressmark.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// JSON records in their order, and whether any of them has text.
final class Shelf {
  private List<Slice> slices = new ArrayList<>();
  private boolean speaks;

  void add(Slice slice, boolean hasText) {
    slices.add(slice);
    speaks |= hasText;
  }

  /// Becomes the other one, if that one has text, and more records.
  void takeLarger(Shelf other) {
    if (other.speaks && other.slices.size() > slices.size()) {
      slices = other.slices;
      speaks = true;
    }
  }

  List<Slice> slices() {
    return Collections.unmodifiableList(slices);
  }

  boolean isEmpty() {
    return slices.isEmpty();
  }

  boolean isSingle() {
    return slices.size() == 1;
  }

  boolean speaks() {
    return speaks;
  }

  /// Where the last record ends.
  int end() {
    return slices.isEmpty() ? 0 : slices.getLast().end();
  }

  /// What the next record is called where records have no lines: `1`, `2`, ….
  String nextNumber() {
    return Integer.toString(slices.size() + 1);
  }
}
