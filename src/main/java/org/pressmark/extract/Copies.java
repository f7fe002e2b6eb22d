package org.pressmark.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.article.Block;

/// What stands in the story twice, and is too short to be taken for a copy by itself: the lines
/// between the paragraphs of a copy, and sentences of the story that are shown in large letters
/// beside it.
final class Copies {
  private static final double SHORTEST_PULLED = 25;
  private static final double LONGEST_PULLED = 400;

  /// What a page made to keep us busy has more of: each is looked for in the whole story.
  private static final int MOST_PULLED = 40;

  private static final double LONGEST_PARAGRAPH = 10_000;

  private final Verdict verdict;
  private final List<Piece> pieces;
  private final Sheet sheet;

  Copies(Verdict verdict) {
    this.verdict = verdict;
    this.sheet = verdict.survey.sheet;
    this.pieces = sheet.pieces();
  }

  private static final int LONGEST_SPEAKER = 80;

  /// Once long paragraphs were dropped because they are copies, drops the short lines that stand
  /// right beside them as they do beside the originals.
  void dropBesideCopies() {
    int[] others = others();
    for (int i = 0; i < others.length; i++) {
      verdict.story[i] &= others[i] < 0 || !isBesideCopy(i, others[i]);
    }
    for (int i = others.length - 1; i >= 0; i--) {
      verdict.story[i] &= others[i] < 0 || !isBesideCopy(i, others[i]);
    }
  }

  /// For each line of the story, the first or last line of the same words; -1 where it is alone.
  private int[] others() {
    int[] others = new int[pieces.size()];
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < others.length; i++) {
      others[i] = -1;
      if (verdict.story[i]) {
        Integer before = first.putIfAbsent(sheet.text(pieces.get(i)), i);
        if (before != null && pieces.get(before).holder() != pieces.get(i).holder()) {
          others[i] = before;
          others[before] = i;
        }
      }
    }
    return others;
  }

  private boolean isBesideCopy(int i, int other) {
    return isCopy(i - 1, other - 1) || isCopy(i + 1, other + 1);
  }

  private boolean isCopy(int i, int original) {
    return Math.min(i, original) >= 0
        && Math.max(i, original) < pieces.size()
        && !verdict.story[i]
        && verdict.story[original]
        && sheet.text(pieces.get(i)).equals(sheet.text(pieces.get(original)));
  }

  /// Sentences in a box of their own that the story has word for word.
  void dropPulled() {
    int asked = 0;
    for (int i = 0; i < verdict.story.length && asked < MOST_PULLED; i++) {
      if (verdict.story[i] && canBePulled(pieces.get(i))) {
        asked++;
        verdict.story[i] = !isToldElsewhere(i);
        dropSpeaker(i);
      }
    }
  }

  /// Who said it, right below in the same box, goes with what was said.
  private void dropSpeaker(int i) {
    if (!verdict.story[i] && i + 1 < pieces.size()) {
      Piece below = pieces.get(i + 1);
      boolean isSpeaker = below.width() <= LONGEST_SPEAKER
          && !below.endsInStop
          && below.kind == pieces.get(i).kind
          && below.box.parent == pieces.get(i).box.parent;
      verdict.story[i + 1] &= !isSpeaker || below.kind != Block.Kind.QUOTE;
    }
  }

  private static boolean canBePulled(Piece piece) {
    int near = piece.hints | piece.box.hints | piece.box.parent.hints;
    boolean isApart = piece.kind == Block.Kind.QUOTE
        || Hint.QUOTE.in(near)
        || Hint.ASIDE.in(near)
        || piece.box.role == Role.ASIDE;
    return isApart && piece.width() >= SHORTEST_PULLED && piece.width() <= LONGEST_PULLED;
  }

  private boolean isToldElsewhere(int i) {
    String words = withoutMarks(sheet.text(pieces.get(i)));
    for (int at = 0; at < verdict.story.length; at++) {
      if (at != i
          && verdict.story[at]
          && pieces.get(at).width() > pieces.get(i).width()
          && pieces.get(at).width() < LONGEST_PARAGRAPH
          && sheet.text(pieces.get(at)).contains(words)) {
        return true;
      }
    }
    return false;
  }

  /// Without the quotation marks and full stops around it.
  private static String withoutMarks(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
