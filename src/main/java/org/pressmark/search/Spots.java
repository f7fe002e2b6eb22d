package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Forms;
import org.pressmark.index.Lexicon;
import org.pressmark.index.Stems;
import org.pressmark.search.Clause.Form;
import org.pressmark.search.Clause.Item;

/// Turns what a question says of words into the places where they stand in one field.
final class Spots {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final IntervalsSource NOWHERE = Intervals.noIntervals("not in this field");

  // Each word of a pattern is read at the same time as all others, and takes some 5 kB for that.
  private static final int TOGETHER = 2;

  private final String question;
  private final IndexReader reader;
  private final Senses senses;
  private final Analyzers analyzers;
  private final SearchOptions options;
  private final Shapes shapes;
  private int words;

  Spots(
      String question,
      IndexReader reader,
      Senses senses,
      Analyzers analyzers,
      SearchOptions options) {
    this.question = question;
    this.reader = reader;
    this.senses = senses;
    this.analyzers = analyzers;
    this.options = options;
    this.shapes = new Shapes(question);
  }

  static boolean isNowhere(IntervalsSource source) {
    return source == NOWHERE;
  }

  /// @param field a text field, or one that holds its text by the words of its language, where
  /// nothing but plain words is found
  IntervalsSource in(String field, Clause clause) throws IOException, QuestionException {
    return isOfCharacters(field) && !asksForCharacter(clause) ? NOWHERE : source(field, clause);
  }

  private IntervalsSource source(String field, Clause clause)
      throws IOException, QuestionException {
    return switch (clause) {
      case Clause.Word word -> words(field, word.form(), word.text());
      case Clause.Phrase phrase -> phrase(field, phrase);
      case Clause.Pattern pattern ->
        isTwin(field)
            ? NOWHERE
            : shape(
                field,
                shapes.wild(pattern.pattern(), pattern.form(), pattern.at()),
                pattern.form(),
                pattern.at());
      case Clause.Regex regex ->
        isTwin(field)
            ? NOWHERE
            : shape(
                field,
                shapes.regex(regex.regex(), regex.form(), regex.at()),
                regex.form(),
                regex.at());
      case Clause.Like like ->
        isTwin(field)
            ? NOWHERE
            : shape(
                field,
                shapes.like(like.word(), like.edits(), like.form(), like.at()),
                like.form(),
                like.at());
      case Clause.Near near -> near(field, near);
      case Clause.NotNear near -> {
        IntervalsSource left = source(field, near.left());
        IntervalsSource right = source(field, near.right());
        if (isNowhere(left) || isNowhere(right)) {
          yield isTwin(field) ? NOWHERE : left;
        }
        yield Intervals.notWithin(left, near.distance(), right);
      }
      case Clause.Within within -> within(field, within);
      case Clause.Any any -> any(sources(field, any.clauses()));
      case Clause.All all -> together(sources(field, all.clauses()));
      case Clause.Everything all -> NOWHERE;
      case Clause.Between days -> NOWHERE;
      case Clause.Known known -> NOWHERE;
      case Clause.Not not -> NOWHERE;
    };
  }

  private static boolean isTwin(String field) {
    return field.indexOf('.') >= 0;
  }

  private static boolean isOfCharacters(String field) {
    return field.endsWith("." + Stems.CHARACTERS);
  }

  /// Whether a Chinese character stands alone in it. Several are found in pairs, which is faster,
  /// but not near one.
  private static boolean asksForCharacter(Clause clause) {
    return switch (clause) {
      case Clause.Word word -> hasCharacter(word.text());
      case Clause.Phrase phrase ->
        phrase.items().stream()
            .anyMatch(item -> item instanceof Item.Text text && hasCharacter(text.text()));
      case Clause.Near near -> asksForCharacter(near.left()) || asksForCharacter(near.right());
      case Clause.NotNear near -> asksForCharacter(near.left()) || asksForCharacter(near.right());
      case Clause.Within within -> asksForCharacter(within.clause());
      case Clause.Any any -> any.clauses().stream().anyMatch(Spots::asksForCharacter);
      case Clause.All all -> all.clauses().stream().anyMatch(Spots::asksForCharacter);
      case Clause.Not not -> false;
      case Clause.Everything all -> false;
      case Clause.Pattern pattern -> false;
      case Clause.Regex regex -> false;
      case Clause.Like like -> false;
      case Clause.Between days -> false;
      case Clause.Known known -> false;
    };
  }

  private static boolean hasCharacter(String text) {
    return BETWEEN_WORDS.splitAsStream(text).anyMatch(Spots::isCharacter);
  }

  private static boolean isCharacter(String text) {
    return text.codePointCount(0, text.length()) == 1
        && Character.isIdeographic(text.codePointAt(0));
  }

  /// The terms of a field that a pattern stands for.
  Automaton shape(Clause clause) throws QuestionException {
    return switch (clause) {
      case Clause.Pattern pattern -> shapes.wild(pattern.pattern(), pattern.form(), pattern.at());
      case Clause.Regex regex -> shapes.regex(regex.regex(), regex.form(), regex.at());
      case Clause.Like like -> shapes.like(like.word(), like.edits(), like.form(), like.at());
      default -> throw new IllegalArgumentException(clause + " is no pattern");
    };
  }

  private List<IntervalsSource> sources(String field, List<Clause> clauses)
      throws IOException, QuestionException {
    List<IntervalsSource> sources = new ArrayList<>();
    for (Clause clause : clauses) {
      sources.add(source(field, clause));
    }
    return sources;
  }

  /// Lucene holds a stretch for shorter where one of its choices is, unless it is told to try each
  /// choice by itself, which takes long with many of them and changes nothing for single words.
  private static IntervalsSource any(List<IntervalsSource> choices) {
    List<IntervalsSource> single = new ArrayList<>();
    List<IntervalsSource> all = new ArrayList<>();
    for (IntervalsSource choice : choices) {
      if (!isNowhere(choice)) {
        (choice.minExtent() == 1 ? single : all).add(choice);
      }
    }
    if (!single.isEmpty()) {
      all.add(single.size() == 1 ? single.getFirst() : Intervals.or(false, single));
    }
    return all.isEmpty() ? NOWHERE : all.size() == 1 ? all.getFirst() : Intervals.or(all);
  }

  private static IntervalsSource together(List<IntervalsSource> sources) {
    if (sources.stream().anyMatch(Spots::isNowhere)) {
      return NOWHERE;
    }
    return switch (sources.size()) {
      case 1 -> sources.getFirst();
      case 2 -> Intervals.unorderedNoOverlaps(sources.getFirst(), sources.getLast());
      default -> Intervals.unordered(sources.toArray(IntervalsSource[]::new));
    };
  }

  private static IntervalsSource sideBySide(List<IntervalsSource> sources) {
    if (sources.isEmpty() || sources.stream().anyMatch(Spots::isNowhere)) {
      return NOWHERE;
    }
    return sources.size() == 1
        ? sources.getFirst()
        : Intervals.phrase(sources.toArray(IntervalsSource[]::new));
  }

  // Near

  private IntervalsSource near(String field, Clause.Near near)
      throws IOException, QuestionException {
    IntervalsSource left = source(field, near.left());
    IntervalsSource right = source(field, near.right());
    if (isNowhere(left) || isNowhere(right)) {
      return NOWHERE;
    }
    IntervalsSource both = near.order() == Clause.Order.LEFT_FIRST
        ? Intervals.ordered(left, right)
        : Intervals.unorderedNoOverlaps(left, right);
    return Intervals.maxgaps(near.distance() - 1, both);
  }

  private IntervalsSource within(String field, Clause.Within within)
      throws IOException, QuestionException {
    IntervalsSource inner = source(field, within.clause());
    if (isTwin(field) || isNowhere(inner)) {
      return NOWHERE;
    }
    BytesRef border = within.unit() == Clause.Unit.SENTENCE ? Forms.SENTENCE : Forms.PARAGRAPH;
    return new InOneUnit(inner, border);
  }

  // Phrases

  private IntervalsSource phrase(String field, Clause.Phrase phrase)
      throws IOException, QuestionException {
    List<IntervalsSource> parts = new ArrayList<>();
    int blanks = 0;
    for (Item item : phrase.items()) {
      switch (item) {
        case Item.Text text -> parts.addAll(each(field, phrase.form(), text.text()));
        case Item.Wild wild ->
          parts.add(shape(
              field,
              shapes.wild(wild.pattern(), phrase.form(), phrase.at()),
              phrase.form(),
              phrase.at()));
        case Item.Fuzzy fuzzy ->
          parts.add(shape(
              field,
              shapes.like(fuzzy.word(), fuzzy.edits(), phrase.form(), phrase.at()),
              phrase.form(),
              phrase.at()));
        case Item.Blank blank -> {
          if (!parts.isEmpty()) {
            parts.add(Intervals.extend(parts.removeLast(), 0, 1));
          }
        }
      }
    }
    if (isTwin(field) && phrase.items().stream().anyMatch(item -> !(item instanceof Item.Text))) {
      return NOWHERE;
    }
    return phrase.slop() == 0 || parts.size() < 2
        ? sideBySide(parts)
        : Intervals.maxgaps(phrase.slop(), together(parts));
  }

  private IntervalsSource words(String field, Form form, String text)
      throws IOException, QuestionException {
    return sideBySide(each(field, form, text));
  }

  private List<IntervalsSource> each(String field, Form form, String text)
      throws IOException, QuestionException {
    if (isTwin(field)) {
      return form == Form.STEM ? analyzed(field, text) : List.of(NOWHERE);
    }
    List<IntervalsSource> words = new ArrayList<>();
    for (String word : Senses.words(text)) {
      words.add(form == Form.WRITTEN ? written(field, word) : word(field, word, form));
    }
    return words;
  }

  private IntervalsSource word(String field, String word, Form form) throws IOException {
    Senses.Sense sense = senses.of(field, word, form == Form.STEM);
    List<IntervalsSource> choices = new ArrayList<>();
    sense.anywhere().forEach(term -> choices.add(Intervals.term(term)));
    sense
        .in()
        .forEach((language, stems) ->
            stems.forEach(stem -> choices.add(new InLanguage(Intervals.term(stem), language))));
    return any(choices);
  }

  private IntervalsSource written(String field, String word) throws IOException, QuestionException {
    String folded = Lexicon.fold(word);
    String written = Lexicon.written(word);
    return written.equals(folded)
        ? Intervals.nonOverlapping(
            Intervals.term(folded), terms(field, Shapes.otherwise(Automata.makeString(folded)), 0))
        : Intervals.term(Forms.exact(folded, written));
  }

  /// Whether a text is one word of plain letters, which Japanese, Chinese and Korean analyzers
  /// leave in one piece. To know that, no dictionary has to be loaded (0.2 s).
  private static boolean isLatin(String text) {
    return text.chars().allMatch(sign -> sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z');
  }

  private List<IntervalsSource> analyzed(String field, String text) throws IOException {
    if (isLatin(text)) {
      return List.of(Intervals.term(text.toLowerCase(Locale.ROOT)));
    }
    List<IntervalsSource> words = new ArrayList<>();
    try (TokenStream tokens = analyzers.tokenStream(field, text)) {
      TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        IntervalsSource word = Intervals.term(BytesRef.deepCopyOf(term.getBytesRef()));
        if (step.getPositionIncrement() == 0 && !words.isEmpty()) {
          words.add(Intervals.or(false, words.removeLast(), word));
        } else {
          for (int blank = 1; blank < step.getPositionIncrement() && !words.isEmpty(); blank++) {
            words.add(Intervals.extend(words.removeLast(), 0, 1));
          }
          words.add(word);
        }
      }
      tokens.end();
    }
    return words;
  }

  // Patterns

  private IntervalsSource shape(String field, Automaton shape, Form form, int at)
      throws IOException, QuestionException {
    if (form != Form.WRITTEN) {
      return terms(field, shape, at);
    }
    IntervalsSource plain = Intervals.nonOverlapping(
        terms(field, shape, at), terms(field, Shapes.otherwise(shape), at));
    return Intervals.or(false, plain, terms(field, Shapes.written(shape), at));
  }

  private IntervalsSource terms(String field, Automaton shape, int at)
      throws IOException, QuestionException {
    CompiledAutomaton compiled = new CompiledAutomaton(shape, false, true);
    int most = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      int count = terms == null ? 0 : count(compiled.getTermsEnum(terms));
      if (count > options.maxWords()) {
        throw QuestionException.at(
            question,
            at,
            "the pattern fits more than " + options.maxWords()
                + " different words; give it more letters");
      }
      most = Math.max(most, count);
    }
    words += most;
    if (words > TOGETHER * options.maxWords()) {
      throw QuestionException.at(
          question,
          at,
          "the patterns fit more than " + TOGETHER * options.maxWords()
              + " different words together; give them more letters, or ask with fewer");
    }
    return Intervals.multiterm(compiled, options.maxWords(), "pattern");
  }

  private int count(TermsEnum all) throws IOException {
    int count = 0;
    while (count <= options.maxWords() && all.next() != null) {
      count++;
    }
    return count;
  }
}
