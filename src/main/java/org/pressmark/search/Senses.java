package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Forms;
import org.pressmark.index.Lexicon;
import org.pressmark.index.Schema;
import org.pressmark.index.Stems;
import org.pressmark.index.Words;

/// Knows under which terms of a text field a word of a question is found.
final class Senses {
  private final IndexReader reader;
  private final SortedSet<String> languages;

  /// The terms that a word is found under; of those that are not in the index only the word itself.
  ///
  /// @param anywhere in articles of any language
  /// @param in only in articles of one language: plain words that are the stem of this one there,
  /// but may be another word in another language
  record Sense(List<String> anywhere, Map<String, Set<String>> in) {}

  /// @param languages those whose stems occur in the index
  Senses(IndexReader reader, SortedSet<String> languages) {
    this.reader = reader;
    this.languages = languages;
  }

  /// The words of a text, as they are written there.
  static List<String> words(String text) throws IOException {
    if (Analyzers.isSimple(text)) {
      return List.of(text);
    }
    List<String> words = new ArrayList<>();
    try (Words each = new Words(new Lexicon()).of(text, "")) {
      each.reset();
      while (each.next()) {
        words.add(text.substring(each.from(), each.to()));
      }
      each.end();
    }
    return words;
  }

  Sense of(String field, String word, boolean byStem) throws IOException {
    String folded = Lexicon.fold(word);
    Set<String> anywhere = new LinkedHashSet<>(List.of(folded));
    Map<String, Set<String>> in = new TreeMap<>();
    for (String language : byStem ? languages : new TreeSet<String>()) {
      if (Stems.areOfWords(language) && Stems.canRead(language, word)) {
        for (String stem : Lexicon.stems(word, language)) {
          add(field, folded, stem, language, anywhere, in);
        }
      }
    }
    return new Sense(List.copyOf(anywhere), in);
  }

  private void add(
      String field,
      String folded,
      String stem,
      String language,
      Set<String> anywhere,
      Map<String, Set<String>> in)
      throws IOException {
    String term = Forms.stem(language, stem);
    if (occurs(field, term)) {
      anywhere.add(term);
    }
    if (!stem.equals(folded) && occurs(field, stem) && Lexicon.isItsOwnStem(stem, language)) {
      in.computeIfAbsent(language, code -> new LinkedHashSet<>()).add(stem);
    }
  }

  /// Whether this term, wherever it stands beside another such term, is among [Schema#PAIRS] with
  /// it. No list has to be read for that: one pair that begins with it tells.
  boolean isPaired(String term) throws IOException {
    BytesRef beginning = new BytesRef(Forms.pair(term, ""));
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms pairs = leaf.reader().terms(Schema.PAIRS);
      if (pairs != null) {
        TermsEnum all = pairs.iterator();
        if (all.seekCeil(beginning) != TermsEnum.SeekStatus.END
            && StringHelper.startsWith(all.term(), beginning)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean occurs(String field, String term) throws IOException {
    return reader.docFreq(new Term(field, term)) > 0;
  }
}
