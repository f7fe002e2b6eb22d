package org.pressmark.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.Revision;
import org.pressmark.export.ContrastPage;
import org.pressmark.export.ContrastText;
import org.pressmark.export.Screen;
import tools.jackson.core.JsonGenerator;

/// What a reclean came to, for people, for browsers and for programs.
///
/// @param isWritten whether anything was to be accepted
record RecleanReport(Revision revision, String archive, boolean isWritten) {
  /// Of outlets so many are shown on a terminal, those with most differences.
  private static final int SHOWN = 30;

  String text(boolean coloured, Optional<String> page) {
    StringBuilder text = new StringBuilder(title()).append('\n');
    rows().forEach(row -> text.append(row).append('\n'));
    made().ifPresent(line -> text.append(Screen.line(line)).append('\n'));
    ContrastText contrasts = new ContrastText(coloured);
    List<String> shown = mostDifferent();
    for (String outlet : shown) {
      text.append('\n').append(Screen.line(outlet)).append(": ");
      text.append(summary(counts(outlet))).append('\n');
      for (Revision.Sample sample : samples(outlet)) {
        text.append(' ').append(title(sample)).append('\n');
        text.append(contrasts.write(sample.contrast()));
      }
    }
    text.append('\n');
    long more = different() - shown.size();
    if (more > 0) {
      text.append(Summary.count(more, "more outlet"))
          .append(" with differences; --html and --json list them all\n");
    }
    if (revision.unsampled() > 0) {
      text.append(Summary.count(revision.unsampled(), "difference"))
          .append(" not shown; see more with --samples\n");
    }
    troubles().forEach(line -> text.append(Screen.line(line)).append('\n'));
    page.ifPresent(file -> text.append("page: ").append(Screen.line(file)).append('\n'));
    return text.append(ending()).append('\n').toString();
  }

  private String title() {
    return Screen.line(archive) + ": " + Summary.count(revision.all().documents(), "document")
        + " held against " + Screen.line(revision.edition().toString())
        + (revision.isStopped() ? "; stopped before the end" : "");
  }

  private List<String> rows() {
    Revision.Counts all = revision.all();
    List<String> rows = new ArrayList<>();
    rows.add(row("same", all.same(), ""));
    rows.add(row("changed text", all.text(), ""));
    rows.add(row(
        "changed facts",
        all.facts(),
        all.both() > 0
            ? String.format(Locale.ROOT, "%,d of them with changed text", all.both())
            : ""));
    rows.add(row(
        "changed evidence",
        all.evidence(),
        "same text and values; other cuts, structure, sources"));
    rows.add(row("now cleaned", all.nowCleaned(), ""));
    rows.add(row("no longer cleaned", all.noLongerCleaned(), ""));
    rows.add(row("other reason", all.otherReason(), "not cleaned before and now"));
    rows.add(row("not compared", revision.failed(), "kept as they are"));
    rows.add(
        row("passed over", revision.present(), "made under these rules, or held against them"));
    return rows;
  }

  private static String row(String name, long count, String remark) {
    return String.format(Locale.ROOT, "  %-18s %,9d  %s", name, count, remark).stripTrailing();
  }

  private Optional<String> made() {
    String made = revision.editions().entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%s: %,d", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("; "));
    return made.isEmpty() ? Optional.empty() : Optional.of("made under: " + made);
  }

  private Revision.Counts counts(String outlet) {
    return java.util.Objects.requireNonNull(revision.outlets().get(outlet));
  }

  private long different() {
    return revision.outlets().values().stream()
        .filter(counts -> counts.different() > 0)
        .count();
  }

  private List<String> mostDifferent() {
    return revision.outlets().entrySet().stream()
        .filter(entry -> entry.getValue().different() > 0)
        .sorted(Comparator.comparingLong(
                (Map.Entry<String, Revision.Counts> entry) -> -entry.getValue().different())
            .thenComparing(Map.Entry::getKey))
        .limit(SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String summary(Revision.Counts counts) {
    String what = Stream.of(
            part("text", counts.text()),
            part("facts", counts.facts()),
            part("evidence", counts.evidence()),
            part("now cleaned", counts.nowCleaned()),
            part("no longer cleaned", counts.noLongerCleaned()),
            part("other reason", counts.otherReason()),
            part("accepted", counts.accepted()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "%,d of %,d differ: %s", counts.different(), counts.documents(), what);
  }

  private static Optional<String> part(String name, long count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%s %,d", name, count));
  }

  private List<Revision.Sample> samples(String outlet) {
    return revision.samples().getOrDefault(outlet, List.of());
  }

  private static String title(Revision.Sample sample) {
    return sample.mark() + "  " + Screen.line(sample.origin().toString());
  }

  private List<String> troubles() {
    List<String> lines = new ArrayList<>();
    revision
        .failures()
        .forEach(failure -> lines.add("not compared: " + failure.mark() + " from "
            + failure.origin() + ": " + failure.why()));
    if (revision.failed() > revision.failures().size()) {
      lines.add("not compared: " + (revision.failed() - revision.failures().size()) + " more");
    }
    lines.addAll(revision.warnings());
    if (revision.warned() > revision.warnings().size()) {
      lines.add((revision.warned() - revision.warnings().size()) + " more; see: pressmark verify");
    }
    return lines;
  }

  private String ending() {
    if (isWritten) {
      return Summary.count(revision.all().accepted(), "new version")
          + "; those before them: pressmark show ID --versions"
          + (revision.isStopped() ? "; run the same command again to go on" : "");
    }
    return "nothing was written"
        + (revision.all().different() > 0 ? "; take it over with --accept all, or OUTLET,…" : "");
  }

  String html() {
    ContrastPage page = new ContrastPage("The archive under the present rules");
    page.paragraph(title());
    made().ifPresent(page::paragraph);
    List<List<String>> table = new ArrayList<>();
    table.add(List.of(
        "outlet",
        "compared",
        "same",
        "text",
        "facts",
        "evidence",
        "now cleaned",
        "no longer cleaned",
        "other reason",
        "accepted"));
    table.add(cells("all", revision.all()));
    revision.outlets().forEach((outlet, counts) -> table.add(cells(outlet, counts)));
    page.table(table);
    page.paragraph(Summary.count(revision.failed(), "document") + " not compared, "
        + Summary.count(revision.present(), "document") + " passed over, "
        + Summary.count(revision.unsampled(), "difference") + " not shown");
    troubles().forEach(page::paragraph);
    revision.samples().forEach((outlet, samples) -> {
      page.heading(outlet);
      samples.forEach(
          sample -> page.change(sample.mark() + "  " + sample.origin(), sample.contrast()));
    });
    return page.close();
  }

  private static List<String> cells(String name, Revision.Counts counts) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    Stream.of(
            counts.documents(),
            counts.same(),
            counts.text(),
            counts.facts(),
            counts.evidence(),
            counts.nowCleaned(),
            counts.noLongerCleaned(),
            counts.otherReason(),
            counts.accepted())
        .map(count -> String.format(Locale.ROOT, "%,d", count))
        .forEach(cells::add);
    return cells;
  }

  String json() {
    return JsonText.object(json -> {
      json.writeStringProperty("archive", archive);
      json.writeBooleanProperty("stopped", revision.isStopped());
      json.writeStringProperty("rules", revision.edition().toString());
      write(json, revision.all());
      json.writeNumberProperty("notCompared", revision.failed());
      json.writeNumberProperty("passedOver", revision.present());
      json.writeObjectPropertyStart("madeUnder");
      revision.editions().forEach(json::writeNumberProperty);
      json.writeEndObject();
      json.writeObjectPropertyStart("outlets");
      revision.outlets().forEach((outlet, counts) -> {
        json.writeObjectPropertyStart(outlet);
        write(json, counts);
        json.writeEndObject();
      });
      json.writeEndObject();
      JsonText.write(json, "remarks", troubles());
    });
  }

  private static void write(JsonGenerator json, Revision.Counts counts) {
    json.writeNumberProperty("documents", counts.documents());
    json.writeNumberProperty("same", counts.same());
    json.writeNumberProperty("changedText", counts.text());
    json.writeNumberProperty("changedFacts", counts.facts());
    json.writeNumberProperty("changedTextAndFacts", counts.both());
    json.writeNumberProperty("changedEvidence", counts.evidence());
    json.writeNumberProperty("nowCleaned", counts.nowCleaned());
    json.writeNumberProperty("noLongerCleaned", counts.noLongerCleaned());
    json.writeNumberProperty("otherReason", counts.otherReason());
    json.writeNumberProperty("accepted", counts.accepted());
  }
}
