package org.pressmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// Chinese has no spaces, and nobody agrees where its words end: so whatever is asked for is found,
/// in simplified and in traditional script.
class ChineseTest {
  private static final List<String> TEXTS = List.of(
      "东京都的代表昨天来到码头。",
      "她穿着和服走过大桥。公司的产品和服务都涨价了。",
      "渡口茶馆重新开张，老板说喝茶要紧，茶馆要慢。",
      "发展中国家的代表参观了活字印刷店。",
      "环保局公布了数据：循环保存十年。",
      "他买了硬座票，人人都有座。",
      "國家圖書館收藏了活字，臺灣的遊客也來了。",
      "广东京剧团在iPhone手机上直播，看了3000人。");

  @TempDir
  private static Path folder;

  private static Search search;

  @BeforeAll
  static void fill() throws IOException {
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < TEXTS.size(); number++) {
        index.add(Story.of("story" + number, TEXTS.get(number))
            .language("zh")
            .at(new Position(1, number))
            .entry());
      }
      index.commit(new Position(1, TEXTS.size()));
    }
    search = Search.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static List<String> found(String words) throws IOException, QuestionException {
    List<String> found = new ArrayList<>();
    search.walk(
        words,
        article -> article
            .keys()
            .forEach(key -> found.add(article.body().substring(key.start(), key.end()))));
    return found;
  }

  /// How often a text has some characters, each counted once.
  private static int count(String some) {
    int count = 0;
    for (String text : TEXTS) {
      for (int at = text.indexOf(some); at >= 0; at = text.indexOf(some, at + some.length())) {
        count++;
      }
    }
    return count;
  }

  @Test
  void findsEveryFewCharactersThatStandSideBySide() throws Exception {
    Set<String> asked = new LinkedHashSet<>();
    for (String text : TEXTS) {
      for (String run : text.split("[^\\p{IsHan}]+")) {
        for (int length = 1; length <= 5; length++) {
          for (int from = 0; from + length <= run.length(); from++) {
            asked.add(run.substring(from, from + length));
          }
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(300);
    for (String some : asked) {
      List<String> found = found(some);
      assertThat(found).as(some).hasSize(count(some));
      assertThat(found).as(some).containsOnly(some);
      assertThat(search.match(some).articles().cardinality()).as(some).isEqualTo((int)
          TEXTS.stream().filter(text -> text.contains(some)).count());
    }
  }

  /// Characters may stand side by side and be no word: the dictionary of `exact:` tells them apart,
  /// and misses words in longer words for that.
  @ParameterizedTest
  @CsvSource({
    "和服, 2, 1",
    "环保, 2, 1",
    "东京, 2, 0",
    "中国, 1, 0",
    "圖書館, 1, 0",
  })
  void asksTheDictionaryWhereThatIsWanted(String word, int places, int words) throws Exception {
    assertThat(found(word)).hasSize(places);
    assertThat(found("exact:" + word)).hasSize(words);
  }

  @Test
  void countsAWordAwayFromAnotherOneByTheirCharacters() throws Exception {
    assertThat(found("茶 NEAR/2 喝")).hasSize(1);
    assertThat(found("茶 PRE/4 茶馆")).containsExactly("茶要紧，茶馆");
    assertThat(found("茶馆 NOT NEAR/3 渡口")).containsExactly("茶馆");
  }

  /// As one who searches may set blanks or a comma between characters.
  @ParameterizedTest
  @CsvSource({
    "喝 茶, 喝茶",
    "茶 要紧, 茶要紧",
    "老板 说 喝 茶, 老板说喝茶",
    "紧，茶, 紧，茶",
    "活 字 印 刷, 活字印刷",
    "喝 水, ",
  })
  void findsAPhraseOfCharactersSetApart(String phrase, String place) throws Exception {
    assertThat(found("\"" + phrase + "\"")).isEqualTo(place == null ? List.of() : List.of(place));
  }
}
