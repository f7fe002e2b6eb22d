package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;

/// What a story says before its first sentence: where it was written, and by which agency.
///
/// `PARIS, Oct. 3 (AFP) — The …`, `Berlin (dpa) - Die …`, `(ANSA) - ROMA, 03 OTT - La …`, `МОСКВА,
/// 5 мар - РИА Новости. …`, `MOSCOW, March 5. /TASS/. …`, `新华社北京10月3日电 …`, `【パリ時事】…`,
/// `(서울=연합뉴스) …`, `LONDON — The …`.
///
/// @param signature the agencies as they stand there, `dpa/lno`; empty where there are none
record Dateline(Optional<String> place, List<String> agencies, String signature) {
  private static final Dateline NONE = new Dateline(Optional.empty(), List.of(), "");

  // Longer things before a bracket are sentences.
  private static final int LONGEST_HEAD = 60;
  private static final int LONGEST_PLACE = 40;
  private static final int LONGEST_NAME = 40; // of an agency in brackets
  private static final int MOST_WORDS = 5;
  private static final int LONGEST_DAY = 22; // `3 de septiembre de 2021`
  private static final int FEWEST_CAPITALS = 4; // `NASA -` has as many: see below
  private static final int LONGEST_OWN = 3; // 新华社

  private static final String OPENING = "([（［【〔/";
  private static final String CLOSING = ")]）］】〕/";
  private static final String DASHES = "-–—―‒";

  /// What stands in capitals before a dash, but is no place.
  private static final List<String> NO_PLACES = List.of(
      "BREAKING",
      "UPDATE",
      "UPDATED",
      "EXCLUSIVE",
      "WATCH",
      "VIDEO",
      "LIVE",
      "OPINION",
      "ANALYSIS",
      "REVIEW",
      "NEWS",
      "PHOTOS",
      "EDITORIAL",
      "INTERVIEW",
      "EXKLUSIV",
      "EILMELDUNG",
      "KOMMENTAR",
      "ANALYSE",
      "ENTREVISTA",
      "EXCLUSIVO",
      "EXCLUSIVA",
      "URGENTE",
      "URGENT",
      "CORRECTED",
      "NASA",
      "NATO",
      "UEFA",
      "FIFA",
      "COVID",
      "SPOILER",
      "WARNING",
      "NOTE",
      "DEAL",
      "FACT",
      "CLAIM",
      "СРОЧНО",
      "ВИДЕО",
      "ФОТО",
      "ОБНОВЛЕНО",
      "PODCAST",
      "FEATURE",
      "EXPLAINER",
      "TIMELINE",
      "GALLERY",
      "FILE",
      "FILES",
      "HOST",
      "MODERATOR",
      "QUESTION",
      "INGREDIENTS",
      "PROS",
      "CONS",
      "DISCLAIMER",
      "SPORT",
      "SPORTS",
      "BUSINESS",
      "POLITICS",
      "HEALTH",
      "WEATHER",
      "MORE");

  private static Dateline of(Optional<String> place, String signature) {
    List<String> agencies = Agencies.listed(signature);
    return new Dateline(place, agencies, agencies.isEmpty() ? "" : signature);
  }

  /// What the first paragraph of a story begins with.
  static Dateline of(String paragraph) {
    int open = opening(paragraph);
    if (open >= 0) {
      Dateline bracketed = bracketed(paragraph, open);
      if (!bracketed.agencies().isEmpty()) {
        return bracketed;
      }
    }
    return !paragraph.isEmpty() && Character.isIdeographic(paragraph.charAt(0))
        ? ideographic(paragraph)
        : dashed(paragraph);
  }

  /// The agencies in brackets at the end of a story: `… on Monday. (PTI)`.
  static List<String> signed(String paragraph) {
    int last = paragraph.length() - 1;
    while (last > 0 && ". ".indexOf(paragraph.charAt(last)) >= 0) {
      last--;
    }
    int kind = last > 0 ? CLOSING.indexOf(paragraph.charAt(last)) : -1;
    if (kind < 0) {
      return List.of();
    }
    int open = paragraph.lastIndexOf(OPENING.charAt(kind), last - 1);
    return open < 0 || last - open > LONGEST_NAME
        ? List.of()
        : Agencies.spelt(paragraph.substring(open + 1, last));
  }

  private static int opening(String text) {
    for (int at = 0; at < text.length() && at < LONGEST_HEAD; at++) {
      char c = text.charAt(at);
      boolean isWithin = c == '/' && at > 0 && text.charAt(at - 1) > ' '; // Hamburg/Kiel
      if (OPENING.indexOf(c) >= 0 && !isWithin) {
        return at;
      }
    }
    return -1;
  }

  private static Dateline bracketed(String text, int open) {
    int close = text.indexOf(CLOSING.charAt(OPENING.indexOf(text.charAt(open))), open + 1);
    if (close < 0 || close - open > LONGEST_NAME) {
      return NONE;
    }
    String inside = text.substring(open + 1, close);
    String head = text.substring(0, open).strip();
    if (!head.isEmpty()) {
      Optional<String> place = goesOn(text, close + 1) ? Optional.empty() : place(head, true);
      return place.isEmpty() ? NONE : of(place, inside);
    }
    List<String> agencies = Agencies.listed(inside);
    if (!agencies.isEmpty()) {
      return of(dashed(behindSigns(text.substring(close + 1))).place(), inside);
    }
    return together(inside);
  }

  /// Whether a sentence goes on behind a bracket: `Die Fähre (dpa) lief auf Grund.`
  private static boolean goesOn(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at < text.length() && Character.isLowerCase(text.charAt(at));
  }

  /// `서울=연합뉴스`, `パリ時事`.
  private static Dateline together(String inside) {
    int equal = inside.indexOf('=');
    if (equal > 0) {
      return of(Optional.of(inside.substring(0, equal).strip()), inside.substring(equal + 1));
    }
    for (int own = 2; own <= LONGEST_OWN && own < inside.length(); own++) {
      int from = inside.length() - own;
      Optional<String> agency = Character.isIdeographic(inside.charAt(from))
          ? Agencies.named(inside.substring(from))
          : Optional.empty();
      if (agency.isPresent()) {
        return of(Optional.of(inside.substring(0, from)), inside.substring(from));
      }
    }
    return NONE;
  }

  /// `LONDON —`, `Madrid, 3 oct.-`, `МОСКВА, 5 мар - РИА Новости.`
  private static Dateline dashed(String text) {
    int dash = 0;
    while (dash < text.length() && dash < LONGEST_HEAD && !isDash(text, dash)) {
      dash++;
    }
    if (dash == 0 || dash >= text.length() || dash == LONGEST_HEAD) {
      return colon(text);
    }
    Optional<String> place = place(beforeSign(text.substring(0, dash)), false);
    if (place.isEmpty()) {
      return NONE;
    }
    int from = dash + 1;
    int stop = text.indexOf('.', from);
    return of(
        place,
        stop < 0 || stop - from > LONGEST_NAME ? "" : text.substring(from, stop).strip());
  }

  /// `PORT ELLERY, Nov. 2, 2021` of `PORT ELLERY, Nov. 2, 2021 /Newswire Coast/`.
  private static String beforeSign(String head) {
    int sign = head.indexOf(" /");
    return (sign > 0 && head.strip().endsWith("/") ? head.substring(0, sign) : head).strip();
  }

  /// `NEW DELHI: The …`
  private static Dateline colon(String text) {
    int colon = text.indexOf(':');
    boolean isPlace = colon > 0
        && colon < LONGEST_PLACE
        && colon + 1 < text.length()
        && text.charAt(colon + 1) == ' '
        && isShouted(text.substring(0, colon));
    return isPlace ? of(place(text.substring(0, colon), false), "") : NONE;
  }

  /// A dash between words, not one within a word.
  private static boolean isDash(String text, int at) {
    char c = text.charAt(at);
    boolean isLong = c == '—' || c == '–';
    return DASHES.indexOf(c) >= 0
        && at > 0
        && at + 1 < text.length()
        && (isLong
            || (text.charAt(at - 1) <= ' ' || text.charAt(at - 1) == '.')
                && (text.charAt(at + 1) <= ' ' || text.charAt(at + 1) == '-'));
  }

  /// `新华社北京10月3日电`, `本报上海3日讯`.
  private static Dateline ideographic(String text) {
    for (int own = LONGEST_OWN; own >= 2; own--) {
      if (text.length() <= own) {
        continue;
      }
      String first = text.substring(0, own);
      Optional<String> agency = Agencies.named(first);
      if (agency.isPresent() || first.equals("本报") || first.equals("本報")) {
        int end = own;
        while (end < text.length() && Character.isIdeographic(text.charAt(end))) {
          end++;
        }
        boolean isDated =
            end < text.length() && Character.isDigit(text.charAt(end)) && isWire(text, end);
        Optional<String> place = isDated && end > own && end - own <= LONGEST_PLACE / 2
            ? Optional.of(text.substring(own, end))
            : Optional.empty();
        return isDated ? of(place, agency.isPresent() ? first : "") : NONE;
      }
    }
    return NONE;
  }

  /// `10月3日电`
  private static boolean isWire(String text, int from) {
    for (int at = from; at < text.length() && at < from + 12; at++) {
      if ("电電讯訊".indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The place in what stands before a bracket or a dash: `PARIS` of `PARIS, Oct. 3`.
  ///
  /// @param isSure whether an agency's name follows: else a place is one only in capitals or
  /// before a day
  private static Optional<String> place(String head, boolean isSure) {
    String text = head.endsWith(":") ? head.substring(0, head.length() - 1).strip() : head;
    int end = day(text);
    boolean isDated = end < text.length();
    String place = trimmed(text.substring(0, end));
    boolean isPlace = place.length() > 1
        && !People.isParticle(Evidence.lower(place))
        && place.length() <= LONGEST_PLACE
        && isName(place)
        && (isSure || isDated || isShouted(place));
    return isPlace ? Optional.of(place) : Optional.empty();
  }

  /// Where the day begins, or the text's end: a digit, or the comma before the month's name.
  private static int day(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at))) {
        int comma = text.lastIndexOf(',', at);
        int from = comma > 0 ? comma : at;
        return text.length() - from <= LONGEST_DAY ? from : text.length();
      }
    }
    return text.length();
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && " ,.:;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /// A few words, each with a capital or a particle: `Rio de Janeiro`, `St. Louis, Mo`.
  private static boolean isName(String place) {
    String[] words = place.split("[ ,]++", -1);
    boolean isName = words.length <= MOST_WORDS;
    for (String word : words) {
      int first = word.isEmpty() ? ' ' : word.codePointAt(0);
      isName &= Character.isUpperCase(first)
          || Character.getType(first) == Character.OTHER_LETTER
          || People.isParticle(word);
    }
    return isName && Character.isLetter(place.codePointAt(0));
  }

  /// Written in capitals, where a script has such.
  private static boolean isShouted(String place) {
    int capitals = 0;
    for (int at = 0; at < place.length(); at++) {
      char c = place.charAt(at);
      if (Character.isLowerCase(c) || Character.isDigit(c)) {
        return false;
      }
      capitals += Character.isUpperCase(c) ? 1 : 0;
    }
    return capitals >= FEWEST_CAPITALS
        && NO_PLACES.stream().noneMatch(word -> place.equals(word) || place.startsWith(word + " "));
  }

  private static String behindSigns(String text) {
    int from = 0;
    while (from < text.length() && (" .:" + DASHES).indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from);
  }
}
