package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;

/// What a newspaper says of its own writer below a story: `Ella Thornby can be reached at …`,
/// `Reach Ella Thornby at …`, `Ella Thornby is a staff writer`, `— Ella Thornby`.
final class SignOffs {
  private static final int LONGEST = 300;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_TRADE = 60; // with the verb before it

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

  /// Those whom somebody spoke to, and of whom more is told.
  private static final WordFinder OTHERS = new WordFinder(
      List.of("reporters", "journalists", "writers", "columnists", "told ", " who "));

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
    return contact > 0 && !line.contains(" for ") // `Contact Ella Thornby at 555-0123 for tickets`
        ? before(line.substring(contact), List.of(" at ", " on ", ": ", " via "))
        : before(line, VERBS).filter(name -> isTrade(line.substring(name.length())));
  }

  /// Whether the first words behind a name are a trade; `told reporters` is none.
  private static boolean isTrade(String behind) {
    int stop = behind.indexOf(". ");
    int end = Math.min(stop < 0 ? behind.length() : stop, LONGEST_TRADE);
    String words = behind.substring(0, end);
    return TRADES.in(words) != 0 && OTHERS.in(words) == 0;
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
    while (from < text.length() && "–—~ ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from);
  }
}
