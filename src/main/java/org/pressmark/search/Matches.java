package org.pressmark.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.index.Schema;

/// All documents that match a query, as one bit each.
///
/// Where nothing but words is asked for, the bits of each word are put together: a word that a
/// million articles have takes a millisecond then, where going from hit to hit takes ten.
final class Matches {
  private final IndexSearcher searcher;
  private final Clock clock;

  Matches(IndexSearcher searcher, Clock clock) {
    this.searcher = searcher;
    this.clock = clock;
  }

  /// @throws QuestionException where it takes too long
  FixedBitSet of(Query query) throws IOException, QuestionException {
    Query rewritten = searcher.rewrite(query);
    FixedBitSet all = new FixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int size = leaf.reader().maxDoc();
      FixedBitSet here = isOfWords(rewritten) ? words(rewritten, leaf) : each(rewritten, leaf);
      clock.check();
      Bits live = leaf.reader().getLiveDocs();
      if (live != null) {
        live.applyMask(here, 0);
      }
      FixedBitSet.orRange(here, 0, all, leaf.docBase, size);
    }
    return all;
  }

  /// Whether to find all that a part of the query matches costs little, whatever its other parts
  /// leave of that: words, and phrases in headlines, which have some ten words to compare.
  static boolean isOfWords(Query query) {
    return switch (query) {
      case TermQuery word -> true;
      case SynonymQuery words -> true;
      case PhraseQuery phrase -> phrase.getField().equals(Schema.HEADLINE);
      case MultiPhraseQuery phrase -> phrase.getTermArrays()[0][0].field().equals(Schema.HEADLINE);
      case MatchAllDocsQuery all -> true;
      case MatchNoDocsQuery none -> true;
      case BoostQuery weighed -> isOfWords(weighed.getQuery());
      case ConstantScoreQuery plain -> isOfWords(plain.getQuery());
      case DisjunctionMaxQuery any -> any.getDisjuncts().stream().allMatch(Matches::isOfWords);
      case BooleanQuery several ->
        several.getMinimumNumberShouldMatch() == 0
            && several.clauses().stream().allMatch(clause -> isOfWords(clause.query()));
      default -> false;
    };
  }

  private FixedBitSet words(Query query, LeafReaderContext leaf)
      throws IOException, QuestionException {
    return switch (query) {
      case BoostQuery weighed -> words(weighed.getQuery(), leaf);
      case ConstantScoreQuery plain -> words(plain.getQuery(), leaf);
      case DisjunctionMaxQuery any -> any(any.getDisjuncts(), leaf);
      case SynonymQuery words ->
        any(words.getTerms().stream().map(TermQuery::new).toList(), leaf);
      case BooleanQuery several -> several(several, leaf);
      default -> each(query, leaf);
    };
  }

  private FixedBitSet any(Collection<? extends Query> choices, LeafReaderContext leaf)
      throws IOException, QuestionException {
    FixedBitSet any = new FixedBitSet(leaf.reader().maxDoc());
    for (Query choice : choices) {
      any.or(words(choice, leaf));
    }
    return any;
  }

  /// What is wanted beside what has to be counts for nothing but scores.
  private FixedBitSet several(BooleanQuery query, LeafReaderContext leaf)
      throws IOException, QuestionException {
    int size = leaf.reader().maxDoc();
    FixedBitSet all = new FixedBitSet(size);
    FixedBitSet any = new FixedBitSet(size);
    FixedBitSet not = new FixedBitSet(size);
    all.set(0, size);
    boolean must = false;
    for (BooleanClause clause : query.clauses()) {
      clock.check();
      must |= clause.isRequired();
      switch (clause.occur()) {
        case MUST, FILTER -> all.and(words(clause.query(), leaf));
        case SHOULD -> any.or(words(clause.query(), leaf));
        case MUST_NOT -> not.or(words(clause.query(), leaf));
      }
    }
    FixedBitSet found = must ? all : any;
    found.andNot(not);
    return found;
  }

  private FixedBitSet each(Query query, LeafReaderContext leaf) throws IOException {
    int size = leaf.reader().maxDoc();
    FixedBitSet found = new FixedBitSet(size);
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    Scorer scorer = weight.scorer(leaf);
    if (scorer != null) {
      DocIdSetIterator documents = scorer.iterator();
      int next = documents.nextDoc();
      if (isOfWords(query)) {
        documents.intoBitSet(size, found, 0);
        return found;
      }
      while (next != DocIdSetIterator.NO_MORE_DOCS && !clock.shouldExit()) {
        found.set(next);
        next = documents.nextDoc();
      }
    }
    return found;
  }
}
