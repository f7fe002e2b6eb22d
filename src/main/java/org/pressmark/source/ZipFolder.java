package org.pressmark.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.pressmark.source.unpack.Peeking;
import org.pressmark.source.unpack.Region;

/// The directory at the end of a ZIP file: where it is, and how many records it has (PKWARE's
/// APPNOTE, 4.3.6).
///
/// @param start where its first record begins
/// @param bytes how long it is
/// @param shift how far everything lies behind where the directory says, because something stands
/// before the ZIP file
record ZipFolder(SeekableByteChannel file, long start, long bytes, long count, long shift) {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int LARGE_END = 0x06064b50;
  private static final int LARGE_END_LENGTH = 56;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;

  /// Empty where there is none: the file was cut off.
  static Optional<ZipFolder> of(SeekableByteChannel file) throws IOException {
    long size = file.size();
    int length = (int) Math.min(size, END_LENGTH + MAX_COMMENT);
    ByteBuffer tail = read(file, size - length, length);
    for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        Optional<ZipFolder> folder = of(file, size - length + at, tail, at);
        if (folder.isPresent()) {
          return folder;
        }
      }
    }
    return Optional.empty();
  }

  /// @param place where in the file the end record begins
  private static Optional<ZipFolder> of(
      SeekableByteChannel file, long place, ByteBuffer tail, int at) throws IOException {
    int comment = tail.getShort(at + 20) & 0xFFFF;
    if (at + END_LENGTH + comment > tail.limit()) {
      return Optional.empty(); // it goes on behind the file's end: cut off
    }
    Optional<ZipFolder> large = large(file, place - LOCATOR_LENGTH);
    if (large.isPresent()) {
      return large;
    }
    long bytes = tail.getInt(at + 12) & 0xFFFFFFFFL;
    long said = tail.getInt(at + 16) & 0xFFFFFFFFL;
    return checked(file, place - bytes, bytes, tail.getShort(at + 10) & 0xFFFF, said);
  }

  /// The end record of a file with more of anything than 16 or 32 bits can count.
  private static Optional<ZipFolder> large(SeekableByteChannel file, long locatorAt)
      throws IOException {
    ByteBuffer locator = read(file, locatorAt, LOCATOR_LENGTH);
    if (locator.limit() < LOCATOR_LENGTH || locator.getInt(0) != LOCATOR) {
      return Optional.empty();
    }
    for (long place : new long[] {locator.getLong(8), locatorAt - LARGE_END_LENGTH}) {
      ByteBuffer end = read(file, place, LARGE_END_LENGTH);
      if (end.limit() == LARGE_END_LENGTH && end.getInt(0) == LARGE_END) {
        return checked(
            file, place - end.getLong(40), end.getLong(40), end.getLong(32), end.getLong(48));
      }
    }
    return Optional.empty();
  }

  private static Optional<ZipFolder> checked(
      SeekableByteChannel file, long start, long bytes, long count, long said) throws IOException {
    ZipFolder folder = new ZipFolder(file, start, bytes, count, start - said);
    if (start < 0 || bytes < 0) {
      return Optional.empty();
    }
    return count == 0 || folder.next(folder.records()).isPresent()
        ? Optional.of(folder)
        : Optional.empty();
  }

  /// A stream that [#next] reads.
  DataInputStream records() {
    return new DataInputStream(
        new BufferedInputStream(new Region(file, start, bytes), Peeking.HEAD));
  }

  /// The next record; empty where there is none, or it is broken.
  Optional<ZipRecord> next(DataInputStream records) throws IOException {
    ByteBuffer fixed =
        ByteBuffer.wrap(records.readNBytes(ZipRecord.LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
    if (fixed.limit() < ZipRecord.LENGTH || fixed.getInt(0) != ZipRecord.SIGN) {
      return Optional.empty();
    }
    byte[] rest = records.readNBytes(ZipRecord.rest(fixed));
    return rest.length == ZipRecord.rest(fixed)
        ? Optional.of(ZipRecord.of(fixed, rest))
        : Optional.empty();
  }

  private static ByteBuffer read(SeekableByteChannel file, long at, int length) throws IOException {
    byte[] bytes = at < 0 ? new byte[0] : new Region(file, at, length).readNBytes(length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
