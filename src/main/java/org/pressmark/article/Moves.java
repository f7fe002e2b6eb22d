package org.pressmark.article;

import java.util.ArrayList;
import java.util.List;

/// Where the words of a draft stand once its cuts are made: carries spans over into a block.
final class Moves {
  private final List<Cut> cuts;
  private final int start;
  private final int[] lost; // characters by the first so many cuts

  /// @param start of the block in the draft's text
  /// @param cuts those inside of the block, in order
  Moves(int start, List<Cut> cuts) {
    this.start = start;
    this.cuts = cuts;
    this.lost = new int[cuts.size() + 1];
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      lost[i + 1] = lost[i] + cut.was().length() - cut.put().length();
    }
  }

  /// What is left of spans in the draft's text, in the block's.
  List<Span> carry(List<Span> spans, String block) {
    List<Span> carried = new ArrayList<>(spans.size());
    for (Span span : spans) {
      if (cuts.isEmpty() && span.start() >= start && span.end() - start <= block.length()) {
        carried.add(span.at(span.start() - start, span.end() - start));
        continue;
      }
      int from = Math.clamp(place(span.start(), true), 0, block.length());
      int to = Math.clamp(place(span.end(), false), from, block.length());
      while (from < to && Draft.isBlank(block.charAt(from))) {
        from++;
      }
      while (to > from && Draft.isBlank(block.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        carried.add(span.at(from, to));
      }
    }
    return carried;
  }

  /// @param opens whether something begins there: if it does inside of a cut, it begins behind what
  /// was put for it
  private int place(int offset, boolean opens) {
    int low = 0;
    int high = cuts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cuts.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < cuts.size() && cuts.get(low).offset() < offset) {
      Cut around = cuts.get(low);
      return around.offset() - start - lost[low] + (opens ? around.put().length() : 0);
    }
    return offset - start - lost[low];
  }
}
