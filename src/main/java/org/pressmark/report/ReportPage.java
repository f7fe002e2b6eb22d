package org.pressmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A report as a page for a browser that needs nothing beside it: no script, no font, no net. What
/// comes from the archive is text in it, never markup, and the page forbids itself to load
/// anything.
public final class ReportPage {
  private static final String HEAD = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <style>
      :root { --ink: #222; --soft: #595959; --line: #bbb; --paper: #fff; --bar: #1f5f8b; --gap: #b3261e; }
      body { font: 1rem/1.5 Georgia, serif; color: var(--ink); background: var(--paper);
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      svg { max-width: 100%; height: auto; }
      svg text { font: 12px sans-serif; fill: var(--ink); }
      .bar { fill: var(--bar); } .gap { stroke: var(--gap); fill: none; }
      .axis { stroke: var(--soft); fill: none; } .line { stroke: var(--bar); fill: none; stroke-width: 1.5; }
      .dot { fill: var(--gap); }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-size: .85rem; margin: .5rem 0 1.5rem; }
      caption { text-align: start; color: var(--soft); }
      td, th { border: 1px solid var(--line); padding: .2rem .6rem; text-align: end; font-weight: normal; white-space: nowrap; }
      thead th { font-weight: bold; }
      td:first-child, th:first-child { text-align: start; white-space: normal; overflow-wrap: anywhere; }
      .remark { color: var(--soft); font-size: .9rem; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #ddd; --soft: #aaa; --line: #555; --paper: #181818; --bar: #7ab8e0; --gap: #ff8a80; }
      }
      @media print {
        :root { --ink: #000; --soft: #333; --line: #999; --paper: #fff; --bar: #333; --gap: #000; }
        body { max-width: none; margin: 0; } h2 { break-after: avoid; }
        svg, tr { break-inside: avoid; } thead { display: table-header-group; }
      }
      </style>
      <title>What is in the archive</title>
      </head>
      <body>
      <main>
      <h1>What is in the archive</h1>
      """;

  /// What a page shows of a long list; the CSV and JSON forms have all of it.
  private static final int MAX_ROWS = 200;

  private static final int MAX_COVERED = 60;
  private static final int MAX_BARS = 25;
  private static final int MAX_LENGTHS = 12;

  private final Report report;
  private final StringBuilder page = new StringBuilder(HEAD);

  private ReportPage(Report report) {
    this.report = report;
  }

  public static String of(Report report) {
    ReportPage page = new ReportPage(report);
    page.overview();
    page.coverage();
    page.gaps();
    page.shifts();
    page.quality();
    page.cleaning();
    return page.page.append("</main>\n</body>\n</html>\n").toString();
  }

  private void overview() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("articles", number(report.articles()), ""));
    rows.add(List.of("not cleaned", number(report.rejected()), ""));
    rows.add(List.of("copies of the same bytes", number(report.copies()), ""));
    rows.add(List.of("stubs behind a paywall", number(report.stubs()), share(report.stubs())));
    rows.add(List.of("without a day", number(report.undated()), share(report.undated())));
    rows.add(
        List.of("with facts in conflict", number(report.conflicts()), share(report.conflicts())));
    report.kin().ifPresent(kin -> {
      rows.add(List.of("families of near-duplicates", number(kin.families()), ""));
      rows.add(List.of("articles in families", number(kin.articles()), share(kin.articles())));
    });
    table("All in all", List.of("", "number", "of the articles"), rows);
  }

  private void coverage() {
    heading("Coverage");
    SortedMap<String, Long> months = report.months();
    if (months.isEmpty()) {
      remark("No article has a day.");
      return;
    }
    List<Outlet> dated =
        report.outlets().stream().filter(outlet -> outlet.first().isPresent()).toList();
    List<Outlet> shown = dated.subList(0, Math.min(MAX_COVERED, dated.size()));
    remark("A row an outlet, a field a month (a year where there are more than 240): the darker,"
        + " the more of the outlet's articles; a cross where there is none between its first and"
        + " its last. From " + months.firstKey() + " to " + months.lastKey() + ".");
    picture(Picture.coverage("Articles by outlet and time", shown));
    left(shown.size(), dated.size(), "outlets with days");
    List<List<String>> rows = new ArrayList<>();
    for (Outlet outlet : limited(report.outlets(), MAX_ROWS)) {
      rows.add(List.of(
          outlet.name(),
          number(outlet.articles()),
          outlet.first().map(Object::toString).orElse("–"),
          outlet.last().map(Object::toString).orElse("–"),
          number(outlet.days().size()),
          number(outlet.undated()),
          number(outlet.gaps().size()),
          number(outlet.stubs()),
          number(outlet.conflicts()),
          percent(outlet.cutShare())));
    }
    table(
        "Outlets",
        List.of(
            "outlet",
            "articles",
            "first day",
            "last day",
            "days",
            "undated",
            "gaps",
            "stubs",
            "in conflict",
            "of the text cut"),
        rows);
    left(rows.size(), report.outlets().size(), "outlets");
  }

  private record Found<T>(Outlet outlet, T what) {}

  private void gaps() {
    heading("Gaps");
    List<Found<Outlet.Gap>> gaps = new ArrayList<>();
    report
        .outlets()
        .forEach(outlet -> outlet.gaps().forEach(gap -> gaps.add(new Found<>(outlet, gap))));
    gaps.sort(Comparator.comparingLong((Found<Outlet.Gap> gap) -> -gap.what().days())
        .thenComparing(gap -> gap.outlet().name())
        .thenComparing(gap -> gap.what().from()));
    remark("Days without an article of an outlet that has articles before and after: more than"
        + " twice as many as lie between nine of ten of its days, and two more at least. Outlets"
        + " with fewer than ten days are left out.");
    List<List<String>> rows = new ArrayList<>();
    for (Found<Outlet.Gap> gap : limited(gaps, MAX_ROWS)) {
      rows.add(List.of(
          gap.outlet().name(),
          gap.what().from().toString(),
          gap.what().to().toString(),
          number(gap.what().days()),
          number(gap.what().usual())));
    }
    table(
        "Gaps, the longest first", List.of("outlet", "from", "to", "days", "usual interval"), rows);
    left(rows.size(), gaps.size(), "gaps");
  }

  private void shifts() {
    heading("Sudden changes of length");
    List<Found<Shift>> shifts = new ArrayList<>();
    Map<Outlet, List<Shift>> byOutlet = new LinkedHashMap<>();
    for (Outlet outlet : report.outlets()) {
      List<Shift> found = outlet.shifts();
      found.forEach(shift -> shifts.add(new Found<>(outlet, shift)));
      if (!found.isEmpty()) {
        byOutlet.put(outlet, found);
      }
    }
    remark("Weeks whose median length is by half longer, or by a third shorter, than that of the"
        + " eight weeks before, and at least five standard errors away from it (by the median"
        + " deviation from the median, on a logarithmic scale).");
    List<List<String>> rows = new ArrayList<>();
    for (Found<Shift> found : limited(shifts, MAX_ROWS)) {
      Shift shift = found.what();
      rows.add(List.of(
          found.outlet().name(),
          shift.week().toString(),
          number(shift.weeks()),
          number(shift.articles()),
          number(shift.usual()),
          number(shift.median()),
          shift.question()));
    }
    table(
        "Changes",
        List.of(
            "outlet",
            "week of",
            "weeks",
            "articles",
            "characters before",
            "characters then",
            "to be looked at"),
        rows);
    left(rows.size(), shifts.size(), "changes");
    int pictures = 0;
    for (Map.Entry<Outlet, List<Shift>> entry : byOutlet.entrySet()) {
      if (pictures++ < MAX_LENGTHS) {
        String title = "Median length by week, in characters: " + entry.getKey().name();
        page.append("<h3><bdi>")
            .append(Picture.escape(entry.getKey().name()))
            .append("</bdi></h3>\n");
        picture(Picture.lengths(title, entry.getKey(), entry.getValue()));
      }
    }
    left(Math.min(pictures, MAX_LENGTHS), pictures, "outlets with changes, as pictures");
  }

  private void quality() {
    heading("Pages and languages");
    bars("Articles by kind of page", "kind", report.kinds());
    bars("Articles by language", "language", report.languages());
    heading("Facts");
    List<List<String>> rows = new ArrayList<>();
    report
        .fields()
        .forEach((field, count) -> rows.add(List.of(
            field.schemaName(),
            number(count.known()),
            number(report.articles() - count.known()),
            number(count.conflicts()))));
    table("Facts of the articles", List.of("fact", "known", "missing", "in conflict"), rows);
  }

  private void cleaning() {
    heading("What was cut");
    SortedMap<String, Long> characters = new TreeMap<>();
    report.rules().forEach((rule, count) -> characters.put(rule, count.characters()));
    if (!characters.isEmpty()) {
      picture(Picture.bars("Characters cut, by rule", most(characters)));
    }
    List<List<String>> rows = new ArrayList<>();
    report
        .rules()
        .forEach((rule, count) -> rows.add(List.of(
            rule,
            count.kind(),
            number(count.cuts()),
            number(count.articles()),
            share(count.articles()),
            number(count.characters()))));
    table(
        "Rules that cut text",
        List.of("rule", "kind", "cuts", "articles", "of the articles", "characters"),
        rows);
    if (!report.problems().isEmpty()) {
      heading("What could not be cleaned");
      bars("Documents by problem", "problem", report.problems());
    }
  }

  private void bars(String title, String name, SortedMap<String, Long> counts) {
    if (counts.isEmpty()) {
      return;
    }
    Map<String, Long> most = most(counts);
    picture(Picture.bars(title, most));
    List<List<String>> rows = new ArrayList<>();
    most.forEach((key, count) -> rows.add(List.of(key, number(count))));
    table(title, List.of(name, "number"), rows);
    left(most.size(), counts.size(), "rows");
  }

  /// The largest first.
  private static Map<String, Long> most(SortedMap<String, Long> counts) {
    Map<String, Long> most = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey))
        .limit(MAX_BARS)
        .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
    return most;
  }

  private static <T> List<T> limited(List<T> all, int limit) {
    return all.subList(0, Math.min(limit, all.size()));
  }

  private void heading(String words) {
    page.append("<h2>").append(words).append("</h2>\n");
  }

  private void remark(String words) {
    page.append("<p class=\"remark\">").append(Picture.escape(words)).append("</p>\n");
  }

  /// Nothing is left out in silence.
  private void left(int shown, int all, String what) {
    if (shown < all) {
      remark(String.format(
          Locale.ROOT,
          "These are %,d of %,d %s; the csv and json forms have all.",
          shown,
          all,
          what));
    }
  }

  private void picture(String svg) {
    page.append("<div class=\"wide\">\n").append(svg).append("</div>\n");
  }

  private void table(String title, List<String> head, List<List<String>> rows) {
    if (rows.isEmpty()) {
      remark(title + ": none.");
      return;
    }
    page.append("<div class=\"wide\">\n<table>\n<caption>").append(Picture.escape(title));
    page.append("</caption>\n<thead><tr>");
    head.forEach(
        cell -> page.append("<th scope=\"col\">").append(Picture.escape(cell)).append("</th>"));
    page.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      page.append("<tr><th scope=\"row\"><bdi>").append(Picture.escape(row.getFirst()));
      page.append("</bdi></th>");
      row.subList(1, row.size())
          .forEach(cell -> page.append("<td>").append(Picture.escape(cell)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n</div>\n");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private String share(long part) {
    return report.articles() == 0 ? "–" : percent((double) part / report.articles());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
