package org.pressmark.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pressmark.export.Screen;

/// What a command has before it: where it reads, where results go, where everything else goes.
///
/// Always UTF-8, whatever the locale says, so that the same input gives the same bytes out.
final class Desk {
  /// The ends of a command that may be a terminal.
  enum End {
    IN,
    OUT,
    ERR
  }

  /// Nobody takes the results any more, or the device they go to failed.
  static final class ClosedException extends IOException {
    private static final long serialVersionUID = 1;

    ClosedException(IOException cause) {
      super("standard output: " + cause.getMessage(), cause);
    }

    /// Whether the reader has simply seen enough, as in `| head`.
    boolean isEnough() {
      String message = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
      return message.contains("broken pipe") || message.contains("closed");
    }
  }

  private final InputStream in;
  private final OutputStream out;
  private final PrintWriter err;
  private final Set<End> terminals;
  private final Map<String, String> environment;
  private boolean closed;

  Desk(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Set<End> terminals,
      Map<String, String> environment) {
    this.in = in;
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
    this.terminals = Set.copyOf(terminals);
    this.environment = Map.copyOf(environment);
  }

  /// The process's own ends. The launcher says which of them are terminals, in the system property
  /// `pressmark.terminal`: asking the JDK would cost a start-up some 50 ms.
  static Desk ofProcess() {
    String launched = System.getProperty("pressmark.terminal", "");
    Set<End> terminals = EnumSet.noneOf(End.class);
    for (End end : End.values()) {
      if (launched.contains(end.name().toLowerCase(Locale.ROOT))) {
        terminals.add(end);
      }
    }
    return new Desk(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        terminals,
        System.getenv());
  }

  InputStream in() {
    return in;
  }

  boolean isTerminal(End end) {
    return terminals.contains(end);
  }

  String environment(String name) {
    return environment.getOrDefault(name, "");
  }

  /// Whether results may have colours (https://no-color.org).
  boolean isColoured() {
    return isTerminal(End.OUT)
        && environment("NO_COLOR").isEmpty()
        && !environment("TERM").equals("dumb");
  }

  /// Results that are ours from the first to the last character.
  void print(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Results that came from a document: as they are for a program that reads them, without a
  /// terminal's orders for a terminal.
  void printFound(String text) throws IOException {
    print(isTerminal(End.OUT) ? Screen.text(text) : text);
  }

  void write(byte[] bytes) throws IOException {
    if (!closed) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        throw close(e);
      }
    }
  }

  void flush() throws IOException {
    if (!closed) {
      try {
        out.flush();
      } catch (IOException e) {
        throw close(e);
      }
    }
  }

  /// Trouble is told once; what is written after it goes nowhere.
  private ClosedException close(IOException trouble) {
    closed = true;
    return new ClosedException(trouble);
  }

  /// Tells the user something that is not a result.
  void say(String line) {
    err.println("pressmark: " + Screen.line(line));
  }

  /// As it is, for help texts and progress.
  PrintWriter err() {
    return err;
  }
}
