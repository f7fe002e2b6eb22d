package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.pressmark.index.Forms;
import org.pressmark.index.Schema;

/// Looks for words, and for words side by side, by the terms that the index has for them.
final class TermQueries {
  private final Senses senses;

  TermQueries(Senses senses) {
    this.senses = senses;
  }

  /// A word is worth as much under all its terms, whichever of them an article was found by.
  static Choice word(String field, Senses.Sense word) {
    Query anywhere = terms(field, word.anywhere());
    if (word.in().isEmpty()) {
      return Choice.of(field, anywhere);
    }
    List<Query> choices = new ArrayList<>(List.of(anywhere));
    word.in()
        .forEach((language, stems) -> choices.add(in(language, terms(field, List.copyOf(stems)))));
    Stream<String> terms =
        Stream.concat(word.anywhere().stream(), word.in().values().stream().flatMap(Set::stream));
    Query weight = terms(field, terms.distinct().toList());
    Query found = new BooleanQuery.Builder()
        .add(new DisjunctionMaxQuery(choices, 0), Occur.FILTER)
        .add(weight, Occur.SHOULD)
        .build();
    return Choice.of(field, found, weight);
  }

  private static Query terms(String field, List<String> terms) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.getFirst()));
    }
    SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
    terms.forEach(term -> synonyms.addTerm(new Term(field, term)));
    return synonyms.build();
  }

  private static Query in(String language, Query query) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term(Schema.STEMS, language)), Occur.FILTER)
        .build();
  }

  /// An article has the stems of one language, so that its places are compared once.
  Query phrase(String field, List<Senses.Sense> words) throws IOException {
    Set<String> apart = new TreeSet<>();
    words.forEach(word -> apart.addAll(word.in().keySet()));
    Query anywhere = phrase(field, words, "");
    if (apart.isEmpty()) {
      return anywhere;
    }
    BooleanQuery.Builder elsewhere = new BooleanQuery.Builder().add(anywhere, Occur.MUST);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String language : apart) {
      elsewhere.add(new TermQuery(new Term(Schema.STEMS, language)), Occur.MUST_NOT);
      any.add(in(language, phrase(field, words, language)), Occur.SHOULD);
    }
    return any.add(elsewhere.build(), Occur.SHOULD).build();
  }

  private Query phrase(String field, List<Senses.Sense> words, String language) throws IOException {
    List<List<String>> places = words.stream()
        .map(word -> Stream.concat(
                word.anywhere().stream(), word.in().getOrDefault(language, Set.of()).stream())
            .toList())
        .toList();
    List<Query> pairs = field.equals(Schema.BODY) ? pairs(places) : List.of();
    if (!pairs.isEmpty() && places.size() == 2) {
      return pairs.getFirst();
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (List<String> terms : places) {
      phrase.add(terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new));
    }
    if (pairs.isEmpty()) {
      return phrase.build();
    }
    BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(phrase.build(), Occur.MUST);
    pairs.forEach(pair -> narrowed.add(pair, Occur.FILTER));
    return narrowed.build();
  }

  /// The words side by side that are in the index as pairs.
  private List<Query> pairs(List<List<String>> places) throws IOException {
    List<Query> pairs = new ArrayList<>();
    List<String> left = List.of();
    for (List<String> terms : places) {
      List<String> right = arePaired(terms) ? terms : List.of();
      List<String> together = new ArrayList<>();
      for (String first : left) {
        right.forEach(second -> together.add(Forms.pair(first, second)));
      }
      if (!together.isEmpty()) {
        pairs.add(terms(Schema.PAIRS, together));
      }
      left = right;
    }
    return pairs;
  }

  private boolean arePaired(List<String> terms) throws IOException {
    for (String term : terms) {
      if (!senses.isPaired(term)) {
        return false;
      }
    }
    return true;
  }
}
