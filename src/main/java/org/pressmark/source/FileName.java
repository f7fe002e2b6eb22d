package org.pressmark.source;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.pressmark.article.Origin;

/// What a path is called, the same on every system and under every locale.
final class FileName {
  private FileName() {}

  /// The path as it was given, with `/` between folders, and without detours: `./press` is `press`.
  static String of(Path path) {
    String name = path.normalize().toString().replace(File.separatorChar, '/');
    return name.isEmpty() ? "." : name;
  }

  /// The last part of a path that was found in a folder.
  ///
  /// Under the locale `C` Java can't spell a name outside ASCII, but its URI still has the bytes.
  static String last(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString();
    return name.indexOf('\uFFFD') < 0 ? name : spelled(path);
  }

  private static String spelled(Path path) {
    String uri = path.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = uri.lastIndexOf('/', end - 1) + 1; i < end; i++) {
      if (uri.charAt(i) == '%') {
        bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(uri.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// The extension of the innermost file in lower case without the dot, and without `.gz` or the
  /// like behind it: `html` for `a/Storm.HTML.gz`, empty for `README`.
  static String extension(Origin origin) {
    String file = origin.file();
    file = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = file.lastIndexOf('.');
    if (dot > 0 && Origin.PACKED.contains(file.substring(dot + 1))) {
      file = file.substring(0, dot);
      dot = file.lastIndexOf('.');
    }
    return dot > 0 ? file.substring(dot + 1) : "";
  }
}
