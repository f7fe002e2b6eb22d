package org.pressmark.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.export.Csv;

/// A report as one tidy table: a row a value, with the outlet, the item and the period that it is
/// of.
public final class Sheet {
  private final StringBuilder rows = new StringBuilder();

  private Sheet() {
    row("table", "outlet", "item", "period", "measure", "value");
  }

  public static String of(Report report) {
    Sheet sheet = new Sheet();
    sheet.summary(report);
    report
        .problems()
        .forEach((kind, count) -> sheet.row("problems", "", kind, "", "documents", count));
    report.kinds().forEach((kind, count) -> sheet.row("kinds", "", kind, "", "articles", count));
    report
        .languages()
        .forEach((tag, count) -> sheet.row("languages", "", tag, "", "articles", count));
    report.rules().forEach((rule, count) -> {
      sheet.row("rules", "", rule, "", "cuts", count.cuts());
      sheet.row("rules", "", rule, "", "articles", count.articles());
      sheet.row("rules", "", rule, "", "characters", count.characters());
    });
    report.fields().forEach((field, count) -> {
      sheet.row("facts", "", field, "", "known", count.known());
      sheet.row("facts", "", field, "", "missing", report.articles() - count.known());
      sheet.row("facts", "", field, "", "in_conflict", count.conflicts());
    });
    report.outlets().forEach(sheet::outlet);
    return sheet.rows.toString();
  }

  private void summary(Report report) {
    row("summary", "", "", "", "articles", report.articles());
    row("summary", "", "", "", "not_cleaned", report.rejected());
    row("summary", "", "", "", "copies", report.copies());
    report.kin().ifPresent(kin -> {
      row("summary", "", "", "", "families", kin.families());
      row("summary", "", "", "", "articles_in_families", kin.articles());
    });
  }

  private void outlet(Outlet outlet) {
    String name = outlet.name();
    row("outlets", name, "", "", "articles", outlet.articles());
    row("outlets", name, "", "", "not_cleaned", outlet.rejected());
    row("outlets", name, "", "", "undated", outlet.undated());
    row("outlets", name, "", "", "stubs", outlet.stubs());
    row("outlets", name, "", "", "without_headline", outlet.withoutHeadline());
    row("outlets", name, "", "", "without_author", outlet.withoutAuthor());
    row("outlets", name, "", "", "in_conflict", outlet.conflicts());
    row("outlets", name, "", "", "cut_share", share(outlet.cutShare()));
    outlet
        .days()
        .forEach(
            (day, count) -> row("days", name, "", LocalDate.ofEpochDay(day), "articles", count));
    outlet.weeks().forEach((week, lengths) -> {
      row("weeks", name, "", Outlet.monday(week), "articles", lengths.characters().length);
      row(
          "weeks",
          name,
          "",
          Outlet.monday(week),
          "median_characters",
          Math.round(Shift.median(lengths.characters())));
    });
    outlet
        .gaps()
        .forEach(gap -> row("gaps", name, "", gap.from() + "/" + gap.to(), "days", gap.days()));
    outlet.shifts().forEach(shift -> {
      row("shifts", name, "", shift.week(), "weeks", shift.weeks());
      row("shifts", name, "", shift.week(), "median_characters", shift.median());
      row("shifts", name, "", shift.week(), "usual_characters", shift.usual());
    });
  }

  static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  private void row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(cell.toString());
    }
    rows.append(Csv.row(texts));
  }
}
