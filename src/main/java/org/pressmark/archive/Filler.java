package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/// A WARC record that takes the place of damaged bytes, to the byte: what lies behind them stays
/// where it was, and so do all references to it. It says where the damaged bytes are now.
///
/// Its gzip member is not compressed, so that its length can be chosen.
final class Filler {
  private static final String END = "\r\n\r\n";

  /// Of the length of the block, with zeros before it: the longest array has ten.
  private static final int DIGITS = 10;

  /// No other record of an archive is of this type.
  static final String TYPE = "metadata";

  private static final String START = "WARC/1.1\r\nWARC-Type: " + TYPE + "\r\n";

  /// What a block of bytes that are not compressed holds at the most (RFC 1951, 3.2.4), and what it
  /// has besides.
  private static final int BLOCK = 65_535;

  private static final int BLOCK_HEAD = 5;
  private static final int ENDS = MemberWriter.HEADER.length + 8;

  private Filler() {}

  /// Empty where so few bytes can hold no record.
  ///
  /// @param bytes how long it has to be
  /// @param place of the damaged bytes, as messages say it
  /// @param part where they are now
  static Optional<byte[]> of(int bytes, String place, String part, Instant time) {
    int blocks = 1 + Math.max(0, bytes - ENDS - 1) / (BLOCK + BLOCK_HEAD);
    int length = bytes - ENDS - blocks * BLOCK_HEAD;
    String text = bytes + " damaged bytes stood here, set aside by a repair: " + part + "\n";
    return record(length, place, text, time)
        .or(() -> record(length, place, "", time))
        .map(Filler::member);
  }

  /// Whether a member's content is such a record.
  static boolean is(byte[] content) {
    byte[] start = START.getBytes(StandardCharsets.US_ASCII);
    return content.length > start.length
        && ByteBuffer.wrap(content, 0, start.length).equals(ByteBuffer.wrap(start));
  }

  private static Optional<byte[]> record(int length, String place, String text, Instant time) {
    String head = START + "WARC-Record-ID: <" + RecordId.damaged(place, time) + ">\r\nWARC-Date: "
        + time + "\r\nContent-Type: text/plain\r\nContent-Length: ";
    int block = length - head.length() - DIGITS - 2 * END.length();
    if (block < text.length()) {
      return Optional.empty();
    }
    String record = head
        + String.format(Locale.ROOT, "%0" + DIGITS + "d", block)
        + END
        + text
        + " ".repeat(block - text.length())
        + END;
    return Optional.of(record.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] member(byte[] record) {
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    member.writeBytes(MemberWriter.HEADER);
    for (int at = 0; at < record.length; at += BLOCK) {
      int length = Math.min(BLOCK, record.length - at);
      boolean isLast = at + length == record.length;
      member.writeBytes(ByteBuffer.allocate(BLOCK_HEAD)
          .order(ByteOrder.LITTLE_ENDIAN)
          .put((byte) (isLast ? 1 : 0))
          .putShort((short) length)
          .putShort((short) ~length)
          .array());
      member.write(record, at, length);
    }
    CRC32 checksum = new CRC32();
    checksum.update(record);
    member.writeBytes(Remade.trailer((int) checksum.getValue(), record.length));
    return member.toByteArray();
  }
}
