package org.pressmark.source.spare;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Writes data as the markup that a program would make of them: each part of a list as a block,
/// what
/// is in it as one line of text.
final class Pen {
  /// Under these names the parts of something stand, or its text. The first that has any counts:
  /// beside the parts, the same words may stand a second time as one text.
  private static final List<String> INSIDE = List.of(
      "content",
      "children",
      "items",
      "blocks",
      "elements",
      "nodes",
      "paragraphs",
      "spans",
      "body",
      "root",
      "html",
      "htmlText",
      "innerHTML",
      "rendered",
      "text",
      "value",
      "copy",
      "source",
      "model",
      "data",
      "fields",
      "props",
      "attributes");

  private static final List<String> KINDS = List.of(
      "type",
      "_type",
      "nodeType",
      "__typename",
      "tagName",
      "tag",
      "blockName",
      "kind",
      "style",
      "listItem");

  /// What leads elsewhere has one of these.
  private static final List<String> ADDRESSES = List.of(
      "url", "href", "link", "slug", "canonicalUrl", "canonical_url", "website_url", "path");

  private static final int MAX_DEPTH = 200;

  /// A list of parts stands so many objects down in what holds it.
  private static final int MOST_DOWN = 8;

  private static final int LONGEST_SECTION = 600;

  private static final int FEWEST_SPACES = 5;

  private static final int LONG_PARAGRAPH = 600;

  private final Map<String, JsonNode> named;
  private final Allowance left;
  private final StringBuilder html = new StringBuilder();
  private int letters; // in paragraphs
  private int paragraphs;

  /// @param named what other data name, by that name
  Pen(Map<String, JsonNode> named, Allowance left) {
    this.named = named;
    this.left = left;
  }

  String html() {
    return html.toString();
  }

  int letters() {
    return letters;
  }

  int paragraphs() {
    return paragraphs;
  }

  /// Writes a list as blocks, one below the other.
  void write(JsonNode list) {
    blocks(list, 0);
  }

  /// Writes a text: markup as it is, anything else a paragraph a line.
  void write(String text) {
    if (isMarkup(text)) {
      html.append(text);
      letters += text.length();
      paragraphs += count(text, "<p") + count(text, "<br") + count(text, "\n\n");
    } else {
      text.lines().filter(line -> !line.isBlank()).forEach(this::paragraph);
    }
  }

  private void paragraph(String line) {
    html.append("<p>").append(escaped(line)).append("</p>\n");
    count(line);
  }

  /// Only sentences count: names of files and of goods come in long lists, too.
  private void count(String line) {
    int spaces = 0;
    boolean isDense = false; // as Chinese is, which writes words without spaces
    for (int at = 0; at < line.length(); at++) {
      spaces += line.charAt(at) == ' ' ? 1 : 0;
      isDense |= line.charAt(at) > '\u2e80';
    }
    if (spaces >= FEWEST_SPACES || isDense) {
      letters += line.length();
      paragraphs += 1 + line.length() / LONG_PARAGRAPH; // some data have lost their line breaks
    }
  }

  private void blocks(JsonNode list, int depth) {
    for (JsonNode item : list) {
      block(Names.follow(item, named), depth);
    }
  }

  private void block(JsonNode node, int depth) {
    if (depth > MAX_DEPTH || !left.takes(1)) {
      return;
    }
    if (node.isArray()) {
      blocks(node, depth + 1);
    } else if (node.isString() && !Names.isData(node.stringValue())) {
      line("p", node, depth);
    } else if (node.isObject()) {
      part(node, depth);
    }
  }

  private void part(JsonNode node, int depth) {
    Tag tag = tag(node);
    String headline = Names.headline(node);
    if (tag == Tag.NONE || !headline.isEmpty() && leadsElsewhere(node)) {
      return;
    }
    if (headline.isEmpty()) {
      inside(node, tag, depth);
      return;
    }
    int start = html.length();
    int before = letters;
    int paragraphsBefore = paragraphs;
    html.append("<h2>").append(escaped(headline)).append("</h2>\n");
    inside(node, tag, depth);
    if (letters - before > LONGEST_SECTION) { // a story of its own
      html.setLength(start);
      letters = before;
      paragraphs = paragraphsBefore;
    }
  }

  private void inside(JsonNode node, Tag tag, int depth) {
    JsonNode inside = inside(node);
    for (int down = 0; inside.isObject() && down < MOST_DOWN; down++) {
      inside = inside(inside);
    }
    boolean isList = tag == Tag.LIST || tag == Tag.QUOTE;
    if (inside.isArray() && (isList || holdsBlocks(inside))) {
      html.append(isList ? "<" + tag.element() + ">" : "");
      for (JsonNode item : inside) {
        JsonNode one = Names.follow(item, named);
        if (tag == Tag.LIST && tag(one) != Tag.LIST) {
          line("li", one, depth + 1);
        } else {
          block(one, depth + 1);
        }
      }
      html.append(isList ? "</" + tag.element() + ">\n" : "");
    } else {
      line(tag.isBlock() && tag != Tag.LIST ? tag.element() : "p", inside, depth + 1);
    }
  }

  private void line(String element, JsonNode node, int depth) {
    int start = html.length();
    inline(node, depth);
    String text = html.substring(start);
    html.setLength(start);
    if (text.isBlank()) {
      return;
    }
    boolean isWhole = element.equals("p") && hasBlocks(text);
    html.append(isWhole ? text : "<" + element + ">" + text + "</" + element + ">")
        .append('\n');
    if (!element.startsWith("h")) {
      count(text);
    }
  }

  private void inline(JsonNode node, int depth) {
    if (depth > MAX_DEPTH || !left.takes(1)) {
      return;
    }
    if (node.isString()) {
      String text = node.stringValue();
      html.append(isMarkup(text) ? text : escaped(text));
    } else if (node.isArray()) {
      for (JsonNode item : node) {
        inline(Names.follow(item, named), depth + 1);
      }
    } else if (node.isObject()) {
      Tag tag = tag(node);
      if (tag == Tag.BREAK) {
        html.append("<br>");
      } else if (tag != Tag.NONE) {
        inline(inside(node), depth + 1);
      }
    }
  }

  private boolean holdsBlocks(JsonNode list) {
    for (JsonNode item : list) {
      JsonNode one = Names.follow(item, named);
      if (one.isObject() && tag(one).isBlock()) {
        return true;
      }
    }
    return false;
  }

  /// What is in an object, by the first name that holds anything; the object itself has no text
  /// where none does.
  private JsonNode inside(JsonNode node) {
    for (String name : INSIDE) {
      JsonNode inside = Names.follow(node.path(name), named);
      boolean isText = inside.isString() && !isAddress(inside.stringValue());
      if (isText || (inside.isArray() || inside.isObject()) && inside.size() > 0) {
        return inside;
      }
    }
    return node.path("");
  }

  private static boolean isAddress(String text) {
    return text.isEmpty() || text.startsWith("http") && text.indexOf(' ') < 0;
  }

  private static boolean leadsElsewhere(JsonNode node) {
    return ADDRESSES.stream().anyMatch(name -> !node.path(name).isMissingNode());
  }

  private static Tag tag(JsonNode node) {
    Tag first = Tag.OTHER;
    for (String name : KINDS) {
      JsonNode kind = node.path(name);
      if (kind.isString()) {
        boolean isTree = kind.stringValue().equals("tag"); // of htmlparser2
        Tag tag = Tag.of(isTree ? node.path("name").asString("") : kind.stringValue());
        first = tag.compareTo(first) < 0 ? tag : first;
      }
    }
    return first;
  }

  static boolean isMarkup(String text) {
    for (int at = text.indexOf('<'); at >= 0 && at + 1 < text.length(); ) {
      char next = text.charAt(at + 1);
      if (next == '/' || Character.isLetter(next)) {
        return true;
      }
      at = text.indexOf('<', at + 1);
    }
    int amp = text.indexOf('&');
    return amp >= 0 && text.indexOf(';', amp) > amp;
  }

  private static boolean hasBlocks(String html) {
    return html.contains("<p")
        || html.contains("<h")
        || html.contains("<ul")
        || html.contains("<ol")
        || html.contains("<div")
        || html.contains("<blockquote");
  }

  private static int count(String text, String what) {
    int count = 0;
    for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) {
      count++;
    }
    return count;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
