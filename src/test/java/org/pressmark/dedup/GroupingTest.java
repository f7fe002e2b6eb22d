package org.pressmark.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static Link near(int one, int other) {
    return new Link(one, other, new Likeness(90, 100, 100));
  }

  /// The text with the higher number is a small part of the other one.
  private static Link part(int whole, int part) {
    return new Link(whole, part, new Likeness(100, 100, 600));
  }

  private static List<List<Integer>> groups(int texts, List<Link> links) {
    return Grouping.of(texts, links).stream()
        .map(group -> {
          List<Integer> all = new ArrayList<>(List.of(group.centre()));
          all.addAll(group.others());
          return List.copyOf(all);
        })
        .toList();
  }

  @Test
  void putsThoseTogetherThatAreLikeOne() {
    assertThat(groups(5, List.of(near(0, 2), near(1, 2), near(3, 4))))
        .containsExactly(List.of(2, 0, 1), List.of(3, 4));
  }

  @Test
  void takesInWhoIsLikeMostOfTheOthers() {
    // 4 is not like the centre 0, but like two of the other three.
    assertThat(groups(
            5, List.of(near(0, 1), near(0, 2), near(0, 3), near(1, 2), near(1, 4), near(2, 4))))
        .containsExactly(List.of(0, 1, 2, 3, 4));
  }

  @Test
  void letsNoChainJoinStoriesThatHaveNothingInCommon() {
    List<Link> chain = new ArrayList<>();
    for (int text = 0; text < 20; text++) {
      chain.add(near(text, text + 1));
    }
    assertThat(groups(21, chain)).allSatisfy(group -> assertThat(group).hasSizeBetween(2, 4));
  }

  @Test
  void letsNoDigestJoinTheStoriesInIt() {
    assertThat(groups(5, List.of(part(0, 1), part(0, 2), part(0, 3), part(0, 4))))
        .isEmpty();
    // Two of the stories have families of their own: the digest is in one, and joins no other.
    assertThat(groups(
            8, List.of(part(0, 1), part(0, 2), part(0, 3), near(1, 4), near(2, 5), near(1, 6))))
        .containsExactlyInAnyOrder(List.of(1, 0, 4, 6), List.of(2, 5));
  }

  @Test
  void keepsACutTextWithWhatItWasCutFrom() {
    assertThat(groups(3, List.of(part(0, 1), part(0, 2)))).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void makesTheSameOfTheSameLinksInAnyOrder() {
    Random random = new Random(3);
    List<Link> links = new ArrayList<>();
    for (int one = 0; one < 60; one++) {
      for (int other = one + 1; other < 60; other++) {
        if (random.nextInt(12) == 0) {
          links.add(new Link(one, other, new Likeness(40 + random.nextInt(60), 100, 120)));
        }
      }
    }
    List<Grouping.Group> first = Grouping.of(60, links);
    assertThat(first).hasSizeGreaterThan(3);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(links, random);
      assertThat(Grouping.of(60, links)).isEqualTo(first);
    }
  }

  @Test
  void readsAnArchiveWithoutFamilies() {
    assertThat(groups(3, List.of())).isEmpty();
  }
}
