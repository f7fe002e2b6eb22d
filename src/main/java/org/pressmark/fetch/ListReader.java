package org.pressmark.fetch;

import crawlercommons.sitemaps.AbstractSiteMap;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads what feeds and sitemaps name: RSS 0.9 to 2.0, with or without RDF, Atom (RFC 4287),
/// sitemaps
/// with or without news, and indexes of them (https://www.sitemaps.org/protocol.html).
///
/// crawler-commons reads all of these as well, and knows every form of a date in them. But it takes
/// the
/// first link of an Atom entry for its page, whatever that is related to, knows neither relative
/// addresses nor dates of Dublin Core nor charsets, and holds a sitemap whole, however long it is.
final class ListReader {
  private static final Set<String> DATES = Set.of(
      "pubDate",
      "date",
      "updated",
      "published",
      "modified",
      "issued",
      "lastmod",
      "publication_date");
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final int MAX_TEXT = 10_000;

  private final XMLStreamReader xml;
  private final boolean isSitemap;
  private final boolean isIndex;
  private final List<Listing.Item> items = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Address base;
  private Entry entry = new Entry();
  private int depth;
  private int entryDepth;
  private int withoutPage;

  private static final class Entry {
    Optional<String> page = Optional.empty();
    Optional<String> id = Optional.empty();
    Optional<Instant> time = Optional.empty();
    boolean isPermanent = true;
  }

  private ListReader(XMLStreamReader xml, Address at) {
    this.xml = xml;
    this.base = at;
    this.isIndex = xml.getLocalName().equals("sitemapindex");
    this.isSitemap = isIndex || xml.getLocalName().equals("urlset");
  }

  /// @return nothing where the document is neither a feed nor a sitemap
  static Optional<Listing> read(byte[] document, Address at) {
    try {
      XMLStreamReader xml = open(document);
      while (xml.hasNext() && !xml.isStartElement()) {
        xml.next();
      }
      return xml.isStartElement() && isList(xml.getLocalName())
          ? Optional.of(new ListReader(xml, at).read())
          : Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static boolean isList(String root) {
    return switch (root) {
      case "rss", "RDF", "feed", "urlset", "sitemapindex" -> true;
      default -> false;
    };
  }

  /// A reader that opens nothing but the document.
  private static XMLStreamReader open(byte[] document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Many a generator leaves an empty line before the declaration, where none may be.
    int start = 0;
    while (start < document.length && document[start] <= ' ' && document[start] > 0) {
      start++;
    }
    return factory.createXMLStreamReader(
        new ByteArrayInputStream(document, start, document.length - start));
  }

  private Listing read() {
    depth = 1;
    rebase();
    try {
      while (xml.hasNext() && items.size() < Listing.MAX_ADDRESSES) {
        step(xml.next());
      }
      if (items.size() == Listing.MAX_ADDRESSES) {
        notes.add(Listing.TOO_MANY);
      }
    } catch (XMLStreamException e) {
      notes.add("is broken in line " + e.getLocation().getLineNumber()
          + "; only what stands before was taken");
    }
    if (withoutPage > 0) {
      notes.add(withoutPage + (withoutPage == 1 ? " entry" : " entries")
          + " without the address of a page");
    }
    return new Listing(items, notes);
  }

  private void step(int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        text.setLength(0);
        begin(xml.getLocalName());
      }
      case XMLStreamConstants.END_ELEMENT -> {
        end(xml.getLocalName());
        text.setLength(0);
        depth--;
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (text.length() < MAX_TEXT) {
          text.append(xml.getText());
        }
      }
      default -> {}
    }
  }

  private boolean isEntry(String name) {
    return switch (name) {
      case "item", "entry" -> !isSitemap;
      case "url" -> isSitemap && !isIndex;
      case "sitemap" -> isIndex;
      default -> false;
    };
  }

  private void begin(String name) {
    if (entryDepth == 0 && isEntry(name)) {
      entry = new Entry();
      entryDepth = depth;
      entry.id = attribute(RDF, "about");
    } else if (isOfEntry() && !isSitemap && name.equals("link")) {
      link();
    } else if (isOfEntry() && name.equals("guid")) {
      entry.isPermanent = attribute("", "isPermaLink").filter("false"::equals).isEmpty();
    }
  }

  /// Right below an entry: pictures and films in it have addresses too.
  private boolean isOfEntry() {
    return entryDepth > 0 && depth == entryDepth + 1;
  }

  /// RFC 4287, 4.2.7.2: a link without a relation is the page itself.
  private void link() {
    String relation = attribute("", "rel").orElse("alternate");
    if (relation.equals("alternate") && entry.page.isEmpty()) {
      entry.page = attribute("", "href");
    }
  }

  private void rebase() {
    attribute(XML, "base").flatMap(this::resolve).ifPresent(there -> base = there);
  }

  private Optional<String> attribute(String namespace, String name) {
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      String space = xml.getAttributeNamespace(at);
      if (xml.getAttributeLocalName(at).equals(name)
          && namespace.equals(space == null ? "" : space)) {
        return Optional.of(xml.getAttributeValue(at));
      }
    }
    return Optional.empty();
  }

  private void end(String name) {
    String value = text.toString().strip();
    if (depth == entryDepth) {
      entryDepth = 0;
      finish();
    } else if (entryDepth > 0 && DATES.contains(name)) {
      time(value);
    } else if (isOfEntry() && !value.isEmpty()) {
      take(name, value);
    }
  }

  private void take(String name, String value) {
    switch (name) {
      case "link" -> entry.page = entry.page.or(() -> Optional.of(value));
      case "loc" -> entry.page = Optional.of(value);
      case "guid" -> {
        if (entry.isPermanent) {
          entry.id = Optional.of(value);
        }
      }
      default -> {}
    }
  }

  /// The latest counts: a page that was published once may have been changed since.
  private void time(String value) {
    ZonedDateTime zoned = value.isEmpty()
        ? null
        : Character.isDigit(value.charAt(0))
            ? AbstractSiteMap.convertToZonedDateTime(value)
            : AbstractSiteMap.parseRSSTimestamp(value);
    Optional<Instant> time = Optional.ofNullable(zoned).map(ZonedDateTime::toInstant);
    if (entry.time.isEmpty() || (time.isPresent() && time.get().isAfter(entry.time.get()))) {
      entry.time = time;
    }
  }

  private void finish() {
    Optional<Address> page = entry
        .page
        .flatMap(this::resolve)
        .or(() -> entry.id.filter(id -> id.startsWith("http")).flatMap(this::resolve));
    if (page.isPresent()) {
      items.add(new Listing.Item(page.get().toString(), entry.time, isIndex));
    } else {
      withoutPage++;
    }
  }

  private Optional<Address> resolve(String reference) {
    try {
      byte[] bytes = reference.getBytes(StandardCharsets.UTF_8);
      return Optional.of(base.resolve(new String(bytes, StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
