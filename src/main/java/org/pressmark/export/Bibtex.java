package org.pressmark.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;

/// BibTeX, for LaTeX: an entry an article, under its id. UTF-8, with everything escaped that LaTeX
/// would take for an order.
final class Bibtex implements Sheet {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  @Override
  public String name() {
    return "bibtex";
  }

  @Override
  public String about() {
    return "references for LaTeX, each with the archive's id in its note";
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String write(Item item) {
    Facts facts = item.article().facts();
    String mark = item.article().mark().value();
    Optional<String> outlet = facts.value(Field.PUBLISHER);
    StringBuilder entry = new StringBuilder(outlet.isPresent() ? "@article{" : "@misc{");
    entry.append(mark);
    String title = facts.value(Field.HEADLINE).orElse(item.article().origin().name());
    field("title", Optional.of("{" + escape(title) + "}"), entry);
    field("author", authors(facts.values(Field.AUTHOR)), entry);
    field("journal", outlet.map(Bibtex::escape), entry);
    Optional<Day> day = facts.value(Field.DATE_PUBLISHED).flatMap(Day::of);
    field("year", day.map(Day::year), entry);
    day.map(Day::monthNumber)
        .ifPresent(number ->
            number.ifPresent(month -> entry.append(",\n  month = ").append(MONTHS.get(month - 1))));
    field(
        "day",
        day.flatMap(Day::day).map(digits -> Integer.toString(Integer.parseInt(digits))),
        entry);
    field("date", day.map(Day::toString), entry);
    field("url", item.url().map(Bibtex::address), entry);
    field("urldate", item.accessed(), entry);
    field("langid", facts.value(Field.IN_LANGUAGE).map(Bibtex::escape), entry);
    field("keywords", joined(facts.values(Field.KEYWORDS)), entry);
    field("note", Optional.of("Pressmark archive, " + mark), entry);
    return entry.append("\n}\n").toString();
  }

  private static void field(String name, Optional<String> value, StringBuilder entry) {
    value.ifPresent(
        text -> entry.append(",\n  ").append(name).append(" = {").append(text).append('}'));
  }

  private static Optional<String> authors(List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(names.stream().map(Bibtex::author).collect(Collectors.joining(" and ")));
  }

  /// Braces keep a name whole, and an `and` in it from being taken for the next one.
  private static String author(String name) {
    Person person = Person.of(name);
    return person.isWhole()
        ? "{" + escape(person.family()) + "}"
        : escape(person.turnedForBibtex());
  }

  private static Optional<String> joined(List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(escape(String.join(", ", values)));
  }

  /// No brace of the text's own is left, so that all braces close.
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (char c : Plain.line(text).toCharArray()) {
      switch (c) {
        case '\\' -> safe.append("\\textbackslash{}");
        case '{' -> safe.append("\\textbraceleft{}");
        case '}' -> safe.append("\\textbraceright{}");
        case '^' -> safe.append("\\textasciicircum{}");
        case '~' -> safe.append("\\textasciitilde{}");
        case '$', '&', '%', '#', '_' -> safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /// Addresses stand as they are, but for what would end the field.
  private static String address(String url) {
    return Plain.line(url)
        .replace("\\", "%5C")
        .replace("{", "%7B")
        .replace("}", "%7D")
        .replace(" ", "%20");
  }
}
