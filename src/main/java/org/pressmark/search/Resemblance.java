package org.pressmark.search;

import java.io.IOException;
import java.io.StringReader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.Query;
import org.pressmark.index.Schema;

/// Turns a text into a question for texts like it: the words that it has often and others have
/// seldom.
final class Resemblance {
  private static final int MAX_WORDS = 25;
  // In percent of all documents; words that more of them have say nothing of what one is about.
  private static final int MAX_SHARE = 40;
  // Of a very long text the beginning tells enough: 1 MB, some 200,000 words.
  private static final int MAX_LETTERS = 1 << 20;

  private final MoreLikeThis like;

  Resemblance(IndexReader reader, Analyzer analyzer) throws IOException {
    like = new MoreLikeThis(reader);
    like.setAnalyzer(analyzer);
    like.setFieldNames(new String[] {Schema.BODY});
    like.setMinTermFreq(1);
    like.setMinDocFreq(2);
    like.setMaxDocFreqPct(MAX_SHARE);
    like.setMinWordLen(2);
    like.setMaxQueryTerms(MAX_WORDS);
    like.setMaxNumTokensParsed(Integer.MAX_VALUE);
    like.setBoost(true);
  }

  Query to(String body) throws IOException {
    String text = body.substring(0, Math.min(body.length(), MAX_LETTERS));
    return like.like(Schema.BODY, new StringReader(text));
  }
}
