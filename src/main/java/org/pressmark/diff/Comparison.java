package org.pressmark.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Compares line by line first, and the lines that changed word by word.
///
/// The time grows with the number of words times the number of changes; so both steps have a limit,
/// behind which a place is told as a whole.
final class Comparison {
  /// Lines or words of one place, of both texts together: two texts of so many words without one in
  /// common take some 0.2 s.
  static final int MAX_PARTS = 6_000;

  private final List<Piece> pieces = new ArrayList<>();
  private boolean isWhole = true;

  Diff compare(String before, String after) {
    lines(Words.lines(before), Words.lines(after));
    return new Diff(joined(), isWhole);
  }

  private void lines(List<String> before, List<String> after) {
    compare(before, after, (gone, come) -> words(String.join("", gone), String.join("", come)));
  }

  private void words(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      change(before, after);
      return;
    }
    compare(
        Words.of(before),
        Words.of(after),
        (gone, come) -> change(String.join("", gone), String.join("", come)));
  }

  private void change(String before, String after) {
    add(Piece.Kind.BEFORE, before);
    add(Piece.Kind.AFTER, after);
  }

  /// Is told of parts that were replaced by others.
  private interface Taker {
    void take(List<String> before, List<String> after);
  }

  private void compare(List<String> before, List<String> after, Taker changed) {
    int head = head(before, after);
    int tail = tail(before.subList(head, before.size()), after.subList(head, after.size()));
    List<String> gone = before.subList(head, before.size() - tail);
    List<String> come = after.subList(head, after.size() - tail);
    same(before.subList(0, head));
    if (gone.size() + come.size() > MAX_PARTS) {
      isWhole = false;
      change(String.join("", gone), String.join("", come));
    } else if (!gone.isEmpty() || !come.isEmpty()) {
      compareMiddle(gone, come, changed);
    }
    same(before.subList(before.size() - tail, before.size()));
  }

  private void compareMiddle(List<String> before, List<String> after, Taker changed) {
    int at = 0;
    for (Change change : changes(before, after)) {
      same(before.subList(at, change.startOriginal));
      changed.take(
          before.subList(change.startOriginal, change.endOriginal),
          after.subList(change.startRevised, change.endRevised));
      at = change.endOriginal;
    }
    same(before.subList(at, before.size()));
  }

  /// Changes that touch each other are one.
  private static List<Change> changes(List<String> before, List<String> after) {
    List<Change> all =
        new ArrayList<>(new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null));
    all.sort(Comparator.<Change>comparingInt(change -> change.startOriginal)
        .thenComparingInt(change -> change.startRevised));
    List<Change> joined = new ArrayList<>();
    for (Change next : all) {
      Change last = joined.isEmpty() ? next : joined.getLast();
      if (last != next
          && last.endOriginal == next.startOriginal
          && last.endRevised == next.startRevised) {
        joined.removeLast();
        joined.add(new Change(
            last.deltaType,
            last.startOriginal,
            next.endOriginal,
            last.startRevised,
            next.endRevised));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static int head(List<String> before, List<String> after) {
    int most = Math.min(before.size(), after.size());
    int same = 0;
    while (same < most && before.get(same).equals(after.get(same))) {
      same++;
    }
    return same;
  }

  private static int tail(List<String> before, List<String> after) {
    int most = Math.min(before.size(), after.size());
    int same = 0;
    while (same < most
        && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
      same++;
    }
    return same;
  }

  private void same(List<String> parts) {
    add(Piece.Kind.BOTH, String.join("", parts));
  }

  private void add(Piece.Kind kind, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text));
    }
  }

  /// Pieces of one kind that follow each other are one.
  private List<Piece> joined() {
    List<Piece> joined = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      text.append(piece.text());
      if (i + 1 == pieces.size() || pieces.get(i + 1).kind() != piece.kind()) {
        joined.add(new Piece(piece.kind(), text.toString()));
        text.setLength(0);
      }
    }
    return joined;
  }
}
