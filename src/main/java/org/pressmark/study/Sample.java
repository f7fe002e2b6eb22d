package org.pressmark.study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.pressmark.article.Mark;
import org.pressmark.search.Key;

/// So many lines of a concordance, drawn by lot.
///
/// Each place draws a number, the first eight bytes of the SHA-256 of `SEED ID PART START` such as
/// `1 pm-mfrggzdfmztwq2lknnwg body 120`; the smallest win. So the same places are drawn on every
/// machine, in whatever order the archive came to be, and a larger sample has all of a smaller one.
public record Sample(int size, long seed) {
  public Sample {
    if (size < 1 || size > Concordance.MAX_SORTED) {
      throw new IllegalArgumentException(size + " is not from 1 to " + Concordance.MAX_SORTED);
    }
  }

  long lot(Mark mark, Key key) {
    String part = key.part().name().toLowerCase(Locale.ROOT);
    String place = seed + " " + mark + " " + part + " " + key.start();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
