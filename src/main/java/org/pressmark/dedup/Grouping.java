package org.pressmark.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;

/// Makes families of texts that are alike.
///
/// To join whatever hangs together would let a chain of small steps, or one digest with two
/// stories in it, make one family of stories that have no word in common. So a family has a
/// centre: the text that resembles the others most. Who is like the centre belongs to it, and who
/// is like half of those. What is left over makes families of its own. And a text is a digest, and
/// no centre for them, where three others make up less than a third of it each and have nothing to
/// do with anything else in it.
public final class Grouping {
  /// A family.
  ///
  /// @param centre the number of the text that resembles the others most
  /// @param others the other texts' numbers, in order; at least one
  public record Group(int centre, List<Integer> others) {
    public Group {
      others = List.copyOf(others);
    }

    public int size() {
      return others.size() + 1;
    }
  }

  /// A text that may become a centre, and how much it resembles what is not yet in a family.
  private record Claim(long strength, int text) implements Comparable<Claim> {
    @Override
    public int compareTo(Claim claim) {
      return strength == claim.strength
          ? Integer.compare(text, claim.text)
          : Long.compare(claim.strength, strength);
    }
  }

  private static final int FREE = -1;
  private static final double STRENGTH_OF_TWINS = 1_000_000;
  private static final int STORIES_IN_A_DIGEST = 3;

  // The links of a text, both ways: those from begins[text] to begins[text + 1].
  private final int[] begins;
  private final int[] neighbours;
  private final int[] strengths;
  private final boolean[] pieces; // whether one is less than a third of the other
  // The centre of the family that a text belongs to.
  private final int[] centres;

  private Grouping(int texts, List<Link> links) {
    this.begins = begins(texts, links);
    this.neighbours = new int[2 * links.size()];
    this.strengths = new int[2 * links.size()];
    this.pieces = new boolean[2 * links.size()];
    this.centres = new int[texts];
    Arrays.fill(centres, FREE);
    int[] next = begins.clone();
    for (Link link : links) {
      put(next[link.one()]++, link.other(), link.likeness());
      put(next[link.other()]++, link.one(), link.likeness());
    }
  }

  private static int[] begins(int texts, List<Link> links) {
    int[] begins = new int[texts + 1];
    for (Link link : links) {
      begins[link.one() + 1]++;
      begins[link.other() + 1]++;
    }
    Arrays.parallelPrefix(begins, Integer::sum);
    return begins;
  }

  private void put(int at, int neighbour, Likeness likeness) {
    neighbours[at] = neighbour;
    strengths[at] = (int) Math.round(STRENGTH_OF_TWINS * likeness.resemblance());
    pieces[at] = 3L * likeness.common() < likeness.longer();
  }

  /// The families among texts that are numbered from 0: the same ones for the same links, whatever
  /// order these come in. Of two texts that could be the centre, it is the one with the lower
  /// number.
  ///
  /// @param links none of them twice
  public static List<Group> of(int texts, Collection<Link> links) {
    List<Link> sorted = new ArrayList<>(links);
    Collections.sort(sorted);
    return new Grouping(texts, sorted).groups();
  }

  private List<Group> groups() {
    PriorityQueue<Claim> claims = new PriorityQueue<>();
    for (int text = 0; text < centres.length; text++) {
      claim(claims, text);
    }
    List<Group> groups = new ArrayList<>();
    for (Claim claim = claims.poll(); claim != null; claim = claims.poll()) {
      if (centres[claim.text()] != FREE) {
        continue;
      }
      if (strength(claim.text()) == claim.strength()) {
        settle(claim.text(), groups);
      } else {
        claim(claims, claim.text()); // others have been taken meanwhile
      }
    }
    return groups;
  }

  private void claim(PriorityQueue<Claim> claims, int text) {
    long strength = strength(text);
    if (strength > 0) {
      claims.add(new Claim(strength, text));
    }
  }

  private long strength(int text) {
    long strength = 0;
    for (int at = begins[text]; at < begins[text + 1]; at++) {
      strength += centres[neighbours[at]] == FREE ? strengths[at] : 0;
    }
    return strength;
  }

  private void settle(int centre, List<Group> groups) {
    centres[centre] = centre;
    List<Integer> near = free(centre);
    near.forEach(text -> centres[text] = centre);
    List<Integer> strays = strays(centre);
    if (strays.size() >= STORIES_IN_A_DIGEST) {
      strays.forEach(text -> centres[text] = FREE);
      near.removeAll(new HashSet<>(strays));
    }
    if (near.isEmpty()) {
      return; // a digest of stories that are nowhere else; nobody's kin
    }
    List<Integer> all = new ArrayList<>(near);
    for (int text : further(near)) {
      if (2 * ties(text, centre) > near.size()) {
        all.add(text);
      }
    }
    all.forEach(text -> centres[text] = centre);
    Collections.sort(all);
    groups.add(new Group(centre, all));
  }

  /// Those who are a small piece of the centre, and like nobody else in its family.
  private List<Integer> strays(int centre) {
    List<Integer> strays = new ArrayList<>();
    for (int at = begins[centre]; at < begins[centre + 1]; at++) {
      int text = neighbours[at];
      if (pieces[at] && centres[text] == centre && ties(text, centre) == 1) {
        strays.add(text);
      }
    }
    return strays;
  }

  private List<Integer> free(int text) {
    List<Integer> free = new ArrayList<>();
    for (int at = begins[text]; at < begins[text + 1]; at++) {
      if (centres[neighbours[at]] == FREE) {
        free.add(neighbours[at]);
      }
    }
    return free;
  }

  private List<Integer> further(List<Integer> near) {
    return near.stream().flatMap(text -> free(text).stream()).distinct().toList();
  }

  private int ties(int text, int centre) {
    int ties = 0;
    for (int at = begins[text]; at < begins[text + 1]; at++) {
      ties += centres[neighbours[at]] == centre ? 1 : 0;
    }
    return ties;
  }
}
