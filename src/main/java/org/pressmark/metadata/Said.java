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
  /// believed half as much.
  Said addDate(Field field, String value, DateReader reader, String place, double confidence) {
    Optional<DateReader.Hit> hit = reader.read(value);
    hit.ifPresent(date ->
        add(field, date.moment().iso(), place, date.isSure() ? confidence : confidence / 2));
    return this;
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
