package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pressmark.InOrder;
import org.pressmark.Ingest;
import org.pressmark.Load;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.Watch;
import org.pressmark.archive.Fetched;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.http.Response;

/// Pages as they were fetched, with all that went over the wire.
final class Web {
  static final String PIER = "https://news.example/pier?n=4";
  static final String AGAIN = "https://www.news.example/amp/pier";
  static final String GONE = "https://news.example/gone";
  static final String FERRY = "http://courier.example/ferry";

  private Web() {}

  static Response pier() {
    return Response.of(page("Pier opens again")).gzipped().chunked(100);
  }

  private static String page(String headline) {
    return Pages.LIGHTHOUSE.replace("Lighthouse shines again", headline);
  }

  /// One packed and in chunks, the same from elsewhere, one that is gone, and one of which nobody
  /// knows what it was asked for with.
  static List<Capture> pages() {
    byte[] gone = "<h1>Not found</h1>".getBytes(StandardCharsets.UTF_8);
    return List.of(
        Fetched.from(PIER).of(pier()),
        Fetched.from(AGAIN).at("2024-05-03T06:00:00Z").of(pier().with("Age", "7")),
        Fetched.from(GONE)
            .of(Response.of("HTTP/1.1 404 Not Found", gone).with("Content-Type", "text/html")),
        Fetched.from(FERRY).withoutRequest().of(Response.of(page("Ferry sails"))));
  }

  static void archive(Path archive, List<? extends Found> pages) throws IOException {
    Ingest.run(
        archive,
        Load.of(pages.stream().map(page -> (Found) page)),
        new Pressmark(Options.DEFAULTS),
        InOrder.of(1),
        Watch.NONE,
        Clock.systemUTC(),
        Optional.empty());
  }
}
