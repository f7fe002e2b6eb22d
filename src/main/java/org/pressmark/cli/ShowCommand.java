package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.Holdings;
import org.pressmark.article.Article;
import org.pressmark.article.Entry;
import org.pressmark.article.Fact;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Problem;
import org.pressmark.export.CutList;
import org.pressmark.export.Export;
import org.pressmark.export.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    header = "Prints an article of the archive.",
    description = "What is known of it, and its text, unless asked for something else.",
    exitCodeList = {
      "0:well",
      "1:the document is there, but could not be cleaned: there is no article",
      "2:the words on the command line make no sense, or the archive has no such id",
      "3:the archive or a device failed",
    },
    footer = {
      "  pressmark show pm-mfrggzdfmztwq2lknnwg",
      "  pressmark show pm-mfrg --why date           who says when, who is believed",
      "  pressmark show pm-mfrg --cuts               what was cut, and why",
      "  pressmark show pm-mfrg --raw > page.html    the document, to the byte",
      "  pressmark show pm-mfrg --format md          as `clean` prints it",
    })
final class ShowCommand implements Callable<Integer> {
  /// Short words for fields with long names.
  private static final Map<String, Field> SHORT = Map.ofEntries(
      Map.entry("title", Field.HEADLINE),
      Map.entry("subheadline", Field.ALTERNATIVE_HEADLINE),
      Map.entry("subtitle", Field.ALTERNATIVE_HEADLINE),
      Map.entry("deck", Field.ALTERNATIVE_HEADLINE),
      Map.entry("authors", Field.AUTHOR),
      Map.entry("byline", Field.AUTHOR),
      Map.entry("date", Field.DATE_PUBLISHED),
      Map.entry("published", Field.DATE_PUBLISHED),
      Map.entry("modified", Field.DATE_MODIFIED),
      Map.entry("updated", Field.DATE_MODIFIED),
      Map.entry("section", Field.ARTICLE_SECTION),
      Map.entry("outlet", Field.PUBLISHER),
      Map.entry("agency", Field.SOURCE_ORGANIZATION),
      Map.entry("place", Field.LOCATION_CREATED),
      Map.entry("dateline", Field.LOCATION_CREATED),
      Map.entry("language", Field.IN_LANGUAGE),
      Map.entry("address", Field.URL),
      Map.entry("credit", Field.CREDIT_TEXT),
      Map.entry("tags", Field.KEYWORDS),
      Map.entry("access", Field.IS_ACCESSIBLE_FOR_FREE),
      Map.entry("kind", Field.TYPE));

  private final Desk desk;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "The article's id, or as much of it as is unique.")
  private String id = "";

  @Option(names = "--raw", description = "Print the document as it came, to the byte.")
  private boolean raw;

  @Option(names = "--cuts", description = "List each cut, with its place, its rule and its reason.")
  private boolean cuts;

  @Option(
      names = "--why",
      paramLabel = "FIELD",
      description = "Tell who says what about a field, and who is believed.")
  private Optional<String> why = Optional.empty();

  @Mixin
  private final FormatOption format = new FormatOption();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  ShowCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    long views = Stream.of(raw, cuts, why.isPresent(), format.export().isPresent())
        .filter(wanted -> wanted)
        .count();
    if (views > 1) {
      throw misused("--raw, --cuts, --why and --format exclude each other");
    }
    Optional<Field> field = why.map(this::field);
    try (Holdings holdings = Holdings.open(archive.folder(), Progress.on(desk))) {
      holdings.warnings().forEach(desk::say);
      Entry entry = entry(holdings);
      if (raw) {
        printRaw(holdings.capture(entry).bytes());
        return Exit.WELL;
      }
      return switch (entry.content()) {
        case Entry.Content.Kept kept -> print(kept.article(), field);
        case Entry.Content.Rejected rejected -> tell(entry, rejected.problem());
        case Entry.Content.Again again ->
          throw new IOException(
              entry.mark() + ": the archive has a copy, but not the first of them;"
                  + " look at it with: pressmark verify");
      };
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Field field(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    return Stream.of(Field.values())
        .filter(field -> field.schemaName().toLowerCase(Locale.ROOT).equals(known))
        .findFirst()
        .or(() -> Optional.ofNullable(SHORT.get(known)))
        .orElseThrow(() -> misused("--why: \"" + name + "\" is not a field; known fields: "
            + Stream.of(Field.values()).map(Field::schemaName).collect(Collectors.joining(", "))));
  }

  private Entry entry(Holdings holdings) throws IOException {
    Mark mark = Ids.one(holdings, id, archive.folder(), spec);
    return holdings
        .entry(mark)
        .orElseThrow(() -> new IOException(
            mark + ": is in the index, but not in the archive; see: pressmark verify"));
  }

  private void printRaw(byte[] bytes) throws IOException {
    if (desk.isTerminal(Desk.End.OUT)) {
      desk.printFound(new String(bytes, StandardCharsets.UTF_8));
    } else {
      desk.write(bytes);
    }
  }

  private int print(Article article, Optional<Field> field) throws IOException {
    if (cuts) {
      desk.print(CutList.write(article));
    } else if (field.isPresent()) {
      desk.print(reasons(article, field.get()));
    } else if (format.export().isPresent()) {
      Export export = format.export().get();
      desk.printFound(
          export.opening() + export.write(article, Export.Cuts.HIDDEN) + export.closing());
    } else {
      desk.print(card(article) + "\n");
      desk.printFound(article.body().text() + "\n");
    }
    return Exit.WELL;
  }

  private int tell(Entry entry, Problem problem) {
    desk.say(entry.origin() + ": could not be cleaned: " + problem.message()
        + "; see the document itself with: pressmark show " + entry.mark() + " --raw");
    return Exit.INCOMPLETE;
  }

  /// What is known, a line a fact, with the place that was believed.
  private static String card(Article article) {
    StringBuilder card = new StringBuilder();
    card.append(row("id", article.mark().toString(), ""));
    card.append(row("source", article.origin().toString(), ""));
    for (Fact fact : article.facts().known()) {
      String remark =
          fact.source().source() + (fact.conflict().isPresent() ? ", contradicted" : "");
      card.append(row(fact.field().schemaName(), String.join("; ", fact.values()), remark));
    }
    article.reading().notes().forEach(note -> card.append(row("note", note, "")));
    return card.toString();
  }

  private static String row(String name, String value, String remark) {
    return String.format(Locale.ROOT, "%-20s %s", name, Screen.line(value))
        + (remark.isEmpty() ? "" : "  (" + remark + ")")
        + "\n";
  }

  private static String reasons(Article article, Field field) {
    Optional<Fact> fact = article.facts().get(field);
    return fact.map(known -> new Why(known).text())
        .orElse(field + ": nothing in the document says anything about it\n");
  }
}
