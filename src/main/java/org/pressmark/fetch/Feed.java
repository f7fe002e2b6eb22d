package org.pressmark.fetch;

import crawlercommons.sitemaps.AbstractSiteMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads what a feed names: RSS 0.9 to 2.0, with or without RDF, and Atom (RFC 4287).
///
/// crawler-commons reads feeds as well, but takes the first link of an Atom entry for its page,
/// whatever it is related to, knows no relative addresses, and no dates of Dublin Core.
final class Feed {
  private static final Set<String> ENTRIES = Set.of("item", "entry");
  private static final Set<String> TEXTS = Set.of(
      "link", "guid", "pubDate", "date", "updated", "published", "modified", "issued");
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final int MAX_TEXT = 10_000;

  private final XMLStreamReader xml;
  private final List<Listing.Item> items = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Address base;
  private Entry entry = new Entry();
  private boolean isInEntry;
  private int withoutLink;

  private static final class Entry {
    Optional<String> link = Optional.empty();
    Optional<String> guid = Optional.empty();
    Optional<Instant> time = Optional.empty();
    boolean isPermanent = true;
  }

  private Feed(XMLStreamReader xml, Address at) {
    this.xml = xml;
    this.base = at;
  }

  static Listing read(byte[] document, Address at) {
    try {
      Feed feed = new Feed(Listing.xml(document), at);
      feed.readAll();
      return new Listing(feed.items, feed.notes);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("its root was read before", e);
    }
  }

  private void readAll() {
    try {
      while (xml.hasNext() && items.size() < Listing.MAX_ADDRESSES) {
        step(xml.next());
      }
    } catch (XMLStreamException e) {
      notes.add("the feed is broken in line " + e.getLocation().getLineNumber()
          + "; only what stands before was taken");
    }
    if (items.size() >= Listing.MAX_ADDRESSES) {
      notes.add("has " + Listing.MAX_ADDRESSES + " entries or more; the rest was not read");
    }
    if (withoutLink > 0) {
      notes.add(withoutLink + (withoutLink == 1 ? " entry" : " entries")
          + " without the address of a page");
    }
  }

  private void step(int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (text.length() < MAX_TEXT) {
          text.append(xml.getText());
        }
      }
      default -> {}
    }
  }

  private void begin(String name) {
    text.setLength(0);
    if (ENTRIES.contains(name)) {
      entry = new Entry();
      isInEntry = true;
      attribute("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "about")
          .ifPresent(about -> entry.guid = Optional.of(about));
    } else if (name.equals("feed")) {
      attribute(XML, "base").flatMap(this::resolve).ifPresent(there -> base = there);
    } else if (isInEntry && name.equals("link")) {
      link();
    } else if (isInEntry && name.equals("guid")) {
      entry.isPermanent = attribute("", "isPermaLink").filter("false"::equals).isEmpty();
    }
  }

  /// RFC 4287, 4.2.7.2: a link without a relation is the page itself.
  private void link() {
    String relation = attribute("", "rel").orElse("alternate");
    if (relation.equals("alternate") && entry.link.isEmpty()) {
      entry.link = attribute("", "href");
    }
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
    if (ENTRIES.contains(name)) {
      isInEntry = false;
      finish();
    } else if (isInEntry && TEXTS.contains(name)) {
      take(name, text.toString().strip());
    }
    text.setLength(0);
  }

  private void take(String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    switch (name) {
      case "link" -> entry.link = entry.link.or(() -> Optional.of(value));
      case "guid" -> {
        if (entry.isPermanent) {
          entry.guid = Optional.of(value);
        }
      }
      default -> time(value).ifPresent(time -> {
        if (entry.time.isEmpty() || time.isAfter(entry.time.get())) {
          entry.time = Optional.of(time);
        }
      });
    }
  }

  private static Optional<Instant> time(String value) {
    ZonedDateTime time = Character.isDigit(value.charAt(0))
        ? AbstractSiteMap.convertToZonedDateTime(value)
        : AbstractSiteMap.parseRSSTimestamp(value);
    return Optional.ofNullable(time).map(ZonedDateTime::toInstant);
  }

  private void finish() {
    Optional<Address> page = entry.link
        .flatMap(this::resolve)
        .or(() -> entry.guid.filter(id -> id.startsWith("http")).flatMap(this::resolve));
    if (page.isPresent()) {
      items.add(new Listing.Item(page.get().toString(), entry.time, false));
    } else {
      withoutLink++;
    }
  }

  private Optional<Address> resolve(String reference) {
    try {
      return Optional.of(base.resolve(latin(reference)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String latin(String text) {
    return new String(
        text.getBytes(StandardCharsets.UTF_8),
        StandardCharsets.ISO_8859_1);
  }
}
