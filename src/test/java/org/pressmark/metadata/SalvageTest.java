package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Capture;
import org.pressmark.article.Draft;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Origin;
import org.pressmark.article.Passage;
import org.pressmark.article.Reading;
import org.pressmark.residue.Residue;
import org.pressmark.residue.ResidueOptions;
import org.pressmark.source.Page;

/// A flattened text whose only metadata are what was salvaged from torn code in it.
class SalvageTest {
  private static final String TEXT = """
      Norland forbids its ports to use foreign harbour software
      Using a rented crane control system always presents ports with some questions of safety, \
      and all of them have to do with the people who can look into it from afar.
      The ministry has now decided that no public harbour may use one of these systems any more.
      """;

  private static Candidate salvaged(Field field, String value, Source source, int offset) {
    return new Candidate(field, List.of(value), source, "offset " + offset, .85);
  }

  private static final List<Candidate> SALVAGE = List.of(
      salvaged(Field.AUTHOR, "Paula Ferrant", Source.RESIDUE, 310),
      new Candidate(Field.AUTHOR, List.of("mirko"), Source.AUTHOR_URL, "offset 340", .4),
      salvaged(Field.ARTICLE_SECTION, "Harbours", Source.RESIDUE, 370),
      salvaged(
          Field.IMAGE,
          "https: / / / wp-content / uploads / 2019 / 06 / 1560902400_Norland -forbids.jpg",
          Source.RESIDUE,
          400));

  private static Facts facts(String text, List<Candidate> salvage) {
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n")) {
      passages.add(new Passage(start, start + line.length(), Block.Kind.PARAGRAPH, 0));
      start += line.length() + 1;
    }
    Draft draft = Draft.of(text, passages);
    Capture capture = Capture.of(Origin.of("norland.txt"), text.getBytes(StandardCharsets.UTF_8));
    Reading reading = new Reading("text/plain", "utf-8", "utf-8", List.of());
    Page.Flat page = new Page.Flat(capture, reading, text, Map.of());
    return new Metadata(new Residue(ResidueOptions.DEFAULTS))
        .find(page, draft, draft.finish().body(), salvage)
        .facts();
  }

  private final Facts facts = facts(TEXT, SALVAGE);

  @Test
  void givesThePathOfAnImageWhoseHostWasTornOut() {
    String torn = "https:///wp-content/uploads/gull.jpg";
    String whole = "https://gull.example/uploads/gull.jpg";
    assertEquals(Optional.of("/wp-content/uploads/gull.jpg"), image(torn));
    assertEquals(Optional.of(whole), image(whole));
  }

  private static Optional<String> image(String url) {
    return facts(TEXT, List.of(salvaged(Field.IMAGE, url, Source.RESIDUE, 400))).value(Field.IMAGE);
  }

  @Test
  void takesTheFirstLineForTheHeadline() {
    assertEquals(
        Optional.of("Norland forbids its ports to use foreign harbour software"),
        facts.value(Field.HEADLINE));
  }

  @Test
  void believesWhatTheTornDataSayOfAuthorAndSection() {
    assertEquals(List.of("Paula Ferrant"), facts.values(Field.AUTHOR));
    assertEquals(List.of("Harbours"), facts.values(Field.ARTICLE_SECTION));
  }

  @Test
  void marksTheContradictionBetweenTheAuthorAndTheAddressOfTheAuthor() {
    assertEquals(
        Optional.of(
            "residue says Paula Ferrant (offset 310), but author-url says mirko (offset 340)"),
        facts.get(Field.AUTHOR).orElseThrow().conflict());
  }

  @Test
  void datesTheArticleByTheTimeAndTheMonthOfItsImage() {
    assertEquals(Optional.of("2019-06-19"), facts.day());
    List<Candidate> candidates = facts.get(Field.DATE_PUBLISHED).orElseThrow().candidates();
    assertEquals(
        List.of("[2019-06-19T00:00:00Z] image name 1560902400", "[2019-06] image path"),
        candidates.stream().map(c -> c.values() + " " + c.place()).toList());
  }

  @Test
  void takesNoShortLineForTheHeadlineThatTheDataGiveInFull() {
    String text = "Dear Aunt\n" + TEXT;
    String whole = "Dear Aunt: My hens are gone";
    List<Candidate> salvage = List.of(salvaged(Field.HEADLINE, whole, Source.RESIDUE, 400));
    assertEquals(Optional.of(whole), facts(text, salvage).value(Field.HEADLINE));
  }

  @Test
  void cutsCodeFromAFactAndKeepsItInTheCandidate() {
    String torn = "Port closed\",\"author\":{\"@type\":\"Person\"";
    Fact fact = facts(TEXT, List.of(salvaged(Field.HEADLINE, torn, Source.RESIDUE, 400)))
        .get(Field.HEADLINE)
        .orElseThrow();
    assertEquals("Port closed", fact.value());
    assertEquals(List.of(torn), fact.source().values());
  }

  @Test
  void namesTheNewsroomWhereTheDataNameNobodyElse() {
    List<Candidate> salvage =
        List.of(salvaged(Field.AUTHOR, "Harbour staff reporter", Source.RESIDUE, 400));
    assertEquals(List.of("Harbour staff reporter"), facts(TEXT, salvage).values(Field.AUTHOR));
  }

  @Test
  void tellsTheLanguageFromTheText() {
    assertEquals(Optional.of("en"), facts.value(Field.IN_LANGUAGE));
  }
}
