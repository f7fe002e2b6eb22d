package org.pressmark.study;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.lucene.search.DocIdSetIterator;

/// Days, weeks, months or years without a gap, from that of the first article of the archive to
/// that
/// of the last one.
final class Timeline implements Grouping {
  private final By by;
  private final int[] firstDays;
  private final int[] lastDays;
  private final LocalDate first;
  private final int size;

  Timeline(By by, Columns columns) throws IOException {
    this.by = by;
    this.firstDays = columns.firstDays();
    this.lastDays = columns.lastDays();
    int earliest = Integer.MAX_VALUE;
    int latest = Integer.MIN_VALUE;
    for (int each = columns.next(-1);
        each != DocIdSetIterator.NO_MORE_DOCS;
        each = columns.next(each)) {
      if (isFine(each)) {
        earliest = Math.min(earliest, firstDays[each]);
        latest = Math.max(latest, firstDays[each]);
      }
    }
    boolean isEmpty = earliest > latest;
    this.first = by.floor(Columns.day(isEmpty ? 0 : earliest));
    this.size = isEmpty ? 0 : Math.toIntExact(by.between(first, by.floor(Columns.day(latest))) + 1);
  }

  /// Whether its date lies in one stretch of time as a whole.
  private boolean isFine(int article) {
    int from = firstDays[article];
    return from != Columns.UNDATED
        && (from == lastDays[article]
            || by.floor(Columns.day(from)).equals(by.floor(Columns.day(lastDays[article]))));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String label(int group) {
    return by.label(start(group));
  }

  /// The first day of a group.
  LocalDate start(int group) {
    return by.plus(first, group);
  }

  @Override
  public Answer tell(int document, Taker taker) {
    if (firstDays[document] == Columns.UNDATED) {
      return Answer.UNKNOWN;
    }
    if (!isFine(document)) {
      return Answer.COARSE;
    }
    LocalDate day = by.floor(Columns.day(firstDays[document]));
    taker.take(Math.toIntExact(by.between(first, day)));
    return Answer.TOLD;
  }
}
