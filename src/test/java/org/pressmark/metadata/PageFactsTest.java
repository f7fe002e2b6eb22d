package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.article.Article;
import org.pressmark.article.Candidate;
import org.pressmark.article.Capture;
import org.pressmark.article.Fact;
import org.pressmark.article.Field;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;

/// What whole pages say of themselves.
class PageFactsTest {
  private static final Pressmark PRESSMARK = new Pressmark(Options.DEFAULTS);
  private static final String STORY =
      "<p>A ferry with forty people on board ran aground off the coast of Norland on Sunday, the"
          + " coast guard said, and nobody was hurt in the accident.</p><p>The boat had left the"
          + " harbour of Varn in the early morning, and it met with thick fog on its way to the"
          + " islands in the north, said the captain.</p><p>All of them were brought ashore in small"
          + " boats, and the ferry will be towed to the harbour as soon as the weather allows.</p>";

  private static Article article(String html, Optional<String> url) {
    return article(html, url, "2022-03-01T00:00:00Z");
  }

  private static Article article(String html, Optional<String> url, String time) {
    Capture capture = new Capture(
        Origin.of("ferry.html"),
        html.getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        url,
        Optional.of(Instant.parse(time)));
    return ((Outcome.Kept) PRESSMARK.clean(capture)).article();
  }

  private static Article article(String head, String body) {
    return article(
        "<html><head><title>Ferry runs aground</title>" + head + "</head><body><article>"
            + "<h1>Ferry runs aground</h1>" + body + "</article></body></html>",
        Optional.empty());
  }

  private static String known(Article article, Field field) {
    return String.join("; ", article.facts().values(field));
  }

  private static String refusals(Article article, Field field) {
    return article.facts().get(field).map(Fact::candidates).orElse(List.of()).stream()
        .filter(candidate -> candidate.refusal().isPresent())
        .map(candidate ->
            candidate.values().getFirst() + " " + candidate.refusal().orElse(""))
        .collect(Collectors.joining("; "));
  }

  private static String jsonLd(String json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p class=standfirst>Forty people were brought ashore</p>",
        "<h2>Forty people were brought ashore</h2>",
        "<div class=article__subtitle>Forty people were brought ashore<span>Mara</span></div>",
        "<p class=c-dek>Forty people were brought ashore</p>",
        "<p itemprop=alternativeHeadline>Forty people were brought ashore</p>",
      })
  void findsTheLineBelowTheHeadline(String deck) {
    assertEquals(
        "Forty people were brought ashore",
        known(article("", deck + STORY), Field.ALTERNATIVE_HEADLINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h2>How it happened on Sunday</h2>" + "<p>Fog.</p>" + "<h2>What comes next for Varn</h2>",
        "<p class=subtitle>Ferry runs aground</p>",
        "<p class=subtitle>Sunday</p>",
        "<p class=decker>Forty people were brought ashore</p>",
      })
  void takesNoOtherLineForIt(String line) {
    assertEquals("", known(article("", line + STORY), Field.ALTERNATIVE_HEADLINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<figcaption>The ferry on Sunday. <i class=credit>Photo: Olle Brandt</i></figcaption>",
        "<figcaption>The ferry on Sunday. Foto: Olle Brandt</figcaption>",
        "<figcaption>The ferry on Sunday. (Photo by Olle Brandt)</figcaption>",
        "<figcaption>The ferry on Sunday. © Olle Brandt</figcaption>",
        "<div class=img-caption>The ferry on Sunday.</div><b class=copyright>© Olle Brandt</b>",
      })
  void partsACaptionFromItsCredit(String caption) {
    Article article = article("", "<figure><img src=ferry.jpg>" + caption + "</figure>" + STORY);
    assertEquals("The ferry on Sunday.", known(article, Field.CAPTION));
    assertEquals("Olle Brandt", known(article, Field.CREDIT_TEXT));
  }

  @Test
  void believesWhatJsonLdSaysOfThePictureThePlaceAndTheAgency() {
    Article article = article(jsonLd("""
            {"@type":"NewsArticle","headline":"Ferry runs aground","dateline":"VARN",
             "alternativeHeadline":"Forty people brought ashore","isAccessibleForFree":"False",
             "sourceOrganization":{"@type":"Organization","name":"Norland Wire"},
             "image":{"@type":"ImageObject","url":"https://echo.example/f.jpg",
                      "caption":"The ferry on Sunday","creditText":"Olle Brandt"}}"""), STORY);
    assertEquals("VARN", known(article, Field.LOCATION_CREATED));
    assertEquals("Forty people brought ashore", known(article, Field.ALTERNATIVE_HEADLINE));
    assertEquals("false", known(article, Field.IS_ACCESSIBLE_FOR_FREE));
    assertEquals("Norland Wire", known(article, Field.SOURCE_ORGANIZATION));
    assertEquals("The ferry on Sunday", known(article, Field.CAPTION));
    assertEquals("Olle Brandt", known(article, Field.CREDIT_TEXT));
  }

  @Test
  void takesNoSpeakerForThePlaceOfADateline() {
    String talk = "<p>MINISTER: I saw a summary in June.</p><p>ASHGROVE: A summary?</p>"
        + "<p>MINISTER: Two pages, and I read both of them on the train.</p>";
    assertEquals("", known(article("", STORY + talk + STORY), Field.LOCATION_CREATED));
    Article once = article("", STORY.replaceFirst("<p>", "<p>VARN: "));
    assertEquals("VARN", known(once, Field.LOCATION_CREATED));
  }

  @Test
  void takesNoDayForThePlaceOfADateline() {
    Article article = article(
        jsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"dateline\":\"2021-10-03\"}"),
        STORY);
    assertEquals("", known(article, Field.LOCATION_CREATED));
  }

  @Test
  void readsTheDatelineAndLeavesItInTheStory() {
    Article article = article("", STORY.replaceFirst("<p>", "<p>VARN, Oct. 3 (AFP) — "));
    assertEquals("VARN", known(article, Field.LOCATION_CREATED));
    assertEquals("AFP", known(article, Field.SOURCE_ORGANIZATION));
    assertTrue(article.body().text().contains("VARN, Oct. 3 (AFP) — A ferry"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta name=author content=AFP> | '' | AFP",
        "<meta name=author content='Reuters Staff'> | '' | Reuters",
        "<meta name=author content='Mara Quill'> | '' | ''",
        "<meta name=author content=App> | '' | ''",
        "'' | <p>Quelle: dpa</p> | dpa",
        "'' | <p>Von dpa/AFP</p> | dpa; AFP",
        "'' | <p>Map</p> | ''",
      })
  void knowsAnAgencyAmongAuthorsAndInLinesOfItsOwn(String head, String line, String agencies) {
    assertEquals(agencies, known(article(head, line + STORY), Field.SOURCE_ORGANIZATION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1970-01-01T00:00:00Z | is where a computer's clock begins, given where no date is known",
        "1969-12-31 | is where a computer's clock begins, given where no date is known",
        "0001-01-01 | was before there was a press",
        "2021-02-30 | is no date",
        "2144-05-01 | is in a century to come",
      })
  void refusesImpossibleDatesAndShowsThem(String date, String why) {
    Article article = article("<meta name=pubdate content='" + date + "'>", STORY);
    assertEquals("", known(article, Field.DATE_PUBLISHED));
    assertEquals(date + " " + why, refusals(article, Field.DATE_PUBLISHED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // What stands before a date says what it is, be it in an element of its own.
        "'' | <p>Last updated: <time>5 October 2021</time></p><time>3 October 2021</time> | 2021-10-03",
        "'' | <p><span>Updated</span> <span class=date>5 October 2021</span></p>"
            + "<p class=date>3 October 2021</p> | 2021-10-03",
        "'' | <p>Published on</p><p>3 October 2021</p><p>5 October 2021</p> | 2021-10-03",
        "'' | <p class=date><time itemprop=dateModified datetime=2021-10-05>5.10.</time></p>"
            + "<p>3 October 2021</p> | 2021-10-03",
        "<meta name=date content=2021-10-05> | <p>Stand: 3. Oktober 2021, 18 Uhr</p> | 2021-10-03",
        "<meta name=date content=2021-10-05> | <p>3 October 2021, News</p><p class=date>3.10.2021</p>"
            + " | 2021-10-03",
        // Look-alikes: nothing says that the first of these is of a change.
        "'' | <p>The updated tide table</p><time>3 October 2021</time> | 2021-10-03",
        "<meta name=pubdate content=2021-10-03> | <p>5 October 2021</p> | 2021-10-03",
        // Where a page says nothing else.
        "'' | <p>Last changed:</p><p>5 October 2021</p> | 2021-10-05",
        "<meta name=pubdate value=2021-10-03> | <p>Fog.</p> | 2021-10-03",
        "<meta property=og:image content=https://echo.example/2021/10/03/gull.jpg> | <p>Fog.</p> | ''",
        "<meta property=og:image content=https://echo.example/2021/10/gull.jpg> | <p>Fog.</p> | ''",
        "<meta name=author content='Mara Quill'> | <p>© 3 October 2021 Varn Echo</p> | ''",
      })
  void knowsWhichOfItsDatesIsThePublication(String head, String line, String day) {
    Article article = article(head, line + STORY);
    assertEquals(day, article.facts().day().orElse(""));
  }

  @Test
  void believesWhatThePageShowsWhereDataSayThatItWasChangedBeforeItWasPublished() {
    String siteWasBuilt = jsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs aground\","
        + "\"datePublished\":\"Dec 6, 2022\",\"dateModified\":\"Dec 5, 2022\"}");
    String line = "<p>3 October 2021</p>";
    assertEquals("2021-10-03", known(article(siteWasBuilt, line + STORY), Field.DATE_PUBLISHED));
    assertEquals("2022-12-06", known(article(siteWasBuilt, STORY), Field.DATE_PUBLISHED));
    String storyWasChanged = siteWasBuilt.replace("Dec 5", "Dec 7");
    assertEquals("2022-12-06", known(article(storyWasChanged, line + STORY), Field.DATE_PUBLISHED));
  }

  @Test
  void takesAMonthForNoDayButForOneThatSpeaksForADay() {
    String image = "<meta property=og:image content=https://echo.example/2021/10/gull.jpg>";
    Article alone = article(image, STORY);
    assertEquals("", known(alone, Field.DATE_PUBLISHED));
    assertEquals("", refusals(alone, Field.DATE_PUBLISHED));
    Article dated = article(image + "<meta name=pubdate content=2021-10-03>", STORY);
    assertEquals("2021-10-03", known(dated, Field.DATE_PUBLISHED));
    assertEquals(2, dated.facts().get(Field.DATE_PUBLISHED).map(Fact::agreeing).orElse(0));
  }

  @Test
  void looksForDatesNearTheHeadlineAboveTheStoryAndNotNearItsNameBelow() {
    String html = "<html><head><title>Ferry runs aground off Varn</title></head><body>"
        + "<article><p>Varn Ferry runs aground off Varn</p><p>3 October 2021</p>" + STORY
        + "</article><ul><li>You are here:</li><li>Ferry runs aground off Varn</li>"
        + "<li>Season opens 9 November 2021</li></ul></body></html>";
    assertEquals("2021-10-03", known(article(html, Optional.empty()), Field.DATE_PUBLISHED));
  }

  @Test
  void refusesADateLaterThanTheDayThePageWasSavedButTrustsNoFilesTime() {
    String html = "<html><head><meta name=pubdate content=2023-05-01></head><body><article>"
        + "<h1>Ferry runs aground</h1>" + STORY + "</article></body></html>";
    Article fetched = article(html, Optional.of("https://echo.example/ferry"));
    assertEquals("", known(fetched, Field.DATE_PUBLISHED));
    assertEquals(
        "2023-05-01 is later than the day the page was saved, 2022-03-01",
        refusals(fetched, Field.DATE_PUBLISHED));
    assertEquals("2023-05-01", known(article(html, Optional.empty()), Field.DATE_PUBLISHED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "1979-12-31T23:00:00Z", "1985-10-26T08:15:00Z"})
  void refusesNothingByTheTimeOfAFileThatIsOlderThanTheWeb(String unpacked) {
    String html = "<html><head><meta name=pubdate content=2023-05-01></head><body><article>"
        + "<h1>Ferry runs aground</h1>" + STORY + "</article></body></html>";
    Article saved = article(html, Optional.of("https://echo.example/ferry"), unpacked);
    assertEquals("2023-05-01", known(saved, Field.DATE_PUBLISHED));
    assertEquals("", refusals(saved, Field.DATE_PUBLISHED));
  }

  @Test
  void refusesADateBeforeTheOutletWasFoundedAndBelievesTheNext() {
    Article article = article(
        jsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs aground\",\"datePublished\":"
                + "\"2001-10-03\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"Echo\","
                + "\"foundingDate\": \"2009-01-01\"}}")
            + "<meta name=date content=2021-10-03>",
        STORY);
    assertEquals("2021-10-03", known(article, Field.DATE_PUBLISHED));
    assertEquals(
        "2001-10-03 was before its outlet was founded, 2009",
        refusals(article, Field.DATE_PUBLISHED));
  }

  @Test
  void marksAuthorsWhoContradictEachOther() {
    Article article =
        article("<meta name=author content='Paul Otherman'>", "<p>By Mara Quill</p>" + STORY);
    assertEquals(
        "byline says Mara Quill (offset 19), but meta says Paul Otherman (meta[name=author])",
        article.facts().get(Field.AUTHOR).flatMap(Fact::conflict).orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Who typed the story in is in its data; who wrote it stands below the headline.
        "<meta name=author content='Paul Otherman'> | <p>By Mara Quill</p> | Mara Quill",
        // Two such lines are of other stories.
        "<meta name=author content='Paul Otherman'> | <p>By Mara Quill</p><p>By Mara Quill</p> |"
            + " Paul Otherman",
        "<meta property=og:site_name content='Echo & Gull'><meta name=author content='Echo & Gull'> |"
            + " <p>By Mara Quill</p> | Mara Quill",
        "<meta property=og:site_name content='VarnEcho.com'><meta name=author content='Varn Echo'> |"
            + " <p class=author>Mara Quill</p> | Mara Quill",
        "<meta name=author content='Tilda Design - http://tilda.example'> | <p>Fog.</p> | Tilda Design",
        "'' | <p>Posted by Tilda @ 12:00 am</p> | Tilda",
        "'' | <p>3 May 2021 by Tilda</p> | Tilda",
        "'' | <p>Posted by 3 May 2021</p> | ''",
        "'' | <p>Autor</p><p>Mara Quill,</p> | Mara Quill",
        "'' | <p>Interview</p><p>Mara Quill</p> | Mara Quill",
        "'' | <p class=author>By Staff Writer</p> | Staff Writer",
        "'' | <p class=author>Feb 11, 2019 · 3 min read</p> | ''",
        "'' | <byline>Von Mara Quill, dpa</byline> | Mara Quill",
        "'' | <p>Quelle: dpa</p> | dpa",
        "<meta name=author content='No Author'> | <p>Map</p> | ''",
        // A site called after its owner, and one that is not.
        "<meta property=og:site_name content='Dr. Anna Berg'> | <p>Fog.</p> | Anna Berg",
        "<meta property=og:site_name content='A.Berghold'> | <p>Fog.</p> | A.Berghold",
        "'' | <p>© 2012 Anna Berg. All rights reserved.</p> | Anna Berg",
        "'' | <p>© Anna Berg</p> | ''",
        "'' | <p>© 2012 Varn Echo</p> | ''",
        "<meta name=author content='Norland Verband'> | <p>Text von Mara Quill</p> | Mara Quill",
        "<meta property=og:site_name content='Varn Echo'> | <p>Fog.</p> | ''",
        // A label is as good below another one; one that says nothing of authors is not.
        "'' | <aside><div class=author-box>Date: 3 May 2021<br>Author: Mara Quill<br>Source: Echo</div>"
            + "</aside><nav><a href=/people/olle-storm>Olle Storm</a></nav> | Mara Quill",
        "'' | <aside><div class=author-box>Date: 3 May 2021<br>Keeper: Mara Quill<br>Source: Echo</div>"
            + "</aside><nav><a href=/people/olle-storm>Olle Storm</a></nav> | Olle Storm",
      })
  void knowsWhoWroteAStory(String head, String line, String author) {
    assertEquals(author, known(article(head, line + STORY), Field.AUTHOR));
  }

  @Test
  void believesNoneOfManyWhoSignOtherStories() {
    String others = "<ul><li><p>By Ada Storm</p></li><li><p>By Olle Brandt</p></li>"
        + "<li><p>By Runa Holm</p></li><li><p>By Pia Lind</p></li></ul>";
    Article article = article("", STORY + STORY + others);
    assertEquals("", known(article, Field.AUTHOR));
  }

  @Test
  void countsThoseWhoAgreeAndPutsThemFirst() {
    Article article = article(
        "<meta name=author content='Mara Quill'><meta name=pubdate content=2021-10-03>"
            + "<meta name=date content=2020-01-05>",
        "<p>By Mara Quill</p><time datetime=2021-10-03></time>" + STORY);
    Fact author = article.facts().get(Field.AUTHOR).orElseThrow();
    assertTrue(author.agreeing() >= 2);
    Fact date = article.facts().get(Field.DATE_PUBLISHED).orElseThrow();
    assertEquals(
        List.of("2021-10-03", "2021-10-03"),
        date.candidates().subList(0, date.agreeing()).stream()
            .map(Candidate::values)
            .map(List::getFirst)
            .toList());
  }

  @Test
  void keepsWhatNobodyBelieved() {
    Article article = article("<meta name=author content='admin'>", STORY);
    Fact author = article.facts().get(Field.AUTHOR).orElseThrow();
    assertFalse(author.isKnown() && author.agreeing() == 0);
    assertEquals("meta[name=author]", author.candidates().getFirst().place());
  }

  @Test
  void saysWhatItLeftUnread() {
    Article article = article("", "<h1>Another headline</h1>".repeat(8) + STORY);
    assertEquals(
        List.of("looked at 6 of 9 headings of the first rank for its facts, the first"),
        article.reading().notes());
    Article dated = article("", "<time datetime=2021-10-03>3 October</time>".repeat(50) + STORY);
    assertTrue(
        dated
            .reading()
            .notes()
            .contains(
                "looked at 40 of 50 time elements for its facts, the nearest to the headline"),
        dated.reading().notes().toString());
    Article signed = article("", STORY + "<p>By Jane Doe</p>".repeat(1_200));
    assertTrue(
        signed.reading().notes().stream()
            .anyMatch(note -> note.matches("looked at 1,000 of 1,20\\d lines that may be signed"
                + " for its facts, the first")),
        signed.reading().notes().toString());
  }
}
