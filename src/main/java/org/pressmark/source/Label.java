package org.pressmark.source;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a file says of a document that is cut out of it, and that the document's own bytes do not
/// say: written into the media type that the document is declared to have, it is there again when
/// the document is opened, be it years later and out of an archive.
///
/// `application/json; pressmark-map=text%3Dbody` is a record whose text is in its field `body`.
final class Label {
  /// Which field of a record is what, as [Columns] writes it.
  static final String MAP = "map";
  /// Why the document can not be read.
  static final String BROKEN = "broken";
  /// How an export of a press database parts its articles, a [PressExport.Layout].
  static final String LAYOUT = "layout";
  /// The address that links in it start from.
  static final String BASE = "base";
  static final String PUBLISHER = "publisher";
  static final String LANGUAGE = "language";

  private static final String OURS = "pressmark-";

  private Label() {}

  static String with(String mediaType, String name, String value) {
    return mediaType + "; " + OURS + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static Optional<String> find(Optional<String> mediaType, String name) {
    String key = OURS + name + "=";
    return mediaType.filter(type -> type.contains(key)).flatMap(type -> {
      for (String part : type.split(";", -1)) {
        if (part.strip().startsWith(key)) {
          return decoded(part.strip().substring(key.length()));
        }
      }
      return Optional.empty();
    });
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // of somebody else, who happens to use our names
    }
  }
}
