package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.article.Capture;

/// Where a page was retrieved, and when, as the program says that saved it.
///
/// ```
/// <!-- saved from url=(0027)https://coast.example/storm -->                      most browsers
/// <!--↵ Page saved with SingleFile↵ url: https://…↵ saved date: Tue May 04 2021 … -->
/// <!-- Saved from https://coast.example/storm at 2021-05-04T08:20:30Z using monolith v2.6.1 -->
/// <!-- Mirrored from coast.example/storm by HTTrack Website Copier/3.x …, Tue, 04 May 2021 … -->
/// <meta name="savepage-url" content="https://coast.example/storm">               Save Page WE
/// ```
record SavedFrom(String address, Optional<Instant> time) {
  private static final int HEAD = 1 << 12; // bytes
  private static final int LONGEST_ADDRESS = 4096;
  private static final Map<Long, String> MONTHS = Map.ofEntries(
      Map.entry(1L, "Jan"),
      Map.entry(2L, "Feb"),
      Map.entry(3L, "Mar"),
      Map.entry(4L, "Apr"),
      Map.entry(5L, "May"),
      Map.entry(6L, "Jun"),
      Map.entry(7L, "Jul"),
      Map.entry(8L, "Aug"),
      Map.entry(9L, "Sep"),
      Map.entry(10L, "Oct"),
      Map.entry(11L, "Nov"),
      Map.entry(12L, "Dec"));

  // `May 04 2021 10:20:30 GMT+0200`, of JavaScript, without its day of the week.
  private static final DateTimeFormatter SCRIPT = new DateTimeFormatterBuilder()
      .appendText(ChronoField.MONTH_OF_YEAR, MONTHS)
      .appendPattern(" dd uuuu HH:mm:ss 'GMT'xx")
      .toFormatter(Locale.ROOT);

  static Optional<SavedFrom> of(String address, String date) {
    boolean isAddress = (address.startsWith("https://") || address.startsWith("http://"))
        && address.length() <= LONGEST_ADDRESS
        && address.chars().noneMatch(sign -> sign <= ' ');
    return isAddress ? Optional.of(new SavedFrom(address, time(date))) : Optional.empty();
  }

  /// A file as one document: of the page's own address and time, where it was saved by a program
  /// that says so.
  static Capture capture(Delivery delivery, byte[] bytes) {
    Optional<SavedFrom> saved = in(bytes);
    return new Capture(
        delivery.origin(),
        bytes,
        Optional.empty(),
        saved.map(SavedFrom::address),
        saved.flatMap(SavedFrom::time).or(delivery::time));
  }

  /// What the beginning of a file says; empty for most.
  static Optional<SavedFrom> in(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), UTF_8);
    return head.stripLeading().startsWith("<") ? inPage(head) : SavedPage.origin(bytes);
  }

  private static Optional<SavedFrom> inPage(String head) {
    int at = head.indexOf("<!--");
    while (at >= 0) {
      int end = head.indexOf("-->", at);
      Optional<SavedFrom> saved =
          end < 0 ? Optional.empty() : inComment(head.substring(at + 4, end).strip());
      if (saved.isPresent()) {
        return saved;
      }
      at = end < 0 ? -1 : head.indexOf("<!--", end);
    }
    return inMeta(head);
  }

  private static Optional<SavedFrom> inComment(String comment) {
    String lower = comment.toLowerCase(Locale.ROOT);
    if (lower.startsWith("saved from url=(")) {
      return of(word(comment, comment.indexOf(')') + 1), "");
    }
    if (lower.startsWith("saved from http")) {
      int date = lower.indexOf(" at ");
      return of(word(comment, "saved from ".length()), date < 0 ? "" : word(comment, date + 4));
    }
    if (lower.startsWith("page saved with singlefile")) {
      return of(line(comment, " url:"), line(comment, "saved date:"));
    }
    if (lower.startsWith("mirrored from ")) {
      int date = comment.lastIndexOf("], ");
      String address = word(comment, "mirrored from ".length());
      return of(
          address.contains("://") ? address : "http://" + address,
          date < 0 ? "" : comment.substring(date + 3));
    }
    return Optional.empty();
  }

  private static Optional<SavedFrom> inMeta(String head) {
    int name = head.indexOf("savepage-url");
    int content = name < 0 ? -1 : head.indexOf("content=\"", name);
    int end = content < 0 ? -1 : head.indexOf('"', content + 9);
    return end < 0 ? Optional.empty() : of(head.substring(content + 9, end).strip(), "");
  }

  private static String word(String text, int from) {
    String rest = text.substring(Math.min(from, text.length())).stripLeading();
    int end = 0;
    while (end < rest.length() && rest.charAt(end) > ' ') {
      end++;
    }
    return rest.substring(0, end);
  }

  private static String line(String text, String name) {
    int at = text.indexOf(name);
    return at < 0
        ? ""
        : text.substring(at + name.length()).lines().findFirst().orElse("").strip();
  }

  private static Optional<Instant> time(String date) {
    int zone = date.indexOf(" (");
    String text = zone < 0 ? date.strip() : date.substring(0, zone).strip();
    return parsed(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .or(() -> parsed(text, DateTimeFormatter.RFC_1123_DATE_TIME))
        .or(() -> parsed(text.substring(text.indexOf(' ') + 1), SCRIPT));
  }

  private static Optional<Instant> parsed(String text, DateTimeFormatter format) {
    try {
      return Optional.of(OffsetDateTime.parse(text, format).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
