package org.pressmark.search;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.pressmark.index.Schema;

/// What finds words in one field, and what they are worth there: in a headline twice as much.
record Choice(Query query, Query weight) {
  private static final float HEADLINE_WEIGHT = 2;

  /// What is found by places is worth what it is found by.
  static Choice of(String field, Query query) {
    return of(field, query, query);
  }

  static Choice of(String field, Query query, Query weight) {
    return new Choice(weighed(field, query), weighed(field, weight));
  }

  private static Query weighed(String field, Query query) {
    return field.startsWith(Schema.HEADLINE) ? new BoostQuery(query, HEADLINE_WEIGHT) : query;
  }
}
