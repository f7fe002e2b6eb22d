package org.pressmark.search;

import java.util.List;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/// A question as Lucene answers it: which documents match, and where in their texts.
sealed interface Part {
  Query query();

  /// What makes a document that matches worth more than another, each by itself: what it is worth
  /// is the sum.
  List<Query> weights();

  /// Whether every document that matches is given something by the weights.
  boolean isWeighed();

  private static List<Query> weights(List<Part> parts) {
    return parts.stream().flatMap(part -> part.weights().stream()).toList();
  }

  /// Words of headline and body, which leave keys.
  ///
  /// @param spots the places by field; where the query matches there is at least one
  record Text(Query query, List<Query> weights, List<Spot> spots) implements Part {
    @Override
    public boolean isWeighed() {
      return true;
    }
  }

  /// Anything else that is true of a document or not.
  record Fact(Query query, List<Query> weights) implements Part {
    /// Of all that match as much as of one another.
    Fact(Query query) {
      this(query, List.of());
    }

    @Override
    public boolean isWeighed() {
      return !weights.isEmpty();
    }
  }

  record All(List<Part> parts) implements Part {
    @Override
    public Query query() {
      BooleanQuery.Builder every = new BooleanQuery.Builder();
      boolean onlyNot = true;
      for (Part part : parts) {
        switch (part) {
          case Not not -> every.add(not.part().query(), Occur.MUST_NOT);
          case Text text -> every.add(text.query(), Occur.MUST);
          case Fact fact -> every.add(fact.query(), Occur.MUST);
          case All all -> every.add(all.query(), Occur.MUST);
          case Any any -> every.add(any.query(), Occur.MUST);
        }
        onlyNot &= part instanceof Not;
      }
      if (onlyNot) {
        every.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
      }
      return every.build();
    }

    @Override
    public List<Query> weights() {
      return Part.weights(parts);
    }

    @Override
    public boolean isWeighed() {
      return parts.stream().anyMatch(Part::isWeighed);
    }
  }

  record Any(List<Part> parts) implements Part {
    @Override
    public Query query() {
      BooleanQuery.Builder choices = new BooleanQuery.Builder();
      parts.forEach(part -> choices.add(part.query(), Occur.SHOULD));
      return choices.build();
    }

    @Override
    public List<Query> weights() {
      return Part.weights(parts);
    }

    @Override
    public boolean isWeighed() {
      return parts.stream().allMatch(Part::isWeighed);
    }
  }

  record Not(Part part) implements Part {
    @Override
    public Query query() {
      return new BooleanQuery.Builder()
          .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
          .add(part.query(), Occur.MUST_NOT)
          .build();
    }

    @Override
    public List<Query> weights() {
      return List.of();
    }

    @Override
    public boolean isWeighed() {
      return false;
    }
  }

  /// The places of words in one field.
  record Spot(String field, IntervalsSource places) {}
}
