package org.pressmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.pressmark.export.Screen;

/// Charts as SVG that stands in a page. What they show is said in words, too, and stands in a table
/// beside them.
final class Picture {
  private static final int WIDTH = 760;
  private static final int NAMES = 220;
  private static final int ROW = 20;

  private Picture() {}

  /// Text, also in an attribute. Orders that turn the direction of writing are shown, not obeyed.
  static String escape(String text) {
    return Screen.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String open(int height, String title) {
    return format(
            "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">",
            WIDTH, height, WIDTH, height, escape(title))
        + "<title>" + escape(title) + "</title>\n";
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private static String shortened(String name) {
    int end = name.offsetByCodePoints(0, Math.min(30, name.codePointCount(0, name.length())));
    return end < name.length() ? name.substring(0, end) + "…" : name;
  }

  private static String label(String name, int y) {
    return format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" direction=\"ltr\"><title>%s</title>",
            NAMES - 8, y + ROW - 6, escape(name))
        + escape(shortened(name)) + "</text>\n";
  }

  /// A bar a name, with its number behind it.
  static String bars(String title, Map<String, Long> counts) {
    long most =
        Math.max(1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
    StringBuilder picture = new StringBuilder(open(counts.size() * ROW + 4, title));
    int y = 0;
    for (Map.Entry<String, Long> bar : counts.entrySet()) {
      double width = (WIDTH - NAMES - 80) * (double) bar.getValue() / most;
      picture.append(label(bar.getKey(), y));
      picture.append(format(
          "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
          NAMES, y + 3, Math.max(width, 1), ROW - 6));
      picture.append(format(
          "<text x=\"%.1f\" y=\"%d\">%,d</text>\n",
          NAMES + width + 6, y + ROW - 6, bar.getValue()));
      y += ROW;
    }
    return picture.append("</svg>\n").toString();
  }

  /// A row an outlet, a field a month or, where there are too many, a year: the darker the more
  /// articles. A field without any between the outlet's first and last has a cross.
  static String coverage(String title, List<Outlet> outlets) {
    Span span = Span.of(outlets);
    int top = ROW;
    StringBuilder picture = new StringBuilder(open(top + outlets.size() * ROW + 4, title));
    double width = (double) (WIDTH - NAMES) / span.fields();
    for (int field = 0; field < span.fields(); field++) {
      if (span.isLabelled(field)) {
        picture.append(format(
            "<text x=\"%.1f\" y=\"12\">%d</text>\n", NAMES + field * width, span.year(field)));
      }
    }
    int y = top;
    for (Outlet outlet : outlets) {
      picture.append(label(outlet.name(), y));
      int[] counts = span.counts(outlet);
      int most = 1;
      for (int count : counts) {
        most = Math.max(most, count);
      }
      for (int field = 0; field < counts.length; field++) {
        if (counts[field] > 0) {
          picture.append(format(
              "<rect class=\"bar\" x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\""
                  + " fill-opacity=\"%.2f\"><title>%s: %,d</title></rect>\n",
              NAMES + field * width,
              y + 2,
              Math.max(0.5, width - 0.5),
              ROW - 4,
              0.25 + 0.75 * counts[field] / most,
              span.name(field),
              counts[field]));
        } else if (outlet.isOne() && span.isInside(outlet, field)) {
          double x = NAMES + field * width;
          double side = Math.min(8, Math.max(1, width - 1));
          picture.append(format(
              "<path class=\"gap\" d=\"M%.2f %d l%.2f 8 m0 -8 l-%.2f 8\"><title>%s: none</title></path>\n",
              x, y + 6, side, side, span.name(field)));
        }
      }
      y += ROW;
    }
    return picture.append("</svg>\n").toString();
  }

  /// The median length of each week as a line, with a dot at each week that is far from the usual.
  static String lengths(String title, Outlet outlet, List<Shift> shifts) {
    SortedMap<Long, Outlet.Week> weeks = outlet.weeks();
    int height = 140;
    int bottom = height - 22;
    long first = weeks.firstKey();
    double step = (WIDTH - 70.0) / Math.max(1, weeks.lastKey() - first);
    double most = 1;
    for (Outlet.Week week : weeks.values()) {
      most = Math.max(most, Shift.median(week.characters()));
    }
    StringBuilder picture = new StringBuilder(open(height, title));
    StringBuilder line = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    long before = Long.MIN_VALUE;
    for (Map.Entry<Long, Outlet.Week> week : weeks.entrySet()) {
      double median = Shift.median(week.getValue().characters());
      double x = 60 + (week.getKey() - first) * step;
      double y = bottom - (bottom - 10) * median / most;
      line.append(format("%s%.1f %.1f ", week.getKey() == before + 1 ? "L" : "M", x, y));
      line.append(week.getKey() == before + 1 ? "" : "h0.1 ");
      if (isIn(shifts, week.getKey())) {
        dots.append(format(
            "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"><title>%s: %,.0f</title></circle>\n",
            x, y, Outlet.monday(week.getKey()), median));
      }
      before = week.getKey();
    }
    picture.append(format("<text x=\"52\" y=\"16\" text-anchor=\"end\">%,.0f</text>", most));
    picture.append(format("<text x=\"52\" y=\"%d\" text-anchor=\"end\">0</text>", bottom));
    picture.append(format("<path class=\"axis\" d=\"M60 10 V%d H%d\"/>\n", bottom, WIDTH - 6));
    picture.append(format("<text x=\"60\" y=\"%d\">%s</text>", height - 6, Outlet.monday(first)));
    picture.append(format(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
        WIDTH - 6, height - 6, Outlet.monday(weeks.lastKey())));
    picture.append("<path class=\"line\" d=\"").append(line.toString().strip()).append("\"/>\n");
    return picture.append(dots).append("</svg>\n").toString();
  }

  private static boolean isIn(List<Shift> shifts, long week) {
    return shifts.stream().anyMatch(shift -> {
      long first = Outlet.week(shift.week().toEpochDay());
      return week >= first && week < first + shift.weeks();
    });
  }
}
