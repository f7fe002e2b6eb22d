package org.pressmark.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.pressmark.article.Origin;
import org.pressmark.article.Position;
import org.pressmark.article.Subject;

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

  /// Where the archive holds the newest version of what came from this origin with these bytes;
  /// nothing where it has an article of it alone.
  public static Optional<Position> of(IndexSearcher searcher, Mark mark, Origin origin)
      throws IOException {
    TermQuery query = new TermQuery(new Term(Schema.KEY, Documents.key(mark, origin)));
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc hit : searcher.search(query, 1).scoreDocs) {
      Document document = stored.document(hit.doc, Set.of(Schema.POSITION, Schema.ORPHAN));
      if (document.get(Schema.POSITION) != null && document.get(Schema.ORPHAN) == null) {
        return Optional.of(of(document));
      }
    }
    return Optional.empty();
  }

  /// Where the archive holds captures of this article, in the archive's order.
  ///
  /// @param limit how many at the most; the first ones
  public static List<Position> of(IndexSearcher searcher, Subject subject, int limit)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Position> places = new ArrayList<>();
    TermQuery query = new TermQuery(new Term(Schema.SUBJECT, Documents.subject(subject)));
    for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
      places.add(of(stored.document(hit.doc, Set.of(Schema.POSITION))));
    }
    Collections.sort(places);
    return places;
  }

  /// Where the archive holds copies that came from where this article is: bytes that it had from
  /// elsewhere. In the archive's order.
  public static List<Position> copies(IndexSearcher searcher, Subject subject) throws IOException {
    TermQuery query = new TermQuery(new Term(Schema.COPY_SUBJECT, Documents.subject(subject)));
    int count = searcher.count(query);
    StoredFields stored = searcher.storedFields();
    List<Position> places = new ArrayList<>();
    for (ScoreDoc hit : count == 0 ? new ScoreDoc[0] : searcher.search(query, count).scoreDocs) {
      Document copy = stored.document(hit.doc, Set.of(Schema.COPY_POSITION));
      places.add(of(copy.get(Schema.COPY_POSITION)));
    }
    Collections.sort(places);
    return places;
  }

  /// How many captures of this article the archive holds.
  public static int count(IndexSearcher searcher, Subject subject) throws IOException {
    return searcher.count(new TermQuery(new Term(Schema.SUBJECT, Documents.subject(subject))));
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
    return of(document.get(Schema.POSITION));
  }

  private static Position of(String place) {
    int colon = place.indexOf(':');
    return new Position(
        Integer.parseInt(place.substring(0, colon)), Long.parseLong(place.substring(colon + 1)));
  }
}
