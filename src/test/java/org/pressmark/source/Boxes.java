package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;

/// Archives made here, and what is found in them, a line each.
final class Boxes {
  static final Instant TIME = Instant.parse("2021-05-03T08:15:00Z");

  private Boxes() {}

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static Map.Entry<String, byte[]> file(String name, String text) {
    return Map.entry(name, bytes(text));
  }

  @SafeVarargs
  static byte[] zip(Map.Entry<String, byte[]>... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setLastModifiedTime(FileTime.from(TIME));
        out.putNextEntry(entry);
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @SafeVarargs
  static byte[] tar(Map.Entry<String, byte[]>... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> file : files) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(file.getValue().length);
        entry.setModTime(FileTime.from(TIME));
        out.putArchiveEntry(entry);
        out.write(file.getValue());
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  @SafeVarargs
  static byte[] sevenZip(String password, Map.Entry<String, byte[]>... files) throws IOException {
    try (SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel()) {
      try (SevenZOutputFile out = password.isEmpty()
          ? new SevenZOutputFile(bytes)
          : new SevenZOutputFile(bytes, password.toCharArray())) {
        for (Map.Entry<String, byte[]> file : files) {
          SevenZArchiveEntry entry = new SevenZArchiveEntry();
          entry.setName(file.getKey());
          entry.setLastModifiedTime(FileTime.from(TIME));
          out.putArchiveEntry(entry);
          out.write(file.getValue());
          out.closeArchiveEntry();
        }
      }
      return Arrays.copyOf(bytes.array(), (int) bytes.size());
    }
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    return packed(GZIPOutputStream::new, bytes);
  }

  /// Makes a stream that packs.
  interface Packer {
    OutputStream open(OutputStream out) throws IOException;
  }

  static byte[] packed(Packer packer, byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packer.open(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  /// `#storm.html = the text` of a document, `#a.png - image` of what was passed over, and
  /// `#b.html ! malformed: …` of what was lost; without the path of the file.
  static List<String> lines(Stream<Found> all, String path) {
    return all.map(found -> line(found).substring(path.length())).toList();
  }

  private static String line(Found found) {
    return found.origin()
        + switch (found) {
          case Capture capture -> " = " + new String(capture.bytes(), UTF_8);
          case Found.Lost lost -> " ! " + lost.problem();
          case Found.Passed passed -> " - " + passed.what();
        };
  }
}
