package org.pressmark.study;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.count.Contrast;
import org.pressmark.search.Columns;
import org.pressmark.search.Families;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;

/// The words that some articles use more than others do, or less.
///
/// @param articles that match
/// @param tokens words of these
/// @param articlesThere those they are held against
/// @param tokensThere words of these
/// @param chosen different words that are wanted; more than `words` has where a limit acted
public record Keywords(
    long articles,
    long tokens,
    long articlesThere,
    long tokensThere,
    long chosen,
    List<Keyword> words) {
  public record Keyword(String word, Contrast contrast) {}

  /// Which words are wanted.
  public enum Used {
    MORE,
    LESS
  }

  /// What comes first.
  public enum Order {
    /// What one may be surest of.
    LOG_LIKELIHOOD(Contrast::logLikelihood),
    /// What differs most.
    LOG_RATIO(contrast -> Math.abs(contrast.logRatio()));

    private final java.util.function.ToDoubleFunction<Contrast> measure;

    Order(java.util.function.ToDoubleFunction<Contrast> measure) {
      this.measure = measure;
    }

    Comparator<Keyword> comparator() {
      return Comparator.<Keyword>comparingDouble(word -> measure.applyAsDouble(word.contrast()))
          .reversed()
          .thenComparing(Keyword::word);
    }
  }

  public Keywords {
    words = List.copyOf(words);
  }

  /// @param against the question whose articles they are held against; all others where it is
  /// empty.
  /// What matches both counts here only
  /// @param leastLogLikelihood words with a lower one are left out
  /// @param families each counts once on each side, by the earliest article there; empty where
  /// every article counts
  public static Keywords of(
      Search search,
      String question,
      Optional<String> against,
      Used used,
      Order order,
      double leastLogLikelihood,
      Choice choice,
      Optional<Families> families)
      throws IOException, QuestionException {
    FixedBitSet matching = search.match(question).articles();
    Columns columns = search.columns();
    FixedBitSet others = against.isPresent()
        ? search.match(against.get()).articles()
        : columns.articles().clone();
    others.andNot(matching);
    FixedBitSet here = Once.of(search, matching, families);
    FixedBitSet there = Once.of(search, others, families);
    long tokensHere = columns.tokens(here);
    long tokensThere = columns.tokens(there);
    Vocabulary vocabulary = new Vocabulary(search.reader());
    Best<Keyword> best = new Best<>(choice.held(), order.comparator());
    long[] chosen = {0};
    vocabulary.each(word -> {
      long inHere = 0;
      long inThere = 0;
      for (int at = 0; at < vocabulary.count(); at++) {
        int article = vocabulary.article(at);
        inHere += here.get(article) ? vocabulary.occurrences(article) : 0;
        inThere += there.get(article) ? vocabulary.occurrences(article) : 0;
      }
      Contrast contrast = new Contrast(inHere, tokensHere, inThere, tokensThere);
      if (choice.takes(word, used == Used.MORE ? inHere : inThere)
          && (used == Used.MORE ? contrast.isMoreHere() : contrast.isLessHere())
          && contrast.logLikelihood() >= leastLogLikelihood) {
        chosen[0]++;
        best.add(new Keyword(word, contrast));
      }
    });
    return new Keywords(
        here.cardinality(),
        tokensHere,
        there.cardinality(),
        tokensThere,
        chosen[0],
        best.behind(choice.skip()));
  }
}
