package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.pressmark.article.Draft;
import org.pressmark.metadata.Clippings.Link;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Meta;
import org.pressmark.metadata.Clippings.Room;
import org.pressmark.metadata.Clippings.Scrap;
import org.pressmark.source.text.ReadAttributes;
import org.pressmark.source.text.TreeWalk;

/// Walks over a page once and keeps what says something about the article.
final class ClippingWalk implements TreeWalk.Visitor {
  private static final int MOST_LETTERS = 400;
  // A container of many small parts is no byline. Also keeps the walk linear where such
  // containers nest.
  private static final int MOST_NODES = 120;

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
  /// The line below the headline.
  private static final List<String> DECK_NAMES = List.of(
      "subheadline",
      "sub-headline",
      "subheading",
      "sub-heading",
      "subtitle",
      "sub-title",
      "sub_title",
      "standfirst",
      "strapline",
      "subline",
      "untertitel",
      "unterzeile",
      "vorspann",
      "chapo",
      "chapeau",
      "sottotitolo",
      "sommario",
      "bajada",
      "copete",
      "subtitulo",
      "undertitel",
      "underrubrik",
      "ingress",
      "podtytul",
      "-deck",
      "_deck",
      "deck-",
      "-dek",
      "_dek",
      "dek-");
  private static final List<String> CREDIT_NAMES = List.of(
      "credit",
      "copyright",
      "photographer",
      "photo-source",
      "image-source",
      "fotograf",
      "bildquelle",
      "bildnachweis",
      "foto-source",
      "image-author");
  private static final List<String> CAPTION_NAMES =
      List.of("caption", "bildunterschrift", "bildtext", "legende");
  private static final WordFinder KICKERS = new WordFinder(List.of(
      "kicker",
      "overline",
      "dachzeile",
      "topline",
      "roofline",
      "eyebrow",
      "titleheader",
      "title-header",
      "supertitle",
      "surtitle",
      "pretitle",
      "pre-title",
      "topic",
      "label",
      "overhead",
      "spitzmarke",
      "antetitulo",
      "occhiello"));
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
      "/producers/",
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

  /// Attributes that hold a meta tag's name.
  private static final List<String> META_NAMES =
      List.of("property", "name", "itemprop", "http-equiv");
  /// Attributes that hold a thing's value, the first of them first.
  private static final List<String> VALUES = Stream.concat(
          Stream.of("content", "datetime"), ReadAttributes.TIMES.stream())
      .toList();

  private static final WordFinder NAMES = new WordFinder(
      AUTHOR_NAMES,
      NO_AUTHOR_NAMES,
      DATE_NAMES,
      HEADLINE_NAMES,
      SIDE_NAMES,
      READER_NAMES,
      DECK_NAMES,
      CAPTION_NAMES,
      CREDIT_NAMES);
  private static final Attributes NONE = new Attributes();
  private static final int AUTHOR = 1;
  private static final int NO_AUTHOR = 1 << 1;
  private static final int DATE = 1 << 2;
  private static final int HEADLINE = 1 << 3;
  private static final int SIDE = 1 << 4;
  private static final int READER = 1 << 5;
  private static final int DECK = 1 << 6;
  private static final int CAPTION = 1 << 7;
  private static final int CREDIT = 1 << 8;

  private static final WordFinder PATHS = new WordFinder(AUTHOR_PATHS);

  private static final Pattern FEED_PARTS = Pattern.compile("\\s++[»|\\-–—:]\\s++");
  private static final Pattern HOME =
      Pattern.compile("(?:\\.?/)?(?:(?:\\.\\./)*+index\\.\\w{3,5}|home|startseite)?/?");
  private static final int LONGEST_HOME = 60;
  private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
  private static final int FIRST_CAPTIONS = 3;
  private static final int LONGEST_SITE_NAME = 80;
  private static final int LONGEST_DATE = 60;
  private static final String HOOK = "data-hook";
  private static final String USER_NAME = "user-name"; // a blog platform's word for its authors

  private final StringBuilder title = new StringBuilder();
  private final Set<String> siteNames = new LinkedHashSet<>();
  private final List<Meta> metas = new ArrayList<>();
  private final List<Scrap> scraps = new ArrayList<>();
  private final List<String> jsonLd = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private Optional<String> language = Optional.empty();
  // What an element shows, with room for a line break at both ends of every node.
  private final char[] shown = new char[MOST_LETTERS + 3 * MOST_NODES];
  private int at;
  private Room room = Room.NONE;
  private int roomDepth = -1; // of the room's element; -1 outside of rooms

  // Of the element that is looked at. Each is asked for many times, and asking is slow.
  private Attributes attributes = NONE;
  private String named = ""; // its class
  private String id = "";
  private int speaks; // what class and id speak of, as bits
  private String forScripts = ""; // the attribute that speaks where those do not
  private final Map<String, Integer> known = new HashMap<>(); // by class: most stand there often

  private boolean hasHeading;
  private int captions; // seen so far

  private ClippingWalk() {}

  static Clippings over(Document document) {
    ClippingWalk walk = new ClippingWalk();
    TreeWalk.over(document, walk);
    return new Clippings(
        walk.title.toString(),
        walk.metas,
        walk.scraps,
        walk.jsonLd,
        walk.links,
        walk.language,
        List.copyOf(walk.siteNames));
  }

  @Override
  public boolean open(Element element, int depth) {
    at++;
    look(element);
    String tag = element.normalName();
    if (roomDepth < 0 && isSideRoom(tag)) {
      room = new Room(at, (speaks & READER) != 0);
      roomDepth = depth;
    }
    keep(tag, element);
    if (attributes != NONE && !isBare(tag)) {
      keepByName(tag, element);
    }
    return true;
  }

  @Override
  public void leaf(Node leaf) {
    at += leaf instanceof TextNode words && !words.isBlank() ? 1 : 0;
  }

  @Override
  public void close(Element element, int depth) {
    if (depth == roomDepth) {
      room = Room.NONE;
      roomDepth = -1;
    }
  }

  private void look(Element element) {
    boolean isNaked = element.attributesSize() == 0;
    attributes = isNaked ? NONE : element.attributes();
    named = isNaked ? "" : attributes.get("class");
    id = isNaked ? "" : attributes.get("id");
    speaks = named.isEmpty() ? 0 : known.computeIfAbsent(named, NAMES::in);
    speaks |= NAMES.in(id);
    forScripts = "";
    boolean isSpokenFor = (speaks & (AUTHOR | NO_AUTHOR)) != 0;
    if (attributes.size() > (named.isEmpty() ? 0 : 1) + (id.isEmpty() ? 0 : 1) && !isSpokenFor) {
      lookForScripts();
    }
  }

  /// Frameworks whose classes are `css-1x8k2a` say what an element is in an attribute for scripts:
  /// `data-testid=byline`, `data-testid=standfirst`.
  private void lookForScripts() {
    for (Attribute attribute : attributes) {
      String name = attribute.getKey();
      if (name.startsWith("data-") && ReadAttributes.ROLES.contains(name)) {
        String role = attribute.getValue();
        int said = known.computeIfAbsent(role, NAMES::in) & (AUTHOR | NO_AUTHOR | DECK);
        if (said == AUTHOR || said == DECK || name.equals(HOOK) && role.equals(USER_NAME)) {
          speaks |= said == DECK ? DECK : AUTHOR;
          forScripts = name + "=" + Evidence.lower(role);
        }
      }
    }
  }

  private void keep(String tag, Element element) {
    switch (tag) {
      case "html" -> language = told("lang").or(() -> told("xml:lang"));
      case "title" -> keepTitle(element);
      case "meta" -> keepMeta();
      case "link" -> keepLink();
      case "script" -> keepScript(element);
      case "h1" -> {
        hasHeading = true;
        headline(Mark.HEADING, classes(), element, home(element));
      }
      case "h2" -> scrap(Mark.SUBHEADING, classes(), element, "");
      case "time" -> date(Mark.TIME, named(), element, attributes.get("datetime"));
      case "byline" -> scrap(Mark.AUTHOR_CLASS, tag, element, "");
      case "figcaption" -> caption(tag, element);
      default -> {}
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
    String itemprop = attributes.get("itemprop").strip();
    String property = itemprop.isEmpty() ? attributes.get("property").strip() : itemprop;
    if (!property.isEmpty()) {
      keepProperty(Evidence.lower(property), element, named(element));
    }
    if (tag.equals("a")) {
      keepAuthorLink(element);
      keepSiteName(element);
    }
    if ((speaks & (AUTHOR | NO_AUTHOR)) == AUTHOR) {
      scrap(Mark.AUTHOR_CLASS, called(), element, "");
    }
    if ((speaks & DATE) != 0 && !tag.equals("time")) {
      date(Mark.DATE_CLASS, named(), element, value(element));
    }
    if ((speaks & (HEADLINE | DECK)) == HEADLINE) {
      scrap(Mark.HEADLINE_CLASS, classes(), element, "");
    }
    // Only of the story's first pictures, and only below a heading: reading what they show costs.
    if (roomDepth < 0 && (speaks & (DECK | CREDIT | CAPTION)) != 0) {
      keepBelowHeadline(tag, element);
    }
  }

  private void keepBelowHeadline(String tag, Element element) {
    if ((speaks & DECK) != 0 && hasHeading) {
      scrap(Mark.DECK_CLASS, called(), element, "");
    }
    if ((speaks & CREDIT) != 0) {
      if (captions > 0 && captions <= FIRST_CAPTIONS) {
        scrap(Mark.CREDIT_CLASS, classes(), element, "");
      }
    } else if ((speaks & CAPTION) != 0 && !tag.equals("figcaption") && !tag.equals("figure")) {
      caption(classes(), element);
    }
  }

  private void caption(String name, Element element) {
    if (roomDepth < 0 && captions++ < FIRST_CAPTIONS) {
      scrap(Mark.CAPTION, name, element, "");
    }
  }

  /// A thing's name may be told to machines alone: `<meta itemprop=name content="Daily Gull">`.
  private void keepProperty(String name, Element element, Element named) {
    if (named.normalName().equals("meta")) {
      String told = squeeze(named.attr("content"));
      if (!told.isEmpty() && told.length() <= MOST_LETTERS) {
        scraps.add(new Scrap(Mark.PROPERTY, name, told, value(element).strip(), at, room));
      }
    } else if (name.endsWith("headline")) {
      headline(Mark.PROPERTY, name, named, value(element));
    } else {
      scrap(Mark.PROPERTY, name, named, value(element));
    }
  }

  /// A headline without the kicker above it in the same element.
  private void headline(Mark mark, String name, Element element, String value) {
    Snippet.ofHeadline(element, shown)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> scraps.add(new Scrap(mark, name, text, value.strip(), at, room)));
  }

  private void scrap(Mark mark, String name, Element element, String value) {
    said(element, value)
        .ifPresent(text -> scraps.add(new Scrap(mark, name, text, value.strip(), at, room)));
  }

  private void date(Mark mark, String name, Element element, String value) {
    said(element, value).ifPresent(text -> {
      String label = text.length() <= LONGEST_DATE ? Label.of(element) : "";
      scraps.add(new Scrap(mark, name, text, value.strip(), at, room, label));
    });
  }

  /// What an element shows, which may be nothing where it has a value.
  private Optional<String> said(Element element, String value) {
    return Snippet.of(element, shown).filter(text -> !(text.isEmpty() && value.isBlank()));
  }

  /// Its classes, and what it is the time of: `datepublished`.
  private String named() {
    String property = attributes.get("itemprop");
    return property.isEmpty() ? classes() : classes() + " " + Evidence.lower(property);
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
    Attributes attributes = element.attributes();
    for (String name : VALUES) {
      if (attributes.hasKey(name)) {
        return attributes.get(name);
      }
    }
    String title = attributes.get("title");
    return isDay(title) ? title : "";
  }

  /// Whether a text begins as `2021-09-29` does: what pages show as `last week` has it for a title.
  private static boolean isDay(String text) {
    return text.length() >= 10
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && Character.isDigit(text.charAt(0));
  }

  private void keepLink() {
    String rel = Evidence.lower(attributes.get("rel").strip());
    if (rel.isEmpty()) {
      return;
    }
    links.add(new Link(rel, attributes.get("href").strip(), attributes.get("hreflang")));
    // Feeds and searches are called after their site: `The Daily Gull » Feed`.
    String type = Evidence.lower(attributes.get("type"));
    if (type.contains("rss") || type.contains("atom") || rel.equals("search")) {
      keepSiteName(FEED_PARTS.split(squeeze(attributes.get("title")), 2)[0]);
    }
  }

  /// What a link to the site's front page shows, be it a picture.
  private void keepSiteName(Element link) {
    if (isHome(attributes.get("href")) && !leadsAway(attributes.get("href"))) {
      Snippet.of(link, shown).ifPresent(this::keepSiteName);
      keepSiteName(squeeze(attributes.get("title")));
      for (int i = 0; i < link.childNodeSize(); i++) {
        if (link.childNode(i) instanceof Element child) {
          keepSiteName(squeeze(child.attr("alt")));
        }
      }
    }
  }

  /// Whether an address is another host's than the page says its own is.
  private boolean leadsAway(String href) {
    String host = host(href);
    if (host.isEmpty()) {
      return false;
    }
    for (Link link : links) {
      if (link.rel().equals("canonical")) {
        String own = host(link.href());
        return !own.isEmpty() && !own.endsWith(host) && !host.endsWith(own);
      }
    }
    return false;
  }

  /// The host in an address, without `www`; of an archived page's the one that was archived. Empty
  /// where there is none.
  private static String host(String href) {
    int scheme = href.lastIndexOf("//");
    if (scheme < 0) {
      return "";
    }
    int end = href.indexOf('/', scheme + 2);
    String host =
        Evidence.lower(href.substring(scheme + 2, end < 0 ? href.length() : end).strip());
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private void keepSiteName(String name) {
    if (name.length() > 2 && name.length() <= LONGEST_SITE_NAME) {
      siteNames.add(name);
    }
  }

  /// The address of the site's front page, where a heading is a link to it: a masthead.
  private static String home(Element heading) {
    Element link = heading.selectFirst(LINK);
    if (link == null || !isHome(link.attr("href"))) {
      return "";
    }
    String name = squeeze(link.text());
    return !name.isEmpty() && name.equals(squeeze(heading.text())) ? link.attr("href") : "";
  }

  /// `/`, `https://herald.example/`, `../index.html`.
  static boolean isHome(String href) {
    String address = href.strip();
    if (!mayBeHome(address)) {
      return false; // most addresses, and it takes long to find that out in another way
    }
    int scheme = address.lastIndexOf("://");
    if (scheme >= 0 || address.startsWith("//")) {
      int path = address.indexOf('/', scheme >= 0 ? scheme + 3 : 2);
      if (path >= 0 && address.length() - path > LONGEST_HOME) {
        return false;
      }
      address = path < 0 ? "/" : address.substring(path);
    }
    return !address.isEmpty()
        && address.length() <= LONGEST_HOME
        && beginsAsHome(address)
        && HOME.matcher(address).matches();
  }

  /// Whether an address begins as those of front pages do, which is found out sooner than the rest.
  private static boolean beginsAsHome(String address) {
    int from = address.startsWith("./") ? 2 : address.startsWith("/") ? 1 : 0;
    return address.length() - from <= 1
        || address.startsWith("../", from)
        || address.startsWith("index.", from)
        || address.startsWith("home", from)
        || address.startsWith("startseite", from);
  }

  /// Whether nothing stands behind the last slash but what front pages are called, or that slash
  /// belongs to the scheme.
  private static boolean mayBeHome(String address) {
    int last = address.lastIndexOf('/');
    return last + 1 == address.length()
        || last > 0 && address.charAt(last - 1) == '/'
        || address.startsWith("index.", last + 1)
        || address.startsWith("home", last + 1)
        || address.startsWith("startseite", last + 1);
  }

  private void keepTitle(Element element) {
    Element parent = element.parent();
    if (title.isEmpty() && (parent == null || !parent.normalName().equals("svg"))) {
      title.append(squeeze(element.text()));
    }
  }

  private void keepMeta() {
    String content = attributes.get("content").strip();
    if (content.isEmpty()) {
      content = attributes.get("value").strip(); // as some who save pages write it
    }
    if (content.isEmpty()) {
      return;
    }
    if (content.charAt(0) == '{' && content.contains("@type")) {
      jsonLd.add(content); // some frameworks write their scripts so
    }
    for (String name : META_NAMES) {
      String key = attributes.get(name).strip();
      if (!key.isEmpty()) {
        metas.add(new Meta(name, Evidence.lower(key), content));
      }
    }
  }

  private void keepScript(Element element) {
    if (Evidence.lower(attributes.get("type")).contains("ld+json")) {
      jsonLd.add(element.data());
    }
  }

  private boolean isSideRoom(String tag) {
    return switch (tag) {
      case "aside", "footer", "nav" -> true;
      case "html", "body", "a", "h1" -> false;
      default -> (speaks & SIDE) != 0;
    };
  }

  private void keepAuthorLink(Element element) {
    String href = attributes.get("href");
    boolean isPromise = Evidence.lower(attributes.get("rel")).contains("author");
    if (isPromise || PATHS.in(href) != 0 && !Evidence.lower(href).contains("creativecommons.org")) {
      scrap(Mark.AUTHOR_LINK, isPromise ? "rel" : "href", element, href);
    }
  }

  /// What it is called for scripts, where its classes say nothing: `data-testid=byline`.
  private String called() {
    return forScripts.isEmpty() ? classes() : forScripts;
  }

  /// Classes and id of the element, in lower case.
  private String classes() {
    return Evidence.lower(id.isEmpty() ? named : named.isEmpty() ? id : named + " " + id);
  }

  /// An attribute's value, where it has one. The parser has put names into lower case.
  private Optional<String> told(String name) {
    return Optional.of(attributes.get(name).strip()).filter(value -> !value.isEmpty());
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

  /// What a page shows right before an element: in the same line, or in an element of its own
  /// before it or before those that begin with it.
  private static final class Label {
    private static final int LONGEST = 60;
    private static final int MOST_AROUND = 4;
    private static final int MOST_BEFORE = 6;

    static String of(Element element) {
      Element begins = element;
      for (int i = 0; i < MOST_AROUND && begins != null; i++) {
        Node before = before(begins);
        if (before != null) {
          return shown(before);
        }
        begins = begins.parent();
      }
      return "";
    }

    /// What stands before it and shows something.
    private static @Nullable Node before(Element element) {
      Node node = element.previousSibling();
      for (int i = 0; i < MOST_BEFORE && node != null && isBlank(node); i++) {
        node = node.previousSibling();
      }
      return node;
    }

    private static boolean isBlank(Node node) {
      return node instanceof TextNode words ? words.isBlank() : node.childNodeSize() == 0;
    }

    private static String shown(Node node) {
      Node words = node.childNodeSize() == 1 ? node.childNode(0) : node;
      if (words instanceof TextNode text) {
        String whole = text.getWholeText();
        return squeeze(whole.substring(Math.max(0, whole.length() - LONGEST)));
      }
      return "";
    }
  }

  /// The text an element shows, as long as it is short.
  private static final class Snippet {
    private final char[] text;
    private final boolean isHeadline;
    private int size;
    private int nodes;

    private Snippet(char[] text, boolean isHeadline) {
      this.text = text;
      this.isHeadline = isHeadline;
    }

    /// Its lines, white space made single; empty where it is too long, or of too many parts.
    static Optional<String> of(Element element, char[] text) {
      Snippet snippet = new Snippet(text, false);
      return snippet.takeAll(element) ? Optional.of(snippet.lines()) : Optional.empty();
    }

    /// The same without what stands above the headline in it.
    static Optional<String> ofHeadline(Element element, char[] text) {
      Snippet snippet = new Snippet(text, true);
      return snippet.takeAll(element) && snippet.size > 0
          ? Optional.of(behindSign(snippet.lines()))
          : of(element, text);
    }

    /// What is left behind a kicker may begin with the sign between them.
    private static String behindSign(String headline) {
      boolean isSign = headline.length() > 1 && ":–—-|/".indexOf(headline.charAt(0)) >= 0;
      return isSign && headline.charAt(1) <= ' ' ? headline.substring(1).strip() : headline;
    }

    /// A line that says what the story is about, in front of the headline.
    private boolean isKicker(Element element) {
      return isHeadline
          && size == 0
          && element.nextSibling() != null
          && (KICKERS.in(element.attr("class")) != 0 || isBeforeHeadline(element));
    }

    /// Whether one of the elements behind it calls itself the headline, as the second one here:
    /// `<b>Harbour strike</b> <span class=headline>Talks begin again</span>`.
    private boolean isBeforeHeadline(Element element) {
      if (isNamedHeadline(element)) {
        return false;
      }
      Element next = element.nextElementSibling();
      while (next != null && ++nodes <= MOST_NODES) {
        if (isNamedHeadline(next)) {
          return true;
        }
        next = next.nextElementSibling();
      }
      return false;
    }

    private static boolean isNamedHeadline(Element element) {
      String name = element.attr("class");
      return !name.isEmpty() && (NAMES.in(name) & (HEADLINE | DECK)) == HEADLINE;
    }

    /// Calls itself no deeper than it has counted nodes.
    ///
    /// @return whether it was short enough
    private boolean takeAll(Element element) {
      if (++nodes > MOST_NODES) {
        return false;
      }
      separate(element);
      for (int i = 0; i < element.childNodeSize(); i++) {
        if (!take(element.childNode(i))) {
          return false;
        }
      }
      separate(element);
      return true;
    }

    private boolean take(Node node) {
      if (node instanceof Element element
          && !isHidden(element.normalName())
          && !isKicker(element)) {
        return takeAll(element);
      }
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      }
      return ++nodes <= MOST_NODES && size <= MOST_LETTERS;
    }

    private static boolean isHidden(String tag) {
      return switch (tag) {
        case "script", "style", "svg", "noscript", "template", "button", "iframe", "rt", "rp" ->
          true;
        default -> false;
      };
    }

    private void append(String words) {
      // Names and jobs stand in elements of their own, which only a style sheet keeps apart.
      boolean isGlued = !words.isEmpty()
          && size > 0
          && Character.isUpperCase(words.charAt(0))
          && Character.isLowerCase(text[size - 1]);
      if (isGlued) {
        text[size++] = '\n';
      }
      for (int i = 0; i < words.length() && size <= MOST_LETTERS; i++) {
        char c = words.charAt(i);
        if (!Draft.isBlank(c)) {
          text[size++] = c;
        } else if (size > 0 && text[size - 1] > ' ') {
          text[size++] = ' ';
        }
      }
    }

    private void separate(Element element) {
      if (size > 0 && (element.isBlock() || element.normalName().equals("br"))) {
        text[size++] = '\n';
      }
    }

    /// Without the spaces and the empty lines that stand at the ends of lines.
    private String lines() {
      int end = 0;
      for (int i = 0; i < size; i++) {
        char c = text[i];
        if (c == '\n' && end > 0 && text[end - 1] <= ' ') {
          end -= text[end - 1] == ' ' ? 1 : 0;
          if (end > 0 && text[end - 1] == '\n') {
            continue;
          }
        }
        if (c > ' ' || end > 0) {
          text[end++] = c;
        }
      }
      while (end > 0 && text[end - 1] <= ' ') {
        end--;
      }
      return new String(text, 0, end);
    }
  }
}
