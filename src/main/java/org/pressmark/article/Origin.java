package org.pressmark.article;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Where a document comes from: a path as the user would type it, and inside a file of many
/// documents which one.
///
/// `new Origin("press/2021.jsonl", Optional.of("17"))` is written `press/2021.jsonl#17`.
///
/// @param path with `/` between folders on every system
/// @param member the record's number or name inside the file, absent where the file is the document
public record Origin(String path, Optional<String> member) {
  private static final Set<String> COMPRESSED = Set.of("gz", "bz2", "xz", "zst");

  public Origin {
    Objects.requireNonNull(path);
    Objects.requireNonNull(member);
  }

  public static Origin of(String path) {
    return new Origin(path, Optional.empty());
  }

  public Origin member(String name) {
    return new Origin(path, Optional.of(name));
  }

  /// The file's name without folder and extension: `a/storm.html.gz` is `storm`, and its third
  /// record `storm#3`.
  public String name() {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    if (dot > 0 && COMPRESSED.contains(file.substring(dot + 1).toLowerCase(Locale.ROOT))) {
      file = file.substring(0, dot);
      dot = file.lastIndexOf('.');
    }
    String stem = dot > 0 ? file.substring(0, dot) : file;
    return member.map(m -> stem + "#" + m).orElse(stem);
  }

  @Override
  public String toString() {
    return member.map(m -> path + "#" + m).orElse(path);
  }
}
