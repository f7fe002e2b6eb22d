package org.pressmark.source.warc;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.pressmark.source.unpack.Budget;
import org.pressmark.source.unpack.Peeking;
import org.pressmark.source.unpack.Rewinding;
import org.pressmark.source.unpack.TornException;

/// A file of Zstandard frames (RFC 8878, 3.1), most often one a record; skippable frames are passed
/// over.
public final class ZstdReel extends PackedReel {
  private static final int SIGN = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
  private static final int PIECE_BYTES = 1 << 16;

  private final Budget budget;
  private final Optional<byte[]> dictionary;
  private final ByteBuffer packed = ByteBuffer.allocateDirect(PIECE_BYTES);
  private final ByteBuffer unpacked = ByteBuffer.allocateDirect(PIECE_BYTES);
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private long passed;

  /// @param offset how many bytes of the file lie before
  /// @param dictionary what the frames have in common, where there is one
  public ZstdReel(Peeking in, long offset, Budget budget, Optional<byte[]> dictionary) {
    super(new Rewinding(in, offset), "zstd");
    this.budget = budget;
    this.dictionary = dictionary;
    begin();
  }

  @Override
  public int read(byte[] target) throws IOException {
    while (inside || open()) {
      before = bytes;
      unpacked.clear().limit(Math.min(target.length, PIECE_BYTES));
      boolean isEnd = unpack();
      int read = unpacked.flip().limit();
      unpacked.get(target, 0, read);
      bytes += read;
      budget.unpack(read);
      inside = !isEnd;
      if (read > 0) {
        return read;
      }
    }
    return -1;
  }

  /// Fills what there is room for; true at the end of the frame.
  private boolean unpack() throws IOException {
    while (true) {
      int count = Math.min(in.available(), PIECE_BYTES);
      packed.clear().put(in.array(), in.offset(), count).flip();
      int room = unpacked.remaining();
      boolean isEnd = isUnpacked();
      in.skip(packed.position());
      if (isEnd || !unpacked.hasRemaining()) {
        return isEnd;
      }
      if (count == 0 && unpacked.remaining() == room) {
        throw torn();
      }
    }
  }

  private boolean isUnpacked() throws IOException {
    try {
      return context.decompressDirectByteBufferStream(unpacked, packed);
    } catch (ZstdException e) {
      throw torn();
    }
  }

  private boolean open() throws IOException {
    while (in.available() > 0) {
      memberAt = in.at();
      passed += passed < 0 ? 0 : bytes;
      before = 0;
      bytes = 0;
      int sign = number();
      if (sign == SIGN) {
        in.rewind(memberAt);
        inside = true;
        return true;
      }
      if ((sign & SKIPPABLE_MASK) != SKIPPABLE) {
        throw new TornException(MALFORMED, "bytes that are no zstd data");
      }
      pass(number() & 0xFFFFFFFFL);
    }
    return false;
  }

  /// At the beginning, and behind what was broken.
  private void begin() {
    context.reset();
    dictionary.ifPresent(context::loadDict);
    inside = false;
  }

  /// In the order in which Zstandard has the bytes of a number.
  private int number() throws IOException {
    int number = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      int octet = in.read();
      if (octet < 0) {
        throw torn();
      }
      number |= octet << shift;
    }
    return number;
  }

  private void pass(long count) throws IOException {
    for (long left = count; left > 0; ) {
      int step = (int) Math.min(left, in.available());
      if (step == 0) {
        throw torn();
      }
      in.skip(step);
      left -= step;
    }
  }

  @Override
  public long passed() {
    return passed;
  }

  /// Looks for the next frame out of which anything comes. What was unpacked in vain may hold it
  /// already: bytes are missing then.
  @Override
  public boolean goOn() throws IOException {
    passed = -1;
    in.rewind(memberAt + 1);
    for (long at = nextSign(); at >= 0; at = nextSign()) {
      begin();
      boolean isFrame = givesAnything();
      if (isFrame || budget.isSpent()) {
        in.rewind(at);
        begin();
        return isFrame;
      }
      in.rewind(at + 1);
    }
    return false;
  }

  private boolean givesAnything() throws IOException {
    try {
      return read(new byte[WarcHead.SIGN_LENGTH]) > 0;
    } catch (TornException e) {
      return false;
    }
  }

  private long nextSign() throws IOException {
    int last = 0;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      last = last >>> Byte.SIZE | octet << (Integer.SIZE - Byte.SIZE);
      if (last == SIGN) {
        long at = in.at() - Integer.BYTES;
        in.rewind(at);
        return at;
      }
    }
    return -1;
  }

  @Override
  public void close() {
    context.close();
  }
}
