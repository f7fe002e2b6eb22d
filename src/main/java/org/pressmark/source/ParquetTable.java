package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.table.Columns;

/// A Parquet file with an article a row, read page by page: it may be larger than memory.
///
/// A row's capture is the row as one JSON object, as of [CsvTable], but for its types: numbers and
/// truths stay what they are, times become ISO 8601, lists and structures arrays and objects.
/// Fields without a value are left out.
final class ParquetTable implements Documents {
  private static final byte[] SIGN = {'P', 'A', 'R', '1'};

  private final Origin origin;
  private final Optional<Instant> time;
  private final ParquetFileReader file;
  private final HardwoodContext context;
  private final RowReader reader;
  private final TableRows rows;
  private Optional<Found> ready = Optional.empty();
  private long row;
  private boolean atEnd;

  private ParquetTable(
      Origin origin,
      Optional<Instant> time,
      ParquetFileReader file,
      HardwoodContext context,
      Columns told) {
    this.origin = origin;
    this.time = time;
    this.file = file;
    this.context = context;
    reader = file.rowReader();
    List<String> names = IntStream.range(0, reader.getFieldCount())
        .mapToObj(reader::getFieldName)
        .toList();
    rows = TableRows.of(names, List.of(), told);
  }

  static boolean isIn(Origin origin, byte[] head) {
    return head.length >= SIGN.length
        && IntStream.range(0, SIGN.length).allMatch(i -> head[i] == SIGN[i]);
  }

  static Documents open(Delivery delivery) throws IOException {
    try {
      InputFile in = delivery.file().isPresent()
          ? new RandomFile(delivery.file().get())
          : InputFile.of(ByteBuffer.wrap(delivery.bytes()));
      return open(delivery, in);
    } catch (Delivery.TooLargeException e) {
      return delivery.lost(new Problem(
          OVERSIZED,
          "is a Parquet file of more than " + delivery.options().maxBytes()
              + " bytes inside another; unpack it first"));
    } finally {
      delivery.in().closeQuietly();
    }
  }

  private static Documents open(Delivery delivery, InputFile in) {
    Origin origin = delivery.origin();
    HardwoodContext context = HardwoodContext.create(1);
    try {
      ParquetFileReader file = ParquetFileReader.open(in, context);
      ParquetTable table = new ParquetTable(
          origin, delivery.time(), file, context, delivery.options().columns());
      Optional<Problem> problem = table.rows.problem();
      if (problem.isPresent()) {
        table.close();
        return lost(origin, problem.get());
      }
      delivery.nest().remarks().say(origin, table.rows.describe());
      return table;
    } catch (IOException e) {
      context.close();
      return lost(origin, new Problem(MALFORMED, "is a broken Parquet file: " + Trouble.of(e)));
    } catch (RuntimeException e) {
      // What the library makes of a file that is not what it says.
      context.close();
      return lost(origin, broken(e));
    }
  }

  private static Documents lost(Origin origin, Problem problem) {
    return Documents.of(new Found.Lost(origin, problem));
  }

  private static Problem broken(RuntimeException e) {
    return new Problem(
        MALFORMED,
        "is a broken Parquet file: "
            + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !atEnd) {
      read();
    }
    return ready.isPresent();
  }

  @Override
  public Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Found next = ready.orElseThrow();
    ready = Optional.empty();
    return next;
  }

  @Override
  public void close() {
    atEnd = true;
    try {
      reader.close();
      file.close();
    } catch (IOException | RuntimeException e) {
      // What was read is read.
    } finally {
      context.close();
    }
  }

  private void read() {
    try {
      if (!reader.hasNext()) {
        close();
        return;
      }
      row++;
      reader.next();
      ready = Optional.of(rows.capture(origin, Long.toString(row), fields(reader), time));
    } catch (RuntimeException e) {
      Problem problem = broken(e);
      ready = Optional.of(new Found.Lost(
          origin,
          new Problem(
              problem.kind(),
              problem.message() + " (in row " + row + "; the rows before it were read)")));
      close();
    }
  }

  private static Map<String, Object> fields(StructAccessor struct) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < struct.getFieldCount(); i++) {
      if (!struct.isNull(i)) {
        value(struct.getValue(i)).ifPresent(put(fields, struct.getFieldName(i)));
      }
    }
    return fields;
  }

  private static Consumer<Object> put(Map<String, Object> fields, String name) {
    return value -> fields.put(name, value);
  }

  private static Optional<Object> value(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case PqList list ->
        Optional.of(list.values().stream().flatMap(each -> value(each).stream()).toList());
      case PqStruct struct -> Optional.of(fields(struct));
      case PqMap map -> Optional.of(entries(map));
      case byte[] bytes -> Optional.of(new String(bytes, UTF_8));
      case Integer number -> Optional.of(number);
      case Long number -> Optional.of(number);
      case Double number -> Optional.of(number);
      case Float number -> Optional.of(number);
      case BigDecimal number -> Optional.of(number);
      case Boolean truth -> Optional.of(truth);
      default -> Optional.of(value.toString());
    };
  }

  private static Map<String, Object> entries(PqMap map) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (PqMap.Entry entry : map.getEntries()) {
      value(entry.getKey())
          .ifPresent(key -> value(entry.getValue()).ifPresent(put(entries, key.toString())));
    }
    return entries;
  }
}
