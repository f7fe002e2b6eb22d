package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Draft;

/// Follows a member of JSON whose string is still open where a stretch ends: `"articleBody": "A
/// fine day`.
///
/// The string may hold a whole story, in which the model finds nothing but prose. It ends with its
/// closing quotation mark, if one stands on the same line where only data can go on; if none does,
/// and the data began the line, all of the line is data that were torn off.
final class Unclosed {
  /// Data torn off at the end of their line go on no further, in UTF-16 units.
  private static final int LONGEST = 100_000;

  private Unclosed() {}

  static List<Stretch> followed(String text, List<Stretch> stretches) {
    List<Stretch> followed = new ArrayList<>(stretches.size());
    int done = 0;
    int line = -1;
    int barren = 0; // up to here no string ends, so that nothing is looked through twice
    for (Stretch stretch : stretches) {
      if (stretch.end() <= done) {
        continue;
      }
      int start = Math.max(done, stretch.start());
      done = stretch.end();
      if (isOpen(text, start, done)) {
        line = line < done ? endOfLine(text, done) : line;
        int end = endOfString(text, Math.max(barren, done), line);
        barren = end < 0 ? line : barren;
        boolean isTorn = end < 0 && line - done <= LONGEST && isLineStart(text, start);
        done = end >= 0 ? end : isTorn ? line : done;
      }
      followed.add(new Stretch(start, done, stretch.margin()));
    }
    return followed;
  }

  /// Whether a member's string begins in a stretch and does not end in it.
  private static boolean isOpen(String text, int start, int end) {
    boolean open = false;
    for (int quote = nextQuote(text, start, end);
        quote >= 0;
        quote = nextQuote(text, quote + 1, end)) {
      open = open
          ? !closes(text, quote, end) && after(text, quote + 1, end) < end
          : opens(text, quote, start);
    }
    return open;
  }

  /// The next straight quotation mark that is not escaped, or -1.
  private static int nextQuote(String text, int from, int to) {
    int quote = text.indexOf('"', from, to);
    while (quote > 0 && text.charAt(quote - 1) == '\\') {
      quote = text.indexOf('"', quote + 1, to);
    }
    return quote;
  }

  /// `"key": "`.
  private static boolean opens(String text, int quote, int least) {
    int colon = before(text, quote, least);
    int key = colon < 0 || text.charAt(colon) != ':' ? -1 : before(text, colon, least);
    return key >= 0 && text.charAt(key) == '"';
  }

  private static int before(String text, int at, int least) {
    int i = at - 1;
    while (i >= least && Draft.isBlank(text.charAt(i))) {
      i--;
    }
    return i < least ? -1 : i;
  }

  /// `", "key`, `"}`, `"]`.
  private static boolean closes(String text, int quote, int to) {
    int next = after(text, quote + 1, to);
    if (next < to && text.charAt(next) == ',') {
      next = after(text, next + 1, to);
      return next < to && (text.charAt(next) == '"' || text.charAt(next) == '}');
    }
    return next < to && "}]".indexOf(text.charAt(next)) >= 0;
  }

  private static int after(String text, int from, int to) {
    int i = from;
    while (i < to && Draft.isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int endOfLine(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  /// Behind the first quotation mark that closes a member's string, or -1.
  private static int endOfString(String text, int from, int line) {
    int quote = nextQuote(text, from, line);
    while (quote >= 0 && !closes(text, quote, line)) {
      quote = nextQuote(text, quote + 1, line);
    }
    return quote < 0 ? -1 : quote + 1;
  }

  private static boolean isLineStart(String text, int start) {
    int before = start - 1;
    while (before >= 0 && text.charAt(before) != '\n' && Draft.isBlank(text.charAt(before))) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }
}
