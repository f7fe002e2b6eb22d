package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Draft;

/// Whole sentences that stand between two scripts: `…;The weeks before were quiet. !function…`.
///
/// The model, which has seen one script in most of its texts, goes on from one to the next over a
/// few lines of prose. What begins behind the end of a statement, is no string, and holds
/// sentences enough is given back to the story.
final class Islands {
  /// Fewer letters than this may be a comment or a message of the program.
  private static final int FEWEST_LETTERS = 90;

  private static final int FEWEST_WORDS = 15;

  /// Letters that need no spaces between words say more each.
  private static final int FEWEST_IDEOGRAPHS = 25;

  private static final List<String> CLOSING_TAGS =
      List.of("</script>", "</style>", "</noscript>", "</iframe>");

  private Islands() {}

  static List<Stretch> without(String text, List<Stretch> stretches) {
    List<Stretch> parts = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (!isAddress(text, stretch)) {
        split(text, stretch, parts);
      }
    }
    return parts;
  }

  /// Nothing but one address of the web, which prose may give.
  private static boolean isAddress(String text, Stretch stretch) {
    int from = skipSpace(text, stretch.start(), stretch.end());
    if (!text.startsWith("http://", from) && !text.startsWith("https://", from)) {
      return false;
    }
    for (int at = from; at < stretch.end(); at++) {
      if (Draft.isBlank(text.charAt(at)) || "\"'<>{}\\`|".indexOf(text.charAt(at)) >= 0) {
        return skipSpace(text, at, stretch.end()) == stretch.end();
      }
    }
    return true;
  }

  private static void split(String text, Stretch stretch, List<Stretch> parts) {
    int from = stretch.start();
    int at = from;
    boolean inString = false;
    while (at < stretch.end()) {
      inString = isQuote(text, at) ? opensString(text, at, stretch.start()) : inString;
      if (inString || !endsStatement(text, at)) {
        at++;
        continue;
      }
      int begin = skipSpace(text, at + 1, stretch.end());
      int end = endOfIsland(text, begin, stretch.end());
      if (end == begin) {
        at = Math.max(at + 1, begin - 1);
        continue;
      }
      parts.add(new Stretch(from, at + 1, stretch.margin()));
      while (end > begin) { // further paragraphs
        from = skipSpace(text, end, stretch.end());
        begin = from;
        end = text.charAt(end) == '\n' ? endOfIsland(text, begin, stretch.end()) : begin;
      }
      at = from;
    }
    boolean isRestOfStory =
        from > stretch.start() && endOfPlain(text, from, stretch.end()) >= stretch.end() - 1;
    if (from < stretch.end() && !isRestOfStory) {
      parts.add(new Stretch(from, stretch.end(), stretch.margin()));
    }
  }

  /// The end of the sentences that begin here; where they begin, if they are none or too few.
  private static int endOfIsland(String text, int begin, int to) {
    if (begin >= to || !opensSentence(text.charAt(begin))) {
      return begin;
    }
    int stop = endOfPlain(text, begin, to);
    int end = stop < to ? endOfSentences(text, begin, stop) : begin;
    return isProse(text, begin, end) ? end : begin;
  }

  /// A double quotation mark of any sort that is not escaped.
  private static boolean isQuote(String text, int at) {
    return "\"“”„«»".indexOf(text.charAt(at)) >= 0 && (at == 0 || text.charAt(at - 1) != '\\');
  }

  /// Whether a value begins behind this mark, as in `"articleBody": "A fine day.`
  private static boolean opensString(String text, int quote, int least) {
    int at = quote - 1;
    while (at >= least && Draft.isBlank(text.charAt(at))) {
      at--;
    }
    return at >= least && ":,[{=(".indexOf(text.charAt(at)) >= 0;
  }

  /// `&nbsp;`, `&#8217;`; but `&gt;` ends a tag.
  private static boolean endsEntity(String text, int semicolon) {
    if (text.startsWith("&gt", semicolon - 3)) {
      return false;
    }
    int at = semicolon - 1;
    while (at > 0 && semicolon - at < 10 && Character.isLetterOrDigit(text.charAt(at))) {
      at--;
    }
    return at >= 0 && at < semicolon - 1 && "&#".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean endsStatement(String text, int at) {
    char c = text.charAt(at);
    return c == ';' && !endsEntity(text, at)
        || c == '}'
        || c == ')'
        || c == '>'
            && CLOSING_TAGS.stream()
                .anyMatch(
                    tag -> text.regionMatches(true, at + 1 - tag.length(), tag, 0, tag.length()));
  }

  private static boolean opensSentence(char c) {
    return Character.isUpperCase(c)
        || Character.isIdeographic(c)
        || Character.isLetter(c) && !Character.isLowerCase(c)
        || "“«„¿¡「『—–".indexOf(c) >= 0;
  }

  /// Where the first character stands that prose has no use for.
  private static int endOfPlain(String text, int from, int to) {
    int at = from;
    while (at < to
        && ("{}[]<>=;|\\_@#$&\"*^~`\n".indexOf(text.charAt(at)) < 0
            || isProseSemicolon(text, at, to))) {
      at++;
    }
    return at;
  }

  /// `on Monday; he found`.
  private static boolean isProseSemicolon(String text, int at, int to) {
    return text.charAt(at) == ';'
        && at + 2 < to
        && Character.isLetter(text.charAt(at - 1))
        && text.charAt(at + 1) == ' '
        && Character.isLowerCase(text.charAt(at + 2));
  }

  /// The end of the last sentence that is complete and followed by a space or a line break.
  private static int endOfSentences(String text, int from, int to) {
    for (int at = to; at > from; at--) {
      char before = text.charAt(at - 1);
      boolean closes = Draft.isBlank(text.charAt(at)) && closesSentence(text, from, at - 1);
      if (closes || before == '。' || before == '！' || before == '？') {
        return at;
      }
    }
    return from;
  }

  private static boolean closesSentence(String text, int from, int last) {
    int at = last;
    while (at > from && "”’»)」".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return ".!?…؟۔।".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isProse(String text, int from, int to) {
    int letters = 0;
    int ideographs = 0;
    int words = 0;
    boolean inWord = false;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      boolean isLetter = Character.isLetter(c);
      letters += isLetter ? 1 : 0;
      ideographs += Character.isIdeographic(c) ? 1 : 0;
      words += isLetter && !inWord ? 1 : 0;
      inWord = isLetter;
    }
    boolean mostlyLetters = letters * 4 >= (to - from) * 3;
    return ideographs >= FEWEST_IDEOGRAPHS
        || letters >= FEWEST_LETTERS && words >= FEWEST_WORDS && mostlyLetters;
  }

  private static int skipSpace(String text, int from, int to) {
    int at = from;
    while (at < to && Draft.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
