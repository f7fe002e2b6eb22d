package org.pressmark.residue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Trains the model from a folder of pages with gold text.
public final class TrainResidue {
  private TrainResidue() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int items = Integer.parseInt(args[1]);
    int epochs = Integer.parseInt(args[2]);
    int fold = Integer.parseInt(args[3]);
    long t0 = System.nanoTime();
    List<TrainingPages.Page> pages = TrainingPages.read(folder);
    Predicate<TrainingPages.Page> held =
        p -> Math.floorMod(p.outlet().hashCode() * 31 + 7, 5) == fold;
    TrainingItems train =
        new TrainingItems(pages.stream().filter(held.negate()).toList(), 20261123);
    List<TrainingPages.Page> test = pages.stream().filter(held).toList();
    System.out.println(pages.size() + " pages, " + train.stories().size() + " stories, code "
        + train.codeStories() + " " + (System.nanoTime() - t0) / 1000000 + " ms");
    List<TrainingItems.Item> tests = new ArrayList<>();
    if (!test.isEmpty()) {
      TrainingItems heldItems = new TrainingItems(test, 99);
      for (int i = 0; i < 1500; i++) {
        tests.add(heldItems.next());
      }
    }
    Trainer trainer = new Trainer();
    for (int epoch = 0; epoch < epochs; epoch++) {
      long t = System.nanoTime();
      trainer.rate(1.0 - 0.9 * epoch / Math.max(1, epochs - 1));
      for (int i = 0; i < items; i++) {
        trainer.learn(train.next());
      }
      System.out.println("epoch " + epoch + " " + (System.nanoTime() - t) / 1000000 + " ms");
      if (!tests.isEmpty()) {
        System.out.println(TrainingScores.of(trainer.model(), tests));
      }
    }
    if (args.length > 4) {
      ModelFile.write(trainer.model(), Path.of(args[4]));
    }
  }
}
