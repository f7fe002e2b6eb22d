package org.pressmark.metadata;

import static java.util.Map.entry;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.metadata.DateWords.Kind;
import org.pressmark.metadata.DateWords.Word;

/// The time and zone beside a date: `T08:15:00+02:00`, `, 8:15 pm EST`, ` um 8.15 Uhr`, ` à 8h15`.
final class ClockReader {
  // Only those that mean one offset. EST is taken for America's, as nearly all pages mean it.
  private static final Map<String, String> ZONES = Map.ofEntries(
      entry("z", "Z"),
      entry("utc", "Z"),
      entry("gmt", "Z"),
      entry("bst", "+01:00"),
      entry("cet", "+01:00"),
      entry("cest", "+02:00"),
      entry("mez", "+01:00"),
      entry("mesz", "+02:00"),
      entry("eet", "+02:00"),
      entry("eest", "+03:00"),
      entry("msk", "+03:00"),
      entry("est", "-05:00"),
      entry("edt", "-04:00"),
      entry("cdt", "-05:00"),
      entry("mst", "-07:00"),
      entry("mdt", "-06:00"),
      entry("pst", "-08:00"),
      entry("pdt", "-07:00"),
      entry("jst", "+09:00"),
      entry("kst", "+09:00"),
      entry("aest", "+10:00"),
      entry("aedt", "+11:00"),
      entry("sast", "+02:00"),
      entry("wib", "+07:00"),
      entry("wat", "+01:00"),
      entry("eat", "+03:00"),
      entry("nzst", "+12:00"),
      entry("nzdt", "+13:00"));
  /// What may stand between a day and its time.
  private static final Set<String> BETWEEN = Set.copyOf(List.of(
      "t at um a à alle ore ora kl klo o om в о las às as ob saat godz h u la tại lúc kell plkst time"
          .split(" ", -1)));
  private static final String SIGNS = ",|-–—·•()/:";

  private final List<Word> words;
  private Optional<LocalTime> time = Optional.empty();
  private Optional<ZoneOffset> zone = Optional.empty();
  private int end;

  /// @param first the date's first word
  /// @param last the date's last word
  ClockReader(List<Word> words, int first, int last) {
    this.words = words;
    int next = last + 1;
    for (int skipped = 0;
        next < words.size() && skipped < 3 && isBetween(words.get(next));
        skipped++) {
      next++;
    }
    readTime(next);
  }

  Optional<LocalTime> time() {
    return time;
  }

  Optional<ZoneOffset> zone() {
    return zone;
  }

  /// First offset behind the zone, the time; 0 where there is none.
  int end() {
    return end;
  }

  private static boolean isBetween(Word word) {
    return word.kind() == Kind.SIGN
        ? SIGNS.contains(word.text())
        : BETWEEN.contains(Evidence.lower(word.text()));
  }

  private void readTime(int i) {
    if (!isNumber(i, 2)) {
      return;
    }
    int hour = words.get(i).number();
    int minute = 0;
    int second = 0;
    int next = i + 1;
    if (isGlue(next) && isNumber(next + 1, 2) && words.get(next + 1).digits() == 2) {
      minute = words.get(next + 1).number();
      next += 2;
      if (isSign(next, ":") && isNumber(next + 1, 2)) {
        second = words.get(next + 1).number();
        next += 2;
        if (isSign(next, ".") && isNumber(next + 1, 9)) {
          next += 2;
        }
      }
    } else if (half(next).isEmpty()) {
      return;
    }
    Optional<String> half = half(next);
    if (half.isPresent()) {
      next += words.get(next).text().length() == 1 ? 4 : 1;
      next = Math.min(next, words.size());
      hour = hour % 12 + (half.get().equals("p") ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return;
    }
    time = Optional.of(LocalTime.of(hour, minute, second));
    end = words.get(next - 1).end();
    if (isWord(next, "uhr") || isWord(next, "h")) {
      next++;
    }
    readZone(next);
  }

  private void readZone(int i) {
    int next = i;
    if (isSign(next, "(")) {
      next++;
    }
    if (next >= words.size()) {
      return;
    }
    Word word = words.get(next);
    if (word.kind() == Kind.LETTERS) {
      Optional.ofNullable(ZONES.get(Evidence.lower(word.text()))).ifPresent(offset -> {
        zone = Optional.of(ZoneOffset.of(offset));
        end = word.end();
      });
      if (zone.isEmpty()) {
        return;
      }
      next++;
    }
    readOffset(next);
  }

  /// `+02:00`, `+0200`, `-5`, directly behind the time or behind GMT.
  private void readOffset(int i) {
    boolean isSigned = (isSign(i, "+") || isSign(i, "-") || isSign(i, "−"))
        && isNumber(i + 1, 4)
        && words.get(i + 1).start() == words.get(i).end()
        && words.get(i).start() <= words.get(i - 1).end() + 1;
    if (!isSigned) {
      return;
    }
    int number = words.get(i + 1).number();
    boolean isLong = words.get(i + 1).digits() > 2;
    int hours = isLong ? number / 100 : number;
    int minutes = isLong ? number % 100 : 0;
    int last = i + 1;
    if (!isLong && isSign(i + 2, ":") && isNumber(i + 3, 2)) {
      minutes = words.get(i + 3).number();
      last = i + 3;
    }
    if (hours <= 14 && minutes < 60) {
      int sign = isSign(i, "+") ? 1 : -1;
      zone = Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
      end = words.get(last).end();
    }
  }

  private Optional<String> half(int i) {
    if (i >= words.size() || words.get(i).kind() != Kind.LETTERS) {
      return Optional.empty();
    }
    String word = Evidence.lower(words.get(i).text());
    if (word.equals("am") || word.equals("pm")) {
      return Optional.of(word.substring(0, 1));
    }
    boolean isDotted =
        (word.equals("a") || word.equals("p")) && isSign(i + 1, ".") && isWord(i + 2, "m");
    return isDotted ? Optional.of(word) : Optional.empty();
  }

  private boolean isGlue(int i) {
    return isSign(i, ":") || isSign(i, ".") || isWord(i, "h");
  }

  private boolean isNumber(int i, int mostDigits) {
    return i < words.size()
        && words.get(i).kind() == Kind.NUMBER
        && words.get(i).digits() <= mostDigits;
  }

  private boolean isSign(int i, String sign) {
    return i < words.size()
        && words.get(i).kind() == Kind.SIGN
        && words.get(i).text().equals(sign);
  }

  private boolean isWord(int i, String word) {
    return i < words.size()
        && words.get(i).kind() == Kind.LETTERS
        && Evidence.lower(words.get(i).text()).equals(word);
  }
}
