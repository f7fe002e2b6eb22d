package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Schema;

/// Words that an archive has, for those of a question that it has not.
final class Suggestion {
  // As many words of a question are looked at.
  private static final int MAX_WORDS = 20;

  private static final Comparator<SuggestWord> NEAREST_LAST =
      Comparator.<SuggestWord>comparingDouble(near -> near.score)
          .thenComparingInt(near -> near.freq)
          .thenComparing(near -> near.string, Comparator.reverseOrder());

  private final IndexReader reader;
  private final Analyzers analyzers;
  private final DirectSpellChecker checker = new DirectSpellChecker();

  /// @param at where in the question the word begins
  private record Word(Scope scope, String text, int at) {}

  Suggestion(IndexReader reader, Analyzers analyzers) {
    this.reader = reader;
    this.analyzers = analyzers;
    checker.setMinPrefix(0);
    checker.setMaxEdits(2);
    checker.setMinQueryLength(3);
  }

  Optional<String> of(String question, Clause clause) throws IOException {
    List<Word> words = new ArrayList<>();
    collect(clause, words);
    words.sort(Comparator.comparingInt(Word::at).reversed());
    StringBuilder better = new StringBuilder(question);
    boolean isBetter = false;
    for (Word word : words.subList(0, Math.min(words.size(), MAX_WORDS))) {
      Optional<String> near = near(word);
      // What was written behind a backslash or in another way stays as it is.
      if (near.isPresent() && question.startsWith(word.text(), word.at())) {
        better.replace(word.at(), word.at() + word.text().length(), near.get());
        isBetter = true;
      }
    }
    return isBetter ? Optional.of(better.toString()) : Optional.empty();
  }

  private static void collect(Clause clause, List<Word> words) {
    switch (clause) {
      case Clause.Word word -> words.add(new Word(word.scope(), word.text(), word.at()));
      case Clause.All all -> all.clauses().forEach(each -> collect(each, words));
      case Clause.Any any -> any.clauses().forEach(each -> collect(each, words));
      case Clause.Everything ignored -> {}
      case Clause.Phrase phrase -> {}
      case Clause.Pattern ignored -> {}
      case Clause.Like ignored -> {}
      case Clause.Regex ignored -> {}
      case Clause.Near near -> {
        collect(near.left(), words);
        collect(near.right(), words);
      }
      case Clause.NotNear near -> {
        collect(near.left(), words);
        collect(near.right(), words);
      }
      case Clause.Within within -> collect(within.clause(), words);
      case Clause.Between ignored -> {}
      case Clause.Known ignored -> {}
      case Clause.Not ignored -> {}
    }
  }

  private Optional<String> near(Word word) throws IOException {
    if (word.scope().kind() != Scope.Kind.TEXT && word.scope().kind() != Scope.Kind.NAME) {
      return Optional.empty();
    }
    String folded = analyzers.fold(word.text());
    List<String> fields = word.scope().field().isEmpty()
        ? List.of(Schema.BODY, Schema.HEADLINE)
        : List.of(word.scope().field());
    SuggestWord best = null;
    for (String field : fields) {
      Term term = new Term(field, folded);
      if (reader.docFreq(term) > 0) {
        return Optional.empty();
      }
      for (SuggestWord near :
          checker.suggestSimilar(term, 5, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)) {
        boolean isWord = near.string.chars().noneMatch(c -> c < ' ');
        if (isWord && (best == null || NEAREST_LAST.compare(near, best) > 0)) {
          best = near;
        }
      }
    }
    return Optional.ofNullable(best).map(near -> near.string);
  }
}
