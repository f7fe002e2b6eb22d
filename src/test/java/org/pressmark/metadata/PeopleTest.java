package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "By Jane Doe | Jane Doe",
        "BY JANE DOE | JANE DOE",
        "Von Jana Dohm und Jörg Ärmel | Jana Dohm; Jörg Ärmel",
        "Par Luc Moreau et Zoé Petit | Luc Moreau; Zoé Petit",
        "Por María Luz y Juan Río | María Luz; Juan Río",
        "Автор: Анна Ковалёва | Анна Ковалёва",
        "文／王小明 | 王小明",
        "Written by Jane Doe, John Roe and Ann Poe | Jane Doe; John Roe; Ann Poe",
        "Jane Doe, Senior Reporter | Jane Doe",
        "JANE DOE Staff Writer | JANE DOE",
        "By Jane Doe Senior Education Reporter | Jane Doe",
        "By Jane Doe The Associated Press | Jane Doe",
        "Jane Writer | -",
        "Executive Content Editor | -",
        "Jane Doe, Harbour Herald News | Jane Doe",
        "Jane Doe (Norland Press) | Jane Doe",
        "Jane Doe MD, RDN | Jane Doe",
        "Jane Doe, Ph.D. | Jane Doe",
        "Jane Doe, CEPF® | Jane Doe",
        "Jane Doe jane.doe@herald.example | Jane Doe",
        "Jane Doe @janedoe | Jane Doe",
        "Jane Doe@janedoe | Jane Doe",
        "jane[at]herald.example | -",
        "Erstellt von Jana Dohm | Jana Dohm",
        "Eine Kolumne von Jana Dohm | Jana Dohm",
        "No Author | -",
        "Donnerstag | -",
        "Posted by Jane Doe on Friday | Jane Doe",
        "Postado por Célio Vasques | Célio Vasques",
        "Publicada por Ana Rute | Ana Rute",
        "Pubblicato da Carla Denti | Carla Denti",
        "Geplaatst door Wim Bakker | Wim Bakker",
        "Upplagd av Stina Berg | Stina Berg",
        "Diposting oleh Rini Lestari | Rini Lestari",
        "Написала Анна Берёзова | Анна Берёзова",
        "كتبت: سلمى حداد | سلمى حداد",
        "By Jane Doe - Dec 20, 2023 | Jane Doe",
        "View all posts by Jane Doe | Jane Doe",
        "Doe, Jane | Jane Doe",
        "John E Smith and Maria I Lopez | John E Smith; Maria I Lopez",
        "Dr. Ursula van der Berg | Dr. Ursula van der Berg",
        "Norland Press Agency | Norland Press Agency",
        "seven_seas | seven_seas",
        "By | -",
        "https://social.example/jane | -",
        "5 min read | -",
        "Follow us | -",
        "March 9, 2023 | -",
        "Getty Images | -",
        "Feature by | -",
        "Source: Norland Wire | -",
        "Your Tilda | -",
        "mq/dpa | mq; dpa",
        "Von Jana Dohm, dpa | Jana Dohm",
        "The Norland Echo, Jane Doe | Jane Doe",
        "Text by Jane Doe  Illustration by John Roe | Jane Doe",
        "Interview by Jane Doe with John Roe | Jane Doe",
        "Recipe by Jane Doe with John Roe | Jane Doe; John Roe",
        "Jane (Maria) Doe | Jane (Maria) Doe",
        "Jane Doe (Norland Press) and John Roe | Jane Doe; John Roe",
        "Byby Jane Doe | Jane Doe",
        "Rechtsanwalt Karl Brandt | Karl Brandt",
        "Staff Writer Jane Doe | Jane Doe",
        "Rechtsanwalt | Rechtsanwalt",
        "Gull Wochenblatt, Kiel, Germany | Gull Wochenblatt",
        "Jane Doe, John Roe, Ann Poe | Jane Doe; John Roe; Ann Poe",
        "Institute for Coasts | Institute for Coasts",
        "Tilda for Sport Today | Tilda",
        "By Jane Berger. | Jane Berger",
        "By Jane Doe Jr. | Jane Doe Jr.",
        "赵 培 | 赵培",
        "Jane Doe ( | Jane Doe",
        "Super User | -",
        "Aktuelle Meldung | -",
        "Pressemitteilung | -",
        "By Manufacturer | -",
        "4m | -",
        "■该作者文章 | -",
      })
  void namesThePeopleAndNothingElse(String byline, String people) {
    List<String> expected = people == null ? List.of() : List.of(people.split("; "));
    assertEquals(expected, People.named(List.of(byline)));
  }

  @ParameterizedTest
  @CsvSource({
    "der Befreiung zum Staatsvertrag, false",
    "van der Berg Ursula, true",
    "Ursula van der Berg, true",
    "and John Roe, false",
  })
  void takesNoPhraseForAPerson(String text, boolean isPersonal) {
    assertEquals(isPersonal, People.isPersonal(text));
  }

  @Test
  void namesAnAgencyOnlyWhereNobodyElseIsNamed() {
    assertEquals(List.of("Jane Doe"), People.named(List.of("Jane Doe", "Norland Press Agency")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Jane Doe; Edited by Ann Poe | Jane Doe",
        "By Jane Doe. Reviewed by Ann Poe | Jane Doe",
        "Written by; Jane Doe; Fact checked by; Ann Poe | Jane Doe",
        "By Jane Doe; Photography by John Roe | Jane Doe",
        "By Jane Doe; Contributions from John Roe | Jane Doe",
        "Jana Dohm; Foto: Jörg Ärmel | Jana Dohm",
        "Text & Fotos: Jana Dohm | Jana Dohm",
        "Photo Editors; Jane Doe | Jane Doe",
      })
  void namesWhoWroteAndNotWhoEdited(String lines, String people) {
    assertEquals(List.of(people.split("; ")), People.named(List.of(lines.split("; "))));
  }

  @Test
  void keepsAnAgencyThatDataListBesideAPerson() {
    assertEquals(
        List.of("Jane Doe", "Norland Press Agency"),
        People.listed(List.of("By Jane Doe, Senior Reporter", "Norland Press Agency")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Harbour staff reporter | Harbour staff reporter",
        "Quay24 Redaktion | Quay24 Redaktion",
        "', THE QUAY' | THE QUAY",
        "admin | -",
        "https://quay.example/people/12 | -",
        "{{ author name }} | -",
      })
  void takesATitleWhereDataNameNobodyElse(String value, String title) {
    assertEquals(title == null ? List.of() : List.of(title), People.title(List.of(value)));
  }

  @ParameterizedTest
  @CsvSource({
    "Von Jana Dohm, true",
    "By Jane Doe and John Roe, true",
    "Von wegen: so geht es nicht weiter, false",
    "By the harbour nobody was seen, false",
    "Por la mañana llueve, false",
    "Di nuovo in piazza, false",
  })
  void knowsABylineFromASentence(String line, boolean isByline) {
    assertEquals(isByline, BylineFacts.isByline(line));
  }

  @ParameterizedTest
  @CsvSource({
    "Ursula Curtis, ursula-curtis, true",
    "Ursula Curtis, ucurtis, true",
    "Ursula Curtis, uc, true",
    "Ursula Curtis, curtis2, true",
    "Jörg Ärmel, joerg-armel, true",
    "Ursula Curtis, 1234, true",
    "Ursula Curtis, vihaan, false",
    "Ursula Curtis, jane-doe, false",
  })
  void knowsWhetherAnAddressCouldBeThePersons(String name, String slug, boolean fits) {
    assertEquals(fits, Authors.fits(name, slug));
  }

  @Test
  void staysQuickOnHostileBylines() {
    String hostile = "by ".repeat(90) + "a".repeat(30) + "(".repeat(100);
    assertTimeout(Duration.ofSeconds(2), () -> {
      for (int i = 0; i < 200; i++) {
        People.named(List.of(hostile));
      }
    });
  }
}
