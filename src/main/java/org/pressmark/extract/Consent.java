package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// What a dialog says that asks readers to be watched.
///
/// The phrases are in `consent.txt`. One of them proves nothing: stories speak of cookies, too.
final class Consent {
  private static final List<String> PHRASES = phrases();

  /// How many different phrases make a text a dialog.
  private static final int ENOUGH = 3;

  /// Dialogs are looked at no further than this, in characters: lists of partners are long.
  private static final int MAX_CHARS = 20_000;

  private Consent() {}

  static boolean isAskedFor(CharSequence text) {
    int end = Math.min(text.length(), MAX_CHARS);
    String words = text.subSequence(0, end).toString().toLowerCase(Locale.ROOT);
    return PHRASES.stream().filter(words::contains).limit(ENOUGH).count() == ENOUGH;
  }

  private static List<String> phrases() {
    try (BufferedReader lines = Resource.open("consent.txt")) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("consent.txt: unreadable in this program's own jar", e);
    }
  }
}
