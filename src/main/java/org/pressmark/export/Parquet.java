package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// Parquet (https://parquet.apache.org/docs/file-format/), one row an article: strings in UTF-8,
/// several values as a list of strings, times as timestamps in UTC, packed with Zstandard.
final class Parquet implements Table {
  // Before it is packed; with the copies that are made of it, 64 MB of heap are enough.
  private static final long GROUP_BYTES = 8 << 20;
  private static final int PAGE_BYTES = 1 << 20;

  private static final MessageType SCHEMA = schema();

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
    ParquetWriter<Item> writer = new Builder(new Single(out), head)
        .withConf(new PlainParquetConfiguration())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withRowGroupSize(GROUP_BYTES)
        .withPageSize(PAGE_BYTES)
        .build();
    return new Writing() {
      @Override
      public void add(Item item) throws IOException {
        writer.write(item);
      }

      @Override
      public void finish() throws IOException {
        writer.close();
      }
    };
  }

  private static MessageType schema() {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (Column column : Column.values()) {
      schema.addField(type(column));
    }
    return schema.named("articles");
  }

  private static Type type(Column column) {
    String name = column.toString();
    return switch (column.kind()) {
      case TEXT ->
        Types.optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(name);
      case NUMBER -> Types.required(PrimitiveTypeName.INT32).named(name);
      case TIME ->
        Types.optional(PrimitiveTypeName.INT64)
            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
            .named(name);
      case LIST ->
        Types.requiredList()
            .requiredElement(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(name);
    };
  }

  /// Tells the library what a row is.
  private static final class Rows extends WriteSupport<Item> {
    private final Letterhead head;
    private @Nullable RecordConsumer row;

    Rows(Letterhead head) {
      this.head = head;
    }

    @Override
    public WriteContext init(ParquetConfiguration options) {
      Map<String, String> notes = new TreeMap<>();
      notes.put("pressmark.program", head.program());
      head.query().ifPresent(query -> notes.put("pressmark.query", query));
      return new WriteContext(SCHEMA, notes);
    }

    @Override
    public WriteContext init(Configuration options) {
      return init(new PlainParquetConfiguration());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      row = consumer;
    }

    @Override
    public void write(Item item) {
      RecordConsumer ready = Objects.requireNonNull(row);
      ready.startMessage();
      for (Column column : Column.values()) {
        write(column, column.values(item), ready);
      }
      ready.endMessage();
    }

    private static void write(Column column, List<String> values, RecordConsumer row) {
      String name = column.toString();
      int at = column.ordinal();
      if (column.kind() == Column.Kind.LIST) {
        row.startField(name, at);
        row.startGroup();
        list(values, row);
        row.endGroup();
        row.endField(name, at);
      } else if (!values.isEmpty()) {
        row.startField(name, at);
        value(column, values.getFirst(), row);
        row.endField(name, at);
      }
    }

    private static void list(List<String> values, RecordConsumer row) {
      if (values.isEmpty()) {
        return;
      }
      row.startField("list", 0);
      for (String value : values) {
        row.startGroup();
        row.startField("element", 0);
        row.addBinary(Binary.fromString(value));
        row.endField("element", 0);
        row.endGroup();
      }
      row.endField("list", 0);
    }

    private static void value(Column column, String value, RecordConsumer row) {
      switch (column.kind()) {
        case TEXT, LIST -> row.addBinary(Binary.fromString(value));
        case NUMBER -> row.addInteger(Integer.parseInt(value));
        case TIME -> row.addLong(Instant.parse(value).toEpochMilli());
      }
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Item, Builder> {
    private final Letterhead head;

    Builder(OutputFile file, Letterhead head) {
      super(file);
      this.head = head;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Item> getWriteSupport(Configuration options) {
      return new Rows(head);
    }

    @Override
    protected WriteSupport<Item> getWriteSupport(ParquetConfiguration options) {
      return new Rows(head);
    }
  }

  /// A stream that is written once, and stays open.
  private record Single(OutputStream out) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSize) {
      return new PositionOutputStream() {
        private long position;

        @Override
        public long getPos() {
          return position;
        }

        @Override
        public void write(int value) throws IOException {
          out.write(value);
          position++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          out.write(bytes, from, length);
          position += length;
        }

        @Override
        public void flush() throws IOException {
          out.flush();
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
