package org.pressmark.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.pressmark.article.Block;
import org.pressmark.article.Draft;
import org.pressmark.article.PageKind;
import org.pressmark.article.Passage;
import org.pressmark.article.Setting;
import org.pressmark.source.Page;

/// A page of HTML as a draft: all it shows, and cuts over what is not the story.
final class Story {
  /// A story told in the data is at least so long, in UTF-16 units, to stand for the page's own.
  private static final int SHORTEST_TOLD = 600;

  /// With so many letters the page shows a story of its own, if a short one.
  static final double MOST_SHOWN = 150;

  private static final Sight IN_DATA =
      new Sight(PageKind.FULL_ARTICLE, 0.7, "its data tell the whole story");

  private final Sheet sheet;
  private final Verdict verdict;
  private final Look look;
  private final Optional<Sight> sight;
  private final boolean isInData;
  private final String base;

  Story(Document document) {
    this.sheet = Walk.over(document);
    this.verdict = new Verdict(sheet);
    this.look = new Look(sheet, verdict);
    this.isInData = sheet.told().longest() >= SHORTEST_TOLD && width() < MOST_SHOWN;
    this.sight = isInData ? Optional.of(IN_DATA) : look.sight();
    this.base = document.baseUri().isEmpty() ? sheet.told().canonical() : document.baseUri();
    if (sight.isPresent() && !sight.get().kind().hasStory()) {
      Arrays.fill(verdict.story, false);
    }
  }

  static Draft draft(Page.Html page) {
    Story story = new Story(page.document());
    Reserve reserve = Reserve.of(page, story);
    Manuscript manuscript = new Manuscript();
    story.write(manuscript, story.isInData || reserve.kept().isPresent());
    reserve.kept().ifPresent(kept -> kept.story().write(manuscript, false));
    Optional<Sight> seen = reserve.kept().map(Reserve.Kept::sight).or(() -> story.sight);
    return manuscript.draft(seen.stream().map(Sight::candidate).toList(), reserve.notes());
  }

  /// What the page looks like, where anything can be said of it.
  Optional<Sight> sight() {
    return sight;
  }

  boolean is(PageKind kind) {
    return sight.filter(seen -> seen.kind() == kind).isPresent();
  }

  /// Whether the page shows next to nothing of a story that its data tell.
  boolean isInData() {
    return isInData;
  }

  Told told() {
    return sheet.told();
  }

  /// How many letters its story has.
  double width() {
    return verdict.width();
  }

  /// The story, a piece on a line.
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < verdict.story.length; i++) {
      if (verdict.story[i]) {
        Piece piece = sheet.pieces().get(i);
        text.append(sheet.text(), piece.start, piece.end).append('\n');
      }
    }
    return text.toString();
  }

  /// @param isElsewhere whether the whole story stands elsewhere, so that all of this is cut
  private void write(Manuscript into, boolean isElsewhere) {
    List<Piece> pieces = sheet.pieces();
    Typesetting typesetting = new Typesetting(sheet, base);
    if (sight.isPresent() && sight.get().kind() == PageKind.STUB) {
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
      int start = into.begin();
      into.text.append(sheet.text(), piece.start, piece.end);
      boolean isTime = isLive && Clock.isMarked(sheet.text(), piece);
      if (isTime) {
        time = timed(into, i, Clock.told(sheet.text(), piece));
      }
      boolean isKept = story && !isElsewhere && !isTime;
      Setting setting = isKept ? typesetting.of(piece, start, time) : Setting.PLAIN;
      into.end(start, piece.kind, piece.level, setting);
      if (isKept) {
        time = Optional.empty();
        into.endRun();
      } else {
        into.cut(
            start,
            isTime ? Rules.DATELINE : story ? Rules.SHOWN_PART : naming.rule(i),
            1 - verdict.sure[i]);
      }
    }
    into.endRun();
    if (isInData) {
      show(into, sheet.told().data());
    }
  }

  /// The time of a live blog's entry belongs to what comes next, or to the heading right before it.
  ///
  /// @return what is left of it for the next piece of the story
  private Optional<String> timed(Manuscript into, int i, String time) {
    if (i > 0 && verdict.story[i - 1] && sheet.pieces().get(i - 1).kind == Block.Kind.HEADING) {
      Passage heading = into.passages.getLast();
      Setting setting = heading.setting();
      if (setting.time().isEmpty()) {
        into.passages.set(
            into.passages.size() - 1,
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

  /// Shows the data as they are: what of them is not the story, the residue room cuts.
  private static void show(Manuscript into, String data) {
    int start = into.begin();
    into.text.append(data.strip());
    into.end(start, Block.Kind.PARAGRAPH, 0, Setting.PLAIN);
  }
}
