package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.index.Story;
import org.pressmark.search.Results.Hit;

class SearchTest {
  @TempDir
  private static Path folder;

  private static Search search;

  @BeforeAll
  static void fill() throws IOException {
    Newsstand.fill(folder);
    search = Search.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static Results ask(String words) throws IOException, QuestionException {
    return search.ask(new Question(words, Question.Order.RELEVANCE, 0, 100));
  }

  private static String names(List<Hit> hits) {
    return hits.stream()
        .map(hit -> Newsstand.name(hit.mark()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
      doctrine                        => cloud clouds
      DOCTRINE                        => cloud clouds
      cloud                           => cloud clouds
      exact:cloud                     => cloud
      exact:clouds                    => clouds
      run                             => clouds
      cloud doctrine                  => cloud clouds
      cloud AND dilemma               => cloud
      cloud && dilemma                => cloud
      +cloud +dilemma                 => cloud
      cloud dilemma storm             => ``
      dilemma OR storm                => cloud clouds
      dilemma || storm                => cloud clouds
      dilemma or storm                => ``
      doctrine NOT storm              => cloud
      doctrine -storm                 => cloud
      doctrine !storm                 => cloud
      (dilemma OR storm) harbour      => clouds
      dilemma OR storm harbour        => cloud clouds
      "cloud doctrine"                => cloud
      "doctrine cloud"                => ``
      “cloud doctrine”                => cloud
      „cloud doctrine“                => cloud
      "doctrine providers"            => ``
      "doctrine providers"~2          => cloud
      "to be or not to be"            => tobe
      "to be or nor to be"            => ``
      exact:"cloud doctrines"         => ``
      headline:doctrine               => cloud
      title:doctrine                  => cloud
      body:spares                     => ``
      headline:(storm OR question)    => clouds tobe
      author:marsh                    => cloud clouds
      author:"ursula marsh"           => cloud
      author:"marsh tom"              => ``
      author:O'Neil                   => cloud
      author:(ursula -bell)           => cloud
      author:(bell OR date:2020)      => chess clouds munich avion puerto
      section:economy                 => cloud
      publisher:"coast daily"         => chess clouds tobe
      keywords:"data protection"      => cloud
      source:cloud                    => cloud
      source:press/cloud.html         => cloud
      source:press/cl*                => cloud clouds
      url:harbour-post.example        => cloud
      url:https://harbour-post*       => cloud
      language:en                     => chess cloud clouds tobe
      language:en-GB                  => clouds
      language:pt                     => lisboa
      id:pm                           => avion beijing chess cloud clouds gorod headless isparta kyoto lisboa lviv madina munich puerto seoul tobe undated warszawa
      date:2021                       => chess cloud clouds
      date:2021-09                    => chess cloud
      date:2021-09-29                 => cloud
      date:"2021-09-29"               => cloud
      date:2021-09-15                 => ``
      date:[2021-01 TO 2021-12-31]    => chess cloud clouds
      date:[2021-09-29 TO 2021-10-02] => cloud clouds
      date:{2021-09-29 TO 2021-10-02] => clouds
      date:[2021-09-29 TO 2021-10-02} => cloud
      date:[* TO 2019]                => tobe
      date:>=2022-06-07               => lisboa lviv
      date:>2022-06-07                => lisboa
      date:<2020-02-29                => tobe
      date:<=2020-02-29               => munich tobe
      NOT date:*                      => headless undated
      NOT headline:*                  => headless
      NOT language:*                  => headless undated
      -language:* -headline:*         => headless
      light*                          => headless undated
      *houses                         => undated
      l?ghthouse                      => headless
      h*b*r                           => clouds
      MÜN*                            => munich
      author:mü*r                     => munich
      lihgthouse~                     => headless undated
      lihgthouse~1                    => headless
      lighthause~1                    => headless
      lighthouse~1                    => headless undated
      lighthouse~0                    => headless
      munchen                         => munich
      München                         => munich
      muenchen                        => munich
      strasse                         => munich
      haus                            => munich
      lodz                            => chess
      avion                           => avion
      l'avion                         => avion
      l’avion                         => avion
      etudiant                        => avion
      étudiant                        => avion
      aeroport                        => avion
      ministro                        => puerto
      champion                        => chess
      champion's                      => chess
      covid-19                        => chess
      covid                           => chess
      isparta                         => isparta
      ISPARTA                         => isparta
      ısparta                         => isparta
      istanbul                        => isparta
      ışıklar                         => isparta
      isiklar                         => isparta
      ev                              => isparta
      город                           => gorod
      облако                          => gorod
      مدينة                           => madina
      政策                            => beijing kyoto
      東京                            => kyoto
      図書館                          => kyoto
      話し合う                        => kyoto
      "新しい政策"                    => kyoto
      环境保护                        => beijing
      东京                            => beijing
      市民                            => beijing kyoto
      정부                            => seoul
      도서관                          => seoul
      książka                         => warszawa
      ksiazki                         => warszawa
      п'ять                           => lviv
      cidade                          => lisboa
      navio                           => lisboa
      author\\:marsh                  => ``
      \\"cloud\\"                     => cloud clouds
      cloud — doctrine                => cloud clouds
      10:30                           => ``
      """)
  void findsWhatIsAskedFor(String words, String expected) throws Exception {
    String inOrder =
        java.util.Arrays.stream(expected.split(" ")).sorted().collect(Collectors.joining(" "));
    assertEquals(inOrder, names(ask(words).hits()));
  }

  private static List<String> inOrder(String words, Question.Order order, int skip, int limit)
      throws Exception {
    return search.ask(new Question(words, order, skip, limit)).hits().stream()
        .map(hit -> Newsstand.name(hit.mark()))
        .toList();
  }

  @Test
  void putsTheHeadlineBeforeTheBody() throws Exception {
    assertEquals(List.of("cloud", "clouds"), inOrder("doctrine", Question.Order.RELEVANCE, 0, 10));
  }

  @Test
  void putsUndatedArticlesLastWhateverTheOrder() throws Exception {
    String words = "author:bell OR lighthouses OR munchen";
    assertEquals(
        List.of("clouds", "chess", "munich", "undated"),
        inOrder(words, Question.Order.NEWEST, 0, 10));
    assertEquals(
        List.of("munich", "chess", "clouds", "undated"),
        inOrder(words, Question.Order.OLDEST, 0, 10));
  }

  @Test
  void turnsPagesWithoutLosingOrRepeatingAny() throws Exception {
    List<String> all = inOrder("*", Question.Order.RELEVANCE, 0, 1_000_000);
    List<String> pages = new ArrayList<>();
    for (int skip = 0; skip < all.size() + 4; skip += 4) {
      pages.addAll(inOrder("*", Question.Order.RELEVANCE, skip, 4));
    }
    assertEquals(18, all.size());
    assertEquals(all, pages);
  }

  @Test
  void countsExactlyWhateverThePage() throws Exception {
    for (int[] page : new int[][] {{0, 0}, {0, 3}, {17, 3}, {18, 3}, {Integer.MAX_VALUE, 3}}) {
      assertEquals(
          18,
          search.ask(new Question("*", Question.Order.NEWEST, page[0], page[1])).total());
    }
  }

  @Test
  void tellsWhatIsKnownOfAnArticle() throws Exception {
    Hit hit = ask("author:(ursula -bell)").hits().getFirst();
    assertEquals(Optional.of("Ministry issues a cloud doctrine"), hit.headline());
    assertEquals(List.of("Ursula Marsh", "Tom O'Neil"), hit.authors());
    assertEquals(Optional.of("The Harbour Post"), hit.publisher());
    assertEquals(Optional.of("Economy"), hit.section());
    assertEquals(Optional.of("2021-09-29"), hit.date());
    assertEquals(Optional.of("en"), hit.language());
    assertEquals("press/cloud.html", hit.source());
    assertEquals(new Position(1, 0), hit.at());
  }

  @Test
  void givesAScoreOnlyWhereItIsTheOrder() throws Exception {
    Question byDate = new Question("cloud", Question.Order.NEWEST, 0, 1);
    assertEquals(0, search.ask(byDate).hits().getFirst().score());
    assertTrue(ask("cloud").hits().getFirst().score() > 0);
  }

  @Test
  void countsWhatTheIndexHolds() throws Exception {
    Search.Counts counts = search.counts();
    assertEquals(20, counts.documents());
    assertEquals(18, counts.articles());
    assertEquals(1, counts.rejected());
    assertEquals(1, counts.again());
    assertEquals(
        "{ar=1, de=1, en=3, en-gb=1, es=1, fr=1, ja=1, ko=1, pl=1, pt-br=1, ru=1, tr=1, uk=1, zh=1}",
        counts.languages().toString());
  }

  @Test
  void findsArticlesAndRejectedDocumentsByTheirMark() throws Exception {
    assertEquals(
        Optional.of(new Position(1, 0)),
        search.find(Newsstand.STORIES.getFirst().mark()));
    assertEquals(Optional.of(new Position(1, 18)), search.find(Newsstand.BROKEN.mark()));
    assertEquals(Optional.empty(), search.find(Story.of("unheard").mark()));
  }

  @Test
  void findsMarksByTheirBeginning() throws Exception {
    Mark mark = Newsstand.STORIES.getFirst().mark();
    assertEquals(List.of(mark), search.marks(mark.value().substring(0, 9), 10));
    assertEquals(List.of(mark), search.marks(mark.value(), 10));
    assertEquals(List.of(), search.marks("pm-0", 10));
    assertEquals(5, search.marks("pm-", 5).size());
    List<Mark> all = search.marks("", 100);
    assertEquals(19, all.size());
    assertEquals(all.stream().sorted().toList(), all);
  }

  @Test
  void saysUpToWhereItIsComplete() throws Exception {
    assertEquals(new Position(1, 20), search.position());
    try (Search again = Search.openAsItIs(folder).orElseThrow()) {
      assertEquals(new Position(1, 20), again.position());
    }
    assertEquals(Optional.empty(), Search.openAsItIs(folder.resolve("nowhere")));
  }

  @Test
  void findsNoDamageInASoundIndex() throws Exception {
    assertEquals(Optional.empty(), search.damage());
  }
}
