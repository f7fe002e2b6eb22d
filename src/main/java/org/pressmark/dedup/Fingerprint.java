package org.pressmark.dedup;

import java.util.Arrays;

/// What a text is recognised by: the hashes of its shingles, which are every three words in a row.
///
/// Three and not five, as is usual for web pages: of a sentence of twelve words with two of them
/// changed, half of the shingles of three are left, and next to nothing of those of five. What
/// three words have in common by chance is weighed down by [Rarity].
public final class Fingerprint {
  /// Words to a shingle.
  static final int WIDTH = 3;

  /// A text with fewer different shingles, of some 34 words, is too short to be told from others:
  /// notices, captions, "subscribe to read on".
  public static final int MIN_SHINGLES = 32;

  /// A text with more is a book, not an article.
  public static final int MAX_SHINGLES = 100_000;

  /// Texts up to this size are looked up by all their shingles, longer ones by a quarter of them.
  static final int SMALL = 160;

  private static final int QUARTER_BITS = 2;

  private final long[] shingles;
  private final long whole;

  private Fingerprint(long[] shingles, long whole) {
    this.shingles = shingles;
    this.whole = whole;
  }

  /// The fingerprint of a clean text. Headlines are not part of it where they are not part of the
  /// text, so another headline makes no other story.
  public static Fingerprint of(String text) {
    return of(Words.of(text));
  }

  static Fingerprint of(Words words) {
    int count = Math.max(0, words.count() - WIDTH + 1);
    long[] shingles = new long[count];
    long whole = count;
    for (int at = 0; at < count; at++) {
      shingles[at] = shingle(words, at);
      whole = Words.mix(whole + shingles[at]);
    }
    return new Fingerprint(distinct(shingles), whole);
  }

  /// The hash of the shingle that begins with this word.
  static long shingle(Words words, int first) {
    return Words.mix(words.hash(first) * 0x9e3779b97f4a7c15L
        + Long.rotateLeft(words.hash(first + 1), 23) * 0xc2b2ae3d27d4eb4fL
        + words.hash(first + 2));
  }

  private static long[] distinct(long[] values) {
    Arrays.sort(values);
    int kept = 0;
    for (long value : values) {
      if (kept == 0 || values[kept - 1] != value) {
        values[kept++] = value;
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /// How many different shingles the text has.
  public int size() {
    return shingles.length;
  }

  /// Whether a text of so many shingles can be compared with others at all.
  public static boolean isComparable(int size) {
    return size >= MIN_SHINGLES && size <= MAX_SHINGLES;
  }

  /// The same for texts with the same words in the same order, and for no others.
  public long whole() {
    return whole;
  }

  /// The shingles by which texts are looked up: those whose hash is small, which are the same in
  /// every text that has them.
  ///
  /// This is MinHash by a bound in place of a number (MOD m in Broder, "On the resemblance and
  /// containment of documents", 1997): a fixed number of smallest hashes tells how much two texts
  /// resemble each other, and misses a short text that stands whole in a long one.
  public long[] sketch() {
    return size() <= SMALL
        ? shingles.clone()
        : Arrays.stream(shingles).filter(Fingerprint::isSmall).toArray();
  }

  /// Whether the sketch of a text of so many shingles has all of them.
  public static boolean isSketchedWhole(int size) {
    return size <= SMALL;
  }

  /// Whether a hash is in the sketch of every text that has it.
  public static boolean isSmall(long hash) {
    return hash >>> (Long.SIZE - QUARTER_BITS) == 0;
  }

  /// The first bits of a hash. Of a hundred million shingles one of seven hundred shares them with
  /// another, which makes it weigh a little less; so much of each is kept where there are many.
  public static final int KEPT_BITS = 36;

  private static final int DROPPED_BITS = Long.SIZE - KEPT_BITS;

  public static long kept(long hash) {
    return hash >>> DROPPED_BITS;
  }

  /// As [#isSmall], of a hash of which the first bits were kept.
  public static boolean isKeptSmall(long kept) {
    return isSmall(kept << DROPPED_BITS);
  }

  /// As [#has], of a hash of which the first bits were kept.
  public boolean hasKept(long kept) {
    int at = Arrays.binarySearch(shingles, kept << DROPPED_BITS);
    int first = at < 0 ? -at - 1 : at;
    return first < shingles.length && kept(shingles[first]) == kept;
  }

  public boolean has(long shingle) {
    return Arrays.binarySearch(shingles, shingle) >= 0;
  }

  /// How many shingles both texts have.
  int common(Fingerprint other) {
    int common = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < shingles.length && theirs < other.shingles.length) {
      int order = Long.compare(shingles[mine], other.shingles[theirs]);
      common += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return common;
  }
}
