package org.pressmark.extract;

import org.jsoup.nodes.Element;

/// The time of day with which an entry of a live blog opens: `11:40 Uhr`, `15h20`, `9.05 am`.
final class Clock {
  private static final int LONGEST = 40;

  private Clock() {}

  /// Whether a piece begins with a time of day.
  static boolean opens(String text, Piece piece) {
    return piece.digits > 1 && isAt(text, piece.start, piece.end);
  }

  /// Whether a piece is a short line with a time of day, and its markup says that it is one.
  static boolean isMarked(String text, Piece piece) {
    if (piece.digits < 2 || piece.end - piece.start > LONGEST) {
      return false;
    }
    for (Element element : piece.inside) {
      if (element.normalName().equals("time")) {
        return holdsOne(text, piece);
      }
    }
    return Hint.DATE.in(piece.hints | piece.box.hints) && holdsOne(text, piece);
  }

  /// The time that a marked piece tells: its `datetime` where it has one, its words otherwise.
  static String told(String text, Piece piece) {
    for (Element element : piece.inside) {
      String time = element.attr("datetime").strip();
      if (time.length() >= 5 && time.length() <= LONGEST) {
        return time;
      }
    }
    return text.substring(piece.start, piece.end);
  }

  private static boolean holdsOne(String text, Piece piece) {
    for (int at = piece.start; at < piece.end; at++) {
      if (at == piece.start
          || !Character.isDigit(text.charAt(at - 1)) && isAt(text, at, piece.end)) {
        return true;
      }
    }
    return false;
  }

  /// One or two digits, a colon, a full stop or an `h`, and two digits: 0 to 24 and 0 to 59.
  static boolean isAt(String text, int start, int end) {
    int at = start;
    int hour = 0;
    while (at < end && at - start < 2 && isDigit(text.charAt(at))) {
      hour = 10 * hour + text.charAt(at++) - '0';
    }
    boolean isHour =
        at > start && hour <= 24 && at + 2 < end && ":.hH".indexOf(text.charAt(at)) >= 0;
    return isHour
        && text.charAt(at + 1) >= '0'
        && text.charAt(at + 1) <= '5'
        && isDigit(text.charAt(at + 2))
        && (at + 3 == end || !isDigit(text.charAt(at + 3)) && text.charAt(at + 3) != '.');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
