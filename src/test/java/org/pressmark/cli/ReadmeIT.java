package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Every command that the README shows, in its order, run by the packaged program.
@DisabledOnOs(OS.WINDOWS)
class ReadmeIT {
  private static final Pattern EXIT = Pattern.compile("# exits ([0-9]+)");

  @TempDir
  private Path folder;

  @Test
  void theCommandsOfTheReadmeDoWhatItSays() throws Exception {
    Path home = Release.unpack(folder);
    copy(Path.of("corpus"), home.resolve("corpus"));
    Shell shell = new Shell(home).with("PRESSMARK_JAVA_HOME", System.getProperty("java.home"));
    List<String> lines = commands(Path.of("README.md"));
    assertThat(lines).hasSizeGreaterThan(5).anyMatch(line -> line.contains(" search "));
    for (String line : lines) {
      Shell.Ran ran = shell.run("sh", "-c", line);
      Matcher exit = EXIT.matcher(line);
      int code = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
      assertThat(ran.code()).as("%s%n%s%s", line, ran.out(), ran.err()).isEqualTo(code);
      assertThat(ran.out() + ran.err()).as(line).isNotEmpty();
    }
  }

  /// The lines that start the program, out of the blocks that are marked as shell.
  private static List<String> commands(Path readme) throws IOException {
    List<String> commands = new ArrayList<>();
    boolean isShell = false;
    for (String line : Files.readAllLines(readme)) {
      if (line.startsWith("```")) {
        isShell = line.equals("```sh");
      } else if (isShell && line.startsWith("./pressmark ")) {
        commands.add(line);
      }
    }
    return commands;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
