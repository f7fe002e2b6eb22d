package org.pressmark.index;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;

/// An index held against the archive that it was made from, entry by entry.
public final class Comparison {
  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final Orphans orphans;
  private final Documents documents = new Documents();
  private long newest;

  public Comparison(Commit commit) throws IOException {
    this.searcher = new IndexSearcher(commit.reader());
    this.stored = searcher.storedFields();
    this.orphans = new Orphans(searcher);
  }

  /// How many documents the index has.
  public long documents() {
    return searcher.getIndexReader().numDocs();
  }

  /// Whether there is a document with this mark, cleaned or not: an article alone is none.
  public boolean holds(String mark) throws IOException {
    return !orphans.has(new Mark(mark)) && isKnown(new Mark(mark));
  }

  /// Whether its document was gone, and came again from elsewhere.
  private boolean isSettled(Entry entry) throws IOException {
    return entry.isLater() && isKnown(entry.mark());
  }

  private boolean isKnown(Mark mark) throws IOException {
    return Places.of(searcher, mark).isPresent();
  }

  /// How many of the entries that were compared are the ones that the index has, and no later
  /// version takes their place.
  public long newest() {
    return newest;
  }

  /// What the index says of this entry and the archive does not, or nothing.
  public Optional<String> difference(Entry entry) throws IOException {
    if (isBare(entry)) {
      newest++;
      return Optional.empty();
    }
    String key = Documents.key(entry.mark(), entry.origin());
    ScoreDoc[] found = searcher.search(new TermQuery(new Term(Schema.KEY, key)), 2).scoreDocs;
    if (found.length != 1) {
      return found.length == 0 && isSettled(entry)
          ? Optional.empty()
          : Optional.of("it is in the index " + (found.length == 0 ? "not at all" : "twice"));
    }
    Document there = stored.document(found[0].doc);
    if (there.get(Schema.POSITION) == null && isSettled(entry)) {
      return Optional.empty();
    }
    if (there.get(Schema.POSITION) != null && Places.of(there).compareTo(entry.at()) > 0) {
      return Optional.empty(); // a later version, which comes to be compared itself
    }
    newest++;
    for (IndexableField field : documents.of(entry)) {
      if (field.fieldType().stored()
          && !Objects.equals(field.stringValue(), there.get(field.name()))
          && !contains(there.getValues(field.name()), field.stringValue())) {
        return Optional.of("its " + field.name() + " in the index is another");
      }
    }
    return Optional.empty();
  }

  private boolean isBare(Entry entry) throws IOException {
    Term place = new Term(Schema.BARE_POSITION, entry.at().toString());
    return entry.content() instanceof Entry.Content.Again
        && searcher.count(new TermQuery(place)) == 1;
  }

  private static boolean contains(String[] values, String value) {
    for (String each : values) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
