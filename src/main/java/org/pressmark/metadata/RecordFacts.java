package org.pressmark.metadata;

import java.util.List;
import java.util.Map;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;

/// What the container says of the document: a JSON record's fields, an e-mail's headers.
final class RecordFacts implements Witness {
  private static final double CONFIDENCE = .97;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.RECORD);
    DateReader reader = new DateReader(evidence.language());
    for (Map.Entry<Field, List<String>> given : evidence.page().given().entrySet()) {
      Field field = given.getKey();
      String place = "record/" + evidence.page().columns().getOrDefault(field, field.schemaName());
      switch (field) {
        case DATE_PUBLISHED, DATE_MODIFIED ->
          given.getValue().forEach(value -> said.addDate(field, value, reader, place, CONFIDENCE));
        case IN_LANGUAGE ->
          given
              .getValue()
              .forEach(value -> LanguageReader.tag(value)
                  .ifPresent(tag -> said.add(field, tag, place, CONFIDENCE)));
        case HEADLINE,
            ALTERNATIVE_HEADLINE,
            AUTHOR,
            ARTICLE_SECTION,
            PUBLISHER,
            SOURCE_ORGANIZATION,
            LOCATION_CREATED,
            URL,
            IMAGE,
            CAPTION,
            CREDIT_TEXT,
            KEYWORDS,
            DESCRIPTION,
            IS_ACCESSIBLE_FOR_FREE,
            TYPE -> said.add(field, given.getValue(), place, CONFIDENCE);
      }
    }
    return said.all();
  }
}
