package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Archive;
import org.pressmark.archive.ArchiveOptions;
import org.pressmark.archive.ArchiveWriter;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Outcome;
import org.pressmark.cli.Office.Done;

/// An article was cleaned once more, and the document that it was made of is destroyed: what the
/// commands say and do then.
class OrphanTest {
  @TempDir
  private Path folder;

  private Path press;
  private Path story;
  private Path archive;
  private Shelf shelf;
  private String id;

  @BeforeEach
  void destroyTheDocument() throws IOException {
    press = folder.resolve("press");
    archive = folder.resolve("archive");
    shelf = new Shelf(archive);
    story = Pages.lighthouse(press);
    id = Mark.of(Files.readAllBytes(story)).value();
    Files.writeString(press.resolve("a-pier.html"), Pages.LIGHTHOUSE.replace("lighthouse", "pier"));
    assertThat(shelf.run("ingest", press).code()).isZero();
    Entry hit = shelf.entries().get(1);
    Capture capture = Archive.open(archive).capture(hit.at());
    Entry.Content.Kept kept = (Entry.Content.Kept) hit.content();
    try (ArchiveWriter writer =
        ArchiveWriter.open(archive, Clock.systemUTC(), ArchiveOptions.DEFAULTS)) {
      Entry later = writer.revise(hit, new Outcome.Kept(capture, kept.article()));
      writer.revise(later, new Outcome.Kept(capture, kept.article()));
    }
    assertThat(shelf.run("search", "*", "--count").out()).isEqualTo("2\n");
    assertThat(shelf.run("verify").code()).isZero();
    shelf.destroy(hit);
  }

  private void requireWhole(String counts) {
    Done verified = shelf.run("verify");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out())
        .contains(counts)
        .endsWith("whole: every byte is as it was written\n");
  }

  @Test
  void staysToBeFoundShownAndGivenOut() throws IOException {
    Done repaired = shelf.run("repair");
    assertThat(repaired.code()).isZero();
    assertThat(repaired.out())
        .contains("an article whose document is gone; it stays, as it was cleaned last, without the"
            + " original; ingest again: ")
        .contains("remark: 1 article stands without the document, whose bytes are gone; to have the"
            + " original back, ingest it again: ")
        .endsWith(": is whole\n");
    requireWhole(
        ": 2 documents: 2 articles, 1 of them without the document, 0 not cleaned, 0 copies; 2"
            + " later versions\n");
    assertThat(shelf.run("verify", "--json").out()).contains("\"articlesWithoutDocument\":1");
    assertThat(shelf.run("repair").out()).endsWith(": is whole; there was nothing to repair\n");
    assertThat(shelf.run("search", "*", "--count").out()).isEqualTo("2\n");
    assertThat(shelf.run("search", "lighthouse").out())
        .contains("lighthouse.html  (the document is gone)");
    assertThat(shelf.run("search", "*", "--format", "json").out())
        .containsOnlyOnce("\"documentGone\":true");
    Done shown = shelf.run("show", id);
    assertThat(shown.code()).isZero();
    assertThat(shown.out())
        .contains("The old lighthouse")
        .contains("note                 the document that this was made of is not in the archive");
    Done raw = shelf.run("show", id, "--raw");
    assertThat(raw.code()).isEqualTo(3);
    assertThat(raw.err())
        .contains(
            "an article whose document is not in the archive any more: ingest it again to have"
                + " the original back");
    assertThat(shelf.run("show", id, "--versions").err())
        .contains("is missing; see damaged/list.txt");
    for (String format : List.of("wacz", "bagit", "warc", "jsonl")) {
      Path file = folder.resolve("out." + (format.equals("warc") ? "warc.gz" : format));
      Done exported = shelf.run("export", "--format", format, "--output", file);
      assertThat(exported.code()).as(exported.err()).isZero();
      if (format.equals("bagit")) {
        continue; // takes the whole archive
      }
      Path some = folder.resolve("some." + (format.equals("warc") ? "warc.gz" : format));
      Done chosen = shelf.run("export", "lighthouse", "--format", format, "--output", some);
      assertThat(chosen.code()).as(chosen.err()).isZero();
    }
    assertThat(Files.readString(folder.resolve("out.jsonl")))
        .hasLineCount(2)
        .containsOnlyOnce("the document that this was made of is not in the archive");
    assertThat(shelf.run("export", "--format", "csv").err())
        .contains(", 1 article without the document");
    Done recleaned = shelf.run("reclean", "--all");
    assertThat(recleaned.code()).isZero();
    assertThat(recleaned.out() + recleaned.err())
        .contains("1 article stands without the document and stays as it is; to clean it again,");
    assertThat(shelf.run("report").code()).isZero();
    assertThat(shelf.run("families").code()).isZero();
  }

  @Test
  void standsAsideWhenItsDocumentComesAgain() throws IOException {
    shelf.run("repair");
    assertThat(shelf.run("ingest", "--dry-run", press).out())
        .contains("to be cleaned          1\n");
    Done ingested = shelf.run("ingest", press);
    assertThat(ingested.code()).as(ingested.out() + ingested.err()).isZero();
    assertThat(shelf.run("show", id, "--raw").bytes()).isEqualTo(Files.readAllBytes(story));
    assertThat(shelf.run("show", id).out()).doesNotContain("is not in the archive any more");
    requireWhole(": 2 documents: 2 articles, 0 not cleaned, 0 copies; 2 later versions\n");
    assertThat(shelf.run("search", "*", "--count").out()).isEqualTo("2\n");
    assertThat(shelf.run("export", "--format", "jsonl").out()).hasLineCount(2);
    assertThat(shelf.run("repair").out()).endsWith("there was nothing to repair\n");
    int size = shelf.entries().size();
    shelf.run("ingest", press);
    assertThat(shelf.entries()).hasSize(size);
  }

  @Test
  void standsAsideWhenItsDocumentComesFromElsewhere() throws IOException {
    shelf.run("repair");
    Path twin = Files.copy(story, folder.resolve("twin.html"));
    assertThat(shelf.run("ingest", twin).code()).isZero();
    requireWhole(": 2 documents: 2 articles, 0 not cleaned, 0 copies; 2 later versions\n");
    assertThat(shelf.run("show", id, "--raw").bytes()).isEqualTo(Files.readAllBytes(story));
    assertThat(shelf.run("search", "*", "--count").out()).isEqualTo("2\n");
    assertThat(shelf.run("ingest", press).code()).isZero();
    requireWhole(": 3 documents: 2 articles, 0 not cleaned, 1 copy; 2 later versions\n");
    Files.walk(archive.resolve("index"))
        .filter(Files::isRegularFile)
        .forEach(file -> file.toFile().delete());
    assertThat(shelf.run("search", "*", "--count").out()).isEqualTo("2\n");
    requireWhole(": 3 documents: 2 articles, 0 not cleaned, 1 copy; 2 later versions\n");
  }

  @Test
  void comesFromBothPlacesInOneRun() throws IOException {
    shelf.run("repair");
    Files.copy(story, press.resolve("b-twin.html"));
    assertThat(shelf.run("ingest", press).code()).isZero();
    requireWhole(": 3 documents: 2 articles, 0 not cleaned, 1 copy; 2 later versions\n");
  }
}
