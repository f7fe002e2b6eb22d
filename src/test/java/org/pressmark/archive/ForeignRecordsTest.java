package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.pressmark.archive.ArchiveTest.NOON;
import static org.pressmark.archive.ArchiveTest.capture;
import static org.pressmark.archive.ArchiveTest.entries;
import static org.pressmark.archive.ArchiveTest.kept;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;

/// Records of other programs, or of nobody, in an archive's folder.
class ForeignRecordsTest {
  private static final ArchiveOptions ONE_A_FILE =
      new ArchiveOptions(10, "test", ArchiveOptions.DEFAULTS.settings(), Set.of());

  @TempDir
  Path folder;

  private Folder place() {
    return new Folder(folder, new QuickDisk());
  }

  private static byte[] record(String head, String body) {
    String padding = new Random(head.length()) // what takes its place has a length of its own
        .ints(500, 'a', 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
    return ("WARC/1.1\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nX: "
            + padding + "\r\n" + head
            + "Content-Length: " + body.length() + "\r\n\r\n" + body + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] members(byte[]... records) throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (byte[] record : records) {
      try (OutputStream gzip = new GZIPOutputStream(members)) {
        gzip.write(record);
      }
    }
    return members.toByteArray();
  }

  /// A header that unpacks to 100 MB, in a heap that holds not many of those.
  private static byte[] endless() {
    return ("WARC/1.1\r\nX: " + "y".repeat(100_000_000) + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void areToldAndSetAsideAndHurtNothingElse() throws IOException {
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, ONE_A_FILE)) {
      for (int seed = 0; seed < 3; seed++) {
        written.add(writer.append(kept(seed, capture(seed + ".html", "text " + seed))));
      }
    }
    String ours = "WARC-Pressmark: pm-aaaaaaaaaaaaaaaaaaaa\r\nWARC-Pressmark-Origin: x\r\n"
        + "WARC-Target-URI: file:///x\r\nWARC-Refers-To: <urn:uuid:1>\r\n";
    Path second = place().file(written.get(1).at().file());
    Files.write(
        second,
        members(
            record("WARC-Type: warcinfo\r\n", "software: another\r\n"),
            record("WARC-Type: response\r\n", "HTTP/1.1 200 OK\r\n\r\n<p>x"),
            record("WARC-Type: metadata\r\n", "fetchTimeMs: 1"),
            record("WARC-Type: odd\r\n", ""),
            record("WARC-Type: revisit\r\nWARC-Pressmark-First: 99999999999:1\r\n" + ours, ""),
            record(
                "WARC-Type: conversion\r\nWARC-Pressmark-First: -1:-400\r\n"
                    + "WARC-Pressmark-Before: 0:0\r\n" + ours,
                "[".repeat(5_000)),
            endless(),
            record("WARC-Type: resource\r\nContent-Length: 999999999999\r\n", "x")));
    List<Damage> damages = new ArrayList<>();
    Verify.of(Archive.remains(folder), damages::add, entry -> {}, bytes -> {});
    assertThat(damages).isNotEmpty().allMatch(damage -> damage.file().equals(second));
    Repair.of(place(), NOON, ONE_A_FILE, new RepairTest.Aid());
    damages.clear();
    Verify.of(Archive.remains(folder), damages::add, entry -> {}, bytes -> {});
    assertThat(damages).isEmpty();
    assertThat(entries(folder, Position.START)).containsExactly(written.get(0), written.get(2));
  }

  @Test
  void aHeaderWithoutAnEndIsNotReadToIt() throws IOException {
    Path file = folder.resolve("endless");
    Files.write(file, members(endless()));
    try (RecordReader reader = RecordReader.open(file, 0, RecordReader.Care.CHECKSUM)) {
      assertThat(catchThrowable(reader::next))
          .isInstanceOf(DamageException.class)
          .hasMessageContaining("a WARC header of more than 16 MiB");
    }
  }
}
