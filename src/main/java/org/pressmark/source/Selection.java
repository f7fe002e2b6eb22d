package org.pressmark.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Wildcard;

/// Which of the documents that sources hold are wanted.
///
/// @param include patterns of which an origin has to match one, where there are any
/// @param exclude patterns of which it may match none
/// @param since what was retrieved or last changed before is left out; what has no time is not
public record Selection(List<Wildcard> include, List<Wildcard> exclude, Optional<Instant> since) {
  public static final Selection ALL = new Selection(List.of(), List.of(), Optional.empty());

  public Selection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /// What is left out is passed over, with the reason, so that it is counted.
  public Found choose(Found found) {
    String origin = found.origin().toString();
    if (!include.isEmpty() && include.stream().noneMatch(pattern -> pattern.matches(origin))) {
      return new Found.Passed(found.origin(), "not included");
    }
    if (exclude.stream().anyMatch(pattern -> pattern.matches(origin))) {
      return new Found.Passed(found.origin(), "excluded");
    }
    return found instanceof Capture capture && isOld(capture)
        ? new Found.Passed(found.origin(), "older")
        : found;
  }

  private boolean isOld(Capture capture) {
    return since.isPresent()
        && capture.time().isPresent()
        && capture.time().get().isBefore(since.get());
  }
}
