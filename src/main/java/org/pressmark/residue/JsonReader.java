package org.pressmark.residue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads JSON as it is found in the wild: whole, or torn at both ends, with quotes that were
/// curled, doubled as guillemets, written as entities or not escaped, with spaces pushed in, with
/// escapes stripped, with comments, wrappers and commas too many.
///
/// First the text is read by the letter (RFC 8259). Only where that fails is it read tolerantly: a
/// quote then ends a string when what follows it could follow a string. Never throws, never reads
/// a character more than a few times, never goes deeper than [#MAX_DEPTH].
public final class JsonReader {
  /// Deeper brackets are passed over. The deepest JSON-LD seen on real pages has about 15.
  public static final int MAX_DEPTH = 200;

  /// A key is looked for this far, in UTF-16 units; schema.org's longest has 36.
  private static final int MAX_KEY = 120;

  private static final int MAX_GAP = 400;

  /// So many spaces, at the most, a translator pushes between a key and its colon.
  private static final int MAX_PUSHED = 4;

  /// So many straight quotes behind keys to one curled one: the curled one is prose.
  private static final int FEWEST_STRAIGHT = 6;

  /// Words that open a value of a program's, with more words behind them.
  private static final Set<String> STATEMENTS =
      Set.of("new", "function", "typeof", "void", "async", "await", "class");

  private final String text;
  private final int end;
  private final boolean strict;
  /// Whether keys stand in straight quotes: then curled ones belong to the prose in the values.
  private final boolean straight;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final List<Json> roots = new ArrayList<>();
  private int at;
  private int passedOver;
  private boolean failed;

  /// An object or a list that is not closed yet.
  private static final class Frame {
    final boolean object;
    final int start;
    final List<Json.Member> members = new ArrayList<>();
    final List<Json> items = new ArrayList<>();
    String key = "";
    boolean valueNext;

    Frame(boolean object, int start) {
      this.object = object;
      this.start = start;
      this.valueNext = !object;
    }

    Json close(int end) {
      return object ? new Json.Obj(members, start, end) : new Json.Arr(items, start, end);
    }

    void add(Json value) {
      if (object) {
        members.add(new Json.Member(key, value));
        key = "";
        valueNext = false;
      } else {
        items.add(value);
      }
    }
  }

  // What was looked for and found, or not, is not looked for again from every place before it.
  private boolean neverClosed;
  private int lineEnd = -1;

  private JsonReader(String text, int start, int end, boolean strict) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.strict = strict;
    this.straight = !strict && isStraight(text, start, end);
  }

  /// Whether nearly all quotes that a colon follows are straight.
  private static boolean isStraight(String text, int start, int end) {
    int straight = 0;
    int curled = 0;
    for (int i = text.indexOf(':', start); i >= 0 && i < end; i = text.indexOf(':', i + 1)) {
      int before = i - 1;
      while (before > start && isSpace(text.charAt(before)) && i - before < MAX_PUSHED) {
        before--;
      }
      char c = before < start ? ' ' : text.charAt(before);
      straight += c == '"' ? 1 : 0;
      curled += c != '"' && isDouble(c) ? 1 : 0;
    }
    return straight >= FEWEST_STRAIGHT * curled && straight > 0;
  }

  /// What a text says that should be JSON and nothing else; the first value, if it has several.
  public static Optional<Json> read(String text) {
    return readAll(text, 0, text.length()).stream().findFirst();
  }

  /// All objects and lists between two offsets. Keys and values that stand outside of any bracket,
  /// because the beginning was torn off, become an object without brackets.
  public static List<Json> readAll(String text, int start, int end) {
    JsonReader byTheLetter = new JsonReader(text, start, end, true);
    byTheLetter.readRoots();
    if (!byTheLetter.failed) {
      return List.copyOf(byTheLetter.roots);
    }
    JsonReader tolerant = new JsonReader(text, start, end, false);
    tolerant.readRoots();
    return List.copyOf(tolerant.roots);
  }

  private void readRoots() {
    while (!(strict && failed) && at < end) {
      step();
    }
    failed |= strict && (!open.isEmpty() || roots.size() != 1);
    while (!open.isEmpty()) {
      close(end);
    }
  }

  private void step() {
    skipSpace();
    if (at >= end) {
      return;
    }
    char c = text.charAt(at);
    switch (c) {
      case '{', '[' -> open(c == '{');
      case '}', ']' -> closeBy(c == '}');
      case ',' -> comma();
      default -> {
        Frame frame = open.peek();
        if (frame == null) {
          outside();
        } else if (frame.object && !frame.valueNext) {
          key(frame);
        } else {
          value(frame);
        }
      }
    }
  }

  private void open(boolean object) {
    if (open.size() >= MAX_DEPTH) {
      failed = true;
      passedOver++;
      at++;
      return;
    }
    Frame frame = open.peek();
    failed |= strict && frame != null && !frame.valueNext;
    open.push(new Frame(object, at++));
  }

  private void closeBy(boolean object) {
    at++;
    if (passedOver > 0) {
      passedOver--;
      return;
    }
    Frame frame = open.peek();
    if (frame == null || frame.object != object) {
      failed = true;
      if (open.stream().noneMatch(other -> other.object == object)) {
        if (object || frame == null) {
          closeAll(); // the bracket of an object whose beginning was torn off
        }
        return;
      }
      while (open.element().object != object) {
        close(at - 1);
      }
    }
    close(at);
  }

  private void closeAll() {
    while (!open.isEmpty()) {
      close(at - 1);
    }
  }

  private void close(int where) {
    Frame frame = open.pop();
    if (frame.object && frame.valueNext) {
      frame.add(new Json.Null(where, where));
      failed = true;
    }
    add(frame.close(where));
  }

  private void add(Json value) {
    Frame parent = open.peek();
    if (parent == null) {
      roots.add(value);
    } else {
      parent.add(value);
    }
  }

  private void comma() {
    Frame frame = open.peek();
    if (frame == null) {
      failed = true;
    } else if (frame.object && frame.valueNext) {
      failed = true;
      frame.add(new Json.Null(at, at));
    }
    at++;
  }

  /// Between roots, where a torn beginning may leave keys without a bracket before them.
  private void outside() {
    failed = true;
    if (strict) {
      return;
    }
    if (keyEnd(at) >= 0) {
      open.push(new Frame(true, at));
    } else if (roots.isEmpty() && tornKeyEnd(at) >= 0) {
      Frame frame = new Frame(true, at);
      int keyEnd = tornKeyEnd(at);
      frame.key = tidyKey(at, keyEnd);
      frame.valueNext = true;
      open.push(frame);
      at = skipGap(keyEnd, end) + 1;
    } else {
      skipWord();
    }
  }

  /// The offset behind the closing quote of a key whose beginning was torn off, `thor":`; else -1.
  private int tornKeyEnd(int from) {
    int i = from;
    while (i < end && i < from + MAX_KEY && isKeyPart(text.charAt(i))) {
      i++;
    }
    int quote = i == from ? from : skipGap(i, end);
    int colon = skipGap(quote + quoteLength(quote), end);
    boolean isKey = quote > from && quoteLength(quote) > 0 && colon < end;
    return isKey && text.charAt(colon) == ':' ? quote + quoteLength(quote) : -1;
  }

  private void key(Frame frame) {
    int keyEnd = keyEnd(at);
    if (keyEnd < 0) {
      failed = true;
      skipWord();
      return;
    }
    int quote = quoteLength(at);
    failed |= strict && quote == 0;
    frame.key = tidyKey(at + quote, keyEnd);
    frame.valueNext = true;
    at = skipGap(keyEnd, end) + 1;
  }

  /// Over a word that is no key, or over a single character.
  private void skipWord() {
    int from = at;
    while (at < end && isKeyPart(text.charAt(at))) {
      at++;
    }
    at = Math.max(at, from + 1);
  }

  private String tidyKey(int from, int to) {
    StringBuilder key = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int quote = quoteLength(i);
      if (quote > 0) {
        i += quote - 1;
      } else if (!isSpace(c) && c != '\\') {
        key.append(c);
      }
    }
    return key.toString();
  }

  private void value(Frame frame) {
    int from = at;
    int quote = quoteLength(at);
    if (!strict && !frame.object && quote > 0 && closedListAt(frame)) {
      close(at); // a list that lost its bracket
    } else if (quote > 0) {
      string(frame, quote);
    } else if (!literal(frame)) {
      failed = true;
      if (!strict) {
        bareText(frame);
      }
    }
    if (at <= from && open.peek() == frame) {
      at = from + 1; // whatever it was, go on
    }
  }

  private boolean closedListAt(Frame frame) {
    return frame.start < at && open.size() > 1 && keyEnd(at) >= 0;
  }

  private void string(Frame frame, int quote) {
    int from = at + quote;
    boolean single = isSingle(text.charAt(at));
    failed |= strict && (quote != 1 || text.charAt(at) != '"');
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < end && quoteLength(i) == 0) {
        i = escapedEnd(i);
        continue;
      }
      int length = strict ? (c == '"' ? 1 : 0) : quoteLength(i);
      if (length > 0 && (strict || isSingle(text.charAt(i)) == single)) {
        if (strict || endsString(frame, i + length)) {
          break;
        }
      } else if (c < ' ') {
        failed = true;
      }
      i += Math.max(1, length);
    }
    int to = Math.min(i, end);
    failed |= to == end;
    int from0 = at;
    at = to < end ? to + Math.max(1, quoteLength(to)) : end;
    frame.add(new Json.Text(Unescape.json(text.substring(from, to)), from0, at));
    failed |= strict && !isDelimiter(skipGap(at, end));
  }

  /// Behind an escape; spaces may have been pushed between a backslash and its quote.
  private int escapedEnd(int backslash) {
    int next = backslash + 1;
    while (!strict && next < end && text.charAt(next) == ' ' && next < backslash + 3) {
      next++;
    }
    return next < end && quoteLength(next) > 0 ? next + quoteLength(next) : backslash + 2;
  }

  private boolean isDelimiter(int i) {
    return i >= end || ",]}".indexOf(text.charAt(i)) >= 0;
  }

  /// Whether a quote that ends before `i` can be the end of a string.
  private boolean endsString(Frame frame, int i) {
    int next = skipGap(i, end);
    if (next >= end) {
      return true;
    }
    char c = text.charAt(next);
    return switch (c) {
      case '}' -> frame.object || open.size() > 1;
      case ']' -> !frame.object || open.stream().anyMatch(other -> !other.object);
      case ',' -> endsBeforeComma(frame, skipGap(next + 1, end));
      case '+', ';' -> true;
      case ')' -> {
        int behind = skipGap(next + 1, end);
        yield behind >= end || ";),}".indexOf(text.charAt(behind)) >= 0;
      }
      default -> quoteLength(next) > 0 && keyEnd(next) >= 0;
    };
  }

  private boolean endsBeforeComma(Frame frame, int next) {
    if (next >= end || keyEnd(next) >= 0 && hasValue(keyEnd(next))) {
      return true;
    }
    char c = text.charAt(next);
    if (quoteLength(next) > 0 && isTornOff(next + quoteLength(next))) {
      return true;
    }
    if (c == '}' || c == ']' || c == '{') {
      return true;
    }
    return !frame.object && (quoteLength(next) > 0 || c == '[' || Character.isDigit(c));
  }

  /// Whether nothing but the beginning of a key stands between here and the end.
  private boolean isTornOff(int from) {
    int i = from;
    while (i < end
        && i < from + MAX_KEY
        && (isKeyPart(text.charAt(i)) || isSpace(text.charAt(i)))) {
      i++;
    }
    return end - i <= 2 && skipGap(i + quoteLength(i), end) == end;
  }

  /// Whether what stands behind a key and its colon could be a value: `“Nobody listens”: a report`
  /// is prose.
  private boolean hasValue(int keyEnd) {
    int from = skipGap(skipGap(keyEnd, end) + 1, end);
    int to = from;
    while (to < end && to < from + MAX_KEY && isKeyPart(text.charAt(to))) {
      to++;
    }
    int next = skipGap(to, end);
    return next >= end
        || to == from
        || STATEMENTS.contains(text.substring(from, to))
        || !Character.isLetterOrDigit(text.charAt(next)) && quoteLength(next) == 0;
  }

  private boolean literal(Frame frame) {
    int to = at;
    while (to < end && to < at + 40 && isLiteralPart(text.charAt(to))) {
      to++;
    }
    if (!isDelimiter(skipGap(to, end))) {
      return false;
    }
    String word = text.substring(at, to);
    Json value = switch (word) {
      case "true" -> new Json.Bool(true, at, to);
      case "false" -> new Json.Bool(false, at, to);
      case "null" -> new Json.Null(at, to);
      default -> null;
    };
    if (value == null && !word.isEmpty() && isNumber(word)) {
      value = new Json.Num(word, at, to);
    }
    if (value == null) {
      return false;
    }
    frame.add(value);
    at = to;
    return true;
  }

  private static boolean isLiteralPart(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "+-.E".indexOf(c) >= 0;
  }

  private static boolean isNumber(String word) {
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digit |= c >= '0' && c <= '9';
      if (c >= 'a' && c <= 'z' && c != 'e') {
        return false;
      }
    }
    return digit;
  }

  /// A value without quotes: to the next comma that has a key behind it, or to a bracket.
  private void bareText(Frame frame) {
    int i = at;
    while (i < end && "{}[]".indexOf(text.charAt(i)) < 0) {
      if (text.charAt(i) == ',' && (!frame.object || endsBeforeComma(frame, skipGap(i + 1, end)))) {
        break;
      }
      i++;
    }
    String value = text.substring(at, i).strip();
    while (!value.isEmpty() && (isDouble(value.charAt(value.length() - 1)))) {
      value = value.substring(0, value.length() - 1).strip();
    }
    int from = at;
    at = i;
    if (value.isEmpty()) {
      frame.add(new Json.Null(from, i));
    } else {
      frame.add(new Json.Text(Unescape.json(value), from, i));
    }
  }

  /// The offset behind a key that begins here (behind its closing quote), if a colon follows it;
  /// else -1.
  private int keyEnd(int from) {
    int quote = quoteLength(from);
    int i = from + quote;
    int limit = Math.min(end, i + MAX_KEY);
    if (quote == 0) {
      while (i < limit && isKeyPart(text.charAt(i))) {
        i++;
      }
      int gap = skipGap(i, limit);
      return i > from && gap < limit && text.charAt(gap) == ':' && !isAddress(gap) ? i : -1;
    }
    boolean single = isSingle(text.charAt(from));
    while (i < limit) {
      char c = text.charAt(i);
      if (strict && c == '\\') {
        i += 2;
        continue;
      }
      int length = quoteLength(i);
      if (length > 0 && isSingle(c) == single) {
        int gap = skipGap(i + length, end);
        return i > from + quote && gap < end && text.charAt(gap) == ':' ? i + length : -1;
      }
      if (c == '{' || c == '}' || !strict && (c == ',' || c == '\n')) {
        return -1;
      }
      i++;
    }
    return -1;
  }

  /// Whether a colon is the one of `https://`.
  private boolean isAddress(int colon) {
    int next = skipGap(colon + 1, end);
    return next < end && text.charAt(next) == '/';
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '-' || c == '$';
  }

  /// How many units a quote takes that begins here: 1 for `"` and its relatives, more for `\"` and
  /// entities, 0 where there is none.
  private int quoteLength(int i) {
    if (i >= end) {
      return 0;
    }
    char c = text.charAt(i);
    if (c == '"' || !straight && isDouble(c)) {
      return 1;
    }
    if (strict) {
      return 0;
    }
    if (isSingle(c)) {
      return 1;
    }
    if (c == '&') {
      return text.startsWith("&quot;", i) || text.startsWith("&#034;", i)
          ? 6
          : text.startsWith("&#34;", i) ? 5 : 0;
    }
    return 0;
  }

  private static boolean isDouble(char c) {
    return c == '"' || c > '\u007f' && "“”„‟«»″＂❝❞〝〞".indexOf(c) >= 0;
  }

  private static boolean isSingle(char c) {
    return c == '\'' || c > '\u007f' && "‘’‚‛′".indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff' || c == '\u202f';
  }

  private int skipGap(int from, int limit) {
    int i = from;
    int most = Math.min(limit, from + MAX_GAP);
    while (i < most) {
      char c = text.charAt(i);
      if (isSpace(c) || !strict && isStrayEscape(i, limit)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  /// What is left of `\n`, `\r` or `\t` between two parts of JSON: a letter by itself.
  private boolean isStrayEscape(int i, int limit) {
    char c = text.charAt(i);
    if (c == '\\') {
      return true;
    }
    if (c != 'n' && c != 'r' && c != 't' && c != 'N') {
      return false;
    }
    int next = i + 1;
    while (next < limit && next < i + 6 && "nrt".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next >= limit
        || isSpace(text.charAt(next))
        || "\"{}[],:\\".indexOf(text.charAt(next)) >= 0
        || isDouble(text.charAt(next));
  }

  private void skipSpace() {
    int before;
    do {
      before = at;
      at = skipGap(at, end);
      if (!strict) {
        skipWrapping("/*", "*/");
        skipWord("<![CDATA[");
        skipWord("]]>");
        skipWord("<!--");
        skipWord("-->");
        skipWord(";");
        if (text.startsWith("//", at) && at + 2 < end) {
          skipLineComment();
        }
      }
    } while (at > before && at < end);
  }

  private void skipWord(String word) {
    if (text.startsWith(word, at)) {
      at = Math.min(end, at + word.length());
    }
  }

  private void skipWrapping(String from, String to) {
    if (text.startsWith(from, at)) {
      int inside = at + from.length();
      int close = neverClosed ? -1 : text.indexOf(to, inside);
      neverClosed = close < 0 || close >= end;
      at = neverClosed ? Math.min(end, inside) : close + to.length();
    }
  }

  private void skipLineComment() {
    int line = at + 2;
    while (lineEnd < line || lineEnd < end && !endsLine(text.charAt(lineEnd))) {
      lineEnd = Math.max(line, lineEnd + 1);
    }
    // A comment runs to the end of its line; where the lines were joined, to nobody knows where.
    at = lineEnd < end ? lineEnd : line;
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '<';
  }
}
