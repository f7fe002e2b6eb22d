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

  private static final int WINDOW = 145;

  /// A text is looked at so far around a zone to see whether another one begins there.
  static final int SIGHT = 2 * WINDOW;

  /// The model sees so many units more on either side, for what code shows no mark of.
  private static final int MARGIN = 900;

  /// So many points make a narrow zone, as a single call makes few: `renderAd(41, 99)`.
  private static final int FEW = 3;

  private static final int NARROW_WINDOW = 40;
  private static final int NARROW_MARGIN = 300;

  /// Zones that are closer to each other than this are one: a story in a JSON string has few marks.
  private static final int BRIDGE = 2_000;

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

  /// What makes no point and breaks no line, whatever stands before it.
  private static final boolean[] PLAIN = plain();

  static Hints of(String text) {
    char[] chars = text.toCharArray();
    return new Hints(text, chars, zones(chars));
  }

  private static List<Zone> zones(char[] text) {
    List<Zone> zones = new ArrayList<>();
    int[] place = new int[POINTS]; // of the last points, white space at line breaks not counted
    int points = 0;
    int uncounted = 0;
    for (int i = 0; i < text.length; i++) {
      if (PLAIN[text[i]]) {
        continue; // most of any text
      }
      int sort = SORT[text[i]];
      if (sort == SPACE) {
        int from = i;
        while (from > 0 && text[from - 1] == ' ') {
          from--;
        }
        while (i + 1 < text.length && SORT[text[i + 1]] == SPACE) {
          i++;
        }
        uncounted += i + 1 - from;
        continue;
      }
      int at = i - uncounted;
      for (int worth = worth(text, i, sort); worth > 0; worth--) {
        place[points++ % POINTS] = at;
        if (points >= POINTS && at - place[points % POINTS] < WINDOW) {
          add(zones, text, i, MARGIN);
        } else if (points >= FEW && at - place[(points + POINTS - FEW) % POINTS] < NARROW_WINDOW) {
          add(zones, text, i, NARROW_MARGIN);
        }
      }
    }
    return zones;
  }

  /// How many points a character makes where it stands.
  private static int worth(char[] text, int at, int sort) {
    int last = at - 1;
    while (last >= 0 && SORT[text[last]] == SPACE) {
      last--;
    }
    int before = last < 0 ? SPACE : SORT[text[last]];
    boolean apart =
        last < at - 1 && (before == LOWER || before == UPPER || before == DIGIT || before == POINT);
    boolean leads = sort == POINT && at + 1 < text.length && SORT[text[at + 1]] == LOWER;
    return WORTH[(apart ? SPACE : before) * SORTS + sort] + (leads ? 1 : 0);
  }

  private static void add(List<Zone> zones, char[] text, int at, int margin) {
    Zone last = zones.isEmpty() ? null : zones.getLast();
    if (last != null && at + margin / 2 < last.end()) {
      return;
    }
    int start = last != null && at - last.end() < (margin == MARGIN ? BRIDGE : 0)
        ? last.start()
        : wordStart(text, Math.max(0, at - margin), margin);
    if (last != null && start <= last.end()) {
      start = last.start();
    }
    Zone zone = new Zone(start, wordEnd(text, Math.min(text.length, at + margin), margin));
    if (last != null && start == last.start()) {
      zones.set(zones.size() - 1, zone);
    } else {
      zones.add(zone);
    }
  }

  /// Back to the beginning of a line, if one is near, else of a word.
  private static int wordStart(char[] text, int at, int margin) {
    int most = Math.max(0, at - margin);
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

  private static int wordEnd(char[] text, int at, int margin) {
    int most = Math.min(text.length, at + margin);
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

  private static boolean[] plain() {
    boolean[] plain = new boolean[SORT.length];
    for (int c = 0; c < plain.length; c++) {
      plain[c] = SORT[c] == LOWER || SORT[c] == OTHER || c == ' ';
    }
    return plain;
  }

  private static byte[] worths() {
    byte[] worths = new byte[SORTS * SORTS];
    for (int before = 0; before < SORTS; before++) {
      for (int sort = 0; sort < SORTS; sort++) {
        worths[before * SORTS + sort] = (byte) worth(before, sort);
      }
    }
    return worths;
  }

  /// How many points a character makes behind another.
  private static int worth(int before, int sort) {
    return switch (sort) {
      case MARK -> 2;
      case SEMICOLON -> before == CLOSE ? 2 : 1;
      case UPPER, DIGIT -> before == LOWER ? 1 : 0;
      case POINT -> before == POINT ? 1 : 0;
      case QUOTE, OPEN -> before == OPEN ? 2 : 0;
      case CLOSE -> before == QUOTE ? 1 : before == OPEN ? 2 : 0;
      case COLON -> before == QUOTE ? 2 : 0;
      default -> 0;
    };
  }
}
