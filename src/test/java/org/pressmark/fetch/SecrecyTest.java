package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;

/// Over TLS, with a certificate that is made for the test.
class SecrecyTest {
  private static final char[] PASSWORD = "lighthouse".toCharArray();

  @TempDir
  private static Path folder;

  private static SSLContext known = noContext();
  private static Rogue server = noServer();

  @SuppressWarnings("NullAway") // set before all tests
  private static SSLContext noContext() {
    return null;
  }

  @SuppressWarnings("NullAway") // set before all tests
  private static Rogue noServer() {
    return null;
  }

  @BeforeAll
  static void serve() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "echo",
            "-keyalg",
            "EC",
            "-dname",
            "CN=varn-echo.example",
            "-ext",
            "san=dns:varn-echo.example",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.toString(),
            "-storepass",
            new String(PASSWORD))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("keytool.log").toFile())
        .start();
    assertThat(keytool.waitFor()).isZero();
    known = context(keys);
    SSLServerSocketFactory sockets = known.getServerSocketFactory();
    server = new Rogue(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    server.page("/lamp", "<p>Lamp</p>");
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD);
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  @AfterAll
  static void end() throws IOException {
    server.close();
  }

  private static Haul fetch(String address, SSLSocketFactory tls, List<Capture> captures) {
    Net net = new Net(
        host -> World.machines(World.PUBLIC),
        (socket, machine, port, limit) ->
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())),
        tls);
    Iterator<Crawl.Seed> seeds =
        List.of(new Crawl.Seed(address, Task.Rank.GIVEN)).iterator();
    FetchOptions options = FetchOptions.DEFAULTS.with(
        new FetchOptions.Manners(Duration.ZERO, Duration.ZERO, 1, 4, "Pressmark"));
    try (Crawl crawl = new Crawl(options, Memory.NONE, net, Timing.REAL, Crawl.Mode.FETCH);
        Stream<Found> pages = crawl.pages(seeds, () -> false)) {
      pages.map(Capture.class::cast).forEach(captures::add);
      return crawl.haul();
    }
  }

  @Test
  void fetchesOverASecureConnection() {
    List<Capture> captures = new ArrayList<>();
    Haul haul = fetch("https://varn-echo.example/lamp", known.getSocketFactory(), captures);
    assertThat(haul.misses()).isEmpty();
    assertThat(captures).hasSize(1);
    assertThat(captures.getFirst().exchange().orElseThrow().response())
        .startsWith(Rogue.bytes("HTTP/1.1 200 OK\r\n"));
  }

  @Test
  void speaksToNobodyWhoseCertificateHasAnotherName() {
    Haul haul = fetch("https://ostholm.example/lamp", known.getSocketFactory(), new ArrayList<>());
    assertThat(haul.misses().getFirst().message())
        .contains("no secure connection can be made", "ostholm.example");
  }

  @Test
  void speaksToNobodyWhomNobodyVouchesFor() {
    Haul haul = fetch(
        "https://varn-echo.example/lamp",
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        new ArrayList<>());
    assertThat(haul.misses().getFirst().message()).contains("no secure connection can be made");
  }
}
