package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pressmark.article.Capture;
import org.pressmark.article.Exchange;
import org.pressmark.article.Origin;
import org.pressmark.article.Wildcard;

@Timeout(60)
class CrawlTest {
  private static final String HOST = "http://varn-echo.example";

  private final World world;

  CrawlTest() throws IOException {
    world = new World();
    for (String page : List.of("storm", "pier", "lamp", "old")) {
      world.server.page("/" + page, "<p>" + page + "</p>");
    }
  }

  @AfterEach
  void end() throws IOException {
    world.close();
  }

  private void list(String place, String type, String text) {
    world.server.at(place, Rogue.sends("200 OK", "Content-Type: " + type + "\r\n", text));
  }

  private void choose(
      List<String> include, List<String> exclude, Optional<Instant> since, long limit) {
    world.options = world.options.with(new Choice(
        include.stream().map(Wildcard::new).toList(),
        exclude.stream().map(Wildcard::new).toList(),
        since,
        limit,
        Choice.ALL.freshFor()));
  }

  private List<String> fetched(String... addresses) {
    return World.addresses(world.fetch(addresses)).stream()
        .map(address -> address.substring(HOST.length()))
        .toList();
  }

  @Test
  void keepsWhatWentOverTheWire() {
    Capture capture = world.fetch(HOST + "/storm#top").getFirst();
    assertThat(capture.origin()).isEqualTo(Origin.of(HOST + "/storm"));
    assertThat(capture.url()).contains(HOST + "/storm");
    assertThat(capture.time()).contains(World.NOW);
    assertThat(capture.mediaType()).contains("text/html; charset=utf-8");
    assertThat(capture.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("<p>storm</p>");
    Exchange exchange = capture.exchange().orElseThrow();
    assertThat(exchange.request().orElseThrow())
        .asString(StandardCharsets.ISO_8859_1)
        .isEqualTo("""
            GET /storm HTTP/1.1
            Host: varn-echo.example
            User-Agent: Pressmark
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            Accept-Encoding: gzip
            Connection: close

            """.replace("\n", "\r\n"));
    assertThat(exchange.response())
        .asString(StandardCharsets.ISO_8859_1)
        .isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
            + "Content-Length: 12\r\n\r\n<p>storm</p>");
    assertThat(exchange.address()).contains(World.PUBLIC);
  }

  @Test
  void followsARedirectToItsPage() {
    world.server.redirect("/s", "/storm?utm_source=s");
    world.server.page("/storm?utm_source=s", "<p>storm</p>");
    assertThat(fetched(HOST + "/s")).containsExactly("/storm?utm_source=s");
  }

  @Test
  void fetchesOnceWhatIsNamedTwice() {
    world.server.redirect("/s", "/storm");
    assertThat(fetched(HOST + "/storm", HOST + "/storm#top", HOST + "/storm?utm_source=feed"))
        .containsExactly("/storm");
    assertThat(world.haul().twice()).isEqualTo(2);
    assertThat(fetched(HOST + "/storm", HOST + "/s")).containsExactly("/storm");
    assertThat(world.haul().twice()).isEqualTo(1);
    assertThat(world.haul().misses()).isEmpty();
  }

  @Test
  void listsWhatIsNoAddress() {
    assertThat(fetched("storm.html", HOST + "/storm")).containsExactly("/storm");
    assertThat(world.onlyMiss()).hasToString("storm.html: refused: is no http or https address");
  }

  private static Capture earlier(String address, Instant time, String fields) {
    byte[] response = Rogue.bytes("HTTP/1.1 200 OK\r\n" + fields + "\r\n<p>storm</p>");
    return new Capture(
        Origin.of(address),
        "<p>storm</p>".getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        Optional.of(address),
        Optional.of(time),
        Optional.of(new Exchange(Optional.empty(), response, Optional.empty())));
  }

  @Test
  void asksOnlyForWhatHasChanged() {
    String fields = "ETag: W/\"v7\"\r\nLast-Modified: Fri, 11 Oct 2024 19:30:00 GMT\r\n";
    world.memory = address ->
        Optional.of(earlier(HOST + "/storm", World.NOW.minus(Duration.ofDays(2)), fields));
    world.server.at("/storm", Rogue.raw("HTTP/1.1 304 Not Modified\r\nETag: W/\"v7\"\r\n\r\n"));
    assertThat(fetched(HOST + "/storm")).isEmpty();
    assertThat(world.haul().misses()).isEmpty();
    assertThat(world.haul().hosts().getFirst().unchanged()).isEqualTo(1);
    Rogue.Request request = world.server.requests().getLast();
    assertThat(request.fields())
        .containsEntry("if-none-match", "W/\"v7\"")
        .containsEntry("if-modified-since", "Fri, 11 Oct 2024 19:30:00 GMT");
  }

  @Test
  void takesWhatHasChanged() {
    world.memory = address -> Optional.of(
        earlier(HOST + "/storm", World.NOW.minus(Duration.ofDays(2)), "ETag: \"v1\"\r\n"));
    assertThat(fetched(HOST + "/storm")).containsExactly("/storm");
  }

  @Test
  void asksWithoutConditionsForAnotherAddressOfTheArticle() {
    world.memory = address -> Optional.of(earlier(
        "https://www.varn-echo.example/storm",
        World.NOW.minus(Duration.ofDays(2)),
        "ETag: \"v1\"\r\n"));
    fetched(HOST + "/storm");
    assertThat(world.server.requests().getLast().fields()).doesNotContainKey("if-none-match");
  }

  @Test
  void passesOverWhatWasCapturedToday() {
    world.memory = address -> address.endsWith("/storm")
        ? Optional.of(earlier(address, World.NOW.minus(Duration.ofHours(23)), ""))
        : Optional.empty();
    assertThat(fetched(HOST + "/storm", HOST + "/pier")).containsExactly("/pier");
    assertThat(world.haul().hosts().getFirst().passedOver()).isEqualTo(1);
    assertThat(world.server.asked()).containsExactly(HOST + "/pier");
    world.options = world.options.with(
        new Choice(List.of(), List.of(), Optional.empty(), Long.MAX_VALUE, Duration.ZERO));
    assertThat(fetched(HOST + "/storm")).containsExactly("/storm");
  }

  @Test
  void endsWhereTheArchiveFails() {
    world.memory = address -> {
      throw new IOException("the disk is gone");
    };
    assertThatThrownBy(() -> world.fetch(HOST + "/storm"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the disk is gone");
  }

  @Test
  void fetchesWhatAFeedNames() {
    list("/feed", "application/rss+xml", """
        <?xml version="1.0"?>
        <rss version="2.0"><channel><title>Echo</title><link>http://varn-echo.example/</link>
        <item><link>http://varn-echo.example/storm</link>
        <pubDate>Fri, 11 Oct 2024 19:30:00 +0200</pubDate></item>
        <item><link>/pier</link></item>
        <item><link>http://varn-echo.example/old</link>
        <pubDate>Mon, 02 Sep 2024 08:00:00 GMT</pubDate></item>
        </channel></rss>
        """);
    choose(List.of(), List.of(), Optional.of(Instant.parse("2024-10-01T00:00:00Z")), 100);
    assertThat(fetched(HOST + "/feed")).containsExactly("/pier", "/storm");
    assertThat(world.haul().old()).isEqualTo(1);
    assertThat(world.haul().lists()).isEqualTo(1);
    assertThat(world.haul().misses()).isEmpty();
  }

  private static String urlset(String... addresses) {
    StringBuilder set = new StringBuilder("<?xml version=\"1.0\"?>\n"
        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (String address : addresses) {
      set.append("<url><loc>").append(address).append("</loc></url>");
    }
    return set.append("</urlset>").toString();
  }

  private static String index(String... addresses) {
    StringBuilder index = new StringBuilder("<?xml version=\"1.0\"?>\n"
        + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (String address : addresses) {
      index.append("<sitemap><loc>").append(address).append("</loc></sitemap>");
    }
    return index.append("</sitemapindex>").toString();
  }

  @Test
  void fetchesWhatSitemapsName() {
    list("/sitemap.xml", "application/xml", index(HOST + "/one.xml", HOST + "/two.xml.gz"));
    list("/one.xml", "text/xml", urlset(HOST + "/storm", HOST + "/pier"));
    byte[] two = urlset(HOST + "/lamp").getBytes(StandardCharsets.UTF_8);
    world.server.at(
        "/two.xml.gz",
        Rogue.sends("200 OK", "Content-Type: application/gzip\r\n", Rogue.gzip(two)));
    assertThat(fetched(HOST + "/sitemap.xml")).containsExactly("/lamp", "/pier", "/storm");
    assertThat(world.haul().lists()).isEqualTo(3);
  }

  @Test
  void fetchesWhatTheSitemapsOfRobotsTxtName() {
    world.server.robots("Sitemap: " + HOST + "/one.xml\nUser-agent: *\nDisallow: /pier\n");
    list("/one.xml", "text/xml", urlset(HOST + "/storm", HOST + "/pier"));
    assertThat(fetched(HOST + "/robots.txt")).containsExactly("/storm");
  }

  @Test
  void endsSitemapsInACircleAndSitemapsWithoutEnd() {
    list("/a.xml", "text/xml", index(HOST + "/b.xml", HOST + "/a.xml"));
    list("/b.xml", "text/xml", index(HOST + "/a.xml", HOST + "/one.xml"));
    list("/one.xml", "text/xml", urlset(HOST + "/storm"));
    assertThat(fetched(HOST + "/a.xml")).containsExactly("/storm");
    assertThat(world.haul().misses()).isEmpty();
    for (int depth = 0; depth < 9; depth++) {
      list("/deep" + depth + ".xml", "text/xml", index(HOST + "/deep" + (depth + 1) + ".xml"));
    }
    assertThat(fetched(HOST + "/deep0.xml")).isEmpty();
    assertThat(world.onlyMiss())
        .hasToString(HOST + "/deep6.xml: list: is a sitemap in a sitemap in a sitemap, more than 5"
            + " deep; name it to fetch it");
  }

  @Test
  void saysWhatIsNoSitemap() {
    list("/sitemap.xml", "application/xml", index(HOST + "/storm"));
    assertThat(fetched(HOST + "/sitemap.xml")).isEmpty();
    assertThat(world.onlyMiss().kind()).isEqualTo(Miss.Kind.LIST);
  }

  @Test
  void takesAPageInASitemapForAPageWhateverItIs() {
    list("/one.xml", "text/xml", urlset(HOST + "/feed"));
    list("/feed", "application/rss+xml", "<rss><channel></channel></rss>");
    assertThat(fetched(HOST + "/one.xml")).containsExactly("/feed");
  }

  @Test
  void fetchesATextOfAddresses() {
    list("/list.txt", "text/plain", "\uFEFF" + HOST + "/storm\r\n\r\n" + HOST + "/pier\r\n");
    assertThat(fetched(HOST + "/list.txt")).containsExactly("/pier", "/storm");
    list("/story.txt", "text/plain", "The lamp of " + HOST + " shone again.");
    assertThat(fetched(HOST + "/story.txt")).containsExactly("/story.txt");
  }

  @Test
  void fetchesWhatMatches() {
    list("/one.xml", "text/xml", urlset(HOST + "/storm", HOST + "/pier", HOST + "/lamp"));
    choose(List.of("*/st*m", "/pi"), List.of("pier"), Optional.empty(), 100);
    assertThat(fetched(HOST + "/one.xml")).containsExactly("/storm");
    assertThat(world.haul().notChosen()).isEqualTo(2);
  }

  @Test
  void opensTheFeedsOfAListWhateverThePatternsAre() {
    list(
        "/feed",
        "application/rss+xml",
        "<rss><channel><item><link>/storm</link></item>"
            + "<item><link>/pier</link></item></channel></rss>");
    choose(List.of("/storm"), List.of(), Optional.empty(), 100);
    List<String> lines = List.of(HOST + "/feed", HOST + "/lamp");
    assertThat(World.addresses(world.fetch(Task.Rank.LINE, lines)))
        .containsExactly(HOST + "/storm");
    assertThat(world.haul().notChosen()).isEqualTo(2);
  }

  @Test
  void fetchesNoMoreThanTheLimit() {
    String[] pages = IntStream.range(0, 40)
        .mapToObj(number -> "http://host" + number % 4 + ".example/storm?" + number)
        .toArray(String[]::new);
    world.server.at(
        "*", (request, out) -> Rogue.sends("200 OK", "", request.address()).answer(request, out));
    list("/one.xml", "text/xml", urlset(pages));
    choose(List.of(), List.of(), Optional.empty(), 7);
    assertThat(world.fetch(HOST + "/one.xml")).hasSize(7);
    assertThat(world.haul().beyondLimit()).isEqualTo(33);
  }

  @Test
  void rehearsesWithoutFetchingAPage() {
    world.server.robots("User-agent: *\nCrawl-delay: 2\nDisallow: /pier\n");
    list(
        "/feed",
        "application/rss+xml",
        "<rss><channel><item><link>/storm</link></item>"
            + "<item><link>/pier</link></item></channel></rss>");
    world.server.redirect("/news", "/more");
    list("/more", "text/xml", urlset(HOST + "/lamp"));
    List<Fate> plan =
        world.plan(Task.Rank.GIVEN, List.of(HOST + "/feed", HOST + "/old", HOST + "/news"));
    assertThat(plan.stream().filter(Fate.Due.class::isInstance))
        .extracting(fate -> fate.address().target())
        .containsExactlyInAnyOrder("/storm", "/lamp", "/old");
    assertThat(plan).contains(new Fate.Due(Address.of(HOST + "/storm"), Duration.ofSeconds(2)));
    assertThat(world.onlyMiss().kind()).isEqualTo(Miss.Kind.ROBOTS);
    assertThat(world.server.asked())
        .containsExactlyInAnyOrder(
            HOST + "/feed",
            "HEAD " + HOST + "/old",
            "HEAD " + HOST + "/news",
            "HEAD " + HOST + "/more",
            HOST + "/more");
  }

  @Test
  void rehearsesALongListWithoutAskingForEachOfItsLines() {
    List<String> pages =
        IntStream.range(0, 50).mapToObj(number -> HOST + "/" + number).toList();
    assertThat(world.plan(Task.Rank.LINE, pages)).hasSize(50).allMatch(Fate.Due.class::isInstance);
    assertThat(world.server.asked()).isEmpty();
  }

  @Test
  void fetchesFromMoreHostsThanMayBeAskedAtOnce() {
    world.options = world.options.with(
        new FetchOptions.Manners(Duration.ZERO, Duration.ofMinutes(5), 3, 2, "Pressmark"));
    List<String> pages = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      pages.add("http://host" + number + ".example/storm");
    }
    assertThat(world.fetch(Task.Rank.LINE, pages)).hasSize(60);
  }

  @Test
  void fetchesLargePagesOneAfterTheOther() {
    world.options = world.options.with(world.options.limits().withMaxBytes(8 << 20));
    String large = "<p>storm</p>".repeat(300_000);
    world.server.page("/large", large);
    List<String> pages = IntStream.range(0, 12)
        .mapToObj(number -> "http://host" + number + ".example/large")
        .toList();
    assertThat(world.fetch(Task.Rank.LINE, pages))
        .hasSize(12)
        .allMatch(capture -> capture.bytes().length == large.length());
  }
}
