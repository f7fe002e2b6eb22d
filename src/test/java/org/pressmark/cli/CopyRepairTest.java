package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Entry;
import org.pressmark.cli.Office.Done;

/// A story came from three places, and the record that holds it is destroyed: what the commands say
/// and do then.
class CopyRepairTest {
  @TempDir
  private Path folder;

  private Path press;
  private Path archive;
  private Shelf shelf;

  @BeforeEach
  void destroyTheStory() throws IOException {
    press = folder.resolve("press");
    archive = folder.resolve("archive");
    shelf = new Shelf(archive);
    Path story = Pages.lighthouse(press);
    Files.copy(story, press.resolve("twin.html"));
    Files.copy(story, press.resolve("triplet.html"));
    Files.writeString(press.resolve("a-pier.html"), Pages.LIGHTHOUSE.replace("lighthouse", "pier"));
    assertThat(shelf.run("ingest", press).code()).isZero();
    Entry hit = shelf.entries().get(1);
    assertThat(hit.content()).isInstanceOf(Entry.Content.Kept.class);
    shelf.destroy(hit);
  }

  private List<String> sources() throws IOException {
    return shelf.entries().stream()
        .map(entry -> Path.of(entry.origin().path()).getFileName() + " "
            + entry.content().getClass().getSimpleName())
        .toList();
  }

  @Test
  void keepsWhatTellsThatItCame() throws IOException {
    assertThat(shelf.run("verify").out()).contains("3 damaged places");
    Done repaired = shelf.run("repair");
    assertThat(repaired.code()).isZero();
    assertThat(repaired.out())
        .contains("a copy of a document whose bytes are gone; it stays")
        .contains("and so do 1 more")
        .contains("remark: 2 copies tell when and whence a document came again whose bytes are"
            + " gone; ingest one of the documents again, then `pressmark repair` joins the two: ")
        .endsWith(": is whole\n");
    assertThat(sources())
        .containsExactly("a-pier.html Kept", "triplet.html Again", "twin.html Again");
    Done verified = shelf.run("verify");
    assertThat(verified.code()).isZero();
    assertThat(verified.out())
        .contains(": 3 documents: 1 article, 0 not cleaned, 2 copies, 2 of them without the"
            + " document\n")
        .endsWith("whole: every byte is as it was written\n");
    assertThat(shelf.run("verify", "--json").out()).contains("\"copiesWithoutDocument\":2");
    assertThat(shelf.run("repair").out()).endsWith(": is whole; there was nothing to repair\n");
    assertThat(shelf.run("search", "*", "--count").out()).isEqualTo("1\n");
    for (String format : List.of("wacz", "bagit", "warc", "jsonl")) {
      Path file = folder.resolve("out." + (format.equals("warc") ? "warc.gz" : format));
      assertThat(shelf.run("export", "--format", format, "--output", file).code())
          .as(format)
          .isZero();
    }
    assertThat(shelf.run("reclean", "--all").code()).isZero();
    assertThat(shelf.run("report").code()).isZero();
  }

  @Test
  void getsTheStoryBackFromOneOfItsCopies() throws IOException {
    shelf.run("repair");
    Done ingested = shelf.run("ingest", press.resolve("twin.html"));
    assertThat(ingested.code()).as(ingested.out() + ingested.err()).isZero();
    assertThat(shelf.run("search", "*", "--count").out()).isEqualTo("2\n");
    Done verified = shelf.run("verify");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(shelf.run("repair").code()).isZero();
    assertThat(sources())
        .containsExactly(
            "a-pier.html Kept", "twin.html Again", "twin.html Kept", "triplet.html Again");
    assertThat(shelf.run("verify").out())
        .contains("0 not cleaned, 2 copies\n")
        .doesNotContain("copy tells");
    assertThat(shelf.run("repair").out()).endsWith("there was nothing to repair\n");
    shelf.run("ingest", press);
    assertThat(sources()).hasSize(5).endsWith("lighthouse.html Again");
    assertThat(shelf.run("verify").code()).isZero();
  }

  @Test
  void isWholeAgainWhenAllHasComeAgain() throws IOException {
    shelf.run("repair");
    shelf.run("ingest", press);
    assertThat(sources())
        .containsExactly(
            "a-pier.html Kept", "triplet.html Again", "twin.html Again", "lighthouse.html Kept");
    assertThat(shelf.run("repair").out()).contains("the copy was written anew, and refers to the");
    assertThat(sources())
        .containsExactly(
            "a-pier.html Kept", "lighthouse.html Kept", "triplet.html Again", "twin.html Again");
    Done verified = shelf.run("verify");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("4 documents: 2 articles, 0 not cleaned, 2 copies\n");
    assertThat(shelf.run("ingest", press).out()).contains("4");
    assertThat(sources()).hasSize(4);
  }
}
