package org.pressmark.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.netpreserve.jwarc.WarcDigest;
import org.pressmark.article.Mark;

/// SHA-256 as WARC headers write it: `sha256:` and hexadecimal digits.
///
/// Most programs write base32. For a digest of this length it needs padding, and the equals sign is
/// no letter of a token (WARC 1.1, 4); without padding programs take it for base64.
final class Digest {
  private Digest() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] of(byte[] bytes) {
    return sha256().digest(bytes);
  }

  static String text(byte[] digest) {
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  static Mark mark(byte[] digest) {
    String letters = new WarcDigest("sha256", digest).base32().toLowerCase(Locale.ROOT);
    return new Mark("pm-" + letters.substring(0, 20));
  }
}
