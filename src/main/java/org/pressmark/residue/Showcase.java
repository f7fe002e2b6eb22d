package org.pressmark.residue;

import java.util.List;
import java.util.Locale;

/// Code that an article shows on purpose: it stands on lines of its own, in several places with
/// prose between them, and speaks of no advertisement, counter or theme.
final class Showcase {
  /// An article that shows code does it more than twice.
  private static final int FEWEST = 3;

  private static final List<String> MACHINERY = WordList.lines("machinery.txt");

  private Showcase() {}

  /// The stretches without those that are shown on purpose.
  static List<Stretch> without(String text, List<Stretch> stretches) {
    List<Stretch> shown = stretches.stream().filter(s -> couldBeShown(text, s)).toList();
    if (shown.size() < FEWEST) {
      return stretches;
    }
    return stretches.stream().filter(s -> isMachinery(text, s)).toList();
  }

  private static boolean couldBeShown(String text, Stretch stretch) {
    return opensLine(text, stretch.start())
        && closesLine(text, stretch.end())
        && !isMachinery(text, stretch);
  }

  static boolean isMachinery(String text, Stretch stretch) {
    int end = Math.min(stretch.end(), stretch.start() + 20_000);
    String lower = text.substring(stretch.start(), end).toLowerCase(Locale.ROOT);
    return MACHINERY.stream().anyMatch(lower::contains);
  }

  private static boolean opensLine(String text, int start) {
    int at = start - 1;
    while (at >= 0 && text.charAt(at) != '\n' && text.charAt(at) <= ' ') {
      at--;
    }
    return at < 0 || text.charAt(at) == '\n';
  }

  private static boolean closesLine(String text, int end) {
    int at = end;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) <= ' ') {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n';
  }
}
