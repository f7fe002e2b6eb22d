package org.pressmark.archive;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How an archive is written.
///
/// @param rotationBytes a file that has reached this length is followed by another
/// @param program name and version of the program, such as `pressmark 0.1.0`
/// @param settings what the card at the archive's door says besides, such as the rules' versions
/// @param kept names of the rules that were switched off, for all of the archive's articles alike
public record ArchiveOptions(
    long rotationBytes, String program, Map<String, String> settings, Set<String> kept) {
  /// 1 GiB, as the WARC standard advises (WARC 1.1, annex C).
  public static final ArchiveOptions DEFAULTS =
      new ArchiveOptions(1L << 30, "pressmark", Map.of(), Set.of());

  public ArchiveOptions {
    if (rotationBytes < 1) {
      throw new IllegalArgumentException("files of " + rotationBytes + " bytes");
    }
    settings = Map.copyOf(settings);
    kept = Set.copyOf(kept);
  }

  /// The same, with other rules switched off.
  ArchiveOptions keeping(Set<String> names) {
    return new ArchiveOptions(rotationBytes, program, settings, names);
  }

  /// The names in order, with commas: `comments-line,share-bar`. Empty where there are none.
  String keptNames() {
    return kept.stream().sorted().collect(Collectors.joining(","));
  }
}
