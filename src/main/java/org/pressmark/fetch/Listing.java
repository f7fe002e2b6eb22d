package org.pressmark.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A document that names pages: a feed, a sitemap, an index of sitemaps, a text of addresses.
///
/// @param notes what was odd about it
public record Listing(List<Item> items, List<String> notes) {
  /// @param time when the page was changed or published last, where the list says so
  public record Item(String address, Optional<Instant> time, boolean isList) {}

  /// https://www.sitemaps.org/protocol.html#index
  static final int MAX_ADDRESSES = 50_000;

  static final String TOO_MANY = "has " + MAX_ADDRESSES
      + " addresses or more; what may stand behind these is not read: no list may have more";

  public Listing {
    items = List.copyOf(items);
    notes = List.copyOf(notes);
  }

  /// @param mediaType as the server declares it
  /// @return nothing where the document is none
  static Optional<Listing> of(byte[] document, Optional<String> mediaType, Address at) {
    if (beginsWithTag(document)) {
      return ListReader.read(document, at);
    }
    boolean isText = mediaType.map(type -> type.strip().toLowerCase(Locale.ROOT)).stream()
        .anyMatch(type -> type.startsWith("text/plain"));
    return isText ? text(document) : Optional.empty();
  }

  /// Whether an address sounds like one of a list.
  static boolean isNamedSo(Address address) {
    int query = address.target().indexOf('?');
    String path = (query < 0 ? address.target() : address.target().substring(0, query))
        .toLowerCase(Locale.ROOT);
    String last = path.substring(path.lastIndexOf('/') + 1);
    return Stream.of(".xml", ".xml.gz", ".rss", ".atom", ".rdf", "robots.txt")
            .anyMatch(last::endsWith)
        || path.contains("/sitemap")
        || path.endsWith("/feed")
        || path.endsWith("/feed/")
        || path.endsWith("/rss")
        || path.endsWith("/rss/")
        || path.endsWith("/atom");
  }

  /// The media types in which lists come.
  static boolean isDeclaredSo(String mediaType) {
    String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return (type.endsWith("xml") && !type.contains("xhtml"))
        || type.equals("text/plain")
        || type.contains("gzip");
  }

  private static boolean beginsWithTag(byte[] document) {
    for (int at = 0; at < Math.min(document.length, 1 << 10); at++) {
      int sign = document[at];
      if (sign == '<') {
        return true;
      }
      // White space, the marks of byte order, and the zeros of UTF-16.
      boolean isBlank = sign == 0 || sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n';
      if (!isBlank && sign > 0) {
        return false;
      }
    }
    return false;
  }

  /// https://www.sitemaps.org/protocol.html#otherformats: addresses, one a line, and nothing else.
  private static Optional<Listing> text(byte[] document) {
    List<String> lines = new String(document, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replace("\uFEFF", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
    boolean isList = !lines.isEmpty()
        && lines.stream()
            .allMatch(line -> line.startsWith("http://") || line.startsWith("https://"));
    if (!isList) {
      return Optional.empty();
    }
    List<Item> items = lines.stream()
        .limit(MAX_ADDRESSES)
        .map(line -> new Item(line, Optional.empty(), false))
        .toList();
    return Optional.of(
        new Listing(items, lines.size() < MAX_ADDRESSES ? List.of() : List.of(TOO_MANY)));
  }
}
