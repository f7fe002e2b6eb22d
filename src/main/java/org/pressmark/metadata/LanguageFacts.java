package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Meta;

/// The language that a page declares.
final class LanguageFacts implements Witness {
  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said markup = new Said(Source.MARKUP);
    Clippings clippings = evidence.clippings();
    clippings.declared().ifPresent(lang -> add(markup, lang, "html[lang]", .6));
    for (Meta meta : clippings.metas()) {
      switch (meta.name()) {
        case "og:locale" -> add(markup, meta.content(), meta.place(), .5);
        case "content-language", "language", "dc.language", "dcterms.language" ->
          add(markup, meta.content(), meta.place(), .4);
        default -> {}
      }
    }
    Said detected = new Said(Source.DETECTED);
    evidence
        .detected()
        .ifPresent(
            guess -> detected.add(Field.IN_LANGUAGE, guess.code(), "text", guess.confidence()));
    return Stream.concat(markup.all().stream(), detected.all().stream()).toList();
  }

  private static void add(Said said, String declared, String place, double confidence) {
    Optional<String> tag = LanguageReader.tag(declared);
    tag.ifPresent(t -> said.add(Field.IN_LANGUAGE, t, place, confidence));
  }
}
