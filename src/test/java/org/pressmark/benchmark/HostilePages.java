package org.pressmark.benchmark;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;

/// How long pages take that nobody writes for readers: each is cleaned three times, and the time of
/// the last is said. None may take more than two seconds of a processor.
public final class HostilePages {
  private static final String SENTENCE =
      "The harbour bridge was closed on Monday, 3 May 2021, after a crane fell into the river. ";

  private HostilePages() {}

  public static void main(String[] args) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Pressmark pressmark = new Pressmark(Options.DEFAULTS);
    pages().forEach((name, page) -> {
      if (args.length > 0 && !name.contains(args[0])) {
        return;
      }
      byte[] bytes = page.get().getBytes(StandardCharsets.UTF_8);
      long nanos = 0;
      String became = "";
      for (int round = 0; round < 3; round++) {
        Capture capture = new Capture(
            Origin.of(name + ".html"),
            bytes,
            Optional.of("text/html"),
            Optional.empty(),
            Optional.empty());
        long from = thread.getCurrentThreadCpuTime();
        Outcome outcome = pressmark.clean(capture);
        nanos = thread.getCurrentThreadCpuTime() - from;
        became = switch (outcome) {
          case Outcome.Kept kept -> kept.article().body().text().length() + " characters kept";
          case Outcome.Rejected rejected -> "rejected: " + rejected.problem();
          case Outcome.Lost lost -> "lost: " + lost.problem();
          case Outcome.Passed passed -> "passed over: " + passed.what();
        };
      }
      out.printf(
          Locale.ROOT,
          "%8.1f ms %8d kB  %-28s %s%n",
          nanos / 1e6,
          bytes.length / 1000,
          name,
          became.length() > 120 ? became.substring(0, 120) : became);
    });
  }

  static Map<String, Supplier<String>> pages() {
    Map<String, Supplier<String>> pages = new LinkedHashMap<>();
    String story = "<p>" + SENTENCE.repeat(3) + "</p>";
    pages.put("plain", () -> page(story.repeat(5)));
    pages.put("depth 100,000 of div", () -> page(story + "<div>".repeat(100_000) + story));
    pages.put("depth 100,000 of b", () -> page(story + "<b>".repeat(100_000) + story));
    pages.put(
        "depth 100,000 of span", () -> page(story + "<span class=date>".repeat(100_000) + story));
    pages.put("depth 100,000 of font", () -> page(story + "<p><font>".repeat(100_000) + story));
    pages.put(
        "depth 100,000 of a", () -> page(story + "<a href=/author/x>".repeat(100_000) + story));
    pages.put(
        "depth 100,000 of table", () -> page(story + "<table><tr><td>".repeat(33_000) + story));
    pages.put("depth 100,000 of svg", () -> page(story + "<svg><g>".repeat(50_000) + story));
    pages.put("depth 100,000 of ul", () -> page(story + "<ul><li>".repeat(50_000) + story));
    pages.put("wbr 25,000", () -> page("<p>" + "a<wbr>".repeat(25_000) + "</p>" + story));
    pages.put(
        "wbr 25,000 in time", () -> page("<time>" + "a<wbr>".repeat(25_000) + "</time>" + story));
    pages.put("br 100,000", () -> page(story + "<br>".repeat(100_000) + story));
    pages.put("p 100,000", () -> page("<p>x</p>".repeat(100_000) + story));
    pages.put(
        "byline 50,000", () -> page("<p class=byline>By Jane Doe</p>".repeat(50_000) + story));
    pages.put("h1 50,000", () -> page("<h1>Harbour bridge closed</h1>".repeat(50_000) + story));
    pages.put(
        "li links 50,000", () -> page("<li><a href=/author/x>Jane Doe</a>".repeat(50_000) + story));
    pages.put(
        "meta 50,000",
        () -> "<html><head>" + "<meta name=author content='Jane Doe'>".repeat(50_000)
            + "</head><body>" + story);
    pages.put("unclosed attribute", () -> page(story + "<a href=\"" + SENTENCE.repeat(50_000)));
    pages.put(
        "attributes 100,000", () -> page(story + "<div " + attributes(100_000) + ">" + story));
    pages.put("tags in a tag", () -> page(story + "<a <b".repeat(200_000) + story));
    pages.put("open angles", () -> page(story + "<".repeat(2_000_000)));
    pages.put("unclosed comment", () -> page(story + "<!--" + SENTENCE.repeat(50_000)));
    pages.put("unclosed script", () -> page(story + "<script>" + "<!--<script>".repeat(200_000)));
    pages.put("unclosed textarea", () -> page(story + "<textarea>" + SENTENCE.repeat(50_000)));
    pages.put("entities", () -> page("<p>" + "&amp;#x27;&nbsp".repeat(200_000) + "</p>" + story));
    pages.put("one word", () -> page("<p>" + "x".repeat(5_000_000) + "</p>" + story));
    pages.put("one line of links", () -> page("<p>" + "<a href=x>y</a> ".repeat(100_000) + story));
    pages.put("json-ld of brackets", () -> data("[{\"a\":".repeat(200_000)));
    pages.put("json-ld unclosed", () -> data("{\"headline\":\"" + "\\\"".repeat(500_000)));
    pages.put("json-ld of keys", () -> data("{" + "\"author\":\"x\",".repeat(100_000) + "}"));
    pages.put(
        "title of 1 MB", () -> page("<title>" + "- x | y ".repeat(125_000) + "</title>" + story));
    pages.put("dates", () -> page("<p>" + "3 May 2021 10:15 ".repeat(60_000) + "</p>" + story));
    pages.put("misnested", () -> page(story + "<b><i><u><p>".repeat(25_000) + story));
    pages.put("forms in tables", () -> page(story + "<table><form><tr>x".repeat(30_000) + story));
    pages.put(
        "50 MB in one text", () -> page("<p>" + SENTENCE.repeat(50_000_000 / SENTENCE.length())));
    return pages;
  }

  private static String page(String body) {
    return "<!doctype html><html lang=en><head><title>Bridge closed</title></head><body>"
        + "<h1>Bridge closed</h1>" + body;
  }

  private static String data(String json) {
    return page("<script type='application/ld+json'>" + json + "</script><p>" + SENTENCE.repeat(5)
        + "</p>");
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append("data-").append(i).append("=x ");
    }
    return attributes.toString();
  }
}
