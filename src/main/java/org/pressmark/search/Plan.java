package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Schema;
import org.pressmark.index.Stems;

/// Turns a question that was understood into what Lucene has to do.
///
/// A word is looked for in headline and body, as it stands there and by the stems of every
/// language that occurs in the index; the best of these counts, so that a word counts once.
final class Plan {
  private static final float HEADLINE_WEIGHT = 2;
  // Longer words are cut in the index; longer patterns are too much for Lucene's automata.
  private static final int MAX_PATTERN = 255;

  private final String question;
  private final IndexReader reader;
  private final SortedSet<String> languages;
  private final Analyzers analyzers;
  private final SearchOptions options;

  /// @param languages those whose stems occur in the index
  Plan(
      String question,
      IndexReader reader,
      SortedSet<String> languages,
      Analyzers analyzers,
      SearchOptions options) {
    this.question = question;
    this.reader = reader;
    this.languages = languages;
    this.analyzers = analyzers;
    this.options = options;
  }

  /// The articles, and nothing but articles, for which the clause is true.
  Query articles(Clause clause) throws IOException, QuestionException {
    Query query = query(clause)
        .orElseThrow(() ->
            new QuestionException("the question has no letter and no digit in it; ask for a word"));
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term(Schema.TYPE, Schema.ARTICLE)), Occur.FILTER)
        .build();
  }

  /// Empty where there is nothing to look for, as in a dash between two words.
  private Optional<Query> query(Clause clause) throws IOException, QuestionException {
    return switch (clause) {
      case Clause.Everything all -> Optional.of(MatchAllDocsQuery.INSTANCE);
      case Clause.Word word -> words(word.scope(), word.text(), 0, word.at());
      case Clause.Phrase phrase -> words(phrase.scope(), phrase.text(), phrase.slop(), phrase.at());
      case Clause.Pattern pattern -> Optional.of(pattern(pattern));
      case Clause.Like like -> Optional.of(like(like));
      case Clause.Between days -> Optional.of(between(days));
      case Clause.Known known -> Optional.of(known(known.scope()));
      case Clause.All all -> all(all);
      case Clause.Any any -> any(any);
      case Clause.Not not -> query(not.clause()).map(Plan::not);
    };
  }

  // Several at once

  private Optional<Query> all(Clause.All all) throws IOException, QuestionException {
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    int wanted = 0;
    int unwanted = 0;
    for (Clause clause : all.clauses()) {
      boolean isNot = clause instanceof Clause.Not;
      Optional<Query> part = query(clause instanceof Clause.Not not ? not.clause() : clause);
      if (part.isPresent()) {
        every.add(part.get(), isNot ? Occur.MUST_NOT : Occur.MUST);
        wanted += isNot ? 0 : 1;
        unwanted += isNot ? 1 : 0;
      }
    }
    if (wanted == 0 && unwanted > 0) {
      every.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return wanted + unwanted == 0 ? Optional.empty() : Optional.of(every.build());
  }

  private Optional<Query> any(Clause.Any any) throws IOException, QuestionException {
    BooleanQuery.Builder choices = new BooleanQuery.Builder();
    boolean found = false;
    for (Clause clause : any.clauses()) {
      Optional<Query> choice = query(clause);
      choice.ifPresent(query -> choices.add(query, Occur.SHOULD));
      found |= choice.isPresent();
    }
    return found ? Optional.of(choices.build()) : Optional.empty();
  }

  private static Query not(Query query) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(query, Occur.MUST_NOT)
        .build();
  }

  // Words and phrases

  private Optional<Query> words(Scope scope, String text, int slop, int at)
      throws QuestionException {
    List<Query> choices = new ArrayList<>();
    switch (scope.kind()) {
      case TEXT -> {
        for (String field : plainFields(scope)) {
          add(choices, field, text, slop);
          if (scope != Scope.EXACT) {
            addStems(choices, field, text, slop);
          }
        }
      }
      case NAME, PATH -> add(choices, scope.field(), text, slop);
      case CODE -> choices.add(code(scope, text.toLowerCase(Locale.ROOT)));
      case DATE -> throw new IllegalArgumentException("a date is no word");
    }
    if (choices.isEmpty() && scope != Scope.TEXT) {
      throw wrong(at, "\"" + text + "\" has no letter and no digit in it; ask for a word");
    }
    return choices.isEmpty() ? Optional.empty() : Optional.of(best(choices));
  }

  private void addStems(List<Query> choices, String field, String text, int slop) {
    for (String language : languages) {
      if (Stems.canRead(language, text)) {
        add(choices, Schema.twin(field, language), text, slop);
      }
    }
  }

  private void add(List<Query> choices, String field, String text, int slop) {
    boolean isPlain = field.indexOf('.') < 0;
    Query query = isPlain && Analyzers.isSimple(text)
        ? new TermQuery(new Term(field, analyzers.fold(text)))
        : new QueryBuilder(analyzers).createPhraseQuery(field, text, slop);
    if (query != null) {
      choices.add(field.startsWith(Schema.HEADLINE) ? heavier(query) : query);
    }
  }

  private static List<String> plainFields(Scope scope) {
    return scope.field().isEmpty() ? List.of(Schema.BODY, Schema.HEADLINE) : List.of(scope.field());
  }

  private static Query heavier(Query query) {
    return new BoostQuery(query, HEADLINE_WEIGHT);
  }

  private static Query best(List<Query> choices) {
    return choices.size() == 1 ? choices.getFirst() : new DisjunctionMaxQuery(choices, 0);
  }

  /// `id:pm-mfrg` is the beginning of an id; `language:pt` is Portuguese of any country.
  private static Query code(Scope scope, String code) {
    if (scope == Scope.ID) {
      return new PrefixQuery(new Term(scope.field(), code));
    }
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(scope.field(), code)), Occur.SHOULD)
        .add(new PrefixQuery(new Term(scope.field(), code + "-")), Occur.SHOULD)
        .build();
  }

  // Patterns

  private Query pattern(Clause.Pattern clause) throws IOException, QuestionException {
    requireShort(clause.pattern(), clause.at());
    try {
      return switch (clause.scope().kind()) {
        case TEXT, NAME -> {
          requireOneWord(clause.pattern(), clause.at());
          yield expand(clause.scope(), folded(clause.pattern()), clause.at());
        }
        case PATH ->
          wildcard(
              Schema.whole(clause.scope().field()),
              clause.pattern().toLowerCase(Locale.ROOT),
              clause.at());
        case CODE ->
          wildcard(clause.scope().field(), clause.pattern().toLowerCase(Locale.ROOT), clause.at());
        case DATE -> throw new IllegalArgumentException("a date is no pattern");
      };
    } catch (TooComplexToDeterminizeException e) {
      throw wrong(clause.at(), "the pattern has too many wildcards; use fewer");
    }
  }

  private Query expand(Scope scope, String pattern, int at) throws IOException, QuestionException {
    List<Query> choices = new ArrayList<>();
    for (String field : plainFields(scope)) {
      choices.add(wildcard(field, pattern, at));
    }
    return best(choices);
  }

  private Query wildcard(String field, String pattern, int at)
      throws IOException, QuestionException {
    return bounded(new WildcardQuery(new Term(field, pattern)), at);
  }

  private Query like(Clause.Like clause) throws IOException, QuestionException {
    if (clause.scope().kind() != Scope.Kind.TEXT && clause.scope().kind() != Scope.Kind.NAME) {
      throw wrong(clause.at(), "\"~\" works with words and names only");
    }
    requireShort(clause.word(), clause.at());
    requireOneWord(clause.word(), clause.at());
    String word = analyzers.fold(clause.word());
    List<Query> choices = new ArrayList<>();
    for (String field : plainFields(clause.scope())) {
      choices.add(bounded(like(new Term(field, word), clause.edits()), clause.at()));
    }
    return best(choices);
  }

  // Every word within reach counts, not only the nearest fifty: a count has to be true.
  private static MultiTermQuery like(Term word, int edits) {
    return new FuzzyQuery(word, edits, 0, 1, true, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }

  private <Q extends MultiTermQuery> Q bounded(Q query, int at)
      throws IOException, QuestionException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(query.getField());
      if (terms != null && isMore(query.getTermsEnum(terms))) {
        throw wrong(
            at,
            "the pattern fits more than " + options.maxWords()
                + " different words; give it more letters");
      }
    }
    return query;
  }

  private boolean isMore(TermsEnum words) throws IOException {
    int count = 0;
    while (words.next() != null) {
      if (++count > options.maxWords()) {
        return true;
      }
    }
    return false;
  }

  /// Folds the stretches between wildcards: `MÜN*` is `mun*`.
  private String folded(String pattern) {
    StringBuilder folded = new StringBuilder();
    int from = 0;
    for (int at = 0; at <= pattern.length(); at++) {
      if (at == pattern.length() || "*?\\".indexOf(pattern.charAt(at)) >= 0) {
        folded.append(at > from ? analyzers.fold(pattern.substring(from, at)) : "");
        folded.append(at < pattern.length() ? pattern.substring(at, at + 1) : "");
        from = at + 1;
      }
    }
    return folded.toString();
  }

  private void requireShort(String word, int at) throws QuestionException {
    if (word.length() > MAX_PATTERN) {
      throw wrong(
          at, "a word with a wildcard or \"~\" may have " + MAX_PATTERN + " letters; shorten it");
    }
  }

  /// A pattern is held against single words, so it can not run over what separates them.
  private void requireOneWord(String word, int at) throws QuestionException {
    Optional<String> separator = word.codePoints()
        .filter(c -> !isInWord(c))
        .mapToObj(Character::toString)
        .findFirst();
    if (separator.isPresent()) {
      throw wrong(
          at,
          "\"" + separator.get() + "\" separates words, and a wildcard or \"~\" works"
              + " in one word only; ask for the words one by one");
    }
  }

  private static boolean isInWord(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || "*?_.,\u00b7".indexOf(c) >= 0;
  }

  // Facts

  /// Whole in the range: an article of "2021-09" is found in 2021, not on 15 September.
  private static Query between(Clause.Between days) {
    return new BooleanQuery.Builder()
        .add(IntPoint.newRangeQuery(Schema.FIRST_DAY, days.first(), Integer.MAX_VALUE), Occur.MUST)
        .add(IntPoint.newRangeQuery(Schema.LAST_DAY, Integer.MIN_VALUE, days.last()), Occur.MUST)
        .build();
  }

  private static Query known(Scope scope) {
    return switch (scope.kind()) {
      case CODE -> new PrefixQuery(new Term(scope.field(), ""));
      case TEXT, NAME, DATE, PATH ->
        scope.field().isEmpty() ? MatchAllDocsQuery.INSTANCE : new FieldExistsQuery(scope.field());
    };
  }

  private QuestionException wrong(int at, String what) {
    return QuestionException.at(question, at, what);
  }
}
