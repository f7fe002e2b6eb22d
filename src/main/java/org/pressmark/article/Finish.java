package org.pressmark.article;

import java.util.ArrayList;
import java.util.List;

/// Turns a draft into a body and its complete log.
///
/// Blocks are stretches from a first to a last character that stays. Between two of them stands
/// exactly one line break; whatever else lies there is cut, as text by the rules that found it, as
/// layout otherwise. A cut that runs from the middle of one passage into the middle of another
/// joins the two: the line break between them belonged to the code.
final class Finish {
  private final Draft draft;
  private final String text;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Cut> log = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private int number = -1; // of the passage looked at
  private int lastNumber = -1; // of the last block's first passage

  /// What will be one block.
  private static final class Stretch {
    final Passage first;
    final int number; // of that passage
    final int start;
    int end;

    Stretch(Passage first, int number, int start, int end) {
      this.first = first;
      this.number = number;
      this.start = start;
      this.end = end;
    }
  }

  Finish(Draft draft) {
    this.draft = draft;
    this.text = draft.text();
  }

  Draft.Copy copy() {
    findStretches();
    int cut = 0;
    int end = 0;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      cut = logBetween(end, stretch.start, cut, i > 0);
      cut = logInside(stretch, cut);
      end = stretch.end;
    }
    logBetween(end, text.length(), cut, false);
    return new Draft.Copy(new Body(blocks), List.copyOf(log));
  }

  /// Walks over all characters that lie in a passage and in no cut.
  private void findStretches() {
    List<Cut> cuts = draft.cuts();
    int next = 0;
    int at = 0;
    boolean open = false; // whether the text that comes now still belongs to the last stretch
    for (Passage passage : draft.passages()) {
      number++;
      for (; next < cuts.size() && cuts.get(next).offset() < passage.start(); next++) {
        open = open && cuts.get(next).offset() <= at && cuts.get(next).put().indexOf('\n') < 0;
        at = Math.max(at, cuts.get(next).end());
      }
      open = open && at >= passage.start(); // otherwise white space that stays lies before it
      at = Math.max(at, passage.start());
      while (at < passage.end()) {
        boolean moreCuts = next < cuts.size() && cuts.get(next).offset() < passage.end();
        open = keep(passage, at, moreCuts ? cuts.get(next).offset() : passage.end(), open);
        at = passage.end();
        if (moreCuts) {
          Cut cut = cuts.get(next++);
          at = cut.end();
          open = isShown(cut) ? show(passage, cut, open) : open && cut.put().indexOf('\n') < 0;
        }
      }
    }
  }

  /// Whether a cut leaves a sign in its place, such as the quotation mark that `\u201c` stands for:
  /// blocks may begin and end with that.
  private static boolean isShown(Cut cut) {
    return cut.put().chars().anyMatch(c -> !Draft.isBlank((char) c));
  }

  private boolean show(Passage passage, Cut cut, boolean open) {
    if (open) {
      stretches.getLast().end = cut.end();
    } else {
      stretches.add(new Stretch(passage, number, cut.offset(), cut.end()));
    }
    return true;
  }

  private boolean keep(Passage passage, int from, int to, boolean open) {
    int start = from;
    while (start < to && Draft.isBlank(text.charAt(start))) {
      start++;
    }
    if (start == to) {
      return open;
    }
    int end = to;
    while (Draft.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (open) {
      stretches.getLast().end = end;
    } else {
      stretches.add(new Stretch(passage, number, start, end));
    }
    return true;
  }

  private int logInside(Stretch stretch, int firstCut) {
    List<Cut> cuts = draft.cuts();
    StringBuilder block = new StringBuilder(stretch.end - stretch.start);
    int at = stretch.start;
    int next = firstCut;
    for (;
        next < cuts.size()
            && cuts.get(next).end() <= stretch.end
            && cuts.get(next).offset() < stretch.end;
        next++) {
      Cut cut = cuts.get(next);
      block.append(text, at, cut.offset()).append(cut.put());
      at = cut.end();
      log.add(cut);
    }
    block.append(text, at, stretch.end);
    blocks.add(block(stretch, block.toString(), cuts.subList(firstCut, next)));
    return next;
  }

  private Block block(Stretch stretch, String words, List<Cut> cuts) {
    Passage first = stretch.first;
    List<Span> spans = spans(stretch);
    Setting setting = first.setting();
    if (!spans.isEmpty() || !setting.isPlain()) {
      boolean goesOn = stretch.number == lastNumber; // of a divided passage
      setting = (goesOn ? Setting.PLAIN : setting)
          .with(new Moves(stretch.start, cuts).carry(spans, words));
    }
    lastNumber = stretch.number;
    return new Block(first.kind(), first.level(), words, setting);
  }

  /// Those of all passages that the stretch reaches into.
  private List<Span> spans(Stretch stretch) {
    List<Passage> passages = draft.passages();
    List<Span> spans = List.of();
    for (int i = stretch.number;
        i < passages.size() && passages.get(i).start() < stretch.end;
        i++) {
      List<Span> more = passages.get(i).setting().spans();
      if (spans.isEmpty()) {
        spans = more;
      } else if (!more.isEmpty()) {
        spans = new ArrayList<>(spans);
        spans.addAll(more);
      }
    }
    return spans;
  }

  /// Logs all that lies between two stretches, and sees to it that one line break is left of it if
  /// they are both there.
  private int logBetween(int start, int end, int firstCut, boolean breakWanted) {
    List<Cut> between = new ArrayList<>();
    List<Cut> cuts = draft.cuts();
    int at = start;
    int next = firstCut;
    boolean broken = !breakWanted;
    for (; next < cuts.size() && cuts.get(next).end() <= end; next++) {
      Cut cut = cuts.get(next);
      broken = logLayout(between, at, cut.offset(), broken);
      if (!cut.was().isEmpty()) {
        between.add(new Cut(cut.offset(), cut.was(), "", cut.rule(), cut.confidence()));
      }
      at = cut.end();
    }
    broken = logLayout(between, at, end, broken);
    if (!broken) {
      breakInstead(between);
    }
    log.addAll(between);
    return next;
  }

  /// Cuts white space; the first stretch of it that has a line break keeps one.
  private boolean logLayout(List<Cut> between, int start, int end, boolean broken) {
    if (start == end) {
      return broken;
    }
    String was = text.substring(start, end);
    boolean breaks = !broken && was.indexOf('\n') >= 0;
    String put = breaks ? "\n" : "";
    if (!was.equals(put)) {
      between.add(new Cut(start, was, put, Rule.LAYOUT, 1));
    }
    return broken || breaks;
  }

  /// There was no line break to keep: the first cut leaves one.
  private static void breakInstead(List<Cut> between) {
    Cut first = between.getFirst();
    between.set(0, new Cut(first.offset(), first.was(), "\n", first.rule(), first.confidence()));
  }
}
