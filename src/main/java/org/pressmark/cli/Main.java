package org.pressmark.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The program. All that `--version` needs is here, so that it is answered before anything else is
/// loaded.
public final class Main {
  // Held, because the log manager does not: a logger that nobody holds forgets its level.
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] args) {
    Desk desk = Desk.ofProcess();
    System.exit(run(desk, args));
  }

  static int run(Desk desk, String... args) {
    try {
      int code = answer(desk, args);
      desk.flush();
      return code;
    } catch (Desk.ClosedException e) {
      return Commands.closed(desk, e);
    } catch (OutOfMemoryError e) {
      desk.say(Commands.NO_MEMORY);
      return Exit.FAILED;
    } catch (IOException e) {
      throw new IllegalStateException("commands answer for their own trouble", e);
    }
  }

  private static int answer(Desk desk, String... args) throws IOException {
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      desk.print(version() + "\n");
      return Exit.WELL;
    }
    ROOT.setLevel(Level.SEVERE);
    return Commands.run(desk, args);
  }

  /// `pressmark 0.1.0 (Java 25.0.3)`
  static String version() {
    String own = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
    return "pressmark " + own + " (Java " + System.getProperty("java.version") + ")";
  }
}
