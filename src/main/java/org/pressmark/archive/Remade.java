package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A gzip member that differs from what compressing its content again gives, although its content
/// is whole: some bytes of a member carry no meaning, such as the time in its header or the bits
/// behind the last compressed one, and a change of them escapes every checksum but the manifest's.
///
/// @param at the first byte of the member
/// @param first the first byte that differs
/// @param bytes the member as it is when it is made again
@SuppressWarnings("ArrayRecordComponent") // the very bytes; nobody compares records of this
record Remade(long at, long first, byte[] bytes) {
  /// Looks through a file whose members can all be read.
  ///
  /// @param upTo how many of its bytes to look at, which end with a member
  static List<Remade> in(Path file, long upTo) throws IOException {
    List<Remade> found = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file);
        MemberReader members = new MemberReader(FileChannel.open(file), 0)) {
      for (long at = 0; at < upTo && members.open(); at = members.position()) {
        byte[] content = content(members);
        byte[] there = new byte[Math.toIntExact(members.position() - at)];
        channel.read(ByteBuffer.wrap(there), at);
        byte[] again = member(content, there);
        int first = Arrays.mismatch(there, again);
        if (first >= 0 && !Filler.is(content)) {
          found.add(new Remade(at, at + first, again));
        }
      }
    }
    return found;
  }

  private static byte[] content(MemberReader member) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteBuffer piece = ByteBuffer.allocate(1 << 13);
    while (member.read(piece.clear()) >= 0) {
      content.write(piece.array(), 0, piece.position());
    }
    return content.toByteArray();
  }

  /// As [MemberWriter] writes it, or once wrote it: as that which was like this member for longer.
  private static byte[] member(byte[] content, byte[] there) {
    byte[] now = member(content, MemberWriter.LEVEL);
    int first = Arrays.mismatch(there, now);
    if (first < 0) {
      return now;
    }
    byte[] once = member(content, Deflater.DEFAULT_COMPRESSION);
    int firstOfOnce = Arrays.mismatch(there, once);
    return firstOfOnce < 0 || firstOfOnce > first ? once : now;
  }

  private static byte[] member(byte[] content, int level) {
    Deflater deflater = new Deflater(level, true);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    member.writeBytes(MemberWriter.HEADER);
    deflater.setInput(content);
    deflater.finish();
    byte[] piece = new byte[1 << 13];
    while (!deflater.finished()) {
      member.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    member.writeBytes(trailer((int) checksum.getValue(), content.length));
    return member.toByteArray();
  }

  static byte[] trailer(int checksum, int length) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(checksum)
        .putInt(length)
        .array();
  }

  /// The digest that a file would have if these members were put into the place of their own.
  static String sum(Path file, List<Remade> members, long upTo) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      for (long at = 0; at < Math.min(upTo, channel.size()); at += buffer.limit()) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), upTo - at));
        channel.read(buffer, at);
        buffer.flip();
        for (Remade member : members) {
          member.layOver(buffer, at);
        }
        sha256.update(buffer);
      }
    }
    return Digest.hex(sha256.digest());
  }

  private void layOver(ByteBuffer piece, long at) {
    int from = (int) Math.max(0, this.at - at);
    int to = (int) Math.min(piece.limit(), this.at + bytes.length - at);
    if (from < to) {
      piece.put(from, bytes, (int) (at + from - this.at), to - from);
    }
  }
}
