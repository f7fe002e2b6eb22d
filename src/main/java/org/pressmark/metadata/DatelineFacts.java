package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Evidence.Line;

/// A date in a short line near the headline.
final class DatelineFacts implements Witness {
  private static final int MOST_LETTERS = 160;
  private static final List<String> MODIFIED = List.of(
      "updated",
      "modified",
      "last update",
      "aktualisiert",
      "geändert",
      "mis à jour",
      "modifié",
      "actualizado",
      "atualizado",
      "aggiornat",
      "bijgewerkt",
      "oppdatert",
      "uppdaterad",
      "opdateret",
      "обновлено",
      "zaktualizowan",
      "güncel",
      "aktualizov",
      "更新");

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.DATELINE);
    DateReader reader = new DateReader(evidence.language());
    for (Line line : evidence.linesAboutHeadline()) {
      if (line.isShorterThan(MOST_LETTERS)) {
        read(line, reader, said);
      }
    }
    return said.all();
  }

  private static void read(Line line, DateReader reader, Said said) {
    int from = 0;
    for (DateReader.Hit hit : reader.find(line.text())) {
      String before =
          Evidence.lower(line.text().substring(Math.min(from, hit.start()), hit.start()));
      boolean isModified = MODIFIED.stream().anyMatch(before::contains);
      said.add(
          isModified ? Field.DATE_MODIFIED : Field.DATE_PUBLISHED,
          hit.moment().iso(),
          "offset " + (line.offset() + hit.start()),
          hit.isSure() ? .5 : .25);
      from = Math.max(from, hit.end());
    }
  }
}
