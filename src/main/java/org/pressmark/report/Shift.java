package org.pressmark.report;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Weeks in which an outlet's articles are suddenly shorter, or longer, than in the weeks before.
///
/// The median of a week is held against that of up to eight weeks before, on a logarithmic scale,
/// in units of its standard error (1.2533 s/√n, with s = 1.4826 times the median deviation from
/// the median): both stay what they are when some articles are very long. A week counts when it is
/// five units away and half as long again, or shorter by a third; so do the weeks after it, until
/// eight of them have made the new length the usual one.
///
/// @param week the Monday of the first one
/// @param weeks how many in a row
/// @param articles in these weeks
/// @param median their length in characters, half of the articles being shorter
/// @param usual the median of the weeks before
public record Shift(LocalDate week, int weeks, int articles, long median, long usual) {
  private static final int BASE_WEEKS = 8;
  private static final int MIN_ARTICLES = 5;
  private static final int MIN_BASE = 15;
  private static final double UNITS = 5;
  private static final double FACTOR = Math.log(1.5);
  private static final double MIN_DEVIATION = 0.1;

  /// How many times as long as usual.
  public double factor() {
    return (double) median / Math.max(1, usual);
  }

  /// What is to be looked at.
  public String question() {
    return median < usual
        ? "shorter: a broken parser, or a paywall?"
        : "longer: boilerplate taken in, or another sort of page?";
  }

  private record Lengths(long week, int[] characters) {}

  static List<Shift> of(SortedMap<Long, Outlet.Week> weeks) {
    List<Shift> shifts = new ArrayList<>();
    Deque<Lengths> base = new ArrayDeque<>();
    List<Lengths> run = new ArrayList<>();
    for (Map.Entry<Long, Outlet.Week> entry : weeks.entrySet()) {
      Lengths week = new Lengths(entry.getKey(), entry.getValue().characters());
      if (isShifted(week, base) && isOneWay(week, run, base)) {
        run.add(week);
        if (run.size() == BASE_WEEKS) {
          end(run, base, shifts);
          base.clear();
          base.addAll(run);
          run.clear();
        }
      } else {
        end(run, base, shifts);
        run.clear();
        base.addLast(week);
        if (base.size() > BASE_WEEKS) {
          base.removeFirst();
        }
      }
    }
    end(run, base, shifts);
    return shifts;
  }

  private static void end(List<Lengths> run, Deque<Lengths> base, List<Shift> shifts) {
    if (!run.isEmpty()) {
      int[] now = all(run);
      shifts.add(new Shift(
          Outlet.monday(run.getFirst().week()),
          run.size(),
          now.length,
          Math.round(median(now)),
          Math.round(median(all(base)))));
    }
  }

  private static int[] all(Iterable<Lengths> weeks) {
    int[] all = {};
    for (Lengths week : weeks) {
      int before = all.length;
      all = Arrays.copyOf(all, before + week.characters().length);
      System.arraycopy(week.characters(), 0, all, before, week.characters().length);
    }
    return all;
  }

  /// Whether it is shorter as those before it in the run are, or longer.
  private static boolean isOneWay(Lengths week, List<Lengths> run, Deque<Lengths> base) {
    double usual = median(all(base));
    return run.isEmpty()
        || median(run.getFirst().characters()) < usual == median(week.characters()) < usual;
  }

  private static boolean isShifted(Lengths week, Deque<Lengths> base) {
    int[] before = all(base);
    int count = week.characters().length;
    if (count < MIN_ARTICLES || before.length < MIN_BASE) {
      return false;
    }
    double[] logs = logs(before);
    double usual = median(logs);
    double[] deviations = new double[logs.length];
    for (int at = 0; at < logs.length; at++) {
      deviations[at] = Math.abs(logs[at] - usual);
    }
    double deviation = Math.max(MIN_DEVIATION, 1.4826 * median(deviations));
    double difference = Math.abs(median(logs(week.characters())) - usual);
    double error = 1.2533 * deviation * Math.sqrt(1.0 / count + 1.0 / before.length);
    return difference >= FACTOR && difference >= UNITS * error;
  }

  private static double[] logs(int[] characters) {
    return Arrays.stream(characters).mapToDouble(Math::log1p).toArray();
  }

  static double median(int[] values) {
    return median(Arrays.stream(values).asDoubleStream().toArray());
  }

  static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
