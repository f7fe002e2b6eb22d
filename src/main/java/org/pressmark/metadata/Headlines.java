package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.article.Candidate;

/// Takes the site's name off headlines: `Storm hits coast | The Daily Bugle`.
final class Headlines {
  private static final List<String> SEPARATORS = List.of(
      " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " / ", " ~ ", " > ", " ‹ ",
      " › ", " ⋆ ", " : ", ": ", "|", "_", " ― ", " -- ", "－", "—");
  private static final int FEWEST_LETTERS = 8;

  private final Set<String> sites;
  private final Set<String> others;

  /// @param sites names the site goes by
  /// @param candidates all that is said of the headline: one may be what is left of another
  Headlines(Set<String> sites, List<Candidate> candidates) {
    this.sites = sites.stream()
        .map(Headlines::letters)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.toSet());
    this.others = new HashSet<>();
    candidates.forEach(c -> others.add(letters(c.values().getFirst())));
  }

  /// Letters and digits alone, in lower case, by which headlines are compared.
  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  String strip(String headline) {
    String rest = headline;
    for (int times = 0; times < 4; times++) {
      Optional<String> shorter = shorter(rest);
      if (shorter.isEmpty()) {
        return rest;
      }
      rest = shorter.get();
    }
    return rest;
  }

  private Optional<String> shorter(String headline) {
    for (String separator : SEPARATORS) {
      int last = headline.lastIndexOf(separator);
      if (last > 0
          && isSite(headline.substring(last + separator.length()), headline.substring(0, last))) {
        return Optional.of(headline.substring(0, last).strip());
      }
      int first = headline.indexOf(separator);
      if (first > 0
          && isSite(headline.substring(0, first), headline.substring(first + separator.length()))) {
        return Optional.of(headline.substring(first + separator.length()).strip());
      }
    }
    return Optional.empty();
  }

  private boolean isSite(String part, String rest) {
    String left = letters(rest);
    if (left.length() < FEWEST_LETTERS && !others.contains(left) || left.isEmpty()) {
      return false;
    }
    String name = letters(part);
    return sites.contains(name) || others.contains(left) && name.length() < left.length();
  }

  /// Names the site goes by, from candidates for the publisher and the page's address.
  static Set<String> sites(List<Candidate> publishers, Optional<String> url) {
    Set<String> sites = new HashSet<>();
    publishers.forEach(c -> sites.addAll(c.values()));
    url.ifPresent(u -> sites.addAll(host(u)));
    return sites;
  }

  /// `https://www.daily-bugle.co.uk/x` gives `daily-bugle.co.uk`, `daily-bugle`.
  private static List<String> host(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return List.of();
    }
    int end = url.indexOf('/', start + 3);
    String host = Evidence.lower(url.substring(start + 3, end < 0 ? url.length() : end));
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    List<String> names = new ArrayList<>(List.of(host, bare));
    int dot = bare.indexOf('.');
    while (dot > 0) {
      names.add(bare.substring(0, dot));
      dot = bare.indexOf('.', dot + 1);
    }
    return names;
  }
}
