package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Candidate;
import org.pressmark.article.Field;
import org.pressmark.residue.Residue;
import org.pressmark.residue.ResidueOptions;

class PlainTest {
  private static final Plain PLAIN = new Plain(new Residue(ResidueOptions.DEFAULTS));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Storm hits coast {\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Storm hits coast\"} ~ Storm hits coast",
        "Storm hits coast\",\"author\":{\"@type\":\"Person\",\"name\":\"Ina Holt\"}} ~ Storm hits coast",
        "Storm hits coast\",\"author\":\"Ina Holt\"} ~ Storm hits coast",
        "Storm hits coast”, “author ”: “Ina Holt”} ~ Storm hits coast",
        "Storm hits coast'; var pageType = 'article ~ Storm hits coast",
        "Storm hits coast fbq('track','PageView'); ~ Storm hits coast",
        "Storm hits coast (adsbygoogle = window.adsbygoogle || []).push({}); ~ Storm hits coast",
        "© 2024 Quay News. window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} ~ © 2024 Quay News.",
        "Storm hits coast [caption id=\"attachment_4711\" align=\"aligncenter\"] ~ Storm hits coast",
        "Storm hits coast | {{ site.name }} ~ Storm hits coast",
        "Copyright <?php echo date('Y'); ?> Quay News ~ Copyright Quay News",
        "<script>document.write(new Date().getFullYear())</script>Quay News ~ Quay News",
        "<b>Storm</b> hits <em class=\"x\">coast</em> ~ Storm hits coast",
        "Storm hits coast<br/>Two ferries lost ~ Storm hits coast Two ferries lost",
        "Fish &amp;amp; Chips ~ Fish & Chips",
        "&lt;p&gt;Storm hits coast&lt;/p&gt; ~ Storm hits coast",
        "{{title}} ~ ``",
        "%%title%% %%sep%% %%sitename%% ~ ``",
      })
  void cutsWhatTemplatesAndProgramsLeftInAValue(String value, String plain) {
    assertEquals(plain, PLAIN.words(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The {crew} of the ferry says: \"we (all) know; nobody asks\"",
        "Harbour 3:1 (2:0) Quay; Ole Vik [left] = best man",
        "How to use document.getElementById() in 2024",
        "What is function(x) in JavaScript? A guide to closures {and} scope",
        "\"Never again\", \"a farce\": the ferry row in quotes",
        "Profits < 3 % & falling > 2 years; what now?",
        "Thirty years of <br> tags",
        "[Harbour notes] Quay opens at eight // #Quay #Norland24 @harbour_man",
        "See the trial NCT00004711; https://trials.example.org/show/NCT00004711",
        "$QUAY up 5%: the [updated] table",
        "AT&T buys R&D; Q&A inside",
        "“If you go”; let us stay",
      })
  void leavesAloneWhatOnlyLooksLikeCode(String value) {
    assertEquals(value, PLAIN.words(value));
  }

  @Test
  void keepsBesideThePlainWordsWhatThePlaceGave() {
    Candidate torn = new Candidate(
        Field.HEADLINE,
        List.of("Storm hits coast\",\"author\":\"Ina Holt\"}"),
        Candidate.Source.META,
        "meta",
        .8);
    assertEquals(List.of("Storm hits coast"), PLAIN.of(torn).orElseThrow().values());
    assertEquals(
        Optional.empty(),
        PLAIN.of(new Candidate(
            Field.HEADLINE, List.of("{{title}}"), Candidate.Source.META, "meta", .8)));
  }
}
