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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "  pressmark show pm-mfrg --versions --diff    what newer rules made of it",
      "  pressmark show pm-mfrg --pick 1             the first version",
      "  pressmark show pm-mfrg --captures --diff    how the page was edited",
    })
final class ShowCommand implements Callable<Integer> {
  private static final int MAX_CAPTURES = 1_000;

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

  @Option(
      names = "--versions",
      description = "List what was made of the document, with the rules and the time.")
  private boolean versions;

  @Option(
      names = "--pick",
      paramLabel = "N",
      description = "Take version N of those that --versions lists, not the newest.")
  private Optional<Integer> pick = Optional.empty();

  @Option(
      names = "--captures",
      description = "List all captures of the article: retrieved from one address, or from pages"
          + " that name one address as their own, or else from one path.")
  private boolean captures;

  @Option(
      names = "--diff",
      description = "With --versions or --captures: show what changed from each to the next.")
  private boolean diff;

  @Mixin
  private final FormatOption format = new FormatOption();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  ShowCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    long views = Stream.of(
            raw, cuts, why.isPresent(), format.export().isPresent(), versions, captures)
        .filter(wanted -> wanted)
        .count();
    if (views > 1) {
      throw new Misuse(
          "--raw, --cuts, --why, --format, --versions and --captures exclude each other");
    }
    if (diff && !versions && !captures) {
      throw new Misuse("--diff: goes with --versions or --captures");
    }
    if (pick.isPresent() && (versions || captures || raw)) {
      throw new Misuse("--pick: does not go with --raw, --versions or --captures");
    }
    Optional<Field> field = why.map(this::field);
    try (Holdings holdings = archive.open(desk)) {
      Entry newest = entry(holdings);
      if (versions) {
        return list(holdings.versions(newest));
      }
      if (captures) {
        return list(holdings, newest);
      }
      Entry entry = pick.isPresent() ? picked(holdings.versions(newest), pick.get()) : newest;
      if (raw) {
        printRaw(holdings.capture(entry).bytes());
        return Exit.WELL;
      }
      return switch (entry.content()) {
        case Entry.Content.Kept kept ->
          print(kept.article(), field, pick.isPresent() ? 1 : holdings.countCaptures(entry));
        case Entry.Content.Rejected rejected -> tell(entry, rejected.problem());
        case Entry.Content.Again again ->
          throw new IOException(
              entry.mark() + ": the archive has a copy, but not the first of them;"
                  + " look at it with: pressmark verify");
      };
    }
  }

  private Field field(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    return Stream.of(Field.values())
        .filter(field -> field.schemaName().toLowerCase(Locale.ROOT).equals(known))
        .findFirst()
        .or(() -> Optional.ofNullable(SHORT.get(known)))
        .orElseThrow(() -> new Misuse("--why: \"" + name + "\" is not a field; known fields: "
            + Stream.of(Field.values()).map(Field::schemaName).collect(Collectors.joining(", "))));
  }

  private Entry entry(Holdings holdings) throws IOException {
    Mark mark = Ids.one(holdings, id, archive.folder());
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

  private Entry picked(Holdings.Versions known, int number) {
    if (number < 1 || number > known.entries().size()) {
      throw new Misuse("--pick: " + number + ": there "
          + (known.entries().size() == 1
              ? "is one version"
              : "are versions 1 to " + known.entries().size())
          + " of " + id);
    }
    return known.entries().get(number - 1);
  }

  private int list(Holdings.Versions known) throws IOException {
    Lineage lineage = new Lineage(known.entries());
    desk.print(lineage.versions() + (diff ? lineage.changes(desk.isColoured()) : ""));
    if (!known.isComplete()) {
      desk.say(
          id + ": a version between these is missing; see damaged/list.txt in " + archive.folder());
    }
    return Exit.WELL;
  }

  private int list(Holdings holdings, Entry entry) throws IOException {
    Lineage lineage = new Lineage(holdings.captures(entry, MAX_CAPTURES));
    desk.print(lineage.captures() + (diff ? lineage.changes(desk.isColoured()) : ""));
    int all = holdings.countCaptures(entry);
    if (all > lineage.entries().size()) {
      desk.say(String.format(
          Locale.ROOT, "%s: %,d captures; %,d of them are listed", id, all, MAX_CAPTURES));
    }
    return Exit.WELL;
  }

  private int print(Article article, Optional<Field> field, int captured) throws IOException {
    if (cuts) {
      desk.print(CutList.write(article));
    } else if (field.isPresent()) {
      desk.print(reasons(article, field.get()));
    } else if (format.export().isPresent()) {
      Export export = format.export().get();
      desk.printFound(
          export.opening() + export.write(article, Export.Cuts.HIDDEN) + export.closing());
    } else {
      String others = captured > 1
          ? row("captures", Integer.toString(captured), "see them with --captures")
          : "";
      desk.print(card(article) + others + "\n");
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
