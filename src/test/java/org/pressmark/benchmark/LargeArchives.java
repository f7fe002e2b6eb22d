package org.pressmark.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.source.Sources;

/// Writes a large archive of the pages in a folder, again and again, each with a number of its own,
/// and measures how fast it is read, in how much memory, and how fast its pages are cleaned.
///
/// ```
/// LargeArchives write FILE PAGES FOLDER    FILE ends in .warc, .warc.gz, .zip or .tar.gz
/// LargeArchives read FILE
/// ```
public final class LargeArchives {
  private static final int CLEANED = 2_000;

  private LargeArchives() {}

  public static void main(String[] args) throws IOException {
    if (args[0].equals("write")) {
      write(Path.of(args[1]), Integer.parseInt(args[2]), pages(Path.of(args[3])));
    } else {
      read(Path.of(args[1]));
    }
  }

  private static List<byte[]> pages(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(name -> name.toString().endsWith(".html")).sorted().toList()) {
        pages.add(Files.readAllBytes(file));
      }
    }
    return pages;
  }

  /// Takes one page after the other.
  private interface Pages extends AutoCloseable {
    void put(int number, byte[] page) throws IOException;

    @Override
    void close() throws IOException;
  }

  private static void write(Path file, int count, List<byte[]> pages) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        Pages archive = open(file.toString(), out)) {
      for (int number = 0; number < count; number++) {
        byte[] page = pages.get(number % pages.size());
        byte[] end = ("<!-- " + number + " -->\n").getBytes(UTF_8);
        byte[] own = java.util.Arrays.copyOf(page, page.length + end.length);
        System.arraycopy(end, 0, own, page.length, end.length);
        archive.put(number, own);
      }
    }
  }

  private static Pages open(String name, OutputStream out) throws IOException {
    if (name.endsWith(".zip")) {
      return zip(out);
    }
    return name.endsWith(".tar.gz") ? tar(out) : warc(out, name.endsWith(".gz"));
  }

  private static Pages zip(OutputStream out) {
    ZipOutputStream zip = new ZipOutputStream(out);
    return new Pages() {
      @Override
      public void put(int number, byte[] page) throws IOException {
        zip.putNextEntry(new ZipEntry(number + ".html"));
        zip.write(page);
        zip.closeEntry();
      }

      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }

  private static Pages tar(OutputStream out) throws IOException {
    TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(out, 1 << 16), "UTF-8");
    return new Pages() {
      @Override
      public void put(int number, byte[] page) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(number + ".html");
        entry.setSize(page.length);
        tar.putArchiveEntry(entry);
        tar.write(page);
        tar.closeArchiveEntry();
      }

      @Override
      public void close() throws IOException {
        tar.close();
      }
    };
  }

  private static Pages warc(OutputStream out, boolean isPacked) {
    return new Pages() {
      @Override
      public void put(int number, byte[] page) throws IOException {
        byte[] http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(UTF_8);
        String head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
            + "https://varn-echo.example/" + number
            + "\r\nWARC-Date: 2024-05-03T08:15:00Z\r\nContent-Length: "
            + (http.length + page.length) + "\r\n\r\n";
        OutputStream record = isPacked ? new GZIPOutputStream(out) : out;
        record.write(head.getBytes(UTF_8));
        record.write(http);
        record.write(page);
        record.write("\r\n\r\n".getBytes(UTF_8));
        if (record instanceof GZIPOutputStream member) {
          member.finish();
        }
      }

      @Override
      public void close() {}
    };
  }

  private static void read(Path file) throws IOException {
    long bytes = 0;
    long documents = 0;
    long others = 0;
    List<Capture> some = new ArrayList<>();
    long start = cpuNanos();
    try (Stream<Found> all = Sources.open(List.of(file), Options.DEFAULTS.source())) {
      for (var each = all.iterator(); each.hasNext(); ) {
        if (each.next() instanceof Capture capture) {
          bytes += capture.bytes().length;
          documents++;
          if (documents <= CLEANED) {
            some.add(capture);
          }
        } else {
          others++;
        }
      }
    }
    long reading = cpuNanos() - start;
    say(
        "file %,d bytes; %,d documents of %,d bytes, %,d others",
        Files.size(file), documents, bytes, others);
    say(
        "read in %.1f s of processor time: %,.0f documents and %.0f MB a second; heap at most %d MB",
        reading / 1e9, documents * 1e9 / reading, bytes * 1e3 / reading, heapBytes() >> 20);
    double readNanos = (double) reading / documents;
    double cleanNanos = cleaning(some);
    say(
        "a document is read in %.0f µs and cleaned in %.0f µs: %.1f times as fast",
        readNanos / 1e3, cleanNanos / 1e3, cleanNanos / readNanos);
  }

  /// Processor time for one document, once it is warmed up.
  private static double cleaning(List<Capture> captures) {
    Pressmark pressmark = new Pressmark(Options.DEFAULTS);
    int half = captures.size() / 2;
    captures.subList(0, half).forEach(pressmark::clean);
    long start = cpuNanos();
    captures.subList(half, captures.size()).forEach(pressmark::clean);
    return (double) (cpuNanos() - start) / (captures.size() - half);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static void say(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
