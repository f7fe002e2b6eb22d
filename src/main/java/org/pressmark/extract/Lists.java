package org.pressmark.extract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pressmark.article.Block;

/// Lists are told as a whole, and dropped as a whole: the forest asks each of their items by
/// itself.
final class Lists {
  /// How likely the items of a list must be on the whole, so that those it doubts go along.
  private static final double WHOLE = 0.45;

  /// More links than this are a menu, as a share of the list's characters.
  private static final double MOST_LINKED = 0.5;

  /// More letters of an item count no more.
  private static final double MAX_WIDTH = 400;

  /// An item leads elsewhere if so much of it is a link, and a list if so many of its items do.
  private static final double POINTING = 0.25;

  private static final double MOST_POINT = 0.7;

  /// What stands over a list is no longer than this, in letters.
  private static final double MAX_TITLE = 60;

  /// A title of which the forest is as sure as this is a heading of the story.
  private static final double MOST_DOUBTFUL = 0.8;

  private final Verdict verdict;

  Lists(Verdict verdict) {
    this.verdict = verdict;
  }

  /// A list below the headline of which some items are taken, and all are likely enough taken
  /// together.
  void takeWhole() {
    Map<Integer, Tally> tallies = tallies();
    for (int i = 0; i < verdict.story.length && !tallies.isEmpty(); i++) {
      Tally tally = tallyOf(i, tallies);
      verdict.story[i] |= tally != null && tally.isLikely();
    }
  }

  /// Behind the story, a list of links under a title that is none of its headings: `More stories`.
  void dropPointers() {
    int last = verdict.last();
    if (last < 0 || !isItem(last)) {
      return;
    }
    Map<Integer, Tally> tallies = tallies();
    Tally tally = tallyOf(last, tallies);
    if (tally == null || !tally.pointsElsewhere() || !isDoubtfulTitle(tally.first - 1)) {
      return;
    }
    verdict.story[tally.first - 1] = false;
    for (int i = tally.first; i <= last; i++) {
      verdict.story[i] &= tallyOf(i, tallies) != tally;
    }
  }

  private boolean isDoubtfulTitle(int i) {
    return i > verdict.survey.firstProse
        && piece(i).width() <= MAX_TITLE
        && (!verdict.story[i] || !piece(i).endsInStop && verdict.sure[i] <= MOST_DOUBTFUL);
  }

  /// Of each list of which some item is taken, by its box's number.
  private Map<Integer, Tally> tallies() {
    Map<Integer, Tally> tallies = new HashMap<>();
    for (int i = 0; i < verdict.story.length; i++) {
      if (verdict.story[i] && isItem(i)) {
        tallies.putIfAbsent(piece(i).holder().index, new Tally());
      }
    }
    for (int i = 0; i < verdict.story.length && !tallies.isEmpty(); i++) {
      Tally tally = tallyOf(i, tallies);
      if (tally != null) {
        tally.add(i);
      }
    }
    return tallies;
  }

  private @Nullable Tally tallyOf(int i, Map<Integer, Tally> tallies) {
    return isItem(i) ? tallies.get(piece(i).holder().index) : null;
  }

  private boolean isItem(int i) {
    Piece piece = piece(i);
    return piece.kind == Block.Kind.LIST_ITEM
        && piece.holder().role == Role.LIST
        && !piece.box.hidden;
  }

  private Piece piece(int i) {
    return verdict.survey.pieces.get(i);
  }

  /// What was counted of a list's items.
  private final class Tally {
    private int first = -1;
    private int items;
    private int pointing;
    private double chars;
    private double linked;
    private double asked;
    private double likely;

    void add(int i) {
      Piece piece = piece(i);
      first = first < 0 ? i : first;
      items++;
      pointing += piece.linkShare() > POINTING ? 1 : 0;
      chars += piece.chars;
      linked += piece.linked;
      if (!verdict.features.isMenu(piece)) {
        double width = Math.min(piece.width(), MAX_WIDTH);
        asked += width;
        likely += width * verdict.sure[i];
      }
    }

    boolean isLikely() {
      return first > verdict.features.headline()
          && likely > WHOLE * asked
          && linked <= MOST_LINKED * chars;
    }

    boolean pointsElsewhere() {
      return pointing >= MOST_POINT * items;
    }
  }
}
