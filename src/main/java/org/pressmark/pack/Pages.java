package org.pressmark.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.pressmark.archive.Lookup;
import org.pressmark.article.Article;
import org.pressmark.article.Entry;
import org.pressmark.article.Field;
import org.pressmark.json.JsonLine;

/// The list of pages that a package's players open with, one JSON object a line, with the clean
/// text for their search.
final class Pages {
  static final String NAME = "pages/pages.jsonl";

  private final OutputStream out;

  Pages(OutputStream out) throws IOException {
    this.out = out;
    write(JsonLine.of(json -> {
      json.writeStringProperty("format", "json-pages-1.0");
      json.writeStringProperty("id", "pages");
      json.writeStringProperty("title", "All Pages");
      json.writeBooleanProperty("hasText", true);
    }));
  }

  void add(Entry entry, Lookup capture) throws IOException {
    write(line(entry, capture));
  }

  private static String line(Entry entry, Lookup capture) {
    return JsonLine.of(json -> {
      String id = capture.id().toString();
      json.writeStringProperty("id", id.substring(id.lastIndexOf(':') + 1));
      json.writeStringProperty("url", capture.target());
      json.writeStringProperty("ts", capture.time().toString());
      json.writeStringProperty("pressmark", entry.mark().value());
      if (entry.content() instanceof Entry.Content.Kept kept) {
        Article article = kept.article();
        json.writeStringProperty(
            "title", article.facts().value(Field.HEADLINE).orElse(entry.origin().name()));
        json.writeStringProperty("text", article.body().text());
      } else {
        json.writeStringProperty("title", entry.origin().name());
      }
    });
  }

  private void write(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
