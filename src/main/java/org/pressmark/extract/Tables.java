package org.pressmark.extract;

import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.pressmark.article.Block;

/// Tables are told as a whole: with their heads, and where the story announces them.
final class Tables {

  private final Survey survey;
  private final List<Piece> pieces;
  private final boolean[] story;

  Tables(Verdict verdict) {
    this.survey = verdict.survey;
    this.pieces = verdict.pieces;
    this.story = verdict.story;
  }

  /// A table of data that the story announces, by a heading or a colon, and goes on behind: it has
  /// head cells, and no links.
  void takeAnnounced() {
    for (int i = survey.firstProse + 1; i < survey.lastProse; i++) {
      if (!isRow(i) || story[i] || !story[i - 1] || !announces(pieces.get(i - 1))) {
        continue;
      }
      Box table = table(i);
      int end = i;
      double linked = 0;
      boolean hasHead = false;
      while (end < story.length && isRow(end) && table(end) == table) {
        linked += pieces.get(end).linked;
        hasHead |= hasHeadCell(pieces.get(end));
        end++;
      }
      boolean isInside = end < story.length && story[end] && survey.best.holds(table);
      if (isInside
          && hasHead
          && end > i + 1
          && linked == 0
          && (table.inherited & Verdict.NOT_STORY) == 0) {
        Arrays.fill(story, i, end, true);
      }
      i = end - 1;
    }
  }

  /// A table is told as a whole: its head goes with the row below, and so do short rows.
  void takeRows() {
    for (int i = story.length - 2; i >= 0; i--) {
      story[i] |= story[i + 1] && isRow(i) && isRow(i + 1) && table(i) == table(i + 1);
    }
  }

  private boolean isRow(int i) {
    return pieces.get(i).kind == Block.Kind.TABLE;
  }

  private Box table(int i) {
    Box box = pieces.get(i).box;
    while (box.role != Role.TABLE && !box.isRoot()) {
      box = box.parent;
    }
    return box;
  }

  private boolean announces(Piece piece) {
    char last = survey.sheet.text().charAt(piece.end - 1);
    return piece.kind == Block.Kind.HEADING || last == ':' || last == '：';
  }

  private static boolean hasHeadCell(Piece row) {
    Element element = row.box.element;
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (element.childNode(i) instanceof Element cell && cell.normalName().equals("th")) {
        return true;
      }
    }
    return false;
  }
}
