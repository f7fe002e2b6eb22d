package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list of phrases that give away what kind of page or line they stand on, from `kinds.txt`.
enum Phrase {
  ERROR,
  PAYWALL,
  SUBSCRIBER,
  ACCEPT,
  LIVE,
  GALLERY,
  PICTURE,
  PICTURE_BY,
  AGENCY,
  COLLECTION,
  COMMENTS,
  COMMENTS_CLOSED;

  /// How many lists the phrases of one kind are kept in, by their first letter.
  private static final int DRAWERS = 64;

  private static final String[] NONE = {};

  private final String[][] drawers = new String[DRAWERS][];

  static {
    read();
  }

  /// The phrase that a line is, apart from the marks at its end.
  Optional<String> saidBy(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    for (String phrase : from < to ? beginningWith(text.charAt(from)) : NONE) {
      boolean goesOn = phrase.endsWith("…");
      int length = phrase.length() - (goesOn ? 1 : 0);
      if ((goesOn ? length <= to - from : length == to - from)
          && isAt(text, from, phrase, length)) {
        return Optional.of(phrase.substring(0, length));
      }
    }
    return Optional.empty();
  }

  /// The first of these phrases in a line that begins where a word does.
  Optional<String> in(String text, int start, int end) {
    char before = ' ';
    for (int at = start; at + 1 < end; at++) {
      char c = text.charAt(at);
      if (!isOfWord(before) || c > '\u2e80') {
        for (String phrase : beginningWith(c)) {
          int behind = at + phrase.length();
          if (behind <= end
              && isAt(text, at, phrase, phrase.length())
              && (behind == end || !isOfWord(text.charAt(behind)) || c > '\u2e80')) {
            return Optional.of(phrase);
          }
        }
      }
      before = c;
    }
    return Optional.empty();
  }

  /// Behind the longest of these phrases that stands here as a word of its own, or -1.
  int behind(String text, int at, int end) {
    int behind = -1;
    for (String phrase : beginningWith(text.charAt(at))) {
      int to = at + phrase.length();
      if (to > behind && to <= end && isAt(text, at, phrase, phrase.length())) {
        behind = to == end || !isOfWord(text.charAt(to)) ? to : behind;
      }
    }
    return behind;
  }

  private static boolean isOfWord(char c) {
    return c >= 'a' && c <= 'z' || c > ' ' && Character.isLetterOrDigit(c);
  }

  private String[] beginningWith(char letter) {
    return drawers[Character.toLowerCase(letter) % DRAWERS];
  }

  private static boolean isAt(String text, int at, String phrase, int length) {
    for (int i = 0; i < length; i++) {
      char c = text.charAt(at + i);
      if (phrase.charAt(i) != (c == '’' ? '\'' : Character.toLowerCase(c))) {
        return false;
      }
    }
    return true;
  }

  private void add(String phrase) {
    int drawer = phrase.charAt(0) % DRAWERS;
    drawers[drawer] = Arrays.copyOf(drawers[drawer], drawers[drawer].length + 1);
    drawers[drawer][drawers[drawer].length - 1] = phrase;
  }

  private static void read() {
    for (Phrase phrase : values()) {
      Arrays.fill(phrase.drawers, NONE);
    }
    @Nullable Phrase list = null;
    try (BufferedReader lines = Resource.open("kinds.txt")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          String name = line.substring(1, line.length() - 1);
          list = valueOf(name.replace(' ', '_').toUpperCase(Locale.ROOT));
        } else if (list != null && !line.isBlank() && !line.startsWith("#")) {
          list.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("kinds.txt: unreadable in this program's own jar", e);
    }
  }
}
