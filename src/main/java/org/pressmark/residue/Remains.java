package org.pressmark.residue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pressmark.article.Draft;

/// Small remains of markup, escapes and templates, read by their exact grammar: they are too small
/// for the model to see, as a lone `&amp;nbsp;` or `[caption id="7"]`.
///
/// Raw tags and templates count only where they fill a line, as prose may speak of a `<div>`.
final class Remains {
  /// As sure as the model ever is of a long script.
  private static final double MARGIN = 60;

  /// A tag or shortcode is no longer, in UTF-16 units.
  private static final int LONGEST = 2_000;

  private static final Set<String> TAGS = Set.copyOf(List.of(
      ("a abbr address amp-ad amp-img article aside audio b base blink blockquote body br button"
              + " canvas caption center cite code col colgroup dd del details div dl dt em embed"
              + " fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i"
              + " iframe img input ins label legend li link main map meta nav noscript object ol"
              + " optgroup option p param picture pre q s script section select small source span"
              + " strike strong style sub summary sup svg table tbody td template textarea tfoot th"
              + " thead time tr u ul var video wbr")
          .split(" ", -1)));

  /// What stands before the colon in `<o:p>`.
  private static final Set<String> SPACES =
      Set.of("o", "w", "v", "x", "m", "st1", "fb", "g", "svg", "wp", "xml");

  /// Shortcodes without attributes that no author writes in brackets; the names of others have an
  /// underscore in them.
  private static final Set<String> SHORTCODES = Set.of(
      "caption",
      "gallery",
      "embed",
      "video",
      "audio",
      "playlist",
      "youtube",
      "vimeo",
      "pullquote",
      "dropcap");

  /// What fills a line as white space does, or ends what began elsewhere.
  private static final List<String> BLANKS = List.of(
      "&nbsp;",
      "&amp;nbsp;",
      "&#160;",
      "&amp;#160;",
      "&#xa0;",
      "&ensp;",
      "&emsp;",
      "&thinsp;",
      "&zwnj;",
      "&#8203;",
      "&#8288;",
      "&#65279;",
      "\\u00a0",
      "\\u00A0",
      "\\n",
      "\\r",
      "\\t",
      "//<![CDATA[",
      "/* <![CDATA[ */",
      "<![CDATA[",
      "//]]>",
      "/* ]]> */",
      "]]>",
      "//-->",
      "-->");

  private Remains() {}

  /// Lines of nothing but tags and templates.
  static List<Stretch> markup(String text) {
    List<Stretch> found = new ArrayList<>();
    if (text.indexOf('<') < 0 && text.indexOf("{{") < 0 && text.indexOf("{%") < 0) {
      return found;
    }
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int first = skipBlank(text, start, end);
      if (first < end && (text.charAt(first) == '<' || text.charAt(first) == '{')) {
        addLine(text, first, end, true, found);
      }
      start = end + 1;
    }
    return found;
  }

  /// Lines of nothing but escapes, and escaped tags and shortcodes anywhere.
  static List<Stretch> escaped(String text) {
    List<Stretch> found = new ArrayList<>();
    boolean hasEntities = text.indexOf('&') >= 0;
    boolean hasEnds = text.indexOf('>') >= 0 && (text.contains("]]>") || text.contains("-->"));
    if (hasEntities || hasEnds || text.indexOf('\\') >= 0) {
      escapedLines(text, found);
    }
    if (hasEntities) {
      escapedTags(text, "&lt;", found);
      escapedTags(text, "&amp;lt;", found);
    }
    if (text.contains("u003")) {
      List.of("\\u003c", "\\u003C", "u003c", "u003C")
          .forEach(less -> escapedTags(text, less, found));
    }
    shortcodes(text, found);
    return found;
  }

  private static void escapedTags(String text, String less, List<Stretch> found) {
    int at = text.indexOf(less);
    while (at >= 0) {
      int end = escapedTag(text, at, text.length());
      if (end > at) {
        found.add(new Stretch(at, end, MARGIN));
      }
      at = text.indexOf(less, Math.max(end, at + 1));
    }
  }

  private static void escapedLines(String text, List<Stretch> found) {
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int first = skipBlank(text, start, end);
      if (first < end && "&\\/]-<".indexOf(text.charAt(first)) >= 0) {
        addLine(text, first, end, false, found);
      }
      start = end + 1;
    }
  }

  private static void addLine(String text, int from, int to, boolean raw, List<Stretch> found) {
    int at = from;
    int end = from;
    while (at < to) {
      int next = blank(text, at, to);
      next = next > at ? next : escapedTag(text, at, to);
      next = next > at || !raw ? next : rawTag(text, at, to);
      next = next > at || !raw ? next : template(text, at, to);
      if (next == at) {
        return;
      }
      end = next;
      at = skipBlank(text, next, to);
    }
    Stretch line = new Stretch(from, end, MARGIN);
    if (!raw || !couldBeShown(text, line) || Showcase.isMachinery(text, line)) {
      found.add(line);
    }
  }

  /// Tags that say something, as an article on web pages may show them.
  private static boolean couldBeShown(String text, Stretch line) {
    int from = line.start();
    return text.charAt(from) == '<'
        && !text.startsWith("<!--", from)
        && (text.indexOf('=', from, line.end()) > 0
            || text.indexOf("<script", from, line.end()) >= 0
            || text.indexOf("<style", from, line.end()) >= 0);
  }

  private static int blank(String text, int at, int to) {
    for (String blank : BLANKS) {
      if (at + blank.length() <= to && text.startsWith(blank, at)) {
        return at + blank.length();
      }
    }
    return at;
  }

  /// `<div class="a>b">`, `</p>`, `<!-- … -->`, `<script …>…</script>`.
  private static int rawTag(String text, int at, int to) {
    if (text.charAt(at) != '<' || at + 2 >= to) {
      return at;
    }
    if (text.startsWith("<!--", at)) {
      int close = text.indexOf("-->", at + 4);
      return close < 0 || close + 3 > to ? at : close + 3;
    }
    int from = text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    String name = name(text, from, to);
    int end = isTag(name) ? endOfTag(text, from, Math.min(to, at + LONGEST)) : at;
    return end > at && from == at + 1 ? endOfElement(text, end, to, "<", name, ">") : end;
  }

  /// Behind the first `>` that stands in no quotes.
  private static int endOfTag(String text, int from, int to) {
    char quote = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      } else if (c == '<') {
        return from - 1;
      }
    }
    return from - 1;
  }

  /// `{{ title }}`, `{% if paid %}`.
  private static int template(String text, int at, int to) {
    if (text.startsWith("{{", at)) {
      return behind(text, at + 2, to, "}}", at);
    }
    return text.startsWith("{%", at) ? behind(text, at + 2, to, "%}", at) : at;
  }

  private static int behind(String text, int from, int to, String mark, int otherwise) {
    int end = text.indexOf(mark, Math.min(from, to), to);
    return end < 0 ? otherwise : end + mark.length();
  }

  /// Behind the end tag of a script or style whose tag ends at `from`, if no other of its name
  /// opens before that; else `from`.
  private static int endOfElement(
      String text, int from, int to, String less, String name, String greater) {
    if (!name.equals("script") && !name.equals("style")) {
      return from;
    }
    String close = less + "/" + name + greater;
    int at = text.indexOf(less, from, to);
    while (at >= 0 && !text.startsWith(less + name, at)) {
      if (text.startsWith(close, at)) {
        return at + close.length();
      }
      at = text.indexOf(less, at + 1, to);
    }
    return from;
  }

  /// `&lt;br /&gt;`, `u003c/pu003e`; scripts and styles with what is in them.
  private static int escapedTag(String text, int at, int to) {
    String less = less(text, at);
    if (less.isEmpty()) {
      return at;
    }
    String greater = greater(less);
    int from = at + less.length();
    boolean closes = from < to && text.charAt(from) == '/';
    String name = name(text, closes ? from + 1 : from, to);
    int glued = name.indexOf(greater.toLowerCase(Locale.ROOT)); // `u003cpu003e`
    name = glued > 0 ? name.substring(0, glued) : name;
    int end =
        isTag(name) ? endOfEscaped(text, from, Math.min(to, at + LONGEST), less, greater) : at;
    return end > at && !closes ? endOfElement(text, end, to, less, name, greater) : end;
  }

  /// Behind the first closing sign, if no other tag opens before it on the same line.
  private static int endOfEscaped(String text, int from, int to, String less, String greater) {
    for (int i = from; i < to && text.charAt(i) != '\n'; i++) {
      if (text.startsWith(greater, i)) {
        return i + greater.length();
      }
      if (text.startsWith(less, i)) {
        break;
      }
    }
    return from - less.length();
  }

  private static String less(String text, int at) {
    char c = text.charAt(at);
    if (c == '&') {
      return text.startsWith("&lt;", at)
          ? "&lt;"
          : text.startsWith("&amp;lt;", at) ? "&amp;lt;" : "";
    }
    if (c == '\\' && text.regionMatches(true, at, "\\u003c", 0, 6)) {
      return text.substring(at, at + 6);
    }
    return c == 'u' && text.regionMatches(true, at, "u003c", 0, 5)
        ? text.substring(at, at + 5)
        : "";
  }

  private static String greater(String less) {
    return less.startsWith("&")
        ? less.replace("lt", "gt")
        : less.replace('c', 'e').replace('C', 'E');
  }

  private static boolean isTag(String name) {
    int colon = name.indexOf(':'); // `o:p`
    return TAGS.contains(name) || colon > 0 && SPACES.contains(name.substring(0, colon));
  }

  /// Letters, digits and `:-_` in lower case, at most 40.
  private static String name(String text, int from, int to) {
    int at = from;
    int most = Math.min(to, from + 40);
    while (at < most
        && (Character.isLetterOrDigit(text.charAt(at)) || ":-_".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(from, at).toLowerCase(Locale.ROOT);
  }

  /// `[vc_column width="1/2"]`, `[/caption]`, but no `[sic]` and no `[name withheld]`.
  private static void shortcodes(String text, List<Stretch> found) {
    Set<String> opened = new HashSet<>();
    List<Stretch> bare = new ArrayList<>();
    int first = found.size();
    for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
      boolean closes = at + 1 < text.length() && text.charAt(at + 1) == '/';
      String name = name(text, closes ? at + 2 : at + 1, text.length());
      int end =
          name.isEmpty() || !Character.isLetter(name.charAt(0)) ? -1 : endOfShortcode(text, at);
      if (end < 0) {
        continue;
      }
      boolean known = SHORTCODES.contains(name) || name.indexOf('_') > 0;
      boolean alone = end == at + name.length() + (closes ? 3 : 2);
      if (closes && alone && (known || opened.contains(name))
          || !closes && hasAttribute(text, at, end)) {
        opened.add(name);
        found.add(new Stretch(at, end, MARGIN));
      } else if (!closes && alone && known && name.indexOf('_') > 0) {
        bare.add(new Stretch(at, end, MARGIN));
      }
    }
    if (found.size() > first || bare.size() > 1) {
      found.addAll(bare);
    }
  }

  private static int endOfShortcode(String text, int at) {
    int most = Math.min(text.length(), at + LONGEST);
    for (int i = at + 1; i < most; i++) {
      char c = text.charAt(i);
      if (c == ']') {
        return i + 1;
      }
      if (c == '[' || c == '\n') {
        return -1;
      }
    }
    return -1;
  }

  /// ` id="7"`, ` width=40`.
  private static boolean hasAttribute(String text, int from, int to) {
    for (int i = text.indexOf('=', from, to - 1); i >= 0; i = text.indexOf('=', i + 1, to - 1)) {
      char value = text.charAt(i + 1);
      int name = i;
      while (name > from
          && (Character.isLetterOrDigit(text.charAt(name - 1))
              || "_-".indexOf(text.charAt(name - 1)) >= 0)) {
        name--;
      }
      boolean quoted = "\"'“”„″&".indexOf(value) >= 0 || Character.isDigit(value);
      if (name < i && text.charAt(name - 1) == ' ' && quoted) {
        return true;
      }
    }
    return false;
  }

  private static int skipBlank(String text, int from, int to) {
    int at = from;
    while (at < to && Draft.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
