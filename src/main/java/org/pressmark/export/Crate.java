package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.pressmark.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// An RO-Crate 1.1 (https://www.researchobject.org/ro-crate/1.1/): the articles as JSON lines and
/// as a table, and `ro-crate-metadata.json` that says what they are and what made them.
final class Crate implements Folder {
  private static final String LINES = "articles.jsonl";
  private static final String TABLE = "articles.csv";
  private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";

  @Override
  public String name() {
    return "ro-crate";
  }

  @Override
  public String about() {
    return "RO-Crate, JSON lines and a table with a description for repositories";
  }

  @Override
  public Writing open(Shelf shelf, Letterhead head) throws IOException {
    return new Loading(shelf, head);
  }

  private static final class Loading implements Writing {
    private final Shelf shelf;
    private final Letterhead head;
    private final Jsonl jsonl = new Jsonl();
    private final CsvTable csv = new CsvTable();
    private final OutputStream lines;
    private final OutputStream table;
    private Instant newest = Instant.EPOCH;
    private long articles;

    Loading(Shelf shelf, Letterhead head) throws IOException {
      this.shelf = shelf;
      this.head = head;
      this.lines = shelf.open(LINES);
      this.table = shelf.open(TABLE);
      write(table, csv.opening());
    }

    @Override
    public void add(Item item) throws IOException {
      write(lines, jsonl.write(item));
      write(table, csv.write(item));
      Instant time = item.retrieved().orElse(Instant.EPOCH);
      newest = time.isAfter(newest) ? time : newest;
      articles++;
    }

    @Override
    public void finish() throws IOException {
      lines.close();
      table.close();
      try (OutputStream out = shelf.open("ro-crate-metadata.json")) {
        write(out, Json.indent(JsonLine.of(this::describe)));
      }
    }

    private static void write(OutputStream out, String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void describe(JsonGenerator json) {
      context(json);
      json.writeArrayPropertyStart("@graph");
      begin(json, "ro-crate-metadata.json", "CreativeWork");
      link(json, "conformsTo", SPECIFICATION);
      link(json, "about", "./");
      json.writeEndObject();
      dataset(json);
      file(json, LINES, "The articles, one JSON object a line", "application/jsonl");
      file(json, TABLE, "The articles as a table", "text/csv");
      begin(json, "#rights", "CreativeWork");
      json.writeStringProperty("name", "Rights of the publishers");
      json.writeStringProperty(
          "description", "The rights in the articles are those of their publishers.");
      json.writeEndObject();
      begin(json, "#export", "CreateAction");
      json.writeStringProperty("name", "Export from a press archive");
      head.query().ifPresent(query -> json.writeStringProperty("description", "Query: " + query));
      link(json, "instrument", "#program");
      json.writeArrayPropertyStart("result");
      reference(json, LINES);
      reference(json, TABLE);
      json.writeEndArray();
      json.writeEndObject();
      begin(json, "#program", "SoftwareApplication");
      String program = head.program();
      json.writeStringProperty(
          "name",
          program.substring(0, 1).toUpperCase(Locale.ROOT)
              + program.substring(1).split(" ", 2)[0]);
      json.writeStringProperty("version", program.substring(program.lastIndexOf(' ') + 1));
      json.writeEndObject();
      json.writeEndArray();
    }

    /// The terms of RO-Crate 1.1, and one that came to schema.org after it: what no context
    /// explains is no part of a crate.
    private static void context(JsonGenerator json) {
      json.writeArrayPropertyStart("@context");
      json.writeString(SPECIFICATION + "/context");
      json.writeStartObject();
      json.writeStringProperty("sha256", "http://schema.org/sha256");
      json.writeEndObject();
      json.writeEndArray();
    }

    /// Its day is that of the newest article: the same archive is the same crate on every day.
    private void dataset(JsonGenerator json) {
      begin(json, "./", "Dataset");
      json.writeStringProperty("name", "Press articles");
      json.writeStringProperty(
          "description",
          articles + (articles == 1 ? " article" : " articles")
              + " of a press archive, cleaned by " + head.program()
              + head.query().map(query -> "; query: " + query).orElse(""));
      json.writeStringProperty("datePublished", newest.toString().substring(0, 10));
      link(json, "license", "#rights");
      link(json, "mentions", "#export");
      json.writeArrayPropertyStart("hasPart");
      reference(json, LINES);
      reference(json, TABLE);
      json.writeEndArray();
      json.writeEndObject();
    }

    private void file(JsonGenerator json, String name, String title, String mediaType) {
      Sum sum = shelf.sum(name);
      begin(json, name, "File");
      json.writeStringProperty("name", title);
      json.writeStringProperty("encodingFormat", mediaType);
      json.writeStringProperty("contentSize", Long.toString(sum.bytes()));
      json.writeStringProperty("sha256", sum.sha256());
      json.writeEndObject();
    }

    private static void begin(JsonGenerator json, String id, String type) {
      json.writeStartObject();
      json.writeStringProperty("@id", id);
      json.writeStringProperty("@type", type);
    }

    private static void link(JsonGenerator json, String property, String id) {
      json.writeName(property);
      reference(json, id);
    }

    private static void reference(JsonGenerator json, String id) {
      json.writeStartObject();
      json.writeStringProperty("@id", id);
      json.writeEndObject();
    }
  }
}
