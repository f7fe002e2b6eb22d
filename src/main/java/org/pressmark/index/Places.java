package org.pressmark.index;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;

/// Where the archive holds what.
public final class Places {
  // One document has a mark, or two when it was rejected once and kept later.
  private static final int ENOUGH = 16;

  private Places() {}

  /// Where the archive holds the first entry with this mark.
  public static Optional<Position> of(IndexSearcher searcher, Mark mark) throws IOException {
    StoredFields stored = searcher.storedFields();
    Position first = null;
    for (ScoreDoc hit : searcher.search(byMark(mark), ENOUGH).scoreDocs) {
      Position place = of(stored.document(hit.doc, Set.of(Schema.POSITION)));
      if (first == null || place.compareTo(first) < 0) {
        first = place;
      }
    }
    return Optional.ofNullable(first);
  }

  private static TermQuery byMark(Mark mark) {
    return new TermQuery(new Term(Schema.MARK, mark.value()));
  }

  /// Is told of a document.
  public interface Taker {
    void take(Mark mark, String source);
  }

  /// The documents that the archive held in this stretch. Looks at all there are.
  public static void between(IndexReader reader, Position at, Position end, Taker taker)
      throws IOException {
    StoredFields stored = reader.storedFields();
    Set<String> fields = Set.of(Schema.POSITION, Schema.MARK, Schema.SOURCE);
    for (int number = 0; number < reader.maxDoc(); number++) {
      Document document = stored.document(number, fields);
      if (document.get(Schema.POSITION) != null) {
        Position place = of(document);
        if (at.compareTo(place) <= 0 && place.compareTo(end) < 0) {
          taker.take(new Mark(document.get(Schema.MARK)), document.get(Schema.SOURCE));
        }
      }
    }
  }

  /// Where the archive holds what this document stands for.
  public static Position of(Document document) {
    String place = document.get(Schema.POSITION);
    int colon = place.indexOf(':');
    return new Position(
        Integer.parseInt(place.substring(0, colon)), Long.parseLong(place.substring(colon + 1)));
  }
}
