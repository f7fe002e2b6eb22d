package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody makes the crawler call at a door inside.
class SafetyTest {
  private final World world;

  SafetyTest() throws IOException {
    world = new World();
  }

  @AfterEach
  void end() throws IOException {
    world.close();
  }

  @Test
  void doesNotSpeakToThisMachine() {
    world.resolver = host -> World.machines("127.0.0.1");
    assertThat(world.fetch("http://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss())
        .hasToString("http://varn-echo.example/storm: refused: 127.0.0.1 is a loopback address,"
            + " which is not spoken to; allow it with --allow-private if you trust it");
    assertThat(world.dialed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://0/",
      })
  void doesNotSpeakToAnAddressInside(String address) {
    world.resolver = Net.real().resolver();
    assertThat(world.fetch(address)).isEmpty();
    assertThat(world.onlyMiss().kind()).isEqualTo(Miss.Kind.REFUSED);
    assertThat(world.dialed).isEmpty();
  }

  @Test
  void isNotFooledByAnAnswerThatChanges() {
    AtomicInteger asked = new AtomicInteger();
    world.resolver =
        host -> World.machines(asked.incrementAndGet() == 1 ? World.PUBLIC : "192.168.1.1");
    world.server.robots("User-agent: *\nAllow: /\n").page("/storm", "<p>Storm</p>");
    assertThat(world.fetch("http://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss().message()).startsWith("192.168.1.1 is a private address");
    assertThat(world.dialed).containsExactly(World.PUBLIC + ":80"); // for robots.txt
  }

  @Test
  void connectsToTheVeryMachineThatItLookedAt() {
    AtomicInteger asked = new AtomicInteger();
    world.resolver = host -> {
      asked.incrementAndGet();
      return World.machines("127.0.0.1", World.PUBLIC, "10.0.0.7");
    };
    world.server.page("/storm", "<p>Storm</p>");
    assertThat(world.fetch("http://varn-echo.example/storm")).hasSize(1);
    assertThat(world.dialed).containsOnly(World.PUBLIC + ":80");
    assertThat(asked).hasValue(world.dialed.size());
  }

  @Test
  void doesNotFollowARedirectInside() {
    world.resolver =
        host -> World.machines(host.equals("intranet.example") ? "10.0.0.7" : World.PUBLIC);
    world.server.redirect("/storm", "http://intranet.example/secret");
    assertThat(world.fetch("http://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss().message())
        .startsWith("leads to http://intranet.example/secret: 10.0.0.7 is a private address");
    assertThat(world.server.asked()).containsExactly("http://varn-echo.example/storm");
  }

  @Test
  void doesNotFollowARedirectOfTheRulesInside() {
    world.resolver =
        host -> World.machines(host.equals("intranet.example") ? "10.0.0.7" : World.PUBLIC);
    world.server.redirect("/robots.txt", "http://intranet.example/robots.txt");
    world.server.page("/storm", "<p>Storm</p>");
    assertThat(world.fetch("http://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss().kind()).isEqualTo(Miss.Kind.REFUSED);
    assertThat(world.dialed).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://varn-echo.example/x", "gopher://x/_GET"})
  void doesNotFollowARedirectToAnotherScheme(String location) {
    world.server.redirect("/storm", location);
    assertThat(world.fetch("http://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss().message())
        .isEqualTo("leads to \"" + location + "\", which is no http or https address");
  }

  @Test
  void doesNotSpeakToOtherServices() {
    assertThat(world.fetch("http://varn-echo.example:25/")).isEmpty();
    assertThat(world.onlyMiss().message())
        .startsWith("port 25 belongs to another service than the web");
    assertThat(world.dialed).isEmpty();
  }

  @Test
  void letsNoAddressAddToARequest() {
    world.server.page("/x%0D%0AHost:%20ostholm.example", "<p>Storm</p>");
    assertThat(world.fetch("http://varn-echo.example/x\r\nHost: ostholm.example"))
        .hasSize(1);
    assertThat(world.server.requests())
        .extracting(Rogue.Request::host)
        .containsOnly("varn-echo.example");
  }

  @Test
  void sendsNoCredentials() {
    world.server.redirect("/storm", "http://mina:secret@varn-echo.example/inside");
    assertThat(world.fetch("http://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss().message()).contains("has a user's name or password in it");
  }

  @Test
  void fetchesInsideWhereThatIsAllowed() {
    world.resolver = host -> World.machines("127.0.0.1");
    world.options = world.options.with(Reach.PRIVATE_TOO);
    world.server.page("/storm", "<p>Storm</p>");
    assertThat(world.fetch("http://varn-echo.example:25/storm")).hasSize(1);
  }

  @Test
  void saysWhereAHostIsNot() {
    world.resolver = host -> {
      throw new UnknownHostException(host);
    };
    assertThat(world.fetch("http://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss().kind()).isEqualTo(Miss.Kind.UNREACHABLE);
    assertThat(world.onlyMiss().message())
        .isEqualTo("http://varn-echo.example/robots.txt: there is no host of this name; as long as"
            + " it can not be read, the site is left alone");
  }

  @Test
  void readsAListThatNamesMachinesInside() {
    world.resolver = host -> World.machines(host.endsWith(".example") ? World.PUBLIC : host);
    world.server.at(
        "/list.txt",
        Rogue.sends(
            "200 OK",
            "Content-Type: text/plain\r\n",
            "http://127.0.0.1:6379/\nhttp://10.0.0.1/\nhttp://varn-echo.example/storm\n"));
    world.server.page("/storm", "<p>Storm</p>");
    assertThat(World.addresses(world.fetch("http://varn-echo.example/list.txt")))
        .isEqualTo(List.of("http://varn-echo.example/storm"));
    assertThat(world.haul().misses())
        .extracting(Miss::kind)
        .containsExactly(Miss.Kind.REFUSED, Miss.Kind.REFUSED);
  }
}
