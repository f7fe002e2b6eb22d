package org.pressmark.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Reading;

/// Parses HTML, and says so where the page is deeper than anyone writes pages.
final class HtmlReader {
  /// A tree this deep can still be walked by methods that call themselves. What lies deeper is kept
  /// and put at this depth.
  private static final int MAX_DEPTH = 512;

  private HtmlReader() {}

  static Page open(Capture capture, Reading reading, String html, Map<Field, List<String>> given) {
    Document document = Parser.htmlParser()
        .setMaxDepth(MAX_DEPTH)
        .parseInput(html, capture.url().orElse(""));
    Reading noted = isDeep(document)
        ? note(reading, "elements nested deeper than " + MAX_DEPTH + " were put at that depth")
        : reading;
    return new Page.Html(capture, noted, document, given);
  }

  static Reading reading(String mediaType, Decoding decoding) {
    return new Reading(mediaType, decoding.charset().name(), decoding.source(), decoding.notes());
  }

  private static Reading note(Reading reading, String note) {
    List<String> notes = new ArrayList<>(reading.notes());
    notes.add(note);
    return new Reading(reading.mediaType(), reading.charset(), reading.charsetSource(), notes);
  }

  private static boolean isDeep(Document document) {
    int depth = 0;
    Node node = document;
    while (node != null) {
      if (node.childNodeSize() > 0) {
        node = node.childNode(0);
        depth++;
        if (depth >= MAX_DEPTH) {
          return true;
        }
      } else {
        while (node != null && node.nextSibling() == null) {
          node = node.parent();
          depth--;
        }
        node = node == null ? null : node.nextSibling();
      }
    }
    return false;
  }
}
