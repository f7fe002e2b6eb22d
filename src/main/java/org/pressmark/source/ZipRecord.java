package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/// What the directory of a ZIP file says of one of its files (APPNOTE, 4.3.12).
///
/// @param host the system it was packed on, which gives `attributes` their meaning
/// @param packed how many bytes it has in the file
/// @param size how many it has unpacked
/// @param at where its own header begins
record ZipRecord(
    String name,
    int host,
    int flags,
    int method,
    long checksum,
    long packed,
    long size,
    int attributes,
    long at,
    Optional<Instant> time) {
  static final int SIGN = 0x02014b50;
  static final int LENGTH = 46;

  private static final int UTF8_NAME = 1 << 11;
  private static final int UNIX = 3;
  private static final int MAC = 19;
  private static final int LINK_MODE = 0xA000;
  private static final int MODE_MASK = 0xF000;
  private static final long LARGE = 0xFFFFFFFFL;

  // Extra fields, APPNOTE 4.5.2, and Info-ZIP's.
  private static final int ZIP64 = 0x0001;
  private static final int TIMES = 0x5455;
  private static final int UNICODE_NAME = 0x7075;

  /// How many bytes follow the fixed part: name, extra fields and comment.
  static int rest(ByteBuffer fixed) {
    return unsigned(fixed, 28) + unsigned(fixed, 30) + unsigned(fixed, 32);
  }

  /// @param rest as many bytes as [#rest] says
  static ZipRecord of(ByteBuffer fixed, byte[] rest) {
    int nameLength = unsigned(fixed, 28);
    Extras extras = new Extras(ByteBuffer.wrap(rest, nameLength, unsigned(fixed, 30))
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN));
    long[] sizes = {fixed.getInt(24) & LARGE, fixed.getInt(20) & LARGE, fixed.getInt(42) & LARGE};
    extras.enlarge(sizes);
    int flags = unsigned(fixed, 8);
    byte[] name = Arrays.copyOf(rest, nameLength);
    return new ZipRecord(
        extras.name().orElseGet(() -> name(name, (flags & UTF8_NAME) != 0)),
        fixed.get(5) & 0xFF,
        flags,
        unsigned(fixed, 10),
        fixed.getInt(16) & LARGE,
        sizes[1],
        sizes[0],
        fixed.getInt(38),
        sizes[2],
        extras.time().or(() -> dosTime(unsigned(fixed, 14), unsigned(fixed, 12))));
  }

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean isLink() {
    return (host == UNIX || host == MAC) && (attributes >>> 16 & MODE_MASK) == LINK_MODE;
  }

  boolean isEncrypted() {
    return (flags & 1) != 0;
  }

  /// In UTF-8, whether it says so or not, or else in the charset of the first PCs (APPNOTE, D.1).
  static String name(byte[] bytes, boolean isUtf8) {
    String name;
    try {
      name = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      Charset old =
          Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
      name = new String(bytes, isUtf8 ? StandardCharsets.ISO_8859_1 : old);
    }
    // Some programs on Windows do not write the `/` that the format asks for (APPNOTE, 4.4.17.1).
    return name.indexOf('/') < 0 ? name.replace('\\', '/') : name;
  }

  /// Local time of a zone that nobody noted: taken as it stands.
  private static Optional<Instant> dosTime(int date, int time) {
    try {
      return Optional.of(LocalDateTime.of(
              1980 + (date >> 9),
              date >> 5 & 0xF,
              date & 0x1F,
              time >> 11,
              time >> 5 & 0x3F,
              Math.min(59, (time & 0x1F) * 2))
          .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  /// The fields that later versions of the format have added.
  private record Extras(ByteBuffer bytes) {
    private static final int HEAD = 4;

    /// What is inside the field; empty where there is none of this kind.
    private Optional<ByteBuffer> field(int kind) {
      int at = 0;
      while (at + HEAD <= bytes.limit()) {
        int length = unsigned(bytes, at + 2);
        if (at + HEAD + length > bytes.limit()) {
          return Optional.empty();
        }
        if (unsigned(bytes, at) == kind) {
          return Optional.of(bytes.slice(at + HEAD, length).order(ByteOrder.LITTLE_ENDIAN));
        }
        at += HEAD + length;
      }
      return Optional.empty();
    }

    /// Puts the true values for those that have no room in the fixed part, in this order.
    void enlarge(long[] values) {
      Optional<ByteBuffer> field = field(ZIP64);
      if (field.isPresent()) {
        for (int i = 0; i < values.length; i++) {
          if (values[i] == LARGE && field.get().remaining() >= Long.BYTES) {
            values[i] = field.get().getLong();
          }
        }
      }
    }

    Optional<Instant> time() {
      return field(TIMES)
          .filter(field -> field.limit() >= 5 && (field.get(0) & 1) != 0)
          .map(field -> Instant.ofEpochSecond(field.getInt(1)));
    }

    Optional<String> name() {
      return field(UNICODE_NAME).filter(field -> field.limit() > 5).map(field -> {
        byte[] name = new byte[field.limit() - 5];
        field.get(5, name);
        return ZipRecord.name(name, true);
      });
    }
  }
}
