package org.pressmark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pressmark.source.Boxes.bytes;
import static org.pressmark.source.Boxes.file;
import static org.pressmark.source.Boxes.gzip;
import static org.pressmark.source.Boxes.packed;
import static org.pressmark.source.Boxes.sevenZip;
import static org.pressmark.source.Boxes.tar;
import static org.pressmark.source.Boxes.zip;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.source.unpack.Limits;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@Timeout(60)
class ArchivesOfFilesTest {
  private static final Map.Entry<String, byte[]> STORM = file("2021/storm.html", "<p>Storm</p>");
  private static final Map.Entry<String, byte[]> FERRY = file("ferry.txt", "Ferry");
  private static final String[] BOTH = {"#2021/storm.html = <p>Storm</p>", "#ferry.txt = Ferry"};

  @TempDir
  Path folder;

  @Test
  void readsTheFilesOfEachKindOfArchiveInTheirOrderAndWhateverItIsCalled() throws IOException {
    byte[] tar = tar(STORM, FERRY);
    for (byte[] archive : List.of(
        zip(STORM, FERRY),
        tar,
        sevenZip("", STORM, FERRY),
        gzip(tar),
        packed(BZip2CompressorOutputStream::new, tar),
        packed(out -> new XZOutputStream(out, new LZMA2Options()), tar),
        packed(ZstdOutputStream::new, tar))) {
      assertThat(found("press.dat", archive)).containsExactly(BOTH);
      assertThat(piped(archive)).containsExactly(BOTH);
    }
  }

  @Test
  void takesTheTimeOfTheFileInTheArchive() throws IOException {
    for (byte[] archive : List.of(zip(STORM), tar(STORM), sevenZip("", STORM))) {
      assertThat(captures(archive).getFirst().time()).contains(Boxes.TIME);
    }
  }

  @Test
  void readsOneFilePackedInEachWay() throws IOException {
    byte[] text = bytes("Storm over the coast");
    for (byte[] file : List.of(
        packed(BZip2CompressorOutputStream::new, text),
        packed(out -> new XZOutputStream(out, new LZMA2Options()), text),
        packed(ZstdOutputStream::new, text))) {
      assertThat(found("storm.txt", file)).containsExactly(" = Storm over the coast");
      assertThat(found("storm.txt", Arrays.copyOf(file, file.length - 3)).toString())
          .isNotEqualTo("[ = Storm over the coast]");
      assertThat(piped(Arrays.copyOf(file, file.length - 3)))
          .singleElement()
          .asString()
          .contains(" ! malformed: the ")
          .contains(" data is broken");
    }
  }

  @Test
  void opensArchivesInArchivesAndRecordsInThem() throws IOException {
    byte[] records = bytes("{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
    byte[] inner = zip(STORM, Map.entry("wire.jsonl", records));
    byte[] middle = tar(Map.entry("may.zip", inner), Map.entry("wire.jsonl.gz", gzip(records)));
    assertThat(found("press.7z", sevenZip("", Map.entry("a.tar.gz", gzip(middle)), FERRY)))
        .containsExactly(
            "#a.tar.gz!/may.zip!/2021/storm.html = <p>Storm</p>",
            "#a.tar.gz!/may.zip!/wire.jsonl!/1 = {\"text\":\"one\"}",
            "#a.tar.gz!/may.zip!/wire.jsonl!/2 = {\"text\":\"two\"}",
            "#a.tar.gz!/wire.jsonl.gz!/1 = {\"text\":\"one\"}",
            "#a.tar.gz!/wire.jsonl.gz!/2 = {\"text\":\"two\"}",
            "#ferry.txt = Ferry");
  }

  @Test
  void leavesDocumentsThatAreZipFilesInOnePiece() throws IOException {
    byte[] docx = Samples.docx(Samples.paragraph("Heading1", "Storm"));
    byte[] odt = Samples.odt("<text:p>Storm</text:p>");
    byte[] epub = Samples.epub("<p>Storm</p>");
    for (byte[] document : List.of(docx, odt, epub)) {
      assertThat(captures(document)).hasSize(1);
      assertThat(captures(document).getFirst().bytes()).isEqualTo(document);
      assertThat(captures(zip(Map.entry("a.bin", document))).getFirst().bytes())
          .isEqualTo(document);
    }
    byte[] torn = Arrays.copyOf(docx, docx.length - 10);
    assertThat(captures(torn)).hasSize(1);
    assertThat(captures(torn).getFirst().bytes()).isEqualTo(torn);
  }

  @Test
  void passesOverWhatIsHiddenLinkedOrNoFile() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(tar)) {
      out.putArchiveEntry(new TarArchiveEntry("folder/"));
      out.closeArchiveEntry();
      for (byte type :
          new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO}) {
        TarArchiveEntry link = new TarArchiveEntry("entry" + (char) type, type);
        link.setLinkName("../../etc/passwd");
        out.putArchiveEntry(link);
        out.closeArchiveEntry();
      }
    }
    assertThat(found("a.tar", tar.toByteArray()))
        .containsExactly(
            "#entry2 - link", "#entry1 - link", "#entry6 - neither a file nor a folder");
    assertThat(found(
            "a.zip", zip(file("__MACOSX/._storm", "x"), file("a/.DS_Store", "x"), file("b", "y"))))
        .containsExactly("#__MACOSX/._storm - hidden file", "#a/.DS_Store - hidden file", "#b = y");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      ZipArchiveEntry link = new ZipArchiveEntry("link");
      link.setUnixMode(UnixStat.LINK_FLAG | 0777);
      out.putArchiveEntry(link);
      out.write(bytes("/etc/passwd"));
      out.closeArchiveEntry();
    }
    assertThat(found("l.zip", zip.toByteArray())).containsExactly("#link - link");
  }

  @Test
  void takesNamesThatLeadElsewhereForLabels() throws IOException {
    String[] labels = {
      "#%2E./%2E./etc/passwd = a",
      "#%2Fetc/passwd = b",
      "#C:/windows/win.ini = c",
      "#a%0Ab%1B[31m.html = d",
      "#wow%21/x = e",
      "#100%2525 = f",
      "#100% = g",
      "#%2E/h = h"
    };
    byte[] zip = zip(
        file("../../etc/passwd", "a"),
        file("/etc/passwd", "b"),
        file("C:\\windows\\win.ini", "c"),
        file("a\nb\u001B[31m.html", "d"),
        file("wow!/x", "e"),
        file("100%25", "f"),
        file("100%", "g"),
        file("./h", "h"));
    assertThat(found("a.zip", zip)).containsExactly(labels);
  }

  @Test
  void readsNamesInUtf8AndInTheCharsetOfOldPrograms() throws IOException {
    byte[] utf8 = zip(file("Störm.txt", "x"));
    assertThat(found("a.zip", utf8)).containsExactly("#Störm.txt = x");
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(old)) {
      out.setEncoding("IBM437");
      out.setUseLanguageEncodingFlag(false);
      out.putArchiveEntry(new ZipArchiveEntry("Störm.txt"));
      out.write('x');
      out.closeArchiveEntry();
    }
    assertThat(found("a.zip", old.toByteArray())).containsExactly("#Störm.txt = x");
  }

  @Test
  void readsAZipFileThatSomethingStandsBefore() throws IOException {
    byte[] zip = zip(STORM, FERRY);
    byte[] shifted = Boxes.join(bytes("PK\u0003\u0004 rubbish "), zip);
    assertThat(found("a.zip", shifted)).containsExactly(BOTH);
  }

  /// As a program writes it that does not know the sizes beforehand, ArchiveWeb.page for one.
  @Test
  void readsStoredFilesThatTellTheirSizeAfterwards() throws IOException {
    byte[] inner = zip(FERRY);
    byte[] zip = storedBackwards("inner.zip", inner);
    assertThat(found("a.zip", zip)).containsExactly("#inner.zip!/ferry.txt = Ferry");
  }

  private static byte[] storedBackwards(String name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    java.nio.ByteBuffer zip =
        java.nio.ByteBuffer.allocate(content.length + 300).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    byte[] label = bytes(name);
    zip.putInt(0x04034b50).putShort((short) 20).putShort((short) 8).putShort((short) 0);
    zip.putInt(0).putInt(0).putInt(0).putInt(0).putShort((short) label.length).putShort((short) 0);
    zip.put(label).put(content);
    zip.putInt(0x08074b50).putInt((int) sum.getValue()).putInt(content.length);
    zip.putInt(content.length);
    int directory = zip.position();
    zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 8);
    zip.putShort((short) 0).putInt(0).putInt((int) sum.getValue());
    zip.putInt(content.length).putInt(content.length).putShort((short) label.length);
    zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0);
    zip.putInt(0).putInt(0).put(label);
    int end = zip.position();
    zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
    zip.putInt(end - directory).putInt(directory).putShort((short) 0);
    return Arrays.copyOf(zip.array(), zip.position());
  }

  @Test
  void saysWhatIsProtectedWithAPassword() throws IOException {
    byte[] zip = zip(STORM, FERRY);
    zip[6] |= 1; // in the header of the file
    for (int at = 0; at + 4 < zip.length; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        zip[at + 8] |= 1; // and in the directory
        break;
      }
    }
    String refused = "#2021/storm.html ! encrypted: is protected with a password";
    assertThat(found("a.zip", zip)).containsExactly(refused, BOTH[1]);
    assertThat(found("a.7z", sevenZip("varn", STORM)))
        .containsExactly("#2021/storm.html ! encrypted: is protected with a password");
  }

  @Test
  void goesOnBehindABrokenFileInAZipFile() throws IOException {
    byte[] zip = zip(file("a.txt", "Storm over the coast. ".repeat(50)), FERRY);
    zip[60] ^= 0x55;
    assertThat(found("a.zip", zip))
        .satisfiesExactly(
            torn -> assertThat(torn).startsWith("#a.txt ! malformed: is "),
            whole -> assertThat(whole).isEqualTo(BOTH[1]));
  }

  @Test
  void goesOnBehindABrokenHeaderInATarFile() throws IOException {
    byte[] tar = tar(file("a", "one"), file("b", "two"), file("c", "three"));
    tar[1024 + 150] ^= 0x15; // in the checksum of the second
    assertThat(found("a.tar", tar))
        .containsExactly(
            "#a = one",
            " ! malformed: the tar archive has, before byte 1536, a header that cannot be read;"
                + " reading goes on at byte 2048",
            "#c = three");
  }

  @Test
  void unpacksNoQuine() throws IOException {
    byte[] archive = zip(FERRY);
    for (int depth = 0; depth < 12; depth++) {
      archive = zip(Map.entry("r.zip", archive));
    }
    assertThat(found("r.zip", archive))
        .containsExactly("#" + String.join("!/", java.util.Collections.nCopies(8, "r.zip"))
            + " ! exhausting: lies in 8 archives, one in the other; unpack it first");
  }

  @Test
  void stopsAtABombAndGoesOnBehindIt() throws IOException {
    Files.write(
        folder.resolve("a.zip"),
        zip(file("a", "0".repeat(3 << 20)), file("b", "0".repeat(3 << 20)), file("c", "0")));
    Files.write(folder.resolve("b.txt"), bytes("Ferry"));
    Limits limits = new Limits(8, 100, 1L << 40, 50, 4 << 20);
    SourceOptions small = new SourceOptions(64 << 20, Duration.ofSeconds(60), limits);
    try (Stream<Found> all = Sources.open(List.of(folder), small)) {
      assertThat(all.map(found -> found instanceof Found.Lost lost
              ? lost.origin() + " ! " + lost.problem()
              : found.origin().toString()))
          .map(line -> line.substring(folder.toString().length()))
          .containsExactly(
              "/a.zip#a",
              "/a.zip#b ! exhausting: unpacks to more than 50 times its size, which is the limit"
                  + " for one archive; stopped reading it here. If it is not a bomb, unpack it"
                  + " first",
              "/b.txt");
    }
  }

  @Test
  void stopsWhereAnArchiveHoldsTooManyFilesOrBytes() throws IOException {
    byte[] zip = zip(file("a", "1"), file("b", "2"), file("c", "3"));
    assertThat(found("a.zip", zip, new Limits(8, 2, 1L << 40, 1000, 1 << 20)))
        .containsExactly(
            "#a = 1",
            "#b = 2",
            " ! exhausting: holds more than 2 files, which is the limit for one archive; stopped"
                + " reading it here. If it is not a bomb, unpack it first");
    assertThat(found("a.zip", zip, new Limits(8, 9, 2, 1000, 1 << 20)))
        .containsExactly(
            "#a = 1",
            "#b = 2",
            "#c ! exhausting: unpacks to more than 2 bytes, which is the limit for one archive;"
                + " stopped reading it here. If it is not a bomb, unpack it first");
  }

  @Test
  void readsOnBehindAFileThatIsTooLarge() throws IOException {
    SourceOptions small = new SourceOptions(1000, Duration.ofSeconds(60));
    Map.Entry<String, byte[]> large = file("large.txt", "x".repeat(5000));
    for (byte[] archive : List.of(zip(large, FERRY), tar(large, FERRY))) {
      Path path = Files.write(folder.resolve("a.dat"), archive);
      try (Stream<Found> all = Sources.open(List.of(path), small)) {
        assertThat(Boxes.lines(all, path.toString()))
            .containsExactly(
                "#large.txt ! oversized: more than 1000 bytes, which is the limit", BOTH[1]);
      }
    }
  }

  @Test
  void readsAZipFileInAnotherThatIsTooLargeToBeHeld() throws IOException {
    SourceOptions small = new SourceOptions(300, Duration.ofSeconds(60));
    byte[] inner = zip(STORM, FERRY, file("c", "3"), file("d", "4"), file("e", "5"));
    assertThat(inner.length).isGreaterThan(300);
    Path path = Files.write(folder.resolve("a.tar"), tar(Map.entry("in.zip", inner)));
    try (Stream<Found> all = Sources.open(List.of(path), small)) {
      assertThat(Boxes.lines(all, path.toString()))
          .containsExactly(
              "#in.zip!/2021/storm.html = <p>Storm</p>",
              "#in.zip!/ferry.txt = Ferry",
              "#in.zip!/c = 3",
              "#in.zip!/d = 4",
              "#in.zip!/e = 5");
    }
  }

  @Test
  void readsAnArchiveOfNothing() throws IOException {
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    new ZipOutputStream(empty) {
      @Override
      public void putNextEntry(ZipEntry entry) {}
    }.close();
    assertThat(found("a.zip", empty.toByteArray())).isEmpty();
    assertThat(found("a.7z", sevenZip(""))).isEmpty();
  }

  @Test
  void findsTheNameOfTheInnermostFile() {
    Origin zip = Origin.of("press/a.zip");
    assertThat(zip.file()).isEqualTo("press/a.zip");
    assertThat(zip.member("17").file()).isEqualTo("press/a.zip");
    assertThat(zip.member("b/c.md").file()).isEqualTo("b/c.md");
    assertThat(zip.member("b.tar").member("c.jsonl").member("17").file()).isEqualTo("c.jsonl");
    assertThat(zip.member("b.warc.gz").member("0+512").file()).isEqualTo("b.warc.gz");
  }

  private List<String> found(String name, byte[] archive) throws IOException {
    return found(name, archive, Limits.DEFAULTS);
  }

  private List<String> found(String name, byte[] archive, Limits limits) throws IOException {
    Path path = Files.write(folder.resolve(name), archive);
    SourceOptions options = new SourceOptions(64 << 20, Duration.ofSeconds(60), limits);
    try (Stream<Found> all = Sources.open(List.of(path), options)) {
      return Boxes.lines(all, path.toString());
    }
  }

  private static List<String> piped(byte[] archive) {
    InputStream in = new ByteArrayInputStream(archive);
    try (Stream<Found> all = Sources.open(Origin.of("-"), in, SourceOptions.DEFAULTS)) {
      return Boxes.lines(all, "-");
    }
  }

  private List<Capture> captures(byte[] archive) throws IOException {
    Path path = Files.write(folder.resolve("a.dat"), archive);
    try (Stream<Found> all = Sources.open(List.of(path), SourceOptions.DEFAULTS)) {
      return all.map(Capture.class::cast).toList();
    }
  }
}
