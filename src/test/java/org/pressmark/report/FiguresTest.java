package org.pressmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Gaps, changes of length, intervals and agreement, against cases whose answer is known.
class FiguresTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  private static void publish(Outlet outlet, LocalDate day, int characters) {
    outlet.see(new Outlet.Sight(Optional.of(day), characters, 0, false, false, true, true));
  }

  @Test
  void findsTheDaysThatAreMissing() {
    Outlet outlet = new Outlet("The Varn Echo");
    for (int day = 0; day < 60; day++) {
      if (day < 20 || day > 26) {
        publish(outlet, MONDAY.plusDays(day), 1000);
      }
    }
    assertThat(outlet.gaps())
        .containsExactly(new Outlet.Gap(MONDAY.plusDays(20), MONDAY.plusDays(26), 1));
    assertThat(outlet.gaps().getFirst().days()).isEqualTo(7);
  }

  @Test
  void takesNoWeekendForAGap() {
    Outlet weekdays = new Outlet("Weekday");
    for (int day = 0; day < 70; day++) {
      if (day % 7 < 5) {
        publish(weekdays, MONDAY.plusDays(day), 1000);
      }
    }
    assertThat(weekdays.gaps()).isEmpty();
    Outlet weekly = new Outlet("Weekly");
    for (int week = 0; week < 30; week++) {
      publish(weekly, MONDAY.plusWeeks(week), 1000);
    }
    assertThat(weekly.gaps()).isEmpty();
  }

  /// Lengths as articles have them: some three times as long as others.
  private static void week(Outlet outlet, int week, int articles, int length, Random random) {
    for (int article = 0; article < articles; article++) {
      int characters = (int) (length * Math.exp(0.4 * random.nextGaussian()));
      publish(outlet, MONDAY.plusWeeks(week).plusDays(article % 7), characters);
    }
  }

  @Test
  void findsTheWeekFromWhichArticlesAreCutShort() {
    Random random = new Random(4);
    Outlet outlet = new Outlet("The Varn Echo");
    for (int week = 0; week < 40; week++) {
      week(outlet, week, 20, week >= 20 && week < 23 ? 600 : 3000, random);
    }
    assertThat(outlet.shifts()).hasSize(1);
    Shift shift = outlet.shifts().getFirst();
    assertThat(shift.week()).isEqualTo(MONDAY.plusWeeks(20));
    assertThat(shift.weeks()).isEqualTo(3);
    assertThat(shift.articles()).isEqualTo(60);
    assertThat(shift.factor()).isCloseTo(0.2, within(0.05));
    assertThat(shift.question()).contains("a broken parser, or a paywall?");
  }

  @Test
  void takesANewLengthForTheUsualOneAfterEightWeeks() {
    Random random = new Random(5);
    Outlet outlet = new Outlet("The Varn Echo");
    for (int week = 0; week < 60; week++) {
      week(outlet, week, 20, week < 20 ? 3000 : 800, random);
    }
    assertThat(outlet.shifts()).hasSize(1);
    assertThat(outlet.shifts().getFirst().weeks()).isEqualTo(8);
  }

  @Test
  void seesNoChangeWhereThereIsNone() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Outlet outlet = new Outlet("The Varn Echo");
      for (int week = 0; week < 60; week++) {
        week(outlet, week, 5 + random.nextInt(15), 3000, random);
      }
      assertThat(outlet.shifts()).as("seed %s", seed).isEmpty();
    }
  }

  /// R: binom::binom.wilson(x, n), as in many a textbook.
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.2775",
    "1, 10, 0.0179, 0.4042",
    "10, 100, 0.0552, 0.1744",
    "5, 5, 0.5655, 1",
  })
  void boundsAShareAsWilsonDid(int wrong, int judged, double low, double high) {
    Interval interval = Interval.of((double) wrong / judged, judged);
    assertThat(interval.low()).isCloseTo(low, within(0.0001));
    assertThat(interval.high()).isCloseTo(high, within(0.0001));
  }

  private static Draw.Unit unit(int number, Draw.Decision decision, String stratum) {
    return new Draw.Unit("item" + number, decision, stratum, "a.html", "", "text", "");
  }

  /// Of 20 and 15 answered alike in fifty, with 25 to 30 said yes: kappa is 0.4.
  @Test
  void agreesBeyondChanceAsCohenReckoned() {
    Draw.Sample none = new Draw.Sample(List.of(), List.of(), 0);
    Map<String, Boolean> mine = new HashMap<>();
    Map<String, Boolean> theirs = new HashMap<>();
    for (int item = 0; item < 50; item++) {
      mine.put("item" + item, item < 25);
      theirs.put("item" + item, item < 20 || item >= 25 && item < 35);
    }
    Verdicts.Agreement agreement = new Verdicts(none, mine).with(new Verdicts(none, theirs));
    assertThat(agreement.same()).isEqualTo(35);
    assertThat(agreement.kappa()).isCloseTo(0.4, within(1e-9));
  }

  /// 900 cuts of one rule, 1 of 10 wrong; 100 of another, 5 of 10 wrong: 14 % of all. They tell as
  /// much as 1 / (0.9² / 10 + 0.1² / 10) = 12.2 units.
  @Test
  void weighsRulesByTheirSize() {
    List<Draw.Unit> units = new ArrayList<>();
    Map<String, Boolean> answers = new HashMap<>();
    for (int number = 0; number < 20; number++) {
      units.add(unit(number, Draw.Decision.CUT, number < 10 ? "script" : "advert"));
      answers.put("item" + number, number == 0 || number >= 15);
    }
    Draw.Sample sample = new Draw.Sample(
        List.of(
            new Draw.Stratum(Draw.Decision.CUT, "script", 900),
            new Draw.Stratum(Draw.Decision.CUT, "advert", 100),
            new Draw.Stratum(Draw.Decision.CUT, "footer", 7)),
        units,
        0);
    Verdicts verdicts = new Verdicts(sample, answers);
    Verdicts.Weighted all = verdicts.of(Draw.Decision.CUT).orElseThrow();
    assertThat(all.interval().share()).isCloseTo(0.14, within(1e-9));
    assertThat(all.size()).isEqualTo(1000);
    assertThat(all.all()).isEqualTo(1007);
    assertThat(verdicts.sentence(1))
        .contains("14.0 % of the 1,000 cuts took away text of the story (20 judged, 95 % confidence"
            + " interval 3.6 to 41.7 %)");
    assertThat(verdicts.of(Draw.Decision.KEPT)).isEmpty();
  }

  @Test
  void readsAnswersAsSpreadsheetsWriteThem() throws AnswerSheet.MistakeException {
    Draw.Sample sample = new Draw.Sample(
        List.of(),
        List.of(unit(1, Draw.Decision.CUT, "x"), unit(2, Draw.Decision.KEPT, "kept")),
        0);
    assertThat(
            AnswerSheet.read("\ufeffbelongs;item;text\r\nJa;item2;\"a\nb\"\r\n;item1;\r\n", sample)
                .belongs())
        .containsExactly(Map.entry("item2", true));
    Verdicts verdicts = new Verdicts(sample, Map.of("item1", false));
    assertThat(AnswerSheet.read(AnswerSheet.write(verdicts), sample)).isEqualTo(verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b | has no columns \"item\" and \"belongs\" in its first row",
        "item,belongs;item9,yes | row 2: \"item9\" is not in this sample; give the --sample and --seed"
            + " that it was made with, and the archive as it was",
        "item,belongs;item1,perhaps | row 2: \"perhaps\" is no answer; write yes or no, or nothing",
      })
  void saysWhatIsWrongWithAnswers(String sheet, String message) {
    Draw.Sample sample = new Draw.Sample(List.of(), List.of(unit(1, Draw.Decision.CUT, "x")), 0);
    assertThatThrownBy(() -> AnswerSheet.read(sheet.replace(';', '\n'), sample))
        .isInstanceOf(AnswerSheet.MistakeException.class)
        .hasMessage(message);
  }
}
