package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;

/// Who wrote a story and when, by lines above and below it, in the ways of many newsrooms.
class BylinesTest {
  private static final Pressmark PRESSMARK = new Pressmark(Options.DEFAULTS);
  private static final String ENGLISH =
      "<p>A ferry with forty people on board ran aground off the coast of Norland on Sunday, the"
          + " coast guard said, and nobody was hurt in the accident.</p><p>All of them were brought"
          + " ashore in small boats, and the ferry will be towed to the harbour as soon as the"
          + " weather allows, said the owner.</p><p>The boat had left the"
          + " harbour of Varn in the early morning, and it met with thick fog on its way to the"
          + " islands in the north, said the captain, who has sailed these waters for thirty years"
          + " and had seen nothing like it before that day.</p>";
  private static final Map<String, String> STORIES = Map.of(
      "ro",
      "<p>Un feribot cu patruzeci de persoane la bord a eșuat duminică în largul coastei Norland, a"
          + " anunțat paza de coastă, iar nimeni nu a fost rănit în accident.</p><p>Nava a plecat"
          + " din portul Varn dimineața devreme și a întâlnit o ceață densă în drumul său spre"
          + " insulele din nord, a declarat căpitanul navei.</p>",
      "el",
      "<p>Ένα φέρι με σαράντα επιβάτες προσάραξε την Κυριακή στα ανοιχτά των ακτών της Νόρλαντ,"
          + " ανακοίνωσε η ακτοφυλακή, και κανείς δεν τραυματίστηκε στο ατύχημα.</p><p>Το πλοίο"
          + " είχε φύγει από το λιμάνι του Βαρν νωρίς το πρωί και συνάντησε πυκνή ομίχλη στον δρόμο"
          + " του προς τα νησιά του βορρά, είπε ο καπετάνιος.</p>",
      "he",
      "<p>מעבורת ובה ארבעים נוסעים עלתה על שרטון מול חופי נורלנד ביום ראשון, כך מסר משמר החופים,"
          + " ואיש לא נפגע בתאונה הזאת שאירעה בשעות הבוקר.</p><p>הספינה יצאה מנמל וארן בשעות"
          + " הבוקר המוקדמות ונקלעה לערפל כבד בדרכה לאיים שבצפון, אמר רב החובל.</p>");

  private static String known(String lang, String head, String above, String below, Field field) {
    String html =
        "<html lang=" + lang + "><head><meta charset=utf-8><title>Ferry runs aground</title>"
            + head + "</head><body><article><h1>Ferry runs aground</h1>" + above
            + STORIES.getOrDefault(lang, ENGLISH) + below
            + "</article></body></html>";
    Capture capture = Capture.of(Origin.of("ferry.html"), html.getBytes(StandardCharsets.UTF_8));
    return String.join(
        "; ", ((Outcome.Kept) PRESSMARK.clean(capture)).article().facts().values(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | From Mark Harrow in Lindmouth | Mark Harrow",
        "en | From our own correspondent Mark Harrow | Mark Harrow",
        "en | Story: Ella Thornby | Ella Thornby",
        "en | Story and photos by Ella Thornby | Ella Thornby",
        "en | EXCLUSIVE by Ella Thornby, Political Editor | Ella Thornby",
        "en | As told to Ella Thornby | Ella Thornby",
        "en | By ELLA THORNBY FOR ECHO ONLINE | ELLA THORNBY",
        "en | By Ella Thornby of The Varn Echo | Ella Thornby",
        "en | Ella Thornby, Chief Reporter | Ella Thornby",
        "en | Ella Thornby<p>3 May 2021 | Ella Thornby",
        "de | Von unserem Korrespondenten Karl Brandt, Varn | Karl Brandt",
        "de | Aus Varn berichtet Anna Berg | Anna Berg",
        "de | Das Gespräch führte Anna Berg | Anna Berg",
        "de | Bericht: Anna Berg | Anna Berg",
        "fr | De notre correspondante à Varn, Anne Bertin | Anne Bertin",
        "fr | Par Anne Bertin avec AFP | Anne Bertin",
        "fr | Reportage d’Anne Bertin | Anne Bertin",
        "it | dal nostro inviato Marco Rossi | Marco Rossi",
        "it | Testo di Anna Verdi, foto di Marco Rossi | Anna Verdi",
        "es | Por nuestra corresponsal Ana Torres | Ana Torres",
        "es | Un reportaje de Ana Torres | Ana Torres",
        "ro | De Ana Pop - 3 mai 2021, 14:05 | Ana Pop",
        "el | Της Άννας Παππά | Άννας Παππά",
        "he | אנה ברג, 3 במאי 2021 | אנה ברג",
        "en | by JOAN PELLOW<br>Municipal Correspondent | JOAN PELLOW",
        "it | dal nostro inviato Saverio Loi | Saverio Loi",
        "pt | Por Mariana Tavares, TV Aurora — Santa Aurora | Mariana Tavares",
        "en | By Gwen Parry<br>CoastNews, Lindmouth | Gwen Parry",
        "en | Posted by Rizky Pratama - harianteluk | Rizky Pratama",
        "hi | द्वारा: अंजलि वर्मा | अंजलि वर्मा",
        // nobody's names
        "de | Letzte Änderung: 09.02.2024 | ''",
        "en | From Harbour Street to the islands | ''",
        "en | Report: Northern Line Changes Hands | ''",
        "en | 12 replies, last post by Tilda Storm 3 May 2021 | ''",
        "de | Bericht: Deutsche Fähre auf Grund | ''",
        "de | Aus Alter Zeit | ''",
        "he | יום שני, 3 במאי 2021 | ''",
        "he | תל אביב, 3 במאי 2021 | ''",
        "el | Του Δήμου Αθηναίων | ''",
      })
  void knowsWhoIsNamedAboveTheStory(String language, String line, String author) {
    assertEquals(author, known(language, "", "<p>" + line + "</p>", "", Field.AUTHOR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>(Reporting by Ella Thornby and Mark Harrow in Varn; editing by Jim Castle)</p> |"
            + " Ella Thornby; Mark Harrow",
        "<p>Ella Thornby can be reached at thornby@echo.example or 555-0123.</p> | Ella Thornby",
        "<p>Contact Ella Thornby at thornby@echo.example.</p> | Ella Thornby",
        "<p>Ella Thornby is a staff writer at the Echo.</p> | Ella Thornby",
        "<p>— Ella Thornby, Echo</p> | Ella Thornby",
        "<p>Ella Thornby</p><h2>Ferries of Norland</h2><p>A.</p><p>B.</p><p>C.</p><p>D.</p> |"
            + " Ella Thornby",
        // those of whom a story tells, and who own a picture
        "<p>Ella Thornby is a captain and lives in Varn.</p> | ''",
        "<p>Contact the harbour office at harbour@varn.example.</p> | ''",
        "<p>© Ella Thornby / Norland Press</p> | ''",
        "<p>Ella Thornby</p><p>She has sailed for the line since it began.</p><p>A.</p><p>B.</p>"
            + "<p>C.</p><p>D.</p> | ''",
      })
  void knowsWhoIsNamedBelowTheStory(String below, String author) {
    assertEquals(author, known("en", "", "", below, Field.AUTHOR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<i data-testid=byline-name>Ella Thornby</i> | Ella Thornby",
        "<i data-hook=user-name>Ella Thornby</i> | Ella Thornby",
        "<i data-test=author-photo>Ella Thornby</i> | ''",
        "<i data-testid=title>Ella Thornby</i> | ''",
      })
  void readsWhatFrameworksCallAnElement(String above, String author) {
    assertEquals(author, known("en", "", above, "", Field.AUTHOR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p class=author>佐久間 理恵　2021年5月11日 18時30分</p> | 佐久間 理恵",
        "<figure><figcaption>The pier on Sunday. <i class=author>PETE LLANOS</i></figcaption></figure> | ''",
      })
  void readsElementsCalledAfterAnAuthor(String above, String author) {
    assertEquals(author, known("en", "", above, "", Field.AUTHOR));
  }

  @Test
  void takesWhoIsNamedInACaptionForItsPhotographer() {
    String above = "<figure><img src=a.jpg><figcaption>The pier on Sunday. <i class=autor>PETE"
        + " LLANOS</i></figcaption></figure>";
    assertEquals("PETE LLANOS", known("en", "", above, "", Field.CREDIT_TEXT));
    assertEquals("The pier on Sunday.", known("en", "", above, "", Field.CAPTION));
  }

  @Test
  void takesNobodyAStoryIsCalledAfterForItsAuthor() {
    String about = "<h1>Margaret Ollerton, harbour pilot</h1><p>3 May 1931 – 4 June 2009</p>";
    String last = "<p>Margaret Ollerton, born 3 May 1931; died 4 June 2009.</p>";
    String title = "</title><title>Margaret Ollerton, harbour pilot</title>";
    assertEquals("", known("en", title, about, last, Field.AUTHOR));
    assertEquals("", known("en", title, about, last, Field.DATE_PUBLISHED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl | 23 nov 2021, 16:20 • Laatste update: 24 nov 2021, 09:01 | 2021-11-23 | 2021-11-24",
        "it | 12 giugno 2018 (modifica il 13 giugno 2018, 20:14) | 2018-06-12 | 2018-06-13",
        "pt | 19.2.2023 • Última atualização: 25.2.2023 | 2023-02-19 | 2023-02-25",
        "cs | 5. května 2022, upraveno 6. května 2022 | 2022-05-05 | 2022-05-06",
      })
  void tellsAChangeFromTheDayAStoryAppeared(
      String language, String line, String published, String modified) {
    assertEquals(published, known(language, "", "<p>" + line + "</p>", "", Field.DATE_PUBLISHED));
    assertEquals(modified, known(language, "", "<p>" + line + "</p>", "", Field.DATE_MODIFIED));
  }

  @Test
  void believesABylineOfSeveralWhereMachinesAreToldOfThemToo() {
    String first = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
        + "\"Ferry runs aground\",\"author\":{\"@type\":\"Person\",\"name\":\"Ella Thornby\"}}</script>";
    String both = "<meta name=author content='Ella Thornby, Mark Harrow'>";
    String byline = "<p class=byline>Ella Thornby, Mark Harrow</p>";
    assertEquals("Ella Thornby; Mark Harrow", known("en", first + both, byline, "", Field.AUTHOR));
    String job = "<meta name=author content='Ella Thornby, Deputy Head'>";
    assertEquals(
        "Ella Thornby",
        known("en", first + job, "<p>By Ella Thornby, Deputy Head</p>", "", Field.AUTHOR));
  }

  @Test
  void believesABylineOfOneLineWhoseAuthorsAllHavePages() {
    String told = "<meta name=author content='Nora Castle'>";
    String links = "<a href=/author/nora/>Nora Castle</a>, <a href=/author/joe/>Joe Whitcombe</a>";
    assertEquals(
        "Nora Castle; Joe Whitcombe",
        known("en", told, "<h4 class=author-name>" + links + "</h4>", "", Field.AUTHOR));
    String editor = "<p class=author-name>Nora Castle</p><p class=author-name>Joe Whitcombe</p>";
    assertEquals("Nora Castle", known("en", told, editor, "", Field.AUTHOR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Copyright © 2001-2009 Varn Echo | Varn Echo",
        "(c) 2009 by Varn Echo, all rights reserved. | Varn Echo",
        "Copyright © 2001-2009 | ''",
      })
  void knowsWhoseTheRightsAre(String rights, String publisher) {
    String head = "<meta name=copyright content='" + rights + "'>";
    assertEquals(publisher, known("en", head, "", "", Field.PUBLISHER));
  }

  @Test
  void believesNoneOfThoseWhoWroteTheStoriesBelow() {
    String teaser =
        "<aside><a href=/a><b>Fog</b> <i>and</i> <b>more</b> <i>of</i> <b>it</b> <i>on</i>"
            + " <b>the</b> <i>coast</i></a><p class=teaser-author>By %s</p></aside>";
    StringBuilder teasers = new StringBuilder();
    for (String name : List.of("Ada Storm", "Olle Brandt", "Runa Holm", "Pia Lind")) {
      teasers.append(teaser.replace("By %s", name));
    }
    assertEquals("", known("en", "", "", teasers.toString(), Field.AUTHOR));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          <p>James Miller, a spokesman for the council, told reporters that work had begun.</p>
          <p>James Miller was asked by reporters when the ferry would run again.</p>
          <p>Maria Berg is 42 and lives in Varn. The insurance covers the damage.</p>
          <p>Contact Anna Berg at 555-0123 for tickets to the spring ball.</p>
          <blockquote>The sea is the sea.</blockquote><p>— Albert Moore</p>
          """)
  void takesNobodyWhomAStoryEndsWithForItsAuthor(String below) {
    assertEquals("", known("en", "", "", below, Field.AUTHOR));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', textBlock = """
          NATO | 4 May 2021              ! 2021-05-04
          By Jane Born, 4 May 2021       ! 2021-05-04
          Max Born | 04.05.2021          ! 2021-05-04
          Ella Thornby (born 3 May 1931) ! ''
          """)
  void tellsTheDayOfAStoryFromThoseItTellsOf(String line, String day) {
    assertEquals(day, known("en", "", "<p>" + line + "</p>", "", Field.DATE_PUBLISHED));
  }

  @Test
  void survivesADashRightBehindTheCommaOfAByline() {
    assertEquals(
        "2021-05-04",
        known(
            "en",
            "",
            "<p>By Mariana Tavares, — Santa Aurora</p><p>4 May 2021</p>",
            "",
            Field.DATE_PUBLISHED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 May 1931 – 4 June 2009 | ''",
        "* 3. Mai 1931 † 4. Juni 2009 | ''",
        "Born on 3 May 1931, died on 4 June 2009 | ''",
        "Né le 3 mai 1991, mort le 4 juin 2009 | ''",
        // an event, and a bullet
        "3 May 2021 – 4 June 2021 | 2021-05-03",
        "* 3 May 2021 | 2021-05-03",
      })
  void takesNobodysLifeForTheDateOfTheStory(String line, String day) {
    assertEquals(day, known("en", "", "<p>" + line + "</p>", "", Field.DATE_PUBLISHED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Port Ellery, 2 December 2022 | 2022-12-02",
        "Hamburg, den 02. Dezember 2022 | 2022-12-02",
        "The council meets again in Port Ellery, on the evening of 2 December 2022 | ''",
      })
  void readsWhereAndWhenAPressReleaseWasSent(String last, String day) {
    assertEquals(day, known("en", "", "", "<p>" + last + "</p>", Field.DATE_PUBLISHED));
  }

  @Test
  void takesATagThatSaysOnlyDateForTheChangeThatThePageShows() {
    String head = "<meta name=date content=2021-10-15>";
    String both = "<p>Published on: 13 October 2021</p><p>Last updated: 15 October 2021</p>";
    assertEquals("2021-10-13", known("en", head, both, "", Field.DATE_PUBLISHED));
    String one = "<p>Last updated: 15 October 2021</p>";
    assertEquals("2021-10-15", known("en", head, one, "", Field.DATE_PUBLISHED));
  }
}
