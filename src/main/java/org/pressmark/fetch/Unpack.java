package org.pressmark.fetch;

import static org.pressmark.fetch.Miss.Kind.BROKEN;
import static org.pressmark.fetch.Miss.Kind.OVERSIZED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Unpacks what a server has packed for the way (RFC 9110, 8.4), or a file that is packed itself.
final class Unpack {
  private static final int PIECE_BYTES = 1 << 13;

  /// A page is packed once; a second time is a mistake of a server, and a third one a bomb.
  private static final int MAX_LAYERS = 2;

  /// Text of a press is packed to a fifth, repetitive tables to a fiftieth.
  private static final int MAX_RATIO = 250;

  /// Names that servers have for no packing at all.
  private static final Set<String> NONE = Set.of("identity", "none", "binary", "utf-8");

  private final long maxBytes;
  private final ReplyReader.Overflow overflow;
  private final ReplyReader.Room room;

  Unpack(long maxBytes, ReplyReader.Overflow overflow, ReplyReader.Room room) {
    this.maxBytes = maxBytes;
    this.overflow = overflow;
    this.room = room;
  }

  /// The document, out of the body of an answer.
  byte[] document(Reply reply) throws Trouble, InterruptedException {
    List<String> codings = reply.fields().members("content-encoding").stream()
        .filter(coding -> !NONE.contains(coding))
        .toList();
    if (codings.size() > MAX_LAYERS) {
      throw Trouble.lasting(BROKEN, "is packed more than " + MAX_LAYERS + " times");
    }
    byte[] document = reply.body();
    for (String coding : codings.reversed()) {
      document = layer(coding, document);
    }
    return document;
  }

  private byte[] layer(String coding, byte[] packed) throws Trouble, InterruptedException {
    return switch (coding) {
      // What is no gzip was packed by nobody, whatever the server says of it.
      case "gzip", "x-gzip" -> isGzip(packed) ? gzip(packed) : packed;
      case "deflate" -> deflate(packed);
      default ->
        throw Trouble.lasting(
            BROKEN, "is packed in a way that was not asked for: \"" + coding + "\"");
    };
  }

  static boolean isGzip(byte[] bytes) { // RFC 1952, 2.3.1
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  byte[] gzip(byte[] packed) throws Trouble, InterruptedException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), PIECE_BYTES)) {
      return all(in, packed.length);
    } catch (IOException e) {
      throw broken();
    }
  }

  /// With the frame that it should have (RFC 1950), or as many servers send it, without.
  private byte[] deflate(byte[] packed) throws Trouble, InterruptedException {
    boolean isFramed = packed.length > 1
        && (packed[0] & 0x0f) == 8
        && ((packed[0] & 0xff) << 8 | packed[1] & 0xff) % 31 == 0;
    Inflater inflater = new Inflater(!isFramed);
    try (InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(packed), inflater, PIECE_BYTES)) {
      return all(in, packed.length);
    } catch (IOException e) {
      throw broken();
    } finally {
      inflater.end();
    }
  }

  private static Trouble broken() {
    return Trouble.passing(BROKEN, "can not be unpacked: it is broken, or broke off");
  }

  private byte[] all(InputStream in, int packedBytes)
      throws IOException, Trouble, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(PIECE_BYTES);
    byte[] piece = new byte[PIECE_BYTES];
    for (int read = read(in, piece); read > 0; read = read(in, piece)) {
      long more = bytes.size() + (long) read;
      boolean isBomb = more > Hold.SMALL_BYTES && more / MAX_RATIO > packedBytes;
      if (more > maxBytes || isBomb) {
        if (overflow == ReplyReader.Overflow.REFUSE) {
          throw tooLong(isBomb);
        }
        bytes.write(piece, 0, (int) Math.clamp(maxBytes - bytes.size(), 0, read));
        return bytes.toByteArray();
      }
      room.forBytes(more);
      bytes.write(piece, 0, read);
    }
    return bytes.toByteArray();
  }

  private Trouble tooLong(boolean isBomb) {
    return Trouble.lasting(
        OVERSIZED,
        isBomb
            ? "grows to more than " + MAX_RATIO
                + " times its size when it is unpacked, which no page" + " does"
            : "has more than " + maxBytes
                + " bytes when it is unpacked, which is the limit; raise it with --max-bytes if need"
                + " be");
  }

  /// Where the beginning will do, an end that is missing is no trouble.
  private int read(InputStream in, byte[] piece) throws IOException {
    try {
      return in.read(piece);
    } catch (EOFException | ZipException e) {
      if (overflow == ReplyReader.Overflow.CUT) {
        return -1;
      }
      throw e;
    }
  }
}
