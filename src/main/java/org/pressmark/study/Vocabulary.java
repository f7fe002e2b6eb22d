package org.pressmark.study;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.pressmark.index.Schema;

/// All words of headlines and texts, one after the other, with the articles that have them: read
/// from the index, which takes no memory however many there are.
final class Vocabulary {
  // Terms with a control character in them are other forms of words, not the folded words
  // themselves.
  private static final int LAST_CONTROL = 0x1f;

  private final IndexReader reader;
  private final int[] occurrences;
  private int[] articles = new int[16];
  private int count;

  /// Is told of a word.
  interface Taker {
    /// @param word without case, accents and width
    void take(String word) throws IOException;
  }

  Vocabulary(IndexReader reader) {
    this.reader = reader;
    this.occurrences = new int[reader.maxDoc()];
  }

  /// In how many documents the word is, those not among the articles included.
  int count() {
    return count;
  }

  /// @param at from 0 to [#count]
  int article(int at) {
    return articles[at];
  }

  /// How often an article has the word.
  int occurrences(int article) {
    return occurrences[article];
  }

  void each(Taker taker) throws IOException {
    Field body = new Field(terms(Schema.BODY));
    Field headline = new Field(terms(Schema.HEADLINE));
    while (body.word != null || headline.word != null) {
      boolean isInBody = body.isNotBehind(headline);
      boolean isInHeadline = headline.isNotBehind(body);
      Field one = isInBody ? body : headline;
      clear();
      if (isInBody) {
        add(body.places());
      }
      if (isInHeadline) {
        add(headline.places());
      }
      taker.take(one.text());
      if (isInBody) {
        body.next();
      }
      if (isInHeadline) {
        headline.next();
      }
    }
  }

  /// The words of one field, in the order of their bytes.
  private static final class Field {
    private final TermsEnum terms;
    private @Nullable BytesRef word;

    Field(TermsEnum terms) throws IOException {
      this.terms = terms;
      next();
    }

    void next() throws IOException {
      word = terms.next();
      while (word != null && isOtherForm(word)) {
        word = terms.next();
      }
    }

    boolean isNotBehind(Field other) {
      BytesRef here = word;
      BytesRef there = other.word;
      return here != null && (there == null || here.compareTo(there) <= 0);
    }

    PostingsEnum places() throws IOException {
      return terms.postings(null, PostingsEnum.FREQS);
    }

    String text() throws IOException {
      return terms.term().utf8ToString();
    }
  }

  /// How often some articles together have a word.
  long occurrences(String word, FixedBitSet some) throws IOException {
    clear();
    for (String field : new String[] {Schema.BODY, Schema.HEADLINE}) {
      PostingsEnum found =
          MultiTerms.getTermPostingsEnum(reader, field, new BytesRef(word), PostingsEnum.FREQS);
      if (found != null) {
        add(found);
      }
    }
    long all = 0;
    for (int at = 0; at < count; at++) {
      all += some.get(articles[at]) ? occurrences[articles[at]] : 0;
    }
    return all;
  }

  private TermsEnum terms(String field) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  private static boolean isOtherForm(BytesRef term) {
    for (int at = term.offset; at < term.offset + term.length; at++) {
      if (term.bytes[at] >= 0 && term.bytes[at] <= LAST_CONTROL) {
        return true;
      }
    }
    return false;
  }

  private void clear() {
    for (int at = 0; at < count; at++) {
      occurrences[articles[at]] = 0;
    }
    count = 0;
  }

  private void add(PostingsEnum found) throws IOException {
    for (int number = found.nextDoc();
        number != DocIdSetIterator.NO_MORE_DOCS;
        number = found.nextDoc()) {
      if (occurrences[number] == 0) {
        if (count == articles.length) {
          articles = java.util.Arrays.copyOf(articles, 2 * count);
        }
        articles[count++] = number;
      }
      occurrences[number] += found.freq();
    }
  }
}
