package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.table.Dialect;
import org.pressmark.source.table.RowReader;
import org.pressmark.source.table.RowReader.Row;
import org.pressmark.source.text.Bom;
import org.pressmark.source.text.ByteLines;
import org.pressmark.source.text.Decoder;
import org.pressmark.source.text.Utf8Scan;
import org.pressmark.source.text.Utf8Stream;
import org.pressmark.source.unpack.Peeking;

/// A table in text, with an article a row: it may be larger than memory.
///
/// A row's capture is the row as one JSON object, its fields under the names of their columns, in
/// their order, as strings; the capture's member is the row's number, from 1, without the row that
/// names the columns. A row that can not be read is kept as it stands.
final class CsvTable extends Backlog {
  private static final Set<String> NAMES = Set.of("csv", "tsv", "tab", "psv");
  // So many bytes of rows that are not UTF-8 tell their charset.
  private static final int SAMPLE = 1 << 16;
  private static final int MOST_WAITING = 1 << 22; // bytes
  private static final int WHOLE = Peeking.HEAD / 2; // bytes: no beginning of a larger file is less

  private final Origin origin;
  private final Peeking in;
  private final Optional<Instant> time;
  private final long maxBytes;
  private final RowReader reader;
  private final TableRows rows;
  private final Deque<Row> waiting = new ArrayDeque<>();
  private final Remarks remarks;
  private Optional<Charset> other = Optional.empty(); // than UTF-8
  private long row;

  private CsvTable(Delivery delivery, Peeking in, Dialect.Reading table) {
    this.origin = delivery.origin();
    this.in = in;
    this.time = delivery.time();
    this.maxBytes = delivery.options().maxBytes();
    this.remarks = delivery.nest().remarks();
    reader = new RowReader(new ByteLines(in, maxBytes), table, maxBytes);
    rows = TableRows.of(
        names(table),
        table.hasHeader() ? List.of() : table.rows(),
        delivery.options().columns());
    row = table.hasHeader() ? -1 : 0;
  }

  /// Whether a file is a table: by its name and its first rows, or by these alone, where they say
  /// it more clearly.
  static boolean isIn(Origin origin, byte[] head) {
    return table(origin, Utf8Stream.narrow(head)).isPresent();
  }

  static Documents open(Delivery delivery) throws IOException {
    Peeking in = Utf8Stream.of(delivery.in());
    Optional<Dialect.Reading> table = table(delivery.origin(), in.head());
    if (table.isEmpty()) {
      return Opener.whole(delivery, in);
    }
    in.skipNBytes(Bom.UTF_8.length(in.head()));
    return new CsvTable(delivery, in, table.get()).opened();
  }

  private static Optional<Dialect.Reading> table(Origin origin, byte[] head) {
    int bom = Bom.UTF_8.length(head);
    String signs = new String(head, bom, head.length - bom, ISO_8859_1);
    boolean isNamed = NAMES.contains(FileName.extension(origin));
    return Dialect.of(signs, head.length < WHOLE, isNamed);
  }

  private Documents opened() {
    Optional<Problem> problem = rows.problem();
    if (problem.isPresent()) {
      close();
      return Documents.of(new Found.Lost(origin, problem.get()));
    }
    remarks.say(origin, rows.describe());
    return this;
  }

  private static List<String> names(Dialect.Reading table) {
    return table.hasHeader()
        ? table.first().stream().map(CsvTable::name).toList()
        : TableRows.numbered(table.width());
  }

  private static String name(String signs) {
    byte[] bytes = signs.getBytes(ISO_8859_1);
    return Decoder.decode(bytes, Optional.empty()).text();
  }

  @Override
  public void close() {
    atEnd = true;
    waiting.clear();
    in.closeQuietly();
  }

  @Override
  void read() {
    try {
      Optional<Row> next = waiting.isEmpty() ? reader.next() : Optional.of(waiting.pop());
      if (next.isEmpty()) {
        close();
      } else if (other.isEmpty() && next.get() instanceof Row.Whole whole && !isUtf8(whole)) {
        waiting.push(whole);
        other = Optional.of(charset());
        remarks.say(
            origin, "rows that are not UTF-8 were read as " + other.get().name());
      } else {
        take(next.get());
      }
    } catch (IOException e) {
      fail(Trouble.problem(e, "in line " + reader.line()));
    }
  }

  /// Told by the rows from here on that are not UTF-8, which wait meanwhile.
  private Charset charset() throws IOException {
    ByteArrayOutputStream sample = new ByteArrayOutputStream();
    List<Row> ahead = new ArrayList<>(waiting);
    waiting.clear();
    long bytes = 0;
    ahead.forEach(row -> sample(row, sample));
    while (sample.size() < SAMPLE && bytes < MOST_WAITING) {
      Optional<Row> next = reader.next();
      if (next.isEmpty()) {
        break;
      }
      bytes += sample(next.get(), sample);
      ahead.add(next.get());
    }
    waiting.addAll(ahead);
    return Decoder.decode(sample.toByteArray(), Optional.empty()).charset();
  }

  private static long sample(Row row, ByteArrayOutputStream sample) {
    if (!(row instanceof Row.Whole whole)) {
      return 0;
    }
    byte[] bytes = bytes(whole);
    if (!Utf8Scan.of(bytes).isUtf8()) {
      sample.writeBytes(bytes);
    }
    return bytes.length;
  }

  private static boolean isUtf8(Row.Whole row) {
    return Utf8Scan.of(bytes(row)).isUtf8();
  }

  private static byte[] bytes(Row.Whole row) {
    return (String.join("\n", row.fields()) + "\n").getBytes(ISO_8859_1);
  }

  private void take(Row next) {
    row++;
    switch (next) {
      case Row.Whole whole -> {
        if (row > 0) {
          keep(whole);
        }
      }
      case Row.Broken broken -> keep(broken);
      case Row.Oversized large -> lose(large);
    }
  }

  private void lose(Row.Oversized large) {
    String size = large.bytes() + " bytes in line " + large.line() + "; the limit is " + maxBytes;
    ready.add(new Found.Lost(member(), new Problem(OVERSIZED, size)));
    if (ByteLines.isHopeless(large.bytes(), maxBytes)) {
      fail(new Problem(OVERSIZED, "line " + large.line() + " does not end; stopped reading there"));
    }
  }

  private void keep(Row.Whole whole) {
    Charset charset = isUtf8(whole) ? UTF_8 : other.orElse(UTF_8);
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < whole.fields().size(); i++) {
      values.put(rows.name(i), new String(whole.fields().get(i).getBytes(ISO_8859_1), charset));
    }
    ready.add(rows.capture(origin, Long.toString(row), values, time));
  }

  private void keep(Row.Broken broken) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    broken.lines().forEach(line -> bytes.writeBytes(line.bytes()));
    long last = broken.lines().getLast().number();
    String place =
        last == broken.line() ? "line " + last : "lines " + broken.line() + " to " + last;
    ready.add(new Capture(
        member(),
        bytes.toByteArray(),
        Optional.of(Label.with(
            "text/csv", Label.BROKEN, "is a broken row (" + place + "): " + broken.why())),
        Optional.empty(),
        time));
  }

  private Origin member() {
    return origin.member(Long.toString(Math.max(row, 0)));
  }

  private void fail(Problem problem) {
    ready.add(new Found.Lost(origin, problem));
    close();
  }
}
