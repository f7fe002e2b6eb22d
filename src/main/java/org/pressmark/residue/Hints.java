package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;

/// Finds the zones of a text that are worth the model's while, in one quick look at each character.
///
/// A zone is where marks of code stand close together. A lone semicolon, a price or a name such as
/// McDonald makes none; white space counts for nothing, so closing up lines changes no zone.
///
/// @param chars those of the text
/// @param zones in order
record Hints(String text, char[] chars, List<Zone> zones) {
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

  static Hints of(String text) {
    char[] chars = text.toCharArray();
    return new Hints(text, chars, zones(chars));
  }

  private static List<Zone> zones(char[] text) {
    List<Zone> zones = new ArrayList<>();
    int[] place =
        new int[POINTS]; // where the last points were made, by count of visible characters
    int points = 0;
    int visible = 0;
    int before = SPACE;
    for (int i = 0; i < text.length; i++) {
      int sort = SORT[text[i]];
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
          add(zones, text, i);
        }
      }
    }
    return zones;
  }

  private static void add(List<Zone> zones, char[] text, int at) {
    Zone last = zones.isEmpty() ? null : zones.getLast();
    if (last != null && at + MARGIN / 2 < last.end()) {
      return;
    }
    int start = last != null && at - last.end() < BRIDGE
        ? last.start()
        : wordStart(text, Math.max(0, at - MARGIN));
    if (last != null && start <= last.end()) {
      start = last.start();
    }
    Zone zone = new Zone(start, wordEnd(text, Math.min(text.length, at + MARGIN)));
    if (last != null && start == last.start()) {
      zones.set(zones.size() - 1, zone);
    } else {
      zones.add(zone);
    }
  }

  /// Back to the beginning of a line, if one is near, else of a word.
  private static int wordStart(char[] text, int at) {
    int most = Math.max(0, at - MARGIN);
    for (int i = at; i > most; i--) {
      if (text[i - 1] == '\n') {
        return lineGap(text, i);
      }
    }
    if (most == 0) {
      return 0;
    }
    int i = at;
    while (i > most && SORT[text[i - 1]] != SPACE) {
      i--;
    }
    return i;
  }

  /// The blank lines before a line belong to it: they say that a paragraph begins.
  private static int lineGap(char[] text, int lineStart) {
    int i = lineStart;
    while (i > 0 && SORT[text[i - 1]] == SPACE) {
      i--;
    }
    return i;
  }

  private static int wordEnd(char[] text, int at) {
    int most = Math.min(text.length, at + MARGIN);
    for (int i = at; i < most; i++) {
      if (text[i] == '\n') {
        return lineEnd(text, i);
      }
    }
    int i = most;
    while (i > at && i < text.length && SORT[text[i]] != SPACE) {
      i--;
    }
    return i == at ? most : i;
  }

  private static int lineEnd(char[] text, int newline) {
    int i = newline;
    while (i < text.length && SORT[text[i]] == SPACE) {
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
        switch (Chars.sort(c)) {
          case Chars.SPACE -> SPACE;
          case Chars.DIGIT -> DIGIT;
          case Chars.LOWER, Chars.LOWER_BEYOND -> LOWER;
          case Chars.UPPER, Chars.UPPER_BEYOND -> UPPER;
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
