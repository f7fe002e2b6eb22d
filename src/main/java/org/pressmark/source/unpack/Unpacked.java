package org.pressmark.source.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// What was packed, as it was before.
public final class Unpacked extends ByPieces {
  private final Packing packing;
  private final Peeking packed;
  private final Budget budget;
  private Optional<InputStream> content = Optional.empty();
  private long bytes;

  public Unpacked(Packing packing, Peeking packed, Budget budget) {
    this.packing = packing;
    this.packed = packed;
    this.budget = budget;
  }

  /// @param content what the packing gives, where that was opened already
  public Unpacked(Packing packing, Peeking packed, Budget budget, InputStream content) {
    this(packing, packed, budget);
    this.content = Optional.of(content);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = unpack(target, offset, length);
    if (read > 0) {
      bytes += read;
      budget.unpack(read);
    }
    return read;
  }

  /// Libraries tell of broken data in many ways, and not all of them are an [IOException].
  private int unpack(byte[] target, int offset, int length) throws IOException {
    try {
      if (content.isEmpty()) {
        content = Optional.of(packing.unpack(packed));
      }
      return content.get().read(target, offset, length);
    } catch (TornException e) {
      throw e;
    } catch (IOException e) {
      throw packed.isBroken() ? e : packing.torn(bytes);
    } catch (RuntimeException e) {
      throw packing.torn(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    if (content.isPresent()) {
      content.get().close();
    }
    packed.close();
  }
}
