package org.pressmark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.search.Columns;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;

/// What all articles that match are like, counted exactly.
///
/// @param articles that match
public record Facets(long articles, List<Facet> facets) {
  public Facets {
    facets = List.copyOf(facets);
  }

  /// @param values in order of time, or the most frequent first
  /// @param unknown articles of which it is not known
  /// @param coarse articles whose date may mean several of the values
  public record Facet(By by, List<Value> values, long unknown, long coarse) {
    public Facet {
      values = List.copyOf(values);
    }
  }

  public record Value(String label, long articles) {}

  public static Facets of(Search search, String words, List<By> wanted)
      throws IOException, QuestionException {
    FixedBitSet found = search.match(words).articles();
    Columns columns = search.columns();
    List<Facet> facets = new ArrayList<>();
    for (By by : wanted) {
      facets.add(facet(by, Grouping.of(by, columns), found));
    }
    return new Facets(found.cardinality(), facets);
  }

  private static Facet facet(By by, Grouping grouping, FixedBitSet found) throws IOException {
    Grouping.Tally tally = grouping.tally(found);
    long[] counts = tally.groups();
    List<Value> values = new ArrayList<>();
    for (int group = 0; group < counts.length; group++) {
      if (counts[group] > 0) {
        values.add(new Value(grouping.label(group), counts[group]));
      }
    }
    if (!by.isTime()) {
      values.sort(Comparator.comparingLong(Value::articles).reversed().thenComparing(Value::label));
    }
    return new Facet(by, values, tally.unknown(), tally.coarse());
  }
}
