package org.pressmark.archive;

import java.util.Map;

/// How an archive is written.
///
/// @param rotationBytes a file that has reached this length is followed by another
/// @param program name and version of the program, such as `pressmark 0.1.0`
/// @param settings what the card at the archive's door says besides, such as the rules' versions
public record ArchiveOptions(long rotationBytes, String program, Map<String, String> settings) {
  /// 1 GiB, as the WARC standard advises (WARC 1.1, annex C).
  public static final ArchiveOptions DEFAULTS = new ArchiveOptions(1L << 30, "pressmark", Map.of());

  public ArchiveOptions {
    if (rotationBytes < 1) {
      throw new IllegalArgumentException("files of " + rotationBytes + " bytes");
    }
    settings = Map.copyOf(settings);
  }
}
