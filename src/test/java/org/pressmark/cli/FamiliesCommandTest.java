package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Mark;
import org.pressmark.cli.Office.Done;

class FamiliesCommandTest {
  private static final String WIRE =
      "The ferry to Skerry ran on to a sandbar in thick fog on Monday"
          + " and came off it with the afternoon tide. Nobody was hurt, the coastguard said, though the"
          + " tea trolley rolled the whole length of the lower deck and had to be chased by two cadets.";

  private static final String LONG = page("Ferry aground", "The Varn Echo", "2024-05-06T19:00:00Z")
      .replace("TEXT", WIRE + " The company last had a ship on that bar in the spring of 1996.");
  private static final String SHORT = page(
          "Ferry on a \u001b[2Jsandbar", "Coast Daily", "2024-05-06T18:00:00Z")
      .replace("TEXT", WIRE);
  private static final String BRIEF = page("Fog", "Coast Daily", "2024-05-07T18:00:00Z")
      .replace("TEXT", "There was fog on Monday, and more of it is expected on Tuesday.");

  @TempDir
  private static Path folder;

  private static Path archive;

  private static String page(String headline, String publisher, String time) {
    return "<html lang=en><head><title>" + headline
        + "</title><meta property=og:site_name content='"
        + publisher + "'><meta property=article:published_time content='" + time
        + "'></head><body><article><h1>" + headline + "</h1><p>TEXT</p></article></body></html>";
  }

  private static String mark(String page) {
    return Mark.of(page.getBytes(StandardCharsets.UTF_8)).value();
  }

  @BeforeAll
  static void ingest() throws IOException {
    archive = folder.resolve("archive");
    Path press = Files.createDirectory(folder.resolve("press"));
    Files.writeString(press.resolve("long.html"), LONG);
    Files.writeString(press.resolve("short.html"), SHORT);
    Files.writeString(press.resolve("brief.html"), BRIEF);
    assertThat(new Office().run("ingest", press, "--archive", archive).code()).isZero();
  }

  private static Done run(Object... words) {
    Object[] all = java.util.Arrays.copyOf(words, words.length + 2, Object[].class);
    all[words.length] = "--archive";
    all[words.length + 1] = archive;
    return new Office().run(all);
  }

  @Test
  void listsFamiliesWithTheirProbableOrigin() {
    assertThat(run("families").out()).isEqualTo("""
            1  Ferry aground
               2 articles, of which each shares at least 100 % of the shorter text with the representative
               representative   LONG  The Varn Echo, 2024-05-06
               probable origin  earliest Coast Daily, 2024-05-06

            1 family of 2 articles; look into one with: pressmark families ID
            1 article not compared: 1 too short, 0 too long
            """.replace("LONG", mark(LONG)));
  }

  @Test
  void showsOneFamilySentenceBySentence() {
    Done done = run("families", mark(SHORT).substring(0, 10));
    assertThat(done.out())
        .startsWith(
            "Ferry aground\na family of 2 articles\n\nprobable origin: not known; nobody names"
                + " an agency\nprobable first publication: " + mark(SHORT)
                + "  Coast Daily, 2024-05-06\n")
        .contains("\n  representative\n", "\n  shares 100 % of the shorter text with the")
        .contains("\nWhat of " + mark(LONG) + " stands in " + mark(SHORT) + ", by sentence:\n")
        .contains(
            "  100 %  The ferry to Skerry ran on to a sandbar in thick fog on Monday and came")
        .endsWith("    0 %  The company last had a ship on that bar in the spring of 1996.\n")
        .doesNotContain("\u001b");
  }

  @Test
  void answersPrograms() {
    assertThat(run("families", "--format", "json").out())
        .startsWith("{\"threshold\":0.4,\"total\":1,\"articles\":2,\"tooShort\":1,\"tooLong\":0,"
            + "\"page\":1,\"families\":[{\"representative\":\"" + mark(LONG)
            + "\",\"size\":2,\"probableOrigin\":{\"earliest\":\"" + mark(SHORT)
            + "\"},\"members\":[")
        .contains("\"containment\":1.0,\"resemblance\":0.")
        .endsWith("]}]}\n");
    assertThat(run("families", mark(LONG), "--format", "json").out())
        .contains(",\"comparedWith\":\"" + mark(LONG) + "\",\"overlap\":[{\"id\":\"" + mark(SHORT)
            + "\",\"sentences\":[{\"text\":\"The ferry to Skerry ran");
    assertThat(run("families", "--format", "csv").out())
        .startsWith("family,family_size,id,representative,containment,resemblance,headline,")
        .contains("\r\n" + mark(LONG) + ",2," + mark(SHORT) + ",no,1.0000,0.")
        .hasLineCount(3);
    assertThat(run("families", mark(LONG), "--format", "csv").out())
        .startsWith("id,compared_with,sentence,words,shared_words,share,text\r\n" + mark(SHORT)
            + "," + mark(LONG) + ",1,");
  }

  @Test
  void searchesWithEachStoryOnce() {
    assertThat(run("search", "monday", "--count").out()).isEqualTo("3\n");
    assertThat(run("search", "monday", "--count", "--families", "collapse").out())
        .isEqualTo("3 articles, 2 stories\n");
    assertThat(run("search", "monday", "--families", "collapse").out())
        .containsPattern("\n   one of a family of 2, of which 2 match; see: pressmark families pm-")
        .endsWith("\n\n3 articles, 2 stories\n");
    assertThat(run("search", "monday", "--families", "collapse", "--format", "json")
            .out())
        .startsWith("{\"query\":\"monday\",\"total\":3,\"stories\":2,\"page\":1,")
        .contains(
            "\"family\":{\"representative\":\"" + mark(LONG) + "\",\"size\":2,\"matching\":2}");
    assertThat(
            run("search", "monday", "--families", "collapse", "--format", "csv").out())
        .contains(",source,family,family_size,family_matching\r\n", "," + mark(LONG) + ",2,2\r\n");
  }

  @Test
  void countsWithEachStoryOnce() {
    assertThat(run("search", "monday", "--kwic").out())
        .endsWith("\n\n3 occurrences in 3 articles\n");
    assertThat(run("search", "monday", "--kwic", "--families", "collapse").out())
        .endsWith("\n\n2 occurrences in 3 articles\n");
    assertThat(run("trend", "monday", "--by", "day", "--format", "csv").out())
        .contains("\r\n2024-05-06,2,2,1.000000,2,", "\r\n2024-05-07,1,1,1.000000,1,")
        .contains("\r\n(all),3,3,1.000000,3,");
    assertThat(run("trend", "monday", "--by", "publisher", "--families", "collapse")
            .out())
        .startsWith("publisher      stories  of all    share  occurrences  ")
        // Of the two of one day the one with the lower id stands for the family.
        .contains("\nCoast Daily          1       1  100.0 %            1 ")
        .contains("\nThe Varn Echo        1       1  100.0 %            1 ")
        .contains("\nall                  2       2  100.0 %            2 ")
        .endsWith("\na family of near-duplicates counts once, where its earliest article is\n");
  }

  @Test
  void readsTheWordsOfEachStoryOnce() {
    for (String words : List.of("words monday", "keyness monday", "collocations monday")) {
      assertThat(run((Object[]) words.split(" ")).out())
          .containsPattern("(?m)(of|in|^)[ ]?3 articles");
      assertThat(run((Object[]) (words + " --families collapse").split(" ")).out())
          .containsPattern("(?m)(of|in|^)[ ]?2 stories");
      assertThat(run((Object[]) (words + " --families collapse --format json").split(" "))
              .out())
          .startsWith("{\"query\":\"monday\",\"families\":\"collapse\",")
          .contains("\"articles\":2,");
    }
    assertThat(run("words", "--families", "collapse").out())
        .startsWith("rank  word        occurrences  stories  per million ");
  }

  @Test
  void saysWhyAnArticleHasNoFamily() {
    assertThat(run("families", mark(BRIEF)).err())
        .matches("pressmark: " + mark(BRIEF) + ": is too short to be compared with others: it has"
            + " [0-9]+ different runs of three words, and needs 32\n");
    assertThat(run("families", mark(LONG), "--threshold", "1").err()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAThreshold() {
    Done done = run("families", "--threshold", "0.1");
    assertThat(done.err())
        .isEqualTo("pressmark: families: --threshold: 0.1 is not from 0.2 to 1; see: pressmark"
            + " families --help\n");
    assertThat(done.code()).isEqualTo(2);
  }
}
