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
import org.apache.lucene.util.IntsRefBuilder;
import org.pressmark.article.Mark;
import org.pressmark.dedup.Fingerprint;
import org.pressmark.dedup.Grouping;
import org.pressmark.dedup.Kinship;
import org.pressmark.dedup.Likeness;
import org.pressmark.dedup.Link;

/// Finds the families among all articles of an index.
///
/// The sketches in the index bring together the texts that may be alike; whether they are is told
/// from the texts themselves. Everything is decided pair by pair and put in the order of marks, so
/// the same articles make the same families, whatever order they came in.
final class FamilyFinder {
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
    int[] weighed = new int[texts.count()];
    IntsRefBuilder met = new IntsRefBuilder();
    for (int text = sketches.from(); text < sketches.to(); text++) {
      sketches.together(text, weighed, met);
      for (int at = 0; at < met.length(); at++) {
        int other = met.intAt(at);
        if (other != text && isWorthALook(text, other, weighed[other])) {
          link(sketches, text, other);
        }
        weighed[other] = 0;
      }
      done.accept(text + 1L);
    }
  }

  private boolean isWorthALook(int text, int other, int weighed) {
    return Kinship.isRareEnough(
        (long) weighed + weights.mostInCommon(text, other), weights.lighter(text, other));
  }

  private void link(Sketches sketches, int text, int other) throws IOException {
    int one = Math.min(texts.rank(text), texts.rank(other));
    int two = Math.max(texts.rank(text), texts.rank(other));
    if (links.contains(new Link(one, two, new Likeness(0, 0, 0)))) {
      return;
    }
    Fingerprint mine = texts.fingerprint(text);
    Fingerprint theirs = texts.fingerprint(other);
    Likeness likeness = Likeness.of(mine, theirs);
    boolean whole = texts.isSketchedWhole(text) && texts.isSketchedWhole(other);
    if (kinship.joins(likeness)
        && (mine.whole() == theirs.whole()
            || Kinship.isRareEnough(
                sketches.common(text, theirs, whole), weights.lighter(text, other)))) {
      links.add(new Link(one, two, likeness));
    }
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
