package org.pressmark.export;

/// The time of an entry in a live blog, for readers.
final class Moment {
  private static final int MINUTES = "2024-03-11T18:20".length();

  private Moment() {}

  /// `2024-03-11T18:20:00+01:00` is written `2024-03-11 18:20`; what is no ISO 8601 stays.
  static String plain(String time) {
    return isIso(time) ? time.substring(0, MINUTES).replace('T', ' ') : time;
  }

  static boolean isIso(String time) {
    if (time.length() < MINUTES) {
      return false;
    }
    for (int at = 0; at < MINUTES; at++) {
      char form = "0000-00-00T00:00".charAt(at);
      char c = time.charAt(at);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }
}
