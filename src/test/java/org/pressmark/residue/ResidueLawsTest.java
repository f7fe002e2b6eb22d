package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Block;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;

/// True of every text: what is cut can be put back, and cleaning twice changes nothing more.
///
/// `-Dpressmark.residue.items=1000000` tries as many generated texts; the seed is fixed.
class ResidueLawsTest {
  private static final int ITEMS = Integer.getInteger("pressmark.residue.items", 800);

  private static final List<String> STORY = List.of(
      "The ferry to Quayside was cancelled again on Tuesday, and the island council wants to know why, its chair Ina Holt said.",
      "“We waited on the quay until midnight,” said Ole Vik, who had come from the mainland with two children; “nobody told us a thing.”",
      "The harbour office blamed the tide. It had blamed the tide on Monday, too, and on the Friday before that (a storm came first).",
      "Maria Paz, the harbour master, pointed to a timetable from 1987: three boats a day, and four in summer, at £4.50 a head.",
      "Zwei Schiffe liegen seit März im Dock, sagte sie; „das dritte fährt, solange es fährt“, und mehr wolle sie dazu nicht sagen.",
      "Le conseil se réunira jeudi à 18 h 30 : « Nous voulons des réponses », a dit la présidente, « et un bateau ».");

  private static TrainingItems items(long seed) {
    List<TrainingPages.Junk> junk = HardCasesTest.codeOnItsOwnLine().stream()
        .map(code -> new TrainingPages.Junk(code.startsWith("{\"@context") ? "jsonld" : "js", code))
        .toList();
    return new TrainingItems(
        List.of(new TrainingPages.Page("quay", "quay.example.org", STORY, junk)), seed);
  }

  @Test
  void cleanTextAndLogGiveBackTheInputAndCleaningTwiceChangesNothing() {
    TrainingItems items = items(4711);
    for (int i = 0; i < ITEMS; i++) {
      String text = items.next().text();
      String clean = Flat.clean(text); // undoes it, too
      assertThat(Flat.clean(clean)).as("of %s", text).isEqualTo(clean);
    }
  }

  @Test
  void aTurkishLocaleChangesNothing() {
    String text = items(7).next().text() + "\n\nCOMMENTS ARE CLOSED.";
    String clean = Flat.clean(text);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      assertThat(Flat.clean(text)).isEqualTo(clean);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anyRubbishCanBeReadAndUndone() {
    Random dice = new Random(11);
    String letters =
        "{}[]()<>\"“”'’:;,.=\\/|&@#$_ \n\tnabcXYZ019é中«»é\ud83d\udea2\ud83d\ufeff\u0000\u0007";
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      int length = dice.nextInt(400);
      for (int k = 0; k < length; k++) {
        text.append(letters.charAt(dice.nextInt(letters.length())));
      }
      Flat.clean(text.toString());
      JsonReader.readAll(text.toString(), 0, text.length());
    }
  }

  @Test
  void leavesPreformattedPassagesAndEarlierCutsAlone() {
    String prose = STORY.getFirst();
    String code = "fbq('init', '771002003004005'); fbq('track', 'PageView');";
    String text = prose + "\n" + code + "\n" + code + "\n" + prose;
    int first = prose.length() + 1;
    int second = first + code.length() + 1;
    int third = second + code.length() + 1;
    Draft draft = Draft.of(
            text,
            List.of(
                new Passage(0, first - 1, Block.Kind.PARAGRAPH, 0),
                new Passage(first, second - 1, Block.Kind.PREFORMATTED, 0),
                new Passage(second, third - 1, Block.Kind.PARAGRAPH, 0),
                new Passage(third, text.length(), Block.Kind.PARAGRAPH, 0)))
        .with(List.of(Cut.of(text, second, second + 20, Rules.SCRIPT, 1)));
    List<Cut> cuts = new Residue(ResidueOptions.DEFAULTS).find(draft).cuts();
    assertThat(cuts).allMatch(cut -> cut.offset() >= second + 20 && cut.end() <= third);
    draft.with(cuts).finish();
  }

  @Test
  void deepNestingAndEndlessQuotesAreReadInOneGo() {
    String deep = "{\"a\":[".repeat(50_000);
    assertThat(JsonReader.readAll(deep, 0, deep.length())).isNotEmpty();
    String quotes = "{\"a\":\"" + "x \" y ".repeat(50_000);
    assertThat(JsonReader.readAll(quotes, 0, quotes.length())).isNotEmpty();
    assertThat(Flat.clean(deep)).isNotNull();
    assertThat(Flat.clean(quotes)).isNotNull();
  }
}
