package org.pressmark.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pressmark.article.Field;
import org.pressmark.export.Screen;
import org.pressmark.report.Outlet;
import org.pressmark.report.Report;
import org.pressmark.report.Shift;

/// A report for a terminal: the figures, and what most needs a look.
record ReportText(Report report) {
  private static final int SHOWN = 10;
  private static final List<Field> FIELDS = List.of(
      Field.HEADLINE, Field.AUTHOR, Field.DATE_PUBLISHED, Field.PUBLISHER, Field.IN_LANGUAGE);

  private record Of<T>(String outlet, T what) {}

  String write() {
    List<String> lines = new ArrayList<>();
    lines.add(row("articles", report.articles(), ""));
    lines.add(row("not cleaned", report.rejected(), ""));
    lines.add(row("copies", report.copies(), ""));
    lines.add(row("stubs", report.stubs(), share(report.stubs())));
    lines.add(row("without a day", report.undated(), share(report.undated())));
    lines.add(row("facts in conflict", report.conflicts(), share(report.conflicts())));
    report
        .kin()
        .ifPresent(kin -> lines.add(row(
            "families",
            kin.families(),
            String.format(Locale.ROOT, "with %,d articles", kin.articles()))));
    outlets(lines);
    gaps(lines);
    shifts(lines);
    facts(lines);
    most("languages", report.languages(), lines);
    most("kinds of page", report.kinds(), lines);
    rules(lines);
    lines.add("");
    lines.add("the whole of it: pressmark report --format html --output report.html");
    return String.join("\n", lines) + "\n";
  }

  private static String row(String name, long count, String remark) {
    return String.format(Locale.ROOT, "  %-24s %,9d  %s", Screen.line(name), count, remark)
        .stripTrailing();
  }

  private String share(long part) {
    return report.articles() == 0
        ? ""
        : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / report.articles());
  }

  private void outlets(List<String> lines) {
    List<Outlet> outlets = report.outlets();
    title("outlets", outlets.size(), lines);
    for (Outlet outlet : outlets.subList(0, Math.min(SHOWN, outlets.size()))) {
      String days = outlet.first().isEmpty()
          ? "no days"
          : outlet.first().get() + " to " + outlet.last().orElseThrow();
      lines.add(row(outlet.name(), outlet.articles(), days));
    }
  }

  private static void title(String name, int count, List<String> lines) {
    lines.add("");
    lines.add(count > SHOWN ? name + " (" + SHOWN + " of " + count + ")" : name);
  }

  private void gaps(List<String> lines) {
    List<Of<Outlet.Gap>> gaps = new ArrayList<>();
    report
        .outlets()
        .forEach(outlet -> outlet.gaps().forEach(gap -> gaps.add(new Of<>(outlet.name(), gap))));
    if (gaps.isEmpty()) {
      return;
    }
    gaps.sort(Comparator.comparingLong((Of<Outlet.Gap> gap) -> -gap.what().days())
        .thenComparing(Of::outlet)
        .thenComparing(gap -> gap.what().from()));
    title("gaps", gaps.size(), lines);
    gaps.stream()
        .limit(SHOWN)
        .forEach(gap -> lines.add(row(
            gap.outlet(),
            gap.what().days(),
            "days, " + gap.what().from() + " to " + gap.what().to())));
  }

  private void shifts(List<String> lines) {
    List<Of<Shift>> shifts = new ArrayList<>();
    report
        .outlets()
        .forEach(outlet ->
            outlet.shifts().forEach(shift -> shifts.add(new Of<>(outlet.name(), shift))));
    if (shifts.isEmpty()) {
      return;
    }
    title("sudden changes of length", shifts.size(), lines);
    shifts.stream()
        .limit(SHOWN)
        .forEach(shift -> lines.add(row(
            shift.outlet(),
            shift.what().articles(),
            String.format(
                Locale.ROOT,
                "articles from %s on, %,d characters instead of %,d; %s",
                shift.what().week(),
                shift.what().median(),
                shift.what().usual(),
                shift.what().question()))));
  }

  private void facts(List<String> lines) {
    lines.add("");
    lines.add("facts missing");
    Map<Field, Report.FieldCount> counts = report.fields();
    for (Field field : FIELDS) {
      Report.FieldCount count = counts.getOrDefault(field, new Report.FieldCount(0, 0));
      long missing = report.articles() - count.known();
      lines.add(row(
          field.schemaName(),
          missing,
          String.format(Locale.ROOT, "in conflict: %,d", count.conflicts())));
    }
  }

  private static void most(String name, Map<String, Long> counts, List<String> lines) {
    title(name, counts.size(), lines);
    counts.entrySet().stream()
        .sorted(Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey))
        .limit(SHOWN)
        .forEach(entry -> lines.add(row(entry.getKey(), entry.getValue(), "")));
  }

  private void rules(List<String> lines) {
    title("cuts by rule", report.rules().size(), lines);
    report.rules().entrySet().stream()
        .sorted(Comparator.comparingLong(
                (Map.Entry<String, Report.RuleCount> entry) -> -entry.getValue().characters())
            .thenComparing(Map.Entry::getKey))
        .limit(SHOWN)
        .forEach(entry -> lines.add(row(
            entry.getKey(),
            entry.getValue().cuts(),
            String.format(
                Locale.ROOT,
                "in %,d articles, %,d characters",
                entry.getValue().articles(),
                entry.getValue().characters()))));
  }
}
