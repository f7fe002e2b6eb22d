package org.pressmark.export;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Sentences and their tokens, as Unicode draws the borders (UAX 29), with CLDR's abbreviations
/// for the languages it has them for, and ICU's dictionaries for those without spaces.
///
/// A token is a word, a number or one mark: `Don't go, 3.5 km!` has six, `Don't` `go` `,` `3.5`
/// `km` `!`. Borders come from ICU and not from the JDK, whose own change with its version.
final class Tokens {
  /// @param isGlued whether the next one follows without white space
  record Token(String form, boolean isGlued) {}

  /// Before names, in newspapers; CLDR's English list has `Mr.` and `Prof.`, and lacks these.
  private static final List<String> TITLES =
      List.of("Dr.", "Gen.", "Gov.", "Messrs.", "Rep.", "Sen.", "St.");

  private static final Map<String, BreakIterator> SENTENCES = new ConcurrentHashMap<>();
  private static final Map<String, BreakIterator> WORDS = new ConcurrentHashMap<>();

  private final BreakIterator sentences;
  private final BreakIterator words;

  /// @param language of the text, BCP 47
  Tokens(Optional<String> language) {
    String tag = language.map(Tokens::plain).orElse("");
    this.sentences =
        (BreakIterator) SENTENCES.computeIfAbsent(tag, Tokens::sentences).clone();
    this.words = (BreakIterator) WORDS.computeIfAbsent(tag, Tokens::words).clone();
  }

  /// Only the language: there are few of them, so that what is kept stays little.
  private static String plain(String tag) {
    String language = tag.split("-", 2)[0];
    return language.matches("[a-z]{2,3}") ? language : "";
  }

  private static BreakIterator sentences(String language) {
    ULocale locale = ULocale.forLanguageTag(language.isEmpty() ? "und" : language);
    BreakIterator plain = BreakIterator.getSentenceInstance(locale);
    if (language.isEmpty()) {
      return plain;
    }
    FilteredBreakIteratorBuilder filter = FilteredBreakIteratorBuilder.getInstance(locale);
    if (language.equals("en")) {
      TITLES.forEach(filter::suppressBreakAfter);
    }
    return filter.wrapIteratorWithFilter(plain);
  }

  private static BreakIterator words(String language) {
    return BreakIterator.getWordInstance(
        ULocale.forLanguageTag(language.isEmpty() ? "und" : language));
  }

  /// None of them empty.
  List<List<Token>> of(String text) {
    List<List<Token>> all = new ArrayList<>();
    sentences.setText(text);
    words.setText(text);
    sentences.first();
    int word = words.first();
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      List<Token> sentence = new ArrayList<>();
      while (word < end) {
        int at = word;
        word = words.next();
        add(text.substring(at, word), sentence);
      }
      if (!sentence.isEmpty()) {
        all.add(sentence);
      }
    }
    return all;
  }

  /// A piece between two borders is white space or a token; a mark that combines can make one of
  /// both.
  private static void add(String piece, List<Token> sentence) {
    StringBuilder form = new StringBuilder();
    boolean isSpaceBefore = false;
    boolean isSpaceAfter = false;
    for (int at = 0; at < piece.length(); at++) {
      char c = piece.charAt(at);
      if (!Plain.isSpace(c)) {
        form.append(c);
      } else if (form.isEmpty()) {
        isSpaceBefore = true;
      } else {
        isSpaceAfter = true;
      }
    }
    if (isSpaceBefore && !sentence.isEmpty()) {
      sentence.add(new Token(sentence.removeLast().form(), false));
    }
    if (!form.isEmpty()) {
      sentence.add(new Token(Plain.text(form.toString()), !isSpaceAfter));
    }
  }

  /// The sentence on one line.
  static String text(List<Token> sentence) {
    StringBuilder text = new StringBuilder();
    for (Token token : sentence) {
      text.append(token.form()).append(token.isGlued() ? "" : " ");
    }
    return text.toString().strip();
  }

  /// How many words and numbers a text has.
  int count(String text) {
    int count = 0;
    words.setText(text);
    words.first();
    while (words.next() != BreakIterator.DONE) {
      count += words.getRuleStatus() >= BreakIterator.WORD_NUMBER ? 1 : 0;
    }
    return count;
  }
}
