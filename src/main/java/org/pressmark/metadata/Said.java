package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;
import org.pressmark.article.Candidate;
import org.pressmark.article.Field;

/// What one witness has said so far.
final class Said {
  private final Candidate.Source source;
  private final List<Candidate> candidates = new ArrayList<>();

  Said(Candidate.Source source) {
    this.source = source;
  }

  Said add(Field field, String value, String place, double confidence) {
    return add(field, List.of(value), place, confidence);
  }

  /// Takes what is not blank, tidied: white space made single, entities resolved.
  Said add(Field field, List<String> values, String place, double confidence) {
    List<String> tidy = new ArrayList<>(values.size());
    for (String value : values) {
      String whole = tidy(value);
      if (!whole.isEmpty() && !tidy.contains(whole)) {
        tidy.add(whole);
      }
    }
    if (!tidy.isEmpty()) {
      candidates.add(new Candidate(field, tidy, source, place, confidence));
    }
    return this;
  }

  /// Takes the first date in a value, in ISO 8601. A date whose day and month may be swapped is
  /// believed half as much. What is written as a date, but is none, is taken as it stands, to be
  /// refused: `0001-01-01`, `2021-02-30`.
  Said addDate(Field field, String value, DateReader reader, String place, double confidence) {
    Optional<DateReader.Hit> hit = reader.read(value);
    if (hit.isPresent()) {
      DateReader.Hit date = hit.get();
      return add(field, date.moment().iso(), place, date.isSure() ? confidence : confidence / 2);
    }
    return isWrittenAsDate(value) ? add(field, value, place, confidence) : this;
  }

  private static boolean isWrittenAsDate(String value) {
    String text = value.strip();
    boolean isDate = text.length() >= 10 && text.length() <= 35;
    for (int at = 0; isDate && at < 10; at++) {
      char c = text.charAt(at);
      isDate = at == 4 || at == 7 ? c == '-' : c >= '0' && c <= '9';
    }
    return isDate;
  }

  List<Candidate> all() {
    return candidates;
  }

  /// Soft hyphens say where a word may break, and are no part of it.
  private static String withoutSoftHyphens(String text) {
    return text.indexOf('\u00ad') < 0 ? text : text.replace("\u00ad", "");
  }

  private static String tidy(String value) {
    String text = value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, false);
    text = text.indexOf('&') >= 0 && text.indexOf(';') > 0
        ? Parser.unescapeEntities(text, false)
        : text;
    return ClippingWalk.squeeze(withoutSoftHyphens(text));
  }
}
