package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Fact;
import org.pressmark.article.Field;

class WhyTest {
  private static Candidate date(String value, Source source, String place, double confidence) {
    return new Candidate(Field.DATE_PUBLISHED, List.of(value), source, place, confidence);
  }

  private static final Candidate BELIEVED =
      date("2021-10-03", Source.JSON_LD, "json-ld[1]/datePublished", .95);
  private static final Candidate AGREES = date("2021-10-03", Source.META, "meta[name=date]", .6);
  private static final Candidate LATER = date("2021-10-05", Source.MARKUP, "time", .5);
  private static final Candidate REFUSED =
      date("1970-01-01", Source.META, "meta[name=pubdate]", .8).refused("is no day for news");

  @Test
  void saysWhoIsBelievedWhoAgreesWhatSpeaksAgainstItAndWhatIsRefusedAndWhy() {
    Fact fact = new Fact(
        Field.DATE_PUBLISHED,
        List.of("2021-10-03"),
        List.of(BELIEVED, AGREES, LATER, REFUSED),
        2,
        Optional.of("the one says this, the other that"));
    assertThat(new Why(fact).text()).isEqualTo("""
        datePublished: 2021-10-03
        json-ld says so (json-ld[1]/datePublished), and meta agrees. Against it, markup says 2021-10-05 (time). Refused: meta says 1970-01-01 (meta[name=pubdate]), which is no day for news.
        contradiction: the one says this, the other that
          believed  0.95  json-ld     2021-10-03  (json-ld[1]/datePublished)
          agrees    0.60  meta        2021-10-03  (meta[name=date])
          differs   0.50  markup      2021-10-05  (time)
          refused   0.80  meta        1970-01-01  (meta[name=pubdate])
        """);
  }

  @Test
  void saysPlainlyThatAMonthIsKnownAndNoDay() {
    Candidate month = date("2022-02", Source.IMAGE_PATH, "image path", .1);
    Fact fact = new Fact(Field.DATE_PUBLISHED, List.of(), List.of(month), 0, Optional.empty());
    assertThat(new Why(fact).text()).isEqualTo("""
        datePublished: not known
        Nothing that is said is certain enough. Too weak: image-path says 2022-02 (image path), a month without its day.
          differs   0.10  image-path  2022-02  (image path)
        """);
  }

  @Test
  void saysWhenNobodyIsBelieved() {
    Fact fact =
        new Fact(Field.DATE_PUBLISHED, List.of(), List.of(LATER, REFUSED), 0, Optional.empty());
    assertThat(new Why(fact).text()).isEqualTo("""
        datePublished: not known
        Nothing that is said is certain enough. Too weak: markup says 2021-10-05 (time). Refused: meta says 1970-01-01 (meta[name=pubdate]), which is no day for news.
          differs   0.50  markup      2021-10-05  (time)
          refused   0.80  meta        1970-01-01  (meta[name=pubdate])
        """);
  }

  @Test
  void countsThoseWhoAreTooManyForASentence() {
    Fact fact = new Fact(
        Field.DATE_PUBLISHED,
        List.of("2021-10-03"),
        List.of(BELIEVED, LATER, LATER, LATER, LATER, LATER),
        1,
        Optional.empty());
    assertThat(new Why(fact).text())
        .contains("markup says 2021-10-05 (time); 2 more, listed below.");
  }

  @Test
  void givesNoOrdersToATerminal() {
    Fact fact = new Fact(
        Field.AUTHOR,
        List.of("Mara\u001b[2J"),
        List.of(new Candidate(Field.AUTHOR, List.of("Mara\u001b[2J"), Source.META, "\u001b", .5)),
        Optional.empty());
    assertThat(new Why(fact).text()).doesNotContain("\u001b");
  }
}
