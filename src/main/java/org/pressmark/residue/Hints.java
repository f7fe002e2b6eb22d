package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;

/// Finds the zones of a text that are worth the model's while, in one quick look at each character.
///
/// A zone is where marks of code stand close together. A lone semicolon, a price or a name such as
/// McDonald makes none; white space counts for nothing, so closing up lines changes no zone.
final class Hints {
  /// From and to, in UTF-16 units.
  record Zone(int start, int end) {}

  /// So many points within [#WINDOW] characters make a zone.
  private static final int POINTS = 5;

  private static final int WINDOW = 120;

  /// The model sees so many units more on either side, for what code shows no mark of.
  private static final int MARGIN = 900;

  /// Zones that are closer to each other than this are one: a story in a JSON string has few marks.
  private static final int BRIDGE = 8_000;

  private static final int OTHER = 0;
  private static final int SPACE = 1;
  private static final int LOWER = 2;
  private static final int UPPER = 3;
  private static final int DIGIT = 4;
  private static final int MARK = 5;
  private static final int SEMICOLON = 6;
  private static final int QUOTE = 7;
  private static final int OPEN = 8;
  private static final int CLOSE = 9;
  private static final int COLON = 10;
  private static final int POINT = 11;
  private static final int SORTS = 16;

  private static final byte[] SORT = sorts();
  private static final byte[] WORTH = worths();

  private Hints() {}

  static List<Zone> zones(String text, int from, int to) {
    List<Zone> zones = new ArrayList<>();
    int[] place =
        new int[POINTS]; // where the last points were made, by count of visible characters
    int points = 0;
    int visible = 0;
    int before = SPACE;
    for (int i = from; i < to; i++) {
      int sort = SORT[text.charAt(i)];
      if (sort == SPACE) {
        before = before == LOWER || before == UPPER || before == DIGIT || before == POINT
            ? SPACE
            : before;
        continue;
      }
      visible++;
      int worth = WORTH[before * SORTS + sort];
      before = sort;
      for (; worth > 0; worth--) {
        int oldest = place[points % POINTS];
        place[points++ % POINTS] = visible;
        if (points >= POINTS && visible - place[points % POINTS] < WINDOW && oldest >= 0) {
          add(zones, text, i, from, to);
        }
      }
    }
    return zones;
  }

  private static void add(List<Zone> zones, String text, int at, int from, int to) {
    Zone last = zones.isEmpty() ? null : zones.getLast();
    if (last != null && at + MARGIN / 2 < last.end()) {
      return;
    }
    int start = last != null && at - last.end() < BRIDGE
        ? last.start()
        : wordStart(text, Math.max(from, at - MARGIN), from);
    if (last != null && start <= last.end()) {
      start = last.start();
    }
    Zone zone = new Zone(start, wordEnd(text, Math.min(to, at + MARGIN), to));
    if (last != null && start == last.start()) {
      zones.set(zones.size() - 1, zone);
    } else {
      zones.add(zone);
    }
  }

  /// Back to the beginning of a line, if one is near, else of a word.
  private static int wordStart(String text, int at, int from) {
    int most = Math.max(from, at - MARGIN);
    for (int i = at; i > most; i--) {
      if (text.charAt(i - 1) == '\n') {
        return lineGap(text, i, from);
      }
    }
    if (most == from) {
      return from;
    }
    int i = at;
    while (i > most && SORT[text.charAt(i - 1)] != SPACE) {
      i--;
    }
    return i;
  }

  /// The blank lines before a line belong to it: they say that a paragraph begins.
  private static int lineGap(String text, int lineStart, int from) {
    int i = lineStart;
    while (i > from && SORT[text.charAt(i - 1)] == SPACE) {
      i--;
    }
    return i;
  }

  private static int wordEnd(String text, int at, int to) {
    int most = Math.min(to, at + MARGIN);
    for (int i = at; i < most; i++) {
      if (text.charAt(i) == '\n') {
        return lineEnd(text, i, to);
      }
    }
    int i = most;
    while (i > at && i < to && SORT[text.charAt(i)] != SPACE) {
      i--;
    }
    return i == at ? most : i;
  }

  private static int lineEnd(String text, int newline, int to) {
    int i = newline;
    while (i < to && SORT[text.charAt(i)] == SPACE) {
      i++;
    }
    return i;
  }

  private static byte[] sorts() {
    byte[] sorts = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < sorts.length; c++) {
      sorts[c] = (byte) sort((char) c);
    }
    return sorts;
  }

  private static int sort(char c) {
    return switch (c) {
      case '{', '}', '<', '>', '=', '|', '\\', '_' -> MARK;
      case ';', '$', '&', '#', '@' -> SEMICOLON;
      case '"', '\'', '“', '”', '„', '«', '»', '‘', '’' -> QUOTE;
      case '(', '[' -> OPEN;
      case ')', ']' -> CLOSE;
      case ':' -> COLON;
      case '.', '/' -> POINT;
      default ->
        switch (Chars.kind(c)) {
          case Chars.SPACE -> SPACE;
          case Chars.DIGIT -> DIGIT;
          case Chars.LETTER ->
            Character.isUpperCase(c) ? UPPER : Character.isLowerCase(c) ? LOWER : OTHER;
          default -> OTHER;
        };
    };
  }

  /// How many points a character makes behind another.
  private static byte[] worths() {
    byte[] worths = new byte[SORTS * SORTS];
    for (int before = 0; before < SORTS; before++) {
      worths[before * SORTS + MARK] = 2;
      worths[before * SORTS + SEMICOLON] = 1;
    }
    worths[LOWER * SORTS + UPPER] = 1;
    worths[LOWER * SORTS + DIGIT] = 1;
    worths[OPEN * SORTS + QUOTE] = 2;
    worths[QUOTE * SORTS + CLOSE] = 1;
    worths[OPEN * SORTS + CLOSE] = 2;
    worths[OPEN * SORTS + OPEN] = 2;
    worths[CLOSE * SORTS + SEMICOLON] = 2;
    worths[QUOTE * SORTS + COLON] = 2;
    worths[POINT * SORTS + LOWER] = 1;
    worths[POINT * SORTS + POINT] = 1;
    worths[SEMICOLON * SORTS + SEMICOLON] = 1;
    worths[OPEN * SORTS + MARK] = 2;
    return worths;
  }
}
