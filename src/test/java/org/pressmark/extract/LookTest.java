package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Candidate;
import org.pressmark.article.Capture;
import org.pressmark.article.Draft;
import org.pressmark.article.Origin;
import org.pressmark.article.Reading;
import org.pressmark.source.Page;

class LookTest {
  private static final String STORY = """
      <p>The ferry between Ostwick and the islands did not sail on Friday, because its captain had been locked in
      the ticket office by mistake.</p>
      <p>He was found at noon by a passenger who wanted her money back. “He gave it to me through the window,” she said.</p>
      """;

  private static Draft draft(String html) {
    return new Extract()
        .draft(new Page.Html(
            Capture.of(Origin.of("page.html"), new byte[] {1}),
            new Reading("text/html", "UTF-8", "utf-8", List.of()),
            Jsoup.parse(html),
            Map.of()));
  }

  private static String sight(String html) {
    return String.join(
        "; ", draft(html).remarks().stream().map(LookTest::sentence).toList());
  }

  private static String sentence(Candidate remark) {
    return String.join(", ", remark.values()) + " (" + remark.place() + ")";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      kind-error-page-french | ErrorPage (its title says "page introuvable")
      kind-error-page-robot-check | ErrorPage (its title says "just a moment")
      kind-cookie-wall-german | ConsentWall (all it says asks for consent to cookies, with a button "alle akzeptieren")
      kind-story-about-cookie-walls | NewsArticle (4 paragraphs of running text)
      kind-listing-spanish | CollectionPage (6 paragraphs, each under a headline that is a link)
      kind-search-results-arabic | CollectionPage (5 paragraphs, each under a headline that is a link)
      kind-news-in-brief | NewsArticle (5 paragraphs of running text)
      kind-video-page | VideoObject (a video with 33 words around it)
      kind-gallery-german | MediaGallery (5 pictures, and its title says "fotostrecke")
      kind-stub-in-mid-sentence | PaywallStub (it says "kun for abonnenter", it ends in the middle of a sentence)
      kind-full-story-with-an-offer | NewsArticle (5 paragraphs of running text)
      kind-live-blog-french | LiveBlogPosting (4 entries with a time, and its title says "en direct")
      html-behind-a-paywall | PaywallStub (it says "riservato agli abbonati", its data say it is not free, it has 46 words)
      """)
  void saysWhatAPageIsAndWhy(String name, String expected) throws IOException {
    Path page = Path.of("test-fixtures", "pages", name, "source.html");
    assertThat(sight(Files.readString(page))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "<title>404 - Not Found | The Gull</title>, ErrorPage",
    "<title>The Gull: Access Denied</title>, ErrorPage",
    "<title>Страница не найдена</title>, ErrorPage",
    "<title>页面不存在 - 海鸥报</title>, ErrorPage",
    "<title>404 reasons to love the sea</title>, NewsArticle",
    "<title>Body not found in harbour</title>, NewsArticle",
  })
  void knowsErrorPagesByAWholePartOfTheirTitle(String title, String kind) {
    assertThat(sight(title.replace(": ", " - ") + "<body>" + STORY)).startsWith(kind + " (");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      It was a long night … | <p>Subscribe to continue reading.</p> | PaywallStub
      It was a long night … | <p>Already a subscriber? Log in.</p> | PaywallStub
      It was a long night … | <p>Read more about ferries.</p> | NewsArticle
      It was a long night. | <p>Already a subscriber? Log in.</p> | NewsArticle
      It was a long night. | <p>This article is for subscribers only.</p> | PaywallStub
      It was a long night. | <p>Dieser Artikel ist exklusiv für Abonnenten.</p> | PaywallStub
      It was a long night. | <p>続きを読むには会員登録が必要です</p> | PaywallStub
      It was a long night. | <p>（ここから先は有料会員の方のみご利用になれます）</p> | PaywallStub
      """)
  void knowsAStubByItsEndAndByTheOfferBelow(String end, String offer, String kind) {
    String page = "<title>Ferry stays</title><body><article><h1>Ferry stays</h1>" + STORY + "<p>"
        + end + "</p></article>" + offer;
    assertThat(sight(page)).startsWith(kind + " (");
  }

  @Test
  void countsTheWordsThatThePageSaysItHas() {
    String page =
        "<title>Ferry stays</title><script type=application/ld+json>{\"@type\":\"NewsArticle\","
            + "\"isAccessibleForFree\":\"False\",\"wordCount\": 812}</script><body><article><h1>Ferry stays</h1>"
            + STORY + "</article>";
    assertThat(sight(page))
        .isEqualTo("PaywallStub (its data say it is not free, it shows 47 of 812 words)");
  }

  @ParameterizedTest
  @CsvSource({
    "11:40 Uhr, true", "18h20, true", "9.05 am, true", "24:00, true", "11.04.2021, false",
    "25:10, false", "10:99, false", "3:2 for Ostwick, false", "1100, false", "12:345, false",
  })
  void knowsATimeOfDay(String text, boolean isTime) {
    assertThat(Clock.isAt(text, 0, text.length())).isEqualTo(isTime);
  }
}
