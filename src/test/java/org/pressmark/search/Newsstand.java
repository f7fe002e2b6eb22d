package org.pressmark.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// A handful of invented stories in many languages, and an index of them.
final class Newsstand {
  static final List<Story> STORIES = List.of(
      Story.of(
              "cloud",
              "The ministry wants to keep its files at home.",
              "Using cloud services always presents users with a dilemma, officials said. The new"
                  + " doctrine forbids foreign providers.")
          .headline("Ministry issues a cloud doctrine")
          .language("en")
          .date("2021-09-29T08:15:00+02:00")
          .with(Field.AUTHOR, "Ursula Marsh", "Tom O'Neil")
          .with(Field.ARTICLE_SECTION, "Economy")
          .with(Field.PUBLISHER, "The Harbour Post")
          .with(Field.KEYWORDS, "data protection", "cloud")
          .with(Field.URL, "https://harbour-post.example/2021/09/cloud-doctrine.html"),
      Story.of(
              "clouds",
              "Dark clouds gathered over the harbour while runners were running home.",
              "The storm passed. No doctrine explains the weather.")
          .headline("Storm spares the harbour")
          .language("en-GB")
          .date("2021-10-02")
          .with(Field.AUTHOR, "Marsh Ursula Bell")
          .with(Field.ARTICLE_SECTION, "Weather")
          .with(Field.PUBLISHER, "Coast Daily"),
      Story.of(
              "chess",
              "After 1. e4 e5 the game ended. The champion's mother smiled at covid-19"
                  + " masks and a U.S. flag.")
          .headline("Champion loses in Łódź")
          .language("en")
          .date("2021-09")
          .with(Field.AUTHOR, "Ann Bell")
          .with(Field.PUBLISHER, "Coast Daily"),
      Story.of("tobe", "To be or not to be: the theatre plays on in the city of the lakes.")
          .headline("The question")
          .language("en")
          .date("2019")
          .with(Field.PUBLISHER, "Coast Daily"),
      Story.of("munich", "In München wurden neue Straßen gebaut. Die Häuser stehen schon.")
          .headline("Neue Straßen für die Stadt")
          .language("de")
          .date("2020-02-29")
          .with(Field.AUTHOR, "Jörg Müller")
          .with(Field.PUBLISHER, "Der Hafenbote"),
      Story.of("avion", "L’avion s'est posé à l'aéroport. Les étudiants étaient heureux.")
          .headline("Un avion à l’heure")
          .language("fr")
          .date("2020-03-01")
          .with(Field.PUBLISHER, "La Gazette du Port"),
      Story.of("puerto", "Los ministros hablaron de la nube y de los barcos en el puerto.")
          .headline("El puerto crece")
          .language("es")
          .date("2020-03-02"),
      Story.of(
              "isparta", "ISPARTA'DA gül hasadı başladı. Işıklar İstanbul'dan görüldü. Evler dolu.")
          .headline("Gül hasadı")
          .language("tr")
          .date("2022-05-20"),
      Story.of("gorod", "В городах построили новые дома. Министры обсуждали облака.")
          .headline("Новые дома в городе")
          .language("ru")
          .date("2022-06-01"),
      Story.of("madina", "قال الوزير إن المدينة الجديدة ستفتح أبوابها في الصيف.")
          .headline("المدينة الجديدة")
          .language("ar")
          .date("2022-06-02"),
      Story.of("kyoto", "東京都の新しい政策が発表されました。市民は図書館で話し合いました。")
          .headline("東京都、新しい政策を発表")
          .language("ja")
          .date("2022-06-03"),
      Story.of("beijing", "市政府公布了新的环境保护政策，引起市民关注。东京都的代表也来了。")
          .headline("新政策公布")
          .language("zh")
          .date("2022-06-04"),
      Story.of("seoul", "정부는 새로운 정책을 발표했다. 시민들은 도서관에서 토론했다.")
          .headline("새로운 정책 발표")
          .language("ko")
          .date("2022-06-05"),
      Story.of("warszawa", "Ministrowie rozmawiali o książkach i bibliotekach.")
          .headline("Książki dla miasta")
          .language("pl")
          .date("2022-06-06"),
      Story.of("lviv", "Нові будинки збудували у місті. П'ять будинків уже заселені.")
          .headline("Нові будинки")
          .language("uk")
          .date("2022-06-07"),
      Story.of("lisboa", "As cidades cresceram e os navios chegaram ao porto.")
          .headline("O porto cresce")
          .language("pt-BR")
          .date("2022-06-08"),
      Story.of("undated", "Nobody knows when this notice about lighthouses was printed.")
          .headline("Notice to mariners"),
      Story.of("headless", "A lighthouse without a headline stands here."));

  static final Story BROKEN = Story.of("broken", "cloud");
  static final Origin COPY = Origin.of("copies/cloud.html");

  private static final Map<Mark, String> NAMES =
      STORIES.stream().collect(Collectors.toMap(Story::mark, Story::name));

  private Newsstand() {}

  static void fill(Path folder) throws IOException {
    try (Index index = Index.open(folder)) {
      int offset = 0;
      for (Story story : STORIES) {
        index.add(story.at(new Position(1, offset++)).entry());
      }
      index.add(BROKEN.at(new Position(1, offset++)).rejected());
      index.add(STORIES.getFirst().at(new Position(1, offset++)).again(COPY));
      index.commit(new Position(1, offset));
    }
  }

  static String name(Mark mark) {
    return NAMES.getOrDefault(mark, "?");
  }
}
