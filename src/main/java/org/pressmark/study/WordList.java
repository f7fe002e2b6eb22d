package org.pressmark.study;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.count.Dispersion;
import org.pressmark.search.Columns;
import org.pressmark.search.Families;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;

/// The words of the articles that match, the most frequent first.
///
/// @param articles that match
/// @param tokens words of these, each time it stands there
/// @param distinct different words
/// @param chosen different words that are wanted; more than `words` has where a limit acted
public record WordList(long articles, long tokens, long distinct, long chosen, List<Word> words) {
  /// @param articles that have the word
  /// @param dispersion how unevenly it is spread over the articles: Gries' DP, 0 is evenly
  public record Word(
      String word, long occurrences, long articles, double perMillion, double dispersion) {}

  private static final Comparator<Word> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(Word::occurrences).reversed().thenComparing(Word::word);

  public WordList {
    words = List.copyOf(words);
  }

  /// @param families each counts once, by the earliest article that matches; empty where every
  /// article counts
  public static WordList of(
      Search search, String question, Choice choice, Optional<Families> families)
      throws IOException, QuestionException {
    FixedBitSet here = Once.of(search, search.match(question).articles(), families);
    Columns columns = search.columns();
    long tokens = columns.tokens(here);
    int[] tokensOf = columns.tokens();
    Vocabulary vocabulary = new Vocabulary(search.reader());
    Best<Word> best = new Best<>(choice.held(), MOST_FREQUENT_FIRST);
    long[] counts = new long[2];
    vocabulary.each(word -> {
      long occurrences = 0;
      long articles = 0;
      for (int at = 0; at < vocabulary.count(); at++) {
        if (here.get(vocabulary.article(at))) {
          occurrences += vocabulary.occurrences(vocabulary.article(at));
          articles++;
        }
      }
      counts[0] += occurrences > 0 ? 1 : 0;
      if (choice.takes(word, occurrences)) {
        counts[1]++;
        double dispersion = dispersion(vocabulary, here, tokensOf, occurrences, tokens);
        best.add(
            new Word(word, occurrences, articles, occurrences * 1_000_000.0 / tokens, dispersion));
      }
    });
    return new WordList(
        here.cardinality(), tokens, counts[0], counts[1], best.behind(choice.skip()));
  }

  private static double dispersion(
      Vocabulary vocabulary, FixedBitSet here, int[] tokensOf, long occurrences, long tokens) {
    Dispersion dispersion = new Dispersion(occurrences, tokens);
    for (int at = 0; at < vocabulary.count(); at++) {
      int article = vocabulary.article(at);
      if (here.get(article)) {
        dispersion.add(vocabulary.occurrences(article), tokensOf[article]);
      }
    }
    return dispersion.proportions();
  }
}
