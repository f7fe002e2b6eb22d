package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, an address of this network",
    "10.255.0.1, a private address",
    "100.64.0.1, a carrier's private address",
    "100.127.255.255, a carrier's private address",
    "127.0.0.1, a loopback address",
    "127.255.255.254, a loopback address",
    "169.254.169.254, a link-local address",
    "172.16.0.1, a private address",
    "172.31.255.255, a private address",
    "192.168.1.1, a private address",
    "198.19.0.1, an address for benchmarks",
    "224.0.0.1, a multicast address",
    "239.255.255.255, a multicast address",
    "255.255.255.255, a reserved address",
    "::, an address of this network",
    "::1, a loopback address",
    "fe80::1, a link-local address",
    "fd00::1, a private address",
    "fc00::1, a private address",
    "ff02::1, a multicast address",
    "fec0::1, a reserved address",
    "2001:db8::1, an address for documentation",
    "2002:7f00:1::, a relay's address",
    "64:ff9b::7f00:1, a loopback address",
    "64:ff9b::a00:1, a private address",
    "::127.0.0.1, a loopback address",
  })
  void keepsAwayFromWhatIsNotOfTheWorld(String machine, String what) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(machine);
    assertThat(Reach.PUBLIC.refusal(address))
        .hasValueSatisfying(why -> assertThat(why).endsWith(" is " + what));
    assertThat(Reach.PRIVATE_TOO.refusal(address)).isEmpty();
  }

  @Test
  void seesThroughAnAddressInAnAddress() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 10;
    mapped[15] = 1;
    InetAddress address = java.net.Inet6Address.getByAddress("varn-echo.example", mapped, 0);
    assertThat(Reach.PUBLIC.refusal(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.215.14",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001:80b::200e",
        "64:ff9b::5db8:d70e",
      })
  void speaksToTheWorld(String machine) throws UnknownHostException {
    assertThat(Reach.PUBLIC.refusal(InetAddress.getByName(machine))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "80, true", "443, true", "8080, true", "8443, true", "1024, true", "50000, true",
    "22, false", "25, false", "53, false", "1023, false", "6379, false", "11211, false",
  })
  void knowsThePortsOfTheWeb(int port, boolean isOfTheWeb) {
    assertThat(Reach.PUBLIC.refusal(port).isEmpty()).isEqualTo(isOfTheWeb);
  }
}
