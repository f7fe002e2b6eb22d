package org.pressmark.source.unpack;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of one file in an archive, as a library gives them out.
public final class Member extends ByPieces {
  private final InputStream in;
  private final Budget budget;
  private final Peeking archive;
  private long bytes;

  /// @param archive what the library reads; where that fails, it is not the member that is broken
  public Member(InputStream in, Budget budget, Peeking archive) {
    this.in = in;
    this.budget = budget;
    this.archive = archive;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int read = in.read(target, offset, length);
      if (read > 0) {
        bytes += read;
        budget.unpack(read);
      }
      return read;
    } catch (TornException e) {
      throw e;
    } catch (IOException e) {
      throw archive.isBroken() ? e : torn(e);
    } catch (RuntimeException e) {
      throw torn(e);
    }
  }

  private TornException torn(Exception e) {
    return new TornException(
        MALFORMED,
        "is broken or cut off: only " + bytes + " bytes could be read",
        " (" + e.getMessage() + ")");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
