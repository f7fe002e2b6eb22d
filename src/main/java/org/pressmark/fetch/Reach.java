package org.pressmark.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which machines may be spoken to. Whoever writes a page or answers for a name could otherwise
/// have
/// the crawler call at the doors of the house that it runs in.
public enum Reach {
  /// Those that all the world can reach.
  PUBLIC,
  /// Those of the local network and this very machine too.
  PRIVATE_TOO;

  /// A stretch of addresses.
  private record Block(byte[] start, int bits, String what) {
    static Block of(String start, int bits, String what) {
      try {
        return new Block(InetAddress.getByName(start).getAddress(), bits, what);
      } catch (UnknownHostException e) {
        throw new IllegalStateException(start + " is written as an address, not as a name", e);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      int whole = bits / 8;
      int rest = 0xff << (8 - bits % 8) & 0xff;
      return Arrays.equals(start, 0, whole, address, 0, whole)
          && (bits % 8 == 0 || ((start[whole] ^ address[whole]) & rest) == 0);
    }
  }

  // https://www.iana.org/assignments/iana-ipv4-special-registry, and RFC 5771 for 224.0.0.0/4
  private static final List<Block> V4 = List.of(
      Block.of("0.0.0.0", 8, "an address of this network"),
      Block.of("10.0.0.0", 8, "a private address"),
      Block.of("100.64.0.0", 10, "a carrier's private address"),
      Block.of("127.0.0.0", 8, "a loopback address"),
      Block.of("169.254.0.0", 16, "a link-local address"),
      Block.of("172.16.0.0", 12, "a private address"),
      Block.of("192.0.0.0", 24, "an address for protocols"),
      Block.of("192.0.2.0", 24, "an address for documentation"),
      Block.of("192.88.99.0", 24, "a relay's address"),
      Block.of("192.168.0.0", 16, "a private address"),
      Block.of("198.18.0.0", 15, "an address for benchmarks"),
      Block.of("198.51.100.0", 24, "an address for documentation"),
      Block.of("203.0.113.0", 24, "an address for documentation"),
      Block.of("224.0.0.0", 4, "a multicast address"),
      Block.of("240.0.0.0", 4, "a reserved address"));

  // https://www.iana.org/assignments/iana-ipv6-special-registry
  private static final List<Block> V6 = List.of(
      Block.of("::", 128, "an address of this network"),
      Block.of("::1", 128, "a loopback address"),
      Block.of("2001::", 23, "an address for protocols"),
      Block.of("2001:db8::", 32, "an address for documentation"),
      Block.of("2002::", 16, "a relay's address"),
      Block.of("3fff::", 20, "an address for documentation"),
      Block.of("fc00::", 7, "a private address"),
      Block.of("fe80::", 10, "a link-local address"),
      Block.of("ff00::", 8, "a multicast address"));

  /// All addresses of IPv6 that the world can reach begin so (RFC 4291, 2.4).
  private static final Block GLOBAL = Block.of("2000::", 3, "");

  /// An IPv4 address in the last four bytes, to be translated on the way (RFC 6052, 2.1).
  private static final Block TRANSLATED = Block.of("64:ff9b::", 96, "");

  // Of https://fetch.spec.whatwg.org/#port-blocking those that are not below 1024: they belong to
  // services that take a request for commands of their own.
  private static final Set<Integer> OTHER_SERVICES = Set.of(
      1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667,
      6668, 6669, 6679, 6697, 9200, 9300, 10080, 11211, 27017);

  /// Why this machine may not be spoken to: `127.0.0.1 is a loopback address`.
  Optional<String> refusal(InetAddress machine) {
    return this == PRIVATE_TOO
        ? Optional.empty()
        : kind(machine.getAddress()).map(what -> machine.getHostAddress() + " is " + what);
  }

  private static Optional<String> kind(byte[] address) {
    if (address.length == 4) {
      return name(V4, address);
    }
    Optional<String> special = name(V6, address);
    if (special.isPresent()) {
      return special;
    }
    if (TRANSLATED.holds(address) || isMapped(address)) {
      return kind(Arrays.copyOfRange(address, 12, 16));
    }
    return GLOBAL.holds(address) ? Optional.empty() : Optional.of("a reserved address");
  }

  /// RFC 4291, 2.5.5: `::127.0.0.1` and `::ffff:127.0.0.1`.
  private static boolean isMapped(byte[] address) {
    for (int at = 0; at < 10; at++) {
      if (address[at] != 0) {
        return false;
      }
    }
    return address[10] == address[11] && (address[10] == 0 || address[10] == (byte) 0xff);
  }

  private static Optional<String> name(List<Block> blocks, byte[] address) {
    return blocks.stream()
        .filter(block -> block.holds(address))
        .map(Block::what)
        .findFirst();
  }

  /// Why this port may not be spoken to.
  Optional<String> refusal(int port) {
    boolean isOfTheWeb =
        port == 80 || port == 443 || (port >= 1024 && !OTHER_SERVICES.contains(port));
    return isOfTheWeb || this == PRIVATE_TOO
        ? Optional.empty()
        : Optional.of("port " + port + " belongs to another service than the web");
  }
}
