package org.pressmark.source.warc;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.pressmark.source.unpack.TornException;

/// The bytes of a web archive as its records see them, with the place of each in the file.
public final class Frames {
  private static final int PIECE_BYTES = 1 << 16;

  private final Reel reel;
  private byte[] piece = new byte[PIECE_BYTES];
  private int position;
  private int limit;
  private long memberAt;
  private long before;
  private long passed;
  private boolean isBroken;

  /// @param member where a gzip member or a zstd frame begins, in bytes of the file; 0 where
  /// nothing is packed
  /// @param offset how many unpacked bytes lie before, from there
  /// @param passed how many came out of the members before; -1 where that is not known
  public record Place(long member, long offset, long passed) {}

  public Frames(Reel reel) {
    this.reel = reel;
  }

  /// Sees to it that there is a next byte; false at the end.
  public boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    if (piece.length != PIECE_BYTES) {
      piece = new byte[PIECE_BYTES];
    }
    position = 0;
    limit = 0;
    isBroken = true;
    limit = Math.max(0, reel.read(piece));
    isBroken = false;
    memberAt = reel.memberAt();
    before = reel.before();
    passed = reel.passed();
    return limit > 0;
  }

  /// Whether the last try to read on has failed.
  public boolean isBroken() {
    return isBroken;
  }

  /// Where the next byte stands, or would, if it could be had.
  public Place placeOfBreak() {
    return reel.memberAt() == memberAt ? place() : new Place(reel.memberAt(), 0, reel.passed());
  }

  public int peek() {
    return piece[position];
  }

  public int read() {
    return piece[position++] & 0xFF;
  }

  public Place place() {
    return new Place(memberAt, before + position, passed);
  }

  /// Whether the next byte begins a gzip member or a zstd frame.
  public boolean beginsMember() {
    return !(reel instanceof Reel.Plain) && before + position == 0;
  }

  /// What a record is called that begins there: `48213` where it begins a member, or in a file that
  /// is not packed; `0+5120` inside a member. In a file of zstd frames, `48213` is the byte of all
  /// that comes out of them, and `17000+0` the frame at byte 17,000 behind a broken one.
  public String name(Place place) {
    return switch (reel) {
      case Reel.Plain plain -> Long.toString(place.offset());
      case Reel.Members members ->
        place.offset() == 0 ? Long.toString(place.member()) : inMember(place);
      case ZstdReel frames ->
        place.passed() < 0 ? inMember(place) : Long.toString(place.passed() + place.offset());
    };
  }

  private static String inMember(Place place) {
    return place.member() + "+" + place.offset();
  }

  /// The byte of the file from which a record can be read by itself; empty inside a member.
  public OptionalLong seekable(Place place) {
    return switch (reel) {
      case Reel.Plain plain -> OptionalLong.of(place.offset());
      case Reel.Members members -> member(place);
      case ZstdReel frames -> member(place);
    };
  }

  private static OptionalLong member(Place place) {
    return place.offset() == 0 ? OptionalLong.of(place.member()) : OptionalLong.empty();
  }

  /// Leaves behind the empty lines between records.
  public void passLineEnds() throws IOException {
    while (fill() && (peek() == '\r' || peek() == '\n')) {
      position++;
    }
  }

  /// Takes the block of a record.
  ///
  /// @param block takes its bytes, as many as are kept
  /// @param keep how many that are
  /// @throws TornException if the file ends before it does, or another record begins in it
  public void take(long length, ByteArrayOutputStream block, long keep) throws IOException {
    long member = memberAt;
    long left = length;
    while (left > 0) {
      if (!fill()) {
        throw new TornException(
            MALFORMED,
            "is cut off: of " + length + " bytes only " + (length - left) + " are there");
      }
      if (memberAt != member && beginsMember() && WarcHead.isWarc(piece, limit)) {
        throw new TornException(
            MALFORMED, "is shorter than it says: " + (length - left) + " bytes, not " + length);
      }
      member = memberAt;
      int count = (int) Math.min(left, limit - position);
      int kept = (int) Math.min(count, Math.max(0, keep - block.size()));
      block.write(piece, position, kept);
      position += count;
      left -= count;
    }
  }

  /// Puts bytes back that were the last to be taken.
  public void unread(byte[] bytes, int from) {
    byte[] joined = Arrays.copyOfRange(bytes, from, bytes.length + limit - position);
    System.arraycopy(piece, position, joined, bytes.length - from, limit - position);
    before = Math.max(0, before + position - (bytes.length - from));
    piece = joined;
    position = 0;
    limit = joined.length;
  }

  /// Goes to where the next record begins, over whatever lies before it; false if there is none.
  public boolean seek() throws IOException {
    byte[] sign = {'\n', 'W', 'A', 'R', 'C', '/'};
    int known = 0;
    while (true) {
      try {
        if (!fill()) {
          return false;
        }
        if (beginsMember() && WarcHead.isIn(piece, limit)) {
          return true;
        }
        int octet = read();
        known = octet == sign[known] ? known + 1 : octet == sign[0] ? 1 : 0;
        if (known == sign.length) {
          unread(sign, 1);
          return true;
        }
      } catch (TornException e) {
        if (!goOn()) {
          return false;
        }
        known = 0;
      }
    }
  }

  /// Goes behind a member that is broken.
  public boolean goOn() throws IOException {
    position = 0;
    limit = 0;
    isBroken = !reel.goOn();
    memberAt = reel.memberAt();
    passed = reel.passed();
    before = 0;
    return !isBroken;
  }

  public void close() {
    reel.close();
  }
}
