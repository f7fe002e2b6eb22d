package org.pressmark.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What two captures have to share to be captures of one article: the address that they were
/// retrieved from; where that is not known, the page's own (canonical) address; and where there is
/// none either, the path that they came from.
///
/// Addresses are compared without what does not lead to another page: `http` or `https`, `www.`,
/// letter case of the host, the default port, the fragment, a slash at the end, and the parameters
/// that tell an outlet where its readers come from. An outlet's front page is no article's address:
/// many sites name it as the canonical one on all their pages.
///
/// @param key `url varn-echo.example/storm?id=7` or `path press/storm.html`
public record Subject(String key) {
  public static Subject of(Entry entry) {
    Optional<String> canonical = entry.content() instanceof Entry.Content.Kept kept
        ? kept.article().facts().value(Field.URL)
        : Optional.empty();
    return entry
        .retrieval()
        .url()
        .flatMap(Subject::address)
        .or(() -> canonical.flatMap(Subject::address))
        .map(address -> new Subject("url " + address))
        .orElseGet(() -> new Subject("path " + entry.origin()));
  }

  /// Of a capture that is retrieved from this address, as far as the address alone can tell.
  public static Subject ofUrl(String url) {
    return new Subject(address(url).map(address -> "url " + address).orElse("path " + url));
  }

  /// An address in the form in which it is compared; empty where it is none of an article.
  static Optional<String> address(String url) {
    try {
      URI uri = new URI(url.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((!scheme.equals("http") && !scheme.equals("https")) || uri.getHost() == null) {
        return Optional.empty();
      }
      String path = Optional.ofNullable(uri.getRawPath()).orElse("");
      String query = query(Optional.ofNullable(uri.getRawQuery()).orElse(""));
      String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return bare.isEmpty() && query.isEmpty()
          ? Optional.empty()
          : Optional.of(host(uri) + bare + query);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String host(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String bare = host.startsWith("www.") ? host.substring("www.".length()) : host;
    boolean isDefault = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
    return isDefault ? bare : bare + ":" + uri.getPort();
  }

  private static String query(String query) {
    String kept = Arrays.stream(query.split("&", -1))
        .filter(parameter -> !parameter.isEmpty() && !tellsWhence(parameter))
        .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean tellsWhence(String parameter) {
    return parameter.startsWith("utm_")
        || parameter.startsWith("fbclid=")
        || parameter.startsWith("gclid=")
        || parameter.startsWith("mc_cid=")
        || parameter.startsWith("mc_eid=");
  }
}
