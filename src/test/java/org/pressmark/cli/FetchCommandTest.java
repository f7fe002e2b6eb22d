package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.cli.Office.Done;
import org.pressmark.fetch.Rogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FetchCommandTest {
  @TempDir
  private Path folder;

  private final Rogue server;
  private Path archive = Path.of("");

  FetchCommandTest() throws IOException {
    server = new Rogue();
  }

  @BeforeEach
  void begin() {
    archive = folder.resolve("archive");
    server.page("/lamp", Pages.LIGHTHOUSE);
    server.page("/pier", Pages.LIGHTHOUSE.replace("Lighthouse", "Pier"));
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private String host() {
    return "http://127.0.0.1:" + server.port();
  }

  private Done fetch(String words) {
    return fetch(new Office(), words);
  }

  private Done fetch(Office office, String words) {
    String delay = words.contains("--delay") ? "" : " --delay 0";
    String all = "fetch -a " + archive + " --allow-private" + delay + " " + words;
    return office.run((Object[]) all.replace("HOST", host()).split(" "));
  }

  private void feed(String... pages) {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel>");
    for (String page : pages) {
      feed.append("<item><link>").append(page).append("</link></item>");
    }
    server.at(
        "/feed",
        Rogue.sends("200 OK", "Content-Type: application/rss+xml\r\n", feed + "</channel></rss>"));
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }

  @Test
  void bringsAPageIntoTheArchive() {
    Done done = fetch("HOST/lamp");
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
    assertThat(done.out()).startsWith("""
            from 1 host
              fetched                1
              unchanged              0  since the last capture
              passed over            0  captured less than a day ago; see --again
              not fetched            0
              127.0.0.1: 1 fetched, 0 unchanged, 0 passed over, 0 not fetched, 2 requests, 1 kB
            1 document in\s""").contains("\n  new articles           1\n");
    Done found = new Office().run("search", "lighthouse", "-a", archive, "--format", "json");
    assertThat(found.out()).contains("Lighthouse shines again", host() + "/lamp");
    assertThat(new Office().run("verify", "-a", archive).code()).isZero();
  }

  @Test
  void tellsWhatWasNotFetchedAndWhy() throws IOException {
    server.robots("User-agent: *\nDisallow: /pier\n");
    feed("/lamp", "/pier", "/gone", "http://user@varn-echo.example/");
    Done done = fetch("HOST/feed --json");
    assertThat(done.code()).isEqualTo(1);
    JsonNode summary = json(done.out());
    assertThat(summary.get("articles").asInt()).isEqualTo(1);
    JsonNode fetch = summary.get("fetch");
    assertThat(fetch.get("lists").asInt()).isEqualTo(1);
    assertThat(fetch.get("kinds").toString()).isEqualTo("{\"robots\":1,\"status\":1}");
    assertThat(fetch.get("hosts").get(0).get("fetched").asInt()).isEqualTo(1);
    assertThat(fetch.get("notFetched").get(0).get("address").asString())
        .isEqualTo(host() + "/gone");
    assertThat(fetch.get("notFetched").get(0).get("message").asString())
        .isEqualTo("answers 404 Not Found");
    assertThat(fetch.get("remarks").get(0).get("remark").asString())
        .isEqualTo("1 entry without the address of a page");
    assertThat(json(Files.readString(archive.resolve("last-ingest.json"))).get("fetch"))
        .isEqualTo(fetch);
    assertThat(fetch("HOST/feed").out())
        .contains("not fetched: robots 1, status 1\n  " + host() + "/gone: status: answers 404 Not"
            + " Found\n  " + host() + "/pier: robots: robots.txt of " + host()
            + " asks robots not to fetch this\n");
  }

  @Test
  void passesOverWhatItHasAndTakesWhatHasChanged() {
    fetch("HOST/lamp HOST/pier");
    server.forget();
    Done again = fetch("HOST/lamp HOST/pier");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("  passed over            2");
    assertThat(server.requests()).isEmpty();
    server.page("/lamp", Pages.LIGHTHOUSE.replace("forty islanders", "fifty islanders"));
    assertThat(fetch("HOST/lamp --again").out()).contains("  new articles           1");
    String id = json(new Office()
            .run("search", "fifty islanders", "-a", archive, "--format", "json")
            .out()
            .lines()
            .findFirst()
            .orElseThrow())
        .findValue("id")
        .asString();
    assertThat(
            new Office().run("show", id, "--captures", "--diff", "-a", archive).out())
        .contains("fifty");
  }

  @Test
  void asksTheServerWhetherAPageHasChanged() {
    String fields = "Content-Type: text/html; charset=utf-8\r\nETag: \"v1\"\r\n";
    Rogue.Way page = Rogue.sends("200 OK", fields, Pages.LIGHTHOUSE);
    Rogue.Way same = Rogue.raw("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n");
    server.at("/lamp", (request, out) -> {
      boolean isKnown = "\"v1\"".equals(request.fields().get("if-none-match"));
      (isKnown ? same : page).answer(request, out);
    });
    assertThat(fetch("HOST/lamp").out()).contains("  fetched                1");
    Done again = fetch("HOST/lamp --again");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("  unchanged              1");
  }

  @Test
  void passesOverCopiesToo() {
    server.page("/print/lamp", Pages.LIGHTHOUSE);
    assertThat(fetch("HOST/lamp HOST/print/lamp").out()).contains("  copies                 1");
    server.forget();
    assertThat(fetch("HOST/lamp HOST/print/lamp").out()).contains("  passed over            2");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void readsAddressesFromAFileAndFromStandardInput() throws IOException {
    Path list = Files.writeString(
        folder.resolve("list.txt"), "\uFEFF# the pier\n\n  " + host() + "/pier\r\n");
    assertThat(fetch("--list " + list).out()).contains("  fetched                1");
    Office office = new Office().reading(host() + "/pier\n" + host() + "/lamp\n");
    assertThat(fetch(office, "--list -").out())
        .contains("  fetched                1", "  passed over            1");
  }

  @Test
  void rehearses() {
    server.robots("User-agent: *\nDisallow: /gone\n");
    feed("/lamp", "/pier", "/gone");
    Done done = fetch("HOST/feed --dry-run --delay 0.25");
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isEqualTo(1);
    assertThat(done.out().replace(host(), "HOST").lines())
        .containsExactlyInAnyOrder(
            "list        HOST/feed  3 addresses",
            "fetch       HOST/lamp",
            "fetch       HOST/pier",
            "not fetch   HOST/gone  robots.txt of HOST asks robots not to fetch this",
            "127.0.0.1: 2 pages to fetch, 0 passed over, 1 not to be had; 250 ms between requests,"
                + " some 0:00 in all");
    assertThat(server.asked()).containsExactly(host() + "/feed");
    assertThat(archive).doesNotExist();
    JsonNode plan = json(fetch("HOST/feed nonsense --dry-run --json").out());
    assertThat(plan.get("toFetch").toString())
        .isEqualTo("[\"" + host() + "/lamp\",\"" + host() + "/pier\"]");
    assertThat(plan.get("fetch").get("notFetched")).hasSize(2);
  }

  @Test
  void keepsAwayFromThisMachineUnlessItIsAllowed() {
    Done done = new Office().run("fetch", "-a", archive, host() + "/lamp");
    assertThat(done.code()).isEqualTo(1);
    assertThat(done.out())
        .contains(
            host() + "/lamp: refused: 127.0.0.1 is a loopback address, which is not spoken to;"
                + " allow it with --allow-private if you trust it\n");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void letsNoServerSpeakToTheTerminal() {
    server.at("/lamp", Rogue.sends("404 \u001b[2JGone", "", ""));
    Done done = fetch(new Office().onTerminal(), "HOST/lamp");
    assertThat(done.out()).doesNotContain("\u001b[2J");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fetch | fetch: missing an address; give some, or a --list of them;"
            + " see: pressmark fetch --help",
        "fetch --list no/such | no/such: no such file or folder; nothing was fetched",
        "fetch x --since yesterday | fetch: --since: \"yesterday\" is no date such as 2024-10-01 or"
            + " 2024-10-01T08:00:00Z; see: pressmark fetch --help",
        "fetch x --limit 0 | fetch: --limit: 0 is too little; give 1 or more;"
            + " see: pressmark fetch --help",
        "fetch x --delay -1 | fetch: --delay: -1 is not from 0 to 300; see: pressmark fetch --help",
        "fetch x --contact a(b | fetch: --contact: has signs in it that can not be sent; letters,"
            + " digits and signs of ASCII without brackets can; see: pressmark fetch --help",
      })
  void saysWhatIsWrongWithTheWords(String words, String message) {
    Done done = new Office().run((Object[]) words.split(" "));
    assertThat(done.err()).isEqualTo("pressmark: " + message + "\n");
    assertThat(done.out()).isEmpty();
    assertThat(done.code()).isEqualTo(2);
  }

  @Test
  void keepsTheVeryBytesOfThePage() {
    byte[] page = Pages.LIGHTHOUSE.getBytes(StandardCharsets.UTF_8);
    server.at(
        "/packed",
        Rogue.sends(
            "200 OK",
            "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n",
            Rogue.gzip(page)));
    fetch("HOST/packed");
    assertThat(new Office().run("show", "pm-", "--raw", "-a", archive).bytes()).isEqualTo(page);
  }
}
