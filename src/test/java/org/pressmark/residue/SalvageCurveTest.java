package org.pressmark.residue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pressmark.article.Candidate;
import org.pressmark.article.Field;

/// How much is still found of an article's data as they are torn off at every place.
class SalvageCurveTest {
  private static final String DATA =
      "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Ferry cancelled again\","
          + "\"author\":{\"@type\":\"Person\",\"name\":\"Ina Holt\"},\"datePublished\":\"2024-03-05T08:15:00+01:00\","
          + "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Quay News\"},\"articleSection\":[\"Harbour\"],"
          + "\"image\":\"https://quay.example.org/2024/03/ferry.jpg\",\"isAccessibleForFree\":true}";

  private static final String REVERSED =
      "{\"isAccessibleForFree\":true,\"image\":\"https://quay.example.org/2024/03/ferry.jpg\","
          + "\"articleSection\":\"Harbour\",\"publisher\":{\"name\":\"Quay News\",\"@type\":\"Organization\"},"
          + "\"datePublished\":\"2024-03-05T08:15:00+01:00\",\"author\":[{\"name\":\"Ina Holt\",\"@type\":\"Person\"}],"
          + "\"headline\":\"Ferry cancelled again\",\"@type\":\"NewsArticle\",\"@context\":\"https://schema.org\"}";

  /// The data as they are found in texts.
  enum Spelling {
    AS_WRITTEN(DATA),
    LAST_FIRST(REVERSED),
    IN_LINES(DATA.replace(",\"", ",\n  \"").replace("{\"", "{\n  \"")),
    WITHOUT_ESCAPES(DATA.replace(",\"", ",n  \"").replace("{\"", "{n  \"")),
    CURLED(DATA.replace("{\"", "{ “").replace("\":", " ”: ").replace("\",\"", "” , “")),
    ENTITIES(DATA.replace("\"", "&quot;")),
    IN_SPANISH(DATA.replace("\"author\"", "« autor »")
        .replace("@type", "@ tipo")
        .replace("\"name\"", "“ nombre”")
        .replace("\"publisher\"", "” editor“")
        .replace("\"headline\"", "« titular »")
        .replace("Person", "Persona")
        .replace("Organization", "Organización")),
    IN_RUSSIAN(DATA.replace("\"author\"", "« автор »")
        .replace("@type", "@тип")
        .replace("\"name\"", "« имя »")
        .replace("\"publisher\"", "« издатель »")
        .replace("\"headline\"", "« заголовок »")
        .replace("Person", "Человек")
        .replace("Organization", "Организация"));

    private final String text;

    Spelling(String text) {
      this.text = text;
    }
  }

  private static final Map<Field, String> TRUTH = Map.of(
      Field.HEADLINE, "Ferry cancelled again",
      Field.AUTHOR, "Ina Holt",
      Field.DATE_PUBLISHED, "2024-03-05T08:15:00+01:00",
      Field.PUBLISHER, "Quay News",
      Field.ARTICLE_SECTION, "Harbour");

  private static final Map<Field, List<String>> KEYS = Map.of(
      Field.HEADLINE, List.of("headline", "titular", "заголовок"),
      Field.AUTHOR, List.of("author", "autor", "автор"),
      Field.DATE_PUBLISHED, List.of("datePublished"),
      Field.PUBLISHER, List.of("publisher", "editor", "издатель"),
      Field.ARTICLE_SECTION, List.of("articleSection"));

  private static boolean finds(String data, Field field) {
    return JsonLd.salvage(data, 0, data.length()).stream()
        .filter(candidate ->
            candidate.field() == field && candidate.source() == Candidate.Source.RESIDUE)
        .anyMatch(candidate -> candidate.values().contains(TRUTH.get(field)));
  }

  /// Of the places where the value still stands whole, the share at which it is found.
  private static final class Recall {
    int stands;
    int found;
    final StringBuilder curve = new StringBuilder();

    void count(boolean isThere, boolean isFound) {
      stands += isThere ? 1 : 0;
      found += isThere && isFound ? 1 : 0;
      curve.append(isThere ? (isFound ? '#' : '-') : '.');
    }

    int perCent() {
      return found * 100 / stands;
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatStillStandsWhereverTheBeginningOrTheEndIsTornOff(
      Spelling spelling, TestReporter reporter) {
    String data = spelling.text;
    Map<Field, Recall> beginnings = new EnumMap<>(Field.class);
    Map<Field, Recall> ends = new EnumMap<>(Field.class);
    TRUTH.keySet().forEach(field -> {
      beginnings.put(field, new Recall());
      ends.put(field, new Recall());
    });
    for (int at = 0; at < data.length(); at++) {
      for (Field field : TRUTH.keySet()) {
        String truth = requireNonNull(TRUTH.get(field));
        // Two letters of a key are enough to know it by.
        int key = keyEnd(data, requireNonNull(KEYS.get(field))) - 2;
        int end = data.indexOf(truth) + truth.length();
        requireNonNull(beginnings.get(field)).count(at <= key, finds(data.substring(at), field));
        requireNonNull(ends.get(field)).count(at > end, finds(data.substring(0, at), field));
      }
    }
    TRUTH.keySet().forEach(field -> {
      Recall beginning = requireNonNull(beginnings.get(field));
      Recall end = requireNonNull(ends.get(field));
      reporter.publishEntry(Map.of(
          spelling + " " + field + " beginning torn, " + beginning.perCent() + " %",
          beginning.curve.toString(),
          spelling + " " + field + " end torn, " + end.perCent() + " %",
          end.curve.toString()));
      assertThat(beginning.perCent()).as("%s, beginning torn", field).isGreaterThanOrEqualTo(92);
      assertThat(end.perCent()).as("%s, end torn", field).isGreaterThanOrEqualTo(92);
    });
  }

  private static int keyEnd(String data, List<String> spellings) {
    return spellings.stream()
        .filter(data::contains)
        .mapToInt(key -> data.indexOf(key) + key.length())
        .findFirst()
        .orElseThrow();
  }
}
