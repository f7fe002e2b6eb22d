package org.pressmark.fetch;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// A web server that behaves as badly as it is told to. It keeps what it was asked, and how many
/// asked at once under one name.
public final class Rogue implements AutoCloseable {
  /// @param fields by their names in small letters
  public record Request(String method, String target, Map<String, String> fields) {
    public String host() {
      return fields.getOrDefault("host", "");
    }

    public String address() {
      return "http://" + host() + target;
    }
  }

  /// What it does with one request.
  public interface Way {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Map<String, Way> ways = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
  private final Map<String, Integer> mostAtOnce = new ConcurrentHashMap<>();

  private volatile Greeting greeting = out -> {};

  public Rogue() throws IOException {
    this(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
  }

  public Rogue(ServerSocket server) {
    this.server = server;
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  /// What it does with a connection before anybody has asked for anything.
  public interface Greeting {
    void say(OutputStream out) throws IOException, InterruptedException;
  }

  public void speakBeforeAsked(Greeting words) {
    greeting = words;
  }

  private void serve(Socket socket) {
    try (socket) {
      greeting.say(socket.getOutputStream());
      Request request = read(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
      AtomicInteger now = atOnce.computeIfAbsent(request.host(), name -> new AtomicInteger());
      mostAtOnce.merge(request.host(), now.incrementAndGet(), Math::max);
      requests.add(request);
      try {
        way(request).answer(request, out);
      } finally {
        now.decrementAndGet(); // before the other side has the end of the answer, and goes on
      }
      out.flush();
    } catch (IOException e) {
      // The other side has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Way way(Request request) {
    Way own = ways.get(request.host() + request.target());
    if (own != null) {
      return own;
    }
    return ways.getOrDefault(
        request.target(), ways.getOrDefault("*", sends("404 Not Found", "", "no such page")));
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int sign = in.read();
      if (sign < 0) {
        throw new IOException("closed");
      }
      head.write(sign);
    }
    List<String> lines = head.toString(StandardCharsets.ISO_8859_1).lines().toList();
    String[] first = lines.getFirst().split(" ", 3);
    Map<String, String> fields = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return new Request(first[0], first[1], fields);
  }

  /// @param place a target such as `/storm`, the same with its host before it, or `*`
  public Rogue at(String place, Way way) {
    ways.put(place, way);
    return this;
  }

  public Rogue page(String place, String html) {
    return at(place, sends("200 OK", "Content-Type: text/html; charset=utf-8\r\n", html));
  }

  public Rogue redirect(String place, String location) {
    return at(place, sends("301 Moved Permanently", "Location: " + location + "\r\n", ""));
  }

  public Rogue robots(String text) {
    return at("/robots.txt", sends("200 OK", "Content-Type: text/plain\r\n", text));
  }

  /// A well-formed answer.
  public static Way sends(String status, String fields, String body) {
    return sends(status, fields, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Way sends(String status, String fields, byte[] body) {
    return (request, out) -> {
      out.write(bytes(
          "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + body.length + "\r\n\r\n"));
      if (!request.method().equals("HEAD")) {
        out.write(body);
      }
    };
  }

  /// These very bytes.
  public static Way raw(String text) {
    return (request, out) -> out.write(bytes(text));
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /// What was asked for, but for the rules for robots.
  public List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (Request request : requests) {
      if (!request.target().equals("/robots.txt")) {
        asked.add(
            request.method().equals("GET")
                ? request.address()
                : request.method() + " " + request.address());
      }
    }
    return asked;
  }

  public void forget() {
    requests.clear();
  }

  public Map<String, Integer> mostAtOnce() {
    return Map.copyOf(mostAtOnce);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
