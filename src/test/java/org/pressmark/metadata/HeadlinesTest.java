package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;

/// Which of a page's lines is its headline, by whole pages: what stands above the story, and what
/// machines are told.
class HeadlinesTest {
  private static final Pressmark PRESSMARK = new Pressmark(Options.DEFAULTS);
  private static final String STORY =
      "<p>A ferry with forty people on board ran aground off the coast of Norland on Sunday, the"
          + " coast guard said, and nobody was hurt in the accident.</p><p>The boat had left the"
          + " harbour of Varn in the early morning, and it met with thick fog on its way to the"
          + " islands in the north, said the captain.</p>";
  private static final String MORE =
      "<p>All of them were brought ashore in small boats, and the ferry will be towed to the"
          + " harbour as soon as the weather allows, said the owner of the line.</p>";

  private static String headline(String head, String above, String amid) {
    String html = "<html><head>" + head + "</head><body><article>" + above + STORY + amid + MORE
        + "</article></body></html>";
    Capture capture = Capture.of(Origin.of("ferry.html"), html.getBytes(StandardCharsets.UTF_8));
    return ((Outcome.Kept) PRESSMARK.clean(capture))
        .article()
        .facts()
        .value(Field.HEADLINE)
        .orElse("");
  }

  private static String told(String title, String openGraph) {
    return "<title>" + title + "</title><meta property=og:title content=\"" + openGraph + "\">";
  }

  private static String data(String headline) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\""
        + headline + "\"}</script>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // the heading above the story is the headline, whatever machines are told
        "<h1>Forty brought ashore in fog off Varn</h1>; Forty brought ashore in fog off Varn",
        // a section's name is not, nor a line that announces something
        "<h1>Region and coast</h1>; Norland ferry accident: all that we know",
        "<h1>What our readers should know now:</h1>; Norland ferry accident: all that we know",
      })
  void believesTheHeadingAboveTheStoryWhereItSaysSomethingElse(String above, String headline) {
    String told = "Norland ferry accident: all that we know";
    assertEquals(headline, headline(told(told, told), above, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<h1>What the owner of the ferry says</h1>; Ferry runs aground in fog",
        "<h2>What the owner of the ferry says</h2>; Ferry runs aground in fog",
      })
  void takesNoHeadingAmidTheStory(String amid, String headline) {
    String told = "Ferry runs aground in fog";
    assertEquals(headline, headline(told(told, told), "", amid));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // longer than what stands above the story
        "Ferry runs aground (2021/5); <h2>Ferry runs aground</h2>; Ferry runs aground",
        "Ferry runs aground:gullblog; <h3>Ferry runs aground</h3>; Ferry runs aground",
        // a heading that is no more like the title than any
        "Ferry runs aground; <h2>Weather</h2>; Ferry runs aground",
      })
  void takesAHeadingOfLowerRankAboveTheStory(String title, String above, String headline) {
    assertEquals(headline, headline("<title>" + title + "</title>", above, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "FERRY RUNS AGROUND; Ferry runs aground; Ferry runs aground",
        "ferry runs aground; Ferry runs aground | Norland; Ferry runs aground",
        "FERRY RUNS AGROUND; FERRY RUNS AGROUND; FERRY RUNS AGROUND",
        "FERRY RUNS AGROUND; Fog: a ferry runs aground; FERRY RUNS AGROUND",
        "NATO ferry runs aground; Nato ferry runs aground; NATO ferry runs aground",
      })
  void writesCapitalsAsMachinesAreToldThem(String heading, String told, String headline) {
    assertEquals(headline, headline(told(told, told), "<h1>" + heading + "</h1>", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<span>Fog</span> Ferry runs aground off Varn; Fog / Ferry runs aground off Varn;"
            + " Fog / Ferry runs aground off Varn",
        "Ferry runs aground - off Varn; Ferry runs aground: off Varn; Ferry runs aground - off Varn",
      })
  void partsTwoLinesOfAHeadingByTheSignThatMachinesAreTold(
      String heading, String told, String headline) {
    assertEquals(headline, headline(told(told, told), "<h1>" + heading + "</h1>", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<span class=x>Fog off Varn</span><span class=sep>: </span>"
            + "<span class=headline>Ferry runs aground</span>; Ferry runs aground",
        // no kicker: the part that calls itself a headline comes first
        "<span class=headline>Ferry runs aground</span> <span class=x>off Varn</span>;"
            + " Ferry runs aground off Varn",
      })
  void leavesOutWhatStandsBeforeThePartThatIsNamedHeadline(String heading, String headline) {
    assertEquals(
        headline, headline("<title>Ferry accident</title>", "<h1>" + heading + "</h1>", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Fog off Varn: Ferry runs aground | Coast; Fog off Varn: Ferry runs aground",
        "Fog off Varn - Ferry runs aground; Fog off Varn: Ferry runs aground",
        // told once only: a reporter's own heading stands
        "Ferry runs aground; Ferry runs aground",
      })
  void keepsAKickerThatIsToldTwice(String data, String headline) {
    String openGraph = "Fog off Varn: Ferry runs aground";
    assertEquals(
        headline,
        headline(told(openGraph, openGraph) + data(data), "<h1>Ferry runs aground</h1>", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ferry runs aground » Gull e.V.; Gull e.V. Friends of the ferries of Norland;"
            + " Ferry runs aground",
        // another heading than the title's end
        "Ferry runs aground » Gull e.V.; Ferry of the Gull runs aground in the fog;"
            + " Ferry of the Gull runs aground in the fog",
      })
  void takesTheSitesNameWithItsMottoForNoHeadline(String title, String heading, String headline) {
    assertEquals(
        headline,
        headline(
            "<title>" + title + "</title>",
            "<h1>" + heading + "</h1><h2>Ferry runs aground</h2>",
            ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // who is written about has a page; the site's own is another
        "https://ann-berg.example/; Harbour prize 2021: Ann Berg",
        "https://www.gull.example/; Harbour prize 2021",
        "/; Harbour prize 2021",
      })
  void takesNoNameOffThatIsOfAnotherSite(String home, String headline) {
    String head = "<title>Harbour prize 2021: Ann Berg</title>"
        + "<link rel=canonical href='https://gull.example/harbour-prize'>";
    assertEquals(
        headline,
        headline(
            head,
            "<h1>Harbour prize 2021: Ann Berg</h1>",
            "<p><a href='" + home + "'>Ann Berg</a></p>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // the section above the headline
        "<h1>Sleep at sea</h1><h2>How the crew of a ferry sleeps</h2>; How the crew of a ferry sleeps",
        // a line below the headline
        "<h1>How the crew of a ferry sleeps</h1><h2>Six hours and a cup of tea</h2>; How the crew of a ferry sleeps",
        // written for search engines, above a line that is told to none
        "<h1>How a ferry's crew sleeps</h1><h2>Six hours and a cup of tea</h2>; How a ferry's crew sleeps",
      })
  void believesALowerHeadingWhereMachinesAreToldItAndNoHigherOne(String above, String headline) {
    String told = "How the crew of a ferry sleeps";
    assertEquals(headline, headline(told(told + " | Sea Gull", told), above, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<h1>Page</h1><h1>User</h1><h2>Norland Ferries</h2>; Norland Ferries",
        "<h1>Aground</h1>; Aground",
      })
  void takesOneWordForASectionWhereTheStoryHasItsOwnHeading(String above, String headline) {
    String title = "<title>FerryGuide/Accidents - Norland Wiki</title>"
        + "<link rel=alternate type=application/rss+xml href=/feed title='Norland Wiki'>";
    assertEquals(headline, headline(title, above, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ferry accident off Varn; Off Varn in fog: what now?",
        "Off Varn in fog what now?; Off Varn in fog what now?",
      })
  void takesSignsFromWhatMachinesAreToldWhereNoneIsToldTheHeadingAsItStands(
      String openGraph, String headline) {
    String told = told("Ferry accident", openGraph) + data("Off Varn in fog: what now?");
    assertEquals(headline, headline(told, "<h1>Off Varn in fog what now?</h1>", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "“A calm night”: Ferry crew thanks its rescuers; “A calm night”: Ferry crew thanks its rescuers",
        "Fog off Varn: Ferry crew thanks its rescuers; Ferry crew thanks its rescuers",
      })
  void takesSomebodysWordsForNoKicker(String heading, String headline) {
    String told = "Ferry crew thanks its rescuers";
    assertEquals(
        headline, headline(told(told + " | Sea Gull", told), "<h1>" + heading + "</h1>", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // a page that calls itself by its story's name
        "Ferry runs aground in fog; Ferry runs aground in fog; Ferry runs aground in fog",
        // and one that calls itself by its site's
        "The Sea Gull of Varn; Ferry runs aground in fog - The Sea Gull of Varn; Ferry runs aground in fog",
      })
  void takesAHeadlineForNoSite(String name, String title, String headline) {
    String head =
        "<title>" + title + "</title><meta name=application-name content=\"" + name + "\">";
    String above =
        "<p class=headline>Harbour of Varn gets a new crane</p><h1>" + headline + "</h1>";
    assertEquals(headline, headline(head, above, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // what readers and machines are given alike, bar and all
        "Ferry runs aground in fog | What we know; Ferry runs aground in fog | What we know;"
            + " Ferry runs aground in fog | What we know",
        // a section's name, and what stands in the heading alone
        "Ferry runs aground in fog | Coast; Ferry runs aground in fog | Coast; Ferry runs aground in fog",
        "Ferry runs aground in fog | Live blog here; Ferry runs aground in fog; Ferry runs aground in fog",
        // a number of comments, and the host of the page that a heading speaks of
        "Ferry runs aground in fog (echo.example) 87; Ferry runs aground in fog;"
            + " Ferry runs aground in fog",
        "Ferry runs aground in fog 87; Ferry runs aground in fog; Ferry runs aground in fog",
        "Ferry runs aground in pier 87; Ferry runs aground in pier 87; Ferry runs aground in pier 87",
      })
  void knowsWhatBelongsToAHeading(String heading, String told, String headline) {
    String head = told(told + " - Varn Echo", told) + data(told);
    assertEquals(headline, headline(head, "<h1>" + heading + "</h1>", ""));
  }

  @Test
  void takesNoNameInABreadcrumbForTheHeadline() {
    String told = told("Coastal service - Varn Echo", "Coastal service");
    String crumb = "<span class=breadcrumb-page-title>Coastal service</span>";
    String heading = "Forty brought ashore in fog off Varn";
    assertEquals(heading, headline(told, crumb + "<h1>" + heading + "</h1>", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // the title of a page that was made to be printed is the outlet's
        "<h2>Fishermen win right to night landings</h2>; Fishermen win right to night landings",
        // a part's heading, of which there are others
        "<h2>Fishermen and their night landings</h2><p>Fog.</p><h2>What the owners say now</h2>;"
            + " The Harbour Record - Print Article",
      })
  void takesTheOnlyHeadingOfAPageThatTellsNoHeadline(String above, String headline) {
    String title = "<title>The Harbour Record - Print Article</title>";
    assertEquals(headline, headline(title, above, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // the way to a page, and its headline
        "Oberwerra County - Press releases - Weir bridge stays shut; <h1>Weir bridge stays shut</h1>;"
            + " Weir bridge stays shut",
        // a headline of two parts, which the page shows, and its site's name
        "Ferry aground - forty brought ashore - Varn Echo;"
            + " <h1>Varn Echo</h1><h2>Ferry aground - forty brought ashore</h2>;"
            + " Ferry aground - forty brought ashore",
      })
  void knowsWhichEndOfATitleIsTheHeadline(String title, String above, String headline) {
    assertEquals(headline, headline("<title>" + title + "</title>", above, ""));
  }
}
