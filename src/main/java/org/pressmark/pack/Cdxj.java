package org.pressmark.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.URIs;
import org.pressmark.archive.Digest;
import org.pressmark.archive.Lookup;
import org.pressmark.json.JsonLine;

/// The index of a package's WARC files, in the two files that its players read:
///
/// - `index.cdx.gz` has a line a capture, in order, 300 lines a gzip member (CDXJ);
/// - `index.idx` has a line a member, which says with what it begins and where it is, so that one
///   address can be found without reading the rest.
final class Cdxj {
  static final String LINES = "indexes/index.cdx.gz";
  static final String BLOCKS = "indexes/index.idx";

  private static final int BLOCK_LINES = 300;
  private static final int MAX_LETTERS = 1 << 24;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Draft draft;
  private final Sorter sorter;

  Cdxj(Draft draft) {
    this.draft = draft;
    this.sorter = new Sorter(draft, MAX_LETTERS);
  }

  /// @param file the name of the WARC file in `archive/`
  /// @param offset where the record begins in it
  void add(Lookup capture, String file, long offset) throws IOException {
    sorter.add(line(capture, file, offset));
  }

  /// `example,news)/storm 20240501120000 {"url":"https://news.example/storm",…}`
  static String line(Lookup capture, String file, long offset) {
    return key(capture.target()) + " " + TIME.format(capture.time()) + " "
        + JsonLine.of(json -> {
          json.writeStringProperty("url", capture.target());
          json.writeStringProperty(
              "mime", capture.mediaType().isEmpty() ? "unk" : capture.mediaType());
          json.writeStringProperty("status", status(capture));
          json.writeStringProperty("digest", capture.digest());
          json.writeStringProperty("length", Long.toString(capture.length()));
          json.writeStringProperty("offset", Long.toString(offset));
          json.writeStringProperty("filename", file);
        });
  }

  /// A `resource` record has no status; players show it as if it had 200. Of a `revisit` without a
  /// header they take the first capture's.
  private static String status(Lookup capture) {
    if (capture.status().isPresent()) {
      return Integer.toString(capture.status().getAsInt());
    }
    return capture.mediaType().equals(Lookup.REVISIT) ? "-" : "200";
  }

  /// The address with the host's parts turned round; where it is none of the web, as it is: players
  /// look for nothing else then.
  static String key(String address) {
    return URIs.hasHttpOrHttpsScheme(address) ? URIs.toNormalizedSurt(address) : address;
  }

  /// Writes both files.
  void write() throws IOException {
    try (OutputStream lines = draft.open(LINES);
        OutputStream blocks = draft.open(BLOCKS)) {
      Blocks writer = new Blocks(lines, blocks);
      sorter.merge(writer::add);
      writer.flush();
    }
  }

  /// Writes lines in blocks.
  private static final class Blocks {
    private final OutputStream lines;
    private final OutputStream blocks;
    private final StringBuilder block = new StringBuilder();
    private String beginning = "";
    private int count;
    private long offset;

    Blocks(OutputStream lines, OutputStream blocks) throws IOException {
      this.lines = lines;
      this.blocks = blocks;
      blocks.write(utf8("!meta 0 {\"format\":\"cdxj-gzip-1.0\",\"filename\":\"index.cdx.gz\"}\n"));
    }

    void add(String line) throws IOException {
      if (count++ == 0) {
        beginning = line.substring(0, line.indexOf(" {"));
      }
      block.append(line).append('\n');
      if (count == BLOCK_LINES) {
        flush();
      }
    }

    void flush() throws IOException {
      if (count == 0) {
        return;
      }
      ByteArrayOutputStream member = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
        gzip.write(utf8(block.toString()));
      }
      byte[] bytes = member.toByteArray();
      lines.write(bytes);
      long at = offset;
      String place = JsonLine.of(json -> {
        json.writeNumberProperty("offset", at);
        json.writeNumberProperty("length", bytes.length);
        json.writeStringProperty("digest", Digest.text(Digest.of(bytes)));
      });
      blocks.write(utf8(beginning + " " + place + "\n"));
      offset += bytes.length;
      block.setLength(0);
      count = 0;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
