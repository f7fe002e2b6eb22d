package org.pressmark.export;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Span;

/// A row of a table, cell by cell.
record Row(Block block, List<Cell> cells) {
  /// @param start of its words in the block's text
  record Cell(int start, int end, boolean isHead) {}

  static Row of(Block block) {
    List<Cell> cells = new ArrayList<>();
    String text = block.text();
    int start = 0;
    while (start <= text.length()) {
      int tab = text.indexOf('\t', start);
      int end = tab < 0 ? text.length() : tab;
      cells.add(new Cell(start, end, isHead(block, start, end)));
      start = end + 1;
    }
    return new Row(block, cells);
  }

  private static boolean isHead(Block block, int start, int end) {
    for (Span span : block.setting().spans()) {
      if (span.kind() == Span.Kind.HEAD && span.start() < end && span.end() > start) {
        return true;
      }
    }
    return false;
  }

  /// Whether it names the columns.
  boolean isHead() {
    return cells.stream().allMatch(Cell::isHead);
  }

  /// Whether a table begins with it, below this block.
  boolean opensTable(Block before) {
    return before.kind() != Block.Kind.TABLE || isHead() && !of(before).isHead();
  }
}
