package org.pressmark.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.jspecify.annotations.Nullable;
import org.pressmark.index.Schema;

/// The places of a word in articles of one language.
final class InLanguage extends OneSource {
  private final String language;

  /// @param language one whose stems the index has
  InLanguage(IntervalsSource word, String language) {
    super(word);
    this.language = language;
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext leaf)
      throws IOException {
    IntervalIterator places = source().intervals(field, leaf);
    PostingsEnum documents =
        leaf.reader().postings(new Term(Schema.STEMS, language), PostingsEnum.NONE);
    return places == null || documents == null ? null : new Both(places, documents);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InLanguage that
        && source().equals(that.source())
        && language.equals(that.language);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source(), language);
  }

  @Override
  public String toString() {
    return language + "(" + source() + ")";
  }

  private static final class Both extends OneIterator {
    private final PostingsEnum documents;

    Both(IntervalIterator places, PostingsEnum documents) {
      super(places);
      this.documents = documents;
    }

    @Override
    protected int accept(int first) throws IOException {
      int document = first;
      while (document != NO_MORE_DOCS) {
        int other = documents.docID() < document ? documents.advance(document) : documents.docID();
        if (other == document) {
          return document;
        }
        document = places().advance(other);
      }
      return document;
    }
  }
}
