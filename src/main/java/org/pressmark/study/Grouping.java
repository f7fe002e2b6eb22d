package org.pressmark.study;

import java.io.IOException;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.index.Days;
import org.pressmark.index.Schema;
import org.pressmark.search.Columns;

/// Which groups an article belongs to: one of publishers, several of authors.
///
/// Is asked of one document after the other, in their order.
interface Grouping {
  /// Takes the number of a group.
  interface Taker {
    void take(int group);
  }

  /// How many groups there are.
  int size();

  String label(int group) throws IOException;

  /// What became of an article.
  enum Answer {
    TOLD,
    /// Nothing is known of it.
    UNKNOWN,
    /// A date such as `2021` may mean several of the stretches of time.
    COARSE
  }

  Answer tell(int document, Taker taker) throws IOException;

  /// How many of some articles belong to each group.
  ///
  /// @param unknown those of which nothing is known
  /// @param coarse those whose date may mean several stretches of time
  record Tally(long[] groups, long unknown, long coarse) {}

  /// What [#tell] says of some articles, counted.
  default Tally tally(FixedBitSet some) throws IOException {
    long[] groups = new long[size()];
    long unknown = 0;
    long coarse = 0;
    for (int each = Columns.next(some, -1);
        each != DocIdSetIterator.NO_MORE_DOCS;
        each = Columns.next(some, each)) {
      Answer answer = tell(each, group -> groups[group]++);
      unknown += answer == Answer.UNKNOWN ? 1 : 0;
      coarse += answer == Answer.COARSE ? 1 : 0;
    }
    return new Tally(groups, unknown, coarse);
  }

  static Grouping of(By by, Columns columns) throws IOException {
    return of(by, columns, Days.ALWAYS, columns.articles());
  }

  /// @param days whose stretches of time there are, whether or not there is an article in them;
  /// where it has no end, up to the article there
  /// @param articles those that are asked about
  static Grouping of(By by, Columns columns, Days days, FixedBitSet articles) throws IOException {
    return switch (by) {
      case DAY, WEEK, MONTH, YEAR -> new Timeline(by, columns, days, articles);
      case PUBLISHER -> Values.of(Schema.PUBLISHER, columns);
      case SECTION -> Values.of(Schema.SECTION, columns);
      case AUTHOR -> Values.of(Schema.AUTHOR, columns);
      case LANGUAGE -> Values.of(Schema.LANGUAGE, columns);
      case TYPE -> Values.of(Schema.KIND, columns);
      case SOURCE -> Values.of(Schema.CAME_IN, columns);
    };
  }

  /// By the values of a column, in the order of their bytes.
  record Values(String field, Columns columns, SortedSetDocValues values) implements Grouping {
    static Values of(String field, Columns columns) throws IOException {
      return new Values(field, columns, columns.values(field));
    }

    /// The same, segment by segment of the index: many times as fast.
    @Override
    public Tally tally(FixedBitSet some) throws IOException {
      Columns.Count count = columns.count(field, some);
      return new Tally(count.counts(), count.unknown(), 0);
    }

    @Override
    public int size() {
      return Math.toIntExact(values.getValueCount());
    }

    @Override
    public String label(int group) throws IOException {
      return values.lookupOrd(group).utf8ToString();
    }

    @Override
    public Answer tell(int document, Taker taker) throws IOException {
      if (!values.advanceExact(document)) {
        return Answer.UNKNOWN;
      }
      for (int left = values.docValueCount(); left > 0; left--) {
        taker.take((int) values.nextOrd());
      }
      return Answer.TOLD;
    }
  }
}
