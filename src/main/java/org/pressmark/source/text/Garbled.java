package org.pressmark.source.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Text that somebody read in a wrong charset and saved as UTF-8: of a page in GBK, whose
/// declaration still says so, `游轮` became the four signs `ÓÎÂÖ`.
///
/// To undo it, the signs become bytes again, by the charsets of Western Europe that are taken where
/// nobody knows better, and those are read as the page declares.
public final class Garbled {
  // The first that can write all signs of the text: where two can, their bytes are the same.
  private static final List<Charset> MISTAKES = List.of(
      Charset.forName("ISO-8859-15"), Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

  // Fewer signs beyond ASCII may be names and quotation marks.
  private static final int ENOUGH = 40;

  private Garbled() {}

  /// The bytes as they were, if a text was garbled: read as declared, they are hardly ever not of
  /// that charset, and mostly letters that Western Europe does not have.
  public static Optional<byte[]> undo(String text, Charset declared) {
    long beyond = text.chars().filter(sign -> sign > 0x7F).count();
    long foreign = text.chars().filter(Garbled::isForeign).count();
    if (beyond < ENOUGH || foreign * 100 > beyond) {
      return Optional.empty();
    }
    byte[] best = new byte[0];
    long fewest = beyond / 50;
    for (Charset mistake : MISTAKES) {
      byte[] bytes = text.getBytes(mistake);
      String again = new String(bytes, declared);
      long wrong = again.chars().filter(sign -> sign == '\uFFFD').count()
          + new String(bytes, mistake).chars().filter(sign -> sign == '?').count()
          - text.chars().filter(sign -> sign == '?').count();
      long read = again.chars().filter(Garbled::isForeign).count();
      if (wrong < fewest && read * 3 > beyond) {
        best = bytes;
        fewest = wrong;
      }
    }
    return best.length == 0 ? Optional.empty() : Optional.of(best);
  }

  /// Letters beyond those of Western Europe.
  private static boolean isForeign(int sign) {
    return sign >= 0x250 && Character.isLetter(sign);
  }
}
