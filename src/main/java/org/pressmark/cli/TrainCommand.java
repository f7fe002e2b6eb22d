package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pressmark.export.Screen;
import org.pressmark.residue.TrainResidue;
import org.pressmark.residue.TrainResidue.News;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Trains a model of the program anew.",
    description = {
      "The model `residue` says which words and marks of a text are code. It learns from",
      "data sets of pages with gold text: DATASET/gold.jsonl in FOLDER, each line with",
      "\"id\", \"text\" and perhaps \"url\", and DATASET/html/ID.html. The same folder and",
      "the same options give the same bytes; without options, those of the weights that",
      "come with the program, were they trained from that folder. Takes some 3 GB of",
      "memory and half an hour: PRESSMARK_JAVA_OPTS=-Xmx3g.",
    },
    footer = {
      "  pressmark train residue pages --output residue.weights",
      "  pressmark train residue pages --hold-out 1 --rounds 2",
    })
final class TrainCommand implements Callable<Integer> {
  /// Models that can be trained here.
  enum Model {
    RESIDUE
  }

  private final Desk desk;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Which model: residue.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Model model;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "The folder of data sets.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--items",
      paramLabel = "N",
      description = "Texts made up for each round (default: ${DEFAULT-VALUE}).")
  private int items = TrainResidue.Plan.SHIPPED.items();

  @Option(names = "--rounds", paramLabel = "N", description = "Rounds (default: ${DEFAULT-VALUE}).")
  private int rounds = TrainResidue.Plan.SHIPPED.rounds();

  @Option(
      names = "--hold-out",
      paramLabel = "PART",
      description = "Leave out a fifth of the outlets, 1 to 5, and measure on it after each round.")
  private Optional<Integer> heldOut = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "residue.weights",
      description = "Where the weights go (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path output;

  TrainCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    Misuse.require(items >= 1, "--items: " + items + " is no number of texts");
    Misuse.require(rounds >= 1, "--rounds: " + rounds + " is no number of rounds");
    heldOut.ifPresent(part ->
        Misuse.require(part >= 1 && part <= 5, "--hold-out: " + part + " is not from 1 to 5"));
    byte[] weights = switch (model) {
      case RESIDUE ->
        TrainResidue.train(folder, new TrainResidue.Plan(items, rounds, heldOut), this::tell);
    };
    Files.write(output, weights);
    desk.print(Screen.line(output.toString()) + ": " + Summary.count(weights.length, "byte")
        + ", SHA-256 " + digest(weights) + "\n");
    return Exit.WELL;
  }

  private void tell(News news) {
    switch (news) {
      case News.Read read ->
        desk.say(Summary.count(read.pages(), "page") + ", "
            + Summary.count(read.stories(), "story", "stories") + ", " + read.codeStories()
            + " of them with code on purpose");
      case News.Round round -> {
        desk.say(String.format(Locale.ROOT, "round %d of %d", round.number(), rounds));
        if (!round.scores().isEmpty()) {
          desk.err().println(round.scores());
        }
      }
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
