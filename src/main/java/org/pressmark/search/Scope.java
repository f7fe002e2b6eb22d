package org.pressmark.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.pressmark.index.Schema;

/// What part of an article a word is looked for in.
enum Scope {
  /// Headline and body.
  TEXT(Kind.TEXT, ""),
  HEADLINE(Kind.TEXT, Schema.HEADLINE),
  BODY(Kind.TEXT, Schema.BODY),
  /// What was cut from the text.
  CUT(Kind.TEXT, Schema.CUT),
  AUTHOR(Kind.NAME, Schema.AUTHOR),
  SECTION(Kind.NAME, Schema.SECTION),
  PUBLISHER(Kind.NAME, Schema.PUBLISHER),
  KEYWORDS(Kind.NAME, Schema.KEYWORDS),
  DATE(Kind.DATE, Schema.FIRST_DAY),
  LANGUAGE(Kind.CODE, Schema.LANGUAGE),
  SOURCE(Kind.PATH, Schema.SOURCE),
  URL(Kind.PATH, Schema.URL),
  ID(Kind.CODE, Schema.MARK);

  /// What its values look like.
  enum Kind {
    TEXT,
    NAME,
    DATE,
    CODE,
    PATH
  }

  /// The names a question may use, as messages list them.
  static final String NAMES = "author, body, cut, date, exact, headline (or title), id, "
      + "keywords, language (or lang), publisher, section, source, url";

  private static final int LONGEST_NAME = "publisher".length();

  private final Kind kind;
  private final String field;

  Scope(Kind kind, String field) {
    this.kind = kind;
    this.field = field;
  }

  static Optional<Scope> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "author" -> Optional.of(AUTHOR);
      case "body" -> Optional.of(BODY);
      case "cut" -> Optional.of(CUT);
      case "date" -> Optional.of(DATE);
      case "headline", "title" -> Optional.of(HEADLINE);
      case "id" -> Optional.of(ID);
      case "keywords" -> Optional.of(KEYWORDS);
      case "language", "lang" -> Optional.of(LANGUAGE);
      case "publisher" -> Optional.of(PUBLISHER);
      case "section" -> Optional.of(SECTION);
      case "source" -> Optional.of(SOURCE);
      case "url" -> Optional.of(URL);
      default -> Optional.empty();
    };
  }

  /// The name that is most like what somebody typed: `autor` is `author`.
  static Optional<String> nearest(String typed) {
    String small = typed.toLowerCase(Locale.ROOT);
    int length = Math.min(small.length(), LONGEST_NAME + 2);
    return Stream.of(NAMES.split("[^a-z]+"))
        .filter(name -> !name.equals("or") && isLike(small.substring(0, length), name))
        .findFirst();
  }

  private static boolean isLike(String typed, String name) {
    int edits = name.length() > 4 ? 2 : 1;
    return new LevenshteinAutomata(typed, true).toAutomaton(edits) instanceof Automaton near
        && Operations.run(near, name);
  }

  /// Whether its values are cut into words.
  boolean isOfWords() {
    return kind == Kind.TEXT || kind == Kind.NAME;
  }

  Kind kind() {
    return kind;
  }

  /// The field of the index, for a scope that is one field.
  String field() {
    return field;
  }
}
