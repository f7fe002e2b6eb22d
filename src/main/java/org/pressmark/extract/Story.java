package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.PageKind;
import org.pressmark.article.Passage;
import org.pressmark.article.Rule;
import org.pressmark.article.Setting;

/// A page of HTML as a draft: all it shows, and cuts over what is not the story.
final class Story {
  /// A story told in the data is at least so long, in UTF-16 units, to stand for the page's own.
  private static final int SHORTEST_TOLD = 600;

  /// With so many letters the page shows a story of its own, if a short one.
  private static final double MOST_SHOWN = 150;

  private static final Sight IN_DATA =
      new Sight(PageKind.FULL_ARTICLE, 0.7, "its data tell the whole story");

  private final Sheet sheet;
  private final Verdict verdict;
  private final Typesetting typesetting;
  private final StringBuilder text = new StringBuilder();
  private final List<Passage> passages = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();

  // The run of pieces that is being cut.
  private Rule rule = Rule.LAYOUT;
  private int from;
  private int to;
  private double sure;
  private int run;

  private Story(Document document) {
    this.sheet = Walk.over(document);
    this.verdict = new Verdict(sheet);
    String base = document.baseUri();
    this.typesetting = new Typesetting(sheet, base.isEmpty() ? sheet.told().canonical() : base);
  }

  static Draft draft(Document document) {
    return new Story(document).draft();
  }

  private Draft draft() {
    List<Piece> pieces = sheet.pieces();
    boolean isInData = isInData();
    Look look = new Look(sheet, verdict);
    Optional<Sight> sight = isInData ? Optional.of(IN_DATA) : look.sight();
    if (sight.isPresent() && !sight.get().kind().hasStory()) {
      Arrays.fill(verdict.story, false);
    } else if (sight.isPresent() && sight.get().kind() == PageKind.STUB) {
      look.dropOffer();
    }
    boolean isLive = sight.isPresent() && sight.get().kind() == PageKind.LIVE_BLOG;
    if (isLive) {
      verdict.takeEntries();
    }
    Naming naming = new Naming(verdict);
    Optional<String> time = Optional.empty();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean story = verdict.story[i];
      if (!story && piece.box.hidden) {
        continue; // nobody sees it
      }
      if (!passages.isEmpty()) {
        text.append('\n');
      }
      int start = text.length();
      text.append(sheet.text(), piece.start, piece.end);
      boolean isTime = isLive && Clock.isMarked(sheet.text(), piece);
      if (isTime) {
        time = timed(i, Clock.told(sheet.text(), piece));
      }
      boolean isKept = story && !isInData && !isTime;
      Setting setting = isKept ? typesetting.of(piece, start, time) : Setting.PLAIN;
      passages.add(new Passage(start, text.length(), piece.kind, piece.level, setting));
      if (isKept) {
        time = Optional.empty();
        endRun();
      } else {
        cut(
            start,
            isTime ? Rules.DATELINE : story ? Rules.SHOWN_PART : naming.rule(i),
            1 - verdict.sure[i]);
      }
    }
    endRun();
    if (isInData) {
      show(sheet.told().data());
    }
    List<Candidate> remarks = sight.stream().map(Sight::candidate).toList();
    return new Draft(text.toString(), passages, cuts, remarks);
  }

  /// The time of a live blog's entry belongs to what comes next, or to the heading right before it.
  ///
  /// @return what is left of it for the next piece of the story
  private Optional<String> timed(int i, String time) {
    if (i > 0 && verdict.story[i - 1] && sheet.pieces().get(i - 1).kind == Block.Kind.HEADING) {
      Passage heading = passages.getLast();
      Setting setting = heading.setting();
      if (setting.time().isEmpty()) {
        passages.set(
            passages.size() - 1,
            new Passage(
                heading.start(),
                heading.end(),
                heading.kind(),
                heading.level(),
                new Setting(0, 0, Optional.of(time), setting.spans())));
        return Optional.empty();
      }
    }
    return Optional.of(time);
  }

  /// Whether the page shows next to nothing of a story that its data tell.
  private boolean isInData() {
    int told = sheet.told().longest();
    double shown = 0;
    for (int i = 0; i < verdict.story.length && told >= SHORTEST_TOLD; i++) {
      shown += verdict.story[i] ? sheet.pieces().get(i).width() : 0;
    }
    return told >= SHORTEST_TOLD && shown < MOST_SHOWN;
  }

  /// Shows the data as they are: what of them is not the story, the residue room cuts.
  private void show(String data) {
    String whole = data.strip();
    text.append(passages.isEmpty() ? "" : "\n");
    passages.add(
        new Passage(text.length(), text.length() + whole.length(), Block.Kind.PARAGRAPH, 0));
    text.append(whole);
  }

  /// Neighbours that one rule cuts are one cut.
  private void cut(int start, Rule why, double confidence) {
    if (run > 0 && !why.equals(rule)) {
      endRun();
    }
    from = run == 0 ? start : from;
    to = text.length();
    rule = why;
    sure += confidence;
    run++;
  }

  private void endRun() {
    if (run > 0) {
      double confidence = Math.round(100 * sure / run) / 100.0;
      cuts.add(new Cut(from, text.substring(from, to), "", rule, confidence));
    }
    run = 0;
    sure = 0;
  }
}
