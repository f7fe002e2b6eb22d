package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.pressmark.index.Schema;

/// Finds every place in a document where a question matches.
final class Keys {
  private static final Comparator<Key> LONGEST_FIRST =
      Comparator.comparingInt(Key::start).thenComparing(Key::end, Comparator.reverseOrder());

  private final List<LeafReaderContext> leaves;
  private final Weight weight;
  private final SortedSet<String> languages;

  Keys(IndexSearcher searcher, Query query, SortedSet<String> languages) throws IOException {
    this.leaves = searcher.getIndexReader().leaves();
    this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    this.languages = languages;
  }

  /// In reading order. Of places that overlap the first counts, of those that begin together the
  /// longest.
  List<Key> of(int document) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    Matches matches = weight.matches(leaf, document - leaf.docBase);
    List<Key> keys = new ArrayList<>();
    if (matches != null) {
      add(keys, Key.Part.HEADLINE, Schema.HEADLINE, matches);
      add(keys, Key.Part.BODY, Schema.BODY, matches);
    }
    return keys;
  }

  private void add(List<Key> keys, Key.Part part, String field, Matches matches)
      throws IOException {
    List<Key> all = new ArrayList<>();
    add(all, part, matches.getMatches(field));
    for (String language : languages) {
      add(all, part, matches.getMatches(Schema.twin(field, language)));
    }
    all.sort(LONGEST_FIRST);
    int end = 0;
    for (Key key : all) {
      if (key.start() >= end) {
        keys.add(key);
        end = key.end();
      }
    }
  }

  private static void add(List<Key> all, Key.Part part, @Nullable MatchesIterator places)
      throws IOException {
    while (places != null && places.next()) {
      all.add(new Key(part, places.startOffset(), places.endOffset()));
    }
  }
}
