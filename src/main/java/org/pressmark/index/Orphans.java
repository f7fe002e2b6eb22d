package org.pressmark.index;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.pressmark.article.Mark;

/// Articles in an index whose documents are gone: no look-up for a document finds them, and when
/// one of these is archived again, it takes their place. Safe for use by many threads.
final class Orphans {
  /// @param key of its mark and origin
  record Orphan(Mark mark, String key) {
    private static Orphan of(String term) {
      int blank = term.indexOf(' ');
      return new Orphan(new Mark(term.substring(0, blank)), term.substring(blank + 1));
    }

    String term() {
      return mark.value() + " " + key;
    }
  }

  private final Map<Mark, Orphan> known = new ConcurrentHashMap<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet(); // keys, since the last commit

  /// Those of an index as it was committed.
  Orphans(IndexSearcher searcher) throws IOException {
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Schema.ORPHAN);
    if (terms != null) {
      TermsEnum all = terms.iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        Orphan orphan = Orphan.of(term.utf8ToString());
        if (searcher.count(new TermQuery(term(orphan))) > 0) {
          known.put(orphan.mark(), orphan);
        }
      }
    }
  }

  static Term term(Orphan orphan) {
    return new Term(Schema.ORPHAN, orphan.term());
  }

  void add(Orphan orphan) {
    known.put(orphan.mark(), orphan);
  }

  boolean has(Mark mark) {
    return known.containsKey(mark);
  }

  /// Whether there was an orphan of this mark and origin, which has no document in the index any
  /// more.
  boolean isSettled(String key) {
    return settled.contains(key);
  }

  /// To be told of each document that comes.
  ///
  /// @return what it takes the place of
  Optional<Orphan> settle(Mark mark) {
    Optional<Orphan> orphan = Optional.ofNullable(known.get(mark));
    orphan.ifPresent(there -> {
      settled.add(there.key()); // first: whoever asks meanwhile is never told that it is neither
      known.remove(mark);
    });
    return orphan;
  }

  void clear() {
    known.clear();
    settled.clear();
  }

  void committed() {
    settled.clear();
  }
}
