package org.pressmark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.export.Csv;
import org.pressmark.export.Screen;
import org.pressmark.search.Question;
import org.pressmark.search.Results;
import tools.jackson.core.JsonGenerator;

/// What a search found, for people, for programs and for spreadsheets.
///
/// @param collapsed whether a hit may stand for a family
/// @param suggestion the question with other words, where nothing matches this one
/// @param facets what all hits are like, where that was asked for
record Answer(
    Question question,
    Results results,
    boolean collapsed,
    Optional<FacetView> facets,
    Optional<String> suggestion) {
  static final List<String> COLUMNS = List.of(
      "id",
      "headline",
      "author",
      "publisher",
      "section",
      "date",
      "language",
      "type",
      "score",
      "snippet",
      "source");
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  boolean isEmpty() {
    return results.total() == 0;
  }

  /// `12`, or where families were asked for `12 articles, 7 stories`.
  String counts() {
    return (collapsed ? total() : Long.toString(results.total())) + "\n";
  }

  private String total() {
    String articles = Summary.count(results.total(), "article");
    return collapsed
        ? articles + ", " + Summary.count(results.stories(), "story", "stories")
        : articles;
  }

  /// ```
  /// 1  Lighthouse shines again
  ///    2024-10-11 · The Varn Echo · en
  ///    The old lighthouse on Varn Point shone again on Friday evening …
  ///    pm-mfrggzdfmztwq2lknnwg  press/lighthouse.html
  ///
  /// 1 article
  /// ```
  ///
  /// Whatever comes from an article is fit for a terminal.
  String table(boolean coloured) {
    StringBuilder table = new StringBuilder();
    int number = question.skip();
    for (Results.Hit hit : results.hits()) {
      table.append(entry(++number, hit, coloured));
    }
    table.append(extent()).append("\n");
    facets.ifPresent(view -> table.append(view.table()));
    return table.toString();
  }

  static String entry(long number, Results.Hit hit, boolean coloured) {
    StringBuilder table = new StringBuilder();
    String headline = Screen.line(hit.headline().orElse("(no headline)"));
    table.append(number).append("  ").append(bold(headline, coloured));
    table.append("\n   ").append(Screen.line(facts(hit)));
    table.append("\n   ").append(snippet(hit.snippet(), coloured));
    table.append("\n   ").append(hit.mark()).append("  ").append(Screen.line(hit.source()));
    table.append(hit.hasDocument() ? "" : "  (the document is gone)");
    hit.kin().ifPresent(kin -> table.append("\n   ").append(kin(hit, kin)));
    return table.append("\n\n").toString();
  }

  /// `one of a family of 5, of which 3 match; see: pressmark families pm-mfrggzdfmztwq2lknnwg`
  private static String kin(Results.Hit hit, Results.Kin kin) {
    return String.format(
        Locale.ROOT,
        "one of a family of %,d, of which %,d match; see: pressmark families %s",
        kin.family().size(),
        kin.matching(),
        hit.mark());
  }

  private static String facts(Results.Hit hit) {
    return Stream.of(
            hit.date().map(date -> date.substring(0, Math.min(10, date.length()))),
            Optional.of(String.join(", ", hit.authors())).filter(names -> !names.isEmpty()),
            hit.publisher(),
            hit.section(),
            hit.language())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static String snippet(Results.Snippet snippet, boolean coloured) {
    String text = oneLine(snippet.text());
    StringBuilder line = new StringBuilder();
    int at = 0;
    for (int[] mark : snippet.marks()) {
      line.append(Screen.line(text.substring(at, mark[0])));
      line.append(bold(Screen.line(text.substring(mark[0], mark[1])), coloured));
      at = mark[1];
    }
    return line.append(Screen.line(text.substring(at))).toString();
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\t', ' ');
  }

  private static String bold(String text, boolean coloured) {
    return coloured ? BOLD + text + PLAIN : text;
  }

  private String extent() {
    String found = total();
    if (results.hits().isEmpty()) {
      return found + "; this page is behind the last of them";
    }
    long last = question.skip() + (long) results.hits().size();
    if (last >= results.stories() && question.skip() == 0) {
      return found;
    }
    String more = last < results.stories() ? ", more with --page " + (page() + 1) : "";
    return String.format(
        Locale.ROOT, "%s; these are %,d to %,d%s", found, question.skip() + 1, last, more);
  }

  private int page() {
    return question.skip() / question.limit() + 1;
  }

  String json() {
    return JsonText.object(json -> {
      json.writeStringProperty("query", question.words());
      json.writeNumberProperty("total", results.total());
      if (collapsed) {
        json.writeNumberProperty("stories", results.stories());
      }
      json.writeNumberProperty("page", page());
      json.writeArrayPropertyStart("hits");
      results.hits().forEach(hit -> write(json, hit));
      json.writeEndArray();
      suggestion.ifPresent(near -> json.writeStringProperty("suggestion", near));
      facets.ifPresent(view -> view.write(json));
    });
  }

  static void write(JsonGenerator json, Results.Hit hit) {
    json.writeStartObject();
    json.writeStringProperty("id", hit.mark().toString());
    json.writeStringProperty("source", hit.source());
    hit.headline().ifPresent(headline -> json.writeStringProperty("headline", headline));
    json.writeArrayPropertyStart("author");
    hit.authors().forEach(json::writeString);
    json.writeEndArray();
    hit.publisher().ifPresent(publisher -> json.writeStringProperty("publisher", publisher));
    hit.section().ifPresent(section -> json.writeStringProperty("section", section));
    hit.date().ifPresent(date -> json.writeStringProperty("date", date));
    hit.language().ifPresent(language -> json.writeStringProperty("language", language));
    hit.type().ifPresent(type -> json.writeStringProperty("type", type));
    if (!hit.hasDocument()) {
      json.writeBooleanProperty("documentGone", true);
    }
    json.writeNumberProperty("score", hit.score());
    json.writeStringProperty("snippet", hit.snippet().text());
    json.writeArrayPropertyStart("marks");
    for (int[] mark : hit.snippet().marks()) {
      json.writeArray(mark, 0, 2);
    }
    json.writeEndArray();
    hit.kin().ifPresent(kin -> write(json, kin));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Results.Kin kin) {
    json.writeObjectPropertyStart("family");
    json.writeStringProperty("representative", kin.family().representative().value());
    json.writeNumberProperty("size", kin.family().size());
    json.writeNumberProperty("matching", kin.matching());
    json.writeEndObject();
  }

  String csv() {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (collapsed) {
      columns.addAll(List.of("family", "family_size", "family_matching"));
    }
    return results.hits().stream()
        .map(hit -> Csv.row(cells(hit)))
        .collect(Collectors.joining("", Csv.row(columns), ""));
  }

  private List<String> cells(Results.Hit hit) {
    List<String> cells = plainCells(hit);
    if (collapsed) {
      Optional<Results.Kin> kin = hit.kin();
      cells.add(kin.map(known -> known.family().representative().value()).orElse(""));
      cells.add(kin.map(known -> Integer.toString(known.family().size())).orElse("1"));
      cells.add(kin.map(known -> Integer.toString(known.matching())).orElse("1"));
    }
    return cells;
  }

  static List<String> plainCells(Results.Hit hit) {
    List<String> cells = new ArrayList<>();
    cells.add(hit.mark().toString());
    cells.add(hit.headline().orElse(""));
    cells.add(String.join("; ", hit.authors()));
    cells.add(hit.publisher().orElse(""));
    cells.add(hit.section().orElse(""));
    cells.add(hit.date().orElse(""));
    cells.add(hit.language().orElse(""));
    cells.add(hit.type().orElse(""));
    cells.add(String.format(Locale.ROOT, "%.4f", hit.score()));
    cells.add(oneLine(hit.snippet().text()));
    cells.add(hit.source());
    return cells;
  }
}
