package org.pressmark.source.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A page's bytes without what nobody reads in them: scripts and style sheets, comments, the shapes
/// in drawings, attributes for machines, white space at the edges of boxes. That is more than half
/// of a page of today, a third of its nodes, and half of the time it takes to parse.
///
/// JSON-LD stays as it is. Tags are told from text as a browser tells them (HTML, 13.2.5), and
/// where two readings are possible nothing is left out. For charsets in which the byte of `<`
/// always is one: all but UTF-16 and ISO-2022.
public final class Unscripted {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private static final String[][] OPAQUE = byLetter(
      "frameset iframe math noembed noframes plaintext script style svg textarea title xmp");

  // What an element's tags do to the white space beside them (CSS Text 3, 4.1.1): they stand in a
  // line and have no width, or what stands at their edges is not seen. 0 where nothing is known.
  private static final int LINE = 1;
  private static final int BOX = 2;

  // From here on the elements are counted that are open: a tag that is none of theirs does nothing.
  private static final int PRE = 3;
  private static final int TABLE = 4;
  private static final int LAST_OF_TABLE = 11;
  private static final NameTable ELEMENTS = new NameTable(Stream.concat(
          Stream.of(
              "",
              "a abbr b base body cite em font head html i link meta noscript q script small span"
                  + " strong style sub sup time u",
              "br p",
              "pre listing"),
          Stream.of(("table caption tbody td tfoot th thead tr address article aside"
                  + " blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3"
                  + " h4 h5 h6 header hr li main nav ol section title ul")
              .split(" ")))
      .toArray(String[]::new));

  // What a drawing is made of (SVG 2), by first letter.
  private static final String[][] SHAPES = byLetter(
      "animate animatemotion animatetransform circle clippath defs desc ellipse feblend"
          + " fecolormatrix fecomponenttransfer fecomposite feflood fefunca fefuncb fefuncg fefuncr"
          + " fegaussianblur feimage femerge femergenode femorphology feoffset feturbulence filter g"
          + " image line lineargradient marker mask metadata path pattern polygon polyline"
          + " radialgradient rect set stop style svg switch symbol text textpath title tspan use view");

  // What a page fetches to show itself, and what it tells programs of itself, by first letter.
  private static final String[][] FETCHED = byLetter(
      "apple-touch-icon apple-touch-icon-precomposed apple-touch-startup-image dns-prefetch edituri"
          + " icon manifest mask-icon modulepreload pingback preconnect prefetch preload shortlink"
          + " stylesheet wlwmanifest");

  // What `meta` elements are called that speak to browsers, robots and networks alone.
  private static final String[][] UNREAD = byLetter("apple-itunes-app apple-mobile-web-app-capable"
      + " apple-mobile-web-app-status-bar-style article:publisher facebook-domain-verification"
      + " fb:admins fb:pages format-detection generator google-site-verification handheldfriendly"
      + " mobileoptimized msapplication-config msapplication-tilecolor msapplication-tileimage"
      + " msvalidate.01 next-head-count og:image:alt og:image:height og:image:type og:image:width"
      + " referrer robots theme-color twitter:card twitter:creator twitter:domain"
      + " twitter:image:alt twitter:site viewport x-ua-compatible");
  private static final String SHORTCUT = "shortcut ";

  private static final String[] NONE = {};

  private static final int LARGE = 4096; // bytes of a value

  // Sorts of signs, as bits: what may stand in the name of an element, in the name of an attribute,
  // in a value without quotes, and between them.
  private static final int OF_TAG = 1;
  private static final int OF_NAME = 2;
  private static final int OF_VALUE = 4;
  private static final int SPACE = 8;
  private static final byte[] SORTS = sorts();

  private final byte[] page;
  private final int start;
  private boolean isEdge = true; // a box began or ended, and nothing was written since
  private final int[] open = new int[64]; // elements of each sort
  private boolean hasBegun; // what a document begins with, its type, lies behind
  private int[] cuts = new int[128]; // first and last place of each stretch to leave out, by turns
  private int ends; // how many of these there are
  private int callings; // how many attributes say what the last element is to the page
  private int calling; // where the last of them begins
  private int callingEnd;

  private Unscripted(byte[] page, int start) {
    this.page = page;
    this.start = start;
  }

  /// @param start where the text begins, behind the byte order mark
  public static byte[] of(byte[] page, int start) {
    Unscripted unscripted = new Unscripted(page, start);
    unscripted.walk();
    return unscripted.kept();
  }

  private void walk() {
    int from = start; // where the text in front of the tag begins
    for (int tag = find('<', start); tag + 1 < page.length; tag = find('<', tag)) {
      int next = tag + 1;
      byte sign = page[next];
      boolean ends = sign == '/' && next + 1 < page.length;
      if (isLetter(sign)) {
        text(from, tag, flow(next, 1));
        next = startTag(next);
      } else if (ends && isLetter(page[next + 1])) {
        text(from, tag, flow(next + 1, -1));
        next = endOfTag(next + 1, false);
      } else if (ends || sign == '!' || sign == '?') {
        text(from, tag, LINE);
        next = sign == '!' ? declaration(tag) : find('>', next);
      } else {
        tag = next;
        continue;
      }
      from = next < page.length && page[next] == '>' ? next + 1 : next;
      tag = next;
    }
  }

  /// What a tag does to the white space beside it.
  ///
  /// @param opens 1 if it opens an element, -1 if it closes one
  private int flow(int name, int opens) {
    int sort = ELEMENTS.sort(page, name, pass(name, OF_TAG));
    if (sort < PRE) {
      return sort;
    }
    boolean isIdle =
        opens < 0 ? open[sort] == 0 : sort > TABLE && sort <= LAST_OF_TABLE && open[TABLE] == 0;
    if (isIdle) {
      return LINE;
    }
    open[sort] += opens;
    return BOX;
  }

  /// Leaves out white space at the edge of a box.
  ///
  /// @param flow of the element whose tag follows
  private void text(int from, int tag, int flow) {
    boolean isWhite = from == tag || pass(from, SPACE) == tag;
    if (isWhite && from < tag && open[PRE] == 0 && (isEdge || flow == BOX)) {
      cut(from, tag);
    } else if (from < tag) {
      isEdge = false;
    }
    if (flow != LINE) {
      isEdge = flow == BOX;
    }
  }

  /// Reads a tag, and what is in the element where that is no markup.
  ///
  /// @param name where the element's name begins
  /// @return where to read on
  private int startTag(int name) {
    int before = ends;
    callings = 0;
    int end = endOfTag(name, true);
    if (callings == 1 && isName("meta", name)) {
      return bare(name, end, before, UNREAD);
    }
    if (callings == 1 && isName("link", name)) {
      return bare(name, end, before, FETCHED);
    }
    String element = named(name, OPAQUE);
    if (element.isEmpty() || end >= page.length) {
      hasBegun = true;
      return end;
    }
    if (page[end - 1] == '/') {
      // In a drawing that is all of the element, anywhere else only its start.
      return element.equals("svg") ? end : page.length;
    }
    return switch (element) {
      case "svg" -> drawing(end);
      case "style" -> code("style", name, end, before);
      case "script" -> isData(name, end) ? text("script", end) : code("script", name, end, before);
      case "frameset", "math", "plaintext" -> page.length;
      default -> text(element, end);
    };
  }

  /// Leaves out what is said in a link or a meta element that nobody reads. The element stays: it
  /// is counted where somebody asks how far two others are apart.
  private int bare(int name, int end, int before, String[][] unread) {
    if (end < page.length && isOne(unread)) {
      ends = before;
      cut(pass(name, OF_TAG), end);
    }
    hasBegun = true;
    return end;
  }

  /// Whether the calling of an element is one of some.
  private boolean isOne(String[][] names) {
    boolean isQuoted = page[calling] == '"' || page[calling] == '\'';
    int from = isQuoted ? calling + 1 : calling;
    from = starts(SHORTCUT, from) ? from + SHORTCUT.length() : from;
    int end = isQuoted ? callingEnd - 1 : callingEnd;
    boolean isName = from < end && isLetter(page[from]);
    for (String name : isName ? names[(page[from] | 0x20) - 'a'] : NONE) {
      if (from + name.length() == end && starts(name, from)) {
        return true;
      }
    }
    return false;
  }

  /// Which of some names stands here; empty where none does.
  private String named(int name, String[][] names) {
    for (String element : names[(page[name] | 0x20) - 'a']) {
      if (isName(element, name)) {
        return element;
      }
    }
    return "";
  }

  private boolean isData(int name, int end) {
    return has("json", name, end) && has("ld", name, end);
  }

  /// Leaves out an element of code: all of it where nothing else can come of that, or what is in
  /// it.
  ///
  /// @param before how many cuts there were in front of its tag
  private int code(String element, int name, int end, int before) {
    int close = text(element, end);
    int closed = close < page.length ? endOfTag(close + 2, false) : close;
    if (closed < page.length && hasBegun && standsAlone(name - 1)) {
      ends = before;
      cut(name - 1, closed + 1);
      return closed;
    }
    if (close < page.length) {
      cut(end + 1, close);
    }
    return close;
  }

  /// Whether no sign or word stands right in front of a tag, to which what follows would be added.
  private boolean standsAlone(int tag) {
    return tag > start && (page[tag - 1] == '>' || isSpace(page[tag - 1]));
  }

  /// Leaves out a drawing in which there is nothing but shapes and plain words. Markup of HTML ends
  /// a drawing that was never closed (HTML, 13.2.6.5), so that the story may follow.
  private int drawing(int end) {
    int depth = 1;
    String words = ""; // the element whose text this is, if it is of those that hold no markup
    for (int at = find('<', end); at + 2 < page.length; ) {
      boolean closes = page[at + 1] == '/';
      int name = closes ? at + 2 : at + 1;
      int tagEnd = isShape(name) ? endOfTag(name, false) : page.length;
      if (tagEnd == page.length || !words.isEmpty() && !(closes && isName(words, name))) {
        return page.length;
      }
      String element = named(name, OPAQUE);
      boolean isWhole = page[tagEnd - 1] == '/';
      if (element.equals("svg") && !isWhole) {
        depth += closes ? -1 : 1;
        if (depth == 0) {
          cut(end + 1, at);
          return at;
        }
      } else if (!element.isEmpty() && isWhole) {
        return page.length;
      }
      words = closes || element.equals("svg") ? "" : element;
      at = find('<', tagEnd);
    }
    return page.length;
  }

  private boolean isShape(int name) {
    return isLetter(page[name]) && !named(name, SHAPES).isEmpty();
  }

  /// The end tag of an element that holds no markup; the page's end where there is none, or where
  /// a script holds the sign of a comment, in which it may hold an end tag of its own.
  private int text(String element, int end) {
    int at = find('<', end);
    while (at + 2 + element.length() < page.length) {
      if (page[at + 1] == '/' && isName(element, at + 2)) {
        return at;
      }
      if (isComment(at) && element.equals("script")) {
        return endOfEscaped(at);
      }
      at = find('<', at + 1);
    }
    return page.length;
  }

  /// Old scripts stand in comments. One that names a script in there too is not judged.
  private int endOfEscaped(int comment) {
    for (int at = find('<', comment + 1); at + 8 < page.length; at = find('<', at + 1)) {
      if (page[at + 1] == '/' && isName("script", at + 2)) {
        return at;
      }
      if (isName("script", at + 1)) {
        return page.length;
      }
    }
    return page.length;
  }

  private int declaration(int tag) {
    if (!isComment(tag)) {
      return find('>', tag);
    }
    int end = find('>', tag + 4);
    while (end < page.length && !endsComment(tag, end)) {
      end = find('>', end + 1);
    }
    int said = tag + 4;
    int dashes = end - (page[end - 1] == '!' ? 3 : 2);
    if (end < page.length && hasBegun && standsAlone(tag)) {
      cut(tag, end + 1);
    } else if (end < page.length && dashes > said) {
      cut(said, dashes); // without its signs, lest what stands around them become a tag
    }
    return end;
  }

  /// Whether a comment ends at this `>`: in `-->`, in `--!>`, or at once, as in `<!-->`.
  private boolean endsComment(int comment, int end) {
    int dashes = page[end - 1] == '!' && end - 1 >= comment + 6 ? end - 1 : end;
    return page[dashes - 1] == '-' && page[dashes - 2] == '-';
  }

  private boolean isComment(int tag) {
    return tag + 4 < page.length
        && page[tag + 1] == '!'
        && page[tag + 2] == '-'
        && page[tag + 3] == '-';
  }

  /// The `>` of a tag, or the page's end. A quote opens a value only behind a name and `=`.
  ///
  /// @param cuts whether to leave out attributes that nobody reads
  private int endOfTag(int tag, boolean cuts) {
    int at = pass(tag, OF_TAG);
    int name = -1; // where the name of an attribute begins
    int sort = 0; // of that attribute
    while (at < page.length && page[at] != '>') {
      byte sign = page[at];
      if (sign == '=' && name >= 0) {
        int value = pass(at + 1, SPACE);
        at = endOfValue(value);
        if (cuts && (sort == 0 || isFile(value, at)) && at < page.length) {
          cut(name, at);
        }
        if (sort == ReadAttributes.CALLING) {
          callings++;
          calling = value;
          callingEnd = at;
        }
        name = -1;
      } else if (sign == '/') {
        at++;
        name = -1;
      } else if (isSpace(sign)) {
        at = pass(at, SPACE);
      } else {
        name = at;
        at = pass(at + 1, OF_NAME);
        sort = cuts ? ReadAttributes.ALL.sort(page, name, at) : 0;
      }
    }
    return at;
  }

  /// Whether a value is a whole file: a picture in its address (RFC 2397).
  private boolean isFile(int value, int end) {
    return end - value > LARGE
        && starts("data:", page[value] == '"' || page[value] == '\'' ? value + 1 : value);
  }

  private int endOfValue(int from) {
    return from < page.length && (page[from] == '"' || page[from] == '\'')
        ? Math.min(page.length, find(page[from], from + 1) + 1)
        : pass(from, OF_VALUE);
  }

  /// The first place from here on whose sign is of none of these sorts.
  private int pass(int from, int sorts) {
    int at = from;
    while (at < page.length && (SORTS[page[at] & 0xff] & sorts) != 0) {
      at++;
    }
    return at;
  }

  private boolean isName(String name, int at) {
    return starts(name, at) && endsName(at + name.length());
  }

  private boolean starts(String name, int at) {
    if (at + name.length() >= page.length) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if ((page[at + i] | 0x20) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean has(String word, int from, int to) {
    for (int at = from; at + word.length() <= to; at++) {
      int matched = 0;
      while (matched < word.length() && (page[at + matched] | 0x20) == word.charAt(matched)) {
        matched++;
      }
      if (matched == word.length()) {
        return true;
      }
    }
    return false;
  }

  private static String[][] byLetter(String names) {
    List<String> all = List.of(names.split(" "));
    return IntStream.rangeClosed('a', 'z')
        .mapToObj(letter -> all.stream().filter(name -> name.charAt(0) == letter))
        .map(some -> some.toArray(String[]::new))
        .toArray(String[][]::new);
  }

  private static byte[] sorts() {
    byte[] sorts = new byte[256];
    Arrays.fill(sorts, (byte) (OF_TAG | OF_NAME | OF_VALUE));
    for (int space : new int[] {' ', '\n', '\t', '\r', '\f'}) {
      sorts[space] = SPACE;
    }
    sorts['>'] = 0;
    sorts['/'] = OF_VALUE;
    sorts['='] = OF_TAG | OF_VALUE;
    return sorts;
  }

  private static boolean isLetter(byte sign) {
    int lower = sign | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  private boolean endsName(int at) {
    return (SORTS[page[at] & 0xff] & OF_TAG) == 0;
  }

  private static boolean isSpace(byte sign) {
    return SORTS[sign & 0xff] == SPACE;
  }

  /// The place of the first such byte, or the page's end. Looks at eight at once.
  private int find(int sign, int from) {
    int at = from;
    long wanted = ONES * sign;
    while (at + Long.BYTES <= page.length) {
      long differing = (long) EIGHT.get(page, at) ^ wanted;
      long found = differing - ONES & ~differing & HIGHS;
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      at += Long.BYTES;
    }
    while (at < page.length && page[at] != sign) {
      at++;
    }
    return at;
  }

  private void cut(int from, int to) {
    if (ends == cuts.length) {
      cuts = Arrays.copyOf(cuts, 2 * ends);
    }
    cuts[ends++] = from;
    cuts[ends++] = to;
  }

  private byte[] kept() {
    int length = page.length - start;
    for (int i = 0; i < ends; i += 2) {
      length -= cuts[i + 1] - cuts[i];
    }
    byte[] kept = new byte[length];
    int from = start;
    int to = 0;
    for (int i = 0; i < ends; i += 2) {
      System.arraycopy(page, from, kept, to, cuts[i] - from);
      to += cuts[i] - from;
      from = cuts[i + 1];
    }
    System.arraycopy(page, from, kept, to, page.length - from);
    return kept;
  }
}
