package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.pressmark.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// A Frictionless tabular data package (https://specs.frictionlessdata.io/tabular-data-package/):
/// `articles.csv`, and `datapackage.json` that says what its columns are.
final class DataPackage implements Folder {
  private static final String TABLE = "articles.csv";

  @Override
  public String name() {
    return "datapackage";
  }

  @Override
  public String about() {
    return "Frictionless data package: the table, and datapackage.json with its schema";
  }

  @Override
  public Writing open(Shelf shelf, Letterhead head) throws IOException {
    CsvTable csv = new CsvTable();
    OutputStream table = shelf.open(TABLE);
    table.write(csv.opening().getBytes(StandardCharsets.UTF_8));
    return new Writing() {
      private long articles;

      @Override
      public void add(Item item) throws IOException {
        table.write(csv.write(item).getBytes(StandardCharsets.UTF_8));
        articles++;
      }

      @Override
      public void finish() throws IOException {
        table.close();
        String description = describe(shelf.sum(TABLE), head, articles);
        try (OutputStream out = shelf.open("datapackage.json")) {
          out.write(description.getBytes(StandardCharsets.UTF_8));
        }
      }
    };
  }

  private static String describe(Sum sum, Letterhead head, long articles) {
    return Json.indent(JsonLine.of(json -> {
      json.writeStringProperty("profile", "tabular-data-package");
      json.writeStringProperty("name", "press-articles");
      json.writeStringProperty("title", "Press articles");
      json.writeStringProperty(
          "description",
          "Articles of a press archive, cleaned by " + head.program()
              + "; the rights in them are those of their publishers.");
      head.query().ifPresent(query -> json.writeStringProperty("query", query));
      json.writeArrayPropertyStart("resources");
      json.writeStartObject();
      json.writeStringProperty("profile", "tabular-data-resource");
      json.writeStringProperty("name", "articles");
      json.writeStringProperty("path", TABLE);
      json.writeStringProperty("format", "csv");
      json.writeStringProperty("mediatype", "text/csv");
      json.writeStringProperty("encoding", "utf-8");
      json.writeNumberProperty("bytes", sum.bytes());
      json.writeStringProperty("hash", "sha256:" + sum.sha256());
      json.writeNumberProperty("rows", articles);
      json.writeObjectPropertyStart("dialect");
      json.writeStringProperty("delimiter", ",");
      json.writeStringProperty("lineTerminator", "\r\n");
      json.writeStringProperty("quoteChar", "\"");
      json.writeBooleanProperty("doubleQuote", true);
      json.writeBooleanProperty("header", true);
      json.writeEndObject();
      schema(json);
      json.writeEndObject();
      json.writeEndArray();
    }));
  }

  private static void schema(JsonGenerator json) {
    json.writeObjectPropertyStart("schema");
    json.writeArrayPropertyStart("fields");
    for (Column column : Column.values()) {
      json.writeStartObject();
      json.writeStringProperty("name", column.toString());
      json.writeStringProperty(
          "type",
          switch (column.kind()) {
            case TEXT, LIST -> "string";
            case NUMBER -> "integer";
            case TIME -> "datetime";
          });
      if (column.kind() == Column.Kind.TIME) {
        json.writeStringProperty("format", "any"); // with or without fractions of a second
      }
      json.writeStringProperty("description", about(column));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("missingValues");
    json.writeString("");
    json.writeEndArray();
    json.writeStringProperty("primaryKey", "pressmark");
    json.writeEndObject();
  }

  private static String about(Column column) {
    String about = column.about();
    return switch (column.kind()) {
      case LIST ->
        about + "; several have \"; \" between them; = + - or @ at the beginning has an"
            + " apostrophe before it";
      case TEXT -> about + "; = + - or @ at the beginning has an apostrophe before it";
      case NUMBER, TIME -> about;
    };
  }
}
