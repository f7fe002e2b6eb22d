package org.pressmark.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which of the pages that lists, feeds and sitemaps name are fetched.
///
/// @param include patterns of which an address has to match one, where there are any; `*` stands
/// for anything, and a pattern without it is looked for anywhere in the address
/// @param exclude patterns of which it may match none
/// @param since pages are passed over that a feed or a sitemap says are older
/// @param limit how many pages at the most
/// @param freshFor pages are passed over of which the archive has a capture that is younger
public record Choice(
    List<String> include,
    List<String> exclude,
    Optional<Instant> since,
    long limit,
    Duration freshFor) {
  public static final Choice ALL =
      new Choice(List.of(), List.of(), Optional.empty(), Long.MAX_VALUE, Duration.ofDays(1));

  public Choice {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  boolean takes(Address address) {
    String text = address.toString();
    return (include.isEmpty() || include.stream().anyMatch(pattern -> matches(pattern, text)))
        && exclude.stream().noneMatch(pattern -> matches(pattern, text));
  }

  /// What has no date may be new.
  boolean takes(Optional<Instant> time) {
    return since.isEmpty() || time.isEmpty() || !time.get().isBefore(since.get());
  }

  boolean isFresh(Instant captured, Instant now) {
    return captured.isAfter(now.minus(freshFor));
  }

  /// Each piece between stars is taken where it comes first, which is enough: no pattern is tried
  /// twice.
  static boolean matches(String pattern, String text) {
    if (pattern.indexOf('*') < 0) {
      return text.contains(pattern);
    }
    String[] pieces = pattern.split("\\*", -1);
    String last = pieces[pieces.length - 1];
    if (!text.startsWith(pieces[0]) || !text.endsWith(last)) {
      return false;
    }
    int at = pieces[0].length();
    int end = text.length() - last.length();
    for (int piece = 1; piece < pieces.length - 1; piece++) {
      int found = text.indexOf(pieces[piece], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[piece].length();
    }
    return at <= end;
  }
}
