package org.pressmark.study;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.index.Days;
import org.pressmark.search.Columns;

/// Days, weeks, months or years without a gap, from that of the first article to that of the last
/// one, or between the days that were asked for.
final class Timeline implements Grouping {
  private final By by;
  private final int[] firstDays;
  private final int[] lastDays;
  private final Calendar calendar;
  private final int first;
  private final int size;

  Timeline(By by, Columns columns, Days days, FixedBitSet articles) throws IOException {
    this.by = by;
    this.firstDays = columns.firstDays();
    this.lastDays = columns.lastDays();
    this.calendar = new Calendar(by);
    int earliest = Integer.MAX_VALUE;
    int latest = Integer.MIN_VALUE;
    for (int each = Columns.next(articles, -1);
        each != DocIdSetIterator.NO_MORE_DOCS;
        each = Columns.next(articles, each)) {
      if (isFine(each)) {
        earliest = Math.min(earliest, firstDays[each]);
        latest = Math.max(latest, firstDays[each]);
      }
    }
    int from = days.first() == Days.ALWAYS.first() ? earliest : days.first();
    int to = days.last() == Days.ALWAYS.last() ? latest : days.last();
    boolean isEmpty = from > to;
    this.first = isEmpty ? 0 : calendar.stretch(from);
    this.size = isEmpty ? 0 : calendar.stretch(to) - first + 1;
  }

  /// Whether its date lies in one stretch of time as a whole.
  private boolean isFine(int article) {
    int from = firstDays[article];
    int to = lastDays[article];
    return from != Columns.UNDATED
        && (from == to || calendar.stretch(from) == calendar.stretch(to));
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
    return by.start(first + group);
  }

  @Override
  public Answer tell(int document, Taker taker) {
    if (firstDays[document] == Columns.UNDATED) {
      return Answer.UNKNOWN;
    }
    if (!isFine(document)) {
      return Answer.COARSE;
    }
    taker.take(calendar.stretch(firstDays[document]) - first);
    return Answer.TOLD;
  }

  /// In which stretch of time a day lies: reckoned once for each day, since a million articles are
  /// of some thousand days.
  private static final class Calendar {
    private static final int UNKNOWN = Integer.MIN_VALUE;

    // The days of two centuries; others are reckoned each time.
    private static final int FIRST_DAY =
        Math.toIntExact(LocalDate.of(1900, 1, 1).toEpochDay());
    private static final int DAYS = 200 * 366;

    private final By by;
    private final int[] stretches = new int[DAYS];

    Calendar(By by) {
      this.by = by;
      Arrays.fill(stretches, UNKNOWN);
    }

    int stretch(int day) {
      int at = day - FIRST_DAY;
      if (at < 0 || at >= DAYS) {
        return by.stretch(LocalDate.ofEpochDay(day));
      }
      if (stretches[at] == UNKNOWN) {
        stretches[at] = by.stretch(LocalDate.ofEpochDay(day));
      }
      return stretches[at];
    }
  }
}
