package org.pressmark.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.IDN;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// An address of the web, in its normal form: nothing in it but printable ASCII, neither fragment
/// nor credentials.
///
/// @param scheme `http` or `https`
/// @param host in small letters, as DNS knows it; an IPv6 address in brackets
/// @param target path and query, as a request has them (RFC 9112, 3.2.1)
public record Address(String scheme, String host, int port, String target) {
  /// RFC 9110, 4.1 asks for no less.
  private static final int MAX_LENGTH = 8000;

  // RFC 3986, 2: beside letters and digits.
  private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

  private static final BasicURLNormalizer NORMALIZER = new BasicURLNormalizer();

  /// @throws IllegalArgumentException with the reason, where it is none
  public static Address of(String text) {
    String url = text.strip();
    if (url.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "is longer than " + MAX_LENGTH + " characters, which is no address of a page");
    }
    int colon = url.indexOf("://");
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("is no http or https address");
    }
    int end = colon + 3;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(colon + 3, end);
    if (authority.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "has a user's name or password in it, which would stand in the archive; leave it out");
    }
    return of(scheme, authority, url.substring(end));
  }

  private static Address of(String scheme, String authority, String rest) {
    int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    String host = host(colon < 0 ? authority : authority.substring(0, colon));
    int port = port(scheme, colon < 0 ? "" : authority.substring(colon + 1));
    return new Address(scheme, host, port, target(scheme + "://" + host, rest));
  }

  private static String host(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return text.toLowerCase(Locale.ROOT);
    }
    try {
      String name = IDN.toASCII(text).toLowerCase(Locale.ROOT);
      String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
      if (!host.isEmpty() && host.length() < 254 && host.chars().allMatch(Address::isOfHosts)) {
        return host;
      }
    } catch (IllegalArgumentException e) {
      // Too long, or with signs that no name has.
    }
    throw new IllegalArgumentException("has no host that can be asked");
  }

  // The underscore is against RFC 952, and there are such hosts.
  private static boolean isOfHosts(int sign) {
    return sign >= 'a' && sign <= 'z'
        || sign >= '0' && sign <= '9'
        || sign == '-'
        || sign == '.'
        || sign == '_';
  }

  private static int port(String scheme, String text) {
    if (text.isEmpty()) {
      return standardPort(scheme);
    }
    boolean isNumber =
        text.length() < 6 && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    int port = isNumber ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 0xffff) {
      throw new IllegalArgumentException("has a port that is none");
    }
    return port;
  }

  private static int standardPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static String target(String base, String rest) {
    int hash = rest.indexOf('#');
    String whole = encoded(hash < 0 ? rest : rest.substring(0, hash), StandardCharsets.UTF_8);
    String path = whole.startsWith("/") ? whole : "/" + whole;
    String normal = NORMALIZER.filter(base + path);
    String target = normal == null ? path : normal.substring(base.length());
    return target.startsWith("/") ? target : "/" + target;
  }

  /// With everything that an address may not hold as it is in percent signs.
  private static String encoded(String text, Charset charset) {
    StringBuilder encoded = new StringBuilder();
    byte[] bytes = text.getBytes(charset);
    boolean isInPath = true;
    for (int at = 0; at < bytes.length; at++) {
      int sign = bytes[at] & 0xff;
      isInPath &= sign != '?';
      boolean isLoose = sign == '%' && !(isHex(bytes, at + 1) && isHex(bytes, at + 2));
      if (!isLoose && (isLetterOrDigit(sign) || ALLOWED.indexOf(sign) >= 0)) {
        encoded.append((char) sign);
      } else if (sign == '\\' && isInPath) {
        encoded.append('/'); // as browsers read it: https://url.spec.whatwg.org/#path-state
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", sign));
      }
    }
    return encoded.toString();
  }

  private static boolean isLetterOrDigit(int sign) {
    return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9';
  }

  private static boolean isHex(byte[] bytes, int at) {
    return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
  }

  /// Where a reference on this page leads to (RFC 3986, 5.2).
  ///
  /// @param reference as characters of ISO 8859-1, each of which stands for a byte
  /// @throws IllegalArgumentException with the reason, where that is none of the web
  Address resolve(String reference) {
    String there = encoded(reference.strip(), StandardCharsets.ISO_8859_1);
    if (hasScheme(there)) {
      return of(there);
    }
    if (there.startsWith("//")) {
      return of(scheme + ":" + there);
    }
    return of(scheme, authority(), absolute(there));
  }

  private String absolute(String reference) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    if (reference.isEmpty() || reference.startsWith("#")) {
      return target;
    }
    if (reference.startsWith("?")) {
      return path + reference;
    }
    return reference.startsWith("/")
        ? reference
        : path.substring(0, path.lastIndexOf('/') + 1) + reference;
  }

  private static boolean hasScheme(String reference) {
    int end = 0;
    while (end < reference.length()
        && (isLetterOrDigit(reference.charAt(end)) || "+-.".indexOf(reference.charAt(end)) >= 0)) {
      end++;
    }
    return end > 0
        && end < reference.length()
        && reference.charAt(end) == ':'
        && !Character.isDigit(reference.charAt(0));
  }

  boolean isSecure() {
    return scheme.equals("https");
  }

  /// As a `Host` field has it: `varn-echo.example:8080`.
  String authority() {
    return port == standardPort(scheme) ? host : host + ":" + port;
  }

  /// What one robots.txt speaks for (RFC 9309, 2.3): `https://varn-echo.example`.
  String site() {
    return scheme + "://" + authority();
  }

  /// The one place where a site's rules are.
  Address robots() {
    return new Address(scheme, host, port, "/robots.txt");
  }

  /// Nothing where it is no address.
  public static Optional<Address> find(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return site() + target;
  }
}
