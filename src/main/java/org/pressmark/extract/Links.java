package org.pressmark.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Where the links of a page lead.
final class Links {
  /// Longer addresses carry data, not readers.
  private static final int LONGEST = 2000;

  private final Optional<URI> base;

  /// @param base the page's own address, empty where nobody knows it
  Links(String base) {
    this.base = base.startsWith("http") ? uri(base) : Optional.empty();
  }

  /// The address a reader gets to: on the web, whole where the page's own is known, otherwise as it
  /// stands there. Nothing for a place on the same page, and for `javascript:`.
  Optional<String> target(String href) {
    String address = plain(href);
    if (address.isEmpty() || address.length() > LONGEST || address.charAt(0) == '#') {
      return Optional.empty();
    }
    String scheme = scheme(address);
    if (!scheme.isEmpty()) {
      boolean isWeb = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
      return isWeb ? Optional.of(address) : Optional.empty();
    }
    return base.isEmpty()
        ? Optional.of(address)
        : Optional.of(uri(address).map(to -> base.get().resolve(to).toString()).orElse(address));
  }

  /// As a browser reads it: without white space at its ends, and without line breaks and tabs.
  private static String plain(String href) {
    String address = href.strip();
    for (int at = 0; at < address.length(); at++) {
      if (address.charAt(at) < ' ') {
        StringBuilder plain = new StringBuilder(address.length());
        address.chars().filter(c -> c >= ' ').forEach(c -> plain.append((char) c));
        return plain.toString();
      }
    }
    return address;
  }

  /// What stands before the first colon, if that comes before any path (RFC 3986, 3.1).
  private static String scheme(String address) {
    for (int at = 0; at < address.length(); at++) {
      char c = address.charAt(at);
      if (c == ':') {
        return address.substring(0, at);
      }
      if (c == '/' || c == '?' || c == '#') {
        return "";
      }
    }
    return "";
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(new URI(address.replace(" ", "%20")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
