package org.pressmark.source.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pressmark.source.text.ByteLines;
import org.pressmark.source.text.ByteLines.Line;

/// The rows of a table of text, one after the other. Where a quote is missing, the rows around it
/// are lost and no others: reading goes on in the next line that is whole.
public final class RowReader {
  private final ByteLines in;
  private final Dialect dialect;
  private final long maxBytes;
  private final Deque<Line> back = new ArrayDeque<>();
  private Optional<Row> held = Optional.empty();
  private final Dialect.Reading table;
  private final int width;
  // Up to this line rows are read that have one line each: a quote before it is never closed.
  private long singleUntil;

  public sealed interface Row {
    /// @param line where it begins
    long line();

    /// @param fields a sign for each byte
    record Whole(long line, List<String> fields) implements Row {}

    /// @param lines as they stand in the file
    record Broken(long line, List<Line> lines, String why) implements Row {}

    /// A row larger than the limit.
    record Oversized(long line, long bytes) implements Row {}
  }

  public RowReader(ByteLines in, Dialect.Reading table, long maxBytes) {
    this.in = in;
    this.table = table;
    this.dialect = table.dialect();
    this.width = Math.max(table.first().size(), table.width());
    this.maxBytes = maxBytes;
  }

  public long line() {
    return in.number();
  }

  /// The next row; empty at the end. Rows of white space are passed over.
  public Optional<Row> next() throws IOException {
    Optional<Row> row = held.isPresent() ? held : read();
    held = Optional.empty();
    if (row.isPresent() && row.get() instanceof Row.Broken broken && isAmongBroken()) {
      return Optional.of(withOthers(broken));
    }
    return row;
  }

  /// The same with the broken rows right behind it, which are one with it.
  private Row withOthers(Row.Broken broken) throws IOException {
    List<Line> lines = new ArrayList<>(broken.lines());
    while (isAmongBroken()) {
      held = read();
      if (held.isEmpty() || !(held.get() instanceof Row.Broken more)) {
        break;
      }
      lines.addAll(more.lines());
      held = Optional.empty();
    }
    return new Row.Broken(broken.line(), lines, broken.why());
  }

  private boolean isAmongBroken() {
    return !back.isEmpty() && back.peek().number() < singleUntil;
  }

  private Optional<Row> read() throws IOException {
    Optional<Line> line = take();
    while (line.isPresent() && line.get().isBlank()) {
      line = take();
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(read(line.get()));
  }

  private Row read(Line first) throws IOException {
    if (!first.isWhole()) {
      return new Row.Oversized(first.number(), first.length());
    }
    FieldReader row = new FieldReader(dialect);
    List<Line> lines = new ArrayList<>(List.of(first));
    long bytes = first.length();
    row.feed(first.signs());
    while (row.isOpen()) {
      Optional<Line> more = first.number() < singleUntil ? Optional.empty() : take();
      bytes += more.map(Line::length).orElse(0L);
      if (more.isEmpty() || bytes > maxBytes || !row.feed(more.get().signs())) {
        return unclosed(lines, more, bytes > maxBytes);
      }
      lines.add(more.get());
    }
    return judge(row.fields(), lines);
  }

  /// Puts back all lines but the first.
  private Row unclosed(List<Line> lines, Optional<Line> next, boolean isLong) {
    Line first = lines.getFirst();
    List<Line> others = new ArrayList<>(lines.subList(1, lines.size()));
    next.ifPresent(others::add);
    if (!others.isEmpty()) {
      boolean isTold = next.isPresent() && !isLong;
      singleUntil = others.getLast().number() + (isTold ? 0 : 1);
      others.reversed().forEach(back::push);
    }
    return new Row.Broken(first.number(), List.of(first), "a quote that opens in it is not closed");
  }

  private Row judge(List<String> fields, List<Line> lines) {
    long number = lines.getFirst().number();
    if (fields.size() > width
        && fields.subList(width, fields.size()).stream().anyMatch(field -> !field.isBlank())) {
      return new Row.Broken(
          number,
          lines,
          fields.size() + " fields, where there are " + width
              + " columns; is a delimiter or a quote in a field that has no quotes around it?");
    }
    boolean isTorn = fields.size() < width && isLast(lines.getLast());
    if (isTorn || (number < singleUntil && !table.fits(fields))) {
      return new Row.Broken(
          number,
          lines,
          "only " + fields.size() + " of " + width + " fields" + (isTorn ? ": it is cut off" : ""));
    }
    return new Row.Whole(number, fields);
  }

  /// Whether the file ends in this line, without an end of the line.
  private static boolean isLast(Line line) {
    return line.bytes()[line.bytes().length - 1] != '\n';
  }

  private Optional<Line> take() throws IOException {
    return back.isEmpty() ? in.next() : Optional.of(back.pop());
  }
}
