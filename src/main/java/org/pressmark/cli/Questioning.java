package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.Newest;
import org.pressmark.archive.Archive;
import org.pressmark.export.Screen;
import org.pressmark.report.AnswerSheet;
import org.pressmark.report.Draw;
import org.pressmark.report.Interval;
import org.pressmark.report.Verdicts;

/// Asks people of a sample whether each text belongs to its story, and tells what follows.
final class Questioning {
  private final Desk desk;
  private final Path archive;
  private final int size;
  private final long seed;
  private final List<Path> files;

  Questioning(Desk desk, Path archive, int size, long seed, List<Path> files) {
    this.desk = desk;
    this.archive = archive;
    this.size = size;
    this.seed = seed;
    this.files = files.isEmpty()
        ? List.of(Path.of("sample-" + size + "-seed-" + seed + ".csv"))
        : List.copyOf(files);
  }

  int run() throws IOException {
    Draw draw = new Draw(seed, size);
    Newest.each(Archive.open(archive), draw::see);
    Draw.Sample sample = draw.finish();
    if (sample.units().isEmpty()) {
      desk.say("report: there is no article to draw from");
      return Exit.WELL;
    }
    List<Verdicts> all = new ArrayList<>();
    for (Path file : files) {
      boolean isNew = !Files.exists(file);
      Verdicts verdicts = isNew ? new Verdicts(sample, Map.of()) : read(file, sample);
      if (isNew) {
        save(verdicts, file);
        desk.say(
            file + ": " + Summary.count(sample.units().size(), "question")
                + "; answer in its column \"belongs\", with yes or no, and give the same command again");
      }
      boolean isAsking = files.size() == 1 && desk.isTerminal(Desk.End.IN);
      all.add(isAsking ? ask(verdicts, file) : verdicts);
    }
    for (Verdicts verdicts : all) {
      tell(verdicts);
    }
    if (all.size() == 2) {
      tell(all.getFirst().with(all.getLast()));
    }
    boolean isDone =
        all.stream().allMatch(verdicts -> verdicts.answered() == sample.units().size());
    return isDone ? Exit.WELL : Exit.INCOMPLETE;
  }

  private static Verdicts read(Path file, Draw.Sample sample) throws IOException {
    try {
      return AnswerSheet.read(Files.readString(file), sample);
    } catch (AnswerSheet.MistakeException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /// Whole, or as it was.
  private static void save(Verdicts verdicts, Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, AnswerSheet.write(verdicts));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private Verdicts ask(Verdicts before, Path file) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(desk.in(), StandardCharsets.UTF_8));
    Map<String, Boolean> answers = new HashMap<>(before.belongs());
    List<Draw.Unit> units = before.sample().units();
    for (int at = 0; at < units.size(); at++) {
      Draw.Unit unit = units.get(at);
      if (answers.containsKey(unit.item())) {
        continue;
      }
      show(unit, at + 1, units.size());
      Optional<Boolean> answer = answer(in);
      if (answer.isEmpty()) {
        break;
      }
      answers.put(unit.item(), answer.get());
      save(new Verdicts(before.sample(), answers), file);
    }
    return new Verdicts(before.sample(), answers);
  }

  private void show(Draw.Unit unit, int number, int all) {
    desk.err().println();
    desk.err().println(number + " of " + all + ", " + Screen.line(unit.source()));
    desk.err().println("  … " + Screen.line(oneLine(unit.before())));
    desk.err().println(">>> " + Screen.text(unit.text()).replace("\n", "\n>>> "));
    desk.err().println("  " + Screen.line(oneLine(unit.after())) + " …");
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\t', ' ').replace('\r', ' ');
  }

  /// Nothing where the user has had enough.
  private Optional<Boolean> answer(BufferedReader in) throws IOException {
    while (true) {
      desk.err().print("Is the text at >>> part of this story? yes, no, quit: ");
      desk.err().flush();
      String line = in.readLine();
      String word = line == null ? "quit" : line.strip().toLowerCase(Locale.ROOT);
      if (word.equals("q") || word.equals("quit")) {
        desk.err().println();
        return Optional.empty();
      }
      Optional<Boolean> answer = AnswerSheet.is(word);
      if (answer.isPresent()) {
        return answer;
      }
    }
  }

  private void tell(Verdicts verdicts) throws IOException {
    StringBuilder told = new StringBuilder();
    int all = verdicts.sample().units().size();
    told.append(String.format(Locale.ROOT, "answered: %,d of %,d\n", verdicts.answered(), all));
    verdicts.tallies().stream()
        .filter(tally -> tally.judged() > 0)
        .forEach(tally -> told.append(row(tally)));
    String sentence = verdicts.sentence(seed);
    told.append(sentence.isEmpty() ? "" : "\n" + sentence + "\n");
    for (Draw.Decision decision : Draw.Decision.values()) {
      verdicts
          .of(decision)
          .filter(weighted -> weighted.size() < weighted.all())
          .ifPresent(weighted -> told.append(String.format(
              Locale.ROOT,
              "not judged, and not in this estimate: %,d of %,d, of rules without an answer\n",
              weighted.all() - weighted.size(),
              weighted.all())));
    }
    if (verdicts.sample().leftOut() > 0) {
      told.append(String.format(
          Locale.ROOT,
          "not drawn from: %,d cuts of headlines, decks, bylines and datelines, which are facts\n",
          verdicts.sample().leftOut()));
    }
    desk.print(told.toString());
  }

  private static String row(Verdicts.Tally tally) {
    String name = tally.stratum().decision() == Draw.Decision.CUT
        ? "cut by " + tally.stratum().name()
        : "kept";
    Interval interval = tally.interval();
    return String.format(
            Locale.ROOT,
            "  %-28s %,9d in the archive, %3d judged, %3d wrong%s",
            name,
            tally.stratum().size(),
            tally.judged(),
            tally.wrong(),
            tally.judged() == 0
                ? ""
                : String.format(
                    Locale.ROOT,
                    ": %.1f %% (%.1f to %.1f)",
                    100 * interval.share(),
                    100 * interval.low(),
                    100 * interval.high()))
        + "\n";
  }

  private void tell(Verdicts.Agreement agreement) throws IOException {
    desk.print(String.format(
        Locale.ROOT,
        "\nboth answered %,d, alike %,d; Cohen's kappa %.2f\n",
        agreement.both(),
        agreement.same(),
        agreement.kappa()));
  }
}
