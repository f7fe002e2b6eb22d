package org.pressmark.extract;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.source.Page;
import org.pressmark.source.Pages;
import org.pressmark.source.SourceOptions;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes down what the forest sees of every piece of every page of a benchmark folder, for
/// `src/train/story/train.py` to learn from. The README there says how the files look.
public final class StoryFeatures {
  private static final String USAGE = "usage: StoryFeatures BENCHMARK FEATURES DATASET…";
  private static final String HTML = ".html";

  private final Pages pages = new Pages(SourceOptions.DEFAULTS);

  /// Plain ASCII: pages hold halves of surrogate pairs, which no charset can write.
  private final JsonMapper json =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final float[] row = new float[Features.COLUMNS];
  private List<String> names = List.of();

  private StoryFeatures() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println(USAGE);
      return;
    }
    Path out = Files.createDirectories(Path.of(args[1]));
    StoryFeatures features = new StoryFeatures();
    for (String dataset : List.of(args).subList(2, args.length)) {
      int count = features.write(Path.of(args[0], dataset, "html"), out, dataset);
      System.out.println(dataset + ": " + count + " pages");
    }
    Files.write(out.resolve("names.txt"), features.names);
  }

  private int write(Path html, Path out, String dataset) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(html)) {
      files = listed.filter(file -> file.toString().endsWith(HTML)).sorted().toList();
    }
    int count = 0;
    try (DataOutputStream rows = new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(out.resolve(dataset + ".f32"))));
        Writer lines =
            Files.newBufferedWriter(out.resolve(dataset + ".jsonl"), StandardCharsets.UTF_8)) {
      for (Path file : files) {
        Optional<Document> document = open(file);
        if (document.isEmpty()) {
          System.err.println(file + ": skipped: is no page of HTML");
          continue;
        }
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - HTML.length());
        lines.write(json.writeValueAsString(page(id, document.get(), rows)) + "\n");
        count++;
      }
    }
    return count;
  }

  /// Without the file's name: what a page is called should not say what it is.
  private Optional<Document> open(Path file) throws IOException {
    Capture capture = Capture.of(Origin.of("page.html"), Files.readAllBytes(file));
    return pages.open(capture) instanceof Page.Html html
        ? Optional.of(html.document())
        : Optional.empty();
  }

  private Map<String, Object> page(String id, Document document, DataOutputStream rows)
      throws IOException {
    Sheet sheet = Walk.over(document);
    Verdict verdict = new Verdict(sheet);
    Ending ending = new Ending(verdict);
    Features features = verdict.features;
    List<String> texts = new ArrayList<>();
    Map<String, List<Integer>> marks = new LinkedHashMap<>();
    for (int i = 0; i < sheet.pieces().size(); i++) {
      Piece piece = sheet.pieces().get(i);
      if (names.isEmpty()) {
        names = features.names();
      }
      int columns = features.row(i, row);
      for (int column = 0; column < columns; column++) {
        rows.writeFloat(row[column]);
      }
      texts.add(sheet.text(piece));
      mark(marks, "post", i, Verdict.isPost(piece.box));
      mark(marks, "byline", i, features.isByline(i));
      mark(marks, "dateline", i, features.isDateline(i));
      mark(marks, "doubtful", i, Bar.isDoubtful(piece));
      mark(marks, "pointer", i, verdict.isPointer(i, piece));
      mark(marks, "added", i, ending.isAdded(i));
      mark(marks, "told", i, features.isToldWhole() && features.isTold(i));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("id", id);
    page.put("pieces", texts);
    page.put("marks", marks);
    page.put("headline", features.headline());
    return page;
  }

  private static void mark(Map<String, List<Integer>> marks, String mark, int piece, boolean has) {
    List<Integer> marked = marks.computeIfAbsent(mark, unused -> new ArrayList<>());
    if (has) {
      marked.add(piece);
    }
  }
}
