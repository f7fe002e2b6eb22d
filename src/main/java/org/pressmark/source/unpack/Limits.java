package org.pressmark.source.unpack;

import java.io.Serializable;

/// How much may come out of one file that holds files, so that no bomb goes off.
///
/// @param maxDepth how many archives may lie in each other
/// @param maxMembers how many files may lie in it, at all depths
/// @param maxUnpackedBytes how many bytes may come out of it, at all depths
/// @param maxRatio how many times its own size may come out of it; deflate alone reaches 1,032
/// @param freeBytes how many bytes may come out of it whatever the ratio
public record Limits(
    int maxDepth, long maxMembers, long maxUnpackedBytes, int maxRatio, long freeBytes)
    implements Serializable {
  public static final Limits DEFAULTS = new Limits(8, 20_000_000, 16L << 40, 1_000, 1L << 30);
}
