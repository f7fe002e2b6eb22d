package org.pressmark.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// As much of packed bytes as could be unpacked.
///
/// @param isWhole whether that is all
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Unpacked(byte[] bytes, boolean isWhole) {
  private static final int BUFFER_BYTES = 1 << 14;

  /// Makes a stream that unpacks.
  interface Format {
    InputStream open(InputStream packed) throws IOException;
  }

  /// @throws MessageException if it is more than so many bytes
  static Unpacked of(Format format, byte[] packed, long maxBytes) throws MessageException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = format.open(new ByteArrayInputStream(packed))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
        if (bytes.size() > maxBytes) {
          throw Payload.oversized(maxBytes);
        }
      }
      return new Unpacked(bytes.toByteArray(), true);
    } catch (MessageException e) {
      throw e;
    } catch (IOException e) { // of the format: bytes in memory can always be read
      return new Unpacked(bytes.toByteArray(), false);
    }
  }

  /// @param name of the coding
  /// @throws MessageException if there is nothing of it
  Payload payload(Payload packed, String name) throws MessageException {
    if (isWhole) {
      return new Payload(bytes, packed.remark());
    }
    if (bytes.length == 0) {
      throw new MessageException(
          MessageException.Kind.PACKED, "its body is packed as " + name + ", and broken");
    }
    return new Payload(bytes, packed.remark())
        .with("the " + name + " data are broken or end too early: only " + bytes.length
            + " bytes could be unpacked");
  }
}
