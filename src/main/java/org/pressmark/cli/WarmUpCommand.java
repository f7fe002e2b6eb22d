package org.pressmark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Runs the other commands once over a small archive of its own, so that the launcher can keep the
/// classes that they load.
@Command(hidden = true, description = "Runs through the other commands, for the launcher's cache.")
final class WarmUpCommand implements Callable<Integer> {
  private static final String PAGE = """
      <!doctype html>
      <html lang="LANGUAGE"><head><title>Ostholm - The Sandholm Courier</title>
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ostholm (LANGUAGE)",
      "datePublished":"2024-05-02T08:00:00Z","author":{"@type":"Person","name":"Mina Halvorsen"}}
      </script></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
      <h1>Ostholm (LANGUAGE)</h1><p class="byline">By Mina Halvorsen</p>
      <p>TEXT</p><p>TEXT</p></article><footer>Subscribe to our newsletter</footer></body></html>
      """;

  private final Desk desk;

  WarmUpCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("pressmark-warm-up");
    try {
      Path pages = Files.createDirectory(folder.resolve("pages"));
      writePages(pages);
      runAll(pages.toString(), folder.resolve("output").toString());
      desk.flush();
      return Exit.WELL;
    } finally {
      Files.walkFileTree(folder, new Remover());
    }
  }

  /// A page a language, so that the machinery of each is among the classes.
  private static void writePages(Path folder) throws IOException {
    for (String line : lines()) {
      String language = line.substring(0, 2);
      String text = line.substring(3);
      Files.writeString(
          folder.resolve(language + ".html"),
          PAGE.replace("LANGUAGE", language).replace("TEXT", text),
          StandardCharsets.UTF_8);
      Files.writeString(folder.resolve(language + ".txt"), text + " <img src=\"a.png\">\n");
    }
  }

  private static List<String> lines() throws IOException {
    try (InputStream lines =
        Objects.requireNonNull(WarmUpCommand.class.getResourceAsStream("warm-up.txt"))) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static void runAll(String pages, String archive) {
    run("--version");
    run("help");
    run("clean", "--format", "jsonl", pages);
    run("ingest", pages, "--archive", archive);
    run("search", "ferry", "--archive", archive);
    run("search", "fährt OR 月曜日", "--archive", archive);
    run("search", "headline:ost* AND \"from monday\"", "-a", archive, "--format", "json");
    run("search", "nothing~", "--sort", "newest", "-a", archive, "--format", "csv");
    run("search", "ferry", "--families", "collapse", "--archive", archive);
    run("search", "ferry", "--kwic", "--sort", "1R", "--archive", archive);
    run("search", "ferry", "--facets", "year,publisher", "--archive", archive);
    run("trend", "ferry", "--archive", archive);
    run("words", "--archive", archive);
    run("keyness", "ferry", "--archive", archive);
    run("collocations", "ferry", "--archive", archive);
    run("families", "--archive", archive);
    run("show", "pm-", "--archive", archive);
    run("export", "--archive", archive);
    run("export", "-f", "wacz", "-o", archive + ".wacz", "-a", archive);
    run("reclean", "--all", "--archive", archive);
    run("verify", "--archive", archive);
    run("repair", "--archive", archive);
  }

  private static void run(String... words) {
    Main.run(
        new Desk(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Set.of(),
            Map.of()),
        words);
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
