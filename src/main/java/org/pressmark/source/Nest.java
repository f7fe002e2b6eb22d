package org.pressmark.source;

import org.pressmark.source.unpack.Budget;
/// How deep something lies in files that hold files, and what they share.
///
/// @param depth in how many of them it lies
/// @param budget how much may still come out of the outermost
/// @param heldBytes how many bytes of the archives that it lies in are in memory
/// @param remarks who is told how it was read

record Nest(SourceOptions options, Budget budget, int depth, long heldBytes, Remarks remarks) {
  Nest(SourceOptions options, Budget budget, Remarks remarks) {
    this(options, budget, 0, 0, remarks);
  }

  Nest deeper() {
    return new Nest(options, budget, depth + 1, heldBytes, remarks);
  }

  Nest holding(long bytes) {
    return new Nest(options, budget, depth, heldBytes + bytes, remarks);
  }

  /// How many bytes of an archive may be held in memory here: all levels share what one document
  /// may have.
  long room() {
    return Math.max(0, options.maxBytes() - heldBytes);
  }

  boolean isTooDeep() {
    return depth >= options.limits().maxDepth();
  }
}
