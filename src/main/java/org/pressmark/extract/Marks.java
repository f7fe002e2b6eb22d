package org.pressmark.extract;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The elements inside of lines, and from where to where each of them reaches in the walk's text.
/// One that goes on in the next piece is noted once a piece.
final class Marks {
  /// No story has so many; pages made to exhaust us may.
  private static final int MOST = 1 << 18;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private @Nullable Element[] elements = new @Nullable Element[64];
  private int size;

  int size() {
    return size;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  Element element(int i) {
    Element element = elements[i];
    if (element == null) {
      throw new IndexOutOfBoundsException(i);
    }
    return element;
  }

  void add(Element element, int start, int end) {
    if (size == MOST) {
      return;
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      elements = Arrays.copyOf(elements, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    elements[size++] = element;
  }
}
