package org.pressmark.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.pressmark.Tally;
import org.pressmark.article.Field;
import org.pressmark.export.Screen;
import tools.jackson.core.JsonGenerator;

/// What an ingest came to, for people and for programs.
final class Summary {
  /// Of each list so many are shown; the file has them all.
  private static final int SHOWN = 10;
  private static final int SOURCES_SHOWN = 40;

  private static final int WIDTH = 80;

  private final Tally tally;
  private final String archive;
  private final List<Told.Remark> remarks;
  private final boolean stopped;

  Summary(Tally tally, String archive, List<Told.Remark> remarks, boolean stopped) {
    this.tally = tally;
    this.archive = archive;
    this.remarks = remarks;
    this.stopped = stopped;
  }

  String text(String listFile) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(
        Locale.ROOT,
        "%s in %s, %,d a second%s",
        count(tally.documents(), "document"),
        seconds(tally.time()),
        Progress.rate(tally.documents(), tally.time()),
        stopped ? "; stopped before the end" : ""));
    lines.add(row("new articles", tally.articles(), ""));
    lines.add(row("already there", tally.already(), ""));
    lines.add(row("copies", tally.again(), "the same bytes from another place"));
    lines.add(row("not cleaned", tally.misses().size(), "kept as they came, with the reason"));
    addPassed(lines);
    addSources(lines);
    if (!tally.cuts().isEmpty()) {
      lines.add(list("cut: ", counts(tally.cuts())));
    }
    if (tally.articles() > 0) {
      lines.add(list("known: ", shares()));
    }
    if (tally.conflicts() > 0) {
      lines.add("contradictions: "
          + count(tally.conflicts(), "fact")
          + "; see them with: pressmark show ID --why FIELD");
    }
    addProblems(lines, listFile);
    tally.repairs().forEach(repair -> lines.add("repaired: " + Screen.line(repair)));
    lines.add("archive: " + Screen.line(archive) + "; search it with: pressmark search "
        + (archive.equals("output") ? "" : "--archive " + Screen.line(archive) + " ") + "WORDS");
    addLimit(lines);
    if (stopped) {
      lines.add("run the same command again to go on where this run stopped");
    }
    return String.join("\n", lines) + "\n";
  }

  /// What a run would do.
  String plan() {
    List<String> lines = new ArrayList<>();
    lines.add(count(tally.documents(), "document") + "; nothing was cleaned or written");
    lines.add(row("to be cleaned", tally.due(), ""));
    lines.add(row("already there", tally.already(), ""));
    lines.add(row("not readable", tally.misses().size(), ""));
    addPassed(lines);
    addSources(lines);
    addProblems(lines, "--json");
    addLimit(lines);
    tally.repairs().forEach(repair -> lines.add(Screen.line(repair)));
    return String.join("\n", lines) + "\n";
  }

  private void addLimit(List<String> lines) {
    if (tally.isAtLimit()) {
      lines.add("stopped at --limit; the same command goes on with the next documents");
    }
  }

  private void addPassed(List<String> lines) {
    if (!tally.passed().isEmpty()) {
      lines.add(row("passed over", tally.passedOver(), ""));
      lines.add(list("passed over: ", counts(tally.passed())));
    }
  }

  /// The sources, where there are several.
  private void addSources(List<String> lines) {
    List<Tally.Source> sources = tally.sources();
    if (sources.size() < 2) {
      return;
    }
    lines.add("from " + count(sources.size(), "source"));
    lines.add(String.format(
        Locale.ROOT,
        "  %9s %9s %9s %9s %9s",
        "documents",
        tally.due() > 0 ? "due" : "articles",
        "already",
        "copies",
        "passed"));
    sources.stream().limit(SOURCES_SHOWN).forEach(source -> lines.add(line(source)));
    if (sources.size() > SOURCES_SHOWN) {
      lines.add("  … and " + count(sources.size() - SOURCES_SHOWN, "more source"));
    }
  }

  private static String line(Tally.Source source) {
    String numbers = String.format(
        Locale.ROOT,
        "  %,9d %,9d %,9d %,9d %,9d  %s",
        source.documents(),
        source.due() + source.articles(),
        source.already(),
        source.again(),
        source.passedOver(),
        Screen.line(source.name()));
    List<String> problems = counts(source.problems());
    return problems.isEmpty() ? numbers : numbers + "  (" + String.join(", ", problems) + ")";
  }

  private void addProblems(List<String> lines, String listFile) {
    if (!tally.misses().isEmpty()) {
      lines.add(list("problems: ", counts(tally.problems())));
      tally.misses().stream()
          .limit(SHOWN)
          .forEach(miss -> lines.add("  " + Screen.line(miss.origin() + ": " + miss.problem())));
    }
    if (!tally.notes().isEmpty()) {
      lines.add("notes: " + count(tally.notes().size(), "limit or repair", "limits and repairs"));
      tally.notes().stream()
          .limit(SHOWN)
          .forEach(note -> lines.add("  " + Screen.line(note.origin() + ": " + note.note())));
    }
    if (tally.misses().size() > SHOWN || tally.notes().size() > SHOWN) {
      lines.add("the whole lists: " + Screen.line(listFile));
    }
  }

  static String row(String name, long count, String remark) {
    String line = String.format(Locale.ROOT, "  %-14s %,9d  %s", name, count, remark);
    return line.stripTrailing();
  }

  static String count(long count, String one) {
    return count(count, one, one + "s");
  }

  static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  private static String seconds(Duration time) {
    return time.toSeconds() < 60
        ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3)
        : Progress.clock(time);
  }

  /// The most frequent first.
  static <K extends Comparable<K>> List<String> counts(Map<K, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Of how many articles each field is known.
  private List<String> shares() {
    List<String> shares = new ArrayList<>();
    for (Field field : Field.values()) {
      long known = tally.facts().getOrDefault(field, 0L);
      shares.add(field + " " + known * 100 / tally.articles() + " %");
    }
    return shares;
  }

  /// Items with commas between them, in lines that fit on a terminal.
  static String list(String name, List<String> items) {
    StringBuilder list = new StringBuilder(name);
    int width = name.length();
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? ", " : "");
      if (width + item.stripTrailing().length() > WIDTH) {
        list.setLength(list.length() - 1); // the space behind the last comma
        list.append("\n  ");
        width = 2;
      }
      list.append(item);
      width += item.length();
    }
    return list.toString();
  }

  String json() {
    return json(json -> {});
  }

  /// @param more properties behind its own
  String json(Consumer<JsonGenerator> more) {
    return JsonText.object(json -> {
      json.writeStringProperty("archive", archive);
      json.writeBooleanProperty("stopped", stopped);
      json.writeNumberProperty("documents", tally.documents());
      json.writeNumberProperty("due", tally.due());
      json.writeNumberProperty("articles", tally.articles());
      json.writeNumberProperty("already", tally.already());
      json.writeNumberProperty("copies", tally.again());
      json.writeNumberProperty("notCleaned", tally.misses().size());
      json.writeNumberProperty("bytes", tally.bytes());
      json.writeNumberProperty("seconds", tally.time().toMillis() / 1e3);
      json.writeNumberProperty("contradictions", tally.conflicts());
      writeCounts(json, "cuts", tally.cuts());
      writeCounts(json, "facts", tally.facts());
      writeCounts(json, "problems", tally.problems());
      json.writeNumberProperty("passedOver", tally.passedOver());
      writeCounts(json, "passed", tally.passed());
      json.writeArrayPropertyStart("sources");
      tally.sources().forEach(source -> write(json, source));
      json.writeEndArray();
      json.writeArrayPropertyStart("missed");
      for (Tally.Miss miss : tally.misses()) {
        json.writeStartObject();
        json.writeStringProperty("source", miss.origin().toString());
        json.writeStringProperty("kind", miss.problem().kind().toString());
        json.writeStringProperty("message", miss.problem().message());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("notes");
      for (Tally.Note note : tally.notes()) {
        json.writeStartObject();
        json.writeStringProperty("source", note.origin().toString());
        json.writeStringProperty("note", note.note());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("remarks");
      for (Told.Remark remark : remarks) {
        json.writeStartObject();
        json.writeStringProperty("source", remark.origin().toString());
        json.writeStringProperty("remark", remark.what());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("repairs");
      tally.repairs().forEach(json::writeString);
      json.writeEndArray();
      more.accept(json);
    });
  }

  private static void write(JsonGenerator json, Tally.Source source) {
    json.writeStartObject();
    json.writeStringProperty("source", source.name());
    json.writeNumberProperty("documents", source.documents());
    json.writeNumberProperty("due", source.due());
    json.writeNumberProperty("articles", source.articles());
    json.writeNumberProperty("already", source.already());
    json.writeNumberProperty("copies", source.again());
    json.writeNumberProperty("passedOver", source.passedOver());
    writeCounts(json, "problems", source.problems());
    json.writeEndObject();
  }

  private static <K extends Comparable<K>> void writeCounts(
      JsonGenerator json, String name, Map<K, Long> counts) {
    json.writeObjectPropertyStart(name);
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> json.writeNumberProperty(entry.getKey().toString(), entry.getValue()));
    json.writeEndObject();
  }
}
