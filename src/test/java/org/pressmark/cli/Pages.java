package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents for the commands to work on.
final class Pages {
  static final String FIRST =
      "The old lighthouse on Varn Point shone again on Friday evening, for the first time since the"
          + " storm of 2019.";
  static final String SECOND =
      "Some forty islanders had carried the new lamp up the stairs, part by part, and the oldest"
          + " of them threw the switch.";
  static final String LIGHTHOUSE = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <title>Lighthouse shines again - The Varn Echo</title>
      <meta property="og:site_name" content="The Varn Echo">
      <meta property="article:published_time" content="2024-10-11T19:30:00+02:00">
      </head><body>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
      <article><h1>Lighthouse shines again</h1>
      <p>FIRST</p>
      <script>track("view", {id: 7});</script>
      <p>SECOND</p>
      </article>
      <footer>© 2024 The Varn Echo</footer>
      </body></html>
      """.replace("FIRST", FIRST).replace("SECOND", SECOND);

  private Pages() {}

  static Path lighthouse(Path folder) throws IOException {
    return Files.writeString(
        Files.createDirectories(folder).resolve("lighthouse.html"), LIGHTHOUSE);
  }

  static Path empty(Path folder) throws IOException {
    return Files.writeString(Files.createDirectories(folder).resolve("empty.html"), "");
  }
}
