package org.pressmark.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.util.IntsRefBuilder;
import org.pressmark.dedup.Fingerprint;
import org.pressmark.dedup.Rarity;

/// What the sketches of some texts have in common with all others, read in one pass over the hashes
/// that are shared. Texts come by the lot, so that memory is bounded whatever the archive holds.
final class Sketches {
  /// Texts to a lot: at most some 60 MB of terms and places.
  static final int LOT = 50_000;

  /// A shingle that more texts have brings each of them together with a few of them only, not all
  /// with all.
  private static final int MAX_TOGETHER = 64;

  /// So few: those with the first marks. A story that stands in a hundred papers is one family
  /// through them.
  private static final int HUBS = 8;

  /// A shingle that more texts have brings nobody together; it is a turn of the language.
  private static final int MAX_TEXTS = 10_000;

  /// In place of how many texts have a shingle: a term that stands for the whole text.
  private static final int OF_WHOLE = 0;

  private final Texts texts;
  private final int from;
  private final int to;
  private final Weights weights;

  /// A term has a hash, a number of texts that have it, and the texts that it brings together:
  /// those in `places` from its begin to the begin of the next term.
  private long[] hashes = new long[1 << 12];
  private int[] textsOf = new int[1 << 12];
  private int[] begins = new int[1 << 12];
  private int terms;
  private final IntsRefBuilder places = new IntsRefBuilder();
  private final IntsRefBuilder[] termsOf;

  /// How much the shingles of each text weigh. Filled by the first lot's pass, for all texts.
  static final class Weights {
    private final Texts texts;
    // What shingles weigh less than the full weight, in sum.
    private final int[] lacks;
    private final int[] lacksOfSmall;
    // What shingles weigh that more than MAX_TOGETHER texts have, in sum.
    private final int[] common;
    private final int[] commonOfSmall;
    private boolean isFull;

    Weights(Texts texts) {
      this.texts = texts;
      this.lacks = new int[texts.count()];
      this.lacksOfSmall = new int[texts.count()];
      this.common = new int[texts.count()];
      this.commonOfSmall = new int[texts.count()];
    }

    private void add(int text, long hash, int weight, boolean isCommon) {
      int lack = Rarity.FULL - weight;
      lacks[text] += lack;
      common[text] += isCommon ? weight : 0;
      if (Fingerprint.isKeptSmall(hash)) {
        lacksOfSmall[text] += lack;
        commonOfSmall[text] += isCommon ? weight : 0;
      }
    }

    /// The weight of the lighter of two texts, by the shingles that both would have in their
    /// sketches.
    int lighter(int one, int other) {
      boolean whole = texts.isSketchedWhole(one) && texts.isSketchedWhole(other);
      return Math.min(weight(one, whole), weight(other, whole));
    }

    private int weight(int text, boolean whole) {
      return whole
          ? Rarity.FULL * texts.size(text) - lacks[text]
          : Rarity.FULL * texts.sketched(text) - lacksOfSmall[text];
    }

    /// All shingles of a sketch.
    Weighed sketch(int text, boolean whole) {
      return new Weighed(whole ? texts.size(text) : texts.sketched(text), weight(text, whole));
    }

    /// What two texts can have in common at the most in shingles that many texts have.
    int mostInCommon(int one, int other) {
      boolean whole = texts.isSketchedWhole(one) && texts.isSketchedWhole(other);
      return whole
          ? Math.min(common[one], common[other])
          : Math.min(commonOfSmall[one], commonOfSmall[other]);
    }
  }

  /// Reads the sketches of the texts from a number up to another.
  Sketches(Texts texts, int from, int to, Weights weights) throws IOException {
    this.texts = texts;
    this.from = from;
    this.to = to;
    this.weights = weights;
    this.termsOf = new IntsRefBuilder[to - from];
    Arrays.setAll(termsOf, text -> new IntsRefBuilder());
    Sharing sharing = new Sharing(texts.reader());
    sharing.sketches(this::read);
    weights.isFull = true;
    sharing.whole(this::readWhole);
    begins = Arrays.copyOf(begins, terms + 1);
    begins[terms] = places.length();
  }

  private void read(long hash, IntsRefBuilder having) {
    int weight = Rarity.weight(having.length());
    if (!weights.isFull && weight < Rarity.FULL) {
      weigh(having, hash, weight);
    }
    if (isHere(having)) {
      add(hash, having, having.length() <= MAX_TOGETHER);
    }
  }

  /// Texts of the very same words, however many: each is brought together with the first two.
  private void readWhole(long hash, IntsRefBuilder having) {
    if (isHere(having)) {
      put(0, OF_WHOLE, having, first(having, 2));
    }
  }

  private boolean isHere(IntsRefBuilder having) {
    for (int at = 0; at < having.length(); at++) {
      if (having.intAt(at) >= from && having.intAt(at) < to) {
        return true;
      }
    }
    return false;
  }

  private void weigh(IntsRefBuilder having, long hash, int weight) {
    for (int at = 0; at < having.length(); at++) {
      weights.add(having.intAt(at), hash, weight, having.length() > MAX_TOGETHER);
    }
  }

  private void add(long hash, IntsRefBuilder having, boolean allWithAll) {
    int count = having.length();
    if (allWithAll) {
      put(hash, count, having, ints(having));
    } else {
      put(hash, count, having, count <= MAX_TEXTS ? first(having, HUBS) : new int[0]);
    }
  }

  private static int[] ints(IntsRefBuilder having) {
    return Arrays.copyOf(having.ints(), having.length());
  }

  /// Those of the lowest ranks, in their order.
  private int[] first(IntsRefBuilder having, int count) {
    int[] first = new int[Math.min(count, having.length())];
    int found = 0;
    for (int next = 0; next < having.length(); next++) {
      int text = having.intAt(next);
      int at = found;
      while (at > 0 && texts.rank(first[at - 1]) > texts.rank(text)) {
        at--;
      }
      if (at < first.length) {
        found = Math.min(found + 1, first.length);
        System.arraycopy(first, at, first, at + 1, found - 1 - at);
        first[at] = text;
      }
    }
    return first;
  }

  private void put(long hash, int count, IntsRefBuilder having, int[] together) {
    if (terms + 1 >= hashes.length) {
      hashes = Arrays.copyOf(hashes, terms * 2);
      textsOf = Arrays.copyOf(textsOf, terms * 2);
      begins = Arrays.copyOf(begins, terms * 2);
    }
    hashes[terms] = hash;
    textsOf[terms] = count;
    begins[terms] = places.length();
    for (int text : together) {
      places.append(text);
    }
    for (int at = 0; at < having.length(); at++) {
      int text = having.intAt(at);
      if (text >= from && text < to) {
        termsOf[text - from].append(terms);
      }
    }
    terms++;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /// The texts that a text was brought together with.
  static final class Company {
    private final IntsRefBuilder met = new IntsRefBuilder();
    private final int[] weighed;
    private final int[] times;

    Company(Texts texts) {
      this.weighed = new int[texts.count()];
      this.times = new int[texts.count()];
    }

    int size() {
      return met.length();
    }

    int other(int number) {
      return met.intAt(number);
    }

    /// What the shingles weigh that brought them together.
    int weighed(int other) {
      return weighed[other];
    }

    /// How many shingles brought them together; very many where the texts are the same.
    int times(int other) {
      return times[other];
    }

    private void meet(int other, int count) {
      if (times[other] == 0) {
        met.append(other);
      }
      weighed[other] += count == OF_WHOLE ? 0 : Rarity.weight(count);
      times[other] += count == OF_WHOLE ? Fingerprint.MAX_SHINGLES : 1;
    }

    private void part() {
      for (int at = 0; at < met.length(); at++) {
        weighed[met.intAt(at)] = 0;
        times[met.intAt(at)] = 0;
      }
      met.clear();
    }
  }

  /// Brings a text of this lot together with all that it may be like.
  void gather(int text, Company company) {
    company.part();
    IntsRefBuilder own = termsOf[text - from];
    for (int at = 0; at < own.length(); at++) {
      int term = own.intAt(at);
      for (int place = begins[term]; place < begins[term + 1]; place++) {
        if (places.intAt(place) != text) {
          company.meet(places.intAt(place), textsOf[term]);
        }
      }
    }
  }

  /// Shingles of a sketch, and what they weigh in sum.
  record Weighed(int count, long weight) {
    /// What so many shingles weigh of which this is a sample.
    double of(int shingles) {
      return count == 0 ? (double) Rarity.FULL * shingles : (double) weight / count * shingles;
    }

    Weighed without(Weighed part) {
      return new Weighed(count - part.count, weight - part.weight);
    }
  }

  /// How many texts have each of the shingles of this text's sketch that another text has too.
  int[] sharing(int text, Fingerprint other, boolean whole) {
    IntsRefBuilder counts = new IntsRefBuilder();
    common(text, other, whole, count -> {
      counts.append(count);
      return 0;
    });
    return ints(counts);
  }

  /// The shingles of this text's sketch that another text has too.
  ///
  /// @param whole whether both texts are sketched whole
  /// @param weight of a shingle, by how many texts have it
  Weighed common(int text, Fingerprint other, boolean whole, IntUnaryOperator weight) {
    int count = 0;
    long sum = 0;
    IntsRefBuilder own = termsOf[text - from];
    for (int at = 0; at < own.length(); at++) {
      int term = own.intAt(at);
      if (textsOf[term] != OF_WHOLE
          && (whole || Fingerprint.isKeptSmall(hashes[term]))
          && other.hasKept(hashes[term])) {
        count++;
        sum += weight.applyAsInt(textsOf[term]);
      }
    }
    return new Weighed(count, sum);
  }
}
