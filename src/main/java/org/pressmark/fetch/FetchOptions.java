package org.pressmark.fetch;

import java.time.Duration;
import java.util.Optional;
import org.pressmark.source.SourceOptions;

/// How a crawler behaves, and how far it goes.
public record FetchOptions(Manners manners, Limits limits, Choice choice, Reach reach) {
  public static final FetchOptions DEFAULTS =
      new FetchOptions(Manners.DEFAULTS, Limits.DEFAULTS, Choice.ALL, Reach.PUBLIC);

  public FetchOptions with(Manners other) {
    return new FetchOptions(other, limits, choice, reach);
  }

  public FetchOptions with(Limits other) {
    return new FetchOptions(manners, other, choice, reach);
  }

  public FetchOptions with(Choice other) {
    return new FetchOptions(manners, limits, other, reach);
  }

  public FetchOptions with(Reach other) {
    return new FetchOptions(manners, limits, choice, other);
  }

  /// @param delay between the end of a request and the next one to the same host, where the site
  /// does not ask for a longer one
  /// @param longestWait how long a host may ask to be left alone, before or between requests,
  /// without being given up for this run
  /// @param tries how often a page is asked for before it is given up
  /// @param atOnce to how many hosts requests may be under way at the same time
  /// @param agent what the crawler calls itself: a product (RFC 9110, 10.1.5), and who is behind it
  public record Manners(Duration delay, Duration longestWait, int tries, int atOnce, String agent) {
    /// The name that a site's robots.txt knows the crawler by (RFC 9309, 2.2.1).
    public static final String PRODUCT = "Pressmark";

    public static final Manners DEFAULTS =
        new Manners(Duration.ofSeconds(1), Duration.ofMinutes(5), 3, 64, PRODUCT);

    public Manners withDelay(Duration other) {
      return new Manners(other, longestWait, tries, atOnce, agent);
    }

    /// `Pressmark/0.1.0 (+https://press.example/crawler)`
    ///
    /// @param contact where those can turn to who run a site
    public Manners withAgent(String version, Optional<String> contact) {
      String product = version.isEmpty() ? PRODUCT : PRODUCT + "/" + version;
      String name = contact.map(who -> product + " (+" + who + ")").orElse(product);
      return new Manners(delay, longestWait, tries, atOnce, name);
    }
  }

  /// @param connect until a host's name is known and it takes the connection, each
  /// @param silence between two pieces of an answer
  /// @param whole from the first attempt to connect to the last byte of an answer
  /// @param maxBytes of a page, packed or unpacked
  /// @param maxHeadBytes of an answer's status line and fields
  /// @param maxFields of an answer
  /// @param maxRedirects from an address to its page
  public record Limits(
      Duration connect,
      Duration silence,
      Duration whole,
      long maxBytes,
      int maxHeadBytes,
      int maxFields,
      int maxRedirects) {
    public static final Limits DEFAULTS = new Limits(
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofSeconds(120),
        SourceOptions.DEFAULTS.maxBytes(),
        64 << 10,
        256,
        10);

    public Limits withWhole(Duration other) {
      return new Limits(connect, silence, other, maxBytes, maxHeadBytes, maxFields, maxRedirects);
    }

    public Limits withMaxBytes(long other) {
      return new Limits(connect, silence, whole, other, maxHeadBytes, maxFields, maxRedirects);
    }
  }
}
