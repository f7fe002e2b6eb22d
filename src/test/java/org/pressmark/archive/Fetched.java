package org.pressmark.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.pressmark.article.Capture;
import org.pressmark.article.Exchange;
import org.pressmark.article.Origin;
import org.pressmark.http.MessageException;
import org.pressmark.http.Payload;
import org.pressmark.http.Response;

/// A page as it was fetched, step by step:
/// `Fetched.from("https://news.example/pier").at("2024-04-30T07:00:00Z").of(Response.of("<p>"))`.
public final class Fetched {
  private static final int MAX_BYTES = 1 << 26;

  private final String url;
  private Origin origin;
  private Instant time = Instant.parse("2024-04-30T07:15:30.5Z");
  private Optional<String> address = Optional.of("192.0.2.7");
  private Optional<byte[]> request;

  private Fetched(String url) {
    this.url = url;
    this.origin = Origin.of(url);
    this.request = Optional.of(("GET " + url.replaceFirst("https?://[^/]*", "")
            + " HTTP/1.1\r\nHost: news.example\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8));
  }

  public static Fetched from(String url) {
    return new Fetched(url);
  }

  public Fetched origin(String path) {
    origin = Origin.of(path);
    return this;
  }

  public Fetched at(String when) {
    time = Instant.parse(when);
    return this;
  }

  public Fetched address(String ip) {
    address = Optional.of(ip);
    return this;
  }

  public Fetched withoutAddress() {
    address = Optional.empty();
    return this;
  }

  public Fetched withoutRequest() {
    request = Optional.empty();
    return this;
  }

  public Capture of(Response response) {
    return of(response.bytes());
  }

  public Capture of(byte[] response) {
    try {
      return of(response, Payload.of(response, MAX_BYTES).bytes());
    } catch (MessageException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// @param bytes what the document is taken to be
  Capture of(byte[] response, byte[] bytes) {
    return new Capture(
        origin,
        bytes,
        Optional.of("text/html; charset=utf-8"),
        Optional.of(url),
        Optional.of(time),
        Optional.of(new Exchange(request, response, address)));
  }
}
