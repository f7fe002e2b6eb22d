package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;

class SourcesTest {
  @TempDir
  Path folder;

  @Test
  void walksFoldersByNameAndArgumentsInTheirOrder() throws IOException {
    for (String name : List.of("b/z.html", "b/a.html", "b.html", "b-c.html", "B.html", "ä.html")) {
      write("press/" + name, "x");
    }
    write("one.txt", "x");
    assertThat(found("one.txt", "press"))
        .containsExactly(
            "one.txt",
            "press/B.html",
            "press/b-c.html",
            "press/b.html",
            "press/b/a.html",
            "press/b/z.html",
            "press/ä.html");
  }

  @Test
  void passesHiddenFilesOverUnlessTheyAreNamed() throws IOException {
    write("press/.git/config", "x");
    write("press/.DS_Store", "x");
    write("press/README.md", "x");
    assertThat(found("press", "press/.DS_Store"))
        .containsExactly("press/README.md", "press/.DS_Store");
  }

  @Test
  void givesTheBytesAndTheTimeOfAFile() throws IOException {
    Path path = write("storm.html", "<p>Storm</p>");
    Capture capture = (Capture) open("storm.html").getFirst();
    assertThat(capture.bytes()).isEqualTo("<p>Storm</p>".getBytes(UTF_8));
    assertThat(capture.time()).contains(Files.getLastModifiedTime(path).toInstant());
    assertThat(capture.mediaType()).isEmpty();
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(found("nowhere.html"))
        .containsExactly("nowhere.html: unreadable: no such file or folder");
  }

  @Test
  void givesAnEmptyFileAsACaptureWithoutBytes() throws IOException {
    write("empty.html", "");
    assertThat(((Capture) open("empty.html").getFirst()).bytes()).isEmpty();
  }

  @Test
  @Timeout(5)
  void neverReadsAFileThatIsTooLarge() throws IOException {
    for (String name : List.of("big.html", "big.jsonl")) {
      try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
        sparse.setLength(1L << 30);
      }
      assertThat(found(name))
          .containsExactly(name + ": oversized: 1073741824 bytes; the limit is 67108864");
    }
  }

  @Test
  @Timeout(5)
  void neverOpensAPipe() throws IOException, InterruptedException {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
        .inheritIO()
        .start();
    assumeThat(made.waitFor()).isZero();
    assertThat(found("pipe")).containsExactly("pipe: unreadable: is neither a file nor a folder");
  }

  @Test
  void reportsLinksToFoldersAndFollowsLinksToFiles() throws IOException {
    write("press/a.html", "x");
    Files.createSymbolicLink(folder.resolve("press/again"), folder.resolve("press"));
    Files.createSymbolicLink(folder.resolve("press/b.html"), folder.resolve("press/a.html"));
    Files.createSymbolicLink(folder.resolve("press/gone.html"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("given"), folder.resolve("press"));
    assertThat(found("given"))
        .containsExactly(
            "given/a.html",
            "given/again: unreadable: is a link to a folder, which is not followed;"
                + " name it to read it",
            "given/b.html",
            "given/gone.html: unreadable: no such file or folder");
  }

  @Test
  void survivesALinkToItself() throws IOException {
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    assertThat(found("self")).first().asString().startsWith("self: unreadable: ");
  }

  @Test
  void keepsNamesAsTheyAre() throws IOException {
    write("press/new\nline\u001B[31m.html", "x");
    assertThat(found("press")).containsExactly("press/new\nline\u001B[31m.html");
  }

  @Test
  void saysWhenPermissionsForbidIt() throws IOException {
    assumeThat(System.getProperty("user.name")).isNotEqualTo("root");
    Path path = write("secret.html", "x");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assertThat(found("secret.html"))
        .containsExactly("secret.html: unreadable: the permissions do not let it be read");
  }

  @Test
  void unpacksGzipByContentAndKeepsTheName() throws IOException {
    write("a.html.gz", gzip("<p>one</p>"));
    write("b.html", gzip("<p>two</p>"));
    write("c.gz", join(gzip("three "), gzip("four")));
    assertThat(texts("a.html.gz", "b.html", "c.gz"))
        .containsExactly("<p>one</p>", "<p>two</p>", "three four");
    assertThat(open("a.html.gz").getFirst().origin()).isEqualTo(Origin.of(path("a.html.gz")));
  }

  @Test
  void stopsUnpackingAtTheLimit() throws IOException {
    write("bomb.html.gz", gzip("0".repeat(1 << 20)));
    SourceOptions small = new SourceOptions(1 << 16, Duration.ofSeconds(60));
    try (Stream<Found> all = Sources.open(List.of(folder.resolve("bomb.html.gz")), small)) {
      assertThat(all.map(this::line))
          .containsExactly(
              "bomb.html.gz: oversized: more than 65536 bytes unpacked, which is the limit");
    }
  }

  @Test
  void readsEveryMemberOfAGzipThatComesSlowly() throws IOException {
    byte[] packed = join(gzip("one, "), gzip("two"));
    InputStream slow = new ByteArrayInputStream(packed) {
      @Override
      public synchronized int available() {
        return 0;
      }
    };
    try (Stream<Found> all = Sources.open(Origin.of("-"), slow, SourceOptions.DEFAULTS)) {
      assertThat(all.map(found -> new String(((Capture) found).bytes(), UTF_8)))
          .containsExactly("one, two");
    }
  }

  @Test
  void saysHowMuchOfATornGzipCouldBeRead() throws IOException {
    byte[] whole = gzip("Storm over the coast. ".repeat(20) + Instant.EPOCH);
    write("torn.txt.gz", Arrays.copyOf(whole, whole.length - 12));
    write("header.txt.gz", Arrays.copyOf(whole, 5));
    assertThat(problems("torn.txt.gz", "header.txt.gz"))
        .satisfiesExactly(
            torn -> assertThat(torn)
                .matches("malformed: the gzip data is broken or cut off:"
                    + " only \\d+ bytes could be unpacked"),
            header -> assertThat(header)
                .isEqualTo("malformed: the gzip data is broken before the first byte"));
  }

  @Test
  void keepsTheBytesOfATornGzip() throws IOException {
    byte[] whole = gzip("Storm over the coast. ".repeat(20));
    byte[] torn = Arrays.copyOf(whole, whole.length - 12);
    write("torn.txt.gz", torn);
    assertThat(((Capture) open("torn.txt.gz").getFirst()).bytes()).isEqualTo(torn);
  }

  @Test
  void namesAPathWithoutItsDetours() {
    assertThat(FileName.of(Path.of("./press/../press/a.html"))).isEqualTo("press/a.html");
    assertThat(FileName.of(Path.of("."))).isEqualTo(".");
  }

  @Test
  void readsJsonLinesOneByOne() throws IOException {
    String lines = "{\"text\":\"one\"}\r\n\n  \n{\"text\":\"two\"}\nbroken\n{\"text\":\"drei\"}";
    write("a.jsonl", lines);
    write("b.ndjson.gz", gzip(lines));
    write("c.json", lines);
    for (String name : List.of("a.jsonl", "b.ndjson.gz", "c.json")) {
      assertThat(texts(name))
          .containsExactly(
              "{\"text\":\"one\"}", "{\"text\":\"two\"}", "broken", "{\"text\":\"drei\"}");
      assertThat(found(name)).containsExactly(name + "#1", name + "#4", name + "#5", name + "#6");
    }
    assertThat(((Capture) open("c.json").getFirst()).mediaType()).contains("application/json");
  }

  @Test
  void goesOnBehindALineThatIsTooLong() throws IOException {
    SourceOptions small = new SourceOptions(20, Duration.ofSeconds(60));
    write("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"far too long\"}\n{\"text\":\"two\"}\n");
    try (Stream<Found> all = Sources.open(List.of(folder.resolve("a.jsonl")), small)) {
      assertThat(all.map(this::line))
          .containsExactly(
              "a.jsonl#1",
              "a.jsonl#2: oversized: 23 bytes in one line; the limit is 20",
              "a.jsonl#3");
    }
  }

  @Test
  void givesUpOnALineWithoutEnd() throws IOException {
    SourceOptions small = new SourceOptions(10, Duration.ofSeconds(60));
    write("a.jsonl", "{\"text\":\"" + "x".repeat(400_000) + "\"}\n{}\n");
    try (Stream<Found> all = Sources.open(List.of(folder.resolve("a.jsonl")), small)) {
      assertThat(all.map(this::line))
          .last()
          .isEqualTo("a.jsonl: oversized: line 1 does not end; stopped reading there");
    }
  }

  @Test
  void keepsTheLinesBeforeATear() throws IOException {
    String lines = "{\"text\":\"one\"}\n".repeat(3) + "{\"text\":\"" + "abcdefgh".repeat(2000);
    byte[] packed = gzip(lines);
    write("torn.jsonl.gz", Arrays.copyOf(packed, packed.length - 10));
    assertThat(found("torn.jsonl.gz"))
        .containsExactly(
            "torn.jsonl.gz#1",
            "torn.jsonl.gz#2",
            "torn.jsonl.gz#3",
            "torn.jsonl.gz: malformed: the gzip data is broken or cut off in line 4");
  }

  @Test
  void findsTheRecordsOfAJsonFileByteForByte() throws IOException {
    write(
        "list.json", "\uFEFF[ {\"text\": \"ä\"} ,\n{\"title\":\"no text\"}, {\"html\":\"<p>c\"}]");
    write("wrapped.json", "{\"count\":[1,2,3],\"articles\":[{\"body\":\"a\"},{\"body\":\"b\"}]}");
    write("single.json", " {\"text\":\"a\",\"images\":[{\"text\":\"x\"},{\"text\":\"y\"}]} ");
    write("config.json", "[{\"a\":1},{\"b\":2}]");
    write("torn.json", "[{\"text\":\"a\"},\n {\"text\":\"b");
    write("sequence.json", "{\n\"text\":\"a\"}\n{\n\"text\":\"b\"}\n");
    assertThat(texts("list.json"))
        .containsExactly("{\"text\": \"ä\"}", "{\"title\":\"no text\"}", "{\"html\":\"<p>c\"}");
    assertThat(texts("wrapped.json")).containsExactly("{\"body\":\"a\"}", "{\"body\":\"b\"}");
    assertThat(texts("torn.json")).containsExactly("{\"text\":\"a\"}", "{\"text\":\"b");
    assertThat(found("list.json", "single.json", "config.json", "sequence.json"))
        .containsExactly(
            "list.json#1",
            "list.json#2",
            "list.json#3",
            "single.json",
            "config.json",
            "sequence.json#1",
            "sequence.json#3");
  }

  @Test
  void readsAStreamLikeAFile() throws IOException {
    byte[] packed = gzip("{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
    try (Stream<Found> all =
        Sources.open(Origin.of("-"), new ByteArrayInputStream(packed), SourceOptions.DEFAULTS)) {
      assertThat(all.map(found -> found.origin().toString())).containsExactly("-#1", "-#2");
    }
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.write(path, bytes);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private List<Found> open(String... names) {
    List<Path> paths = Stream.of(names).map(folder::resolve).toList();
    try (Stream<Found> all = Sources.open(paths, SourceOptions.DEFAULTS)) {
      return all.toList();
    }
  }

  private List<String> problems(String... names) {
    Pages pages = new Pages(SourceOptions.DEFAULTS);
    return open(names).stream()
        .map(found -> ((Page.Unreadable) pages.open((Capture) found)).problem().toString())
        .toList();
  }

  private List<String> found(String... names) {
    return open(names).stream().map(this::line).toList();
  }

  private List<String> texts(String... names) {
    return open(names).stream()
        .map(found -> new String(((Capture) found).bytes(), UTF_8))
        .toList();
  }

  /// The origin below the folder, and the problem where there is one.
  private String line(Found found) {
    String origin = found.origin().toString().substring(folder.toString().length() + 1);
    return found instanceof Found.Lost lost ? origin + ": " + lost.problem() : origin;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
