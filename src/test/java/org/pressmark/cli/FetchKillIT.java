package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Archive;
import org.pressmark.fetch.Rogue;

/// A process that fetches is killed (SIGKILL) at random moments, and the same command is given
/// again,
/// until all is there. Nothing is asked for that the archive had before, and nothing is missing.
///
/// ```
/// mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=FetchKillIT \
///     -Dkills=50 -Dpages=9000 -Dseed=7
/// ```
@DisabledOnOs(OS.WINDOWS)
class FetchKillIT {
  private static final int KILLS = Integer.getInteger("kills", 5);
  private static final int PAGES = Integer.getInteger("pages", 1500);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int SIGKILL = 128 + 9;
  private static final int MILLIS_A_PAGE = 10;

  /// What is had goes to the disk every five seconds.
  private static final int MAX_MILLIS = 14_000;

  private final Random random = new Random(SEED);

  @TempDir
  private Path folder;

  private final Rogue server;
  private Path archive = Path.of("");

  FetchKillIT() throws IOException {
    server = new Rogue();
  }

  @BeforeEach
  void writeSitemap() throws Exception {
    System.out.println("FetchKillIT: -Dseed=" + SEED + " -Dkills=" + KILLS + " -Dpages=" + PAGES);
    archive = folder.resolve("archive");
    App.keepClasses(folder);
    StringBuilder map =
        new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (int page = 0; page < PAGES; page++) {
      map.append("<url><loc>http://127.0.0.1:")
          .append(server.port())
          .append("/story-")
          .append(page)
          .append("</loc></url>");
    }
    server.at(
        "/sitemap.xml",
        Rogue.sends("200 OK", "Content-Type: application/xml\r\n", map + "</urlset>"));
    server.robots("");
    server.at("*", (request, out) -> {
      Thread.sleep(MILLIS_A_PAGE);
      Rogue.sends(
              "200 OK",
              "Content-Type: text/html; charset=utf-8\r\n",
              Pages.LIGHTHOUSE.replace("Lighthouse", "Story " + request.target()))
          .answer(request, out);
    });
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private List<String> words() {
    return List.of(
        "fetch",
        "http://127.0.0.1:" + server.port() + "/sitemap.xml",
        "--allow-private",
        "--delay",
        "0",
        "--archive",
        archive.toString());
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>(App.command());
    command.addAll(words());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("run.log").toFile())
        .start();
  }

  private Set<String> archived() throws IOException {
    Set<String> pages = new TreeSet<>();
    if (Archive.isAt(archive)) {
      for (String story : Stories.of(archive)) {
        assertThat(pages.add(story.split(" ", 3)[1])).as(story).isTrue();
      }
    }
    return pages;
  }

  private Set<String> askedAgain(Set<String> before) {
    Set<String> again = new HashSet<>(server.asked());
    again.retainAll(before);
    return again;
  }

  @Test
  void aFetchThatIsKilledGoesOnWhereItWas() throws Exception {
    int kills = 0;
    for (boolean isOver = false; !isOver && kills < KILLS; ) {
      Set<String> before = archived();
      server.forget();
      Process run = start();
      run.waitFor(random.nextInt(MAX_MILLIS), TimeUnit.MILLISECONDS);
      run.destroyForcibly();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      isOver = run.exitValue() != SIGKILL;
      kills += isOver ? 0 : 1;
      assertThat(askedAgain(before)).isEmpty();
      assertThat(archived()).containsAll(before);
    }
    Set<String> before = archived();
    server.forget();
    Process run = start();
    assertThat(run.waitFor()).as(Files.readString(folder.resolve("run.log"))).isZero();
    assertThat(askedAgain(before)).isEmpty();
    assertThat(archived()).hasSize(PAGES);
    assertThat(new Office().run("verify", "-a", archive).code()).isZero();
    System.out.println(
        "FetchKillIT: " + before.size() + " of " + PAGES + " were there after " + kills + " kills");
  }
}
