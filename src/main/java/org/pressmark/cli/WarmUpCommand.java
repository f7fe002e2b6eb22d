package org.pressmark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Runs the other commands once over a small archive of its own, so that the launcher can keep the
/// classes that they load.
@Command(hidden = true, description = "Runs through the other commands, for the launcher's cache.")
final class WarmUpCommand implements Callable<Integer> {
  private static final String PAGE = """
      <!doctype html>
      <html lang="en"><head><title>Ferry returns to Ostholm - The Sandholm Courier</title>
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry returns to Ostholm",
      "datePublished":"2024-05-02T08:00:00Z","author":{"@type":"Person","name":"Mina Halvorsen"}}</script>
      </head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
      <h1>Ferry returns to Ostholm</h1><p class="byline">By Mina Halvorsen</p>
      <p>The ferry to Ostholm sails again from Monday, the harbour office said, after a winter in
      which islanders had to rely on the mail boat for everything they could not grow.</p>
      <p>Two crossings a day are planned until June, and four in summer. The fare stays as it was,
      and the last boat home waits for the end of the school concert.</p>
      </article><footer>Subscribe to our newsletter</footer></body></html>
      """;

  private final Desk desk;

  WarmUpCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("pressmark-warm-up");
    try {
      String page = Files.writeString(folder.resolve("ferry.html"), PAGE).toString();
      String archive = folder.resolve("output").toString();
      Desk mute = new Desk(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream(),
          Set.of(),
          Map.of());
      Main.run(mute, "--version");
      Main.run(mute, "help");
      Main.run(mute, "clean", "--format", "jsonl", page);
      Main.run(mute, "ingest", page, "--archive", archive);
      Main.run(mute, "search", "ferry", "--archive", archive);
      Main.run(
          mute,
          "search",
          "headline:ferry* OR \"mail boat\"",
          "--archive",
          archive,
          "--format",
          "json");
      Main.run(mute, "verify", "--archive", archive);
      desk.flush();
      return Exit.WELL;
    } finally {
      Files.walkFileTree(folder, new Remover());
    }
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
