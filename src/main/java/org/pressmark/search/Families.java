package org.pressmark.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.article.Mark;

/// All families of an archive: the largest first, those of one size in the order of their
/// representatives' marks.
///
/// @param tooShort articles with too few words to be compared with others
/// @param tooLong articles with too many
public record Families(List<Family> all, long tooShort, long tooLong) {
  private static final Comparator<Family> ORDER = Comparator.comparingInt(Family::size)
      .reversed()
      .thenComparing(family -> family.representative().value());

  public Families {
    all = all.stream().sorted(ORDER).toList();
  }

  /// How many articles are in families.
  public long articles() {
    return all.stream().mapToLong(Family::size).sum();
  }

  /// The family of each article that has one.
  public Map<Mark, Family> byMark() {
    Map<Mark, Family> families = new HashMap<>();
    all.forEach(family -> family.marks().forEach(mark -> families.put(mark, family)));
    return families;
  }

  public Optional<Family> of(Mark mark) {
    return all.stream().filter(family -> family.marks().contains(mark)).findFirst();
  }
}
