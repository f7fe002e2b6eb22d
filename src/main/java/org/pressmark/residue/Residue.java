package org.pressmark.residue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Log;
import org.pressmark.article.Passage;
import org.pressmark.article.Rule;

/// Finds what is not prose in a text.
///
/// A model says where code begins and ends, exact readers say what sort of code it is and what it
/// still tells of the article, and lists say which lines belong to the page and not to the story.
public final class Residue {
  /// Every rule of this room.
  public static final List<Rule> RULES = Rules.ALL;

  /// What was found in one draft.
  ///
  /// @param cuts in order, overlapping neither each other nor the draft's own
  /// @param salvage what the code and data that were cut still tell of the article
  public record Findings(List<Cut> cuts, List<Candidate> salvage) {
    /// What a reader of the text should know, a sentence apiece.
    public List<String> notes() {
      return cuts.stream().anyMatch(cut -> cut.rule().equals(Rules.STORY_DATA))
          ? List.of("the story stood nowhere but in the articleBody of JSON-LD in the text")
          : List.of();
    }
  }

  /// How often a text is read again after a cut: what was cut may have hidden more. Two readings
  /// have always been enough on real texts.
  private static final int MOST_READINGS = 4;

  /// A line of so many units is prose.
  private static final int PARAGRAPH = 120;

  /// Code has a bracket or an equals sign at least every so many units.
  private static final int MOST_UNITS_A_MARK = 40;

  /// The story in the data is so many times as long as all prose outside of them.
  private static final int FEWEST_TIMES = 4;

  private static final double CERTAIN = 0.95;

  /// What stands behind a paragraph.
  private static final String APART = "\n\n";

  private static final Model MODEL = ModelFile.read(WordList.bytes("residue.weights"));

  private final ResidueOptions options;
  private final Sequence sequence;
  private final Boilerplate boilerplate;

  public Residue(ResidueOptions options) {
    this(options, MODEL);
  }

  Residue(ResidueOptions options, Model model) {
    this.options = options;
    this.sequence = new Sequence(model);
    this.boilerplate = new Boilerplate();
  }

  /// Looks only at what the draft has not cut yet.
  public Findings find(Draft draft) {
    List<Cut> cuts = new ArrayList<>();
    List<Candidate> salvage = new ArrayList<>();
    View view = View.uncut(draft);
    boolean isPage = !draft.cuts().isEmpty();
    for (int reading = 0; reading < MOST_READINGS; reading++) {
      Hints hints = Hints.of(view.text());
      List<Stretch> stretches = sequence.find(hints);
      Optional<DataStory> story = reading == 0 ? story(view.text(), stretches) : Optional.empty();
      List<Cut> more = story.isPresent()
          ? read(view, story.get(), salvage)
          : read(view, stretches, isPage, salvage);
      boolean settled = more.isEmpty()
          ? hints.zones().isEmpty() // nothing to look at, and no more when lines are closed up
          : draft.text().equals(view.text()) && isSettled(hints, more);
      cuts.addAll(more);
      closeUp(cuts);
      if (reading == 0 && settled) {
        break;
      }
      Draft rest = draft.with(cuts);
      View finished = View.finished(rest);
      if (reading > 0 && more.isEmpty() || finished.text().equals(view.text())) {
        break;
      }
      view = finished;
    }
    return new Findings(List.copyOf(cuts), List.copyOf(salvage));
  }

  /// Whether cuts leave nothing that is worth another reading: no zone, and no short line that was
  /// longer before.
  private static boolean isSettled(Hints hints, List<Cut> cuts) {
    cuts.sort(Comparator.comparingInt(Cut::offset));
    int before = 0;
    for (int i = 0; i < cuts.size(); i++) {
      int start = cuts.get(i).offset();
      while (i + 1 < cuts.size() && touch(cuts, i)) {
        i++;
      }
      if (Boilerplate.couldBe(hints.text(), before, start, cuts.get(i).end())) {
        return false;
      }
      before = cuts.get(i).end();
    }
    int next = 0;
    for (Hints.Zone zone : hints.zones()) {
      StringBuilder rest = new StringBuilder();
      int at = Math.max(0, zone.start() - Hints.SIGHT);
      int end = Math.min(hints.text().length(), zone.end() + Hints.SIGHT);
      while (next > 0 && cuts.get(next - 1).end() > at) {
        next--;
      }
      for (; next < cuts.size() && cuts.get(next).offset() < end; next++) {
        rest.append(
            hints.text(), Math.min(at, cuts.get(next).offset()), cuts.get(next).offset());
        at = Math.max(at, cuts.get(next).end());
      }
      rest.append(hints.text(), Math.min(at, end), end);
      if (!Hints.of(rest.toString()).zones().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// Puts cuts in order. A sign that an escape stood for goes with the code that it turned out to
  /// stand in.
  private static void closeUp(List<Cut> cuts) {
    cuts.sort(Comparator.comparingInt(Cut::offset));
    for (int i = 1; i + 1 < cuts.size(); i++) {
      int last = i;
      while (last + 1 < cuts.size() && touch(cuts, last) && isEscape(cuts.get(last))) {
        last++;
      }
      boolean isInCode =
          last > i && touch(cuts, i - 1) && isCode(cuts.get(i - 1)) && isCode(cuts.get(last));
      for (int at = i; isInCode && at < last; at++) {
        Cut cut = cuts.get(at);
        cuts.set(at, new Cut(cut.offset(), cut.was(), "", cut.rule(), cut.confidence()));
      }
      i = Math.max(i, last - 1);
    }
  }

  private static boolean touch(List<Cut> cuts, int i) {
    return cuts.get(i).end() == cuts.get(i + 1).offset();
  }

  private static boolean isEscape(Cut cut) {
    return cut.rule().equals(Rules.ESCAPE);
  }

  private static boolean isCode(Cut cut) {
    return !isEscape(cut) && !cut.rule().equals(Rules.STORY_DATA);
  }

  /// The story in the text's data, if it holds no other.
  private Optional<DataStory> story(String text, List<Stretch> stretches) {
    return options.isOff(Rules.STORY_DATA) || stretches.isEmpty()
        ? Optional.empty()
        : DataStory.in(text).filter(story -> isAlone(text, stretches, story));
  }

  private List<Cut> read(View view, DataStory story, List<Candidate> salvage) {
    List<Cut> cuts = new ArrayList<>();
    cut(view, story.start(), story.from(), "", Rules.STORY_DATA, cuts);
    for (DataStory.Repair repair :
        options.isOff(Rules.ESCAPE) ? List.<DataStory.Repair>of() : story.repairs(view.text())) {
      cut(view, repair.start(), repair.end(), repair.put(), Rules.ESCAPE, cuts);
    }
    cut(view, story.to(), story.end(), "", Rules.STORY_DATA, cuts);
    salvage.addAll(view.placed(JsonLd.salvage(story.data(), view.text().length())));
    return cuts;
  }

  private static void cut(View view, int start, int end, String put, Rule rule, List<Cut> cuts) {
    String left = put;
    for (View.Range range : view.ranges(start, end)) {
      cuts.add(new Cut(range.start(), range.text(), left, rule, CERTAIN));
      left = "";
    }
  }

  /// Whether next to nothing is told outside of it.
  private static boolean isAlone(String text, List<Stretch> stretches, DataStory story) {
    int prose = 0;
    int at = 0;
    for (Stretch stretch : stretches) {
      prose += letters(text, at, stretch.start(), story);
      at = stretch.end();
    }
    prose += letters(text, at, text.length(), story);
    return prose * FEWEST_TIMES <= story.length();
  }

  /// The letters between two places that are not in the story.
  private static int letters(String text, int from, int to, DataStory story) {
    int letters = 0;
    for (int at = from; at < to; at++) {
      at = at >= story.from() && at < story.to() ? story.to() : at;
      letters += at < to && Character.isLetter(text.charAt(at)) ? 1 : 0;
    }
    return letters;
  }

  /// A value of one line, such as a headline, without the code in it: `Storm hits coast
  /// fbq('track','PageView');` is `Storm hits coast`. Empty where there is nothing else in it.
  public String prose(String value) {
    if (marks(value, 0, value.length()) == 0) {
      return value;
    }
    String text = value.strip() + APART;
    Draft draft = Draft.of(text, List.of(new Passage(0, text.length(), Block.Kind.PARAGRAPH, 0)));
    View view = View.uncut(draft);
    List<Cut> cuts = new ArrayList<>();
    for (Stretch stretch : sequence.find(Hints.of(text))) {
      if (!isProgram(text, stretch)) {
        continue; // few words tell the model too little: a row of hashtags is no code
      }
      cut(view, stretch, Data.read(text, stretch.start(), stretch.end()), cuts);
    }
    return cuts.isEmpty() ? value : Log.apply(text, cuts).strip();
  }

  /// Whether marks stand in it that only code has, and as densely as there.
  private static boolean isProgram(String text, Stretch stretch) {
    int marks = marks(text, stretch.start(), stretch.end());
    return marks * MOST_UNITS_A_MARK >= stretch.end() - stretch.start();
  }

  private static int marks(String text, int start, int end) {
    int marks = 0;
    for (int at = start; at < end; at++) {
      marks += "{}=<>".indexOf(text.charAt(at)) >= 0 || text.startsWith(");", at) ? 1 : 0;
    }
    return marks;
  }

  /// @param isPage whether something was cut already that stood around the story
  private List<Cut> read(
      View view, List<Stretch> stretches, boolean isPage, List<Candidate> salvage) {
    List<Cut> cuts = new ArrayList<>();
    int begin = -1; // where data began that are not at their end yet
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      List<Json> data = Data.read(view.text(), stretch.start(), stretch.end());
      if (!cut(view, stretch, data, cuts)) {
        begin = -1;
        continue;
      }
      boolean goesOn = i + 1 < stretches.size()
          && Data.goOn(view.text(), data, stretch.end(), stretches.get(i + 1).start());
      if (goesOn) {
        begin = begin < 0 ? stretch.start() : begin;
      } else {
        List<Json> all = begin < 0 ? data : Data.read(view.text(), begin, stretch.end());
        salvage.addAll(view.placed(JsonLd.salvage(all, stretch.end())));
        begin = -1;
      }
    }
    lines(view, stretches, isPage, cuts);
    return cuts;
  }

  /// Cuts those parts of a stretch whose rules are on; says whether there was one.
  private boolean cut(View view, Stretch stretch, List<Json> data, List<Cut> cuts) {
    boolean any = false;
    List<Kind.Part> parts = Kind.parts(view.text(), stretch.start(), stretch.end(), data);
    for (int i = 0; i < parts.size(); i++) {
      if (options.isOff(parts.get(i).rule())) {
        continue;
      }
      int last = i;
      while (last + 1 < parts.size() && !options.isOff(parts.get(last + 1).rule())) {
        last++;
      }
      run(view, parts.subList(i, last + 1), stretch.confidence(), cuts);
      any = true;
      i = last;
    }
    return any;
  }

  private static void run(View view, List<Kind.Part> parts, double confidence, List<Cut> cuts) {
    int start = parts.getFirst().start();
    int end = parts.getLast().end();
    String put = Join.put(view.text(), start, end);
    for (int i = 0; i < parts.size(); i++) {
      int from = i == 0 ? Join.start(view.text(), start, end) : parts.get(i).start();
      int to = i + 1 < parts.size() ? parts.get(i + 1).start() : end;
      for (View.Range range : view.ranges(from, to)) {
        cuts.add(new Cut(range.start(), range.text(), put, parts.get(i).rule(), confidence));
        put = "";
      }
    }
  }

  /// Lines that are boilerplate from their first character to their last.
  private void lines(View view, List<Stretch> stretches, boolean isPage, List<Cut> cuts) {
    String text = view.text();
    int firstProse = prose(text, 0, 1);
    int lastProse = prose(text, text.length(), -1);
    List<Cut> unsure = new ArrayList<>();
    boolean isFurnished = isPage;
    int next = 0;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      while (next < stretches.size() && stretches.get(next).end() <= start) {
        next++;
      }
      if (next == stretches.size() || stretches.get(next).start() >= end) {
        boolean inside = start > firstProse && start < lastProse;
        Optional<Boilerplate.Line> line = boilerplate.line(text, start, end, inside);
        if (line.isPresent()) {
          if (!options.isOff(line.get().rule())) {
            line(view, start, end, line.get(), line.get().isSure() ? cuts : unsure);
          }
          isFurnished |= line.get().isSure() && line.get().rule() != Rules.POINTER;
        }
      }
      start = end + 1;
    }
    if (isFurnished) {
      cuts.addAll(unsure);
    }
  }

  /// Where the first or the last paragraph of some length begins.
  private static int prose(String text, int from, int step) {
    int at = from;
    while (true) {
      int line = step > 0 ? at : text.lastIndexOf('\n', at - 1) + 1;
      int end = step > 0 ? text.indexOf('\n', at) : at;
      end = end < 0 ? text.length() : end;
      if (end - line >= PARAGRAPH) {
        return line;
      }
      at = step > 0 ? end + 1 : line - 1;
      if (at <= 0 || at >= text.length()) {
        return step > 0 ? text.length() : -1;
      }
    }
  }

  private static void line(View view, int start, int end, Boilerplate.Line line, List<Cut> cuts) {
    int from = start;
    int to = end;
    while (Draft.isBlank(view.text().charAt(from))) {
      from++;
    }
    while (Draft.isBlank(view.text().charAt(to - 1))) {
      to--;
    }
    for (View.Range range : view.ranges(from, to)) {
      cuts.add(new Cut(range.start(), range.text(), "", line.rule(), line.isSure() ? 0.9 : 0.8));
    }
  }
}
