package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The application folder that `mvn package` has just made, as a command that starts quickly.
final class App {
  private static final Path FOLDER =
      Path.of(System.getProperty("app", "target/app")).toAbsolutePath();
  private static final Path CLASSES = FOLDER.resolveSibling("integration-test.jsa");

  private App() {}

  /// The process itself, without the launcher, so that a test can kill it.
  static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:SharedArchiveFile=" + CLASSES,
        "-Xlog:disable",
        "-jar",
        FOLDER.resolve("pressmark.jar").toString());
  }

  /// Runs once over some documents, so that the Java machine keeps the classes it has loaded.
  static void keepClasses(Path folder) throws IOException, InterruptedException {
    Path press = Press.write(folder.resolve("some"), 1, 40);
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ArchiveClassesAtExit=" + CLASSES,
            "-Xlog:disable",
            "-jar",
            FOLDER.resolve("pressmark.jar").toString(),
            "ingest",
            press.toString(),
            "--archive",
            folder.resolve("some-archive").toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    Stories.delete(press);
    Stories.delete(folder.resolve("some-archive"));
    Files.createDirectories(folder);
  }
}
