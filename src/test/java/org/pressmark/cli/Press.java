package org.pressmark.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/// A press of invented outlets: as many documents as one likes, the same for the same seed. Most
/// are
/// pages, some are flattened texts, some come twice, and some are no articles at all.
final class Press {
  private static final List<String> TOWNS =
      List.of("Port Ellery", "Varn Point", "Ostholm", "Dalmora", "Sandholm", "Three Wells");
  private static final List<String> THINGS = List.of(
      "pier", "lighthouse", "tram line", "library", "swimming bath", "ferry landing", "sluice");
  private static final List<String> DEEDS = List.of(
      "voted to repair the %s before the winter",
      "heard forty people speak about the %s",
      "laid the first stone of a new %s on Friday",
      "closed the %s after the storm had torn at it all night",
      "found out that the %s had never belonged to the town");
  private static final String PAGE = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>%1$s - The %2$s Echo</title>
      <meta property="article:published_time" content="20%3$02d-%4$02d-%5$02dT08:00:00Z">
      </head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
      <article><h1>%1$s</h1><p>%6$s</p><script>track("view", {id: %7$d});</script><p>%8$s</p></article>
      <footer>© The %2$s Echo</footer></body></html>
      """;

  private final Random random;

  private Press(long seed) {
    random = new Random(seed);
  }

  /// Writes so many documents into a new folder.
  static Path write(Path folder, long seed, int documents) throws IOException {
    Press press = new Press(seed);
    Files.createDirectories(folder);
    String last = "";
    for (int number = 0; number < documents; number++) {
      int kind = press.random.nextInt(100);
      String text = kind < 70 ? press.page(number) : press.text(number);
      if (kind >= 96) {
        text = kind == 99 ? "" : kind == 98 ? "<html><body></body></html>" : last;
      }
      String ending = text.startsWith("<") ? "html" : "txt";
      Files.writeString(
          folder.resolve(String.format(Locale.ROOT, "story-%06d.%s", number, ending)), text);
      last = text;
    }
    return folder;
  }

  /// Puts two thirds of such a folder into a ZIP file, and the pages among them into a WARC file,
  /// as
  /// colleagues and crawlers hand them over.
  static void pack(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    try (WarcWriter crawl = new WarcWriter(
            FileChannel.open(
                folder.resolve("crawl.warc.gz"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE),
            WarcCompression.GZIP);
        ZipOutputStream zip =
            new ZipOutputStream(Files.newOutputStream(folder.resolve("stories.zip")))) {
      for (Path file : files.subList(files.size() / 3, files.size())) {
        String name = file.getFileName().toString();
        if (name.endsWith(".html")) {
          crawl.write(response(name, Files.readAllBytes(file)));
        } else {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
          zip.closeEntry();
        }
        Files.delete(file);
      }
    }
  }

  private static WarcResponse response(String name, byte[] page) throws IOException {
    HttpResponse answer =
        new HttpResponse.Builder(200, "OK").body(MediaType.HTML, page).build();
    return new WarcResponse.Builder(URI.create("https://echo.example/" + name))
        .date(Instant.parse("2024-05-06T07:08:09Z"))
        .body(answer)
        .build();
  }

  private String page(int number) {
    String town = pick(TOWNS);
    return String.format(
        Locale.ROOT,
        PAGE,
        sentence(town, number),
        town,
        random.nextInt(25),
        1 + random.nextInt(12),
        1 + random.nextInt(28),
        paragraph(number),
        number,
        paragraph(number));
  }

  private String text(int number) {
    return sentence(pick(TOWNS), number) + "\n\n" + paragraph(number) + "\n\n" + paragraph(number)
        + (number % 3 == 0 ? " <img src=\"a.png\" width=\"120\">\n" : "\n");
  }

  private String paragraph(int number) {
    StringBuilder paragraph = new StringBuilder();
    for (int left = 2 + random.nextInt(6); left > 0; left--) {
      paragraph.append(sentence(pick(TOWNS), number)).append(left == 1 ? "." : ". ");
    }
    return paragraph.toString();
  }

  private String sentence(String town, int number) {
    return "The council of " + town + " "
        + String.format(Locale.ROOT, pick(DEEDS), pick(THINGS) + " " + number);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
