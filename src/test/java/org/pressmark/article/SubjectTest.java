package org.pressmark.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
  @ParameterizedTest
  @CsvSource({
    "https://varn-echo.example/storm, varn-echo.example/storm",
    "http://WWW.Varn-Echo.example:80/storm/#top, varn-echo.example/storm",
    "https://varn-echo.example/storm?utm_source=x&id=7&fbclid=y, varn-echo.example/storm?id=7",
    "https://varn-echo.example/?id=7, varn-echo.example?id=7",
    "https://varn-echo.example:8443/Storm, varn-echo.example:8443/Storm",
    "https://varn-echo.example/, ",
    "https://varn-echo.example, ",
    "https://varn-echo.example/?utm_medium=feed, ",
    "/storm, ",
    "mailto:desk@varn-echo.example, ",
    "not an address, ",
  })
  void knowsAnArticlesAddressHoweverItIsWritten(String url, String address) {
    assertThat(Subject.address(url)).isEqualTo(Optional.ofNullable(address));
  }

  @Test
  void asksTheRetrievalThenThePageThenThePath() {
    String given = "https://varn-echo.example/given";
    String own = "https://varn-echo.example/own";
    assertThat(key(Optional.of(given), own)).isEqualTo("url varn-echo.example/given");
    assertThat(key(Optional.of("https://varn-echo.example/"), own))
        .isEqualTo("url varn-echo.example/own");
    assertThat(key(Optional.empty(), own)).isEqualTo("url varn-echo.example/own");
    assertThat(key(Optional.empty(), "https://varn-echo.example/"))
        .isEqualTo("path press/storm.jsonl#3");
  }

  @Test
  void knowsADocumentThatCouldNotBeCleanedByItsRetrieval() {
    Entry rejected = entry(
        Optional.of("https://varn-echo.example/given"),
        new Entry.Content.Rejected(new Problem(Problem.Kind.EMPTY, "has no bytes")));
    assertThat(Subject.of(rejected).key()).isEqualTo("url varn-echo.example/given");
  }

  private static String key(Optional<String> given, String own) {
    Candidate candidate =
        new Candidate(Field.URL, List.of(own), Candidate.Source.MARKUP, "link[rel=canonical]", 0.9);
    Fact url = new Fact(Field.URL, List.of(own), List.of(candidate), Optional.empty());
    Article article = new Article(
        Mark.of(new byte[] {1}),
        origin(),
        new Reading("text/html", "UTF-8", "utf-8", List.of()),
        new Facts(Map.of(Field.URL, url)),
        new Body(List.of(Block.paragraph("text"))),
        List.of());
    return Subject.of(entry(given, new Entry.Content.Kept(article))).key();
  }

  private static Origin origin() {
    return Origin.of("press/storm.jsonl").member("3");
  }

  private static Entry entry(Optional<String> given, Entry.Content content) {
    return new Entry(
        new Position(1, 100),
        new Position(1, 200),
        Mark.of(new byte[] {1}),
        origin(),
        Instant.EPOCH,
        content,
        new Entry.Retrieval(given, Optional.empty()),
        Entry.Version.UNKNOWN);
  }
}
