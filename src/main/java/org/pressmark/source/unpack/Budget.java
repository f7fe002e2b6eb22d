package org.pressmark.source.unpack;

import static org.pressmark.article.Problem.Kind.EXHAUSTING;

import java.util.function.LongSupplier;

/// How much may still come out of one file, whatever lies in it, and how deep.
public final class Budget {
  private final Limits limits;
  private final LongSupplier packedBytes;
  private final Gauge gauge;
  private long unpackedBytes;
  private long members;
  private boolean isSpent;

  /// @param packedBytes how large the file is, as far as that is known by now
  public Budget(Limits limits, LongSupplier packedBytes) {
    this(limits, packedBytes, new Gauge());
  }

  public Budget(Limits limits, LongSupplier packedBytes, Gauge gauge) {
    this.limits = limits;
    this.packedBytes = packedBytes;
    this.gauge = gauge;
  }

  /// Notes that so many bytes of the file lie behind, where they were not read in their order.
  public void pass(long bytes) {
    gauge.pass(bytes);
  }

  /// Notes that so many bytes came out of what was packed.
  public void unpack(long bytes) throws TornException {
    unpackedBytes += bytes;
    if (unpackedBytes > limits.maxUnpackedBytes()) {
      throw spent("unpacks to more than " + limits.maxUnpackedBytes() + " bytes");
    }
    if (unpackedBytes > limits.freeBytes()
        && unpackedBytes / limits.maxRatio() > packedBytes.getAsLong()) {
      throw spent("unpacks to more than " + limits.maxRatio() + " times its size");
    }
  }

  /// Notes that one more file was found.
  public void member() throws TornException {
    members++;
    if (members > limits.maxMembers()) {
      throw spent("holds more than " + limits.maxMembers() + " files");
    }
  }

  /// Whether a limit was reached, which was told by whoever reached it.
  public boolean isSpent() {
    return isSpent;
  }

  private TornException spent(String what) {
    isSpent = true;
    return new TornException(
        EXHAUSTING,
        what + ", which is the limit for one archive; stopped reading it here. If it is not a bomb,"
            + " unpack it first");
  }
}
