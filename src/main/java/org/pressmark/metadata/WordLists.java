package org.pressmark.metadata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lists of words beside this room; a line that begins with `#` is a remark.
final class WordLists {
  private WordLists() {}

  static List<String> lines(String name) {
    try (InputStream list = WordLists.class.getResourceAsStream(name)) {
      if (list == null) {
        throw new IllegalStateException("the list " + name + " is missing from the program");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
