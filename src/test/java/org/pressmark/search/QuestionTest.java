package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// The query language, by the very words that each question finds.
class QuestionTest {
  private static final List<Story> STORIES = List.of(
      Story.of(
              "a",
              "Cloud prices rose by 3.5 per cent. The cloud doctrine, a new cloud policy,"
                  + " cost 1,000 crowns. Mr. Brandt called it a doctrine of the clouds.",
              "CLOUD services are coloured. Is the colour of a cloud grey? No doctrine says so.")
          .headline("Cloud of a doctrine")
          .language("en")
          .date("2021-09-30"),
      Story.of("b", "I ministri parlano della nuvola. Cloud e nuvole.")
          .language("it")
          .date("2021-10"),
      Story.of("c", "The ministry and its ministries run. Running wild, he ran.")
          .language("en")
          .date("2021-11-30"),
      Story.of("d", "Der Zug rollt. Im Run auf die Häuser steht ein Haus. Das RESUMÉ, ein Resumé.")
          .language("de")
          .date("2022-01-01"));

  @TempDir
  private static Path folder;

  private static Search search;

  @BeforeAll
  static void fill() throws IOException {
    try (Index index = Index.open(folder)) {
      for (int at = 0; at < STORIES.size(); at++) {
        index.add(STORIES.get(at).at(new Position(1, at)).entry());
      }
      index.commit(new Position(1, STORIES.size()));
    }
    search = Search.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static String found(String words) throws IOException, QuestionException {
    List<String> found = new ArrayList<>();
    search.walk(words, article -> found.add(name(article) + ": " + marked(article)));
    long total = search.ask(new Question(words, Question.Order.NEWEST, 0, 10)).total();
    assertEquals(total, found.size(), "walk and ask disagree");
    return found.stream().sorted().collect(Collectors.joining(" / "));
  }

  private static String name(Found article) {
    return article.source().substring("press/".length(), "press/".length() + 1);
  }

  private static String marked(Found article) {
    return article.keys().stream()
        .map(key -> (key.part() == Key.Part.BODY
                ? article.body()
                : article.headline().orElse(""))
            .substring(key.start(), key.end()))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
      cloud                             => a: Cloud|Cloud|cloud|cloud|clouds|CLOUD|cloud / b: Cloud
      clouds                            => a: Cloud|Cloud|cloud|cloud|clouds|CLOUD|cloud
      exact:clouds                      => a: clouds
      exact:cloud                       => a: Cloud|Cloud|cloud|cloud|CLOUD|cloud / b: Cloud
      =cloud                            => a: cloud|cloud|cloud
      =Cloud                            => a: Cloud|Cloud / b: Cloud
      =CLOUD                            => a: CLOUD
      ="cloud doctrine"                 => a: cloud doctrine
      ="Cloud doctrine"                 => ``
      ="Cloud prices"                   => a: Cloud prices
      =C*                               => a: Cloud|Cloud|CLOUD / b: Cloud
      =c*d                              => a: cloud|cloud|called|coloured|cloud
      =resumé                           => ``
      =Resumé                           => d: Resumé
      resume                            => d: RESUMÉ|Resumé
      title:cloud                       => a: Cloud
      title:=cloud                      => ``
      exact:title:clouds                => ``
      body:=Cloud                       => a: Cloud / b: Cloud
      ministry                          => c: ministry|ministries
      ministri                          => b: ministri / c: ministry|ministries
      running                           => c: run|Running
      run                               => c: run|Running / d: Run
      haus                              => d: Häuser|Haus
      3.5                               => a: 3.5
      1,000                             => a: 1,000
      "1,000 crowns"                    => a: 1,000 crowns
      "cloud doctrine"~5                => a: Cloud of a doctrine|cloud doctrine|doctrine of the clouds|cloud grey? No doctrine
      "cloud doctrine"~2                => a: Cloud of a doctrine|cloud doctrine|doctrine of the clouds|cloud grey? No doctrine
      cloud NEAR/1 doctrine             => a: cloud doctrine
      cloud W/1 doctrine                => a: cloud doctrine
      doctrine NEAR/1 cloud             => a: cloud doctrine
      doctrine PRE/1 cloud              => ``
      cloud PRE/1 doctrine              => a: cloud doctrine
      doctrine PRE/3 cloud              => a: doctrine, a new cloud|doctrine of the clouds
      cloud NEAR/3 doctrine             => a: Cloud of a doctrine|cloud doctrine|doctrine of the clouds|cloud grey? No doctrine
      (cloud OR policy) PRE/1 (doctrine OR cost) => a: cloud doctrine|policy, cost
      "cloud policy" NEAR/2 cost        => a: cloud policy, cost
      cloud NEAR/1 doctrine NEAR/3 cloud => a: cloud doctrine, a new cloud
      body:(cloud NEAR/s doctrine)      => a: cloud doctrine|doctrine of the clouds
      body:(grey PRE/s doctrine)        => ``
      body:(grey PRE/p doctrine)        => a: grey? No doctrine
      (grey doctrine) WITHIN paragraph  => a: grey? No doctrine
      (grey doctrine) WITHIN sentence   => ``
      (Brandt doctrine) WITHIN sentence => a: Brandt called it a doctrine
      (crowns brandt) WITHIN sentence   => ``
      (crowns brandt) WITHIN paragraph  => a: crowns. Mr. Brandt
      (clouds services) WITHIN paragraph => a: CLOUD services
      "clouds cloud services"           => a: clouds.\\nCLOUD services
      "clouds cloud services" WITHIN paragraph => ``
      body:(cloud NOT NEAR/2 doctrine)  => a: Cloud|cloud|clouds|CLOUD|cloud / b: Cloud
      /colou?r/                         => a: colour
      /colou?r.*/                       => a: coloured|colour
      /C[LR]OU?D/                       => a: Cloud|Cloud|cloud|cloud|CLOUD|cloud / b: Cloud
      =/C[lL]oud/                       => a: Cloud|Cloud / b: Cloud
      =/[a-c]loud/                      => a: cloud|cloud|cloud
      /[0-9].*/                         => a: 3.5|1,000
      "cloud doct*"                     => a: cloud doctrine
      "cloud * doctrine"                => ``
      "cloud * * doctrine"              => a: Cloud of a doctrine|cloud grey? No doctrine
      "cloud doctrime~1"                => a: cloud doctrine
      "colour of a cloud?"              => a: colour of a cloud
      "c?oud policy"                    => a: cloud policy
      date:2021-09..2021-11             => a: `` / b: `` / c: ``
      date:2021-12..                    => d: ``
      date:..2021-09-30                 => a: ``
      lang:it                           => b: ``
      lang:en cloud                     => a: Cloud|Cloud|cloud|cloud|clouds|CLOUD|cloud
      cloud OR (crowns lang:it)         => a: Cloud|Cloud|cloud|cloud|clouds|CLOUD|cloud / b: Cloud
      """)
  void findsExactlyTheseWords(String words, String places) throws Exception {
    assertEquals(places.replace("``", "").replace("\\n", "\n"), found(words).replace(": ", ": "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
      cloud NEAR/0 x      => column 7: "NEAR/0" is none; behind the slash stands how many words apart, 1 to 1000, or s for one sentence, p for one paragraph: NEAR/5, NEAR/s
      cloud W/x x         => column 7: "W/x" is none; behind the slash stands how many words apart, 1 to 1000, or s for one sentence, p for one paragraph: NEAR/5, NEAR/s
      cloud NEAR/2        => column 7: "NEAR/2" needs a word on both sides; add one, or write it in small letters to look for the word itself
      cloud NEAR          => column 7: "NEAR" needs a word on both sides; add one, or write it in small letters to look for the word itself
      cloud WITHIN house  => column 7: "WITHIN" needs "sentence" or "paragraph" behind it; write it in small letters to look for the word itself
      cloud NEAR author:x => column 19: NEAR, PRE and WITHIN work in headline and body only; use AND
      cloud NEAR title:x  => NEAR, PRE and WITHIN need all their words in one field; put the field's name before the brackets around them
      cloud NEAR -x       => NOT has no place in a text, so it can not stand with NEAR, PRE or WITHIN; put it outside, with AND
      cloud NEAR *        => "*" has no place in a text, so it can not stand with NEAR, PRE or WITHIN; put it outside, with AND
      cloud NOT PRE/2 x   => column 7: NOT goes with NEAR or W, not with PRE
      /a(b/               => column 1: the regular expression is not one: expected ')' at position 3; put "\\" before a sign that means itself
      /((a{99}){99}){99}/ => column 1: the regular expression repeats a letter more than 1000 times; use smaller numbers in braces
      /(.*a){20}.{50}/    => column 1: the pattern has too many wildcards; use fewer
      /[^b]*a.{90}/       => column 1: the pattern has too many wildcards; use fewer
      date:2021..2020     => column 6: the range has no day in it: it begins after its end
      date:2021..x        => column 12: "x" is not a date; write one like 2021, 2021-09 or 2021-09-29
      tilte:cloud         => column 1: "tilte" is not a field; did you mean "title:"? known fields: author, body, cut, date, exact, headline (or title), id, keywords, language (or lang), publisher, section, source, url; for a colon that means itself write "\\:"
      """)
  void saysWhatIsWrongWithIt(String words, String message) {
    assertEquals(
        message,
        assertThrows(QuestionException.class, () -> search.walk(words, found -> {}))
            .getMessage());
  }
}
