package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.cli.Office.Done;

/// Files of an archive that are gone, or that are those of another archive.
class SwappedFilesTest {
  private static final String WARC = "warc/pressmark-00001.warc.gz";

  @TempDir
  private Path folder;

  private Path press;
  private Path archive;

  @BeforeEach
  void ingest() throws IOException {
    press = folder.resolve("press");
    archive = folder.resolve("archive");
    Pages.lighthouse(press);
    page("pier");
    assertThat(run("ingest", press).code()).isZero();
  }

  private void page(String name) throws IOException {
    Files.writeString(press.resolve(name + ".html"), Pages.LIGHTHOUSE.replace("lighthouse", name));
  }

  private Done run(Object... words) {
    return in(archive, words);
  }

  private static Done in(Path archive, Object... words) {
    return new Office()
        .run(Stream.concat(Stream.of(words), Stream.of("-a", archive)).toArray());
  }

  /// Another one, with other and longer documents.
  private Path other() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.createDirectories(elsewhere);
    for (String name : List.of("ferry", "harbour", "sandbar")) {
      Files.writeString(
          elsewhere.resolve(name + ".html"), Pages.LIGHTHOUSE.replace("lighthouse", name));
    }
    Path other = folder.resolve("other");
    assertThat(in(other, "ingest", elsewhere).code()).isZero();
    return other;
  }

  private void replace(String name, Path other) throws IOException {
    delete(name);
    try (Stream<Path> files = Files.walk(other.resolve(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, archive.resolve(other.relativize(file).toString()));
      }
    }
  }

  private void delete(String name) throws IOException {
    try (Stream<Path> files = Files.walk(archive.resolve(name))) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aMissingWarcFileIsNotForgottenByTheNextIngest() throws IOException {
    for (String gone : List.of(WARC, "warc")) {
      delete(gone);
      Done found = run("search", "*", "--count");
      assertThat(found.out()).isEqualTo("2\n");
      assertThat(found.err())
          .contains("the index knows documents up to 1:")
          .contains(", where the archive has none any more: see `pressmark verify`");
      page("sandbar" + gone.length());
      Done ingested = run("ingest", press);
      assertThat(ingested.out()).contains("once was complete up to 1:");
      assertThat(archive.resolve("warc/pressmark-00002.warc.gz")).exists();
      Done verified = run("verify");
      assertThat(verified.code()).isEqualTo(3);
      assertThat(verified.out()).contains(WARC + "@0: the file is missing");
      Done repaired = run("repair");
      assertThat(repaired.code()).as(repaired.out()).isZero();
      assertThat(repaired.out())
          .contains("the file is missing; an empty one takes its place; ingest again: ")
          .contains("lighthouse.html")
          .contains("pier.html");
      run("ingest", press);
      assertThat(run("verify").code()).isZero();
      assertThat(run("search", "*", "--count").out()).isEqualTo("3\n");
      delete("");
      Files.delete(press.resolve("sandbar" + gone.length() + ".html"));
      run("ingest", press);
    }
  }

  @Test
  void anEmptiedWarcFileIsNotForgottenEither() throws IOException {
    Files.write(archive.resolve(WARC), new byte[0]);
    page("sandbar");
    assertThat(run("ingest", press).out()).contains("once was complete up to 1:");
    assertThat(run("verify").code()).isEqualTo(3);
    assertThat(run("repair").out()).contains("lighthouse.html").contains("pier.html");
    run("ingest", press);
    assertThat(run("verify").code()).isZero();
    assertThat(run("search", "*", "--count").out()).isEqualTo("3\n");
  }

  @Test
  void aWarcFileThatEndsTooEarlyIsToldWithAllThatIsLost() throws IOException {
    for (String name : List.of("a", "b", "c", "d", "sandbar")) {
      page(name);
    }
    delete("");
    run("ingest", press);
    byte[] bytes = Files.readAllBytes(archive.resolve(WARC));
    Files.write(archive.resolve(WARC), Arrays.copyOf(bytes, bytes.length / 2));
    Done repaired = run("repair");
    assertThat(repaired.out())
        .contains("documents that were in the file are not in it any more; it ends too early")
        .contains("sandbar.html");
    long found = Integer.parseInt(run("search", "*", "--count").out().strip());
    String list = Files.readString(archive.resolve("damaged/list.txt"));
    assertThat(list.lines().filter(line -> line.contains(".html\t")).count())
        .isBetween(7 - found, 8 - found); // one may have been cleaned once more
    run("ingest", press);
    assertThat(run("search", "*", "--count").out()).isEqualTo("7\n");
    assertThat(run("verify").code()).isZero();
  }

  @Test
  void theWarcFileOfAnotherArchiveIsToldWithAllThatIsLost() throws IOException {
    replace(WARC, other());
    assertThat(run("verify").code()).isEqualTo(3);
    Done repaired = run("repair");
    assertThat(repaired.code()).isZero();
    assertThat(repaired.out()).contains("lighthouse.html").contains("pier.html");
    assertThat(Files.readString(archive.resolve("damaged/list.txt")))
        .contains("lighthouse.html\t")
        .contains("pier.html\t");
    assertThat(run("verify").out())
        .contains("these are not in the archive; ingest them again: ")
        .contains("pier.html");
    run("ingest", press);
    assertThat(run("search", "*", "--count").out()).isEqualTo("5\n");
    assertThat(run("verify").code()).isZero();
  }

  /// Else the documents would be archived a second time.
  @Test
  void theIndexOfAnotherArchiveIsMadeAnew() throws Exception {
    Thread.sleep(1_100); // archives are told apart by the second when they were made
    replace("index", other());
    Done found = run("search", "pier", "--count");
    assertThat(found.out()).isEqualTo("1\n");
    assertThat(found.err())
        .contains("the index is of another archive, or of another state of this");
    replace("index", folder.resolve("other"));
    assertThat(run("ingest", press).out()).contains("the index is of another archive");
    Done verified = run("verify");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains(": 2 documents: 2 articles");
  }

  @Test
  void aMissingManifestIsTold() throws IOException {
    delete("manifest-sha256.txt");
    assertThat(run("ingest", press).out())
        .contains("manifest-sha256.txt: the manifest was missing, and is made anew");
    assertThat(run("verify").code()).isZero();
  }

  /// An archive that comes from somebody else may hold links.
  @Test
  void aLinkInThePlaceOfTheLockIsNotFollowed() throws IOException {
    Path thesis = Files.writeString(folder.resolve("thesis.txt"), "three years of work");
    delete("lock");
    Files.createSymbolicLink(archive.resolve("lock"), thesis);
    page("sandbar");
    for (List<String> words : List.of(
        List.of("ingest", press.toString()),
        List.of("reclean", "--accept", "all"),
        List.of("repair"))) {
      Done done = run(words.toArray());
      assertThat(done.code()).isEqualTo(3);
      assertThat(done.err()).contains("lock: is a link").contains("remove the link");
    }
    assertThat(thesis).hasContent("three years of work");
    assertThat(run("search", "*", "--count").out()).isEqualTo("2\n");
  }

  @Test
  void whatIsNoFolderOrNoFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(in(file, "ingest", press).err()).contains("file is there, and is no folder");
    delete("index");
    Files.writeString(archive.resolve("index"), "x");
    assertThat(run("ingest", press).err()).contains("index: is there, and is no folder");
    Files.delete(archive.resolve("index"));
    Files.createDirectory(archive.resolve("warc/pressmark-00002.warc.gz"));
    assertThat(run("ingest", press).code()).isZero();
    assertThat(run("verify").code()).isZero();
    delete("manifest-sha256.txt");
    Files.createDirectory(archive.resolve("manifest-sha256.txt"));
    assertThat(run("ingest", press).err())
        .contains("manifest-sha256.txt: is a folder, and no manifest; move it away");
  }
}
