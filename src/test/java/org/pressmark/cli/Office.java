package org.pressmark.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Runs commands like functions: words in, what was printed and the exit code out.
final class Office {
  /// What a command did.
  @SuppressWarnings("ArrayRecordComponent") // the very bytes; nobody compares records of this
  record Done(int code, byte[] bytes, String err) {
    String out() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private final Map<String, String> environment = new HashMap<>();
  private Set<Desk.End> terminals = EnumSet.noneOf(Desk.End.class);
  private byte[] input = {};

  Office onTerminal() {
    terminals = EnumSet.allOf(Desk.End.class);
    return this;
  }

  Office with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Office reading(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Done run(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Desk desk = new Desk(new ByteArrayInputStream(input), out, err, terminals, environment);
    String[] args = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      args[i] = words[i].toString();
    }
    int code = Main.run(desk, args);
    return new Done(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }
}
