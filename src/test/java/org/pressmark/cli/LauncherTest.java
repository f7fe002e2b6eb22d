package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.cli.Shell.Ran;

/// The launcher with a Java and a Maven that only say what they were asked to do.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String BUILDING =
      "pressmark: building Pressmark (first use, about a minute) …\n";

  @TempDir
  private Path folder;

  private Path home;
  private Path launcher;
  private Shell shell;

  @BeforeEach
  void setUp() throws IOException {
    folder = folder.toRealPath();
    home = Files.createDirectories(folder.resolve("a tree"));
    launcher = Files.copy(Path.of("pressmark"), home.resolve("pressmark"));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(home.resolve("src/main/java"));
    Files.writeString(home.resolve("src/main/java/A.java"), "class A {}");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    java("good", "25.0.1");
    maven("cp /dev/null \"$app/lib/lib.jar\"", "echo jar > \"$app/pressmark.jar\"");
    shell = new Shell(folder)
        .with("PATH", folder.resolve("bin") + ":/usr/bin:/bin")
        .with("PRESSMARK_JAVA_HOME", folder.resolve("good"));
  }

  /// A Java that says which it is and how it was started.
  private Path java(String name, String version) throws IOException {
    Path java = folder.resolve(name);
    Shell.script(
        java.resolve("bin/java"), "printf '%s' '" + name + "'; printf ' [%s]' \"$@\"; echo");
    Shell.script(java.resolve("bin/javac"));
    Files.writeString(
        java.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\""
            + version + "+7\"\n");
    return java;
  }

  /// A Maven that counts its runs in `builds`.
  private void maven(String... lines) throws IOException {
    Shell.script(
        folder.resolve("bin/mvn"),
        "echo built >> '" + folder.resolve("builds") + "'",
        "for arg; do case $arg in -Dapp.directory=*) app=${arg#*=} ;; esac; done",
        "mkdir -p \"$app/lib\"",
        String.join("\n", lines));
  }

  private long builds() throws IOException {
    Path builds = folder.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  @Test
  void buildsOnceAndSaysSo() throws Exception {
    Ran first = shell.run(launcher, "search", "a b", "*");
    assertThat(first.err()).isEqualTo(BUILDING);
    assertThat(first.out())
        .startsWith("good [")
        .endsWith("[-jar] [" + home + "/target/app/pressmark.jar] [search] [a b] [*]\n");
    Ran second = shell.run(launcher, "search", "x");
    assertThat(second.err()).isEmpty();
    assertThat(second.code()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"pom.xml", "src/main/java/A.java", "src/main/java"})
  void buildsAgainWhenAnythingIsNewer(String changed) throws Exception {
    shell.run(launcher, "search", "x");
    Files.setLastModifiedTime(home.resolve(changed), FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(shell.run(launcher, "search", "x").err()).isEqualTo(BUILDING);
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void leavesNoHalfOfAFailedBuild() throws Exception {
    maven("echo what went wrong", "echo half > \"$app/pressmark.jar\"", "exit 1");
    Ran ran = shell.run(launcher, "--version");
    assertThat(ran.code()).isEqualTo(70);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(BUILDING + "what went wrong\n"
            + "pressmark: the build failed; all that it said is in " + home
            + "/target/build.log\n");
    assertThat(home.resolve("target/app")).doesNotExist();
    try (var left = Files.list(home.resolve("target"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("build.log", "build.start");
    }
  }

  @Test
  void buildsOnceForTwoAtOnce() throws Exception {
    maven("sleep 2", "echo jar > \"$app/pressmark.jar\"");
    Path out = folder.resolve("out1");
    Process other = shell.start(out, folder.resolve("err1"), launcher, "search", "x");
    Ran ran = shell.run(launcher, "search", "x");
    assertThat(other.waitFor()).isZero();
    assertThat(ran.code()).isZero();
    assertThat(Files.readString(out)).isEqualTo(ran.out());
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void passesOverTheLockOfAProcessThatIsGone() throws Exception {
    Process gone = new ProcessBuilder("/bin/true").start();
    gone.waitFor();
    Files.createDirectories(home.resolve("target"));
    Files.createSymbolicLink(home.resolve("target/build.lock"), Path.of(Long.toString(gone.pid())));
    assertThat(shell.run(launcher, "search", "x").err()).isEqualTo(BUILDING);
    assertThat(home.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void saysWhenThereIsNoMaven() throws Exception {
    Files.delete(folder.resolve("bin/mvn"));
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : new String[] {"find", "mkdir", "readlink", "sh"}) {
      Shell.script(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
    }
    Ran ran = shell.with("PATH", tools).with("MAVEN_HOME", folder).run(launcher, "--version");
    assertThat(ran.code()).isEqualTo(69);
    assertThat(ran.err())
        .isEqualTo("pressmark: found no Maven to build with; install it (Debian: apt-get install"
            + " maven), or take a release archive, which needs none\n");
  }

  @Test
  void runsThroughLinksAndFromAnotherFolder() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("absolute"), launcher);
    Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));
    Ran ran = shell.run(links.resolve("relative"), "search", "x");
    assertThat(ran.out()).contains("[" + home + "/target/app/pressmark.jar]");
    Ran found = shell
        .with("PATH", links + ":" + folder.resolve("bin") + ":/usr/bin:/bin")
        .run("/bin/sh", "-c", "cd / && relative search x");
    assertThat(found.out()).isEqualTo(ran.out());
  }

  @Test
  void runsTheJarBesideItWhereThereIsOne() throws Exception {
    Files.delete(home.resolve("pom.xml"));
    Files.writeString(home.resolve("pressmark.jar"), "jar");
    Ran ran = shell.run(launcher, "search", "x");
    assertThat(ran.out()).contains("[" + home + "/pressmark.jar]");
    assertThat(ran.err()).isEmpty();
    assertThat(builds()).isZero();
  }

  @Test
  void prefersItsOwnVariableThenJavaHome() throws Exception {
    java("other", "21.0.2");
    shell.with("JAVA_HOME", folder.resolve("other"));
    assertThat(shell.run(launcher, "search", "x").out()).startsWith("good ");
    shell.with("PRESSMARK_JAVA_HOME", "");
    assertThat(shell.run(launcher, "search", "x").out()).startsWith("other ");
  }

  @Test
  void passesOverAJavaThatIsTooOldAndSaysSoWhereItWasAskedFor() throws Exception {
    java("old", "17.0.15");
    java("other", "22");
    Ran ran = shell
        .with("PRESSMARK_JAVA_HOME", folder.resolve("old"))
        .with("JAVA_HOME", folder.resolve("other"))
        .run(launcher, "search", "x");
    assertThat(ran.out()).startsWith("other ");
    assertThat(ran.err())
        .startsWith("pressmark: PRESSMARK_JAVA_HOME: " + folder.resolve("old")
            + " is not a Java 21 or newer; looking elsewhere\n");
  }

  @Test
  void saysWhatToInstallWhereThereIsNoJava() throws Exception {
    Files.writeString(
        launcher, Files.readString(launcher).replace("oldest_java=21", "oldest_java=2100"));
    Ran ran = shell.with("PRESSMARK_JAVA_HOME", "").run(launcher, "--version");
    assertThat(ran.code()).isEqualTo(69);
    assertThat(ran.err())
        .isEqualTo("pressmark: found no Java 2100 or newer; install a JDK, such as Eclipse Temurin"
            + " 25 (https://adoptium.net) or Debian's openjdk-21-jdk-headless, or point"
            + " PRESSMARK_JAVA_HOME at one\n");
  }

  @ParameterizedTest
  @CsvSource({
    "search, '', -XX:+UseSerialGC",
    "ingest, '', -XX:+UseParallelGC",
    "clean, '', -XX:+UseParallelGC",
    "search, -XX:+UseG1GC, -XX:+UseG1GC",
    "ingest, -XX:+UseZGC -Xmx1g, -XX:+UseZGC",
  })
  void startsJavaAsTheCommandNeedsIt(String command, String wish, String collector)
      throws Exception {
    Ran ran = shell.with("PRESSMARK_JAVA_OPTS", wish).run(launcher, command, "x");
    assertThat(ran.out().split("GC]", -1)).hasSize(2);
    assertThat(ran.out()).contains("[" + collector + "]");
  }

  @Test
  void runsWhatIsThereWhereNothingCanBeWritten() throws Exception {
    shell.run(launcher, "search", "x");
    Files.setLastModifiedTime(
        home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
    Path target = home.resolve("target");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      // Root may write anywhere, so all that can be said for every user is that it runs.
      assertThat(shell.run(launcher, "search", "x").code()).isZero();
    } finally {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
