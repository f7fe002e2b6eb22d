package org.pressmark.fetch;

import static org.pressmark.fetch.Miss.Kind.REFUSED;
import static org.pressmark.fetch.Miss.Kind.SLOW;
import static org.pressmark.fetch.Miss.Kind.UNREACHABLE;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Asks a server for one thing, on a connection of its own, and keeps what went over it.
///
/// A name is looked up once a request. The machines that it stands for are looked at, and the
/// connection is made to one of these very machines: a name that stands for another one a moment
/// later gains nothing by it. Safe for use by many threads.
final class Wire implements AutoCloseable {
  private static final int MAX_MACHINES = 4;
  private static final Duration FAREWELL = Duration.ofMillis(250);

  private final Net net;
  private final FetchOptions options;
  private final Timing timing;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, task -> daemon(task, "pressmark-cutoff"));
  private final ExecutorService lookUps =
      Executors.newCachedThreadPool(task -> daemon(task, "pressmark-dns"));

  /// A request that a server is to answer.
  ///
  /// @param method `GET` or `HEAD`
  /// @param more fields beside those that every request has, whole lines
  /// @param maxBytes of the answer's body
  record Ask(
      String method,
      Address address,
      List<String> more,
      long maxBytes,
      ReplyReader.Overflow overflow) {}

  Wire(Net net, FetchOptions options, Timing timing) {
    this.net = net;
    this.options = options;
    this.timing = timing;
    clock.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  Reply.Had ask(Ask ask, Hold hold) throws Trouble, InterruptedException {
    Optional<String> port = options.reach().refusal(ask.address().port());
    if (port.isPresent()) {
      throw refused(port.get());
    }
    List<InetAddress> machines = machines(ask.address());
    Trouble last = Trouble.passing(UNREACHABLE, "there is no machine of this name");
    for (InetAddress machine : machines.subList(0, Math.min(machines.size(), MAX_MACHINES))) {
      try {
        return ask(ask, machine, hold);
      } catch (Unreached e) {
        last = Trouble.passing(UNREACHABLE, e.words());
      }
    }
    throw last;
  }

  private static Trouble refused(String why) {
    return Trouble.lasting(
        REFUSED, why + ", which is not spoken to; allow it with --allow-private if you trust it");
  }

  /// The machines behind a name that may be spoken to.
  private List<InetAddress> machines(Address address) throws Trouble, InterruptedException {
    List<InetAddress> machines = new ArrayList<>();
    Optional<String> refusal = Optional.empty();
    for (InetAddress machine : look(address.host())) {
      Optional<String> why = options.reach().refusal(machine);
      if (why.isEmpty()) {
        machines.add(machine);
      } else {
        refusal = why;
      }
    }
    if (machines.isEmpty() && refusal.isPresent()) {
      throw refused(refusal.get());
    }
    return machines;
  }

  private List<InetAddress> look(String host) throws Trouble, InterruptedException {
    Future<List<InetAddress>> look = lookUps.submit(() -> net.resolver().machines(host));
    try {
      return look.get(options.limits().connect().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      look.cancel(true);
      throw Trouble.passing(
          SLOW, "the host's name was not found within " + words(options.limits().connect()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException
          ? Trouble.passing(UNREACHABLE, "there is no host of this name")
          : Trouble.passing(UNREACHABLE, "the host's name could not be looked up");
    }
  }

  /// A machine that did not take the connection; another one may.
  private static final class Unreached extends Exception {
    private static final long serialVersionUID = 1;

    private final String words;

    Unreached(String words) {
      super(words);
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  @SuppressWarnings("resource") // the cutoff closes it once more, which does no harm
  private Reply.Had ask(Ask ask, InetAddress machine, Hold hold)
      throws Trouble, Unreached, InterruptedException {
    byte[] request = request(ask);
    try (Socket socket = new Socket();
        Cutoff cutoff = new Cutoff(clock, socket, options.limits().whole())) {
      try {
        connect(socket, machine, ask.address().port());
        Socket line = ask.address().isSecure() ? secure(socket, ask.address()) : socket;
        line.setSoTimeout(millis(options.limits().silence()));
        OutputStream out = line.getOutputStream();
        out.write(request);
        out.flush();
        Reply reply = reply(ask, line, cutoff, hold);
        return new Reply.Had(reply, request, machine.getHostAddress(), timing.now());
      } catch (IOException e) {
        throw trouble(e, cutoff);
      } catch (Unreached e) {
        if (cutoff.isPassed()) {
          throw tooSlow();
        }
        throw e;
      }
    } catch (IOException e) {
      throw Trouble.passing(UNREACHABLE, "the connection can not be closed: " + e.getMessage());
    }
  }

  private void connect(Socket socket, InetAddress machine, int port) throws Unreached {
    try {
      socket.setTcpNoDelay(true);
      net.dialer().connect(socket, machine, port, options.limits().connect());
    } catch (SocketTimeoutException e) {
      throw new Unreached(
          "nobody answers there within " + words(options.limits().connect()));
    } catch (IOException e) {
      throw new Unreached("nobody takes the connection: " + e.getMessage());
    }
  }

  /// TLS, with the host's name in the certificate (RFC 9110, 4.3.4).
  private Socket secure(Socket socket, Address address) throws IOException {
    socket.setSoTimeout(millis(options.limits().silence()));
    String host = address.host();
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    SSLSocket secure = (SSLSocket) net.tls().createSocket(socket, name, address.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private Reply reply(Ask ask, Socket line, Cutoff cutoff, Hold hold)
      throws IOException, Trouble, InterruptedException {
    FetchOptions.Limits limits = options.limits().withMaxBytes(ask.maxBytes());
    ReplyReader reader = new ReplyReader(line.getInputStream(), limits, ask.overflow(), bytes -> {
      if (hold.isTooSmallFor(bytes)) {
        cutoff.pause();
        hold.enlarge();
        cutoff.resume();
      }
    });
    Reply reply = reader.read(!ask.method().equals("HEAD"));
    if (reply.isContent() && reply.note().isEmpty()) {
      line.setSoTimeout(millis(FAREWELL));
      Optional<String> excess = reader.excess();
      if (excess.isPresent()) {
        return reply.with(excess.get());
      }
    }
    return reply;
  }

  private Trouble trouble(IOException e, Cutoff cutoff) {
    if (cutoff.isPassed()) {
      return tooSlow();
    }
    return switch (e) {
      case SocketTimeoutException silence ->
        Trouble.passing(
            SLOW, "the server said nothing for " + words(options.limits().silence()));
      case SSLException secret ->
        Trouble.lasting(UNREACHABLE, "no secure connection can be made: " + secret.getMessage());
      default -> Trouble.passing(UNREACHABLE, "the connection was lost: " + e.getMessage());
    };
  }

  private Trouble tooSlow() {
    return Trouble.passing(
        SLOW,
        "the answer was not there after " + words(options.limits().whole())
            + "; wait longer with --max-time if need be");
  }

  private static int millis(Duration time) {
    return Math.toIntExact(Math.max(1, time.toMillis()));
  }

  /// `15 s`, `250 ms`
  static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /// RFC 9112, 3. One request a connection, so that no answer is ever taken for another's.
  private byte[] request(Ask ask) {
    StringBuilder request = new StringBuilder();
    request.append(ask.method()).append(' ').append(ask.address().target()).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(ask.address().authority()).append("\r\n");
    request.append("User-Agent: ").append(options.manners().agent()).append("\r\n");
    request.append("Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n");
    request.append("Accept-Encoding: gzip\r\n");
    ask.more().forEach(line -> request.append(line).append("\r\n"));
    request.append("Connection: close\r\n\r\n");
    return request.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    lookUps.shutdownNow();
  }
}
