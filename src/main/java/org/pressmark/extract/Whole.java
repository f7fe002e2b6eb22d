package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;

/// A document that is all story, such as a PDF: every line of it is a passage, and nothing is cut.
final class Whole {
  private Whole() {}

  static Draft draft(Document document) {
    Sheet sheet = Walk.over(document);
    Typesetting typesetting = new Typesetting(sheet, document.baseUri());
    List<Passage> passages = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Piece piece : sheet.pieces()) {
      if (!passages.isEmpty()) {
        text.append('\n');
      }
      int start = text.length();
      text.append(sheet.text(), piece.start, piece.end);
      passages.add(new Passage(
          start,
          text.length(),
          piece.kind,
          piece.level,
          typesetting.of(piece, start, Optional.empty())));
    }
    return Draft.of(text.toString(), passages);
  }
}
