package org.pressmark.extract;

/// Whether a line ends in who took a picture, as a caption does wherever it stands: `The bridge on
/// Sunday. Photo: Ada Thorne/AFP`, `… (AP Photo/Ada Thorne)`.
///
/// Agencies by themselves are no credit of a picture: `(dpa/AFP)` says who wrote the story.
final class Credit {
  /// A credit is no longer than this, in characters.
  private static final int LONGEST = 100;

  private final String text;
  private final int from;
  private final int to;

  private Credit(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  static boolean endsAt(String text, int start, int end) {
    int to = end;
    while (to > start && (isBlank(text.charAt(to - 1)) || ".,".indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    int from = Math.max(start, to - LONGEST);
    if (to > start && ")]）".indexOf(text.charAt(to - 1)) >= 0) {
      int open = to - 1;
      while (open > from && "([（".indexOf(text.charAt(open - 1)) < 0) {
        open--;
      }
      return open > from && new Credit(text, open, to - 1).isThere();
    }
    return new Credit(text, from, to).isThere();
  }

  private boolean isThere() {
    for (int at = from; at < to; at++) {
      if (isWordAt(at) && (isLabel(at) || isOwner(at) || isApart(at) && isFirst(at))) {
        return true;
      }
    }
    return false;
  }

  private boolean isWordAt(int at) {
    char c = text.charAt(at);
    return Character.isLetter(c)
        && (at == from || !Character.isLetterOrDigit(text.charAt(at - 1)) || c > '\u2e80');
  }

  /// Whether a sentence may begin here.
  private boolean isApart(int at) {
    int last = at - 1;
    while (last > from && isBlank(text.charAt(last))) {
      last--;
    }
    return at == from || ".!?…|)–—”\"©".indexOf(text.charAt(last)) >= 0;
  }

  /// `Photo: Ada Thorne`
  private boolean isLabel(int at) {
    int behind = Phrase.PICTURE.behind(text, at, to);
    int mark = behind < 0 ? to : skipBlanks(behind);
    return mark < to && ":：|©".indexOf(text.charAt(mark)) >= 0 && isName(mark + 1);
  }

  /// `Photo by Ada Thorne`, `AP Photo/Ada Thorne`, `Getty Images / 35`
  private boolean isFirst(int at) {
    int by = Phrase.PICTURE_BY.behind(text, at, to);
    if (by > 0 && isName(by)) {
      return true;
    }
    int agency = Phrase.AGENCY.behind(text, at, to);
    int slash = skipBlanks(Math.max(agency, Phrase.COLLECTION.behind(text, at, to)));
    return slash > at
        && slash < to
        && text.charAt(slash) == '/'
        && (agency < 0 || isPerson(slash + 1));
  }

  /// `Ada Thorne/Getty Images`, `Ada Thorne via AP`, `Tarn Gazette via AP, File`
  private boolean isOwner(int at) {
    if (Phrase.COLLECTION.behind(text, at, to) == to) {
      return isApart(at) || isBehind("/", at) || isBehind(":", at) || isBehind("via", at);
    }
    int agency = Phrase.AGENCY.behind(text, at, to);
    boolean isLast = agency == to || agency > 0 && text.startsWith(", File", agency);
    return isLast && (isBehind("via", at) || isBehind("/", at) && isApart(from) && isPerson(from));
  }

  private boolean isBehind(String mark, int at) {
    int last = at;
    while (last > from && isBlank(text.charAt(last - 1))) {
      last--;
    }
    int first = last - mark.length();
    return first >= from && text.regionMatches(true, first, mark, 0, mark.length());
  }

  /// Two words at least, with a capital each.
  private boolean isPerson(int at) {
    int first = skipBlanks(at);
    int second = text.indexOf(' ', first) + 1;
    return second > first
        && second < to
        && text.charAt(second - 2) != ':'
        && Character.isUpperCase(text.charAt(first))
        && !Character.isLowerCase(text.charAt(second))
        && isName(first);
  }

  /// Whether it goes on to the end without another sentence, and does not begin in lower case.
  private boolean isName(int at) {
    int first = at;
    while (first < to && !Character.isLetterOrDigit(text.charAt(first))) {
      first++;
    }
    boolean isHandle = first > at && text.charAt(first - 1) == '@';
    if (first == to || Character.isLowerCase(text.charAt(first)) && !isHandle) {
      return false;
    }
    int letters = 0;
    for (int i = first; i < to; i++) {
      char c = text.charAt(i);
      // "Dr." and "A." end no sentence.
      boolean ends = c == '.' && letters > 3 && i + 1 < to && isBlank(text.charAt(i + 1));
      if (ends || "?!。\"”".indexOf(c) >= 0) {
        return false;
      }
      letters = Character.isLetter(c) ? letters + 1 : 0;
    }
    return true;
  }

  private int skipBlanks(int at) {
    int next = at;
    while (next >= 0 && next < to && isBlank(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0';
  }
}
