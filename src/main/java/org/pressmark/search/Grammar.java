package org.pressmark.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.index.Days;
import org.pressmark.search.Clause.Form;

/// Reads the words of a question.
///
/// ```
/// any    = all { OR all }
/// all    = near { [AND] near }
/// near   = one { apart one } { WITHIN unit }
/// apart  = NEAR[/n] | NEAR/s | NEAR/p | W/n | W/s | W/p | PRE/n | PRE/s | PRE/p | NOT NEAR/n | NOT
/// W/n
/// unit   = sentence | paragraph
/// one    = { NOT | - | ! | + } plain
/// plain  = ( any ) | field:plain | date:when | [=] said
/// said   = "phrase"[~words] | /regex/ | word[~edits]
/// phrase = { word | wild*card | word~[edits] | * }
/// when   = day | day..day | [day TO day] | >day | >=day | <day | <=day
/// ```
///
/// Words that stand side by side must all occur; NEAR binds closer than AND, AND closer than OR.
/// All these are operators in capitals only; `&&`, `||` and `!` mean the same as AND, OR and NOT.
final class Grammar {
  private static final String QUOTES = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb";
  private static final String CLOSES_NOTHING =
      "\")\" closes nothing; leave it out, or add \"(\" before it";
  private static final int MAX_SLOP = 1000;
  private static final int MAX_EDITS = 2;

  // Of NEAR without a number: some half a sentence.
  private static final int USUAL_DISTANCE = 10;

  /// Of what a word is asked, and what has to be the same.
  private record Ask(Scope scope, Form form) {}

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
    Clause clause = any(new Ask(Scope.TEXT, Form.STEM), 0);
    if (!isEnd()) {
      throw wrong(at, CLOSES_NOTHING);
    }
    return clause;
  }

  private Clause any(Ask ask, int depth) throws QuestionException {
    List<Clause> choices = new ArrayList<>();
    choices.add(all(ask, depth));
    for (int or = at; takeOr(); or = at) {
      if (isOperandMissing()) {
        throw wrong(or, needsWord("OR"));
      }
      choices.add(all(ask, depth));
    }
    return choices.size() == 1 ? choices.getFirst() : new Clause.Any(choices);
  }

  private Clause all(Ask ask, int depth) throws QuestionException {
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
      parts.add(near(ask, depth));
    }
    if (parts.isEmpty()) {
      throw wrong(at, peek() == ')' ? CLOSES_NOTHING : needsWord("OR"));
    }
    return parts.size() == 1 ? parts.getFirst() : new Clause.All(parts);
  }

  // Near

  private static final Pattern APART = Pattern.compile("(NEAR|W|PRE)(?:/(\\S*?))?");

  private Clause near(Ask ask, int depth) throws QuestionException {
    Clause clause = one(ask, depth);
    for (skipSpace(); !isEnd(); skipSpace()) {
      int start = at;
      if (takeWord("WITHIN")) {
        count();
        clause = new Clause.Within(clause, unit(start), start);
      } else if (isApart(start)) {
        clause = apart(clause, ask, depth);
      } else {
        break;
      }
    }
    return clause;
  }

  /// Whether an operator such as `NEAR/5` or `NOT W/5` stands here.
  private boolean isApart(int from) {
    Matcher operator = APART.matcher(wordAt(isWord("NOT") ? afterNot() : from));
    return operator.matches() && (operator.group(2) != null || operator.group(1).equals("NEAR"));
  }

  private int afterNot() {
    int next = at + "NOT".length();
    while (next < words.length() && Character.isWhitespace(words.charAt(next))) {
      next++;
    }
    return next;
  }

  private String wordAt(int from) {
    int end = from;
    while (end < words.length() && !endsWord(words.charAt(end))) {
      end++;
    }
    return words.substring(from, end);
  }

  private Clause apart(Clause left, Ask ask, int depth) throws QuestionException {
    int start = at;
    boolean isNot = isWord("NOT");
    at = isNot ? afterNot() : at;
    String operator = wordAt(at);
    at += operator.length();
    if (isOperandMissing()) {
      throw wrong(start, needsWord(operator));
    }
    count();
    Clause right = one(ask, depth);
    int slash = operator.indexOf('/');
    String far = slash < 0 ? Integer.toString(USUAL_DISTANCE) : operator.substring(slash + 1);
    boolean isOrdered = operator.startsWith("PRE");
    if (!isNot && (far.equals("s") || far.equals("p"))) {
      Clause.Unit unit = far.equals("s") ? Clause.Unit.SENTENCE : Clause.Unit.PARAGRAPH;
      return new Clause.Within(near(left, right, isOrdered, MAX_SLOP, start), unit, start);
    }
    int distance = distance(far, operator, start);
    if (isNot && isOrdered) {
      throw wrong(start, "NOT goes with NEAR or W, not with PRE");
    }
    return isNot
        ? new Clause.NotNear(left, right, distance, start)
        : near(left, right, isOrdered, distance, start);
  }

  private static Clause near(
      Clause left, Clause right, boolean isOrdered, int distance, int start) {
    Clause.Order order = isOrdered ? Clause.Order.LEFT_FIRST : Clause.Order.ANY;
    return new Clause.Near(left, right, order, distance, start);
  }

  private int distance(String far, String operator, int start) throws QuestionException {
    boolean isNumber =
        !far.isEmpty() && far.length() <= 4 && far.chars().allMatch(Grammar::isDigit);
    if (!isNumber || Integer.parseInt(far) < 1 || Integer.parseInt(far) > MAX_SLOP) {
      throw wrong(
          start,
          "\"" + operator + "\" is none; behind the slash stands how many words apart, 1 to "
              + MAX_SLOP + ", or s for one sentence, p for one paragraph: NEAR/5, NEAR/s");
    }
    return Integer.parseInt(far);
  }

  private Clause.Unit unit(int start) throws QuestionException {
    skipSpace();
    String unit = isEnd() ? "" : wordAt(at);
    at += unit.length();
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "sentence" -> Clause.Unit.SENTENCE;
      case "paragraph" -> Clause.Unit.PARAGRAPH;
      default ->
        throw wrong(
            start,
            "\"WITHIN\" needs \"sentence\" or \"paragraph\" behind it; write it in small letters to"
                + " look for the word itself");
    };
  }

  private static String needsWord(String operator) {
    return "\"" + operator + "\" needs a word on both sides; add one, or write it in small letters"
        + " to look for the word itself";
  }

  private Clause one(Ask ask, int depth) throws QuestionException {
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
      return new Clause.Not(one(ask, depth + 1));
    }
    if (isSign('-') || isSign('!')) {
      at++;
      return new Clause.Not(one(ask, depth + 1));
    }
    if (isSign('+')) {
      at++; // every word must occur anyway
      return one(ask, depth + 1);
    }
    return plain(ask, depth);
  }

  private Clause plain(Ask ask, int depth) throws QuestionException {
    if (peek() == '(') {
      return group(ask, depth);
    }
    count();
    int colon = nameEnd();
    return colon > at ? field(words.substring(at, colon), ask, depth) : value(ask);
  }

  private void count() throws QuestionException {
    if (++clauses > options.maxClauses()) {
      throw wrong(at, "more than " + options.maxClauses() + " words; ask for fewer at a time");
    }
  }

  private Clause value(Ask outer) throws QuestionException {
    Ask ask = outer;
    if (isSign('=') && ask.scope().kind() == Scope.Kind.TEXT) {
      at++;
      ask = new Ask(ask.scope(), Form.WRITTEN);
    }
    if (peek() == '/' && ask.scope().isOfWords() && regexEnd() > at) {
      return regex(ask);
    }
    return isQuote(peek()) ? phrase(ask) : word(ask);
  }

  /// Where the slash stands that closes a regular expression, or here where there is none.
  private int regexEnd() {
    for (int end = at + 1;
        end < words.length() && !Character.isWhitespace(words.charAt(end));
        end++) {
      if (words.charAt(end) == '\\') {
        end++;
      } else if (words.charAt(end) == '/') {
        boolean isLast = end + 1 == words.length() || endsWord(words.charAt(end + 1));
        return isLast && end > at + 1 ? end : at;
      }
    }
    return at;
  }

  private Clause regex(Ask ask) {
    int start = at;
    int end = regexEnd();
    at = end + 1;
    return new Clause.Regex(ask.scope(), ask.form(), words.substring(start + 1, end), start);
  }

  /// Where the colon of `name:` stands, or here where there is no name.
  private int nameEnd() {
    int end = at;
    while (end < words.length() && Character.isLetter(words.charAt(end))) {
      end++;
    }
    return end < words.length() && words.charAt(end) == ':' ? end : at;
  }

  private Clause group(Ask ask, int depth) throws QuestionException {
    int open = at++;
    skipSpace();
    if (!isEnd() && peek() == ')') {
      throw wrong(open, "nothing stands in the brackets; leave them out");
    }
    Clause clause = isEnd() ? new Clause.Everything() : any(ask, depth + 1);
    if (isEnd()) {
      throw wrong(open, "\"(\" is never closed; add \")\", or leave it out");
    }
    at++;
    return clause;
  }

  // Phrases

  private Clause phrase(Ask ask) throws QuestionException {
    int open = at++;
    Quoted quoted = new Quoted();
    for (; !isEnd() && !closes(open); at++) {
      boolean isEscaped = peek() == '\\';
      quoted.add(unescaped(), isEscaped);
    }
    if (isEnd()) {
      throw wrong(open, "the phrase is never closed; add a quotation mark, or leave it out");
    }
    at++;
    int slop = isTilde() ? number(MAX_SLOP, "how many steps the words may be apart") : 0;
    return ask.scope() == Scope.DATE
        ? date(quoted.text(), open)
        : new Clause.Phrase(ask.scope(), ask.form(), quoted.items(), slop, open);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /// A straight quotation mark is closed by its like, a curly one by any.
  private boolean closes(int open) {
    return words.charAt(open) == '"' ? peek() == '"' : isQuote(peek());
  }

  // Words

  private Clause word(Ask ask) throws QuestionException {
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
    return word(ask, text.toString(), wild ? pattern.toString() : "", start);
  }

  private Clause word(Ask ask, String text, String pattern, int start) throws QuestionException {
    if (isTilde()) {
      if (!pattern.isEmpty()) {
        throw wrong(start, "\"~\" and a wildcard do not go together; use one of them");
      }
      return like(ask, text, start);
    }
    if (!pattern.isEmpty() && text.chars().allMatch(c -> c == '*')) {
      return ask.scope() == Scope.TEXT ? new Clause.Everything() : new Clause.Known(ask.scope());
    }
    if (ask.scope() == Scope.DATE) {
      return date(text, start);
    }
    return pattern.isEmpty()
        ? new Clause.Word(ask.scope(), ask.form(), text, start)
        : new Clause.Pattern(ask.scope(), ask.form(), pattern, start);
  }

  private Clause like(Ask ask, String word, int start) throws QuestionException {
    boolean bare = at + 1 >= words.length() || !isDigit(words.charAt(at + 1));
    int edits = number(MAX_EDITS, "how many letters may differ");
    return new Clause.Like(
        ask.scope(), ask.form(), word, bare ? Quoted.usualEdits(word) : edits, start);
  }

  private boolean endsWord(char c) {
    return Character.isWhitespace(c) || c == '(' || c == ')' || isQuote(c);
  }

  // Fields

  private Clause field(String name, Ask ask, int depth) throws QuestionException {
    int start = at;
    boolean isExact = name.toLowerCase(Locale.ROOT).equals("exact");
    Scope scope =
        isExact ? ask.scope() : Scope.named(name).orElseThrow(() -> wrong(start, unknown(name)));
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
    // What was cut is in no language, so its words have no stems.
    boolean isFolded = isExact || scope == Scope.CUT && ask.form() == Form.STEM;
    Ask inner = new Ask(scope, isFolded ? Form.FOLDED : ask.form());
    if (peek() == '(') {
      return group(inner, depth + 1);
    }
    int colon = nameEnd();
    return isExact && colon > at && Scope.named(words.substring(at, colon)).isPresent()
        ? field(words.substring(at, colon), inner, depth)
        : value(inner);
  }

  private static String unknown(String name) {
    return "\"" + name + "\" is not a field"
        + Scope.nearest(name).map(near -> "; did you mean \"" + near + ":\"?").orElse(";")
        + " known fields: " + Scope.NAMES + "; for a colon that means itself write \"\\:\"";
  }

  private Clause date(String text, int start) throws QuestionException {
    int dots = text.indexOf("..");
    if (dots >= 0) {
      String from = text.substring(0, dots);
      String to = text.substring(dots + 2);
      return between(
          from.isEmpty() ? Integer.MIN_VALUE : days(from, start).first(),
          to.isEmpty() ? Integer.MAX_VALUE : days(to, start + dots + 2).last(),
          start);
    }
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
    return between(first, last, open);
  }

  private Clause between(int first, int last, int start) throws QuestionException {
    if (first > last) {
      throw wrong(start, "the range has no day in it: it begins after its end");
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

  private static boolean isDigit(int c) {
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
