package org.pressmark.study;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.article.Mark;
import org.pressmark.index.Schema;
import org.pressmark.search.Columns;
import org.pressmark.search.Families;
import org.pressmark.search.Search;
import org.pressmark.search.Stories;

/// Of each family one article: the earliest, and of one day that with the lower id.
final class Once {
  static final int NOBODY = -1;

  private final Search search;
  private final Stories stories;
  private final int families;
  private final int[] days;
  private final long[] ranks;

  Once(Search search, Families families) throws IOException {
    Columns columns = search.columns();
    this.search = search;
    this.stories = search.stories(families);
    this.families = families.all().size();
    this.days = columns.firstDays();
    this.ranks = columns.ranks();
  }

  /// What is left of some articles where each family counts once; all of them where every article
  /// counts.
  static FixedBitSet of(Search search, FixedBitSet some, Optional<Families> families)
      throws IOException {
    return families.isPresent() ? new Once(search, families.get()).of(some, some) : some;
  }

  /// What is left of some articles.
  ///
  /// @param first of a family that has articles among these, one of these is left
  FixedBitSet of(FixedBitSet some, FixedBitSet first) {
    int[] all = earliest(some);
    int[] preferred = earliest(first);
    FixedBitSet left = some.clone();
    for (int each = Columns.next(some, -1);
        each != DocIdSetIterator.NO_MORE_DOCS;
        each = Columns.next(some, each)) {
      int family = family(each);
      if (family != Stories.NONE
          && each != (preferred[family] == NOBODY ? all[family] : preferred[family])) {
        left.clear(each);
      }
    }
    return left;
  }

  /// The earliest article of each family among some, or [#NOBODY].
  int[] earliest(FixedBitSet some) {
    int[] earliest = new int[families];
    Arrays.fill(earliest, NOBODY);
    for (int each = Columns.next(some, -1);
        each != DocIdSetIterator.NO_MORE_DOCS;
        each = Columns.next(some, each)) {
      int family = family(each);
      if (family != Stories.NONE) {
        earliest[family] = earlier(each, earliest[family]);
      }
    }
    return earliest;
  }

  /// Which family an article belongs to, or [Stories#NONE].
  int family(int article) {
    return stories.family(article);
  }

  private int earlier(int one, int other) {
    if (other == NOBODY) {
      return one;
    }
    int order = Integer.compare(day(one), day(other));
    if (order == 0) {
      order = Long.compare(ranks[one], ranks[other]);
    }
    return order <= 0 ? one : other;
  }

  private int day(int article) {
    int day = days[article];
    return day == Columns.UNDATED ? Integer.MAX_VALUE : day;
  }

  /// The ids of some articles.
  Set<Mark> marks(FixedBitSet some) throws IOException {
    Set<Mark> marks = new HashSet<>();
    SortedDocValues values = MultiDocValues.getSortedValues(search.reader(), Schema.MARK);
    for (int each = Columns.next(some, -1);
        values != null && each != DocIdSetIterator.NO_MORE_DOCS;
        each = Columns.next(some, each)) {
      if (values.advanceExact(each)) {
        marks.add(new Mark(values.lookupOrd(values.ordValue()).utf8ToString()));
      }
    }
    return marks;
  }
}
