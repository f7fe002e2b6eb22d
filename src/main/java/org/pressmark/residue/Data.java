package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;

/// Reads the data in a stretch of code: what stands before the first key of schema.org is read by
/// itself, so that a script with a bracket too many can not swallow what comes after it.
final class Data {
  /// schema.org's longest key has 36 letters; a translator may have pushed spaces in.
  private static final int LONGEST_KEY = 48;

  /// Without one of these in it, and no key in quotes, code tells nothing.
  private static final List<String> TELLING =
      List.of("headline", "author", "Published", "publisher", "articleSection");

  private static final int LONGEST_DESCRIPTION = 2_000;

  private Data() {}

  static List<Json> read(String text, int start, int end) {
    List<Integer> beginnings = beginnings(text, start, end);
    if (beginnings.isEmpty() && TELLING.stream().allMatch(k -> text.indexOf(k, start, end) < 0)) {
      return List.of();
    }
    List<Json> roots = new ArrayList<>();
    int from = start;
    for (int begin : beginnings) {
      if (begin > from) {
        JsonReader.readAll(text, from, begin).forEach(root -> roots.add(whole(text, root)));
        from = begin;
      }
    }
    JsonReader.readAll(text, from, end).forEach(root -> roots.add(whole(text, root)));
    return roots;
  }

  /// Where the first such key has its bracket or, the bracket being torn off, its own quote; and
  /// where further data open with `{"@context"` though nothing stands before them that could have
  /// such a value.
  private static List<Integer> beginnings(String text, int start, int end) {
    List<Integer> beginnings = new ArrayList<>();
    if (isTornKey(text, start, end)) {
      beginnings.add(start);
    }
    for (int i = start; i < end; i++) {
      if (!Chars.isQuote(text.charAt(i))) {
        continue;
      }
      String name = key(text, i + 1, end);
      if (beginnings.isEmpty() && SchemaWords.opensData(name)) {
        beginnings.add(opening(text, start, i));
      } else if (name.equals("@context")) {
        int bracket = back(text, start, i - 1);
        if (bracket > start && text.charAt(bracket) == '{' && isAlone(text, start, bracket)) {
          beginnings.add(bracket);
        }
      }
    }
    return beginnings;
  }

  private static boolean isAlone(String text, int start, int bracket) {
    int before = back(text, start, bracket - 1);
    return before < start || ":,[(=".indexOf(text.charAt(before)) < 0;
  }

  /// Where the object begins whose first known key stands at a quote; one more object out, where
  /// that is the value of a key itself: `"editor":{"@type":…`.
  private static int opening(String text, int start, int quote) {
    int bracket = back(text, start, quote - 1);
    if (bracket < start || text.charAt(bracket) != '{') {
      return quote;
    }
    int colon = back(text, start, bracket - 1);
    if (colon > start && text.charAt(colon) == '[') {
      colon = back(text, start, colon - 1);
    }
    int close = colon > start && text.charAt(colon) == ':' ? back(text, start, colon - 1) : start;
    return close > start && Chars.isQuote(text.charAt(close))
        ? keyStart(text, start, close)
        : bracket;
  }

  private static int keyStart(String text, int start, int close) {
    int at = close;
    while (at > start
        && close - at < LONGEST_KEY
        && (Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) == ' ')) {
      at--;
    }
    while (at > start && text.charAt(at) == ' ') {
      at++;
    }
    return at > start && Chars.isQuote(text.charAt(at - 1)) ? at - 1 : at;
  }

  /// The last place up to this one where something stands, the remains of `\n` aside.
  private static int back(String text, int start, int from) {
    int at = from;
    while (at > start && (text.charAt(at) <= ' ' || text.charAt(at) == 'n')) {
      at--;
    }
    return at;
  }

  /// The same with its first key completed, where its beginning was torn off: `thor":{…` is
  /// `"author":{…`.
  private static Json whole(String text, Json root) {
    if (!(root instanceof Json.Obj object)
        || object.members().isEmpty()
        || !isTornKey(text, object.start(), object.end())) {
      return root;
    }
    List<Json.Member> members = new ArrayList<>(object.members());
    Json.Member first = members.removeFirst();
    String key = SchemaWords.endingIn(SchemaWords.of(first.key())).orElse(first.key());
    members.addFirst(new Json.Member(key, first.value()));
    return new Json.Obj(members, object.start(), object.end());
  }

  /// Whether the end of a known key begins here, its closing quote and its colon behind it.
  private static boolean isTornKey(String text, int from, int end) {
    int most = Math.min(end, from + LONGEST_KEY);
    int at = from;
    while (at < most && Character.isLetter(text.charAt(at))) {
      at++;
    }
    int quote = skipSpace(text, at, most);
    int colon = quote < most ? skipSpace(text, quote + 1, most) : most;
    return at > from
        && colon < most
        && Chars.isQuote(text.charAt(quote))
        && text.charAt(colon) == ':'
        && SchemaWords.endingIn(SchemaWords.of(text.substring(from, at))).isPresent();
  }

  private static int skipSpace(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /// Whether data go on from one stretch into the next: a value is open where the one ends, and
  /// the same line goes on to the other. What the model took for prose is a description, then.
  static boolean goOn(String text, List<Json> data, int end, int next) {
    return !data.isEmpty()
        && data.getLast().end() == end
        && "}]>;".indexOf(text.charAt(end - 1)) < 0
        && next - end <= LONGEST_DESCRIPTION
        && text.substring(end, next).indexOf('\n') < 0;
  }

  /// The name of the key that begins behind a quote, spaces left out; empty where none does.
  private static String key(String text, int from, int end) {
    int most = Math.min(end, from + LONGEST_KEY);
    StringBuilder key = new StringBuilder();
    int i = from;
    for (; i < most && !Chars.isQuote(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '@' && c != '-' && !Character.isLetter(c)) {
        return "";
      }
      if (c > ' ') {
        key.append(c);
      }
    }
    int colon = skipSpace(text, i + 1, most);
    return colon < most && text.charAt(colon) == ':' ? SchemaWords.of(key.toString()) : "";
  }
}
