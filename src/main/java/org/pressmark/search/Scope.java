package org.pressmark.search;

import java.util.Locale;
import java.util.Optional;
import org.pressmark.index.Schema;

/// What part of an article a word is looked for in.
enum Scope {
  /// Headline and body, also by stems.
  TEXT(Kind.TEXT, ""),
  /// Headline and body, the very word; only case, accents and width do not count.
  EXACT(Kind.TEXT, ""),
  HEADLINE(Kind.TEXT, Schema.HEADLINE),
  BODY(Kind.TEXT, Schema.BODY),
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
  static final String NAMES = "author, body, date, exact, headline (or title), id, keywords, "
      + "language, publisher, section, source, url";

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
      case "date" -> Optional.of(DATE);
      case "exact" -> Optional.of(EXACT);
      case "headline", "title" -> Optional.of(HEADLINE);
      case "id" -> Optional.of(ID);
      case "keywords" -> Optional.of(KEYWORDS);
      case "language" -> Optional.of(LANGUAGE);
      case "publisher" -> Optional.of(PUBLISHER);
      case "section" -> Optional.of(SECTION);
      case "source" -> Optional.of(SOURCE);
      case "url" -> Optional.of(URL);
      default -> Optional.empty();
    };
  }

  Kind kind() {
    return kind;
  }

  /// The field of the index, for a scope that is one field.
  String field() {
    return field;
  }
}
