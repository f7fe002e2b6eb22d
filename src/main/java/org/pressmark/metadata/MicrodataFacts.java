package org.pressmark.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Meta;
import org.pressmark.metadata.Clippings.Scrap;

/// What microdata (`itemprop`) and RDFa (`property`) say under schema.org's names.
final class MicrodataFacts implements Witness {
  private static final String PUBLISHED = "datepublished";
  /// A page that was published on so many days lists other stories.
  private static final int DAYS_OF_LIST = 4;
  private static final double OF_LIST = .5;
  private static final int DAY = "2021-09-29".length();

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
    List<Scrap> scraps = clippings.scraps(Mark.PROPERTY);
    boolean isList = days(scraps) >= DAYS_OF_LIST;
    for (Scrap scrap : scraps) {
      boolean isTeaser = isList && scrap.name().endsWith(PUBLISHED);
      double confidence = evidence.whereabouts().isAway(scrap) ? .2 : isTeaser ? OF_LIST : .8;
      add(said, reader, scrap.name(), scrap.text(), scrap.said(), scrap.place(), confidence);
    }
    return said.all();
  }

  /// On how many days the page says that something was published.
  private static int days(List<Scrap> scraps) {
    Set<String> days = new HashSet<>();
    for (Scrap scrap : scraps) {
      if (scrap.name().endsWith(PUBLISHED)) {
        String said = scrap.said();
        days.add(said.length() > DAY ? said.substring(0, DAY) : said);
      }
    }
    return days.size();
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
