package org.pressmark.search;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.index.Days;

/// Reads the words of a question.
///
/// ```
/// any    = all { OR all }
/// all    = one { [AND] one }
/// one    = { NOT | - | ! | + } plain
/// plain  = ( any ) | field:plain | "phrase"[~steps] | date:[day TO day] | word[~edits]
/// ```
///
/// Words that stand side by side must all occur; AND binds closer than OR. AND, OR and NOT are
/// operators in capitals only; `&&`, `||` and `!` mean the same.
final class Grammar {
  private static final String QUOTES = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb";
  private static final String CLOSES_NOTHING =
      "\")\" closes nothing; leave it out, or add \"(\" before it";
  private static final int MAX_SLOP = 1000;
  private static final int MAX_EDITS = 2;

  private final String words;
  private final SearchOptions options;
  private int at;
  private int clauses;

  private Grammar(String words, SearchOptions options) {
    this.words = words;
    this.options = options;
  }

  static Clause read(String words, SearchOptions options) throws QuestionException {
    if (words.length() > options.maxLength()) {
      throw new QuestionException("the question is longer than " + options.maxLength()
          + " characters; ask for fewer words at a time");
    }
    return new Grammar(words, options).question();
  }

  private Clause question() throws QuestionException {
    skipSpace();
    if (isEnd()) {
      throw new QuestionException(
          "the question is empty; ask for a word, or for * to get every article");
    }
    Clause clause = any(Scope.TEXT, 0);
    if (!isEnd()) {
      throw wrong(at, CLOSES_NOTHING);
    }
    return clause;
  }

  private Clause any(Scope scope, int depth) throws QuestionException {
    List<Clause> choices = new ArrayList<>();
    choices.add(all(scope, depth));
    for (int or = at; takeOr(); or = at) {
      if (isOperandMissing()) {
        throw wrong(or, needsWord("OR"));
      }
      choices.add(all(scope, depth));
    }
    return choices.size() == 1 ? choices.getFirst() : new Clause.Any(choices);
  }

  private Clause all(Scope scope, int depth) throws QuestionException {
    List<Clause> parts = new ArrayList<>();
    for (skipSpace(); !isEnd() && peek() != ')'; skipSpace()) {
      int operator = at;
      if (takeAnd()) {
        if (parts.isEmpty() || isOperandMissing()) {
          throw wrong(operator, needsWord("AND"));
        }
      } else if (isOr()) {
        break;
      }
      parts.add(one(scope, depth));
    }
    if (parts.isEmpty()) {
      throw wrong(at, peek() == ')' ? CLOSES_NOTHING : needsWord("OR"));
    }
    return parts.size() == 1 ? parts.getFirst() : new Clause.All(parts);
  }

  private static String needsWord(String operator) {
    return "\"" + operator + "\" needs a word on both sides; add one, or write it in small letters"
        + " to look for the word itself";
  }

  private Clause one(Scope scope, int depth) throws QuestionException {
    if (depth > options.maxDepth()) {
      throw wrong(
          at,
          "more than " + options.maxDepth() + " brackets or NOTs inside each other;"
              + " ask in a simpler way");
    }
    int operator = at;
    if (takeWord("NOT")) {
      if (isOperandMissing()) {
        throw wrong(
            operator,
            "\"NOT\" needs a word behind it; add one, or write it in small"
                + " letters to look for the word itself");
      }
      return new Clause.Not(one(scope, depth + 1));
    }
    if (isSign('-') || isSign('!')) {
      at++;
      return new Clause.Not(one(scope, depth + 1));
    }
    if (isSign('+')) {
      at++; // every word must occur anyway
      return one(scope, depth + 1);
    }
    return plain(scope, depth);
  }

  private Clause plain(Scope scope, int depth) throws QuestionException {
    if (peek() == '(') {
      return group(scope, depth);
    }
    if (++clauses > options.maxClauses()) {
      throw wrong(at, "more than " + options.maxClauses() + " words; ask for fewer at a time");
    }
    int colon = nameEnd();
    return colon > at ? field(words.substring(at, colon), depth) : value(scope);
  }

  private Clause value(Scope scope) throws QuestionException {
    return isQuote(peek()) ? phrase(scope) : word(scope);
  }

  /// Where the colon of `name:` stands, or here where there is no name.
  private int nameEnd() {
    int end = at;
    while (end < words.length() && Character.isLetter(words.charAt(end))) {
      end++;
    }
    return end < words.length() && words.charAt(end) == ':' ? end : at;
  }

  private Clause group(Scope scope, int depth) throws QuestionException {
    int open = at++;
    skipSpace();
    if (!isEnd() && peek() == ')') {
      throw wrong(open, "nothing stands in the brackets; leave them out");
    }
    Clause clause = isEnd() ? new Clause.Everything() : any(scope, depth + 1);
    if (isEnd()) {
      throw wrong(open, "\"(\" is never closed; add \")\", or leave it out");
    }
    at++;
    return clause;
  }

  // Phrases

  private Clause phrase(Scope scope) throws QuestionException {
    int open = at++;
    StringBuilder text = new StringBuilder();
    for (; !isEnd() && !closes(open); at++) {
      if (peek() == '*') {
        throw wrong(
            at,
            "\"*\" stands for letters in single words only, not in a phrase;" + " leave it out");
      }
      text.append(unescaped());
    }
    if (isEnd()) {
      throw wrong(open, "the phrase is never closed; add a quotation mark, or leave it out");
    }
    at++;
    int slop = isTilde() ? number(MAX_SLOP, "how many steps the words may be apart") : 0;
    return scope == Scope.DATE
        ? date(text.toString(), open)
        : new Clause.Phrase(scope, text.toString(), slop, open);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /// A straight quotation mark is closed by its like, a curly one by any.
  private boolean closes(int open) {
    return words.charAt(open) == '"' ? peek() == '"' : isQuote(peek());
  }

  // Words

  private Clause word(Scope scope) throws QuestionException {
    int start = at;
    StringBuilder text = new StringBuilder();
    StringBuilder pattern = new StringBuilder();
    boolean wild = false;
    for (; !isEnd() && !endsWord(peek()) && !isTildeAtEnd(); at++) {
      char c = peek();
      if (c == '*' || c == '?') {
        wild = true;
        text.append(c);
        pattern.append(c);
      } else {
        char literal = unescaped();
        text.append(literal);
        pattern.append(literal == '*' || literal == '?' || literal == '\\' ? "\\" : "");
        pattern.append(literal);
      }
    }
    return word(scope, text.toString(), wild ? pattern.toString() : "", start);
  }

  private Clause word(Scope scope, String text, String pattern, int start)
      throws QuestionException {
    if (isTilde()) {
      if (!pattern.isEmpty()) {
        throw wrong(start, "\"~\" and a wildcard do not go together; use one of them");
      }
      return like(scope, text, start);
    }
    if (!pattern.isEmpty() && text.chars().allMatch(c -> c == '*')) {
      return scope == Scope.TEXT ? new Clause.Everything() : new Clause.Known(scope);
    }
    if (scope == Scope.DATE) {
      return date(text, start);
    }
    return pattern.isEmpty()
        ? new Clause.Word(scope, text, start)
        : new Clause.Pattern(scope, pattern, start);
  }

  private Clause like(Scope scope, String word, int start) throws QuestionException {
    boolean bare = at + 1 >= words.length() || !isDigit(words.charAt(at + 1));
    int edits = number(MAX_EDITS, "how many letters may differ");
    // One letter of three makes another word: `war~` is not about cars.
    int usual = word.length() < 3 ? 0 : word.length() < 6 ? 1 : MAX_EDITS;
    return new Clause.Like(scope, word, bare ? usual : edits, start);
  }

  private boolean endsWord(char c) {
    return Character.isWhitespace(c) || c == '(' || c == ')' || isQuote(c);
  }

  // Fields

  private Clause field(String name, int depth) throws QuestionException {
    int start = at;
    Scope scope = Scope.named(name)
        .orElseThrow(() -> wrong(
            start,
            "\"" + name + "\" is not a field; known fields: " + Scope.NAMES
                + "; for a colon that means itself write \"\\:\""));
    at += name.length() + 1;
    if (isEnd() || Character.isWhitespace(peek()) || peek() == ')') {
      throw wrong(start, "\"" + name + ":\" needs its value right behind the colon");
    }
    if (peek() == '[' || peek() == '{') {
      return range(scope, name);
    }
    if (scope == Scope.DATE && (peek() == '>' || peek() == '<')) {
      return comparison();
    }
    if (peek() == '(') {
      return group(scope, depth + 1);
    }
    return value(scope);
  }

  private Clause date(String text, int start) throws QuestionException {
    Days days = days(text, start);
    return new Clause.Between(days.first(), days.last());
  }

  private Days days(String text, int start) throws QuestionException {
    return Days.of(text)
        .orElseThrow(() -> wrong(
            start,
            "\"" + text + "\" is not a date; write one like 2021," + " 2021-09 or 2021-09-29"));
  }

  private Clause comparison() throws QuestionException {
    boolean later = peek() == '>';
    at++;
    boolean same = !isEnd() && peek() == '=';
    at += same ? 1 : 0;
    int start = at;
    while (!isEnd() && !endsWord(peek())) {
      at++;
    }
    Days days = days(words.substring(start, at), start);
    if (later) {
      return new Clause.Between(same ? days.first() : days.last() + 1, Integer.MAX_VALUE);
    }
    return new Clause.Between(Integer.MIN_VALUE, same ? days.last() : days.first() - 1);
  }

  private Clause range(Scope scope, String name) throws QuestionException {
    int open = at;
    if (scope != Scope.DATE) {
      throw wrong(open, "a range works with date only, not with " + name);
    }
    boolean fromIncluded = words.charAt(at++) == '[';
    int fromAt = rangeSpace();
    String from = rangeValue();
    rangeSpace();
    if (!takeWord("TO")) {
      throw badRange(open);
    }
    int toAt = rangeSpace();
    String to = rangeValue();
    rangeSpace();
    if (isEnd() || from.isEmpty() || to.isEmpty()) {
      throw badRange(open);
    }
    boolean toIncluded = words.charAt(at++) == ']';
    int first = from.equals("*") ? Integer.MIN_VALUE : after(days(from, fromAt), fromIncluded);
    int last = to.equals("*") ? Integer.MAX_VALUE : before(days(to, toAt), toIncluded);
    if (first > last) {
      throw wrong(open, "the range has no day in it: it begins after its end");
    }
    return new Clause.Between(first, last);
  }

  private static int after(Days days, boolean included) {
    return included ? days.first() : days.last() + 1;
  }

  private static int before(Days days, boolean included) {
    return included ? days.last() : days.first() - 1;
  }

  private QuestionException badRange(int open) {
    return wrong(open, "a range is written [2021-01 TO 2021-12-31], with * for an open end");
  }

  private int rangeSpace() {
    skipSpace();
    return at;
  }

  private String rangeValue() {
    int start = at;
    while (!isEnd() && !Character.isWhitespace(peek()) && peek() != ']' && peek() != '}') {
      at++;
    }
    return words.substring(start, at);
  }

  // Signs

  private boolean isEnd() {
    return at >= words.length();
  }

  private char peek() {
    return words.charAt(at);
  }

  private void skipSpace() {
    while (!isEnd() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  private boolean isOperandMissing() {
    skipSpace();
    return isEnd() || peek() == ')' || isOr() || isWord("AND") || words.startsWith("&&", at);
  }

  private boolean isOr() {
    return isWord("OR") || words.startsWith("||", at);
  }

  private boolean takeOr() {
    skipSpace();
    boolean is = isOr();
    at += is ? 2 : 0;
    return is;
  }

  private boolean takeAnd() {
    if (words.startsWith("&&", at)) {
      at += 2;
      return true;
    }
    return takeWord("AND");
  }

  private boolean takeWord(String operator) {
    boolean is = isWord(operator);
    at += is ? operator.length() : 0;
    return is;
  }

  private boolean isWord(String operator) {
    int end = at + operator.length();
    return words.startsWith(operator, at) && (end == words.length() || endsWord(words.charAt(end)));
  }

  /// Whether a sign stands right before something that it may belong to.
  private boolean isSign(char sign) {
    return peek() == sign
        && at + 1 < words.length()
        && words.charAt(at + 1) != ')'
        && !Character.isWhitespace(words.charAt(at + 1));
  }

  private boolean isTilde() {
    return !isEnd() && peek() == '~';
  }

  /// Whether here is a `~` with nothing but digits between it and the word's end.
  private boolean isTildeAtEnd() {
    if (!isTilde()) {
      return false;
    }
    int end = at + 1;
    while (end < words.length() && isDigit(words.charAt(end))) {
      end++;
    }
    return end == words.length() || endsWord(words.charAt(end));
  }

  /// The number behind a `~`; 0 if there is none.
  private int number(int max, String meaning) throws QuestionException {
    int tilde = at++;
    int start = at;
    while (!isEnd() && isDigit(peek())) {
      at++;
    }
    String digits = words.substring(start, at);
    boolean fits = digits.length() <= 4 && (digits.isEmpty() || Integer.parseInt(digits) <= max);
    if (!fits || !isEnd() && !endsWord(peek())) {
      throw wrong(tilde, "\"~\" takes a whole number up to " + max + ": " + meaning);
    }
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The character here, or the one behind a backslash here.
  private char unescaped() throws QuestionException {
    if (peek() == '\\') {
      at++;
      if (isEnd()) {
        throw wrong(at - 1, "\"\\\" has nothing behind it; leave it out");
      }
    }
    return peek();
  }

  private QuestionException wrong(int where, String what) {
    return QuestionException.at(words, where, what);
  }
}
