package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Percent-encoding (RFC 3986, 2.1) that gives every string back, even one with half a surrogate
/// pair in it, as the names of files on some systems have.
///
/// A half is encoded as its three bytes in generalized UTF-8: U+D83D is `%ED%A0%BD`.
final class Percent {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// What a path may hold besides letters and digits (RFC 3986, 3.3), without the colon, which may
  /// not stand in the first segment of a relative reference (4.2).
  static final String PATH = "/-._~!$&'()*+,;=@";

  /// What stands in a URI, its own percent signs included.
  static final String URI = "%:/?#[]@!$&'()*+,;=-._~";

  /// All that a header field's value may hold.
  static final String FIELD = " !\"#$&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private Percent() {}

  /// @param plain what stays as it is, besides ASCII letters and digits
  static String encode(String text, String plain) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      boolean edge = at == 0 || at == text.length() - 1;
      if (isAlphanumeric(letter) || (plain.indexOf(letter) >= 0 && !(letter == ' ' && edge))) {
        encoded.append((char) letter);
      } else {
        encodeByBytes(letter, encoded);
      }
      at += Character.charCount(letter);
    }
    return encoded.toString();
  }

  private static boolean isAlphanumeric(int letter) {
    return (letter >= '0' && letter <= '9')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= 'a' && letter <= 'z');
  }

  private static void encodeByBytes(int letter, StringBuilder encoded) {
    if (letter < 0x80) {
      escape(letter, encoded);
      return;
    }
    int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
    escape((0xff00 >> (more + 1)) | (letter >> (6 * more)), encoded);
    for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
      escape(0x80 | ((letter >> shift) & 0x3f), encoded);
    }
  }

  private static void escape(int octet, StringBuilder encoded) {
    encoded.append('%').append(HEX.toHexDigits((byte) octet));
  }

  /// @throws IllegalArgumentException if [#encode] cannot have written it
  static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int at = 0; at < encoded.length(); at++) {
      char c = encoded.charAt(at);
      if (c == '%') {
        if (at + 3 > encoded.length()) {
          throw new IllegalArgumentException("a percent sign at the end of " + encoded);
        }
        bytes.write(HexFormat.fromHexDigits(encoded, at + 1, at + 3));
        at += 2;
      } else if (c < 0x7f) {
        bytes.write(c);
      } else {
        throw new IllegalArgumentException("a letter that is not ASCII");
      }
    }
    return letters(bytes.toByteArray());
  }

  private static String letters(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int at = 0; at < bytes.length; ) {
      int lead = bytes[at++] & 0xff;
      int more = lead < 0xc0 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
      if ((lead >= 0x80 && lead < 0xc0) || at + more > bytes.length) {
        throw new IllegalArgumentException("percent signs that are not UTF-8");
      }
      int letter = more == 0 ? lead : lead & (0x3f >> more);
      for (; more > 0; more--) {
        letter = (letter << 6) | (bytes[at++] & 0x3f);
      }
      text.appendCodePoint(letter); // refuses what lies beyond U+10FFFF
    }
    return text.toString();
  }
}
