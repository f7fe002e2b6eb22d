package org.pressmark.source;

import java.util.Locale;
import java.util.Set;

/// Tells an e-mail (RFC 5322) from a text that begins with lines such as `Date: 3 May`.
final class Mail {
  /// Headers that nobody writes by hand.
  private static final Set<String> MACHINE = Set.of(
      "message-id",
      "mime-version",
      "received",
      "return-path",
      "delivered-to",
      "dkim-signature",
      "content-transfer-encoding");

  private static final Set<String> PLAIN = Set.of("from", "to", "date", "subject", "sender", "cc");

  private Mail() {}

  /// Whether the first lines are headers: by two known ones in a file named `.eml`, elsewhere only
  /// with one among them that a machine wrote.
  static boolean isIn(String head, String extension) {
    int plain = 0;
    int machine = 0;
    for (String line : head.lines().limit(40).toList()) {
      int colon = line.indexOf(':');
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (line.isEmpty() || (!folded && colon < 1)) {
        break;
      }
      if (!folded) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!isName(name)) {
          break;
        }
        machine += MACHINE.contains(name) ? 1 : 0;
        plain += PLAIN.contains(name) ? 1 : 0;
      }
    }
    boolean enough = machine + plain >= 2;
    return enough && (machine > 0 || extension.equals("eml"));
  }

  /// Whether a line has the form of a header, whatever its name.
  static boolean isHeader(String line) {
    int colon = line.indexOf(':');
    return colon > 0 && isName(line.substring(0, colon));
  }

  private static boolean isName(String name) {
    return name.chars().allMatch(sign -> sign > ' ' && sign < 127);
  }
}
