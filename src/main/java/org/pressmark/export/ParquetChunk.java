package org.pressmark.export;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// The values of one column in one group of rows, in pages of about a mebibyte.
///
/// Values are written one behind the other (PLAIN); where there may be none, or several, levels
/// before them say so, as runs of equal ones (RLE).
final class ParquetChunk {
  static final int ZSTD = 6; // CompressionCodec
  static final int PLAIN = 0; // Encoding
  static final int RLE = 3;

  private static final int PAGE_BYTES = 1 << 20;
  private static final int ZSTD_LEVEL = 3;

  private final Column column;
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private ByteArrayOutputStream values = new ByteArrayOutputStream();
  private Levels definitions = new Levels();
  private Levels repetitions = new Levels();
  private int inPage;
  private long count;
  private long unpacked;

  ParquetChunk(Column column) {
    this.column = column;
  }

  /// Runs of one level, 0 or 1.
  private static final class Levels {
    private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
    private int level;
    private int length;

    void add(int next) {
      if (length > 0 && next != level) {
        flush();
      }
      level = next;
      length++;
    }

    private void flush() {
      for (int left = length << 1; ; left >>>= 7) {
        if (left < 0x80) {
          runs.write(left);
          break;
        }
        runs.write(left & 0x7f | 0x80);
      }
      runs.write(level);
      length = 0;
    }

    /// Their length in four bytes, then the runs.
    void writeTo(ByteArrayOutputStream page) {
      flush();
      write(page, runs.size());
      page.writeBytes(runs.toByteArray());
    }
  }

  void add(List<String> row) {
    switch (column.kind()) {
      case TEXT -> addOptional(row);
      case TIME -> addOptional(row);
      case NUMBER -> {
        write(values, Integer.parseInt(row.getFirst()));
        inPage++;
      }
      case LIST -> addList(row);
    }
    if (values.size() >= PAGE_BYTES) {
      endPage();
    }
  }

  private void addOptional(List<String> row) {
    definitions.add(row.isEmpty() ? 0 : 1);
    row.forEach(this::addValue);
    inPage++;
  }

  private void addList(List<String> row) {
    if (row.isEmpty()) {
      definitions.add(0);
      repetitions.add(0);
      inPage++;
    }
    for (int at = 0; at < row.size(); at++) {
      definitions.add(1);
      repetitions.add(at == 0 ? 0 : 1);
      addValue(row.get(at));
      inPage++;
    }
  }

  private void addValue(String value) {
    if (column.kind() == Column.Kind.TIME) {
      long millis = Instant.parse(value).toEpochMilli();
      write(values, (int) millis);
      write(values, (int) (millis >> 32));
    } else {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      write(values, bytes.length);
      values.writeBytes(bytes);
    }
  }

  /// In four bytes, the lowest first.
  private static void write(ByteArrayOutputStream out, int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }

  private void endPage() {
    if (inPage == 0) {
      return;
    }
    ByteArrayOutputStream page = new ByteArrayOutputStream(values.size() + 64);
    if (column.kind() == Column.Kind.LIST) {
      repetitions.writeTo(page);
    }
    if (column.kind() != Column.Kind.NUMBER) {
      definitions.writeTo(page);
    }
    page.writeBytes(values.toByteArray());
    byte[] packed = Zstd.compress(page.toByteArray(), ZSTD_LEVEL);
    byte[] header = new Thrift()
        .i32(1, 0) // DATA_PAGE
        .i32(2, page.size())
        .i32(3, packed.length)
        .open(5)
        .i32(1, inPage)
        .i32(2, PLAIN)
        .i32(3, RLE)
        .i32(4, RLE)
        .close()
        .close()
        .bytes();
    pages.writeBytes(header);
    pages.writeBytes(packed);
    unpacked += header.length + page.size();
    count += inPage;
    inPage = 0;
    values = new ByteArrayOutputStream();
    definitions = new Levels();
    repetitions = new Levels();
  }

  /// How many bytes are kept for it by now.
  long size() {
    return pages.size() + (long) values.size();
  }

  /// All pages, when the last row is in.
  byte[] end() {
    endPage();
    return pages.toByteArray();
  }

  Column column() {
    return column;
  }

  /// How many values it has, those that are missing among them.
  long count() {
    return count;
  }

  /// How many bytes its pages would be without compression.
  long unpacked() {
    return unpacked;
  }
}
