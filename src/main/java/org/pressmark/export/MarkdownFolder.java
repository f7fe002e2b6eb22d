package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A Markdown file an article, as Obsidian, Zettlr and static sites take them.
final class MarkdownFolder implements Folder {
  private final Markdown markdown = new Markdown();

  @Override
  public String name() {
    return "md-folder";
  }

  @Override
  public String about() {
    return "a Markdown file an article, with its facts as YAML front matter";
  }

  @Override
  public Writing open(Shelf shelf, Letterhead head) {
    return new Writing() {
      @Override
      public void add(Item item) throws IOException {
        try (OutputStream out = shelf.open(FileNames.of(item) + ".md")) {
          out.write(markdown.write(item).getBytes(StandardCharsets.UTF_8));
        }
      }

      @Override
      public void finish() {}
    };
  }
}
