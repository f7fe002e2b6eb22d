package org.pressmark.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pressmark.article.Change;

/// What is counted of one outlet: four bytes an article for its length, and its days.
public final class Outlet {
  /// Of fewer days of publication one cannot say what is usual.
  private static final int MIN_DAYS = 10;

  /// Days without articles between two with some.
  ///
  /// @param from the first one without
  /// @param to the last one without
  /// @param usual how many days lie between two with articles, nine times of ten at the most
  public record Gap(LocalDate from, LocalDate to, int usual) {
    public long days() {
      return to.toEpochDay() - from.toEpochDay() + 1;
    }
  }

  /// The lengths of a week's articles.
  static final class Week {
    private int[] characters = new int[4];
    private int count;

    void add(int length) {
      if (count == characters.length) {
        characters = Arrays.copyOf(characters, 2 * count);
      }
      characters[count++] = length;
    }

    int[] characters() {
      return Arrays.copyOf(characters, count);
    }
  }

  private final String name;
  private final SortedMap<Long, Integer> days = new TreeMap<>();
  private final SortedMap<Long, Week> weeks = new TreeMap<>();
  private long articles;
  private long undated;
  private long stubs;
  private long conflicts;
  private long withoutHeadline;
  private long withoutAuthor;
  private long rejected;
  private long kept;
  private long cut;

  Outlet(String name) {
    this.name = name;
  }

  /// What is known of one article.
  record Sight(
      Optional<LocalDate> day,
      int characters,
      long cut,
      boolean isStub,
      boolean isContradicted,
      boolean hasHeadline,
      boolean hasAuthor) {}

  void see(Sight sight) {
    articles++;
    kept += sight.characters();
    cut += sight.cut();
    stubs += sight.isStub() ? 1 : 0;
    conflicts += sight.isContradicted() ? 1 : 0;
    withoutHeadline += sight.hasHeadline() ? 0 : 1;
    withoutAuthor += sight.hasAuthor() ? 0 : 1;
    if (sight.day().isEmpty()) {
      undated++;
      return;
    }
    long day = sight.day().get().toEpochDay();
    days.merge(day, 1, Integer::sum);
    weeks.computeIfAbsent(week(day), number -> new Week()).add(sight.characters());
  }

  void reject() {
    rejected++;
  }

  /// Weeks begin on Monday (ISO 8601), and 1970-01-01 was a Thursday.
  static long week(long day) {
    return Math.floorDiv(day + 3, 7);
  }

  static LocalDate monday(long week) {
    return LocalDate.ofEpochDay(7 * week - 3);
  }

  public String name() {
    return name;
  }

  public long articles() {
    return articles;
  }

  /// Of which the day is not known.
  public long undated() {
    return undated;
  }

  public long stubs() {
    return stubs;
  }

  /// Articles with a fact about which their sources contradict each other.
  public long conflicts() {
    return conflicts;
  }

  public long withoutHeadline() {
    return withoutHeadline;
  }

  public long withoutAuthor() {
    return withoutAuthor;
  }

  /// Documents that could not be cleaned.
  public long rejected() {
    return rejected;
  }

  /// The part of the text that was cut, from 0 to 1.
  public double cutShare() {
    return kept + cut == 0 ? 0 : (double) cut / (kept + cut);
  }

  /// How many articles it has of each day, by days since 1970-01-01.
  public SortedMap<Long, Integer> days() {
    return Collections.unmodifiableSortedMap(days);
  }

  SortedMap<Long, Week> weeks() {
    return weeks;
  }

  public Optional<LocalDate> first() {
    return days.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(days.firstKey()));
  }

  public Optional<LocalDate> last() {
    return days.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(days.lastKey()));
  }

  /// Intervals that are more than twice as long as nine of ten, and two days longer at least. So
  /// the weekends of a paper that has none are no gaps, nor are the weeks between two of a weekly.
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    if (!isOne() || days.size() < MIN_DAYS) {
      return gaps;
    }
    long[] known = days.keySet().stream().mapToLong(Long::longValue).toArray();
    long[] intervals = new long[known.length - 1];
    for (int at = 0; at < intervals.length; at++) {
      intervals[at] = known[at + 1] - known[at];
    }
    long[] sorted = intervals.clone();
    Arrays.sort(sorted);
    long usual = sorted[(int) Math.ceil(0.9 * sorted.length) - 1];
    for (int at = 0; at < intervals.length; at++) {
      if (intervals[at] > 2 * usual && intervals[at] > usual + 2) {
        gaps.add(new Gap(
            LocalDate.ofEpochDay(known[at] + 1), LocalDate.ofEpochDay(known[at + 1] - 1), (int)
                usual));
      }
    }
    return gaps;
  }

  public List<Shift> shifts() {
    return isOne() ? Shift.of(weeks) : List.of();
  }

  /// Whether it is one outlet, and not those together that have no name or no room.
  boolean isOne() {
    return !name.equals(Change.UNKNOWN_OUTLET) && !name.equals(Report.OTHER_OUTLETS);
  }
}
