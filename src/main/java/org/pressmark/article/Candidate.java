package org.pressmark.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one place says about one field.
///
/// @param values as that place gives them, tidied (trimmed, entities resolved, dates in ISO 8601);
/// never empty
/// @param place where exactly: `meta[property=og:title]`, `script[2]/author/name`, `offset 3125`
/// @param confidence from 0 to 1
/// @param refusal why it cannot be true, such as `lies in the future: …`; absent where it may be
public record Candidate(
    Field field,
    List<String> values,
    Source source,
    String place,
    double confidence,
    Optional<String> refusal) {
  /// What sort of place it is.
  public enum Source {
    JSON_LD,
    META,
    OPEN_GRAPH,
    MICRODATA,
    /// A `title`, `h1`, `time`, `link` or `html lang` element.
    MARKUP,
    BYLINE,
    DATELINE,
    /// A line of a text that has no markup.
    TEXT,
    /// The document's own address.
    URL,
    /// Code or data that was cut out of the text.
    RESIDUE,
    /// Year and month in the path of an image, or a Unix time in its name.
    IMAGE_PATH,
    /// The last part of the author's own address: `…/author/ursula-curtis/`.
    AUTHOR_URL,
    /// A record's own field, an e-mail header, a document's properties.
    RECORD,
    /// Worked out from the text itself.
    DETECTED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One that may be true.
  public Candidate(
      Field field, List<String> values, Source source, String place, double confidence) {
    this(field, values, source, place, confidence, Optional.empty());
  }

  public Candidate {
    values = List.copyOf(values);
    boolean isWhole = !values.isEmpty();
    for (String value : values) {
      isWhole &= !value.isBlank();
    }
    if (!isWhole) {
      throw new IllegalArgumentException(
          "a candidate for " + field + " at " + place + " without a value");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "a candidate for " + field + " at " + place + " with confidence " + confidence);
    }
  }

  /// The same, which cannot be true.
  public Candidate refused(String why) {
    return new Candidate(field, values, source, place, confidence, Optional.of(why));
  }
}
