package org.pressmark.source;

import static org.pressmark.source.Boxes.bytes;
import static org.pressmark.source.Boxes.join;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A web archive written here, record by record.
final class Crawl {
  static final String DATE = "2021-09-29T08:15:00Z";

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final boolean isPacked;

  private Crawl(boolean isPacked) {
    this.isPacked = isPacked;
  }

  static Crawl plain() {
    return new Crawl(false);
  }

  /// Each record in a gzip member of its own.
  static Crawl packed() {
    return new Crawl(true);
  }

  /// Where the next record will begin.
  int at() {
    return file.size();
  }

  byte[] file() {
    return file.toByteArray();
  }

  Crawl raw(byte[] bytes) {
    file.writeBytes(bytes);
    return this;
  }

  Crawl add(byte[] record) {
    try {
      return raw(isPacked ? Boxes.gzip(record) : record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Crawl info() {
    return add(record("warcinfo", "", "software: none\r\n"));
  }

  Crawl page(String url, String page) {
    return add(record("response", "WARC-Target-URI: " + url + "\r\n", http("text/html", page)));
  }

  Crawl response(String url, String http) {
    return add(record("response", "WARC-Target-URI: " + url + "\r\n", http));
  }

  /// @param fields each with its line end
  static byte[] record(String type, String fields, String block) {
    return record(type, fields, Boxes.bytes(block));
  }

  static byte[] record(String type, String fields, byte[] block) {
    return record(type, fields, block, block.length);
  }

  /// @param length what the header says
  static byte[] record(String type, String fields, byte[] block, int length) {
    String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Date: " + DATE + "\r\n" + fields
        + "Content-Length: " + length + "\r\n\r\n";
    return join(bytes(head), block, bytes("\r\n\r\n"));
  }

  static String http(String mediaType, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + mediaType + "\r\nContent-Length: 3\r\n\r\n" + body;
  }
}
