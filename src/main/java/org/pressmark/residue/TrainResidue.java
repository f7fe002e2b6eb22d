package org.pressmark.residue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.residue.TrainingPages.Page;

/// Trains the model that finds code in a text, from a folder of pages with gold text.
///
/// The folder holds data sets: `DATASET/gold.jsonl` with `id`, `text` and perhaps `url` on each
/// line, and `DATASET/html/ID.html`. One thread, fixed seeds: the same folder and the same plan
/// give the same bytes.
public final class TrainResidue {
  private static final long SEED = 20261123;
  private static final long SEED_OF_TESTS = 99;
  private static final int TESTS = 1500;
  /// The outlets fall into so many parts, of which one can be held out.
  private static final int PARTS = 5;

  private TrainResidue() {}

  /// How to train.
  ///
  /// @param items texts made up for each round
  /// @param heldOut which part of the outlets not to train with but to measure on, 1 to 5; empty to
  /// train with all of them
  public record Plan(int items, int rounds, Optional<Integer> heldOut) {
    /// The plan that the weights which come with the program were trained by.
    public static final Plan SHIPPED = new Plan(50_000, 5, Optional.empty());

    public Plan {
      if (items < 1
          || rounds < 1
          || heldOut.filter(part -> part < 1 || part > PARTS).isPresent()) {
        throw new IllegalArgumentException("a plan of " + rounds + " rounds of " + items
            + " items with part " + heldOut + " of " + PARTS + " held out");
      }
    }

    private boolean holdsOut(Page page) {
      int part = Math.floorMod(page.outlet().hashCode() * 31 + 7, PARTS) + 1;
      return heldOut.isPresent() && heldOut.get() == part;
    }
  }

  /// What a training tells of its progress.
  public sealed interface News {
    /// @param stories to train with; those that show code on purpose among them
    /// @param pages whose code is put into stories
    record Read(int pages, int stories, int codeStories) implements News {}

    /// @param number of the round, from 1
    /// @param scores on what is held out, several lines; empty where nothing is
    record Round(int number, String scores) implements News {}
  }

  /// The weights, as `residue.weights` holds them.
  ///
  /// @param told is called between rounds, on the calling thread
  /// @throws IOException if the folder can't be read or has too little to learn from
  public static byte[] train(Path folder, Plan plan, Consumer<News> told) throws IOException {
    List<Page> pages = TrainingPages.read(folder);
    List<Page> learned = pages.stream().filter(page -> !plan.holdsOut(page)).toList();
    List<Page> held = pages.stream().filter(plan::holdsOut).toList();
    requireEnough(folder, learned);
    TrainingItems train = new TrainingItems(learned, SEED);
    told.accept(new News.Read(learned.size(), train.stories().size(), train.codeStories()));
    List<TrainingItems.Item> tests = tests(held);
    Trainer trainer = new Trainer();
    for (int round = 0; round < plan.rounds(); round++) {
      trainer.rate(1.0 - 0.9 * round / Math.max(1, plan.rounds() - 1));
      for (int i = 0; i < plan.items(); i++) {
        trainer.learn(train.next());
      }
      String scores = tests.isEmpty() ? "" : TrainingScores.of(trainer.model(), tests);
      told.accept(new News.Round(round + 1, scores));
    }
    return ModelFile.bytes(trainer.model());
  }

  private static List<TrainingItems.Item> tests(List<Page> held) {
    List<TrainingItems.Item> tests = new ArrayList<>();
    if (isEnough(held)) {
      TrainingItems items = new TrainingItems(held, SEED_OF_TESTS);
      for (int i = 0; i < TESTS; i++) {
        tests.add(items.next());
      }
    }
    return tests;
  }

  private static void requireEnough(Path folder, List<Page> pages) throws IOException {
    if (!isEnough(pages)) {
      throw new IOException(
          folder + ": has no stories and no code to learn from; what is looked for"
              + " are the files DATASET/gold.jsonl and DATASET/html/ID.html");
    }
  }

  private static boolean isEnough(List<Page> pages) {
    return pages.stream().anyMatch(page -> !page.paragraphs().isEmpty())
        && pages.stream().anyMatch(page -> !page.junk().isEmpty());
  }
}
