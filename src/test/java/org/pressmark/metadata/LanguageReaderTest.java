package org.pressmark.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Block;
import org.pressmark.article.Body;

class LanguageReaderTest {
  private static final String ENGLISH = "The harbour bridge was closed on Monday after a crane had"
      + " fallen into the river, and it will not be open before the end of the week."
      + " The ferries are full.";
  private static final String DANISH = "Havnebroen blev lukket mandag, efter at en kran var faldet"
      + " ned i floden, og den bliver ikke åbnet igen før i slutningen af ugen."
      + " Færgerne er fyldt til sidste plads.";
  private static final String GREEK = "Η γέφυρα του λιμανιού έκλεισε τη Δευτέρα, αφού ένας γερανός"
      + " έπεσε στο ποτάμι, και δεν θα ανοίξει πριν από το τέλος της εβδομάδας."
      + " Τα πλοία είναι γεμάτα.";
  private static final String NAMES =
      "Harbour Bridge – Opening Times – Ferry Timetable – Weather Report – Tide Tables – Ticket Prices";

  private final LanguageReader reader = new LanguageReader();

  @ParameterizedTest
  @CsvSource({"en, en, .95", "en-GB, en, .95", "da, en, .95", "'', en, .95"})
  void readsEnglishWhateverThePageDeclares(String declared, String code, double confidence) {
    assertThat(detect(ENGLISH, declared)).contains(new LanguageReader.Guess(code, confidence));
  }

  @ParameterizedTest
  @CsvSource({"da", "en", "no", "''"})
  void readsDanishWhateverThePageDeclares(String declared) {
    assertThat(detect(DANISH, declared)).contains(new LanguageReader.Guess("da", .95));
  }

  @ParameterizedTest
  @CsvSource({"el", "en", "''"})
  void readsLanguagesWhoseSmallWordsAreNotListed(String declared) {
    assertThat(detect(GREEK, declared)).contains(new LanguageReader.Guess("el", .95));
  }

  @ParameterizedTest
  @CsvSource({
    "en, ENGLISH, true",
    "da, ENGLISH, false",
    "en, DANISH, false",
    "en, NAMES, false",
    "el, GREEK, false",
  })
  void confirmsOnlyWhatIsFullOfALanguagesSmallWords(
      String language, String name, boolean isConfirmed) {
    String text = switch (name) {
      case "ENGLISH" -> ENGLISH;
      case "DANISH" -> DANISH;
      case "GREEK" -> GREEK;
      default -> NAMES;
    };
    assertThat(new FunctionWords().confirm(text, language)).isEqualTo(isConfirmed);
  }

  @ParameterizedTest
  @CsvSource({
    "id, Dewan kota pada hari Selasa memutuskan menutup jembatan lama selama enam bulan karena rusak.",
    "he, מועצת העיר החליטה ביום שלישי לסגור את הגשר הישן לחצי שנה והעבודות יעלו ארבעה מיליון שקל."
  })
  void callsLanguagesByTheCodesOfToday(String code, String text) {
    String told = text + " " + text;
    assertThat(detect(told, "").map(LanguageReader.Guess::code)).contains(code);
  }

  private Optional<LanguageReader.Guess> detect(String text, String declared) {
    Body body = new Body(List.of(new Block(Block.Kind.PARAGRAPH, 0, text)));
    return reader.detect(body, Optional.of(declared).filter(d -> !d.isEmpty()));
  }
}
