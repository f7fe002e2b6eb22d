package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Log;
import org.pressmark.article.Origin;
import org.pressmark.article.Reading;
import org.pressmark.source.Page;

class ExtractTest {
  private static final String HARBOUR = """
      <!doctype html><html lang="en"><head><title>Harbour bridge opens a year late - The Tarn Gazette</title>
      <meta property="og:title" content="Harbour bridge opens a year late">
      <script>var tracker = {"page": 1};</script><style>p { margin: 0 }</style></head>
      <body class="article">
      <div id="cookie-banner" class="cookie-consent"><p>We use cookies to improve your experience on this site, to
      measure our audience, and to show you offers. You can change your choice at any time.</p><button>Accept all</button></div>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
      <main><article>
      <h1>Harbour bridge opens a year late</h1>
      <p class="byline">By <a href="/maud">Maud Ferrant</a></p><time class="date">12 May 2024, 10:15</time>
      <div class="share-bar"><a href="#">Facebook</a> <a href="#">Email</a></div>
      <div class="article-body">
      <p>The new bridge over the harbour of Tarn opened to traffic on Sunday, a year later than the town had
      planned, and some four million more expensive than the council was told in 2021.</p>
      <p>&ldquo;We said it would be long work, and it was,&rdquo; said the engineer in charge, Odile Banks, as the first
      lorries crossed. The old bridge, built in 1911, will be taken down in the autumn.</p>
      <h2>Why it took so long</h2>
      <p>Divers had found a wreck where the second pier was to stand. It turned out to be a coaster that
      sank in 1943, and archaeologists needed eleven months to lift it.<br>It is now in the museum.</p>
      <ul><li>Length: 412 metres, with two lanes and a path for bicycles.</li><li>Cost: 31 million, paid by the town and the state.</li></ul>
      <aside class="related-stories"><h3>Related</h3><ul><li><a href="/1">Ferry to be sold</a></li><li><a href="/2">Quay floods again</a></li></ul></aside>
      <p>The ferry, which carried cars across the harbour for ninety years, made its last trip on Saturday
      night. Its crew of nine will work on the islands from June, the harbour master said.</p>
      </div></article></main>
      <section id="comments"><h3>Comments</h3><p>It is about time, we waited for so long, and what about the noise at night?</p></section>
      <footer><p>&copy; 2024 The Tarn Gazette. All rights reserved.</p></footer>
      <noscript>Please switch on JavaScript.</noscript>
      </body></html>
      """;

  private static Draft draft(String html) {
    return new Extract()
        .draft(new Page.Html(capture(), reading("text/html"), Jsoup.parse(html), Map.of()));
  }

  private static Draft flat(String text) {
    return new Extract().draft(new Page.Flat(capture(), reading("text/plain"), text, Map.of()));
  }

  private static Capture capture() {
    return Capture.of(Origin.of("page.html"), new byte[] {1});
  }

  private static Reading reading(String mediaType) {
    return new Reading(mediaType, "UTF-8", "utf-8", List.of());
  }

  @Test
  void takesAListAsAWholeAndNotOnlyItsSentences() {
    String list = """
        <ul><li>The year 2024 belonged to Odile Banks, who had joined the line as a stewardess, and who knew every stone of
        the harbour.</li><li><a href="/v">Ole Vik</a></li>
        <li>In 2021 it was Maud Ferrant, the first to hold the licences that both of the harbours ask for, and the last
        to be paid in coins.</li><li><a href="/t">Timeline of the bridge</a></li></ul></div></article>""";
    assertThat(draft(HARBOUR.replace("</div></article>", list)).finish().body().text())
        .contains("Odile Banks, who had joined")
        .contains("Timeline of the bridge");
  }

  @Test
  void leavesOutAListOfOtherStoriesAtTheEndWhateverItsBox() {
    String more = """
        <p>More of our best stories</p><ul>
        <li>The strange life and the quiet death of <a href="/1">the man who built the ferry</a></li>
        <li>How the council got <a href="/2">the price of the bridge so wrong</a></li>
        <li>Want to see the wreck? Here is <a href="/3">the way to the museum and its garden</a></li>
        </ul></div></article>""";
    assertThat(draft(HARBOUR.replace("</div></article>", more)).finish().body())
        .isEqualTo(draft(HARBOUR).finish().body());
  }

  @Test
  void takesTheCodeThatAStoryShows() {
    String code = """
        <p>Anybody can ask the lock of the new bridge for its state, as the following line shows to those who have a terminal:</p>
        <div class="code-toolbar caption"><pre>$ bridge --open
        open</pre><button>Copy</button></div>
        <h2>Why""";
    assertThat(draft(HARBOUR.replace("<h2>Why", code)).finish().body().text())
        .contains("bridge --open");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><b>Comments are now closed for this story</b></p>",
        "<h3>Comments (2)</h3>",
        "<h4>2 Kommentare</h4>",
        "<p>This discussion is now closed.</p>",
      })
  void leavesReadersOutWhereTheyBeginToSpeakInTheStorysOwnBox(String opening) {
    String thread = opening + """
        <p><b>Lantern</b><br>The council should have asked the divers first, as everybody in Tarn knew about the wreck.</p>
        <p>It is our money that they have thrown into the harbour, and nobody will ever answer for it.</p>
        <p><b>Gull</b><br>I crossed the bridge this morning, and it took me four minutes instead of the usual forty.</p>
        </div></article>""";
    assertThat(draft(HARBOUR.replace("</div></article>", thread)).finish().body())
        .isEqualTo(draft(HARBOUR).finish().body());
  }

  @Test
  void keepsWhatAStorySaysAboutComments() {
    String comments = """
        <h2>Comments from the quay</h2><p>Comments were mixed among those who waited for the first lorries, and most of them
        spoke of the noise that the old bridge had made at night.</p><h2>Why""";
    assertThat(draft(HARBOUR.replace("<h2>Why", comments)).finish().body().text())
        .contains("Comments from the quay")
        .contains("lorries crossed")
        .contains("noise that the old bridge")
        .contains("last trip on Saturday");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Public comments are closed and the commission will vote on the bridge in May, the clerk said.</p>",
        "<p>“This discussion is closed,” the mayor of Tarn told the council on Thursday evening.</p>",
      })
  void keepsWhatAStorySaysOfADiscussion(String said) {
    String story = said + "<h2>Why";
    assertThat(draft(HARBOUR.replace("<h2>Why", story)).finish().body().text())
        .contains(said.substring(3, 30))
        .contains("last trip on Saturday");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Have you read already?", "The topic might interest you:"})
  void leavesOutALineThatLeadsToLinksItLeavesOut(String lead) {
    String links = "<p>" + lead + """
        </p><aside class="related-stories"><a href="/1">Ferry to be sold to the islands</a></aside>
        </div></article>""";
    assertThat(draft(HARBOUR.replace("</div></article>", links)).finish().body())
        .isEqualTo(draft(HARBOUR).finish().body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Free delivery to the islands on orders of 40 and more",
        "Tarn, harbour and sea, ships and bridges, islands and those who live there",
        "Tarn > Harbour and sea, the bridge over the harbour",
      })
  void leavesOutWhatTheSiteSaysAboveTheHeadline(String notice) {
    String above = "<main><div class=\"notice\"><p>" + notice + "</p></div>";
    assertThat(draft(HARBOUR.replace("<main>", above)).finish().body())
        .isEqualTo(draft(HARBOUR).finish().body());
  }

  @Test
  void leavesOutAHeadingThatNothingFollows() {
    String heading = "<h2>Further news of the bridge</h2></div></article>";
    assertThat(draft(HARBOUR.replace("</div></article>", heading)).finish().body())
        .isEqualTo(draft(HARBOUR).finish().body());
  }

  @Test
  void dropsWhoSaidItWithASentenceThatIsPulledOut() {
    String pulled = """
        <blockquote class="pullquote"><p>Its crew of nine will work on the islands from June</p>
        <p>— Ole Vik, harbour master</p></blockquote>
        </div></article>""";
    String text =
        draft(HARBOUR.replace("</div></article>", pulled)).finish().body().text();
    assertThat(text).contains("Its crew of nine").doesNotContain("Ole Vik");
  }

  @Test
  void takesAnOfferWithItsFormForOneThingWhateverBoxTheyStandIn() {
    String offer = """
        <div class="subscription-widget-wrap"><div class="preamble"><p>The Tarn Gazette lives on its readers. To
        receive every issue and support this work, consider becoming a member.</p></div>
        <form><input type="email"><input type="submit" value="Subscribe"></form></div>
        <h2>Why""";
    assertThat(draft(HARBOUR.replace("<h2>Why", offer)).finish().body())
        .isEqualTo(draft(HARBOUR).finish().body());
  }

  @Test
  void leavesOutABylineWithTheDateBelowIt() {
    String byline =
        "<div>By MAUD FERRANT and ODILE BANKS<br>May 12, 2024 Updated: May 13, 2024 4:02 p.m.</div>\n"
            + "<div class=\"article-body\">";
    assertThat(draft(HARBOUR.replace("<div class=\"article-body\">", byline))
            .finish()
            .body())
        .isEqualTo(draft(HARBOUR).finish().body());
  }

  @Test
  void leavesOutTheLineThatSaysWhomAnArticleIsFor() {
    String label = "<p class=\"abo\">Article réservé aux abonnés</p>\n<h2>Why";
    assertThat(draft(HARBOUR.replace("<h2>Why", label)).finish().body())
        .isEqualTo(draft(HARBOUR).finish().body());
  }

  @Test
  void keepsTheStoryWordForWordAndSaysWhatTheRestIs() {
    Draft draft = draft(HARBOUR);
    Draft.Copy copy = draft.finish();
    assertThat(copy.body().text())
        .contains(
            "The new bridge over the harbour of Tarn opened to traffic on Sunday, a year later")
        .contains("\nWhy it took so long\n")
        .contains("needed eleven months to lift it.\nIt is now in the museum.")
        .contains("\nLength: 412 metres, with two lanes and a path for bicycles.\n")
        .endsWith("Its crew of nine will work on the islands from June, the harbour master said.")
        .doesNotContain("cookies", "Ferry to be sold", "about time", "JavaScript", "tracker");
    assertThat(
            copy.log().stream().filter(Cut::isText).map(cut -> cut.rule().id()).distinct())
        .contains("headline/1", "consent/1", "comments/1", "byline/1");
    assertThat(Log.undo(copy.body().text(), copy.log())).isEqualTo(draft.text());
  }

  @Test
  void takesTheFirstShortLineOfAFlatTextForItsHeadline() {
    Draft draft =
        flat("Harbour bridge opens\r\n\r\nThe new bridge opened on Sunday.\nIt was late.");
    assertThat(draft.passages())
        .extracting(passage -> passage.kind() + " " + passage.level())
        .containsExactly("heading 1", "paragraph 0", "paragraph 0");
    assertThat(draft.cuts()).isEmpty();
  }

  /// Beside each what must go, the look-alike that must stay.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>By Maud Ferrant on Sunday, 12 May 2024 at 10:15 a.m.</p> | 10:15 a.m.",
        "<p>Harbour bridge opens a year late</p> | Harbour bridge opens",
      })
  void leavesOutAboveTheStoryWhoWroteItAndTheHeadlineOnceMore(String line, String words) {
    String html =
        HARBOUR.replace("<div class=\"article-body\">", "<div class=\"article-body\">" + line);
    assertThat(draft(html).finish().body().text()).doesNotContain(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p><a href=/w>DIVERS FIND A COASTER OF 1943 BELOW THE QUAY</a></p> | COASTER | false",
        "<p>READ MORE: <a href=/w>Divers find a coaster below the quay</a></p> | coaster below | false",
        "<p>Advertisement</p> | Advertisement | false",
        "<p>NOBODY ASKED THE CREW OF THE FERRY, WHICH WAS NOT SOLD.</p> | NOBODY | true",
        "<p>Read more books, the harbour master told the <a href=/w>crew</a>.</p> | more books | true",
      })
  void leavesOutLinesAmidTheStoryThatLeadElsewhere(String line, String words, boolean stays) {
    String html = HARBOUR.replace("<h2>Why", line + "<h2>Why");
    assertThat(draft(html).finish().body().text().contains(words)).isEqualTo(stays);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>Follow the Gazette on the social network of your choice.</p> | social network | false",
        "<p>Sign up for our letter, which comes at high water.</p> | high water | false",
        "<p>Nobody will follow the ferry on its last way to the islands.</p> | last way | true",
      })
  void leavesOutWhatAPageAddsBelowItsStory(String line, String words, boolean stays) {
    String html = HARBOUR.replace("</div></article>", line + "</div></article>");
    assertThat(draft(html).finish().body().text().contains(words)).isEqualTo(stays);
  }

  @Test
  void keepsTheQuestionThatAnInterviewAsksTwice() {
    String question =
        "<p><strong>And what did the town of Tarn say to all of this in the end, do you think?</strong></p>";
    String html =
        HARBOUR.replace("<h2>Why", question + "<h2>Why").replace("<aside", question + "<aside");
    assertThat(draft(html).finish().body().text().split("all of this in the end", -1))
        .hasSize(3);
  }

  @Test
  void takesAStoryInAHundredBoxesThoughItIsSureOfNone() {
    StringBuilder boxes = new StringBuilder();
    for (int i = 1; i <= 24; i++) {
      boxes
          .append("<section><div><h3>")
          .append(i)
          .append(". The pier of Tarn</h3></div><div><div><p>Pier ")
          .append(i)
          .append(
              " was built by the town in 1911 and stands in four metres of water. It is painted green, as ")
          .append("the harbour master wished, and has two lamps.</p></div></div></section>");
    }
    String html =
        "<title>All piers of Tarn</title><main><h1>All piers of Tarn</h1>" + boxes + "</main>";
    assertThat(draft(html).finish().body().text())
        .contains("Pier 1 was", "Pier 12 was", "Pier 24 was");
  }

  private static final String DIALOG = """
      <p>Your personal data will be processed and information from your device may be stored by 144 partners of ours.</p>
      <p>Some vendors may process it on the basis of legitimate interest, which you can object to, if you will.</p>
      <p>You can choose how your data is used, and withdraw consent at any time, at the bottom of this page.</p>
      """;

  private static final String DRAINS = """
      <p>The drains of Tarn were opened on Monday, and in them was found the mayor's chain, lost in 1987.</p>
      """;

  @Test
  void keepsNoConsentDialogBesideAShortStory() {
    String html = "<title>Chain found</title><div id=gdpr><h1>We value you</h1>" + DIALOG
        + "</div><div class=wrap><h1>Chain found</h1>" + DRAINS + "</div>";
    assertThat(draft(html).finish().body().text())
        .startsWith("The drains of Tarn")
        .hasLineCount(1);
  }

  @Test
  void keepsAStoryAboutConsentWhateverItsBoxIsCalled() {
    String html = "<title>How they ask</title><div class=wrap><h1>How they ask</h1>"
        + "<div class='topic privacy'>" + DIALOG + DIALOG.replace("You", "Nobody") + "</div></div>";
    assertThat(draft(html).finish().body().text()).contains("Some vendors", "144 partners");
  }

  private static final String CONTAINER = """
      <section class="%s"><div class="text"><p>The wall of Tarn comes down from the fell, crosses
      two roads and the churchyard, and stops %s at a gate without a fence, as it has since 1871.</p></div></section>
      """;

  private static String container(String name, String stops) {
    return String.format(Locale.ROOT, CONTAINER, name, stops);
  }

  @Test
  void takesFurtherContainersOfAStoryAndNoOfferBetweenThem() {
    String html = "<title>A wall</title><main><h1>A wall</h1>" + container("day", "first")
        + "<div class=offer><h4>The Review in your letterbox</h4><p>Four a year.</p><a href=/x>See</a></div>"
        + container("night", "again") + container("comments", "noisily")
        + "</main>";
    assertThat(draft(html).finish().body().text())
        .contains("stops first", "stops again")
        .doesNotContain("letterbox", "noisily");
  }

  @Test
  void leavesOutHowCharactersAreReadAloud() {
    String html =
        "<title>雪の町で祭り</title><article><h1>雪の町で祭り</h1><p><ruby>子<rp>(<rt>こ<rp>)</ruby>どもたちが"
            + "<ruby>雪祭<rt>ゆきまつ</rt></ruby>りに集まり、夜には多くの灯りがともりました。</p>"
            + "<p>来年も同じ日に開かれる予定です。町長は「とてもうれしい」と話しました。</p></article>";
    assertThat(draft(html).finish().body().text()).startsWith("子どもたちが雪祭りに集まり、");
  }

  @Test
  void keepsTheHeadOfATableWithItsRows() {
    String rows = "<table><thead><tr><th>Item<th>Sum<tbody><tr><td>Stone and lime<td>9.2"
        + "<tr><td>Labour of nine men<td>11.0<tr><td>Bread, beer, cheese<td>3.8</table>";
    String html = HARBOUR.replace("<h2>Why", rows + "<h2>Why");
    assertThat(draft(html).finish().body().text())
        .contains("\nItem\tSum\nStone and lime\t9.2\nLabour of nine men\t11.0\n");
  }

  @ParameterizedTest
  @CsvSource({
    "© 2009 Verlag Tarnbote. Alle Rechte vorbehalten., true",
    "Copyright (c) Tarn Gazette, true",
    "(C) 2011 Tarn Gazette, true",
    "copyright 1998 by the author, true",
    "Copyright law is older than the press in Tarn., false",
    "(c) the tenant mends the gutter, false",
    "2009 was a year without rights., false",
    "copyright, false",
  })
  void tellsClaimsOfRightsFromTheirSubject(String line, boolean claims) {
    assertThat(Rights.claimedAt(line, 0, line.length())).isEqualTo(claims);
  }

  @Test
  void readsHeadlineAndBylineSetInFontsApartFromTheStory() {
    String html = "<title>Gazette - Chain of the mayor found</title><table><tr><td>"
        + "<font size=5>Chain of the mayor found</font><br><font size=1>by Maud Ferrant</font><br><br>"
        + "<font size=3>The drains of Tarn were opened on Monday, and in them, said the mayor, was the chain."
        + "<br><br>It was lost in 1987, and nobody knew where, until the water came up in Sheep Street.</font></table>";
    assertThat(draft(html).finish().body().text())
        .startsWith("The drains of Tarn")
        .contains("It was lost in 1987");
  }

  @Test
  void takesAStoryOnceThatStandsHiddenBelowItselfTwice() {
    String story =
        HARBOUR.substring(HARBOUR.indexOf("<p>The new bridge"), HARBOUR.indexOf("<aside"));
    String hidden =
        "<div style='display:none'><span>" + story.replaceAll("<[^>]+>", " ") + "</span></div>";
    String html = HARBOUR.replace("</article></main>", hidden + hidden + "</article></main>");
    assertThat(draft(html).finish().body().text())
        .containsOnlyOnce("a year later than the town")
        .containsOnlyOnce("sank in 1943");
  }
}
