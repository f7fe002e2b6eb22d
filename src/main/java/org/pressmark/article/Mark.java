package org.pressmark.article;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/// A pressmark: the permanent id of a document, made from nothing but its bytes.
///
/// `pm-` and the first 20 lower-case base32 letters (RFC 4648, section 6) of the SHA-256 of the raw
/// bytes: 100 bits, so two documents of a billion share one with a chance of about 10^-12.
public record Mark(String value) implements Comparable<Mark> {
  private static final String PREFIX = "pm-";
  private static final int LETTERS = 20;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final Pattern FORM = Pattern.compile("pm-[a-z2-7]{20}");

  public Mark {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a pressmark; one looks like pm-mfrggzdfmztwq2lknnwg");
    }
  }

  public static Mark of(byte[] bytes) {
    return ofSha256(sha256(bytes));
  }

  /// @param digest the SHA-256 of the bytes
  public static Mark ofSha256(byte[] digest) {
    StringBuilder letters = new StringBuilder(PREFIX);
    for (int letter = 0; letter < LETTERS; letter++) {
      int bit = letter * 5;
      int pair = (digest[bit / 8] & 0xff) << 8 | digest[bit / 8 + 1] & 0xff;
      letters.append(BASE32.charAt(pair >> (11 - bit % 8) & 31));
    }
    return new Mark(letters.toString());
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(Mark other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
