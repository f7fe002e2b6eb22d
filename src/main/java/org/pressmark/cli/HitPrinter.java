package org.pressmark.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import org.pressmark.export.Csv;
import org.pressmark.search.Results;
import org.pressmark.search.Search;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Prints all hits of a question, one after the other, in the form of [Answer].
final class HitPrinter implements Search.Taker {
  private final Desk desk;
  private final TableFormat format;
  private final Optional<FacetView> facets;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json =
      new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);
  private long printed;

  HitPrinter(Desk desk, TableFormat format, Optional<FacetView> facets) {
    this.desk = desk;
    this.format = format;
    this.facets = facets;
  }

  /// @param total how many articles match
  void begin(String words, long total) throws IOException {
    switch (format) {
      case TABLE -> {}
      case CSV -> desk.printFound(Csv.row(Answer.COLUMNS));
      case JSON -> {
        json.writeStartObject();
        json.writeStringProperty("query", words);
        json.writeNumberProperty("total", total);
        json.writeNumberProperty("page", 1);
        json.writeArrayPropertyStart("hits");
      }
    }
  }

  @Override
  public void take(Results.Hit hit) throws IOException {
    printed++;
    switch (format) {
      case TABLE -> desk.print(Answer.entry(printed, hit, desk.isColoured()));
      case CSV -> desk.printFound(Csv.row(Answer.plainCells(hit)));
      case JSON -> {
        Answer.write(json, hit);
        printWritten();
      }
    }
  }

  private void printWritten() throws IOException {
    json.flush();
    desk.printFound(text.toString());
    text.getBuffer().setLength(0);
  }

  void end() throws IOException {
    switch (format) {
      case TABLE ->
        desk.print(
            printed == 0
                ? ""
                : Summary.count(printed, "article") + "\n"
                    + facets.map(FacetView::table).orElse(""));
      case CSV -> {}
      case JSON -> {
        json.writeEndArray();
        facets.ifPresent(view -> view.write(json));
        json.writeEndObject();
        printWritten();
        desk.print("\n");
      }
    }
  }
}
