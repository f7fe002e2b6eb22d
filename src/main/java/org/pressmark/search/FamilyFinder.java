package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.apache.lucene.index.IndexReader;
import org.pressmark.article.Mark;
import org.pressmark.dedup.Fingerprint;
import org.pressmark.dedup.Grouping;
import org.pressmark.dedup.Kinship;
import org.pressmark.dedup.Likeness;
import org.pressmark.dedup.Link;
import org.pressmark.dedup.Rarity;
import org.pressmark.dedup.Rewording;

/// Finds the families among all articles of an index.
///
/// The sketches in the index bring together the texts that may be alike; whether they are is told
/// from the texts themselves. Everything is decided pair by pair and put in the order of marks, so
/// the same articles make the same families, whatever order they came in.
final class FamilyFinder {
  /// For looking up a link, of which only the two ends count.
  private static final Likeness NOTHING = new Likeness(0, 0, 0);

  private final Texts texts;
  private final Kinship kinship;
  private final LongConsumer done;
  private final Sketches.Weights weights;

  /// By the ranks of two texts, the lower one first.
  private final SortedSet<Link> links = new TreeSet<>();

  private FamilyFinder(Texts texts, Kinship kinship, LongConsumer done) {
    this.texts = texts;
    this.kinship = kinship;
    this.done = done;
    this.weights = new Sketches.Weights(texts);
  }

  /// @param done is told of how many texts the kin have been found by now
  static Families find(IndexReader reader, Kinship kinship, LongConsumer done) throws IOException {
    Texts texts = new Texts(reader);
    FamilyFinder finder = new FamilyFinder(texts, kinship, done);
    for (int from = 0; from < texts.count(); from += Sketches.LOT) {
      int to = Math.min(texts.count(), from + Sketches.LOT);
      finder.link(new Sketches(texts, from, to, finder.weights));
    }
    return new Families(finder.families(), texts.tooShort(), texts.tooLong());
  }

  private void link(Sketches sketches) throws IOException {
    Sketches.Company company = new Sketches.Company(texts);
    for (int text = sketches.from(); text < sketches.to(); text++) {
      sketches.gather(text, company);
      for (int at = 0; at < company.size(); at++) {
        if (isWorthALook(text, company.other(at), company)) {
          link(sketches, text, company.other(at));
        }
      }
      done.accept(text + 1L);
    }
  }

  /// Whether two texts may be like each other, by their sketches alone.
  private boolean isWorthALook(int text, int other, Sketches.Company company) {
    long common = (long) company.weighed(other) + weights.mostInCommon(text, other);
    int sketch = Math.min(texts.sketched(text), texts.sketched(other));
    return Kinship.mayBeRareEnough(common, weights.lighter(text, other))
        || 2 * company.times(other) >= sketch; // perhaps twins
  }

  private void link(Sketches sketches, int text, int other) throws IOException {
    int one = Math.min(texts.rank(text), texts.rank(other));
    int two = Math.max(texts.rank(text), texts.rank(other));
    if (links.contains(new Link(one, two, NOTHING))) {
      return;
    }
    Likeness likeness = Likeness.of(texts.fingerprint(text), texts.fingerprint(other));
    boolean isKin = kinship.joins(likeness)
        && (Kinship.areTwins(likeness) || isRareEnough(sketches, text, other, likeness));
    if (isKin || kinship.mayJoin(likeness) && isReworded(sketches, text, other)) {
      links.add(new Link(one, two, likeness));
    }
  }

  /// Whether they are one story, edited in every sentence.
  private boolean isReworded(Sketches sketches, int text, int other) throws IOException {
    boolean whole = texts.isSketchedWhole(text) && texts.isSketchedWhole(other);
    Sketches.Weighed rare = sketches.common(
        text,
        texts.fingerprint(other),
        whole,
        texts.areOfOneOutlet(text, other) ? Rarity::weightIfRareInAPaper : Rarity::weightIfRare);
    boolean isFirstShorter = texts.size(text) <= texts.size(other);
    int shorter = whole
        ? Math.min(texts.size(text), texts.size(other))
        : Math.min(texts.sketched(text), texts.sketched(other));
    return Kinship.isRareEnoughReworded(rare.weight(), weights.lighter(text, other), shorter)
        && kinship.joins(Rewording.of(
            texts.body(isFirstShorter ? text : other), texts.body(isFirstShorter ? other : text)));
  }

  /// How many shingles the texts share and have of their own is counted on all of them; what such
  /// shingles weigh is known of those in the sketches.
  private boolean isRareEnough(Sketches sketches, int text, int other, Likeness likeness)
      throws IOException {
    boolean whole = texts.isSketchedWhole(text) && texts.isSketchedWhole(other);
    Fingerprint fingerprint = texts.fingerprint(other);
    Sketches.Weighed shared = sketches.common(text, fingerprint, whole, Rarity::weight);
    Sketches.Weighed counting = texts.areOfOneOutlet(text, other)
        ? sketches.common(text, fingerprint, whole, Rarity::weightInAPaper)
        : Rarity.isOfATemplate(sketches.sharing(text, fingerprint, whole))
            ? sketches.common(text, fingerprint, whole, Rarity::weightInATemplate)
            : shared;
    return shared.count() > 0
        && Kinship.isRareEnough(
            counting.of(likeness.common()),
            Math.min(
                own(text, whole, shared, likeness.common()),
                own(other, whole, shared, likeness.common())));
  }

  private double own(int text, boolean whole, Sketches.Weighed shared, int common) {
    return weights.sketch(text, whole).without(shared).of(texts.size(text) - common);
  }

  // Families

  private List<Family> families() throws IOException {
    Map<Integer, Integer> textOf = new TreeMap<>(); // by rank
    for (Link link : links) {
      textOf.put(link.one(), -1);
      textOf.put(link.other(), -1);
    }
    for (int text = 0; text < texts.count(); text++) {
      if (texts.size(text) > 0) {
        textOf.replace(texts.rank(text), text);
      }
    }
    // Numbered so that of two texts which are equally near to the others the longer one comes
    // first: it is the more complete.
    List<Integer> numbered = new ArrayList<>(textOf.values());
    numbered.sort(Comparator.comparingInt((Integer text) -> -texts.size(text))
        .thenComparingInt(text -> texts.rank(text)));
    Map<Integer, Integer> numberOf = new TreeMap<>(); // by rank
    numbered.forEach(text -> numberOf.put(texts.rank(text), numberOf.size()));
    List<Link> byNumber = links.stream()
        .map(link -> link(
            numberOf.getOrDefault(link.one(), -1),
            numberOf.getOrDefault(link.other(), -1),
            link.likeness()))
        .toList();
    List<Family> families = new ArrayList<>();
    for (Grouping.Group group : Grouping.of(numbered.size(), byNumber)) {
      families.add(family(group, numbered));
    }
    return families;
  }

  private static Link link(int one, int other, Likeness likeness) {
    return new Link(Math.min(one, other), Math.max(one, other), likeness);
  }

  private Family family(Grouping.Group group, List<Integer> numbered) throws IOException {
    int centre = numbered.get(group.centre());
    List<Integer> others = new ArrayList<>();
    group.others().forEach(number -> others.add(numbered.get(number)));
    others.sort(Comparator.comparingInt(texts::rank));
    List<Family.Member> members = new ArrayList<>();
    for (int other : others) {
      Likeness likeness = Likeness.of(texts.fingerprint(centre), texts.fingerprint(other));
      members.add(new Family.Member(mark(other), likeness));
    }
    return new Family(mark(centre), members);
  }

  private Mark mark(int text) throws IOException {
    return new Mark(texts.mark(texts.rank(text)));
  }
}
