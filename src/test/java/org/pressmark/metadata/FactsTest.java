package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Capture;
import org.pressmark.article.Draft;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Origin;
import org.pressmark.article.Passage;
import org.pressmark.article.Reading;
import org.pressmark.residue.Residue;
import org.pressmark.residue.ResidueOptions;
import org.pressmark.source.Page;

/// Whole pages, each with one thing that can go wrong.
class FactsTest {
  private static final Metadata METADATA = new Metadata(new Residue(ResidueOptions.DEFAULTS));
  private static final String STORY =
      "<p>The harbour master said on the quay that the ferries would sail"
          + " again as soon as the wind turned, and that nobody had been hurt in the storm.</p>";

  private static Facts facts(String head, String body) {
    return facts("<html><head>" + head + "</head><body>" + body + "</body></html>");
  }

  private static Facts facts(String html) {
    return facts(html, Optional.empty());
  }

  private static Facts facts(String html, Optional<String> url) {
    Document document = Jsoup.parse(html);
    StringBuilder text = new StringBuilder();
    List<Passage> passages = new ArrayList<>();
    document.body().select("h1, h2, p, div:not(:has(*)), span, time, a, li").stream()
        .map(element -> element.wholeText().strip())
        .filter(line -> !line.isEmpty())
        .forEach(line -> {
          passages.add(
              new Passage(text.length(), text.length() + line.length(), Block.Kind.PARAGRAPH, 0));
          text.append(line).append('\n');
        });
    Draft draft = Draft.of(text.toString(), passages);
    Capture capture = new Capture(
        Origin.of("page.html"),
        html.getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        url,
        Optional.of(Instant.parse("2022-03-01T00:00:00Z")));
    Reading reading = new Reading("text/html", "utf-8", "utf-8", List.of());
    Page.Html page = new Page.Html(capture, reading, document, Map.of());
    return METADATA.find(page, draft, draft.finish().body(), List.of()).facts();
  }

  private static String jsonLd(String json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Storm hits coast - The Daily Gull; The Daily Gull; Storm hits coast",
        "The Daily Gull | Storm hits coast; The Daily Gull; Storm hits coast",
        "Storm hits coast » News » The Daily Gull; The Daily Gull; Storm hits coast » News",
        "Ferries - what now?; The Daily Gull; Ferries - what now?",
        "Storm: ferries stay in port; The Daily Gull; Storm: ferries stay in port",
        "Storm hits coast – Daily-Gull.example; Daily-Gull.example; Storm hits coast",
      })
  void takesTheSitesNameOffTheTitle(String title, String site, String headline) {
    Facts facts = facts(
        "<title>" + title + "</title><meta property=og:site_name content='" + site + "'>", STORY);
    assertEquals(Optional.of(headline), facts.value(Field.HEADLINE));
  }

  @Test
  void believesTheHeadlineThatReadersAreShown() {
    Facts facts = facts(
        "<title>Storm coast 2022: ferries, ports | Gull</title>"
            + "<meta property=og:title content='Storm coast 2022: ferries, ports'>",
        "<h1>Ferries stay in port as storm hits coast</h1>" + STORY);
    assertEquals(
        Optional.of("Ferries stay in port as storm hits coast"), facts.value(Field.HEADLINE));
  }

  @Test
  void takesNoSectionsHeadingForTheHeadline() {
    Facts facts = facts(
        "<title>Ferries stay in port</title><meta property=og:title content='Ferries stay in port'>",
        "<h1>Regional news</h1>" + STORY);
    assertEquals(Optional.of("Ferries stay in port"), facts.value(Field.HEADLINE));
  }

  @Test
  void takesNoSitesHeadingForTheHeadline() {
    Facts facts = facts(
        "<title>Ferries stay in port | The Daily Gull</title>",
        "<h1>The Daily Gull</h1><h1>Ferries stay in port</h1>" + STORY);
    assertEquals(Optional.of("Ferries stay in port"), facts.value(Field.HEADLINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ferries stay in port :: Gull; Ferries stay in port; Ferries stay in port",
        "Gull Online - News - Ferries: storm ahead; Ferries: storm ahead; Ferries: storm ahead",
        "最短の商店街に屋根が付いた：みさき日報; 最短の商店街に屋根が付いた; 最短の商店街に屋根が付いた",
        "渡口茶馆下月起停止营业--江湾晚报网; 渡口茶馆下月起停止营业; 渡口茶馆下月起停止营业",
        "Ferries: who stays in port?; Harbour and coast; Ferries: who stays in port?",
        "Ferries - who stays in port; Ferries; Ferries - who stays in port",
        "Storm: all ferries stay; Storm: all ferries stay; Storm: all ferries stay",
      })
  void takesOffTheTitleWhatThePageDoesNotShowInTheHeadlinesLine(
      String title, String line, String headline) {
    Facts facts = facts("<title>" + title + "</title>", "<p>" + line + "</p>" + STORY);
    assertEquals(Optional.of(headline), facts.value(Field.HEADLINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<h1><span class=kicker>Harbour</span>: <span>Ferries stay in port</span></h1>",
        "<h1><div class=dachzeile>Nach dem Sturm</div> Ferries stay in port</h1>",
        "<h1><span class=kicker>Ferries stay in port</span></h1>",
        "<h1>Fer\u00adries stay in port</h1>",
        "<h1><ruby>Ferries<rt>Fähren</rt></ruby> stay in port</h1>",
        "<h1><a href='/'>Bugle of the North</a></h1><h2>Ferries stay in port</h2>",
        "<h1><a href='https://bugle.example/index.php'>Bugle of the North</a></h1>",
      })
  void takesTheHeadlineWithoutKickerAndMasthead(String heading) {
    Facts facts = facts("<title>Ferries stay in port</title>", heading + STORY);
    assertEquals(Optional.of("Ferries stay in port"), facts.value(Field.HEADLINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ferries stay in port - Bugle; <a href='/'>Bugle</a>",
        "Ferries stay in port | Bugle; <a href='https://bugle.example/'><img alt=Bugle></a>",
        "Bugle: Ferries stay in port; <a href='/index.html' title=Bugle>x</a>",
        "Ferries stay in port | Bugle.example; <p>Harbour</p>",
      })
  void takesOffTheTitleWhatTheLinkToTheFrontPageIsCalled(String title, String link) {
    Facts facts = facts("<title>" + title + "</title>", link + STORY);
    assertEquals(Optional.of("Ferries stay in port"), facts.value(Field.HEADLINE));
  }

  @Test
  void takesOffTheTitleWhatTheFeedIsCalled() {
    Facts facts = facts(
        "<title>Ferries stay in port - Bugle</title>"
            + "<link rel=alternate type='application/rss+xml' title='Bugle » Feed' href=/feed>",
        STORY);
    assertEquals(Optional.of("Ferries stay in port"), facts.value(Field.HEADLINE));
  }

  @Test
  void believesAHeadingOfMoreWordsThanTheSitesLine() {
    Facts facts = facts(
        "<title>Ten tips for a safe crossing | Harbour Information</title>",
        "<h1>Ten tips for a safe crossing</h1><p>Harbour Information</p>" + STORY);
    assertEquals(Optional.of("Ten tips for a safe crossing"), facts.value(Field.HEADLINE));
  }

  @Test
  void takesNoPagesImageForItsDate() {
    Facts facts = facts(
        "<meta property=og:image content='https://bugle.example/1132115579.jpg'>",
        "<h1>Ferries stay in port</h1>" + STORY);
    assertEquals(Optional.empty(), facts.day());
  }

  @Test
  void readsADateBelowItsLabel() {
    Facts facts = facts(
        "",
        "<h1>Ferries stay in port</h1>" + STORY.repeat(5)
            + "<p>Published</p><p>3 February 2022</p><p>Topics</p><p>4 February 2022</p>");
    assertEquals(Optional.of("2022-02-03"), facts.day().map(Object::toString));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2022-02-03T02:41:00Z; 02/02/2022 10:41 pm; 2022-02-02",
        "2022-02-03T02:41:00Z; 02/02/2022 10:40 pm; 2022-02-03",
        "2022-02-03T02:00:00Z; 02/02/2022 10:00 pm; 2022-02-03",
      })
  void countsTheDayAsTheClockOnThePageDoes(String utc, String shown, String day) {
    Facts facts = facts(
        "<meta property=article:published_time content='" + utc + "'>",
        "<h1>Ferries stay in port</h1>" + STORY.repeat(4) + "<p>Published " + shown + "</p>");
    assertEquals(Optional.of(day), facts.day().map(Object::toString));
  }

  @Test
  void takesNoMastheadInAnH1ForTheHeadline() {
    Facts facts = facts(
        "<title>The Daily Gull: Ferries stay in port until Easter</title>",
        "<h1>The Daily Gull</h1><h2>Ferries stay in port until Easter</h2>" + STORY);
    assertEquals(Optional.of("Ferries stay in port until Easter"), facts.value(Field.HEADLINE));
  }

  @Test
  void readsAPublishersNameThatOnlyMachinesAreTold() {
    Facts facts = facts(
        "",
        "<h1>Ferries stay in port</h1>" + STORY
            + "<div itemprop=publisher itemscope><meta itemprop=name content='The Daily Gull'></div>");
    assertEquals(Optional.of("The Daily Gull"), facts.value(Field.PUBLISHER));
  }

  @Test
  void datesALiveBlogByItselfAndNotByItsUpdates() {
    Facts facts = facts(jsonLd("""
            {"@type": "LiveBlogPosting", "headline": "Ferries", "liveBlogUpdate": [
              {"@type": "BlogPosting", "datePublished": "2022-02-04T01:00:00Z"}],
             "datePublished": "2022-02-03T20:00:00Z"}"""), STORY);
    assertEquals(Optional.of("2022-02-03T20:00:00Z"), facts.value(Field.DATE_PUBLISHED));
    assertEquals(Optional.empty(), facts.get(Field.DATE_PUBLISHED).orElseThrow().conflict());
  }

  private static String og(String title) {
    return "<meta property='og:title' content='" + title + "'>";
  }

  private static String article(String headline) {
    return jsonLd("{\"@type\": \"NewsArticle\", \"headline\": \"" + headline + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // told and shown below the heading, or in the breadcrumbs
        "og; Storm keeps the ferries in port; <p>Storm keeps the ferries in port</p>;"
            + " Storm keeps the ferries in port",
        "ld; Storm keeps the ferries in port; <p>Storm keeps the ferries in port</p>;"
            + " Storm keeps the ferries in port",
        // told and not shown
        "og; Storm keeps the ferries in port; ''; Ferry strike: what the storm means for you",
        "ld; Storm keeps the ferries in port; ''; Ferry strike: what the storm means for you",
        // shown and not told
        "og; Ferry strike; <p>Storm keeps the ferries in port</p>;"
            + " Ferry strike: what the storm means for you",
        // only a part of what is told is shown
        "og; What the storm means – The ferries; <p>What the storm means</p>;"
            + " Ferry strike: what the storm means for you",
        // too short to be more than a section
        "og; The storm; <p>The storm</p>; Ferry strike: what the storm means for you",
      })
  void believesWhatMachinesAreToldWhereThePageShowsItBesideItsHeading(
      String place, String told, String line, String headline) {
    String head = place.equals("og") ? og(told) : article(told);
    String body = "<h1>Ferry strike: what the storm means for you</h1>" + line + STORY;
    assertEquals(headline, facts(head, body).value(Field.HEADLINE).orElseThrow());
  }

  @Test
  void takesNoTeasersHeadlineForThePagesOwn() {
    String teaser = "Lighthouse keeper retires after forty years";
    Facts facts = facts(
        article("Storm keeps the ferries in port") + article(teaser),
        "<h1>Storm keeps ferries in port</h1>" + STORY + "<p>" + teaser + "</p>");
    assertEquals(Optional.of("Storm keeps ferries in port"), facts.value(Field.HEADLINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Harbour strike: Talks begin again; Harbour strike: Talks begin again;"
            + " Harbour strike: Talks begin again",
        "Harbour strike: Talks begin again; Harbour strike - Talks begin again;"
            + " Harbour strike: Talks begin again",
        "New harbour strike: Talks; New harbour strike: Talks; Talks begin again",
        "Harbour strike: Talks begin again; Talks begin again; Talks begin again",
        "Talks begin again; Harbour strike: Talks begin again; Talks begin again",
        "Harbour strike: Talks begin again; Ferries: Talks begin again; Talks begin again",
        "Harbour strike: Talks begin; Harbour strike: Talks begin; Talks begin again",
      })
  void keepsAKickerThatTheNewsroomTellsTwice(String jsonLd, String og, String headline) {
    Facts facts = facts(article(jsonLd) + og(og), "<h1>Talks begin again</h1>" + STORY);
    assertEquals(Optional.of(headline), facts.value(Field.HEADLINE));
  }

  @ParameterizedTest
  @CsvSource({
    "Storm keeps the ferries in port | Live blog, Storm keeps the ferries in port",
    "STORM 2.0 | Ferries stay in port for a week, STORM 2.0 | Ferries stay in port for a week",
    "Ferries | Trains, Ferries | Trains",
  })
  void takesOffWhatStandsBehindABar(String heading, String headline) {
    Facts facts = facts("", "<h1>" + heading + "</h1>" + STORY);
    assertEquals(Optional.of(headline), facts.value(Field.HEADLINE));
  }

  @Test
  void takesTheToldOneOfSeveralHeadings() {
    Facts facts = facts(
        "<title>News - Harbour office</title>" + og("The crane on the quay turns again"),
        "<h1>News</h1><h1>The crane on the quay turns again</h1>" + STORY);
    assertEquals(Optional.of("The crane on the quay turns again"), facts.value(Field.HEADLINE));
  }

  @Test
  void takesNoHeadlineForTheSitesNameBecauseTheTitleEndsWithIt() {
    Facts facts = facts(
        "<title>Harbour office - Press releases of the year 2021 - The crane turns again</title>"
            + "<meta name='twitter:title' content='The crane turns again'>",
        "<h1>The crane turns again</h1>" + STORY);
    assertEquals(Optional.of("The crane turns again"), facts.value(Field.HEADLINE));
  }

  @Test
  void takesTheSitesNameOffATitleWithoutSpaces() {
    Facts facts = facts("<title>渡轮因风暴停航一周-海港日报</title>", "<p>渡轮因风暴停航一周</p>" + STORY);
    assertEquals(Optional.of("渡轮因风暴停航一周"), facts.value(Field.HEADLINE));
  }

  @Test
  void takesTheKickerOffTheHeadline() {
    Facts facts = facts(
        "<meta property=og:title content='Ferries stay in port for now'>",
        "<h1><span>Storm on the coast</span> Ferries stay in port for now</h1>" + STORY);
    assertEquals(Optional.of("Ferries stay in port for now"), facts.value(Field.HEADLINE));
  }

  @Test
  void readsAuthorsThroughReferencesInJsonLd() {
    Facts facts = facts(jsonLd("""
            {"@graph": [
              {"@type": "NewsArticle", "headline": "Ferries stay", "author": {"@id": "#p"},},
              {"@type": "Person", "@id": "#p", "name": "Jane Doe"}
            ]}"""), STORY);
    assertEquals(List.of("Jane Doe"), facts.values(Field.AUTHOR));
  }

  @Test
  void prefersThePersonToTheNewsroom() {
    Facts facts = facts(
        "<meta name=author content='The Daily Gull'><meta property=og:site_name content='The Daily Gull'>",
        "<h1>Ferries stay in port</h1><div class=byline>By Jane Doe, Harbour Reporter</div>"
            + STORY);
    assertEquals(List.of("Jane Doe"), facts.values(Field.AUTHOR));
  }

  @Test
  void takesNoCommentersForAuthors() {
    Facts facts = facts(
        "",
        "<h1>Ferries stay in port</h1>" + STORY.repeat(3)
            + "<div class=comments><span class=comment-author>Max Meier</span>"
            + "<time datetime=2022-02-03>3 Feb 2022</time></div>");
    assertEquals(List.of(), facts.values(Field.AUTHOR));
    assertEquals(Optional.empty(), facts.day());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<p>03.05.2021, 14:10 Uhr | Uta Dohm</p>; Uta Dohm",
        "<p>Posted on 3 May 2021 by Jane Doe</p>; Jane Doe",
        "<p>Posted by Jane</p>; Jane",
        "<p>By</p><p>Jane Doe</p>; Jane Doe",
        "<p>Last updated 3 May 2021</p>; ''",
        "<p>By the harbour</p>; ''",
        "<p>Door onze redacteur Wim Bakker<br>Woensdag 15.05.2019, 10:30</p>; Wim Bakker",
        "<p>Teksti: Ville Karppinen<br>Julkaistu 3.2.2021 klo 9.15</p>; Ville Karppinen",
        "<p>Haber: Kemal Durmaz - 12 Ağustos 2018 Pazar, 14:20</p>; Kemal Durmaz",
        "<p>โดย สมชาย ใจดี</p>; สมชาย ใจดี",
        "<p>Της Μεγάλης Εβδομάδας</p>; ''",
        "<p>현지 기자 두 명이 다쳤다</p>; ''",
        "<p>Posted 5 years ago by Jane Doe</p>; Jane Doe",
        "<p>Words: Jane Doe. Pictures: Uta Dohm</p>; Jane Doe",
        "<p>입력 2019.05.15 10:30</p><p>박민호 선임기자 press@gull.example</p>; 박민호",
        "<p>PORT ELLERY (May 15, 2019) -- The council said on Tuesday it would close the old bridge.</p>; ''",
      })
  void readsBylinesInTheLinesBelowTheHeadline(String lines, String author) {
    Facts facts = facts("", "<h1>Ferries stay in port</h1>" + lines + STORY);
    assertEquals(author, String.join("; ", facts.values(Field.AUTHOR)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<p>Jane Doe</p>; Jane Doe",
        "<p>Written by Jane Doe</p>; Jane Doe",
        "<p>Ferries Stay In Port Until Easter Monday</p>; ''",
      })
  void readsWhoSignedTheStory(String lines, String author) {
    Facts facts = facts("", "<h1>Ferries stay in port</h1>" + STORY.repeat(4) + lines);
    assertEquals(author, String.join("; ", facts.values(Field.AUTHOR)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<p>本报记者 王小明 李红</p>; 王小明 李红",
        "<p>作者：潮声 时间：2021-05-03</p>; 潮声",
        "<p>渡口茶馆下月起停止营业，茶客们说会想念这里的茶。（陈水 江湾报道）</p>; 陈水",
        "<p>责任编辑：王小明</p>; 王小明",
        "<p>记者调查 民意调查</p>; ''",
        "<p>记者昨天从渡口茶馆了解到，茶馆下月起停止营业。</p>; ''",
      })
  void readsBylinesOfTheChinesePress(String lines, String author) {
    Facts facts = facts("", "<h1>渡口茶馆下月起停止营业</h1>" + STORY + lines);
    assertEquals(author, String.join(" ", facts.values(Field.AUTHOR)));
  }

  @Test
  void believesTheBylineReadersAreShownWhereMachinesAreToldOfEditorsToo() {
    Facts facts = facts(
        jsonLd(
            "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Jane Doe\"},{\"name\":\"Ann Poe\"}]}"),
        "<h1>Ferries stay in port</h1><p>By Jane Doe</p>" + STORY);
    assertEquals(List.of("Jane Doe"), facts.values(Field.AUTHOR));
  }

  @Test
  void believesTheFullNameRatherThanTheLogin() {
    Facts facts = facts(
        "<meta name=author content=jdoe>",
        "<h1>Ferries stay in port</h1><a href='/author/jdoe/'>Jane Doe</a>" + STORY);
    assertEquals(List.of("Jane Doe"), facts.values(Field.AUTHOR));
  }

  @Test
  void believesThePersonRatherThanTheSite() {
    Facts facts = facts(
        "<meta property=og:site_name content='The Daily Gull'><meta name=author content='The Daily Gull'>"
            + jsonLd("{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"The Daily Gull\"}}"),
        "<h1>Ferries stay in port</h1><span class=byline>By Jane Doe</span>" + STORY);
    assertEquals(List.of("Jane Doe"), facts.values(Field.AUTHOR));
  }

  @Test
  void takesNoLinkToTheTeamForAnAuthor() {
    Facts facts =
        facts("", "<h1>Ferries stay in port</h1><a href='/team/'>Meet Our People</a>" + STORY);
    assertEquals(List.of(), facts.values(Field.AUTHOR));
  }

  @Test
  void takesNoCopyrightYearForADate() {
    Facts facts =
        facts("", "<h1>Ferries stay in port</h1>" + STORY + "<p>© 2022 The Daily Gull</p>");
    assertEquals(Optional.empty(), facts.day());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<p>Yours, Benno<br>10 September 2017</p>; 2017-09-10",
        "<p>Yours, Benno<br>10 September 2017<br>Our telephone is 555 0100</p>; ''",
        "<p>10 September 2017</p>; ''",
        "<p>The pier opened in two years:<br>1911 and 1923</p>; ''",
      })
  void readsTheDateBelowTheNameAtTheEndOfALetter(String end, String day) {
    assertEquals(
        day,
        facts("", "<h1>A letter from the quay</h1>" + STORY.repeat(12) + end)
            .day()
            .orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<span class=post-date title=2021-09-29T08:15>last week</span>; 2021-09-29",
        "<span class=post-date title='The day of the storm'>29 Sep 2021</span>; 2021-09-29",
        "<span class=updated title=2021-09-29>last week</span>; 2021-09-29",
        "<time class='published updated' datetime=2021-09-29>last week</time>; 2021-09-29",
        "<span class=updated>30 Sep 2021</span><time datetime=2021-09-29>x</time>; 2021-09-29",
        "<div>Post time: 29 Sep 2021</div>; 2021-09-29",
      })
  void readsTheDateThatAPlaceTellsOrElseShows(String place, String day) {
    assertEquals(
        day, facts("", "<h1>Ferries stay in port</h1>" + place + STORY).day().orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "de, 2021-09-28T22:00:00Z, 2021-09-29", // summer time
    "de, 2021-11-28T23:00:00Z, 2021-11-29",
    "de, 2021-09-28T23:00:00Z, 2021-09-28", // one in the morning is a time like others
    "de, 2021-09-28T22:00:41Z, 2021-09-28",
    "de, 2021-09-28T00:00:00Z, 2021-09-28",
    "el, 2021-09-28T21:00:00Z, 2021-09-29",
    "ja, 2021-09-28T15:00:00Z, 2021-09-29",
    "en, 2021-09-28T22:00:00Z, 2021-09-28", // at home in many zones
  })
  void takesMidnightInTheLanguagesOwnZoneForTheDayThatBegins(
      String language, String utc, String day) {
    String meta = "<meta property='article:published_time' content='" + utc + "'>";
    assertEquals(
        Optional.of(day),
        facts("<html lang=" + language + "><head>" + meta + "</head><body><h1>1</h1>")
            .day());
  }

  @Test
  void readsJsonLdThatAFrameworkWritesAsMeta() {
    Facts facts = facts(
        "<meta name='script:ld+json' content='{\"@type\": \"Article\", \"datePublished\":"
            + " \"2021-09-29\"}'>",
        STORY);
    assertEquals(Optional.of("2021-09-29"), facts.day());
  }

  @Test
  void takesNoTeasersDayForThePagesOwn() {
    StringBuilder teasers = new StringBuilder();
    for (int day = 10; day < 16; day++) {
      teasers
          .append("<div><b itemprop=datePublished content=2021-10-")
          .append(day)
          .append(">x</b></div>");
    }
    String body = "<h1>Ferries stay in port</h1>" + STORY + teasers;
    Facts facts = facts("<meta name=date content=2021-09-29>", body);
    assertEquals(Optional.of("2021-09-29"), facts.day());
  }

  @ParameterizedTest
  @CsvSource({
    "The harbour was closed for the first time on the evening of 3 May 2005, 2021-09-29",
    "The Harbour Herald on the day after the storm: published on 3 May 2005, 2005-05-03",
    "Port Ellis 3 May 2005, 2005-05-03",
  })
  void takesNoDateOutOfASentenceWhereAnotherIsGiven(String line, String day) {
    String aside = "<aside><time datetime=2021-09-29>x</time></aside>";
    String body = "<h1>Ferries stay in port</h1><p>" + line + "</p>" + STORY + aside;
    assertEquals(Optional.of(day), facts("", body).day());
  }

  @Test
  void datesARecipeByItself() {
    Facts facts = facts(
        jsonLd("{\"@type\": \"Recipe\", \"name\": \"Fish soup\","
            + " \"datePublished\": \"2021-09-29\"}"),
        STORY);
    assertEquals(Optional.of("2021-09-29"), facts.day());
    assertEquals(Optional.empty(), facts.value(Field.HEADLINE));
  }

  @Test
  void keepsTheTimeWhereTheZoneIsKnown() {
    Facts facts = facts(
        "<meta property=article:published_time content='2022-02-03T08:15:00+02:00'>"
            + "<meta property=article:modified_time content='2022-02-04T09:00:00+02:00'>",
        "<h1>Ferries stay in port</h1>" + STORY);
    assertEquals(Optional.of("2022-02-03T08:15:00+02:00"), facts.value(Field.DATE_PUBLISHED));
    assertEquals(Optional.of("2022-02-04T09:00:00+02:00"), facts.value(Field.DATE_MODIFIED));
    assertEquals(Optional.empty(), facts.get(Field.DATE_PUBLISHED).orElseThrow().conflict());
  }

  @Test
  void countsDaysAsTheNewsroomDoes() {
    Facts facts = facts(
        "<meta property=article:published_time content='2022-02-04T02:15:00Z'>",
        "<h1>Ferries stay in port</h1><time>February 3, 2022</time>" + STORY);
    assertEquals(Optional.of("2022-02-03"), facts.day());
    assertEquals(Optional.empty(), facts.get(Field.DATE_PUBLISHED).orElseThrow().conflict());
  }

  private static final String FROM_THE_FUTURE =
      "<meta property=article:published_time content='2031-02-04T02:15:00Z'>"
          + "<h1>Ferries stay in port</h1><time datetime=2022-02-03>3 Feb 2022</time>" + STORY;

  @Test
  void believesNoDateBehindTheRetrieval() {
    Facts facts = facts(FROM_THE_FUTURE, Optional.of("https://ferries.example/port"));
    assertEquals(Optional.of("2022-02-03"), facts.day());
  }

  @Test
  void asksNoFileWhenItWasCopied() {
    assertEquals(Optional.of("2031-02-04"), facts(FROM_THE_FUTURE).day());
  }

  @Test
  void saysInASentenceHowDatesContradictEachOther() {
    Facts facts = facts(
        jsonLd(
                "{\"@type\":\"NewsArticle\",\"headline\":\"Ferries\",\"datePublished\":\"2022-02-03\"}")
            + "<meta name=pubdate content=2022-02-20>",
        "<h1>Ferries stay in port</h1>" + STORY);
    assertEquals(
        Optional.of("json-ld says 2022-02-03 (json-ld[1]/datePublished),"
            + " but meta says 2022-02-20 (meta[name=pubdate])"),
        facts.get(Field.DATE_PUBLISHED).orElseThrow().conflict());
  }

  @Test
  void believesTheTextOverTheDeclaredLanguage() {
    Facts facts = facts(
        "<html lang=en><body><h1>Fähren bleiben im Hafen</h1><p>Der Hafenmeister sagte am Kai, dass die"
            + " Fähren wieder fahren, sobald der Wind sich dreht, und dass beim Sturm niemand verletzt wurde."
            + " Am Abend soll darüber noch einmal beraten werden.</p></body></html>");
    assertEquals(Optional.of("de"), facts.value(Field.IN_LANGUAGE));
    assertEquals(
        Optional.of("detected says de (text), but markup says en (html[lang])"),
        facts.get(Field.IN_LANGUAGE).orElseThrow().conflict());
  }

  @Test
  void keepsTheRegionThatThePageDeclares() {
    Facts facts = facts("<html lang=en-GB><body>" + STORY + STORY + "</body></html>");
    assertEquals(Optional.of("en-GB"), facts.value(Field.IN_LANGUAGE));
  }

  @Test
  void givesEveryCandidateWithTheBelievedOneFirst() {
    Facts facts = facts(
        "<title>Ferries stay in port | Gull</title><meta property=og:title content='Ferries stay in port'>",
        "<h1>Ferries stay in port</h1>" + STORY);
    assertEquals(
        List.of("h1", "meta[property=og:title]", "title"),
        facts.get(Field.HEADLINE).orElseThrow().candidates().stream()
            .map(Candidate::place)
            .toList());
  }

  @Test
  void staysLinearOnAPageOfComments() {
    String comment =
        "<div class=author><a rel=author href=/user/x>Max Meier</a> <time datetime=2022-02-03>now</time></div>";
    String html = "<title>Ferries</title><h1>Ferries</h1>" + comment.repeat(10_000);
    assertTimeout(Duration.ofSeconds(10), () -> facts("<html><body>" + html + "</body></html>"));
  }

  @Test
  void survivesDeepNesting() {
    String html = "<div class=byline>".repeat(20_000) + "By Jane Doe";
    assertTrue(facts(html).values(Field.AUTHOR).size() <= 1);
  }
}
