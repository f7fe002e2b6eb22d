package org.pressmark.residue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Candidate;
import org.pressmark.article.Field;

/// How much is still found of an article's data as they are torn off at every place.
class SalvageCurveTest {
  private static final String DATA =
      "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Ferry cancelled again\","
          + "\"author\":{\"@type\":\"Person\",\"name\":\"Ina Holt\"},\"datePublished\":\"2024-03-05T08:15:00+01:00\","
          + "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Quay News\"},\"articleSection\":[\"Harbour\"],"
          + "\"image\":\"https://quay.example.org/2024/03/ferry.jpg\",\"isAccessibleForFree\":true}";

  private static final Map<Field, String> TRUTH = Map.of(
      Field.HEADLINE, "Ferry cancelled again",
      Field.AUTHOR, "Ina Holt",
      Field.DATE_PUBLISHED, "2024-03-05T08:15:00+01:00",
      Field.PUBLISHER, "Quay News",
      Field.ARTICLE_SECTION, "Harbour");

  private static final Map<Field, String> KEYS = Map.of(
      Field.HEADLINE, "\"headline\"",
      Field.AUTHOR, "\"author\"",
      Field.DATE_PUBLISHED, "\"datePublished\"",
      Field.PUBLISHER, "\"publisher\"",
      Field.ARTICLE_SECTION, "\"articleSection\"");

  private static boolean finds(String data, Field field) {
    return JsonLd.salvage(data, 0, data.length()).stream()
        .filter(candidate ->
            candidate.field() == field && candidate.source() == Candidate.Source.RESIDUE)
        .anyMatch(candidate -> candidate.values().contains(TRUTH.get(field)));
  }

  /// The share of places, in per cent, where the value still stands whole and is found.
  @Test
  void findsWhatStillStandsWhereverTheBeginningOrTheEndIsTornOff() {
    List<String> curve = new ArrayList<>();
    Map<Field, int[]> recall = new EnumMap<>(Field.class);
    for (int at = 0; at < DATA.length(); at++) {
      StringBuilder row = new StringBuilder();
      for (Field field : TRUTH.keySet().stream().sorted().toList()) {
        String truth = requireNonNull(TRUTH.get(field));
        int keyAt = DATA.indexOf(requireNonNull(KEYS.get(field)));
        int valueEnd = DATA.indexOf(truth) + truth.length();
        count(recall, field, at <= keyAt, finds(DATA.substring(at), field), row);
        count(recall, field, at > valueEnd, finds(DATA.substring(0, at), field), row);
      }
      curve.add(row.toString());
    }
    assertThat(curve).hasSize(DATA.length());
    recall.forEach((field, counts) -> assertThat(counts[0] * 100 / counts[1])
        .as("recall of " + field)
        .isGreaterThanOrEqualTo(85));
  }

  private static void count(
      Map<Field, int[]> recall, Field field, boolean stands, boolean found, StringBuilder row) {
    int[] counts = recall.computeIfAbsent(field, f -> new int[2]);
    if (stands) {
      counts[1]++;
      counts[0] += found ? 1 : 0;
    }
    row.append(found ? '#' : stands ? '-' : '.');
  }
}
