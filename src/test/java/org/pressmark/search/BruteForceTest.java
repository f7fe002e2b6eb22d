package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// Counts by the index, against counts by reading every text.
class BruteForceTest {
  private static final String[] WORDS = {"ferry", "port", "Ferry", "storm", "STORM", "tide", "quay"
  };
  private static final List<Told> TOLD = new ArrayList<>();

  @TempDir
  private static Path folder;

  private static Search search;

  /// A text as it was made: its words, and the sentence that each stands in.
  private record Told(List<String> words, List<Integer> sentences) {}

  @BeforeAll
  static void fill() throws IOException {
    Random random = new Random(17);
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < 400; number++) {
        index.add(
            Story.of("story" + number, tell(random)).at(new Position(1, number)).entry());
      }
      index.commit(new Position(1, 400));
    }
    search = Search.open(folder);
  }

  private static String tell(Random random) {
    StringBuilder text = new StringBuilder();
    Told told = new Told(new ArrayList<>(), new ArrayList<>());
    int sentences = 1 + random.nextInt(5);
    for (int sentence = 0; sentence < sentences; sentence++) {
      text.append(sentence == 0 ? "" : random.nextInt(3) == 0 ? "\n" : " ").append("Ferry");
      told.words().add("Ferry");
      told.sentences().add(sentence);
      for (int left = random.nextInt(7); left > 0; left--) {
        String word = WORDS[random.nextInt(WORDS.length)];
        text.append(' ').append(word);
        told.words().add(word);
        told.sentences().add(sentence);
      }
      text.append('.');
    }
    TOLD.add(told);
    return text.toString();
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static List<Found> walk(String words) throws IOException, QuestionException {
    List<Found> found = new ArrayList<>();
    search.walk(words, found::add);
    long total = search.ask(new Question(words, Question.Order.OLDEST, 0, 1)).total();
    assertEquals(total, found.size(), words);
    return found;
  }

  private static void agree(String words, Predicate<Told> is) throws Exception {
    long expected = TOLD.stream().filter(is).count();
    assertTrue(expected > 0 && expected < TOLD.size(), words + " tells nothing apart");
    assertEquals(expected, walk(words).size(), words);
  }

  private static void agreeOnPlaces(String words, Predicate<String> is) throws Exception {
    long expected =
        TOLD.stream().flatMap(told -> told.words().stream()).filter(is).count();
    assertEquals(
        expected, walk(words).stream().mapToLong(found -> found.keys().size()).sum(), words);
  }

  /// Whether two words, the first and the second, have their places so far apart somewhere.
  private static boolean apart(Told told, String one, String other, IntPredicate far) {
    for (int left = 0; left < told.words().size(); left++) {
      for (int right = 0; right < told.words().size(); right++) {
        if (left != right
            && told.words().get(left).equalsIgnoreCase(one)
            && told.words().get(right).equalsIgnoreCase(other)
            && far.test(right - left)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void countsEveryPlaceOfAWord() throws Exception {
    agreeOnPlaces("ferry", word -> word.equalsIgnoreCase("ferry"));
    agreeOnPlaces("=ferry", word -> word.equals("ferry"));
    agreeOnPlaces("=Ferry", word -> word.equals("Ferry"));
    agreeOnPlaces("=STORM", word -> word.equals("STORM"));
    agreeOnPlaces("=storm", word -> word.equals("storm"));
    agreeOnPlaces("t*", word -> word.startsWith("t"));
    agreeOnPlaces("=/[a-z]o.*/", word -> Pattern.matches("[a-z]o.*", word));
    agreeOnPlaces("/.o.*/", word -> Pattern.matches("(?i).o.*", word));
    agreeOnPlaces("=?T*", word -> Pattern.matches(".T.*", word));
    agreeOnPlaces("prot~1", word -> word.equals("port"));
    agreeOnPlaces("tide OR quay", word -> word.equals("tide") || word.equals("quay"));
  }

  @Test
  void countsTheWordsOfEachText() throws Exception {
    assertEquals(
        TOLD.stream().mapToInt(told -> told.words().size()).sum(),
        walk("*").stream().mapToInt(Found::tokens).sum());
  }

  @Test
  void agreesOnWhatIsSideBySideAndNear() throws Exception {
    for (String one : List.of("ferry", "port", "storm", "tide")) {
      for (String other : List.of("ferry", "storm", "quay")) {
        agree("\"" + one + " " + other + "\"", told -> apart(told, one, other, by -> by == 1));
        for (int far : new int[] {1, 2, 4}) {
          agree(
              one + " NEAR/" + far + " " + other,
              told -> apart(told, one, other, by -> Math.abs(by) <= far));
          agree(
              one + " PRE/" + far + " " + other,
              told -> apart(told, one, other, by -> by > 0 && by <= far));
          agree(
              "\"" + one + " " + other + "\"~" + far,
              told -> apart(told, one, other, by -> Math.abs(by) <= far + 1));
        }
      }
    }
  }

  @Test
  void agreesOnPlacesWithNothingNearThem() throws Exception {
    for (String other : List.of("storm", "quay")) {
      for (int far : new int[] {1, 2, 4}) {
        long expected =
            TOLD.stream().mapToLong(told -> alone(told, "tide", other, far)).sum();
        String words = "tide NOT NEAR/" + far + " " + other;
        assertEquals(
            expected,
            walk(words).stream().mapToLong(found -> found.keys().size()).sum(),
            words);
      }
    }
  }

  /// At how many places the one has none of the other so near.
  private static long alone(Told told, String one, String other, int far) {
    long alone = 0;
    for (int at = 0; at < told.words().size(); at++) {
      List<String> near =
          told.words().subList(Math.max(0, at - far), Math.min(told.words().size(), at + far + 1));
      alone += told.words().get(at).equals(one)
              && near.stream().noneMatch(word -> word.equalsIgnoreCase(other))
          ? 1
          : 0;
    }
    return alone;
  }

  @Test
  void agreesOnWhatStandsInOneSentence() throws Exception {
    for (String one : List.of("port", "storm", "tide")) {
      agree("(" + one + " quay) WITHIN sentence", told -> inOneSentence(told, one, "quay"));
      agree("quay NEAR/s " + one, told -> inOneSentence(told, one, "quay"));
    }
  }

  private static boolean inOneSentence(Told told, String one, String other) {
    for (int left = 0; left < told.words().size(); left++) {
      for (int right = 0; right < told.words().size(); right++) {
        if (told.words().get(left).equalsIgnoreCase(one)
            && told.words().get(right).equalsIgnoreCase(other)
            && told.sentences().get(left).equals(told.sentences().get(right))) {
          return true;
        }
      }
    }
    return false;
  }
}
