package org.pressmark.residue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Draft;

/// The whole story inside of data: where the `articleBody` of JSON-LD stands in a text, and what
/// has to be mended in it to read as prose.
///
/// @param start of the data
/// @param from first unit of the story, behind its opening quote
/// @param to first unit behind the story
/// @param end first unit behind the data
/// @param data all that was read
record DataStory(int start, int from, int to, int end, List<Json> data) {
  /// A shorter one is a summary.
  private static final int FEWEST_UNITS = 120;

  /// A tag that is longer is none.
  private static final int LONGEST_TAG = 400;

  private static final int LONGEST_ENTITY = 10;

  /// White space and tags between two paragraphs are looked at so far.
  private static final int LONGEST_BREAK = 1_000;

  /// Tags that end a paragraph.
  private static final List<String> BREAKS = List.of(
      "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr");

  /// A stretch of the text and what has to stand in its place.
  record Repair(int start, int end, String put) {}

  /// The longest one in a text.
  static Optional<DataStory> in(String text) {
    int key = text.indexOf("articleBody");
    if (key < 0) {
      return Optional.empty();
    }
    List<Json> data = Data.read(text, 0, text.length());
    Optional<DataStory> longest = Optional.empty();
    for (Json root : data) {
      for (Json.Text body : bodies(root)) {
        int quote = quoteAt(text, body.start());
        int close = body.end() > body.start() ? quoteBefore(text, body.end()) : 0;
        DataStory story = new DataStory(
            outward(text, root.start(), -1),
            body.start() + quote,
            body.end() - close,
            outward(text, root.end(), 1),
            data);
        if (quote > 0
            && story.length() >= FEWEST_UNITS
            && text.substring(story.from(), story.to()).indexOf('\n') < 0 // or it has no end
            && longest.filter(other -> other.length() >= story.length()).isEmpty()) {
          longest = Optional.of(story);
        }
      }
    }
    return longest;
  }

  /// Over quotes, commas and brackets that are left of what was torn off, to the end of the line.
  private static int outward(String text, int from, int step) {
    int at = from;
    while (step < 0
        ? at > 0 && isMark(text.charAt(at - 1))
        : at < text.length() && isMark(text.charAt(at))) {
      at += step;
    }
    return at;
  }

  private static boolean isMark(char c) {
    return c == ' ' || ",:;{}[]()\\".indexOf(c) >= 0 || Chars.isQuote(c);
  }

  int length() {
    return to - from;
  }

  private static List<Json.Text> bodies(Json root) {
    List<Json.Text> bodies = new ArrayList<>();
    Deque<Json> todo = new ArrayDeque<>(List.of(root));
    while (!todo.isEmpty()) {
      Json next = todo.poll();
      if (next instanceof Json.Arr list) {
        todo.addAll(list.items());
      } else if (next instanceof Json.Obj object) {
        for (Json.Member member : object.members()) {
          boolean isBody = SchemaWords.of(member.key()).equals("articlebody");
          if (isBody && member.value() instanceof Json.Text body) {
            bodies.add(body);
          } else {
            todo.add(member.value());
          }
        }
      }
    }
    return bodies;
  }

  private static int quoteAt(String text, int at) {
    return text.startsWith("&quot;", at) ? 6 : Chars.isQuote(text.charAt(at)) ? 1 : 0;
  }

  private static int quoteBefore(String text, int end) {
    return text.startsWith("&quot;", end - 6) ? 6 : Chars.isQuote(text.charAt(end - 1)) ? 1 : 0;
  }

  /// What makes prose of the story: escapes resolved, tags gone, a line break between paragraphs.
  List<Repair> repairs(String text) {
    Escaped escaped = Escaped.of(text, from, to);
    String plain = escaped.plain();
    List<Repair> repairs = new ArrayList<>();
    int at = 0;
    while (at < plain.length()) {
      int end = endOfBreak(plain, at);
      String put = "\n";
      if (end == at) {
        end = endOfTag(plain, at);
        put = "";
      }
      if (end == at) {
        end = endOfEntity(plain, at);
        put = Unescape.html(plain.substring(at, end));
      }
      if (end == at) {
        end = at + Character.charCount(plain.codePointAt(at));
        put = sound(plain.substring(at, end));
      }
      int start = escaped.origin(at);
      int stop = escaped.origin(end);
      if (put.length() == 1 && stop - start == 2 && text.charAt(start + 1) == put.charAt(0)) {
        repairs.add(new Repair(start, start + 1, "")); // the backslash before a quote
      } else if (!put.contentEquals(text.subSequence(start, stop))) {
        repairs.add(new Repair(start, stop, put));
      }
      at = end;
    }
    return repairs;
  }

  /// A sign that can be shown and written down: no control character, no half of a pair.
  private static String sound(String sign) {
    char c = sign.charAt(0);
    boolean isHalf = sign.length() == 1 && Character.isSurrogate(c);
    return isHalf ? "\ufffd" : c == '\t' ? " " : c < ' ' ? "" : sign;
  }

  /// Over line breaks, tags that break a line, and the white space around them; `from` where there
  /// are none.
  private static int endOfBreak(String plain, int from) {
    int most = Math.min(plain.length(), from + LONGEST_BREAK);
    boolean isBreak = false;
    int at = from;
    while (at < most) {
      char c = plain.charAt(at);
      if (c == '<' && endOfTag(plain, at) > at && breaksLine(plain, at)) {
        isBreak = true;
        at = endOfTag(plain, at);
      } else if (Draft.isBlank(c)) {
        isBreak |= c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
        at++;
      } else {
        break;
      }
    }
    return isBreak ? at : from;
  }

  private static boolean breaksLine(String plain, int open) {
    int from = plain.startsWith("</", open) ? open + 2 : open + 1;
    int to = from;
    while (to < plain.length() && Character.isLetterOrDigit(plain.charAt(to))) {
      to++;
    }
    String name = plain.substring(from, to);
    return BREAKS.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static int endOfTag(String plain, int from) {
    int name = plain.startsWith("</", from) ? from + 2 : from + 1;
    if (plain.charAt(from) != '<'
        || name >= plain.length()
        || !Character.isLetter(plain.charAt(name))) {
      return from;
    }
    int most = Math.min(plain.length(), from + LONGEST_TAG);
    int at = name;
    while (at < most && plain.charAt(at) != '>' && plain.charAt(at) != '<') {
      at++;
    }
    return at < most && plain.charAt(at) == '>' ? at + 1 : from;
  }

  private static int endOfEntity(String plain, int from) {
    if (plain.charAt(from) != '&') {
      return from;
    }
    int most = Math.min(plain.length(), from + LONGEST_ENTITY);
    int semicolon = from + 1;
    while (semicolon < most
        && (Character.isLetterOrDigit(plain.charAt(semicolon)) || plain.charAt(semicolon) == '#')) {
      semicolon++;
    }
    boolean isEntity = semicolon < most
        && plain.charAt(semicolon) == ';'
        && Unescape.html(plain.substring(from, semicolon + 1)).length() < semicolon + 1 - from;
    return isEntity ? semicolon + 1 : from;
  }
}
