package org.pressmark.residue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a folder of pages with gold text: `DATASET/gold.jsonl` with `id`, `text` and perhaps
/// `url` on each line, `DATASET/html/ID.html` beside it.
final class TrainingPages {
  /// @param outlet the host of its address, or the name of the dataset where none is known
  /// @param paragraphs of its story; empty where the gold has none
  /// @param junk scripts, styles, data and tags from its source
  record Page(String id, String outlet, List<String> paragraphs, List<Junk> junk) {}

  record Junk(String kind, String text) {}

  private static final int SHORTEST_STORY = 600;

  private TrainingPages() {}

  static List<Page> read(Path folder) throws IOException {
    List<Page> pages = new ArrayList<>();
    try (Stream<Path> datasets = Files.list(folder)) {
      for (Path dataset : datasets.sorted().toList()) {
        Path gold = dataset.resolve("gold.jsonl");
        if (Files.exists(gold)) {
          for (String line : Files.readAllLines(gold, StandardCharsets.UTF_8)) {
            page(dataset, line).ifPresent(pages::add);
          }
        }
      }
    }
    return pages;
  }

  private static Optional<Page> page(Path dataset, String line) throws IOException {
    if (!(JsonReader.read(line).orElse(null) instanceof Json.Obj gold)) {
      return Optional.empty();
    }
    String id = text(gold, "id");
    Path html = dataset.resolve("html").resolve(id + ".html");
    if (!Files.exists(html)) {
      return Optional.empty();
    }
    String story = text(gold, "text");
    List<String> paragraphs = story.length() < SHORTEST_STORY
        ? List.of()
        : story
            .lines()
            .map(l -> l.replaceAll("\\s+", " ").strip())
            .filter(l -> !l.isEmpty())
            .toList();
    String source = new String(Files.readAllBytes(html), StandardCharsets.UTF_8);
    return Optional.of(new Page(
        dataset.getFileName() + "-" + id,
        outlet(dataset, text(gold, "url"), source),
        paragraphs.size() < 3 ? List.of() : paragraphs,
        junk(source)));
  }

  private static String text(Json.Obj object, String key) {
    return object.get(key).orElse(null) instanceof Json.Text text ? text.value() : "";
  }

  private static String outlet(Path dataset, String url, String source) {
    String address = url;
    int canonical = source.indexOf("og:url");
    if (address.isEmpty() && canonical >= 0) {
      int http = source.indexOf("http", canonical);
      address = http > 0 && http < canonical + 80
          ? source.substring(http, Math.min(source.length(), http + 80))
          : "";
    }
    int host = address.indexOf("//");
    if (host < 0) {
      return dataset.getFileName().toString();
    }
    int end = address.indexOf('/', host + 2);
    String name = address.substring(host + 2, end < 0 ? address.length() : end);
    return name.startsWith("www.") ? name.substring(4) : name;
  }

  private static List<Junk> junk(String source) {
    List<Junk> junk = new ArrayList<>();
    String lower = lower(source);
    elements(source, lower, "script", (attributes, body) -> {
      String kind = attributes.contains("ld+json")
          ? "jsonld"
          : attributes.contains("json")
              ? "json"
              : attributes.contains("template") ? "template" : "js";
      if (body.length() >= 30) {
        junk.add(new Junk(kind, body));
      }
    });
    elements(source, lower, "style", (attributes, body) -> {
      if (body.length() > 40) {
        junk.add(new Junk("css", body));
      }
    });
    elements(source, lower, "noscript", (attributes, body) -> {
      if (body.length() > 30 && body.length() < 1500 && body.contains("<")) {
        junk.add(new Junk("html", body));
      }
    });
    for (int at = lower.indexOf("<iframe"); at >= 0; at = lower.indexOf("<iframe", at + 1)) {
      int end = source.indexOf('>', at);
      if (end > at + 45 && end < at + 600) {
        junk.add(new Junk("html", source.substring(at, end + 1)));
      }
    }
    return junk;
  }

  /// Of the same length, which `toLowerCase` does not promise.
  private static String lower(String source) {
    char[] lower = source.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = lower[i] >= 'A' && lower[i] <= 'Z' ? (char) (lower[i] + 32) : lower[i];
    }
    return new String(lower);
  }

  private interface Element {
    void found(String attributes, String body);
  }

  private static void elements(String source, String lower, String name, Element element) {
    int at = lower.indexOf("<" + name);
    while (at >= 0) {
      int open = source.indexOf('>', at);
      int close = open < 0 ? -1 : lower.indexOf("</" + name + ">", open);
      if (close < 0) {
        return;
      }
      element.found(lower.substring(at, open), source.substring(open + 1, close).strip());
      at = lower.indexOf("<" + name, close);
    }
  }
}
