package org.pressmark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.cli.Office.Done;

/// Archives of files and web archives, from the command line to the archive and out of it again.
class ContainersTest {
  @TempDir
  private Path folder;

  @Test
  void ingestsAZipFileATarGzAWarcAndAWacz() throws IOException {
    Path press = Files.createDirectories(folder.resolve("press"));
    Files.write(press.resolve("a.zip"), zip(Map.entry("2021/harbour.html", page("harbour"))));
    Files.write(press.resolve("b.tar.gz"), gzip(tar("market.html", page("market"))));
    Files.write(press.resolve("c.warc"), warc("bridge"));
    Files.write(
        press.resolve("d.wacz"),
        zip(
            Map.entry("archive/data.warc.gz", gzip(warc("station"))),
            Map.entry("datapackage.json", "{}".getBytes(UTF_8))));
    Path archive = folder.resolve("archive");
    Done done = new Office().run("ingest", press, "--archive", archive);
    assertThat(done.code()).isZero();
    assertThat(done.out())
        .contains("  new articles           4\n")
        .contains("  passed over            5\n")
        .contains("passed over: image 2, warcinfo record 2, other part of a WACZ file 1\n");
    String found = new Office()
        .run("search", "islanders", "--archive", archive, "--format", "json")
        .out();
    for (String source : new String[] {
      "a.zip#2021/harbour.html", "b.tar.gz#market.html", "c.warc#73", "archive/data.warc.gz!/0+73"
    }) {
      assertThat(found).contains(source);
    }
    assertThat(new Office().run("verify", "--archive", archive).code()).isZero();
    Done again = new Office().run("ingest", press, "--archive", archive, "--json");
    assertThat(again.out()).contains("\"already\":4").contains("\"passedOver\":5");
  }

  @Test
  void cleansWhatIsInAnArchiveAndSaysWhatWasPassedOver() throws IOException {
    Path warc = Files.write(folder.resolve("c.warc"), warc("bridge"));
    Done done = new Office().run("clean", warc);
    assertThat(done.out()).contains("The old bridge on Varn Point");
    assertThat(done.err())
        .isEqualTo(
            "pressmark: clean: passed over what is no document: image 1, warcinfo record 1\n");
    assertThat(done.code()).isZero();
  }

  private static byte[] page(String thing) {
    return Pages.LIGHTHOUSE.replace("lighthouse", thing).getBytes(UTF_8);
  }

  private static byte[] warc(String thing) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(record("warcinfo", "software: none\r\n".getBytes(UTF_8)));
    file.writeBytes(response("text/html", page(thing)));
    file.writeBytes(response("image/png", new byte[] {1, 2, 3}));
    return file.toByteArray();
  }

  private static byte[] response(String mediaType, byte[] body) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(("HTTP/1.1 200 OK\r\nContent-Type: " + mediaType + "\r\n\r\n").getBytes(UTF_8));
    block.write(body);
    return record("response\r\nWARC-Target-URI: https://varn-echo.example/a", block.toByteArray());
  }

  private static byte[] record(String type, byte[] block) throws IOException {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(
        ("WARC/1.0\r\nWARC-Type: " + type + "\r\nContent-Length: " + block.length + "\r\n\r\n")
            .getBytes(UTF_8));
    record.write(block);
    record.write("\r\n\r\n".getBytes(UTF_8));
    return record.toByteArray();
  }

  @SafeVarargs
  private static byte[] zip(Map.Entry<String, byte[]>... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      out.putArchiveEntry(entry);
      out.write(content);
      out.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
