package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.cli.Shell.Ran;

/// The release archive, run as it is, by the JDK that runs the tests.
@DisabledOnOs(OS.WINDOWS)
class ReleaseIT {
  private static final String VERSION = "pressmark " + System.getProperty("pressmark.version")
      + " (Java " + Runtime.version().feature();

  @TempDir
  private static Path shared;

  private static Path release;

  @TempDir
  private Path folder;

  private Path home;
  private Path launcher;
  private Shell shell;

  @BeforeAll
  static void unpack() throws Exception {
    release = Release.unpack(shared);
  }

  @BeforeEach
  void setUp() throws Exception {
    home = release;
    launcher = home.resolve("pressmark");
    shell = new Shell(folder)
        .with("PATH", "/usr/bin:/bin")
        .with("PRESSMARK_JAVA_HOME", System.getProperty("java.home"));
  }

  @Test
  void runsWithoutMavenFromAnyFolderThroughALinkAndKeepsItsClasses() throws Exception {
    assertThat(home).isDirectoryNotContaining("glob:**/{pom.xml,src,target}");
    Path page = Pages.lighthouse(folder.resolve("pages"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
    Ran version = shell.run(link, "--version");
    assertThat(version.out()).startsWith(VERSION).endsWith(")\n").hasLineCount(1);
    assertThat(version.err()).isEmpty();
    assertThat(home.resolve("cache/classes")).exists();

    assertThat(shell.run(link, "ingest", page, "--json").out()).contains("\"articles\":1,");
    assertThat(folder.resolve("output/warc")).isDirectory();
    Ran search = shell.run(link, "search", "islanders", "--format", "json");
    assertThat(search.out()).startsWith("{\"query\":\"islanders\",\"total\":1,").hasLineCount(1);
    assertThat(search.err()).isEmpty();
    Ran clean = shell.run(link, "clean", page);
    Files.delete(link);
    assertThat(clean.out()).isEqualTo(Pages.FIRST + "\n" + Pages.SECOND + "\n");
  }

  /// For tests that break what they run.
  private void takeCopy() throws Exception {
    home = folder.resolve("copy");
    launcher = home.resolve("pressmark");
    assertThat(shell.run("cp", "-r", release, home).code()).isZero();
  }

  /// The Java machine itself would go on running what is in the cache.
  @Test
  void runsTheClassesOfAChangedJarAndNotThoseInTheCache() throws Exception {
    takeCopy();
    Path jar = home.resolve("pressmark.jar");
    assertThat(shell.run(launcher, "--version").out()).startsWith(VERSION);
    FileTime time = Files.getLastModifiedTime(jar);
    replaceMain(jar);
    Files.setLastModifiedTime(jar, time); // as a copy that keeps times would leave it
    assertThat(shell.run(launcher, "--version").out()).isEqualTo("changed\n");
    assertThat(shell.run(launcher, "--version").out()).isEqualTo("changed\n");
  }

  private void replaceMain(Path jar) throws IOException {
    Path source = Files.writeString(
        Files.createDirectories(folder.resolve("org/pressmark/cli")).resolve("Main.java"),
        "package org.pressmark.cli; class Main {"
            + " public static void main(String[] args) { System.out.println(\"changed\"); } }");
    OutputStream mute = OutputStream.nullOutputStream();
    ToolProvider.getSystemJavaCompiler()
        .run(null, mute, mute, "--release", "21", source.toString());
    try (FileSystem inside =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Files.copy(
          source.resolveSibling("Main.class"),
          inside.getPath("org/pressmark/cli/Main.class"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void doesWithoutItsCacheWhereThatIsBroken() throws Exception {
    takeCopy();
    assertThat(shell.run(launcher, "--version").code()).isZero();
    Files.writeString(home.resolve("cache/classes"), "broken");
    Ran ran = shell.run(launcher, "help");
    assertThat(ran.out()).startsWith("Usage: pressmark ");
    assertThat(ran.code()).isZero();
  }

  @Test
  void endsQuietlyInAPipe() throws Exception {
    Ran ran = shell.run("sh", "-c", "'" + launcher + "' completion | head -n 1");
    assertThat(ran.out()).isEqualTo("#!/usr/bin/env bash\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void readsFilesWithAnyNameWhateverTheLocale() throws Exception {
    Path page = Pages.lighthouse(folder.resolve("Ünïcödé 灯台"));
    List<String> locales = List.of("C", "POSIX", "C.UTF-8", "tr_TR.UTF-8");
    for (String locale : locales) {
      Ran ran = shell
          .with("LC_ALL", locale)
          .with("PRESSMARK_JAVA_OPTS", "-Duser.language=tr -Duser.country=TR")
          .run(launcher, "clean", "--format", "jsonl", page);
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out()).contains("Ünïcödé 灯台/lighthouse.html", Pages.FIRST);
    }
  }

  @Test
  void commitsWhatIsCompleteWhenItIsStopped() throws Exception {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    for (int i = 0; i < 1200; i++) {
      Files.writeString(pages.resolve(i + ".html"), Pages.LIGHTHOUSE.replace("2019", "2019" + i));
    }
    Path out = folder.resolve("stopped.out");
    Process process = shell.start(out, folder.resolve("stopped.err"), launcher, "ingest", pages);
    while (!Files.isDirectory(folder.resolve("output/index"))) {
      Thread.sleep(50);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(Files.readString(out))
        .contains("; stopped before the end\n")
        .endsWith("\nrun the same command again to go on where this run stopped\n");
    assertThat(shell.run(launcher, "ingest", pages).code()).isZero();
    assertThat(shell.run(launcher, "verify").out())
        .isEqualTo("output: 1,200 documents: 1,200 articles, 0 not cleaned, 0 copies\n"
            + "whole: every byte is as it was written\n");
  }

  @Test
  void holdsAllThatAReleaseNeeds() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("cache"))) // of the first run
          .containsExactlyInAnyOrder(
              "pressmark", "pressmark.jar", "lib", "README.md", "LICENSE", "CHANGELOG.md");
    }
  }
}
