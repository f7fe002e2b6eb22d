package org.pressmark.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.pressmark.export.Screen;
import org.pressmark.fetch.Haul;
import org.pressmark.fetch.Miss;
import tools.jackson.core.JsonGenerator;

/// What a fetch came to: first the network, then the archive.
final class FetchSummary {
  private static final int SHOWN = 10;

  private final Haul haul;
  private final Summary rest;

  FetchSummary(Haul haul, Summary rest) {
    this.haul = haul;
    this.rest = rest;
  }

  String text(String listFile) {
    List<String> lines = new ArrayList<>();
    lines.add("from " + Summary.count(haul.hosts().size(), "host"));
    lines.add(Summary.row("fetched", sum(Haul.Host::fetched), ""));
    lines.add(Summary.row("unchanged", sum(Haul.Host::unchanged), "since the last capture"));
    lines.add(Summary.row(
        "passed over", sum(Haul.Host::passedOver), "captured less than a day ago; see --again"));
    lines.add(Summary.row("not fetched", haul.missed(), ""));
    lines.addAll(leftOut());
    lines.addAll(hosts());
    lines.addAll(misses());
    lines.addAll(notes());
    if (haul.missed() > SHOWN || haul.notes().size() > SHOWN) {
      lines.add("the whole lists: " + Screen.line(listFile));
    }
    return String.join("\n", lines) + "\n" + rest.text(listFile);
  }

  private long sum(ToLongFunction<Haul.Host> count) {
    return haul.hosts().stream().mapToLong(count).sum();
  }

  /// What nobody asked to have.
  private List<String> leftOut() {
    List<String> lines = new ArrayList<>();
    if (haul.lists() > 0) {
      lines.add(Summary.row("lists opened", haul.lists(), "feeds, sitemaps, texts of addresses"));
    }
    if (haul.twice() > 0) {
      lines.add(Summary.row("named twice", haul.twice(), "fetched once"));
    }
    if (haul.notChosen() > 0) {
      lines.add(Summary.row("left out", haul.notChosen(), "by --include and --exclude"));
    }
    if (haul.old() > 0) {
      lines.add(Summary.row("older", haul.old(), "than --since, as a feed or sitemap says"));
    }
    if (haul.beyondLimit() > 0) {
      lines.add(Summary.row("beyond limit", haul.beyondLimit(), "left out by --limit"));
    }
    if (haul.tooMany() > 0) {
      lines.add(Summary.row(
          "too many", haul.tooMany(), "for one run; fetch in parts, with --include or --since"));
    }
    return lines;
  }

  private List<String> hosts() {
    List<String> lines = new ArrayList<>();
    haul.hosts().stream()
        .sorted(
            Comparator.comparingLong(Haul.Host::requests).reversed().thenComparing(Haul.Host::name))
        .limit(SHOWN)
        .forEach(host -> lines.add("  " + Screen.line(host.name()) + ": " + words(host)));
    if (haul.hosts().size() > SHOWN) {
      lines.add("  … and " + Summary.count(haul.hosts().size() - SHOWN, "more host"));
    }
    return lines;
  }

  private static String words(Haul.Host host) {
    return String.format(
        Locale.ROOT,
        "%,d fetched, %,d unchanged, %,d passed over, %,d not fetched, %s, %,d kB",
        host.fetched(),
        host.unchanged(),
        host.passedOver(),
        host.misses(),
        Summary.count(host.requests(), "request"),
        (host.bytes() + 999) / 1000);
  }

  private List<String> misses() {
    List<String> lines = new ArrayList<>();
    if (!haul.misses().isEmpty()) {
      lines.add(Summary.list("not fetched: ", Summary.counts(haul.kinds())));
      haul.misses().stream()
          .limit(SHOWN)
          .forEach(miss -> lines.add("  " + Screen.line(miss.toString())));
    }
    return lines;
  }

  private List<String> notes() {
    List<String> lines = new ArrayList<>();
    if (!haul.notes().isEmpty()) {
      lines.add("remarks: " + haul.notes().size());
      haul.notes().stream()
          .limit(SHOWN)
          .forEach(note -> lines.add("  " + Screen.line(note.address() + ": " + note.note())));
    }
    return lines;
  }

  String json() {
    return rest.json(json -> write(json, haul));
  }

  static void write(JsonGenerator json, Haul haul) {
    json.writeObjectPropertyStart("fetch");
    json.writeNumberProperty("lists", haul.lists());
    json.writeNumberProperty("namedTwice", haul.twice());
    json.writeNumberProperty("notChosen", haul.notChosen());
    json.writeNumberProperty("older", haul.old());
    json.writeNumberProperty("beyondLimit", haul.beyondLimit());
    json.writeNumberProperty("tooMany", haul.tooMany());
    json.writeNumberProperty("missed", haul.missed());
    json.writeObjectPropertyStart("kinds");
    haul.kinds().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> json.writeNumberProperty(entry.getKey().toString(), entry.getValue()));
    json.writeEndObject();
    json.writeArrayPropertyStart("hosts");
    haul.hosts().forEach(host -> write(json, host));
    json.writeEndArray();
    json.writeArrayPropertyStart("notFetched");
    haul.misses().forEach(miss -> write(json, miss));
    json.writeEndArray();
    json.writeArrayPropertyStart("remarks");
    for (Haul.Note note : haul.notes()) {
      json.writeStartObject();
      json.writeStringProperty("address", note.address());
      json.writeStringProperty("remark", note.note());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Haul.Host host) {
    json.writeStartObject();
    json.writeStringProperty("host", host.name());
    json.writeNumberProperty("fetched", host.fetched());
    json.writeNumberProperty("unchanged", host.unchanged());
    json.writeNumberProperty("passedOver", host.passedOver());
    json.writeNumberProperty("notFetched", host.misses());
    json.writeNumberProperty("requests", host.requests());
    json.writeNumberProperty("bytes", host.bytes());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Miss miss) {
    json.writeStartObject();
    json.writeStringProperty("address", miss.address());
    json.writeStringProperty("kind", miss.kind().toString());
    json.writeStringProperty("message", miss.message());
    json.writeEndObject();
  }
}
