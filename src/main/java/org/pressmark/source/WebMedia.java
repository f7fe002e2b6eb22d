package org.pressmark.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Capture;
import org.pressmark.source.text.Decoder;
import org.pressmark.source.text.Decoding;
import org.pressmark.source.text.Markup;

/// Tells the pages and documents of a web archive from all the rest that pages are made of: by what
/// the server declared, and by the bytes.
final class WebMedia {
  private static final Set<String> DOCUMENTS = Set.of(
      "text/html",
      "application/xhtml+xml",
      "text/plain",
      "text/markdown",
      "application/pdf",
      "application/msword",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.oasis.opendocument.text",
      "application/rtf",
      "text/rtf",
      "application/epub+zip",
      "message/rfc822");

  private static final Map<String, String> OTHERS = Map.ofEntries(
      Map.entry("image", "image"),
      Map.entry("font", "font"),
      Map.entry("audio", "sound"),
      Map.entry("video", "video"),
      Map.entry("text/css", "style sheet"),
      Map.entry("text/javascript", "script"),
      Map.entry("application/javascript", "script"),
      Map.entry("application/x-javascript", "script"),
      Map.entry("application/ecmascript", "script"),
      Map.entry("text/xml", "XML data"),
      Map.entry("application/xml", "XML data"),
      Map.entry("application/rss+xml", "feed"),
      Map.entry("application/atom+xml", "feed"),
      Map.entry("application/json", "JSON data"),
      Map.entry("text/json", "JSON data"),
      Map.entry("application/ld+json", "JSON data"),
      Map.entry("application/manifest+json", "JSON data"),
      Map.entry("application/font-woff", "font"),
      Map.entry("application/x-font-woff", "font"),
      Map.entry("application/vnd.ms-fontobject", "font"));

  // Servers that do not know better say one of these.
  private static final Set<String> UNKNOWN =
      Set.of("", "application/octet-stream", "unknown/unknown", "application/unknown", "unk");

  private WebMedia() {}

  /// What it is by the declaration alone, where it is no document; empty where it may be one.
  static Optional<String> passed(String mediaType, String url) {
    String type = base(mediaType);
    if (url.endsWith("/robots.txt")) {
      return Optional.of("robots.txt");
    }
    if (DOCUMENTS.contains(type) || UNKNOWN.contains(type) || type.equals("no-type")) {
      return Optional.empty();
    }
    return Optional.of(Optional.ofNullable(OTHERS.get(type))
        .or(() -> Optional.ofNullable(OTHERS.get(type.split("/", 2)[0])))
        .orElse("other data"));
  }

  /// What it is by its bytes, where it is no document; empty where it is one.
  static Optional<String> passed(Capture capture) {
    if (capture.bytes().length == 0) {
      return Optional.of("empty body");
    }
    return switch (Format.of(capture)) {
      case Format.Foreign foreign -> Optional.of(words(foreign.name()));
      case Format.Broken broken -> Optional.empty();
      case Format.Parcel parcel -> Optional.empty();
      case Format.Text text ->
        isDeclared(capture) || isPage(capture.bytes())
            ? Optional.empty()
            : Optional.of("other data");
    };
  }

  private static boolean isDeclared(Capture capture) {
    return !UNKNOWN.contains(base(capture.mediaType().orElse("")));
  }

  private static boolean isPage(byte[] bytes) {
    Decoding decoding = Decoder.decode(bytes, Optional.empty());
    return Markup.isPage(decoding.beginning(1 << 13));
  }

  private static String words(String format) {
    for (String word : List.of("image", "video", "sound", "font")) {
      if (format.contains(word)) {
        return word;
      }
    }
    return "other data";
  }

  /// Without parameters, in small letters.
  private static String base(String mediaType) {
    return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
