package org.pressmark.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.archive.Lookup;
import org.pressmark.article.Position;

class CdxjTest {
  private static Lookup capture(String target, String mediaType) {
    return new Lookup(
        URI.create("urn:uuid:8"),
        target,
        Instant.parse("2024-05-01T12:00:07Z"),
        mediaType,
        OptionalInt.empty(),
        "sha256:00ff",
        new Position(1, 512),
        99);
  }

  @Test
  void tellsAllThatAPlayerNeeds() {
    assertThat(Cdxj.line(capture("https://news.example/Storm?id=7", "text/html"), "a.warc.gz", 512))
        .isEqualTo("example,news)/storm?id=7 20240501120007"
            + " {\"url\":\"https://news.example/Storm?id=7\",\"mime\":\"text/html\","
            + "\"status\":\"200\",\"digest\":\"sha256:00ff\",\"length\":\"99\","
            + "\"offset\":\"512\",\"filename\":\"a.warc.gz\"}");
    assertThat(Cdxj.line(capture("file:///a.txt", Lookup.REVISIT), "a.warc.gz", 0))
        .contains("\"mime\":\"warc/revisit\",\"status\":\"-\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.News.example:443/Storm?id=7&a=1, 'example,news)/storm?a=1&id=7'",
    "http://news.example:8080, 'example,news:8080)/'",
    "file:///press/St%C3%B6rm.html, file:///press/St%C3%B6rm.html",
    "file:///press/2021.jsonl!/17, file:///press/2021.jsonl!/17",
    "urn:uuid:1, urn:uuid:1",
  })
  void turnsRoundTheHostOfAddressesOfTheWeb(String address, String key) {
    assertThat(Cdxj.key(address)).isEqualTo(key);
  }
}
