package org.pressmark.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Wildcard;

/// Which of the pages that lists, feeds and sitemaps name are fetched.
///
/// @param include patterns of which an address has to match one, where there are any
/// @param exclude patterns of which it may match none
/// @param since pages are passed over that a feed or a sitemap says are older
/// @param limit how many pages at the most
/// @param freshFor pages are passed over of which the archive has a capture that is younger
public record Choice(
    List<Wildcard> include,
    List<Wildcard> exclude,
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
    return (include.isEmpty() || include.stream().anyMatch(pattern -> pattern.matches(text)))
        && exclude.stream().noneMatch(pattern -> pattern.matches(text));
  }

  /// What has no date may be new.
  boolean takes(Optional<Instant> time) {
    return since.isEmpty() || time.isEmpty() || !time.get().isBefore(since.get());
  }

  boolean isFresh(Instant captured, Instant now) {
    return captured.isAfter(now.minus(freshFor));
  }
}
