package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.pressmark.InOrder;
import org.pressmark.Pressmark;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Problem;
import org.pressmark.export.CutList;
import org.pressmark.export.Export;
import org.pressmark.source.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Cleans files or standard input to standard output.",
    description = {
      "Keeps nothing. Documents come out in the order in which they went in. What could",
      "not be cleaned is named on standard error; the forms json and jsonl have an",
      "object with the reason for it, too.",
    },
    exitCodeList = {
      "0:every document was cleaned",
      "1:done, but some documents could not be cleaned; they are listed",
      "2:the words on the command line make no sense",
      "3:a device failed",
    },
    footer = {
      "  pressmark clean page.html                      the story, and nothing else",
      "  curl -s https://example.org/ | pressmark clean --format md",
      "  pressmark clean --format jsonl corpus > articles.jsonl",
      "  pressmark clean --show-cuts page.html          with what was cut, struck out",
      "  pressmark clean --explain page.html            each cut and the reason for it",
      "  pressmark clean --format jsonl --map text=body dump.csv",
      "  pressmark clean --keep pointer-line,share-bar page.txt",
    })
final class CleanCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files and folders to clean; standard input where there are none, or for -.")
  private List<Path> files = List.of();

  @Mixin
  private final FormatOption format = new FormatOption();

  @Option(names = "--show-cuts", description = "Show what was cut, struck out or in [-brackets-].")
  private boolean showsCuts;

  @Option(names = "--explain", description = "List each cut with its reason, and not the story.")
  private boolean explains;

  @Mixin
  private final KeepOption keep = new KeepOption();

  @Mixin
  private final MapOption map = new MapOption();

  @Mixin
  private final ThreadsOption threads = new ThreadsOption();

  private final Told told;
  private final Map<String, Long> passed = new TreeMap<>();
  private int written;
  private int problems;

  /// A document as it will be printed.
  private record Copy(Origin origin, String text, Optional<Problem> problem) {}

  CleanCommand(Desk desk) {
    this.desk = desk;
    this.told = new Told(desk);
  }

  @Override
  public Integer call() throws IOException {
    Pressmark pressmark = new Pressmark(keep.options());
    Export export = format.orText();
    desk.print(opening(export));
    try (Stream<Found> found = found().filter(this::isDocument)) {
      InOrder.of(threads.count())
          .run(
              found.iterator(),
              next -> next instanceof Capture capture ? capture.bytes().length : 0,
              next -> copy(pressmark.clean(next), export),
              copy -> print(copy, export));
    }
    desk.print(explains ? "" : export.closing());
    told.finish();
    if (problems > 0 && written + problems > 1) {
      desk.say("clean: " + Summary.count(problems, "document") + " of " + (written + problems)
          + " could not be cleaned");
    }
    if (!passed.isEmpty()) {
      desk.say(
          "clean: passed over what is no document: " + String.join(", ", Summary.counts(passed)));
    }
    return problems > 0 ? Exit.INCOMPLETE : Exit.WELL;
  }

  private boolean isDocument(Found found) {
    if (found instanceof Found.Passed over) {
      passed.merge(over.what(), 1L, Long::sum);
      return false;
    }
    return true;
  }

  /// Files as they are named, with standard input among them where the user puts it.
  private Stream<Found> found() {
    if (files.isEmpty()) {
      return standardInput();
    }
    List<Stream<Found>> parts = new ArrayList<>();
    List<Path> run = new ArrayList<>();
    for (Path file : files) {
      if (file.toString().equals("-")) {
        parts.add(Sources.open(List.copyOf(run), map.source(), told));
        parts.add(standardInput());
        run.clear();
      } else {
        run.add(file);
      }
    }
    parts.add(Sources.open(run, map.source(), told));
    return parts.stream().reduce(Stream.empty(), Stream::concat); // flatMap would read ahead
  }

  private Stream<Found> standardInput() {
    return Sources.open(Origin.of("-"), desk.in(), map.source(), told);
  }

  private Export.Cuts cuts() {
    if (!showsCuts) {
      return Export.Cuts.HIDDEN;
    }
    return desk.isColoured() && format.orText().name().equals("text")
        ? Export.Cuts.COLOURED
        : Export.Cuts.MARKED;
  }

  private Copy copy(Outcome outcome, Export export) {
    Optional<Problem> problem = switch (outcome) {
      case Outcome.Kept kept -> Optional.empty();
      case Outcome.Rejected rejected -> Optional.of(rejected.problem());
      case Outcome.Lost lost -> Optional.of(lost.problem());
      case Outcome.Passed passed -> Optional.empty();
    };
    String text = !explains
        ? export.write(outcome, cuts())
        : outcome instanceof Outcome.Kept kept ? CutList.write(kept.article()) : "";
    return new Copy(outcome.origin(), text, problem);
  }

  private void print(Copy copy, Export export) throws IOException {
    if (copy.problem().isPresent()) {
      problems++;
      desk.flush(); // so that a terminal shows both in their order
      desk.say(copy.origin() + ": not cleaned: " + copy.problem().get().message());
    } else {
      desk.print(written++ == 0 ? "" : explains ? "\n" : export.between());
    }
    if (cuts() == Export.Cuts.COLOURED) {
      desk.print(copy.text()); // escaped, and with orders of our own in it
    } else {
      desk.printFound(copy.text());
    }
    if (desk.isTerminal(Desk.End.OUT)) {
      desk.flush();
    }
  }

  private String opening(Export export) {
    return explains ? "" : export.opening();
  }
}
