package org.pressmark.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Problem;
import org.pressmark.article.Reading;
import org.pressmark.source.text.Decoding;

/// A capture opened for reading.
public sealed interface Page {
  Capture capture();

  /// A page that has text, in one form or another.
  sealed interface Readable extends Page {
    Reading reading();

    /// What the container said of the document apart from the document itself: fields of a JSON
    /// record, headers of an e-mail, properties of a PDF. Values as they stand there.
    Map<Field, List<String>> given();

    /// What the container calls the places where it says that, if it has names of its own: the
    /// column `published_at` of a dump.
    Map<Field, String> columns();
  }

  /// HTML, and every format that Tika turns into HTML.
  ///
  /// @param whole what it was parsed from, with all its code, of which the document has none
  record Html(
      Capture capture,
      Reading reading,
      Document document,
      Map<Field, List<String>> given,
      Map<Field, String> columns,
      Optional<Decoding> whole)
      implements Readable {
    public Html(
        Capture capture, Reading reading, Document document, Map<Field, List<String>> given) {
      this(capture, reading, document, given, Map.of(), Optional.empty());
    }
  }

  /// Text without markup of its own: plain text, or a page that an earlier scraper flattened.
  ///
  /// @param text decoded, otherwise exactly as it came, without a byte order mark
  record Flat(
      Capture capture,
      Reading reading,
      String text,
      Map<Field, List<String>> given,
      Map<Field, String> columns)
      implements Readable {
    public Flat(Capture capture, Reading reading, String text, Map<Field, List<String>> given) {
      this(capture, reading, text, given, Map.of());
    }
  }

  /// A capture that can not be read.
  record Unreadable(Capture capture, Problem problem) implements Page {}
}
