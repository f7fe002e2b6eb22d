package org.pressmark.source;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.pressmark.article.Capture;
import org.pressmark.article.Reading;
import org.pressmark.parcel.Contents;
import org.pressmark.source.text.Decoding;

/// Parses HTML, and says so where the page is deeper than anyone writes pages.
final class HtmlReader {
  /// A tree this deep can still be walked by methods that call themselves. What lies deeper is kept
  /// and put at this depth.
  static final int MAX_DEPTH = Contents.MAX_DEPTH;

  private HtmlReader() {}

  static Page open(Capture capture, Reading reading, Reader html, Given given) {
    return open(capture, reading, html, given, capture.url().orElse(""));
  }

  /// @param base the address that the links in it start from
  static Page open(Capture capture, Reading reading, Reader html, Given given, String base) {
    return open(capture, reading, html, Optional.empty(), given, base);
  }

  /// A page from the web, without the code in it.
  static Page open(Capture capture, Reading reading, Decoding page, Given given, String base) {
    return open(capture, reading, page.unscripted().reader(), Optional.of(page), given, base);
  }

  private static Page open(
      Capture capture,
      Reading reading,
      Reader html,
      Optional<Decoding> whole,
      Given given,
      String base) {
    Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, base);
    int streamed = Streamed.putInPlace(document, whole);
    Reading noted = streamed == 0
        ? reading
        : note(reading, "hidden parts stand where a script puts them: " + streamed);
    if (goesDeeper(document, MAX_DEPTH)) {
      noted = note(noted, "elements nested deeper than " + MAX_DEPTH + " were put at that depth");
    }
    return new Page.Html(capture, noted, document, given.values(), given.columns(), whole);
  }

  static Reading reading(String mediaType, Decoding decoding) {
    return new Reading(mediaType, decoding.charset().name(), decoding.source(), decoding.notes());
  }

  private static Reading note(Reading reading, String note) {
    List<String> notes = new ArrayList<>(reading.notes());
    notes.add(note);
    return new Reading(reading.mediaType(), reading.charset(), reading.charsetSource(), notes);
  }

  /// Whether an element has more levels than so many, itself counted.
  static boolean goesDeeper(Element element, int levels) {
    if (levels <= 0) {
      return true;
    }
    for (int i = 0, count = element.childNodeSize(); i < count; i++) {
      if (element.childNode(i) instanceof Element child
          && (child.childNodeSize() == 0 ? levels == 1 : goesDeeper(child, levels - 1))) {
        return true;
      }
    }
    return false;
  }
}
