package org.pressmark.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// A response as a server would send it, step by step:
/// `Response.of("<p>Hello").gzipped().chunked(7).bytes()`.
public final class Response {
  private final StringBuilder head = new StringBuilder();
  private byte[] body;

  private Response(String statusLine, byte[] body) {
    this.body = body;
    head.append(statusLine).append("\r\n");
  }

  public static Response of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8))
        .with("Content-Type", "text/html; charset=utf-8");
  }

  public static Response of(byte[] body) {
    return of("HTTP/1.1 200 OK", body);
  }

  public static Response of(String statusLine, byte[] body) {
    return new Response(statusLine, body);
  }

  public Response with(String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  public Response gzipped() {
    body = gzip(body);
    return with("Content-Encoding", "gzip");
  }

  /// Deflate data in the zlib format, or bare.
  Response deflated(boolean isBare) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, isBare);
    body = written(packed, new DeflaterOutputStream(packed, deflater), body);
    deflater.end();
    return with("Content-Encoding", "deflate");
  }

  /// In chunks of so many bytes, and one of what is left.
  public Response chunked(int bytes) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += bytes) {
      int length = Math.min(bytes, body.length - at);
      chunks.writeBytes(latin1(Integer.toHexString(length) + "\r\n"));
      chunks.write(body, at, length);
      chunks.writeBytes(latin1("\r\n"));
    }
    chunks.writeBytes(latin1("0\r\n\r\n"));
    body = chunks.toByteArray();
    return with("Transfer-Encoding", "chunked");
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(latin1(head + "\r\n"));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try {
      return written(packed, new GZIPOutputStream(packed), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(ByteArrayOutputStream to, OutputStream through, byte[] bytes) {
    try (through) {
      through.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to.toByteArray();
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
