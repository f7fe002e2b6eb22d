package org.pressmark.source.warc;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pressmark.source.unpack.Budget;
import org.pressmark.source.unpack.Peeking;
import org.pressmark.source.unpack.Rewinding;
import org.pressmark.source.unpack.TornException;

/// The unpacked bytes of a web archive, piece by piece, and where in the file each piece stands.
///
/// A piece never reaches from one member into the next: of gzip (RFC 1952, 2.2) or a frame of zstd.
public sealed interface Reel permits Reel.Plain, PackedReel {
  /// Puts the next bytes into `target`, and says how many; -1 at the end.
  ///
  /// @throws TornException where they are broken: then [#goOn] can be asked
  int read(byte[] target) throws IOException;

  /// Where the member begins that the last piece was of.
  long memberAt();

  /// How many bytes the last piece has before it in its member.
  long before();

  /// How many bytes came out of the members before that one; -1 where that is not known, because
  /// one of them is broken.
  long passed();

  /// Looks for the next member behind a broken one.
  boolean goOn() throws IOException;

  void close();

  /// A file that is packed nowhere, or was unpacked on the way.
  final class Plain implements Reel {
    private final Peeking in;
    private long bytes;
    private long before;

    public Plain(Peeking in) {
      this.in = in;
    }

    @Override
    public int read(byte[] target) throws IOException {
      before = bytes;
      int read = in.read(target, 0, target.length);
      bytes += Math.max(0, read);
      return read;
    }

    @Override
    public long memberAt() {
      return 0;
    }

    @Override
    public long before() {
      return before;
    }

    @Override
    public long passed() {
      return 0;
    }

    @Override
    public boolean goOn() {
      return false;
    }

    @Override
    public void close() {}
  }

  /// A file of gzip members, most often one a record.
  final class Members extends PackedReel {
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final Budget budget;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();

    public Members(Peeking in, Budget budget) {
      super(new Rewinding(in, 0), "gzip");
      this.budget = budget;
    }

    @Override
    public int read(byte[] target) throws IOException {
      int read = inflated(target);
      budget.unpack(Math.max(0, read));
      return read;
    }

    private int inflated(byte[] target) throws IOException {
      while (true) {
        if (!inside && !open()) {
          return -1;
        }
        before = bytes;
        int read = inflate(target);
        bytes += read;
        checksum.update(target, 0, read);
        if (inflater.finished()) {
          end();
        }
        if (read > 0) {
          return read;
        }
      }
    }

    private int inflate(byte[] target) throws IOException {
      try {
        while (true) {
          int read = inflater.inflate(target);
          if (read > 0 || inflater.finished()) {
            return read;
          }
          if (inflater.needsDictionary() || in.available() == 0) {
            throw torn();
          }
          feed();
        }
      } catch (DataFormatException e) {
        in.rewind(in.at() - inflater.getRemaining());
        throw torn();
      }
    }

    /// All that is at hand; what is left of it at the end of the member is given back there.
    private void feed() throws IOException {
      int count = in.available();
      inflater.setInput(in.array(), in.offset(), count);
      in.skip(count);
    }

    private void end() throws IOException {
      inside = false;
      in.rewind(in.at() - inflater.getRemaining());
      if (number() != checksum.getValue() || number() != (bytes & 0xFFFFFFFFL)) {
        throw torn();
      }
    }

    private boolean open() throws IOException {
      if (in.available() == 0) {
        return false;
      }
      memberAt = in.at();
      before = 0;
      bytes = 0;
      inflater.reset();
      checksum.reset();
      passHeader();
      inside = true;
      return true;
    }

    private void passHeader() throws IOException {
      if (octet() != 0x1f || octet() != 0x8b || octet() != 8) {
        throw new TornException(MALFORMED, "bytes that are no gzip data");
      }
      int flags = octet();
      if ((flags & RESERVED) != 0) {
        throw torn();
      }
      pass(6); // time, level, system
      if ((flags & EXTRA) != 0) {
        pass(octet() | octet() << 8);
      }
      passText((flags & NAME) != 0);
      passText((flags & COMMENT) != 0);
      pass((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
    }

    private void pass(int count) throws IOException {
      for (int left = count; left > 0; left--) {
        octet();
      }
    }

    private void passText(boolean isThere) throws IOException {
      int octet = isThere ? octet() : 0;
      while (octet != 0) {
        octet = octet();
      }
    }

    private long number() throws IOException {
      long number = 0;
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        number |= (long) octet() << shift;
      }
      return number;
    }

    private int octet() throws IOException {
      int octet = in.read();
      if (octet < 0) {
        throw torn();
      }
      return octet;
    }

    /// Nobody asks: members are called by where they begin.
    @Override
    public long passed() {
      return -1;
    }

    /// Only one that begins like a record counts. What was inflated in vain may hold the next
    /// member already: bytes are missing then.
    @Override
    public boolean goOn() throws IOException {
      in.rewind(Math.max(memberAt + 1, in.at() - (1 << 16)));
      for (long at = nextSign(); at >= 0; at = nextSign()) {
        if (beginsRecord()) {
          in.rewind(at);
          inside = false;
          return true;
        }
        in.rewind(at + 1);
      }
      return false;
    }

    private boolean beginsRecord() throws IOException {
      byte[] beginning = new byte[WarcHead.SIGN_LENGTH];
      try {
        open();
        int read = inflate(beginning);
        inside = false;
        return WarcHead.isIn(beginning, read);
      } catch (TornException e) {
        return false;
      }
    }

    private long nextSign() throws IOException {
      int before = -1;
      int last = -1;
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (before == 0x1f && last == 0x8b && octet == 8) {
          long at = in.at() - 3;
          in.rewind(at);
          return at;
        }
        before = last;
        last = octet;
      }
      return -1;
    }

    @Override
    public void close() {
      inflater.end();
    }
  }
}
