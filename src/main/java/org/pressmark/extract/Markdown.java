package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;
import org.pressmark.article.Rule;

/// A text in Markdown as a draft: the marks that say what a line is are cut, the lines become what
/// the marks say (CommonMark 0.31.2, chapters 4 and 5; front matter as static site generators have
/// it).
///
/// Marks inside of a line, such as `*emphasis*`, stay: they are as often meant as they stand.
final class Markdown {
  private static final int MAX_LEVEL = 6;

  private final String text;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();

  private String fence = ""; // the mark that will close the open fence
  private boolean inCode; // whether the open fence has a line already
  private boolean frontMatter;
  private boolean joins; // whether a line of plain text would go on with the last passage

  private Markdown(String text) {
    this.text = text;
  }

  static Draft draft(String text) {
    return new Markdown(text).draft();
  }

  private Draft draft() {
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Letters.breaksLine(text.charAt(at))) {
        read(from, at);
        from = at + 1;
      }
    }
    return new Draft(text, passages, cuts, List.of(), List.of());
  }

  private void read(int from, int to) {
    int start = skipBlank(from, to);
    int end = to;
    while (end > start && Draft.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      // An empty line parts blocks; the line feed of a CR LF is none.
      joins = joins && from > 0 && from == to && text.charAt(from - 1) == '\r';
    } else if (frontMatter) {
      frontMatter = !isRun(start, end, '-', 3);
      cutLine(start, end);
    } else if (!fence.isEmpty()) {
      readCode(start, end);
    } else if (isFence(start)) {
      fence = text.substring(start, start + 3);
      cutLine(start, end);
    } else {
      readLine(start, end);
    }
  }

  private void readCode(int start, int end) {
    if (text.startsWith(fence, start) && isRun(start, end, fence.charAt(0), 3)) {
      fence = "";
      inCode = false;
      cutLine(start, end);
    } else if (inCode) {
      Passage code = passages.removeLast();
      passages.add(new Passage(code.start(), end, code.kind(), 0));
    } else {
      add(start, end, Block.Kind.PREFORMATTED, 0);
      inCode = true;
    }
  }

  private boolean isFence(int start) {
    return text.startsWith("```", start) || text.startsWith("~~~", start);
  }

  private void readLine(int start, int end) {
    if (passages.isEmpty() && isRun(start, end, '-', 3)) {
      frontMatter = true;
      cutLine(start, end);
    } else if (joins && (isRun(start, end, '=', 1) || isRun(start, end, '-', 2))) {
      underline(text.charAt(start) == '=' ? 1 : 2);
      cutLine(start, end);
    } else if (isRun(start, end, '-', 3)
        || isRun(start, end, '*', 3)
        || isRun(start, end, '_', 3)) {
      cutLine(start, end);
    } else if (!readHeading(start, end)) {
      readText(start, end);
    }
  }

  /// `## A heading ##`
  private boolean readHeading(int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '#') {
      at++;
    }
    int level = at - start;
    if (level == 0 || level > MAX_LEVEL || at == end || text.charAt(at) > ' ') {
      return false;
    }
    int words = skipBlank(at, end);
    int last = end;
    while (last > words && text.charAt(last - 1) == '#') {
      last--;
    }
    if (last < end && text.charAt(last - 1) > ' ') {
      last = end; // "in C#" is no closing mark
    }
    add(start, end, Block.Kind.HEADING, level);
    cut(start, words);
    cut(last, end);
    joins = false;
    return true;
  }

  private void readText(int start, int end) {
    Block.Kind kind = Block.Kind.PARAGRAPH;
    int at = start;
    while (at < end && text.charAt(at) == '>') {
      kind = Block.Kind.QUOTE;
      at = skipBlank(at + 1, end);
    }
    int item = listMark(at, end);
    if (item > at) {
      kind = Block.Kind.LIST_ITEM;
      at = item;
    }
    if (at == end) {
      cutLine(start, end);
    } else if (joins && item < 0 && (kind == last().kind() || kind == Block.Kind.PARAGRAPH)) {
      join(start, at, end);
    } else {
      add(start, end, kind, kind == Block.Kind.LIST_ITEM ? 1 : 0);
      cut(start, at);
      joins = true;
    }
  }

  /// The first place behind `- `, `* `, `+ `, `7. ` or `7) `; -1 without such a mark.
  private int listMark(int start, int end) {
    int at = start;
    while (at < end && at - start < 9 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    String marks = at > start ? ".)" : "-*+";
    boolean marked =
        at + 1 < end && marks.indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) <= ' ';
    return marked ? skipBlank(at + 1, end) : -1;
  }

  /// A line goes on with the paragraph before it: the line break between them becomes a space.
  private void join(int start, int words, int end) {
    Passage last = passages.removeLast();
    passages.add(new Passage(last.start(), end, last.kind(), last.level()));
    cuts.add(new Cut(last.end(), text.substring(last.end(), start), " ", Rule.LAYOUT, 1));
    cut(start, words);
  }

  private Passage last() {
    return passages.getLast();
  }

  /// The last passage turns out to be a heading.
  private void underline(int level) {
    Passage last = passages.removeLast();
    passages.add(new Passage(last.start(), last.end(), Block.Kind.HEADING, level));
  }

  private void cutLine(int start, int end) {
    add(start, end, Block.Kind.PARAGRAPH, 0);
    cut(start, end);
    joins = false;
  }

  private void add(int start, int end, Block.Kind kind, int level) {
    passages.add(new Passage(start, end, kind, level));
  }

  private void cut(int start, int end) {
    if (start < end) {
      cuts.add(Cut.of(text, start, end, Rules.MARKDOWN, 1));
    }
  }

  /// Whether a line is nothing but one character, at least so many of it, with spaces between.
  private boolean isRun(int start, int end, char mark, int least) {
    int count = 0;
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == mark) {
        count++;
      } else if (text.charAt(at) > ' ') {
        return false;
      }
    }
    return count >= least;
  }

  private int skipBlank(int from, int to) {
    int at = from;
    while (at < to && Draft.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
