package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.TEXTLESS;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Reading;
import org.pressmark.article.Refusal;
import org.pressmark.source.text.Decoding;
import org.pressmark.source.text.Markup;

/// One entry of a feed: its content as a page or a text, and what else it says.
final class FeedEntry {
  private final Capture capture;
  private final Element entry;
  private final String base;

  private record Content(String text, boolean isHtml, boolean isSummary) {}

  private FeedEntry(Capture capture, Element entry, String base) {
    this.capture = capture;
    this.entry = entry;
    this.base = base;
  }

  /// Whether a capture is declared to be an entry of a feed.
  static boolean isDeclared(String mediaType) {
    return mediaType.equals(FeedFile.RSS) || mediaType.equals(FeedFile.ATOM);
  }

  /// The entry; empty where the text is not a single one.
  static Optional<Page> open(Capture capture, Decoding decoding) throws Refusal {
    String text = decoding.text().stripLeading();
    if (!text.startsWith("<")) {
      return Optional.empty();
    }
    String feed = Label.find(capture.mediaType(), Label.BASE).orElse("");
    Element entry = Jsoup.parse(text, feed, Parser.xmlParser()).firstElementChild();
    if (entry == null || !List.of("item", "entry").contains(local(entry))) {
      return Optional.empty();
    }
    String base =
        entry.hasAttr("xml:base") ? StringUtil.resolve(feed, entry.attr("xml:base")) : feed;
    return Optional.of(new FeedEntry(capture, entry, base).page(decoding));
  }

  private Page page(Decoding decoding) throws Refusal {
    Given given = given();
    Content content = content()
        .orElseThrow(() -> new Refusal(
            TEXTLESS,
            "is an entry of a feed without a text"
                + Optional.ofNullable(given.values().get(Field.URL))
                    .map(url -> "; its page is " + url.getFirst())
                    .orElse("")));
    List<String> notes = new ArrayList<>(decoding.notes());
    if (content.isSummary) {
      notes.add("the feed has no more of this entry than its description");
    }
    String mediaType = local(entry).equals("entry") ? FeedFile.ATOM : FeedFile.RSS;
    Reading reading = new Reading(mediaType, decoding.charset().name(), decoding.source(), notes);
    if (!content.isHtml) {
      return new Page.Flat(capture, reading, content.text, given.values(), given.columns());
    }
    String address =
        Optional.ofNullable(given.values().get(Field.URL)).map(List::getFirst).orElse(base);
    return HtmlReader.open(capture, reading, new StringReader(content.text), given, address);
  }

  /// The whole content, or else the description.
  private Optional<Content> content() {
    return child(entry, "content:encoded", "encoded", "content", "body", "xhtml:body")
        .map(element -> content(element, false))
        .filter(content -> !content.text.isBlank())
        .or(() -> child(entry, "description", "summary", "dc:description")
            .map(element -> content(element, true))
            .filter(content -> !content.text.isBlank()));
  }

  private static Content content(Element element, boolean isSummary) {
    String type = element.attr("type").toLowerCase(Locale.ROOT);
    if (type.equals("xhtml") || type.endsWith("/xhtml+xml") || local(element).equals("body")) {
      return new Content(element.html(), true, isSummary);
    }
    String text = element.wholeText();
    boolean isHtml = !type.equals("text") && !type.equals("text/plain") && Markup.hasElement(text);
    return new Content(
        isHtml || type.equals("text") ? text : Parser.unescapeEntities(text, false),
        isHtml,
        isSummary);
  }

  private Given given() {
    Map<Field, List<String>> values = new EnumMap<>(Field.class);
    Map<Field, String> columns = new EnumMap<>(Field.class);
    put(values, columns, Field.HEADLINE, texts("title", "dc:title"));
    put(values, columns, Field.URL, links());
    put(values, columns, Field.AUTHOR, authors());
    put(
        values,
        columns,
        Field.DATE_PUBLISHED,
        texts(
            "pubDate",
            "published",
            "dc:date",
            "issued",
            "dcterms:issued",
            "dcterms:created",
            "updated"));
    put(
        values,
        columns,
        Field.DATE_MODIFIED,
        texts("updated", "modified", "dcterms:modified", "atom:updated"));
    put(values, columns, Field.ARTICLE_SECTION, categories());
    put(values, columns, Field.IMAGE, images());
    put(values, columns, Field.IN_LANGUAGE, languages());
    put(values, columns, Field.PUBLISHER, publishers());
    if (content().filter(content -> !content.isSummary).isPresent()) {
      put(values, columns, Field.DESCRIPTION, texts("description", "summary", "dc:description"));
    }
    return new Given(values, columns);
  }

  /// What an entry says, and the name of the element that says it.
  private record Told(String element, List<String> values) {}

  private static void put(
      Map<Field, List<String>> values,
      Map<Field, String> columns,
      Field field,
      Optional<Told> told) {
    told.filter(some -> !some.values.isEmpty()).ifPresent(some -> {
      values.put(field, some.values);
      columns.put(field, some.element);
    });
  }

  private Optional<Told> texts(String... names) {
    return child(entry, names)
        .map(element -> new Told(element.tagName(), List.of(plain(element))))
        .filter(told -> !told.values.getFirst().isBlank());
  }

  private Optional<Told> links() {
    Stream<String> atom = entry.children().stream()
        .filter(child -> local(child).equals("link") && child.hasAttr("href"))
        .filter(link -> link.attr("rel").isEmpty() || link.attr("rel").equals("alternate"))
        .map(link -> link.attr("href"));
    Stream<String> rss = Stream.of("feedburner:origLink", "link")
        .flatMap(name -> child(entry, name).stream())
        .map(Element::text);
    Stream<String> guid = child(entry, "guid", "id").stream()
        .filter(id -> !id.attr("isPermaLink").equals("false"))
        .map(Element::text)
        .filter(id -> id.startsWith("http"));
    return Stream.of(atom, rss, guid)
        .flatMap(all -> all)
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .findFirst()
        .map(address -> new Told("link", List.of(absolute(address))));
  }

  private String absolute(String address) {
    String whole = StringUtil.resolve(base, address);
    return whole.isEmpty() ? address : whole;
  }

  /// `Ada Roth` of `ada@coast.example (Ada Roth)`, as RSS wants it.
  private Optional<Told> authors() {
    List<Element> people = entry.children().stream()
        .filter(child -> List.of("dc:creator", "author").contains(child.normalName()))
        .toList();
    List<String> names = people.stream()
        .map(person -> child(person, "name").orElse(person).text())
        .map(FeedEntry::name)
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
    return people.isEmpty()
        ? Optional.empty()
        : Optional.of(new Told(people.getFirst().tagName(), names));
  }

  private static String name(String person) {
    int open = person.indexOf('(');
    int close = person.indexOf(')', open + 1);
    boolean isAddress = open > 0 && person.substring(0, open).contains("@") && close > open;
    return (isAddress ? person.substring(open + 1, close) : person).strip();
  }

  private Optional<Told> categories() {
    List<String> all = entry.children().stream()
        .filter(child -> List.of("category", "dc:subject").contains(child.normalName()))
        .map(category -> Stream.of(category.attr("label"), category.attr("term"), category.text())
            .filter(name -> !name.isBlank())
            .findFirst()
            .orElse(""))
        .filter(name -> !name.isEmpty())
        .toList();
    return Optional.of(new Told("category", all));
  }

  private Optional<Told> images() {
    return entry.children().stream()
        .filter(child ->
            List.of("media:content", "media:thumbnail", "enclosure").contains(child.normalName()))
        .filter(child -> child.normalName().equals("media:thumbnail")
            || child.attr("type").startsWith("image/")
            || child.attr("medium").equals("image"))
        .filter(child -> child.hasAttr("url"))
        .map(child -> new Told(child.tagName(), List.of(absolute(child.attr("url")))))
        .findFirst();
  }

  private Optional<Told> languages() {
    return Optional.of(entry.attr("xml:lang"))
        .filter(language -> !language.isEmpty())
        .map(language -> new Told("xml:lang", List.of(language)))
        .or(() -> texts("dc:language"))
        .or(() -> Label.find(capture.mediaType(), Label.LANGUAGE)
            .map(language -> new Told("feed/language", List.of(language))));
  }

  private Optional<Told> publishers() {
    return child(entry, "source")
        .map(source -> child(source, "title").orElse(source))
        .map(source -> new Told("source", List.of(plain(source))))
        .filter(told -> !told.values.getFirst().isBlank())
        .or(() -> texts("dc:publisher"))
        .or(() -> Label.find(capture.mediaType(), Label.PUBLISHER)
            .map(title -> new Told("feed/title", List.of(title))));
  }

  /// The text of an element without markup, be it escaped or not.
  static String plain(Element element) {
    String text = element.text();
    return Markup.hasElement(text)
        ? Jsoup.parse(text).text()
        : Parser.unescapeEntities(text, false);
  }

  /// The first child of one of these names, by the order of the names; prefixes of namespaces count
  /// where they are given, and `atom:` never does.
  static Optional<Element> child(Element parent, String... names) {
    for (String name : names) {
      for (Element child : parent.children()) {
        String own = child.normalName();
        String bare = own.startsWith("atom:") ? own.substring("atom:".length()) : own;
        if (bare.equals(name.toLowerCase(Locale.ROOT))) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }

  private static String local(Element element) {
    String name = element.normalName();
    return name.substring(name.indexOf(':') + 1);
  }
}
