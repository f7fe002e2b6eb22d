package org.pressmark.study;

import java.io.IOException;
import org.apache.lucene.index.SortedSetDocValues;
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

  static Grouping of(By by, Columns columns) throws IOException {
    return switch (by) {
      case DAY, WEEK, MONTH, YEAR -> new Timeline(by, columns);
      case PUBLISHER -> new Values(columns.values(Schema.PUBLISHER));
      case SECTION -> new Values(columns.values(Schema.SECTION));
      case AUTHOR -> new Values(columns.values(Schema.AUTHOR));
      case LANGUAGE -> new Values(columns.values(Schema.LANGUAGE));
      case TYPE -> new Values(columns.values(Schema.KIND));
      case SOURCE -> new Values(columns.values(Schema.CAME_IN));
    };
  }

  /// By the values of a column, in the order of their bytes.
  record Values(SortedSetDocValues values) implements Grouping {
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
