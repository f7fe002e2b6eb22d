package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pressmark.article.Rule;

/// Says what sort of thing a stretch is, and parts stretches where one sort follows another.
final class Kind {
  /// A part of a stretch and the rule that cuts it.
  record Part(int start, int end, Rule rule) {}

  private static final Set<String> PROPERTIES = Set.of(
      "color",
      "background",
      "margin",
      "padding",
      "display",
      "width",
      "height",
      "font",
      "border",
      "position",
      "float",
      "top",
      "left",
      "right",
      "bottom",
      "opacity",
      "transition",
      "overflow",
      "align",
      "size",
      "weight",
      "family",
      "index",
      "radius",
      "max",
      "min",
      "line",
      "decoration",
      "transform",
      "content",
      "flex");

  private Kind() {}

  static List<Part> parts(String text, int start, int end, List<Json> roots) {
    List<Part> parts = new ArrayList<>();
    int at = start;
    for (Json root : roots) {
      if (root.start() >= at && root.end() > root.start() && isSchema(root)) {
        int from = torn(text, at, root.start());
        if (hasText(text, at, from)) {
          parts.add(new Part(at, trimmed(text, at, from), rule(text, at, from)));
        } else {
          from = at;
        }
        parts.add(new Part(from, root.end(), Rules.JSON_LD));
        at = root.end();
        while (at < end && text.charAt(at) <= ' ') {
          at++;
        }
      }
    }
    if (at < end) {
      if (!parts.isEmpty() && !hasText(text, at, end)) {
        Part last = parts.removeLast();
        parts.add(new Part(last.start(), end, last.rule()));
      } else {
        parts.add(new Part(at, end, rule(text, at, end)));
      }
    }
    return parts;
  }

  private static boolean isSchema(Json root) {
    if (root instanceof Json.Arr list) {
      return list.items().stream().anyMatch(Kind::isSchema);
    }
    return root instanceof Json.Obj object
        && (object.members().stream().anyMatch(member -> member.key().startsWith("@"))
            || object.members().stream()
                    .filter(member -> SchemaWords.isKnown(SchemaWords.of(member.key())))
                    .count()
                >= 2);
  }

  /// The torn end of a string that stands before the first key: `","`.
  private static int torn(String text, int from, int to) {
    int at = to;
    while (at > from
        && !Character.isLetterOrDigit(text.charAt(at - 1))
        && "});>".indexOf(text.charAt(at - 1)) < 0) {
      at--;
    }
    while (at < to && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean hasText(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int trimmed(String text, int from, int to) {
    int end = to;
    while (end > from && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  /// What ends a comment or a section of character data that began elsewhere.
  private static boolean isEndMark(String text, int start) {
    return text.startsWith("//]]>", start)
        || text.startsWith("]]>", start)
        || text.startsWith("-->", start)
        || text.startsWith("//-->", start);
  }

  static Rule rule(String text, int start, int end) {
    int open = 0;
    int tags = 0;
    int entities = 0;
    int percents = 0;
    int properties = 0;
    int calls = 0;
    int templates = 0;
    int wordFrom = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (letter && wordFrom < 0) {
        wordFrom = i;
      }
      switch (c) {
        case '{' ->
          templates +=
              i + 1 < end && (text.charAt(i + 1) == '{' || text.charAt(i + 1) == '%') ? 1 : 0;
        case '<' ->
          tags += i + 1 < end
                  && (Character.isLetter(text.charAt(i + 1))
                      || "/!?%".indexOf(text.charAt(i + 1)) >= 0)
              ? 1
              : 0;
        case '&' ->
          entities += text.startsWith("&lt;", i)
                  || text.startsWith("&quot;", i)
                  || text.startsWith("&gt;", i)
              ? 1
              : 0;
        case '%' ->
          percents += i + 2 < end
                  && Character.digit(text.charAt(i + 1), 16) >= 0
                  && Character.digit(text.charAt(i + 2), 16) >= 0
              ? 1
              : 0;
        case '(' -> calls++;
        case '[' -> open++;
        case ':' ->
          properties += wordFrom >= 0
                  && i - wordFrom < 14
                  && PROPERTIES.contains(text.substring(wordFrom, i).strip())
              ? 1
              : 0;
        default -> {}
      }
      if (!letter && c != ' ') {
        wordFrom = -1;
      }
    }
    int length = end - start;
    if (templates > 0 && templates * 200 > length
        || text.charAt(start) == '['
            && open > 0
            && calls == 0
            && length < 400
            && (Character.isLetter(text.charAt(Math.min(end - 1, start + 1)))
                || text.startsWith("[/", start))) {
      return Rules.TEMPLATE;
    }
    if (isEndMark(text, start)) {
      return Rules.MARKUP;
    }
    if (text.charAt(start) == '<' && tags * 120 > length || tags * 60 > length) {
      return Rules.MARKUP;
    }
    if (properties >= 2 && properties * 2 > calls || properties > 0 && calls == 0) {
      return Rules.STYLE;
    }
    if (text.charAt(start) == '&'
        || text.regionMatches(true, start, "u003c", 0, 5)
        || text.charAt(start) == '\\'
        || entities * 60 > length
        || percents * 30 > length
        || text.startsWith("data:", start)) {
      return Rules.ENCODED;
    }
    return Rules.SCRIPT;
  }
}
