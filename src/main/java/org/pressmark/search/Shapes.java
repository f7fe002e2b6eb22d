package org.pressmark.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.pressmark.index.Forms;
import org.pressmark.index.Lexicon;
import org.pressmark.search.Clause.Form;

/// What words may look like, as automata over the terms of a text field.
///
/// @param question for messages
record Shapes(String question) {
  // Longer words are cut in the index; longer patterns are too much for Lucene's automata.
  private static final int MAX_PATTERN = 255;
  // What `{…}` in a regular expression may make of one letter.
  private static final int MAX_REPEATS = 1_000;

  private static final Automaton MARK = Automata.makeChar(Forms.MARK);
  private static final Automaton PLAIN = Operations.determinize(
      Operations.repeat(Operations.union(List.of(
          Automata.makeCharRange(0, Forms.MARK - 1),
          Automata.makeCharRange(Forms.MARK + 1, Character.MAX_CODE_POINT)))),
      Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);

  Automaton wild(String pattern, Form form, int at) throws QuestionException {
    requireShort(pattern, at);
    requireOneWord(pattern, at);
    String known = form == Form.WRITTEN ? pattern : folded(pattern);
    try {
      return plain(
          WildcardQuery.toAutomaton(new Term("", known), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
          at);
    } catch (TooComplexToDeterminizeException e) {
      throw QuestionException.at(question, at, "the pattern has too many wildcards; use fewer");
    }
  }

  Automaton like(String word, int edits, Form form, int at) throws QuestionException {
    requireShort(word, at);
    requireOneWord(word, at);
    String known = form == Form.WRITTEN ? word : Lexicon.fold(word);
    return plain(new LevenshteinAutomata(known, true).toAutomaton(edits), at);
  }

  Automaton regex(String regex, Form form, int at) throws QuestionException {
    requireShort(regex, at);
    requireFewRepeats(regex, at);
    try {
      String known = form == Form.WRITTEN ? regex : foldedRegex(regex);
      return plain(new RegExp(known, RegExp.NONE, 0).toAutomaton(), at);
    } catch (IllegalArgumentException e) {
      throw QuestionException.at(
          question,
          at,
          "the regular expression is not one: " + e.getMessage()
              + "; put \"\\\" before a sign that means itself");
    }
  }

  private Automaton plain(Automaton words, int at) throws QuestionException {
    try {
      return Operations.determinize(
          Operations.intersection(words, PLAIN), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    } catch (TooComplexToDeterminizeException e) {
      throw QuestionException.at(question, at, "the pattern has too many wildcards; use fewer");
    }
  }

  /// The terms of words that are not written as they are folded.
  static Automaton written(Automaton words) {
    return Operations.concatenate(List.of(PLAIN, MARK, words));
  }

  /// The terms beside a folded word that say how else it is written.
  static Automaton otherwise(Automaton words) {
    return Operations.concatenate(List.of(words, MARK, PLAIN));
  }

  /// Folds the stretches between wildcards: `MÜN*` is `mun*`.
  private static String folded(String pattern) {
    StringBuilder folded = new StringBuilder();
    int from = 0;
    for (int at = 0; at <= pattern.length(); at++) {
      if (at == pattern.length() || "*?\\".indexOf(pattern.charAt(at)) >= 0) {
        folded.append(at > from ? Lexicon.fold(pattern.substring(from, at)) : "");
        folded.append(at < pattern.length() ? pattern.substring(at, at + 1) : "");
        from = at + 1;
      }
    }
    return folded.toString();
  }

  /// Folds letter by letter, and nothing behind a backslash, where letters mean classes.
  private static String foldedRegex(String regex) {
    StringBuilder folded = new StringBuilder();
    boolean inClass = false;
    for (int at = 0; at < regex.length(); ) {
      int letter = regex.codePointAt(at);
      int next = at + Character.charCount(letter);
      if (letter == '\\' && next < regex.length()) {
        next += Character.charCount(regex.codePointAt(next));
        folded.append(regex, at, next);
      } else {
        inClass = letter == '[' || (inClass && letter != ']');
        String fold = Character.isLetter(letter)
            ? Lexicon.fold(Character.toString(letter).toLowerCase(Locale.ROOT))
            : Character.toString(letter);
        boolean isOne = fold.codePointCount(0, fold.length()) == 1;
        folded.append(isOne || inClass ? fold : "(" + fold + ")");
      }
      at = next;
    }
    return folded.toString();
  }

  private void requireShort(String word, int at) throws QuestionException {
    if (word.length() > MAX_PATTERN) {
      throw QuestionException.at(
          question,
          at,
          "a word with a wildcard or \"~\" may have " + MAX_PATTERN + " letters; shorten it");
    }
  }

  /// `((a{99}){99}){99}` is a million letters before anyone looks at it.
  private void requireFewRepeats(String regex, int at) throws QuestionException {
    long repeats = 1;
    for (int open = regex.indexOf('{'); open >= 0; open = regex.indexOf('{', open + 1)) {
      long most = 0;
      long number = 0;
      for (int digit = open + 1; digit < regex.length() && regex.charAt(digit) != '}'; digit++) {
        char c = regex.charAt(digit);
        number = c >= '0' && c <= '9' ? Math.min(number * 10 + c - '0', MAX_REPEATS + 1L) : 0;
        most = Math.max(most, number);
      }
      repeats = Math.min(repeats * Math.max(1, most), MAX_REPEATS + 1L);
    }
    if (repeats > MAX_REPEATS) {
      throw QuestionException.at(
          question,
          at,
          "the regular expression repeats a letter more than " + MAX_REPEATS
              + " times; use smaller numbers in braces");
    }
  }

  /// A pattern is held against single words, so it can not run over what separates them.
  private void requireOneWord(String word, int at) throws QuestionException {
    Optional<String> separator = word.codePoints()
        .filter(c -> !isInWord(c))
        .mapToObj(Character::toString)
        .findFirst();
    if (separator.isPresent()) {
      throw QuestionException.at(
          question,
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
}
