package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 as WARC headers write it: `sha256:` and hexadecimal digits.
///
/// Most programs write base32. For a digest of this length it needs padding, and the equals sign is
/// no letter of a token (WARC 1.1, 4); without padding programs take it for base64.
public final class Digest {
  private static final int BUFFER_BYTES = 1 << 16;

  private Digest() {}

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// The digest of so many bytes of a file from its beginning on, or of all where there are fewer.
  static MessageDigest of(Path file, long bytes) throws IOException {
    MessageDigest sha256 = sha256();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      for (long at = 0; at < bytes; at += buffer.limit()) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), bytes - at));
        if (channel.read(buffer, at) < 0) {
          break;
        }
        sha256.update(buffer.flip());
      }
    }
    return sha256;
  }

  /// The digest of a file, in hexadecimal digits.
  static String hex(Path file) throws IOException {
    return hex(of(file, Long.MAX_VALUE).digest());
  }

  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  public static byte[] of(byte[] bytes) {
    return sha256().digest(bytes);
  }

  public static String text(byte[] digest) {
    return "sha256:" + hex(digest);
  }
}
