package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;

/// What a newspaper says of its own writer below a story: `Ella Thornby can be reached at …`,
/// `Reach Ella Thornby at …`, `Ella Thornby is a staff writer`, `— Ella Thornby`.
final class SignOffs {
  private static final int LONGEST = 300;
  private static final int LONGEST_NAME = 40;

  private static final Wording CONTACT = Wording.opening(
      "^(?:reach|contact|email|e-mail|write to|you can reach)\\s++(?:reporter\\s)?");
  /// What stands between a name and a trade.
  private static final List<String> VERBS = List.of(
      " can be ",
      " is ",
      " was ",
      " writes ",
      " covers ",
      " reported ",
      " ist ",
      " arbeitet ",
      " schreibt ",
      " est ",
      " es ",
      " è ",
      " é ",
      " är ",
      " er ",
      " jest ",
      ", ");
  private static final WordFinder TRADES = new WordFinder(List.of(
      "reached at",
      "reported from",
      "writes for",
      "writes about",
      "writer",
      "reporter",
      "correspondent",
      "columnist",
      "journalist",
      "covers ",
      "redakteur",
      "korrespondent",
      "schreibt für",
      "periodista",
      "giornalista",
      "jornalista",
      "dziennikar"));

  private SignOffs() {}

  /// Who is said to have written what stands above such a line.
  static Optional<String> name(String text) {
    if (text.length() > LONGEST || text.indexOf(' ') < 0) {
      return Optional.empty();
    }
    String line = withoutSigns(text);
    int comma = line.indexOf(", ");
    String first = comma > 0 ? line.substring(0, comma) : line;
    if (line.length() < text.length() && GivenNames.begin(first)) {
      return Optional.of(first); // `— Ella Thornby, Varn Echo`
    }
    int contact = CONTACT.end(line);
    return contact > 0
        ? before(line.substring(contact), List.of(" at ", " on ", ": ", " via "))
        : TRADES.in(line) != 0 ? before(line, VERBS) : Optional.empty();
  }

  /// The name in front of the first of these.
  private static Optional<String> before(String text, List<String> behind) {
    int end = Math.min(text.length(), LONGEST_NAME);
    for (String words : behind) {
      int at = text.indexOf(words);
      end = at > 0 ? Math.min(end, at) : end;
    }
    String name = text.substring(0, end);
    return end < text.length() && GivenNames.begin(name) ? Optional.of(name) : Optional.empty();
  }

  private static String withoutSigns(String text) {
    int from = 0;
    while (from < text.length() && "–—-*~ ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from);
  }
}
