package org.pressmark.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.export.Csv;
import org.pressmark.search.Key;
import org.pressmark.study.Concordance;
import org.pressmark.study.Line;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Prints a concordance line by line, for people, for programs and for spreadsheets.
abstract class LinePrinter implements Concordance.Taker {
  private static final List<String> COLUMNS = List.of(
      "id",
      "part",
      "start",
      "end",
      "left",
      "key",
      "right",
      "headline",
      "author",
      "publisher",
      "section",
      "date",
      "language",
      "type",
      "source");

  protected final Desk desk;
  protected final Concordance asked;
  protected long printed;
  private boolean begun;

  private LinePrinter(Desk desk, Concordance asked) {
    this.desk = desk;
    this.asked = asked;
  }

  static LinePrinter of(TableFormat format, Desk desk, Concordance asked) {
    return switch (format) {
      case TABLE -> new Table(desk, asked);
      case JSON -> new Json(desk, asked);
      case CSV -> new Rows(desk, asked);
    };
  }

  @Override
  public void take(Line line) throws IOException {
    if (!begun) {
      begin();
      begun = true;
    }
    print(line);
    printed++;
  }

  /// Not before it is known that the question could be answered.
  void finish(Concordance.Extent extent) throws IOException {
    if (!begun) {
      begin();
    }
    end(extent);
  }

  abstract void begin() throws IOException;

  abstract void print(Line line) throws IOException;

  abstract void end(Concordance.Extent extent) throws IOException;

  private static String part(Key.Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  /// The key stands below the key. Widths are those of so many lines at a time, so that a table of
  /// any length is printed as it is found.
  private static final class Table extends LinePrinter {
    private static final int AT_A_TIME = 1000;
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final List<Line> held = new ArrayList<>();

    Table(Desk desk, Concordance asked) {
      super(desk, asked);
    }

    @Override
    void begin() {}

    @Override
    void print(Line line) throws IOException {
      held.add(line);
      if (held.size() == AT_A_TIME) {
        printHeld();
      }
    }

    /// What is written from right to left is set from right to left: what comes before the key
    /// stands to its right.
    private record Set(String left, String key, String right, String whence) {
      static Set of(Line line) {
        String before = Cell.line(line.left()).strip();
        String key = Cell.line(line.word());
        String behind = Cell.line(line.right()).strip();
        boolean isMirrored = Cell.isRightToLeft(key);
        return new Set(
            isMirrored ? behind : before,
            key,
            isMirrored ? before : behind,
            Cell.left(line.date().orElse("undated"), "2021-09-29".length()) + "  " + line.mark());
      }
    }

    private void printHeld() throws IOException {
      List<Set> lines = held.stream().map(Set::of).toList();
      int left = lines.stream().mapToInt(line -> Cell.width(line.left())).max().orElse(0);
      int key = lines.stream().mapToInt(line -> Cell.width(line.key())).max().orElse(0);
      int right =
          lines.stream().mapToInt(line -> Cell.width(line.right())).max().orElse(0);
      for (Set line : lines) {
        String word = Cell.left(line.key(), key);
        desk.print(Cell.right(line.left(), left) + "  "
            + (desk.isColoured() ? BOLD + word + PLAIN : word) + "  "
            + Cell.left(line.right(), right) + "  " + line.whence() + "\n");
      }
      held.clear();
    }

    @Override
    void end(Concordance.Extent extent) throws IOException {
      printHeld();
      if (extent.articles() == 0) {
        desk.say("no article matches " + asked.words());
      } else if (extent.occurrences().equals(java.util.Optional.of(0L))) {
        desk.say(asked.words() + ": " + Summary.count(extent.articles(), "article")
            + ", and nothing was asked of headline and text; ask for a word");
      } else {
        desk.print("\n" + extent(extent) + "\n");
      }
    }

    private String extent(Concordance.Extent extent) {
      String articles = Summary.count(extent.articles(), "article");
      String all = extent
          .occurrences()
          .map(known -> Summary.count(known, "occurrence") + " in " + articles)
          .orElse("the beginning of the occurrences in " + articles);
      if (printed == 0) {
        return all + "; this page is behind the last of them";
      }
      if (asked.sample().isPresent()) {
        return String.format(
            Locale.ROOT,
            "%s; these are %,d of them, drawn by lot with --seed %d",
            all,
            printed,
            asked.sample().get().seed());
      }
      if (extent.occurrences().equals(java.util.Optional.of(printed))) {
        return all;
      }
      boolean isMore =
          extent.occurrences().map(known -> known > asked.skip() + printed).orElse(true);
      return String.format(
          Locale.ROOT,
          "%s; these are %,d to %,d%s",
          all,
          asked.skip() + 1,
          asked.skip() + printed,
          isMore ? ", more with --page " + (asked.skip() / asked.limit() + 2) : "");
    }
  }

  private static final class Rows extends LinePrinter {
    Rows(Desk desk, Concordance asked) {
      super(desk, asked);
    }

    @Override
    void begin() throws IOException {
      desk.printFound(Csv.row(COLUMNS));
    }

    @Override
    void print(Line line) throws IOException {
      desk.printFound(Csv.row(List.of(
          line.mark().value(),
          part(line.key().part()),
          Integer.toString(line.key().start()),
          Integer.toString(line.key().end()),
          oneLine(line.left()),
          oneLine(line.word()),
          oneLine(line.right()),
          line.headline().orElse(""),
          String.join("; ", line.authors()),
          line.publisher().orElse(""),
          String.join("; ", line.sections()),
          line.date().orElse(""),
          line.language().orElse(""),
          line.type().orElse(""),
          line.source())));
    }

    private static String oneLine(String text) {
      return text.replace('\n', ' ').replace('\t', ' ');
    }

    @Override
    void end(Concordance.Extent extent) {}
  }

  /// One object, whose lines are printed as they are found.
  private static final class Json extends LinePrinter {
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);

    Json(Desk desk, Concordance asked) {
      super(desk, asked);
    }

    @Override
    void begin() {
      json.writeStartObject();
      json.writeStringProperty("query", asked.words());
      asked.sample().ifPresent(sample -> {
        json.writeNumberProperty("sample", sample.size());
        json.writeNumberProperty("seed", sample.seed());
      });
      json.writeNumberProperty("skipped", asked.skip());
      json.writeArrayPropertyStart("lines");
    }

    @Override
    void print(Line line) throws IOException {
      json.writeStartObject();
      json.writeStringProperty("id", line.mark().value());
      json.writeStringProperty("part", part(line.key().part()));
      json.writeNumberProperty("start", line.key().start());
      json.writeNumberProperty("end", line.key().end());
      json.writeStringProperty("left", line.left());
      json.writeStringProperty("key", line.word());
      json.writeStringProperty("right", line.right());
      line.headline().ifPresent(headline -> json.writeStringProperty("headline", headline));
      JsonText.write(json, "author", line.authors());
      line.publisher().ifPresent(publisher -> json.writeStringProperty("publisher", publisher));
      JsonText.write(json, "section", line.sections());
      line.date().ifPresent(date -> json.writeStringProperty("date", date));
      line.language().ifPresent(language -> json.writeStringProperty("language", language));
      line.type().ifPresent(type -> json.writeStringProperty("type", type));
      json.writeStringProperty("source", line.source());
      json.writeEndObject();
      printWritten();
    }

    private void printWritten() throws IOException {
      json.flush();
      desk.printFound(text.toString());
      text.getBuffer().setLength(0);
    }

    @Override
    void end(Concordance.Extent extent) throws IOException {
      json.writeEndArray();
      json.writeNumberProperty("articles", extent.articles());
      extent.occurrences().ifPresent(known -> json.writeNumberProperty("occurrences", known));
      json.writeEndObject();
      printWritten();
      desk.print("\n");
    }
  }
}
