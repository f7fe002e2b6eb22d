package org.pressmark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.Holdings;
import org.pressmark.export.Csv;
import org.pressmark.export.Screen;
import org.pressmark.search.Question;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

@Command(
    header = "Asks the archive, and prints the articles that match.",
    description = {
      "  harbour strike          both words, in any form that the language gives them",
      "  '\"harbour strike\"'      the phrase; the outer quotes are for the shell",
      "  harbour OR port         either; NOT and ( ) too, and + or - before a word",
      "  author:curtis           in a field: headline, author, section, publisher,",
      "                          language, date",
      "  date:[2021-01 TO 2021-06]",
      "                          from the first day of January to the last of June",
      "  harb*  harbour~         words that begin so; words spelled nearly so",
    },
    footer = {
      "  pressmark search harbour strike",
      "  pressmark search 'author:curtis date:2021' --sort newest --limit 50",
      "  pressmark search harbour --count",
      "  pressmark search harbour --format csv > harbour.csv",
      "  pressmark search -- -strike harbour           words that begin with -",
    })
final class SearchCommand implements Callable<Integer> {
  /// What one table or file may hold; more come by the page.
  private static final int MAX_LIMIT = 100_000;

  /// How hits are printed.
  enum Format {
    TABLE,
    JSON,
    CSV;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// [Question.Order] as users write it.
  enum Sort {
    RELEVANCE(Question.Order.RELEVANCE),
    NEWEST(Question.Order.NEWEST),
    OLDEST(Question.Order.OLDEST);

    private final Question.Order order;

    Sort(Question.Order order) {
      this.order = order;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Desk desk;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for.")
  private List<String> words = List.of();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = {"-s", "--sort"},
      paramLabel = "ORDER",
      description = "What comes first: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Sort sort = Sort.RELEVANCE;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "How many articles to print (default: ${DEFAULT-VALUE}).")
  private int limit = 10;

  @Option(
      names = {"-p", "--page"},
      paramLabel = "N",
      description = "Which page of so many articles (default: ${DEFAULT-VALUE}).")
  private int page = 1;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "The form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = {"-c", "--count"},
      description = "Print how many articles match, and no more.")
  private boolean counts;

  SearchCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    require(
        limit >= 1 && limit <= MAX_LIMIT, "--limit: " + limit + " is not from 1 to " + MAX_LIMIT);
    require(
        page >= 1 && (long) page * limit <= Integer.MAX_VALUE,
        "--page: " + page + " is out of reach");
    try (Holdings holdings = Holdings.open(archive.folder(), Progress.on(desk))) {
      Question question =
          new Question(String.join(" ", words), sort.order, (page - 1) * limit, counts ? 1 : limit);
      Results results = holdings.ask(question);
      if (counts) {
        desk.print(results.total() + "\n");
        return Exit.WELL;
      }
      switch (format) {
        case TABLE -> printTable(question, results);
        case JSON -> desk.printFound(json(question, results));
        case CSV -> printCsv(results);
      }
      return Exit.WELL;
    }
  }

  private void require(boolean met, String otherwise) {
    if (!met) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private void printTable(Question question, Results results) throws IOException {
    if (results.total() == 0) {
      desk.say("no article matches " + question.words());
      return;
    }
    int number = question.skip();
    for (Results.Hit hit : results.hits()) {
      desk.print(
          ++number + "  " + bold(Screen.line(hit.headline().orElse("(no headline)"))) + "\n");
      desk.print("   " + Screen.line(facts(hit)) + "\n");
      desk.print("   " + snippet(hit.snippet()) + "\n");
      desk.print("   " + hit.mark() + "  " + Screen.line(hit.source()) + "\n\n");
    }
    desk.print(extent(question, results) + "\n");
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

  private String snippet(Results.Snippet snippet) {
    StringBuilder line = new StringBuilder();
    int at = 0;
    for (int[] mark : snippet.marks()) {
      line.append(Screen.line(oneLine(snippet.text().substring(at, mark[0]))));
      line.append(bold(Screen.line(oneLine(snippet.text().substring(mark[0], mark[1])))));
      at = mark[1];
    }
    return line.append(Screen.line(oneLine(snippet.text().substring(at)))).toString();
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\t', ' ');
  }

  private String bold(String text) {
    return desk.isColoured() ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private static String extent(Question question, Results results) {
    long last = question.skip() + results.hits().size();
    String found = Summary.count(results.total(), "article");
    if (results.hits().isEmpty()) {
      return found + "; this page is behind the last of them";
    }
    return last >= results.total() && question.skip() == 0
        ? found
        : String.format(
            Locale.ROOT,
            "%s; these are %,d to %,d%s",
            found,
            question.skip() + 1,
            last,
            last < results.total()
                ? ", more with --page " + (question.skip() / question.limit() + 2)
                : "");
  }

  private String json(Question question, Results results) {
    return JsonText.object(json -> {
      json.writeStringProperty("query", question.words());
      json.writeNumberProperty("total", results.total());
      json.writeNumberProperty("page", page);
      json.writeArrayPropertyStart("hits");
      results.hits().forEach(hit -> write(json, hit));
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, Results.Hit hit) {
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
    json.writeNumberProperty("score", hit.score());
    json.writeStringProperty("snippet", hit.snippet().text());
    json.writeArrayPropertyStart("marks");
    for (int[] mark : hit.snippet().marks()) {
      json.writeArray(mark, 0, 2);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void printCsv(Results results) throws IOException {
    desk.print(Csv.row(List.of(
        "id",
        "headline",
        "author",
        "publisher",
        "section",
        "date",
        "language",
        "score",
        "snippet",
        "source")));
    for (Results.Hit hit : results.hits()) {
      List<String> cells = new ArrayList<>();
      cells.add(hit.mark().toString());
      cells.add(hit.headline().orElse(""));
      cells.add(String.join("; ", hit.authors()));
      cells.add(hit.publisher().orElse(""));
      cells.add(hit.section().orElse(""));
      cells.add(hit.date().orElse(""));
      cells.add(hit.language().orElse(""));
      cells.add(String.format(Locale.ROOT, "%.4f", hit.score()));
      cells.add(oneLine(hit.snippet().text()));
      cells.add(hit.source());
      desk.print(desk.isTerminal(Desk.End.OUT) ? escaped(Csv.row(cells)) : Csv.row(cells));
    }
  }

  private static String escaped(String row) {
    return Screen.text(row.replace("\r\n", "\n"));
  }
}
