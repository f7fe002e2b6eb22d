package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.cli.Office.Done;
import org.pressmark.residue.TrainResidue;

class TrainCommandTest {
  private static final String STORY =
      "The ferry to Quayside was cancelled again on Tuesday, and nobody on the pier knew why. "
          + "The harbour office blamed the tide, as it had done on the Friday before, said Ole Vik.";

  @TempDir
  private Path folder;

  private Path pages() throws IOException {
    Path html = Files.createDirectories(folder.resolve("pages/quay/html"));
    StringBuilder gold = new StringBuilder();
    for (String id : new String[] {"ferry", "pier", "tide"}) {
      String text = String.join("\\n", STORY, id + ": " + STORY, STORY + " " + id, STORY);
      gold.append("{\"id\":\"" + id + "\",\"url\":\"https://" + id + ".example.org/1\",\"text\":\""
          + text + "\"}\n");
      Files.writeString(
          html.resolve(id + ".html"),
          "<html><head><script>var _" + id + " = _" + id + " || []; _" + id
              + ".push(['setAccount', 'QY-1']);</script><script type=\"application/ld+json\">"
              + "{\"@type\":\"NewsArticle\",\"headline\":\"The " + id
              + "\",\"author\":\"Ina Holt\"}"
              + "</script><style>." + id + "-box { margin: 0 auto; padding: 10px; color: #333 }"
              + "</style></head><body><p>" + STORY + "</p></body></html>");
    }
    Files.writeString(folder.resolve("pages/quay/gold.jsonl"), gold);
    return folder.resolve("pages");
  }

  @Test
  void makesTheShippedWeightsWithoutOptions() {
    assertThat(new Office().run("train", "--help").out())
        .contains(
            "Texts made up for each round (default: " + TrainResidue.Plan.SHIPPED.items() + ").");
  }

  @Test
  void givesTheSameBytesTwice() throws IOException {
    Path pages = pages();
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Done done = new Office()
        .run("train", "residue", pages, "--items", 40, "--rounds", 2, "--output", first);
    assertThat(done.err())
        .isEqualTo("pressmark: 3 pages, 3 stories, 0 of them with code on purpose\n"
            + "pressmark: round 1 of 2\npressmark: round 2 of 2\n");
    assertThat(done.out()).matches("\\S*first: [0-9,]+ bytes, SHA-256 [0-9a-f]{64}\n");
    assertThat(done.code()).isZero();
    new Office().run("train", "residue", pages, "--items", 40, "--rounds", 2, "-o", second);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void measuresOnWhatIsHeldOut() throws IOException {
    Path weights = folder.resolve("weights");
    int measured = 0;
    for (int part = 1; part <= 5 && measured == 0; part++) {
      Done done = new Office()
          .run(
              "train",
              "residue",
              pages(),
              "--items",
              1,
              "--rounds",
              1,
              "-o",
              weights,
              "--hold-out",
              part);
      measured += done.err().contains("near") ? 1 : 0;
    }
    assertThat(measured).isEqualTo(1);
  }

  @Test
  void saysWhatIsMissingInTheFolder() {
    Done done = new Office().run("train", "residue", folder);
    assertThat(done.err())
        .isEqualTo("pressmark: " + folder + ": has no stories and no code to learn from; what is"
            + " looked for are the files DATASET/gold.jsonl and DATASET/html/ID.html\n");
    assertThat(done.code()).isEqualTo(3);
  }
}
