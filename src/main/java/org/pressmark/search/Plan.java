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
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Schema;
import org.pressmark.index.Stems;
import org.pressmark.search.Clause.Form;
import org.pressmark.search.Clause.Item;

/// Turns a question that was understood into what Lucene has to do.
///
/// A word is looked for in headline and body, as it stands there and by the stems of every
/// language that occurs in the index; what an article is worth is the sum over both texts.
final class Plan {
  private static final int MAX_PATTERN = 255;

  private final String question;
  private final IndexReader reader;
  private final SortedSet<String> languages;
  private final Analyzers analyzers;
  private final SearchOptions options;
  private final Senses senses;
  private final Spots spots;
  private final TermQueries terms;

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
    this.senses = new Senses(reader, languages);
    this.spots = new Spots(question, reader, senses, analyzers, options);
    this.terms = new TermQueries(senses);
  }

  /// What has to be true of an article.
  Part part(Clause clause) throws IOException, QuestionException {
    return any(clause)
        .orElseThrow(() ->
            new QuestionException("the question has no letter and no digit in it; ask for a word"));
  }

  /// The articles, and nothing but articles, for which this is true.
  static Query articles(Part part) {
    return isOfArticles(part)
        ? part.query()
        : new BooleanQuery.Builder()
            .add(part.query(), Occur.MUST)
            .add(new TermQuery(new Term(Schema.TYPE, Schema.ARTICLE)), Occur.FILTER)
            .build();
  }

  /// The same articles, once it is known which they are, by what they are worth.
  static Query weighed(Part part, FixedBitSet articles) {
    BooleanQuery.Builder weighed =
        new BooleanQuery.Builder().add(new Marked(articles), Occur.FILTER);
    part.weights().forEach(weight -> weighed.add(weight, Occur.SHOULD));
    return weighed.setMinimumNumberShouldMatch(part.isWeighed() ? 1 : 0).build();
  }

  /// Whether this can be true of nothing but articles: others have no text.
  private static boolean isOfArticles(Part part) {
    return switch (part) {
      case Part.Text text -> true;
      case Part.All all -> all.parts().stream().anyMatch(Plan::isOfArticles);
      case Part.Any any -> any.parts().stream().allMatch(Plan::isOfArticles);
      case Part.Fact fact -> false;
      case Part.Not not -> false;
    };
  }

  /// Empty where there is nothing to look for, as in a dash between two words.
  private Optional<Part> any(Clause clause) throws IOException, QuestionException {
    return switch (clause) {
      case Clause.Everything all -> Optional.of(new Part.Fact(MatchAllDocsQuery.INSTANCE));
      case Clause.Word word -> word(word);
      case Clause.Phrase phrase -> phrase(phrase);
      case Clause.Pattern pattern -> Optional.of(pattern(pattern));
      case Clause.Regex regex -> Optional.of(shape(regex.scope(), regex, regex.form(), regex.at()));
      case Clause.Like like -> Optional.of(like(like));
      case Clause.Near near -> Optional.of(places(near, near.at()));
      case Clause.NotNear near -> Optional.of(places(near, near.at()));
      case Clause.Within within -> Optional.of(places(within, within.at()));
      case Clause.Between days -> Optional.of(new Part.Fact(between(days)));
      case Clause.Known known -> Optional.of(new Part.Fact(known(known.scope())));
      case Clause.All all -> {
        List<Part> parts = parts(all.clauses());
        yield parts.isEmpty() ? Optional.empty() : Optional.of(new Part.All(parts));
      }
      case Clause.Any choice -> {
        List<Part> parts = parts(choice.clauses());
        yield parts.isEmpty() ? Optional.empty() : Optional.of(new Part.Any(parts));
      }
      case Clause.Not not -> any(not.clause()).map(Part.Not::new);
    };
  }

  private List<Part> parts(List<Clause> clauses) throws IOException, QuestionException {
    List<Part> parts = new ArrayList<>();
    for (Clause clause : clauses) {
      any(clause).ifPresent(parts::add);
    }
    return parts;
  }

  // Words and phrases

  private Optional<Part> word(Clause.Word word) throws IOException, QuestionException {
    return switch (word.scope().kind()) {
      case TEXT ->
        text(word.scope(), word, List.of(new Item.Text(word.text())), word.form(), word.at());
      case NAME, PATH -> analyzed(word.scope(), word.text(), 0, word.at());
      case CODE ->
        Optional.of(new Part.Fact(code(word.scope(), word.text().toLowerCase(Locale.ROOT))));
      case DATE -> throw new IllegalArgumentException("a date is no word");
    };
  }

  private Optional<Part> phrase(Clause.Phrase phrase) throws IOException, QuestionException {
    String text = text(phrase.items());
    return switch (phrase.scope().kind()) {
      case TEXT ->
        phrase.slop() == 0
            ? text(phrase.scope(), phrase, phrase.items(), phrase.form(), phrase.at())
            : Optional.of(places(phrase, phrase.at()));
      case NAME, PATH -> {
        if (phrase.items().stream().anyMatch(item -> !(item instanceof Item.Text))) {
          throw wrong(
              phrase.at(), "a phrase with \"*\", \"?\" or \"~\" works in headline and body only");
        }
        yield analyzed(phrase.scope(), text, phrase.slop(), phrase.at());
      }
      case CODE -> Optional.of(new Part.Fact(code(phrase.scope(), text.toLowerCase(Locale.ROOT))));
      case DATE -> throw new IllegalArgumentException("a date is no phrase");
    };
  }

  private static String text(List<Item> items) {
    return items.getFirst() instanceof Item.Text only ? only.text() : "";
  }

  private Optional<Part> analyzed(Scope scope, String text, int slop, int at)
      throws QuestionException {
    Query query = Analyzers.isSimple(text)
        ? new TermQuery(new Term(scope.field(), text.toLowerCase(Locale.ROOT)))
        : new QueryBuilder(analyzers).createPhraseQuery(scope.field(), text, slop);
    if (query == null) {
      throw wrong(at, "\"" + text + "\" has no letter and no digit in it; ask for a word");
    }
    return Optional.of(new Part.Fact(query, List.of(query)));
  }

  /// Words side by side in a text.
  private Optional<Part> text(Scope scope, Clause clause, List<Item> items, Form form, int at)
      throws IOException, QuestionException {
    List<Choice> choices = new ArrayList<>();
    List<Part.Spot> places = new ArrayList<>();
    for (String field : fields(scope, form)) {
      IntervalsSource source = spots.in(field, clause);
      if (!Spots.isNowhere(source)) {
        places.add(new Part.Spot(field, source));
        choices.add(text(field, items, form, source));
      }
    }
    if (choices.isEmpty() && scope != Scope.TEXT) {
      throw wrong(at, "\"" + text(items) + "\" has no letter and no digit in it; ask for a word");
    }
    return choices.isEmpty() ? Optional.empty() : Optional.of(text(scope, choices, places));
  }

  private static Part text(Scope scope, List<Choice> choices, List<Part.Spot> places) {
    Query any = any(choices.stream().map(Choice::query).toList());
    List<Query> weights = choices.stream().map(Choice::weight).toList();
    return scope == Scope.CUT || places.isEmpty()
        ? new Part.Fact(any, weights)
        : new Part.Text(any, weights, places);
  }

  /// What finds the same as the places do, by the quickest way that Lucene has, and weighs it as
  /// words are weighed.
  private Choice text(String field, List<Item> items, Form form, IntervalsSource source)
      throws IOException {
    if (form == Form.WRITTEN
        || field.indexOf('.') >= 0
        || items.size() > 1
        || !(items.getFirst() instanceof Item.Text text)) {
      return Choice.of(field, new IntervalQuery(field, source));
    }
    List<Senses.Sense> words = new ArrayList<>();
    for (String word : Senses.words(text.text())) {
      words.add(senses.of(field, word, form == Form.STEM));
    }
    return words.size() == 1
        ? TermQueries.word(field, words.getFirst())
        : Choice.of(field, terms.phrase(field, words));
  }

  /// Anything that is said of places and not of single words.
  private Part places(Clause clause, int at) throws IOException, QuestionException {
    Reach reach = Reach.of(clause, question);
    List<Choice> choices = new ArrayList<>();
    List<Part.Spot> places = new ArrayList<>();
    for (String field : fields(reach.scope(), Form.STEM)) {
      IntervalsSource source = spots.in(field, clause);
      if (!Spots.isNowhere(source)) {
        places.add(new Part.Spot(field, source));
        choices.add(Choice.of(field, new IntervalQuery(field, source)));
      }
    }
    if (choices.isEmpty()) {
      throw wrong(at, "there is no letter and no digit in it; ask for words");
    }
    return text(reach.scope(), choices, places);
  }

  private static Query any(List<Query> choices) {
    if (choices.size() == 1) {
      return choices.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    choices.forEach(choice -> any.add(choice, Occur.SHOULD));
    return any.build();
  }

  private List<String> fields(Scope scope, Form form) {
    List<String> fields = new ArrayList<>();
    for (String field : plainFields(scope)) {
      fields.add(field);
      if (form == Form.STEM && scope != Scope.CUT) {
        languages.stream()
            .flatMap(language -> Stems.twins(language).stream())
            .forEach(cut -> fields.add(Schema.twin(field, cut)));
      }
    }
    return fields;
  }

  private static List<String> plainFields(Scope scope) {
    return scope.field().isEmpty() ? List.of(Schema.BODY, Schema.HEADLINE) : List.of(scope.field());
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

  private Part pattern(Clause.Pattern clause) throws IOException, QuestionException {
    String small = clause.pattern().toLowerCase(Locale.ROOT);
    return switch (clause.scope().kind()) {
      case TEXT, NAME -> shape(clause.scope(), clause, clause.form(), clause.at());
      case PATH ->
        new Part.Fact(wildcard(Schema.whole(clause.scope().field()), small, clause.at()));
      case CODE -> new Part.Fact(wildcard(clause.scope().field(), small, clause.at()));
      case DATE -> throw new IllegalArgumentException("a date is no pattern");
    };
  }

  private Part like(Clause.Like clause) throws IOException, QuestionException {
    if (clause.scope().kind() != Scope.Kind.TEXT && clause.scope().kind() != Scope.Kind.NAME) {
      throw wrong(clause.at(), "\"~\" works with words and names only");
    }
    return shape(clause.scope(), clause, clause.form(), clause.at());
  }

  private Part shape(Scope scope, Clause clause, Form form, int at)
      throws IOException, QuestionException {
    List<Choice> choices = new ArrayList<>();
    List<Part.Spot> places = new ArrayList<>();
    Automaton words = spots.shape(clause);
    for (String field : plainFields(scope)) {
      Query query = bounded(new AutomatonQuery(new Term(field, ""), words), at);
      if (scope.kind() == Scope.Kind.TEXT) {
        IntervalsSource source = spots.in(field, clause);
        places.add(new Part.Spot(field, source));
        choices.add(
            new Choice(form == Form.WRITTEN ? new IntervalQuery(field, source) : query, query));
      } else {
        choices.add(new Choice(query, query));
      }
    }
    return text(scope, choices, places);
  }

  private Query wildcard(String field, String pattern, int at)
      throws IOException, QuestionException {
    if (pattern.length() > MAX_PATTERN) {
      throw wrong(
          at, "a word with a wildcard or \"~\" may have " + MAX_PATTERN + " letters; shorten it");
    }
    try {
      return bounded(new WildcardQuery(new Term(field, pattern)), at);
    } catch (TooComplexToDeterminizeException e) {
      throw wrong(at, "the pattern has too many wildcards; use fewer");
    }
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
