package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.fetch.Rogue;

/// Fifty hosts, each with a sitemap: how many pages a second come into the archive, and that no
/// host
/// is ever asked for two at once.
///
/// ```
/// mvn test -Dtest=FetchRateTest -Drate=full
/// ```
@EnabledOnOs(OS.LINUX) // where all of 127.0.0.0/8 is this machine
class FetchRateTest {
  private static final int HOSTS = 50;
  private static final boolean IS_FULL = System.getProperty("rate", "").equals("full");
  private static final int PAGES = IS_FULL ? 100 : 6;

  @TempDir
  private Path folder;

  @Test
  void fetchesFromManyHostsAndFromEachOneAtATime() throws IOException {
    try (Rogue server = new Rogue(new ServerSocket(0, 500))) {
      server
          .robots("")
          .at(
              "*",
              (request, out) -> Rogue.sends(
                      "200 OK",
                      "Content-Type: text/html; charset=utf-8\r\n",
                      Pages.LIGHTHOUSE.replace("Lighthouse", request.address()))
                  .answer(request, out));
      StringBuilder sitemaps = new StringBuilder();
      for (int host = 1; host <= HOSTS; host++) {
        String site = "127.0.0." + host + ":" + server.port();
        sitemap(server, site);
        sitemaps.append("http://").append(site).append("/sitemap.xml\n");
      }
      long start = System.nanoTime();
      Office.Done done = new Office()
          .reading(sitemaps.toString())
          .run(
              "fetch",
              "--list",
              "-",
              "--allow-private",
              "--delay",
              "0",
              "-a",
              folder.resolve("archive"));
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "FetchRateTest: %d pages of %d hosts in %.1f s, %.0f a second%n",
          HOSTS * PAGES,
          HOSTS,
          seconds,
          HOSTS * PAGES / seconds);
      assertThat(done.code()).as(done.out() + done.err()).isZero();
      assertThat(done.out())
          .contains(String.format(Locale.ROOT, "  new articles   %,9d", HOSTS * PAGES));
      assertThat(server.mostAtOnce()).hasSize(HOSTS);
      assertThat(server.mostAtOnce().values()).containsOnly(1);
      if (IS_FULL) {
        assertThat(HOSTS * PAGES / seconds).isGreaterThan(200);
      }
    }
  }

  private static void sitemap(Rogue server, String site) {
    StringBuilder map =
        new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (int page = 0; page < PAGES; page++) {
      map.append("<url><loc>http://" + site + "/" + page + "</loc></url>");
    }
    server.at(
        site + "/sitemap.xml",
        Rogue.sends("200 OK", "Content-Type: text/xml\r\n", map + "</urlset>"));
  }
}
