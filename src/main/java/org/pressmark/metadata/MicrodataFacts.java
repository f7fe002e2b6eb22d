package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Meta;
import org.pressmark.metadata.Clippings.Scrap;

/// What microdata (`itemprop`) and RDFa (`property`) say under schema.org's names.
final class MicrodataFacts implements Witness {
  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MICRODATA);
    DateReader reader = new DateReader(evidence.language());
    Clippings clippings = evidence.clippings();
    for (Meta meta : clippings.metas()) {
      if (meta.attribute().equals("itemprop")) {
        add(said, reader, meta.name(), meta.content(), meta.content(), meta.place(), .8);
      }
    }
    for (Scrap scrap : clippings.scraps(Mark.PROPERTY)) {
      double confidence = evidence.whereabouts().isAway(scrap) ? .2 : .8;
      add(said, reader, scrap.name(), scrap.text(), scrap.said(), scrap.place(), confidence);
    }
    return said.all();
  }

  private static void add(
      Said said,
      DateReader reader,
      String name,
      String text,
      String value,
      String place,
      double confidence) {
    switch (name.substring(name.indexOf(':') + 1)) {
      case "headline" -> said.add(Field.HEADLINE, text, place, confidence);
      case "alternativeheadline" -> said.add(Field.ALTERNATIVE_HEADLINE, text, place, confidence);
      case "sourceorganization" -> said.add(Field.SOURCE_ORGANIZATION, text, place, confidence);
      case "locationcreated", "dateline" ->
        said.add(Field.LOCATION_CREATED, text, place, confidence);
      case "isaccessibleforfree" ->
        MetaFacts.free(value)
            .ifPresent(free -> said.add(Field.IS_ACCESSIBLE_FOR_FREE, free, place, confidence));
      case "author", "creator" ->
        said.add(Field.AUTHOR, text.isEmpty() ? value : text, place, confidence);
      case "datepublished" -> said.addDate(Field.DATE_PUBLISHED, value, reader, place, confidence);
      case "datecreated" ->
        said.addDate(Field.DATE_PUBLISHED, value, reader, place, confidence - .1);
      case "datemodified" -> said.addDate(Field.DATE_MODIFIED, value, reader, place, confidence);
      case "articlesection" -> said.add(Field.ARTICLE_SECTION, value, place, confidence);
      case "keywords" ->
        said.add(Field.KEYWORDS, List.of(value.split("[,;]")), place, confidence - .2);
      case "publisher" -> said.add(Field.PUBLISHER, text, place, confidence - .1);
      case "inlanguage" ->
        LanguageReader.tag(value)
            .ifPresent(tag -> said.add(Field.IN_LANGUAGE, tag, place, confidence));
      default -> {}
    }
  }
}
