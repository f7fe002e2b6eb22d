package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;

/// A text without markup as a draft: every line that is not blank is a passage.
///
/// Nothing is cut here. What kind of line a line is, is guessed from its looks and from the lines
/// around it; a guess changes no letter of the text.
final class Flat {
  /// Longer lines are no headings, in letters.
  private static final int MAX_HEADLINE = 200;

  private static final int MAX_HEADING = 90;

  /// What follows a heading is at least this long.
  private static final int MIN_PARAGRAPH = 100;

  private final String text;
  private final List<Line> lines;

  /// A line without the white space at its ends.
  ///
  /// @param width its length in letters, whatever the script
  /// @param number of the list item it looks like, 0 for a bullet, -1 for no list item
  record Line(int start, int end, double width, int number) {}

  private Flat(String text) {
    this.text = text;
    this.lines = lines(text);
  }

  static Draft draft(String text) {
    return new Flat(text).draft();
  }

  private Draft draft() {
    List<Passage> passages = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Block.Kind kind = kind(i);
      int level = kind == Block.Kind.PARAGRAPH ? 0 : kind == Block.Kind.LIST_ITEM || i == 0 ? 1 : 2;
      passages.add(new Passage(line.start(), line.end(), kind, level));
    }
    return Draft.of(text, passages);
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Letters.breaksLine(text.charAt(at))) {
        addLine(text, from, at, lines);
        from = at + 1;
      }
    }
    return lines;
  }

  private static void addLine(String text, int from, int to, List<Line> lines) {
    int start = from;
    while (start < to && Draft.isBlank(text.charAt(start))) {
      start++;
    }
    int end = to;
    while (end > start && Draft.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      int wide = 0;
      for (int at = start; at < end; at++) {
        wide += Letters.isIdeograph(text.charAt(at)) ? 1 : 0;
      }
      lines.add(new Line(start, end, end - start + 1.5 * wide, number(text, start, end)));
    }
  }

  /// `7. ` and `7) ` give 7, `- ` and `• ` give 0, other lines -1.
  private static int number(String text, int start, int end) {
    int at = start;
    int number = 0;
    while (at < end && at - start < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      number = number * 10 + text.charAt(at++) - '0';
    }
    if (at + 1 >= end || text.charAt(at + 1) != ' ') {
      return -1;
    }
    char mark = text.charAt(at);
    return at > start
        ? mark == '.' || mark == ')' ? number : -1
        : "-*•·▪●◦‣–—".indexOf(mark) >= 0 ? 0 : -1;
  }

  private Block.Kind kind(int i) {
    if (isListItem(i)) {
      return Block.Kind.LIST_ITEM;
    }
    return i == 0 && isHeadline() || i > 0 && isHeading(i)
        ? Block.Kind.HEADING
        : Block.Kind.PARAGRAPH;
  }

  /// A number alone proves nothing: its neighbour must count on. "2. Bundesliga" opens a sentence.
  private boolean isListItem(int i) {
    int number = lines.get(i).number();
    return number == 0
        || number > 0
            && (i > 0 && lines.get(i - 1).number() == number - 1
                || i + 1 < lines.size() && lines.get(i + 1).number() == number + 1);
  }

  /// The first line is taken for the headline if it is short and no sentence.
  private boolean isHeadline() {
    Line line = lines.getFirst();
    return lines.size() > 1 && line.width() <= MAX_HEADLINE && looksLikeHeading(line);
  }

  /// A short line that is no sentence, with a paragraph behind it and a longer line before it.
  private boolean isHeading(int i) {
    Line line = lines.get(i);
    return line.width() <= MAX_HEADING
        && i + 1 < lines.size()
        && lines.get(i + 1).width() >= Math.max(MIN_PARAGRAPH, 2 * line.width())
        && lines.get(i - 1).width() >= 2 * line.width()
        && looksLikeHeading(line)
        && Cue.at(text, line.start(), line.end()) == 0;
  }

  /// Whether it opens with a capital, a digit or a quotation mark, ends in no full stop, and holds
  /// letters rather than marks.
  private boolean looksLikeHeading(Line line) {
    int letters = 0;
    int marks = 0;
    for (int at = line.start(); at < line.end(); at++) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        letters++;
      } else if ("{}<>=;\\|[]_@".indexOf(c) >= 0) {
        marks++;
      }
    }
    char last = text.charAt(line.end() - 1);
    return letters >= 3
        && marks * 10 <= letters
        && letters * 2 >= line.end() - line.start()
        && !Character.isLowerCase(text.charAt(line.start()))
        && ".,;:…。，、；：।۔".indexOf(last) < 0;
  }
}
