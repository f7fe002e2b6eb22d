package org.pressmark.source.warc;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.pressmark.source.unpack.Budget;
import org.pressmark.source.unpack.Packing;
import org.pressmark.source.unpack.Peeking;
import org.pressmark.source.unpack.TornException;

/// The dictionary at the beginning of a WARC file that is packed with zstd: what its records have
/// in common (Zstandard WARC, "Dictionary", in the IIPC's collection of WARC specifications).
public final class Dictionary {
  private static final int SIGN = 0x184D2A5D;
  private static final int HEAD_LENGTH = 8;
  private static final int MAX_BYTES = 16 << 20;

  private Dictionary() {}

  public static boolean isIn(byte[] head) {
    return head.length >= HEAD_LENGTH
        && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt() == SIGN;
  }

  /// How many bytes of the file it takes, where the file begins with one.
  public static long length(byte[] head) {
    return HEAD_LENGTH
        + (ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES)
            & 0xFFFFFFFFL);
  }

  /// It may be packed itself.
  public static byte[] read(Peeking in, Budget budget) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEAD_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
    int length = head.getInt(Integer.BYTES);
    byte[] bytes = in.readNBytes(Math.clamp(length, 0, MAX_BYTES));
    if (length <= 0 || bytes.length < length) {
      throw new TornException(MALFORMED, "the dictionary of the zstd data is broken or cut off");
    }
    if (!Packing.ZSTD.isIn(bytes)) {
      return bytes;
    }
    try (InputStream content =
        Packing.ZSTD.open(new Peeking(new ByteArrayInputStream(bytes)), budget)) {
      return content.readNBytes(MAX_BYTES);
    }
  }
}
