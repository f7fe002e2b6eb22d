package org.pressmark.http;

import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// A way to pack a body (RFC 9110, 8.4.1). Where a body is said to be packed and is not, as in what
/// crawlers keep that unpack and leave the header as it was, it is taken as it is.
sealed interface Coding {
  /// @throws MessageException if it unpacks to more than so many bytes, or cannot be unpacked
  Payload unpack(Payload packed, long maxBytes) throws MessageException;

  /// @param name in small letters
  static Coding named(String name) {
    return switch (name) {
      case "identity", "none", "binary", "utf-8" -> new Plain();
      case "gzip", "x-gzip" -> new Gzip();
      case "deflate" -> new Deflate();
      case "br" -> new Brotli();
      default -> new Unknown(name);
    };
  }

  /// No packing, under the names that servers have for it.
  record Plain() implements Coding {
    @Override
    public Payload unpack(Payload packed, long maxBytes) {
      return packed;
    }
  }

  record Gzip() implements Coding {
    @Override
    public Payload unpack(Payload packed, long maxBytes) throws MessageException {
      byte[] bytes = packed.bytes();
      if (bytes.length == 0) {
        return packed;
      }
      if (bytes.length < 3 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b || bytes[2] != 8) {
        return packed.with("said to be gzip, and is not");
      }
      return Unpacked.of(GZIPInputStream::new, bytes, maxBytes).payload(packed, "gzip");
    }
  }

  /// The zlib format, as it should be, or bare deflate data, as some servers send them.
  record Deflate() implements Coding {
    @Override
    public Payload unpack(Payload packed, long maxBytes) throws MessageException {
      byte[] bytes = packed.bytes();
      if (isZlib(bytes)) {
        return unpack(packed, maxBytes, new Inflater());
      }
      return isText(bytes)
          ? packed.with("said to be deflate, and is not")
          : unpack(packed, maxBytes, new Inflater(true));
    }

    // RFC 1950, 2.2
    private static boolean isZlib(byte[] bytes) {
      return bytes.length > 1
          && (bytes[0] & 0xf) == 8
          && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
    }

    private static Payload unpack(Payload packed, long maxBytes, Inflater inflater)
        throws MessageException {
      try {
        return Unpacked.of(in -> new InflaterInputStream(in, inflater), packed.bytes(), maxBytes)
            .payload(packed, "deflate");
      } finally {
        inflater.end();
      }
    }
  }

  /// RFC 7932. It has no mark at its beginning: what is said to be of it and cannot be unpacked is
  /// taken as it is where it is a text.
  record Brotli() implements Coding {
    @Override
    public Payload unpack(Payload packed, long maxBytes) throws MessageException {
      Unpacked unpacked = Unpacked.of(BrotliInputStream::new, packed.bytes(), maxBytes);
      return !unpacked.isWhole() && isText(packed.bytes())
          ? packed.with("said to be br, and is not")
          : unpacked.payload(packed, "br");
    }
  }

  /// @param name in small letters
  record Unknown(String name) implements Coding {
    @Override
    public Payload unpack(Payload packed, long maxBytes) throws MessageException {
      if (isText(packed.bytes())) {
        return packed.with("said to be packed as \"" + name + "\", and is not");
      }
      throw new MessageException(
          MessageException.Kind.PACKED,
          "its body is packed as \"" + name + "\", which is not known");
    }
  }

  /// Whether bytes begin as a text does, without the control signs that packed bytes are full of.
  private static boolean isText(byte[] bytes) {
    for (int at = 0; at < Math.min(bytes.length, 512); at++) {
      int sign = bytes[at] & 0xff;
      if (sign == 0x7f || (sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r')) {
        return false;
      }
    }
    return true;
  }
}
