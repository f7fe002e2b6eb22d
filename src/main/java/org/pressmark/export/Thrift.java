package org.pressmark.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// Structs in Thrift's compact protocol, in which Parquet writes all that is not data
/// (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md).
final class Thrift {
  private static final int TRUE = 1;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> lasts = new ArrayDeque<>();
  private int last;

  byte[] bytes() {
    return out.toByteArray();
  }

  Thrift i32(int id, int value) {
    field(id, I32);
    zigzag(value);
    return this;
  }

  Thrift i64(int id, long value) {
    field(id, I64);
    zigzag(value);
    return this;
  }

  Thrift yes(int id) {
    field(id, TRUE);
    return this;
  }

  Thrift string(int id, String value) {
    field(id, BINARY);
    return string(value);
  }

  /// An element of a list of strings.
  Thrift string(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /// An element of a list of numbers.
  Thrift element(int value) {
    zigzag(value);
    return this;
  }

  Thrift structs(int id, int size) {
    return list(id, size, STRUCT);
  }

  Thrift strings(int id, int size) {
    return list(id, size, BINARY);
  }

  Thrift numbers(int id, int size) {
    return list(id, size, I32);
  }

  private Thrift list(int id, int size, int type) {
    field(id, LIST);
    if (size < 15) {
      out.write(size << 4 | type);
    } else {
      out.write(0xf0 | type);
      varint(size);
    }
    return this;
  }

  /// Begins a struct that is a field.
  Thrift open(int id) {
    field(id, STRUCT);
    return open();
  }

  /// Begins a struct that is an element of a list.
  Thrift open() {
    lasts.push(last);
    last = 0;
    return this;
  }

  /// Ends the struct that was begun last, or the outermost one.
  Thrift close() {
    out.write(0);
    last = lasts.isEmpty() ? 0 : lasts.pop();
    return this;
  }

  /// @param id from 1 to 15 above the one before
  private void field(int id, int type) {
    out.write(id - last << 4 | type);
    last = id;
  }

  private void zigzag(long value) {
    varint(value << 1 ^ value >> 63);
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
