package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.table.Columns;
import org.pressmark.source.unpack.Peeking;

/// A file with one JSON record a line, read line by line: it may be larger than memory.
///
/// A line's capture is the line without its end, `\n` or `\r\n`; the capture's member is the
/// line's number, from 1. Lines of white space are passed over.
final class JsonLines extends Backlog {
  private static final Set<String> NAMES = Set.of("jsonl", "ndjson");
  // A line this many times too long is not a line: a bomb of packed zeros would run for days.
  private static final int HOPELESS = 16;

  private final Origin origin;
  private final Peeking in;
  private final Optional<Instant> time;
  private final long maxBytes;
  private final Columns told;
  private final Remarks remarks;
  private final byte[] buffer = new byte[Peeking.HEAD];
  private int position;
  private int limit;
  private long line;
  private boolean isDescribed;

  JsonLines(Delivery delivery) {
    this.origin = delivery.origin();
    this.in = delivery.in();
    this.time = delivery.time();
    this.told = delivery.options().columns();
    this.remarks = delivery.nest().remarks();
    this.maxBytes = delivery.options().maxBytes();
  }

  /// Whether a file is read as lines of JSON: by its name or by its first two lines. Text that has
  /// zeros in it is none of this kind (it may be UTF-16, or not be text).
  static boolean speaksFor(Origin origin, byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
    }
    return NAMES.contains(FileName.extension(origin)) || JsonFile.startsWithTwoLines(head);
  }

  @Override
  public void close() {
    atEnd = true;
    in.closeQuietly();
  }

  @Override
  void read() {
    line++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      long length = readLine(bytes);
      if (length > maxBytes) {
        lose(OVERSIZED, length + " bytes in one line; the limit is " + maxBytes);
      } else {
        keep(bytes.toByteArray());
      }
      if (length / HOPELESS > maxBytes) {
        ready.add(new Found.Lost(
            origin,
            new Problem(OVERSIZED, "line " + line + " does not end; stopped reading there")));
        close();
      }
    } catch (IOException e) {
      fail(Trouble.problem(e, "in line " + line));
    }
    if (atEnd) {
      close();
    }
  }

  /// Puts one line into `bytes` as far as the limit allows, and says how long it is.
  private long readLine(ByteArrayOutputStream bytes) throws IOException {
    long length = 0;
    while (length / HOPELESS <= maxBytes) {
      if (position == limit) {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        if (limit == 0) {
          atEnd = true;
          return length;
        }
      }
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      length += position - start;
      if (length <= maxBytes) {
        bytes.write(buffer, start, position - start);
      }
      if (position < limit) {
        position++;
        return length;
      }
    }
    return length;
  }

  private void keep(byte[] bytes) {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    Slice slice = new Slice(0, end, Long.toString(line));
    if (!slice.isBlank(bytes)) {
      if (!isDescribed) {
        isDescribed = true;
        JsonRecord.describe(new String(bytes, 0, end, StandardCharsets.ISO_8859_1), told)
            .ifPresent(fields -> remarks.say(origin, fields));
      }
      ready.add(slice.capture(origin, bytes, time, told));
    }
  }

  private void lose(Problem.Kind kind, String why) {
    ready.add(new Found.Lost(origin.member(Long.toString(line)), new Problem(kind, why)));
  }

  private void fail(Problem problem) {
    ready.add(new Found.Lost(origin, problem));
    atEnd = true;
  }
}
