package org.pressmark.metadata;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// What a page's markup says by its names: meta tags, marked headlines, times, bylines, JSON-LD.
/// Gathered in one walk over the tree, because asking for each by a selector costs a walk apiece.
///
/// @param title the `title` element's text, empty where there is none
/// @param metas every `meta` that has a name and content, in order
/// @param scraps every element whose name, class or property says what it holds, in order
/// @param jsonLd the text of every JSON-LD script, as it stands there
/// @param links `rel` and address of every `link` element
/// @param declared the `lang` attribute of the page
/// @param siteNames what links to the site's front page show, and what its feeds are called: one of
/// them mostly is the site's name
record Clippings(
    String title,
    List<Meta> metas,
    List<Scrap> scraps,
    List<String> jsonLd,
    List<Link> links,
    Optional<String> declared,
    List<String> siteNames) {

  static final Clippings NONE =
      new Clippings("", List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of());

  Clippings {
    metas = List.copyOf(metas);
    scraps = List.copyOf(scraps);
    jsonLd = List.copyOf(jsonLd);
    links = List.copyOf(links);
  }

  static Clippings of(Document document) {
    return ClippingWalk.over(document);
  }

  /// @param attribute which attribute held the name: `name`, `property`, `itemprop`, `http-equiv`
  /// @param name in lower case
  record Meta(String attribute, String name, String content) {
    String place() {
      return "meta[" + attribute + "=" + name + "]";
    }
  }

  /// @param rel in lower case
  record Link(String rel, String href, String hreflang) {}

  /// A part of the page that is not the story.
  ///
  /// @param at where it begins, a number among the page's nodes
  /// @param isOfReaders whether it is the comments
  record Room(int at, boolean isOfReaders) {
    /// The page itself.
    static final Room NONE = new Room(0, false);
  }

  /// What made an element worth keeping.
  enum Mark {
    /// An `h1`.
    HEADING,
    /// An `h2`, for pages without an `h1`.
    SUBHEADING,
    /// A `time`.
    TIME,
    /// An `itemprop`, or an RDFa `property`.
    PROPERTY,
    /// A link with `rel=author`, or one to an author's page.
    AUTHOR_LINK,
    /// A class or id that speaks of an author.
    AUTHOR_CLASS,
    /// A class or id that speaks of a date.
    DATE_CLASS,
    /// A class or id that speaks of a headline.
    HEADLINE_CLASS,
    /// A class or id that speaks of the line below the headline.
    DECK_CLASS,
    /// A `figcaption`, or a class or id that speaks of a caption.
    CAPTION,
    /// A class or id that speaks of a picture's credit.
    CREDIT_CLASS
  }

  /// One element of the page that says what it holds.
  ///
  /// @param name the property's or class's name, in lower case; empty for bare elements
  /// @param text what it shows, up to 400 letters, white space made single
  /// @param value what its attribute says: `datetime`, `content` or `href`; empty where it has none
  /// @param at its number among the page's nodes
  /// @param room the outermost part of the page around it that is not the story, such as a sidebar
  /// @param label what the page shows right before a date, such as `Last updated:`
  record Scrap(Mark mark, String name, String text, String value, int at, Room room, String label) {
    Scrap(Mark mark, String name, String text, String value, int at, Room room) {
      this(mark, name, text, value, at, room, "");
    }

    String place() {
      return switch (mark) {
        case HEADING -> "h1";
        case SUBHEADING -> "h2";
        case TIME -> value.isEmpty() ? "time" : "time[datetime]";
        case PROPERTY -> "[itemprop=" + name + "]";
        case AUTHOR_LINK -> "a[rel=author]";
        case CAPTION -> name.equals("figcaption") ? name : "[class=" + name + "]";
        case AUTHOR_CLASS, DECK_CLASS ->
          name.startsWith("data-") && name.indexOf('=') > 0
              ? "[" + name + "]"
              : "[class=" + name + "]";
        case DATE_CLASS, HEADLINE_CLASS, CREDIT_CLASS -> "[class=" + name + "]";
      };
    }

    /// Whether it is a heading that leads to the site's front page: its masthead.
    boolean isMasthead() {
      return mark == Mark.HEADING && !value.isEmpty();
    }

    /// What its attribute says, or else what it shows.
    String said() {
      return value.isBlank() ? text : value;
    }
  }

  List<Scrap> scraps(Mark mark) {
    List<Scrap> some = new ArrayList<>();
    for (Scrap scrap : scraps) {
      if (scrap.mark() == mark) {
        some.add(scrap);
      }
    }
    return some;
  }

  Optional<String> meta(String name) {
    for (Meta meta : metas) {
      if (meta.name().equals(name)) {
        return Optional.of(meta.content());
      }
    }
    return Optional.empty();
  }

  Optional<String> link(String rel) {
    for (Link link : links) {
      if (link.rel().equals(rel)) {
        return Optional.of(link.href());
      }
    }
    return Optional.empty();
  }

  Optional<String> canonical() {
    return link("canonical").or(() -> meta("og:url")).filter(url -> url.startsWith("http"));
  }

  /// The year in which the outlet was founded, by the page's JSON-LD.
  Optional<Year> founded() {
    for (String script : jsonLd) {
      int at = script.indexOf("\"foundingDate\"");
      if (at >= 0) {
        return year(script, at + "\"foundingDate\"".length());
      }
    }
    return Optional.empty();
  }

  /// The four digits that begin the text behind the colon.
  private static Optional<Year> year(String script, int from) {
    int at = from;
    while (at < script.length() && " \t\r\n:\"".indexOf(script.charAt(at)) >= 0) {
      at++;
    }
    int year = 0;
    for (int i = at; i < at + 4; i++) {
      if (i >= script.length() || script.charAt(i) < '0' || script.charAt(i) > '9') {
        return Optional.empty();
      }
      year = 10 * year + script.charAt(i) - '0';
    }
    return Optional.of(Year.of(year));
  }

  /// The language that the page declares, as a BCP 47 tag.
  Optional<String> language() {
    return declared
        .or(() -> meta("og:locale"))
        .or(() -> meta("content-language"))
        .flatMap(LanguageReader::tag);
  }
}
