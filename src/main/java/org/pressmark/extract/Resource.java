package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A file that lies beside the classes of this room.
final class Resource {
  private Resource() {}

  static BufferedReader open(String name) throws IOException {
    InputStream bytes = Resource.class.getResourceAsStream(name);
    if (bytes == null) {
      throw new IOException(name + ": not in this program's own jar");
    }
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }
}
