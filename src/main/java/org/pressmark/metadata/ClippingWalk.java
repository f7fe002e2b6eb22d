package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.pressmark.article.Draft;
import org.pressmark.metadata.Clippings.Image;
import org.pressmark.metadata.Clippings.Link;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Meta;
import org.pressmark.metadata.Clippings.Room;
import org.pressmark.metadata.Clippings.Scrap;

/// Walks over a page once and keeps what says something about the article.
final class ClippingWalk implements NodeVisitor {
  private static final int MOST_LETTERS = 400;
  // A container of many small parts is no byline. Also keeps the walk linear where such
  // containers nest.
  private static final int MOST_NODES = 120;

  private static final Set<String> SIDE_ROOMS = Set.of("aside", "footer", "nav");
  private static final List<String> SIDE_NAMES = List.of(
      "comment",
      "sidebar",
      "related",
      "recommend",
      "footer",
      "widget",
      "teaser",
      "popular",
      "most-read",
      "mostread",
      "newsletter",
      "trending",
      "latest",
      "read-more",
      "readmore",
      "more-",
      "see-also",
      "carousel",
      "outbrain",
      "taboola",
      "promo",
      "navigation",
      "disqus",
      "livefyre",
      "menu",
      "next-post",
      "prev-post",
      "similar");
  private static final List<String> READER_NAMES =
      List.of("comment", "disqus", "livefyre", "kommentar");
  private static final List<String> AUTHOR_NAMES = List.of(
      "author",
      "byline",
      "autor",
      "writer",
      "reporter",
      "journalist",
      "auteur",
      "redakteur",
      "by-line",
      "postedby",
      "posted-by",
      "signature",
      "avtor");
  private static final List<String> NO_AUTHOR_NAMES = List.of(
      "comment",
      "quote",
      "testimonial",
      "caption",
      "credit",
      "photo",
      "image",
      "bild",
      "follow",
      "modal",
      "avatar",
      "related",
      "authority",
      "authoriz",
      "button",
      "newsletter",
      "reportera");
  private static final List<String> DATE_NAMES = List.of(
      "date", "publish", "posted", "time", "datum", "fecha", "pubdat", "data", "updated", "created",
      "meta", "byline", "info");
  private static final List<String> HEADLINE_NAMES = List.of(
      "headline",
      "entry-title",
      "post-title",
      "article-title",
      "articletitle",
      "article__title",
      "posttitle",
      "page-title",
      "story-title");
  private static final List<String> AUTHOR_PATHS = List.of(
      "/author/",
      "/authors/",
      "/autor/",
      "/autoren/",
      "/autores/",
      "/auteur/",
      "/people/",
      "/staff/",
      "/profile/",
      "/profiles/",
      "/contributor/",
      "/contributors/",
      "/journalist/",
      "/journalists/",
      "/journalisten/",
      "/reporter/",
      "/reporters/",
      "/writer/",
      "/writers/",
      "/byline/",
      "/redaktion/",
      "/user/",
      "/users/",
      "/team/",
      "/columnist/",
      "/columnists/",
      "/correspondents/",
      "/autori/",
      "/autore/",
      "/firmas/",
      "/skribent/",
      "/bio/",
      "/person/",
      "?author=",
      "/auteurs/",
      "/journaliste/",
      "/by/");

  private final StringBuilder title = new StringBuilder();
  private final List<Meta> metas = new ArrayList<>();
  private final List<Scrap> scraps = new ArrayList<>();
  private final List<String> jsonLd = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private Optional<String> language = Optional.empty();
  private final Map<String, Speaks> known = new HashMap<>();
  private int at;
  private Room room = Room.NONE;
  private int roomDepth;

  Clippings clippings() {
    return new Clippings(title.toString(), metas, scraps, jsonLd, links, images, language);
  }

  @Override
  public void head(Node node, int depth) {
    at++;
    if (node instanceof Element element) {
      String tag = element.normalName();
      if (room.equals(Room.NONE) && isSideRoom(tag, element)) {
        room = new Room(at, containsAny(classes(element), READER_NAMES));
        roomDepth = depth;
      }
      keep(tag, element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!room.equals(Room.NONE) && depth == roomDepth) {
      room = Room.NONE;
    }
  }

  private void keep(String tag, Element element) {
    switch (tag) {
      case "html" -> language = attribute(element, "lang").or(() -> attribute(element, "xml:lang"));
      case "title" -> keepTitle(element);
      case "meta" -> keepMeta(element);
      case "link" ->
        attribute(element, "rel")
            .ifPresent(rel -> links.add(new Link(
                Evidence.lower(rel), plain(element, "href").strip(), element.attr("hreflang"))));
      case "script" -> keepScript(element);
      case "img" -> keepImage(element);
      case "h1" -> scrap(Mark.HEADING, classes(element), element, "");
      case "h2" -> scrap(Mark.SUBHEADING, classes(element), element, "");
      case "time" -> scrap(Mark.TIME, classes(element), element, element.attr("datetime"));
      default -> {}
    }
    if (element.attributesSize() > 0 && !isBare(tag)) {
      keepByName(tag, element);
    }
  }

  /// Elements whose classes speak of the whole page, or which have none.
  private static boolean isBare(String tag) {
    return switch (tag) {
      case "meta", "body", "html", "link", "script", "style", "path" -> true;
      default -> false;
    };
  }

  private void keepByName(String tag, Element element) {
    attribute(element, "itemprop")
        .or(() -> attribute(element, "property"))
        .ifPresent(name -> keepProperty(Evidence.lower(name), element, named(element)));
    if (tag.equals("a") && isAuthorLink(element)) {
      String rel = Evidence.lower(plain(element, "rel")).contains("author") ? "rel" : "href";
      scrap(Mark.AUTHOR_LINK, rel, element, plain(element, "href"));
    }
    String classes = classes(element);
    Speaks speaks = speaks(classes);
    if (speaks.ofAuthor()) {
      scrap(Mark.AUTHOR_CLASS, classes, element, "");
    }
    if (speaks.ofDate() && !tag.equals("time")) {
      scrap(Mark.DATE_CLASS, classes, element, value(element));
    }
    if (speaks.ofHeadline()) {
      scrap(Mark.HEADLINE_CLASS, classes, element, "");
    }
  }

  /// A thing's name may be told to machines alone: `<meta itemprop=name content="Daily Gull">`.
  private void keepProperty(String name, Element element, Element named) {
    if (named.normalName().equals("meta")) {
      String told = squeeze(named.attr("content"));
      if (!told.isEmpty() && told.length() <= MOST_LETTERS) {
        scraps.add(new Scrap(Mark.PROPERTY, name, told, value(element).strip(), at, room));
      }
    } else {
      scrap(Mark.PROPERTY, name, named, value(element));
    }
  }

  private void scrap(Mark mark, String name, Element element, String value) {
    Snippet snippet = new Snippet();
    NodeTraversor.filter(snippet, element);
    if (snippet.isWhole() && !(snippet.text().isEmpty() && value.isBlank())) {
      scraps.add(new Scrap(mark, name, snippet.text(), value.strip(), at, room));
    }
  }

  /// The part of a property that holds its name, where the property is a thing and not a text.
  private static Element named(Element element) {
    if (!element.hasAttr("itemscope") && !element.hasAttr("typeof")) {
      return element;
    }
    Element[] found = {element};
    int[] nodes = {0};
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof Element e
              && (e.attr("itemprop").equals("name") || e.attr("property").endsWith("name"))) {
            found[0] = e;
            return NodeFilter.FilterResult.STOP;
          }
          return ++nodes[0] > MOST_NODES
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        },
        element);
    return found[0];
  }

  private static String value(Element element) {
    for (String name : List.of("content", "datetime", "data-datetime", "data-time", "data-date")) {
      if (element.hasAttr(name)) {
        return element.attr(name);
      }
    }
    return "";
  }

  private void keepTitle(Element element) {
    Element parent = element.parent();
    if (title.isEmpty() && (parent == null || !parent.normalName().equals("svg"))) {
      title.append(squeeze(element.text()));
    }
  }

  private void keepMeta(Element element) {
    String content = element.attr("content").strip();
    if (content.isEmpty()) {
      return;
    }
    for (String name : List.of("property", "name", "itemprop", "http-equiv")) {
      attribute(element, name)
          .ifPresent(key -> metas.add(new Meta(name, Evidence.lower(key), content)));
    }
  }

  private void keepScript(Element element) {
    if (Evidence.lower(element.attr("type")).contains("ld+json")) {
      jsonLd.add(element.data());
    }
  }

  private void keepImage(Element element) {
    for (String name : List.of("src", "data-src", "data-lazy-src", "data-original")) {
      attribute(element, name)
          .filter(src -> !src.startsWith("data:"))
          .ifPresent(src -> images.add(new Image(at, src)));
    }
  }

  /// What classes and ids speak of.
  private record Speaks(boolean ofAuthor, boolean ofDate, boolean ofHeadline, boolean ofSideRoom) {
    static final Speaks NOT = new Speaks(false, false, false, false);
  }

  /// Pages repeat their classes a hundred times.
  private Speaks speaks(String classes) {
    return classes.isEmpty() ? Speaks.NOT : known.computeIfAbsent(classes, ClippingWalk::judge);
  }

  private static Speaks judge(String classes) {
    return new Speaks(
        containsAny(classes, AUTHOR_NAMES) && !containsAny(classes, NO_AUTHOR_NAMES),
        containsAny(classes, DATE_NAMES),
        containsAny(classes, HEADLINE_NAMES),
        containsAny(classes, SIDE_NAMES));
  }

  private boolean isSideRoom(String tag, Element element) {
    if (SIDE_ROOMS.contains(tag)) {
      return true;
    }
    if (tag.equals("html") || tag.equals("body") || tag.equals("a") || tag.equals("h1")) {
      return false;
    }
    return speaks(classes(element)).ofSideRoom();
  }

  private static boolean isAuthorLink(Element element) {
    if (Evidence.lower(plain(element, "rel")).contains("author")) {
      return true;
    }
    String href = Evidence.lower(plain(element, "href"));
    return !href.isEmpty()
        && containsAny(href, AUTHOR_PATHS)
        && !href.contains("creativecommons.org");
  }

  /// Classes and id of an element, in lower case.
  private static String classes(Element element) {
    String classes = plain(element, "class");
    String id = plain(element, "id");
    return Evidence.lower(id.isEmpty() ? classes : classes.isEmpty() ? id : classes + " " + id);
  }

  private static boolean containsAny(String text, List<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> attribute(Element element, String name) {
    String value = plain(element, name).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /// An attribute's value. The parser has put names into lower case, so they are compared as they
  /// are, which takes half the time.
  private static String plain(Element element, String name) {
    return element.attributesSize() == 0 ? "" : element.attributes().get(name);
  }

  /// The text with every run of white space made one space.
  static String squeeze(String text) {
    StringBuilder squeezed = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Draft.isBlank(c)) {
        space = squeezed.length() > 0;
      } else {
        if (space) {
          squeezed.append(' ');
        }
        squeezed.append(c);
        space = false;
      }
    }
    return squeezed.toString();
  }

  /// The text an element shows, as long as it is short.
  private static final class Snippet implements NodeFilter {
    private static final Set<String> HIDDEN =
        Set.of("script", "style", "svg", "noscript", "template", "button", "iframe");
    private final StringBuilder text = new StringBuilder();
    private int nodes;

    @Override
    public FilterResult head(Node node, int depth) {
      if (++nodes > MOST_NODES || text.length() > MOST_LETTERS) {
        return FilterResult.STOP;
      }
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        if (depth > 0 && HIDDEN.contains(element.normalName())) {
          return FilterResult.SKIP_ENTIRELY;
        }
        separate(element);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        separate(element);
      }
      return FilterResult.CONTINUE;
    }

    private void append(String words) {
      // Names and jobs stand in elements of their own, which only a style sheet keeps apart.
      boolean isGlued = !words.isEmpty()
          && !text.isEmpty()
          && Character.isUpperCase(words.charAt(0))
          && Character.isLowerCase(text.charAt(text.length() - 1));
      if (isGlued) {
        text.append('\n');
      }
      for (int i = 0; i < words.length() && text.length() <= MOST_LETTERS; i++) {
        char c = words.charAt(i);
        if (!Draft.isBlank(c)) {
          text.append(c);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
          text.append(' ');
        }
      }
    }

    private void separate(Element element) {
      if ((element.isBlock() || element.normalName().equals("br")) && !text.isEmpty()) {
        text.append('\n');
      }
    }

    boolean isWhole() {
      return nodes <= MOST_NODES && text.length() <= MOST_LETTERS;
    }

    String text() {
      return lines(text.toString());
    }

    /// White space made single, line breaks kept.
    private static String lines(String text) {
      StringBuilder lines = new StringBuilder();
      text.lines()
          .map(ClippingWalk::squeeze)
          .filter(line -> !line.isEmpty())
          .forEach(line -> lines.append(lines.isEmpty() ? "" : "\n").append(line));
      return lines.toString();
    }
  }
}
