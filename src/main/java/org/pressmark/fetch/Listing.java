package org.pressmark.fetch;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A document that names pages: a feed, a sitemap, an index of sitemaps, a text of addresses.
///
/// @param notes what was odd about it
public record Listing(List<Item> items, List<String> notes) {
  /// @param time when the page was changed or published last, where the list says so
  public record Item(String address, Optional<Instant> time, boolean isList) {}

  /// https://www.sitemaps.org/protocol.html#index
  static final int MAX_ADDRESSES = 50_000;

  public Listing {
    items = List.copyOf(items);
    notes = List.copyOf(notes);
  }

  /// @param mediaType as the server declares it
  /// @return nothing where the document is none
  static Optional<Listing> of(byte[] document, Optional<String> mediaType, Address at)
      throws Trouble {
    Optional<String> root = root(document);
    if (root.isPresent()) {
      return switch (root.get()) {
        case "rss", "RDF", "feed" -> Optional.of(Feed.read(document, at));
        case "urlset", "sitemapindex" -> Optional.of(sitemap(document, at));
        default -> Optional.empty();
      };
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
    return Stream.of(".xml", ".xml.gz", ".rss", ".atom", ".rdf", "robots.txt").anyMatch(last::endsWith)
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

  /// The name of the root element, where the document is XML up to there.
  private static Optional<String> root(byte[] document) {
    if (!beginsWithTag(document)) {
      return Optional.empty();
    }
    try {
      XMLStreamReader xml = xml(document);
      while (xml.hasNext() && !xml.isStartElement()) {
        xml.next();
      }
      return xml.isStartElement() ? Optional.of(xml.getLocalName()) : Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
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

  private static Listing sitemap(byte[] document, Address at) throws Trouble {
    try {
      return sitemap(parser(false).parseSiteMap("text/xml", document, url(at)), List.of());
    } catch (UnknownFormatException e) {
      return torn(document, at);
    } catch (IOException e) {
      throw Trouble.lasting(Miss.Kind.LIST, "the sitemap can not be read: " + e.getMessage());
    }
  }

  /// What stands before the place where it breaks.
  private static Listing torn(byte[] document, Address at) throws Trouble {
    try {
      return sitemap(
          parser(true).parseSiteMap("text/xml", document, url(at)),
          List.of("the sitemap is broken; only what stands before the break was taken"));
    } catch (IOException | UnknownFormatException e) {
      throw Trouble.lasting(Miss.Kind.LIST, "the sitemap can not be read: " + e.getMessage());
    }
  }

  private static URL url(Address at) throws MalformedURLException {
    return URI.create(at.toString()).toURL();
  }

  private static SiteMapParser parser(boolean isPartial) {
    SiteMapParser parser = new SiteMapParser(false, isPartial);
    parser.enableExtension(Extension.NEWS);
    return parser;
  }

  private static Listing sitemap(AbstractSiteMap map, List<String> notes) {
    List<Item> items = new ArrayList<>();
    if (map instanceof SiteMapIndex index) {
      for (AbstractSiteMap part : index.getSitemaps()) {
        Optional<Instant> time = Optional.ofNullable(part.getLastModified()).map(Date::toInstant);
        items.add(new Item(part.getUrl().toString(), time, true));
      }
    } else if (map instanceof SiteMap pages) {
      for (SiteMapURL page : pages.getSiteMapUrls()) {
        items.add(new Item(page.getUrl().toString(), time(page), false));
      }
    }
    return new Listing(items, notes(items.size(), notes));
  }

  private static List<String> notes(int addresses, List<String> notes) {
    if (addresses < MAX_ADDRESSES) {
      return notes;
    }
    List<String> more = new ArrayList<>(notes);
    more.add("has " + MAX_ADDRESSES
        + " addresses or more; what may stand behind these is not read: no sitemap may have more");
    return more;
  }

  private static Optional<Instant> time(SiteMapURL page) {
    ExtensionMetadata[] news = page.getAttributesForExtension(Extension.NEWS);
    Stream<Instant> published = news == null
        ? Stream.empty()
        : Arrays.stream(news)
            .filter(NewsAttributes.class::isInstance)
            .map(NewsAttributes.class::cast)
            .flatMap(story -> Stream.ofNullable(story.getPublicationDateTime()))
            .map(ZonedDateTime::toInstant);
    Stream<Instant> changed = Stream.ofNullable(page.getLastModified()).map(Date::toInstant);
    return Stream.concat(published, changed).max(Comparator.naturalOrder());
  }

  /// https://www.sitemaps.org/protocol.html#otherformats: addresses, one a line, and nothing else.
  private static Optional<Listing> text(byte[] document) {
    List<String> lines = new String(document, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replace("\uFEFF", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
    boolean isList = !lines.isEmpty()
        && lines.stream().allMatch(line -> line.startsWith("http://") || line.startsWith("https://"));
    if (!isList) {
      return Optional.empty();
    }
    Collection<Item> items = lines.stream()
        .limit(MAX_ADDRESSES)
        .map(line -> new Item(line, Optional.empty(), false))
        .toList();
    return Optional.of(new Listing(List.copyOf(items), notes(lines.size(), List.of())));
  }

  /// A reader of XML that opens nothing but the document.
  static XMLStreamReader xml(byte[] document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(document));
  }
}
