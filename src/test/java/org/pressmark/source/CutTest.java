package org.pressmark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pressmark.source.Boxes.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;

/// Archives cut off at every byte of their tails: what is whole before comes out, one problem is
/// told, and nothing hangs.
@Timeout(300)
class CutTest {
  private static final int FILES = 12;
  private static final int TAIL = 3000;

  @TempDir
  Path folder;

  @Test
  void readsACutZipFile() throws IOException {
    byte[] zip = Boxes.zip(files());
    int[] ends = new int[FILES];
    for (int i = 0; i < FILES; i++) {
      Map.Entry<String, byte[]>[] some = Arrays.copyOf(files(), i + 1);
      ends[i] = directory(Boxes.zip(some));
    }
    requireWholeOnes(zip, ends, zip.length);
  }

  @Test
  void readsACutTarGz() throws IOException {
    byte[] tar = Boxes.tar(files());
    byte[] packed = Boxes.gzip(tar);
    for (int cut = Math.max(30, packed.length - TAIL); cut < packed.length; cut++) {
      List<Found> found = read("a.tar.gz", Arrays.copyOf(packed, cut));
      // How far a cut file can be unpacked, only unpacking tells.
      int whole = (int) whole(found);
      assertThat(problems(found)).as("cut at %d", cut).isEqualTo(1);
      int unpacked = unpackable(Arrays.copyOf(packed, cut));
      assertThat(whole).as("cut at %d", cut).isEqualTo(wholeInTar(unpacked));
    }
    assertThat(whole(read("a.tar.gz", packed))).isEqualTo(FILES);
  }

  @Test
  void readsACutTar() throws IOException {
    byte[] tar = Boxes.tar(files());
    int end = 0;
    int[] ends = new int[FILES];
    for (int i = 0; i < FILES; i++) {
      end += 512 + (files()[i].getValue().length + 511) / 512 * 512;
      ends[i] = end - (512 - files()[i].getValue().length % 512) % 512;
    }
    for (int cut = Math.max(600, end - TAIL); cut < end + 512; cut++) {
      List<Found> found = read("a.tar", Arrays.copyOf(tar, cut));
      int last = cut;
      assertThat(whole(found))
          .as("cut at %d", cut)
          .isEqualTo(Arrays.stream(ends).filter(one -> one <= last).count());
      assertThat(problems(found)).as("cut at %d %s", cut, found).isEqualTo(1);
    }
  }

  @Test
  void readsACutWarc() throws IOException {
    for (Crawl crawl : List.of(Crawl.packed(), Crawl.plain())) {
      int[] ends = new int[FILES];
      for (int i = 0; i < FILES; i++) {
        crawl.page(
            "https://varn-echo.example/" + i,
            new String(files()[i].getValue(), java.nio.charset.StandardCharsets.UTF_8));
        ends[i] = crawl.at();
      }
      byte[] warc = crawl.file();
      boolean isPlain = warc[0] == 'W';
      for (int cut = warc.length - TAIL; cut < warc.length; cut++) {
        int here = isPlain ? cut + 4 : cut; // but for the empty lines behind it, it is whole
        List<Found> found = read("a.warc", Arrays.copyOf(warc, cut));
        long whole = Arrays.stream(ends).filter(end -> end <= here).count();
        boolean isBetween = Arrays.stream(ends)
            .anyMatch(end -> end - 4 <= here - 4 && here - 4 < end || end == here);
        assertThat(whole(found))
            .as("cut at %d %s %s", cut, isPlain, found.getLast())
            .isEqualTo(whole);
        boolean isClean = isPlain
            ? Arrays.stream(ends).anyMatch(end -> here >= end && here - 4 <= end)
            : Arrays.stream(ends).anyMatch(end -> end == here);
        assertThat(problems(found)).as("cut at %d %s", cut, isBetween).isEqualTo(isClean ? 0 : 1);
      }
    }
  }

  @Test
  void readsACutWacz() throws IOException {
    Crawl crawl = Crawl.packed();
    for (Map.Entry<String, byte[]> file : files()) {
      crawl.page(
          "https://varn-echo.example/" + file.getKey(),
          new String(file.getValue(), java.nio.charset.StandardCharsets.UTF_8));
    }
    byte[] wacz = Boxes.zip(
        Map.entry("archive/a.warc.gz", crawl.file()), Map.entry("datapackage.json", bytes("{}")));
    for (int cut = wacz.length - TAIL; cut < wacz.length; cut += 3) {
      List<Found> found = read("a.wacz", Arrays.copyOf(wacz, cut));
      assertThat(problems(found)).as("cut at %d", cut).isEqualTo(1);
    }
  }

  @Test
  void saysThatACut7zFileCannotBeRead() throws IOException {
    byte[] packed = Boxes.sevenZip("", files());
    for (int cut = 40; cut < packed.length; cut += 7) {
      List<Found> found = read("a.7z", Arrays.copyOf(packed, cut));
      assertThat(found).as("cut at %d", cut).singleElement().isInstanceOf(Found.Lost.class);
    }
  }

  /// Whatever is changed, nothing is thrown, and it ends.
  @Test
  void survivesChangedBytes() throws IOException {
    Random random = new Random(20240506);
    Crawl crawl = Crawl.packed().info();
    for (Map.Entry<String, byte[]> file : files()) {
      crawl.page(
          "https://varn-echo.example/x",
          new String(file.getValue(), java.nio.charset.StandardCharsets.UTF_8));
    }
    byte[] tar = Boxes.tar(files());
    for (byte[] archive : List.of(
        Boxes.zip(files()), tar, Boxes.gzip(tar), crawl.file(), Boxes.sevenZip("", files()))) {
      for (int round = 0; round < 150; round++) {
        byte[] changed = archive.clone();
        for (int i = 0; i <= round % 4; i++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        assertThat(read("a.dat", changed)).isNotNull();
      }
    }
  }

  private void requireWholeOnes(byte[] archive, int[] ends, int length) throws IOException {
    for (int cut = Math.max(60, length - TAIL); cut < length; cut++) {
      byte[] torn = Arrays.copyOf(archive, cut);
      int here = cut;
      long whole = Arrays.stream(ends).filter(end -> end <= here).count();
      for (List<Found> found : List.of(read("a.dat", torn), piped(torn))) {
        // The last one may lack its descriptor of 16 bytes, which tells nothing new.
        long nearly = Arrays.stream(ends).filter(end -> end - 16 <= here).count();
        assertThat(whole(found)).as("cut at %d", cut).isBetween(whole, nearly);
        assertThat(problems(found)).as("cut at %d", cut).isEqualTo(1);
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map.Entry<String, byte[]>[] files() {
    Random random = new Random(7);
    List<Map.Entry<String, byte[]>> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      StringBuilder text = new StringBuilder("<html><p>");
      for (int word = 0; word < 60 + 7 * i; word++) {
        text.append(Integer.toString(random.nextInt(1 << 20), 36)).append(' ');
      }
      files.add(Map.entry("page" + i + ".html", bytes(text.toString())));
    }
    return files.toArray(new Map.Entry[0]);
  }

  /// Where the directory of a ZIP file begins.
  private static int directory(byte[] zip) {
    int end = zip.length - 22;
    return java.nio.ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
  }

  private static int unpackable(byte[] packed) throws IOException {
    int bytes = 0;
    try (java.io.InputStream in =
        new java.util.zip.GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
      while (in.read() >= 0) {
        bytes++;
      }
    } catch (java.io.EOFException e) {
      // as far as it goes
    }
    return bytes;
  }

  private static int wholeInTar(int bytes) {
    int at = 0;
    int whole = 0;
    for (Map.Entry<String, byte[]> file : files()) {
      at += 512;
      if (at + file.getValue().length <= bytes) {
        whole++;
      }
      at += (file.getValue().length + 511) / 512 * 512;
    }
    return whole;
  }

  private static long whole(List<Found> found) {
    return found.stream().filter(Capture.class::isInstance).count();
  }

  private static long problems(List<Found> found) {
    return found.stream().filter(Found.Lost.class::isInstance).count();
  }

  private List<Found> read(String name, byte[] archive) throws IOException {
    Path path = Files.write(folder.resolve(name), archive);
    try (Stream<Found> all = Sources.open(List.of(path), SourceOptions.DEFAULTS)) {
      return all.toList();
    }
  }

  private static List<Found> piped(byte[] archive) {
    try (Stream<Found> all =
        Sources.open(Origin.of("-"), new ByteArrayInputStream(archive), SourceOptions.DEFAULTS)) {
      return all.toList();
    }
  }
}
