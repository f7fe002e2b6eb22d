package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a site may ask for, and gets.
@Timeout(60)
class MannersTest {
  private static final String HOST = "http://varn-echo.example";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final World world;

  MannersTest() throws IOException {
    world = new World();
    world.server.page("/storm", "<p>Storm</p>").page("/pier", "<p>Pier</p>");
  }

  @AfterEach
  void end() throws IOException {
    world.close();
  }

  private void delay(Duration delay) {
    world.options = world.options.with(world.options.manners().withDelay(delay));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "User-agent: *~Disallow: /                                        | /storm | false",
        "User-agent: *~Disallow: /pier                                    | /storm | true",
        "User-agent: *~Disallow: /pier                                    | /pier  | false",
        "User-agent: pressmark~Allow: /~~User-agent: *~Disallow: /        | /storm | true",
        "User-agent: Pressmark~Disallow: /~~User-agent: *~Allow: /        | /storm | false",
        "User-agent: PressmarkBot~Disallow: /~~User-agent: *~Allow: /     | /storm | true",
        "User-agent: press~Disallow: /~~User-agent: *~Allow: /            | /storm | true",
        "User-agent: *~Disallow: /~Allow: /storm                          | /storm | true",
        "User-agent: *~Allow: /s~Disallow: /storm                         | /storm | false",
        "User-agent: *~Disallow: /*.php$                                  | /storm | true",
        "User-agent: *~Disallow: /st*m                                    | /storm | false",
        "User-agent: *~Disallow:                                          | /storm | true",
        "                                                                 | /storm | true",
        "<html><body>Not found</body></html>                              | /storm | true",
      })
  void keepsToTheRulesOfTheSite(String robots, String target, boolean isAllowed) {
    world.server.robots((robots == null ? "" : robots).replace('~', '\n') + "\n");
    assertThat(world.fetch(HOST + target)).hasSize(isAllowed ? 1 : 0);
    if (!isAllowed) {
      assertThat(world.onlyMiss())
          .hasToString(HOST + target
              + ": robots: robots.txt of http://varn-echo.example asks robots not to fetch this");
      assertThat(world.server.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"
      })
  void takesASiteWithoutRulesForOpen(String status) {
    world.server.at("/robots.txt", Rogue.sends(status, "", "User-agent: *\nDisallow: /\n"));
    assertThat(world.fetch(HOST + "/storm")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "429 Too Many Requests",
        "500 Oh",
        "502 Bad Gateway",
        "503 Busy",
        "504 Late",
        "505 Which"
      })
  void takesASiteWhoseRulesAreNotToBeHadForClosed(String status) {
    world.server.at("/robots.txt", Rogue.sends(status, "", ""));
    assertThat(world.fetch(HOST + "/storm", HOST + "/pier")).isEmpty();
    assertThat(world.haul().kinds()).containsEntry(Miss.Kind.ROBOTS, 2L).hasSize(1);
    assertThat(world.haul().misses().getFirst().message())
        .startsWith("http://varn-echo.example/robots.txt: answers " + status)
        .endsWith("as long as it can not be read, the site is left alone");
    assertThat(world.server.asked()).isEmpty();
  }

  @Test
  void readsTheRulesWhereTheyWereMovedTo() {
    for (int hop = 0; hop < 5; hop++) {
      world.server.redirect(hop == 0 ? "/robots.txt" : "/r" + hop, "/r" + (hop + 1));
    }
    world.server.at("/r5", Rogue.sends("200 OK", "", "User-agent: *\nDisallow: /storm\n"));
    assertThat(world.fetch(HOST + "/storm")).isEmpty();
    assertThat(world.onlyMiss().kind()).isEqualTo(Miss.Kind.ROBOTS);
    world.server.redirect("/r5", "/r6");
    assertThat(world.fetch(HOST + "/storm")).hasSize(1);
  }

  @Test
  void readsTheFirstHalfMegabyteOfRules() {
    String filler = "# nothing to see here\n".repeat(25_000);
    assertThat(filler.length()).isGreaterThan(Rulebook.MAX_BYTES);
    world.server.robots("User-agent: *\nDisallow: /storm\n" + filler + "Disallow: /pier\n");
    assertThat(World.addresses(world.fetch(HOST + "/storm", HOST + "/pier")))
        .containsExactly(HOST + "/pier");
    assertThat(world.haul().notes()).hasSize(1);
  }

  @Test
  void readsNoHalfARule() {
    String head = "User-agent: *\nAllow: /pier\n";
    String rest = "#".repeat(Rulebook.MAX_BYTES - head.length() - "\nDisallow: /".length());
    world.server.robots(head + rest + "\nDisallow: /something/else\n");
    assertThat(world.fetch(HOST + "/storm")).hasSize(1);
  }

  @Test
  void readsPackedRules() {
    byte[] rules = "User-agent: *\nDisallow: /storm\n".getBytes(StandardCharsets.UTF_8);
    world.server.at(
        "/robots.txt", Rogue.sends("200 OK", "Content-Encoding: gzip\r\n", Rogue.gzip(rules)));
    assertThat(world.fetch(HOST + "/storm")).isEmpty();
  }

  @Test
  void readsTheRulesOnceForASite() {
    world.fetch(HOST + "/storm", HOST + "/pier", "http://ostholm.example/storm");
    assertThat(world.server.requests())
        .filteredOn(request -> request.target().equals("/robots.txt"))
        .extracting(Rogue.Request::host)
        .containsExactlyInAnyOrder("varn-echo.example", "ostholm.example");
  }

  @Test
  void keepsToTheRulesOfWhereARedirectLeads() {
    world.server.redirect("varn-echo.example/storm", "http://ostholm.example/storm");
    world.server.at(
        "ostholm.example/robots.txt", Rogue.sends("200 OK", "", "User-agent: *\nDisallow: /\n"));
    assertThat(world.fetch(HOST + "/storm")).isEmpty();
    assertThat(world.onlyMiss().message())
        .isEqualTo(
            "leads to http://ostholm.example/storm: robots.txt of http://ostholm.example asks"
                + " robots not to fetch this");
  }

  @Test
  void pausesBetweenTwoRequests() {
    delay(SECOND);
    assertThat(world.fetch(HOST + "/storm", HOST + "/pier")).hasSize(2);
    assertThat(world.waits).containsExactly(SECOND, SECOND); // robots.txt, storm, pier
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "0.5, 1", "2.5, 2.5", "nonsense, 1"})
  void pausesAsLongAsTheSiteAsks(String asked, double seconds) {
    delay(SECOND);
    world.server.robots("User-agent: *\nCrawl-delay: " + asked + "\n");
    world.fetch(HOST + "/storm", HOST + "/pier");
    Duration pause = Duration.ofMillis((long) (seconds * 1000));
    assertThat(world.waits).containsExactly(pause, pause);
  }

  @Test
  void doesNotWaitForHours() {
    world.server.robots("User-agent: *\nCrawl-delay: 3600\n");
    assertThat(world.fetch(HOST + "/storm")).isEmpty();
    assertThat(world.onlyMiss().message())
        .isEqualTo("http://varn-echo.example/robots.txt asks for 3600 s between requests; more than"
            + " 300 s is not waited");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7                               | 7",
        "3                               | 5",
        "Sat, 12 Oct 2024 08:01:00 GMT   | 60",
        "Saturday, 12-Oct-24 08:01:00 GMT| 60",
        "Sat Oct 12 08:01:00 2024        | 60",
        "Sat, 12 Oct 2024 07:00:00 GMT   | 5",
        "soon                            | 5",
        "-1                              | 5",
        "                                | 5",
      })
  void comesBackWhenAServerSays(String when, long seconds) {
    int[] asked = {0};
    String field = when == null ? "" : "Retry-After: " + when + "\r\n";
    Rogue.Way busy = Rogue.sends("503 Service Unavailable", field, "");
    Rogue.Way page = Rogue.sends("200 OK", "", "<p>Storm</p>");
    world.server.at(
        "/storm", (request, out) -> (asked[0]++ == 0 ? busy : page).answer(request, out));
    assertThat(world.fetch(HOST + "/storm")).hasSize(1);
    assertThat(world.waits).containsExactly(Duration.ofSeconds(seconds));
  }

  @Test
  void asksABusyServerThreeTimes() {
    world.server.at("/storm", Rogue.sends("429 Too Many Requests", "", ""));
    assertThat(world.fetch(HOST + "/storm", HOST + "/pier")).hasSize(1);
    assertThat(world.onlyMiss())
        .hasToString(HOST + "/storm: busy: answers 429 Too Many Requests, 3 times");
    assertThat(world.waits)
        .containsSubsequence(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
  }

  @Test
  void leavesAServerAloneThatAsksForHours() {
    world.server.at(
        "/storm", Rogue.sends("503 Service Unavailable", "Retry-After: 99999999999\r\n", ""));
    assertThat(world.fetch(HOST + "/storm", HOST + "/pier")).isEmpty();
    assertThat(world.server.asked()).containsExactly(HOST + "/storm");
    assertThat(world.haul().misses())
        .extracting(Miss::message)
        .allMatch(message -> message.equals("the host asks to be left alone for 3000000000 s, which"
            + " is longer than the 300 s that are waited; run the same again later"));
    assertThat(world.waits).isEmpty();
  }

  @Test
  void asksOneThingAtATimeOfAHostAndOfManyHostsAtOnce() {
    List<String> pages = IntStream.range(0, 200)
        .mapToObj(number -> "http://host" + number % 10 + ".example/" + number)
        .toList();
    int[] underWay = {0, 0};
    world.server.at("*", (request, out) -> {
      synchronized (underWay) {
        underWay[1] = Math.max(underWay[1], ++underWay[0]);
      }
      Thread.sleep(5);
      synchronized (underWay) {
        underWay[0]--;
      }
      Rogue.sends("200 OK", "", "<p>" + request.target() + "</p>").answer(request, out);
    });
    assertThat(world.fetch(Task.Rank.LINE, pages)).hasSize(200);
    assertThat(world.server.mostAtOnce().values()).containsOnly(1);
    assertThat(underWay[1]).isGreaterThan(3);
    assertThat(world.haul().hosts()).hasSize(10).allMatch(host -> host.fetched() == 20);
  }

  @Test
  void saysWhoAsks() {
    world.options = world.options.with(world
        .options
        .manners()
        .withAgent("0.1.0", java.util.Optional.of("https://press.example/crawler")));
    world.fetch(HOST + "/storm");
    assertThat(world.server.requests())
        .extracting(request -> request.fields().get("user-agent"))
        .containsOnly("Pressmark/0.1.0 (+https://press.example/crawler)");
  }
}
