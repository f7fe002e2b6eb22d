package org.pressmark.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.pressmark.article.Article;
import org.pressmark.article.Edition;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;

/// What a table says of an article, column by column, under the names that JSON has.
enum Column {
  PRESSMARK(Kind.TEXT, "the article's permanent id", item -> one(item.article().mark())),
  TITLE(Kind.TEXT, "headline, without the site's name", fact(Field.HEADLINE)),
  AUTHOR(Kind.LIST, "people, or the agency", facts(Field.AUTHOR)),
  DATE(
      Kind.TEXT,
      "the day of publication in ISO 8601; 2021-09 or 2021 where no more is known",
      item ->
          known(Field.DATE_PUBLISHED, item)
              .map(date -> Day.of(date).map(Day::toString).orElse(date))
              .stream()
              .toList()),
  PUBLISHED(Kind.TEXT, "the same with time and zone, where known", fact(Field.DATE_PUBLISHED)),
  MODIFIED(Kind.TEXT, "the last change that the page tells", fact(Field.DATE_MODIFIED)),
  SECTION(Kind.LIST, "sections of the outlet", facts(Field.ARTICLE_SECTION)),
  PUBLISHER(Kind.TEXT, "the outlet", fact(Field.PUBLISHER)),
  AGENCY(Kind.LIST, "news agencies that the story names", facts(Field.SOURCE_ORGANIZATION)),
  PLACE(Kind.TEXT, "where it was written, by its dateline", fact(Field.LOCATION_CREATED)),
  LANGUAGE(Kind.TEXT, "BCP 47", fact(Field.IN_LANGUAGE)),
  URL(
      Kind.TEXT,
      "the page's own address, or where it was retrieved from",
      item -> item.url().stream().toList()),
  TYPE(Kind.TEXT, "what the page is, as schema.org names it", fact(Field.TYPE)),
  KEYWORDS(Kind.LIST, "as the page gives them", facts(Field.KEYWORDS)),
  DESCRIPTION(Kind.TEXT, "as the page gives it", fact(Field.DESCRIPTION)),
  FREE(Kind.TEXT, "true or false, where the page says so", fact(Field.IS_ACCESSIBLE_FOR_FREE)),
  WORDS(
      Kind.NUMBER, "words and numbers in the text, by UAX 29", item -> one(words(item.article()))),
  CHARACTERS(
      Kind.NUMBER,
      "Unicode characters in the text",
      item -> one(item.article().body().text().codePoints().count())),
  SOURCE(
      Kind.TEXT,
      "the file, and the place in it, or the address",
      item -> one(item.article().origin())),
  RETRIEVED(
      Kind.TIME,
      "when it was retrieved; of a file, when it was last changed",
      item -> item.retrieved().map(Object::toString).stream().toList()),
  RULES(
      Kind.TEXT,
      "under which rules it was cleaned",
      item -> item.edition().map(Edition::toString).stream().toList()),
  TEXT(
      Kind.TEXT,
      "the clean text, a line a block",
      item -> one(item.article().body().text()));

  /// What stands in a column.
  enum Kind {
    TEXT,
    /// Several values; one cell has them with `; ` between them.
    LIST,
    /// A whole number, always there.
    NUMBER,
    /// ISO 8601 in UTC, always there for an article of an archive.
    TIME
  }

  /// All but the text.
  static final List<Column> OF_METADATA =
      Arrays.stream(values()).filter(column -> column != TEXT).toList();

  private final Kind kind;
  private final String about;
  private final Function<Item, List<String>> values;

  Column(Kind kind, String about, Function<Item, List<String>> values) {
    this.kind = kind;
    this.about = about;
    this.values = values;
  }

  Kind kind() {
    return kind;
  }

  String about() {
    return about;
  }

  List<String> values(Item item) {
    return values.apply(item);
  }

  /// All values in one cell.
  String cell(Item item) {
    return String.join("; ", values(item));
  }

  /// The column's name: `pressmark`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> one(Object value) {
    return List.of(value.toString());
  }

  private static Function<Item, List<String>> fact(Field field) {
    return item -> known(field, item).stream().toList();
  }

  private static Function<Item, List<String>> facts(Field field) {
    return item -> item.article().facts().values(field);
  }

  private static Optional<String> known(Field field, Item item) {
    return item.article().facts().value(field);
  }

  private static int words(Article article) {
    Facts facts = article.facts();
    return new Tokens(facts.value(Field.IN_LANGUAGE)).count(article.body().text());
  }
}
