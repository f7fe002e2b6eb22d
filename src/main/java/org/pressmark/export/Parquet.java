package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Parquet (https://parquet.apache.org/docs/file-format/), one row an article: strings in UTF-8,
/// several values as a list of strings, times as timestamps in UTC, packed with Zstandard.
///
/// Written here and not by a library: those that write Parquet bring Hadoop's classes or native
/// code
/// of many megabytes, for the one kind of file that is needed. Two other programs read it in a
/// test.
final class Parquet implements Table {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  // Packed; with the copies that are made of it, 64 MB of heap are enough.
  private static final long GROUP_BYTES = 4 << 20;
  private static final int GROUP_ROWS = 1 << 16;

  // Type, FieldRepetitionType and ConvertedType of parquet.thrift
  private static final int INT32 = 1;
  private static final int INT64 = 2;
  private static final int BYTE_ARRAY = 6;
  private static final int REQUIRED = 0;
  private static final int OPTIONAL = 1;
  private static final int REPEATED = 2;
  private static final int UTF8 = 0;
  private static final int LIST = 3;
  private static final int TIMESTAMP_MILLIS = 9;

  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public String about() {
    return "Parquet, the same table for DuckDB, pandas, Arrow and Spark";
  }

  @Override
  public Writing open(OutputStream out, Letterhead head) throws IOException {
    Rows rows = new Rows(out, head);
    rows.put(MAGIC);
    return rows;
  }

  /// A column in a group that is written.
  private record Written(Column column, long offset, long bytes, long unpacked, long values) {}

  private record Group(List<Written> columns, long rows) {
    long unpacked() {
      return columns.stream().mapToLong(Written::unpacked).sum();
    }
  }

  private static final class Rows implements Writing {
    private final OutputStream out;
    private final Letterhead head;
    private final List<Group> groups = new ArrayList<>();
    private List<ParquetChunk> chunks = chunks();
    private long offset;
    private int rows;

    Rows(OutputStream out, Letterhead head) {
      this.out = out;
      this.head = head;
    }

    private static List<ParquetChunk> chunks() {
      List<ParquetChunk> chunks = new ArrayList<>();
      for (Column column : Column.values()) {
        chunks.add(new ParquetChunk(column));
      }
      return chunks;
    }

    private void put(byte[] bytes) throws IOException {
      out.write(bytes);
      offset += bytes.length;
    }

    @Override
    public void add(Item item) throws IOException {
      for (ParquetChunk chunk : chunks) {
        chunk.add(chunk.column().values(item));
      }
      rows++;
      long bytes = chunks.stream().mapToLong(ParquetChunk::size).sum();
      if (rows >= GROUP_ROWS || bytes >= GROUP_BYTES) {
        endGroup();
      }
    }

    private void endGroup() throws IOException {
      List<Written> columns = new ArrayList<>();
      for (ParquetChunk chunk : chunks) {
        byte[] pages = chunk.end();
        columns.add(
            new Written(chunk.column(), offset, pages.length, chunk.unpacked(), chunk.count()));
        put(pages);
      }
      groups.add(new Group(columns, rows));
      chunks = chunks();
      rows = 0;
    }

    @Override
    public void finish() throws IOException {
      if (rows > 0) {
        endGroup();
      }
      byte[] footer = footer();
      put(footer);
      put(ByteBuffer.allocate(4)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(footer.length)
          .array());
      put(MAGIC);
    }

    private byte[] footer() {
      Thrift footer = new Thrift().i32(1, 1);
      schema(footer);
      footer.i64(3, groups.stream().mapToLong(Group::rows).sum());
      footer.structs(4, groups.size());
      groups.forEach(group -> write(group, footer));
      footer.structs(5, head.query().isPresent() ? 1 : 0);
      head.query()
          .ifPresent(query ->
              footer.open().string(1, "pressmark.query").string(2, query).close());
      return footer.string(6, head.program()).close().bytes();
    }
  }

  private static void schema(Thrift footer) {
    int elements = 1;
    for (Column column : Column.values()) {
      elements += column.kind() == Column.Kind.LIST ? 3 : 1;
    }
    footer.structs(2, elements);
    footer.open().string(4, "articles").i32(5, Column.values().length).close();
    for (Column column : Column.values()) {
      switch (column.kind()) {
        case TEXT -> text(footer, column.toString(), OPTIONAL);
        case NUMBER ->
          footer
              .open()
              .i32(1, INT32)
              .i32(3, REQUIRED)
              .string(4, column.toString())
              .close();
        case TIME ->
          footer
              .open()
              .i32(1, INT64)
              .i32(3, OPTIONAL)
              .string(4, column.toString())
              .i32(6, TIMESTAMP_MILLIS)
              .open(10) // logicalType
              .open(8) // TIMESTAMP
              .yes(1) // isAdjustedToUTC
              .open(2) // unit
              .open(1) // MILLIS
              .close()
              .close()
              .close()
              .close()
              .close();
        case LIST -> {
          footer
              .open()
              .i32(3, REQUIRED)
              .string(4, column.toString())
              .i32(5, 1)
              .i32(6, LIST)
              .open(10)
              .open(3) // LIST
              .close()
              .close()
              .close();
          footer.open().i32(3, REPEATED).string(4, "list").i32(5, 1).close();
          text(footer, "element", REQUIRED);
        }
      }
    }
  }

  private static void text(Thrift footer, String name, int repetition) {
    footer
        .open()
        .i32(1, BYTE_ARRAY)
        .i32(3, repetition)
        .string(4, name)
        .i32(6, UTF8)
        .open(10)
        .open(1) // STRING
        .close()
        .close()
        .close();
  }

  private static void write(Group group, Thrift footer) {
    footer.open().structs(1, group.columns().size());
    for (Written written : group.columns()) {
      footer.open().i64(2, written.offset());
      footer.open(3);
      footer.i32(
          1,
          switch (written.column().kind()) {
            case TEXT, LIST -> BYTE_ARRAY;
            case NUMBER -> INT32;
            case TIME -> INT64;
          });
      footer.numbers(2, 2).element(ParquetChunk.PLAIN).element(ParquetChunk.RLE);
      boolean isList = written.column().kind() == Column.Kind.LIST;
      footer.strings(3, isList ? 3 : 1).string(written.column().toString());
      if (isList) {
        footer.string("list").string("element");
      }
      footer
          .i32(4, ParquetChunk.ZSTD)
          .i64(5, written.values())
          .i64(6, written.unpacked())
          .i64(7, written.bytes())
          .i64(9, written.offset())
          .close()
          .close();
    }
    footer.i64(2, group.unpacked()).i64(3, group.rows()).close();
  }
}
