package org.pressmark.parcel;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.pressmark.article.Field;

/// What a parcel holds.
public sealed interface Contents {
  /// How deep the elements of a page go, in each other; deeper ones are taken to stand there.
  int MAX_DEPTH = 512;

  /// What the document says of itself apart from its text: properties, headers.
  Map<Field, List<String>> given();

  /// A document as a page, which has a body and no head.
  ///
  /// @param notes what could not be read, or had to be read in another way
  record Story(Document page, Map<Field, List<String>> given, List<String> notes)
      implements Contents {}

  /// The parts of an e-mail that have text.
  record Letter(List<Part> parts, Map<Field, List<String>> given) implements Contents {}

  /// @param charset as the part declares it; where it does not, `US-ASCII`
  record Part(String mediaType, String charset, byte[] bytes) {}
}
