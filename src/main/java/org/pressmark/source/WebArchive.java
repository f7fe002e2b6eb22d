package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.unpack.Budget;
import org.pressmark.source.unpack.Limits;
import org.pressmark.source.unpack.Packing;
import org.pressmark.source.unpack.Peeking;
import org.pressmark.source.unpack.Region;
import org.pressmark.source.unpack.TornException;
import org.pressmark.source.warc.Dictionary;
import org.pressmark.source.warc.Frames;
import org.pressmark.source.warc.Reel;
import org.pressmark.source.warc.WarcHead;
import org.pressmark.source.warc.WarcRecord;
import org.pressmark.source.warc.ZstdReel;

/// The documents of a web archive: a WARC file (ISO 28500:2017) or an ARC file, its records packed
/// with gzip one by one, all together or not at all, or with zstd.
///
/// Each record is called by the byte of the file at which it begins. Where one is broken, the next
/// one is looked for, and what was passed over is told. A record is believed only when what follows
/// it is one, too, or the end.
final class WebArchive extends Backlog {
  // How much of a record is kept that nobody wants, to look in it for the next one.
  private static final long KEPT = 1 << 20;
  private static final long HEADERS = 1 << 20;

  /// Not one of those that are asked what unpacked bytes are.
  static final Shape SHAPE = new Shape((origin, head) -> isIn(head), WebArchive::open);

  private final Delivery delivery;
  private final Optional<byte[]> dictionary;
  private final Frames frames;
  private final Exchanges exchanges;
  private Optional<WarcRecord> last = Optional.empty();
  private long readBytes;
  private long rereadBytes;

  private WebArchive(Delivery delivery, Optional<byte[]> dictionary, long offset)
      throws IOException {
    this.delivery = delivery;
    this.dictionary = dictionary;
    frames = new Frames(reel(delivery.in(), offset));
    exchanges = new Exchanges(delivery, frames, this::original);
  }

  /// Whether the beginning of a file, as it stands on the disk, is that of a web archive.
  static boolean isIn(byte[] head) {
    if (isSign(head) || Dictionary.isIn(head)) {
      return true;
    }
    return Packing.of(head).map(packing -> isSign(beginning(packing, head))).orElse(false);
  }

  private static boolean isSign(byte[] head) {
    return WarcHead.isWarc(head, head.length)
        || new String(head, 0, Math.min(head.length, 32), StandardCharsets.US_ASCII)
            .startsWith("filedesc://");
  }

  private static byte[] beginning(Packing packing, byte[] head) {
    Budget any = new Budget(Limits.DEFAULTS, () -> head.length);
    try (InputStream in = packing.open(new Peeking(new ByteArrayInputStream(head)), any)) {
      return in.readNBytes(WarcHead.SIGN_LENGTH);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  static Documents open(Delivery delivery) throws IOException {
    byte[] head = delivery.in().head();
    if (!Dictionary.isIn(head)) {
      return new WebArchive(delivery, Optional.empty(), 0);
    }
    byte[] dictionary = Dictionary.read(delivery.in(), delivery.nest().budget());
    return new WebArchive(delivery, Optional.of(dictionary), Dictionary.length(head));
  }

  /// @param offset how many bytes of the file lie before
  private Reel reel(Peeking in, long offset) throws IOException {
    Budget budget = delivery.nest().budget();
    if (dictionary.isPresent()) {
      return new ZstdReel(in, offset, budget, dictionary);
    }
    Optional<Packing> packing = Packing.of(in.head());
    if (packing.isEmpty()) {
      return new Reel.Plain(in);
    }
    return switch (packing.get()) {
      case GZIP -> new Reel.Members(in, budget);
      case ZSTD -> new ZstdReel(in, offset, budget, dictionary);
      case BZIP2, XZ -> new Reel.Plain(new Peeking(packing.get().open(in, budget)));
    };
  }

  @Override
  public void close() {
    atEnd = true;
    frames.close();
    delivery.in().closeQuietly();
  }

  @Override
  void read() {
    Frames.Place at = frames.place();
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    try {
      frames.passLineEnds();
      boolean isMore = frames.fill();
      at = frames.place();
      if (!isMore || frames.beginsMember()) {
        settleLast();
      }
      if (!isMore) {
        finish();
        return;
      }
      WarcHead head = WarcHead.read(frames);
      settleLast();
      delivery.nest().budget().member();
      long keep = exchanges.wants(head) ? delivery.options().maxBytes() + HEADERS : KEPT;
      frames.take(head.length(), block, keep);
      readBytes += head.length();
      last = Optional.of(new WarcRecord(head, at, block.toByteArray()));
    } catch (WarcHead.NoHeadException e) {
      noHead(at, e);
    } catch (TornException e) {
      torn(at, e, block.toByteArray());
    } catch (IOException e) {
      finish();
      ready.add(new Found.Lost(delivery.origin(), Trouble.problem(e)));
    }
  }

  private void settleLast() {
    if (last.isPresent()) {
      WarcRecord record = last.get();
      last = Optional.empty();
      exchanges.take(record, ready);
    }
  }

  private void finish() {
    exchanges.finish(ready);
    close();
  }

  /// Where no record begins behind the last one, either that one's length is wrong, or there is
  /// rubbish behind it. Which of both, nobody can tell.
  private void noHead(Frames.Place at, WarcHead.NoHeadException e) {
    byte[] seen = e.bytes();
    Frames.Place from = at;
    String what = e.torn().problem().message();
    if (WarcHead.mayBegin(seen)) {
      settleLast();
    }
    if (last.isPresent()) {
      WarcRecord record = last.get();
      last = Optional.empty();
      from = record.place();
      what = "is longer or shorter than it says, " + record.head().length()
          + " bytes: no record begins behind it";
      seen = joined(record.block(), record.isWhole() ? e.bytes() : new byte[0]);
    }
    goOn(from, new Problem(MALFORMED, what), seen);
  }

  /// A record in a member of its own is lost with it, even if all of its bytes came out: they may
  /// not be what was packed. One that shares its member is not.
  private void torn(Frames.Place at, TornException e, byte[] seen) {
    Frames.Place from = frames.isBroken() && seen.length == 0 ? frames.placeOfBreak() : at;
    if (last.isPresent() && isLostWith(from, last.get().place())) {
      from = last.get().place();
      last = Optional.empty();
    }
    settleLast();
    goOn(from, e.problem(), frames.isBroken() ? new byte[0] : seen);
  }

  private static boolean isLostWith(Frames.Place from, Frames.Place record) {
    return record.offset() == 0 && from.member() == record.member();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /// Tells what was lost, and reads on at the next record: in what was read already, where that may
  /// hold it, or behind it.
  private void goOn(Frames.Place from, Problem problem, byte[] seen) {
    exchanges.finish(ready);
    Origin origin = delivery.origin().member(frames.name(from));
    try {
      int next = mayReread(seen.length) ? WarcHead.find(seen) : -1;
      if (next >= 0) {
        frames.unread(seen, next);
      }
      boolean isMore = next >= 0 || behind(problem);
      String place = isMore
          ? "; reading goes on at " + frames.name(frames.place())
          : "; nothing behind it could be read";
      ready.add(new Found.Lost(origin, new Problem(problem.kind(), problem.message() + place)));
      if (!isMore) {
        finish();
      }
    } catch (IOException e) {
      ready.add(new Found.Lost(origin, problem));
      finish();
    }
  }

  private boolean behind(Problem problem) throws IOException {
    boolean isLimit = problem.kind() == Problem.Kind.EXHAUSTING;
    if (isLimit) {
      return false;
    }
    if (frames.isBroken()) {
      frames.goOn();
    }
    return frames.seek();
  }

  /// Lengths that lie may make much of a file be read twice, but not again and again.
  private boolean mayReread(int bytes) {
    rereadBytes += bytes;
    return rereadBytes <= delivery.options().maxBytes() + 4 * readBytes;
  }

  /// The record that begins a gzip member, a zstd frame, or in a file that is not packed, at this
  /// byte.
  private Optional<WarcRecord> original(long at) {
    if (delivery.file().isEmpty()) {
      return Optional.empty();
    }
    try (FileChannel file = FileChannel.open(delivery.file().get())) {
      Peeking in = new Peeking(new BufferedInputStream(new Region(file, at, file.size() - at)));
      Frames there = new Frames(reel(in, at));
      ByteArrayOutputStream block = new ByteArrayOutputStream();
      WarcHead head = WarcHead.read(there);
      there.take(head.length(), block, delivery.options().maxBytes() + HEADERS);
      there.close();
      return Optional.of(new WarcRecord(head, new Frames.Place(at, 0, 0), block.toByteArray()));
    } catch (IOException e) {
      return Optional.empty(); // it could be read before; now the revisit stands alone
    }
  }
}
