package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PARIS, Oct. 3 (AFP) — A ferry ran aground.; PARIS; AFP",
        "PORT ELLERY, Nov. 2, 2021 /Coast Wire/ -- Norvale opened a plant.; PORT ELLERY; ''",
        "(Reuters) - A ferry ran aground.; ''; Reuters",
        "LONDON, Oct 3 (Reuters) - A ferry ran aground.; LONDON; Reuters",
        "WASHINGTON (AP) — A ferry ran aground.; WASHINGTON; AP",
        "SPRINGFIELD, Ill. (AP) — A ferry ran aground.; SPRINGFIELD, Ill; AP",
        "Berlin (dpa) - Eine Fähre lief auf Grund.; Berlin; dpa",
        "Hamburg/Kiel (dpa/lno) – Eine Fähre lief auf Grund.; Hamburg/Kiel; dpa",
        "Wien (APA/dpa) – Eine Fähre lief auf Grund.; Wien; APA dpa",
        "(ANSA) - ROMA, 03 OTT - Un traghetto si è arenato.; ROMA; ANSA",
        "Madrid, 3 oct (EFE).- Un barco encalló.; Madrid; EFE",
        "Rio de Janeiro, 3 de out. de 2021 (Lusa) - Um barco encalhou.; Rio de Janeiro; Lusa",
        "MOSCOW, March 5. /TASS/. A ferry ran aground.; MOSCOW; TASS",
        "МОСКВА, 5 мар - РИА Новости. Паром сел на мель.; МОСКВА; RIA Novosti",
        "القاهرة 3 أكتوبر (رويترز) - جنحت عبارة.; القاهرة; Reuters",
        "新华社北京10月3日电 一艘渡轮搁浅。; 北京; Xinhua",
        "中新网上海10月3日电(记者 王小明)一艘渡轮搁浅。; 上海; China News Service",
        "本报南京3日讯 一艘渡轮搁浅。; 南京; ''",
        "【パリ時事】フェリーが座礁した。; パリ; JIJI",
        "(서울=연합뉴스) 여객선이 좌초했다.; 서울; Yonhap",
        "LONDON — A ferry ran aground.; LONDON; ''",
        "KHAN YOUNIS, GAZA — A ferry ran aground.; KHAN YOUNIS, GAZA; ''",
        "NEW DELHI: A ferry ran aground.; NEW DELHI; ''",
        "Madrid, 3 oct. – Un barco encalló.; Madrid; ''",
      })
  void readsWhereAStoryWasWrittenAndByWhichAgency(String paragraph, String place, String agencies) {
    Dateline dateline = Dateline.of(paragraph);
    assertEquals(place, dateline.place().orElse(""));
    assertEquals(agencies, String.join(" ", dateline.agencies()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "The ferry (AFP took a picture of it) ran aground.",
        "Mara Quill – who had the watch – said nothing.",
        "Die Fähre (dpa) lief auf Grund.",
        "BREAKING — A ferry ran aground.",
        "NASA - the agency for space - waits.",
        "FILE - A ferry in the harbour of Varn.",
        "Well-known ferries run aground.",
        "He said: nothing.",
        "UPDATE: A ferry ran aground.",
        "Von 3 bis 5 – so lange fuhr sie.",
        "In Varn (Norland) ran a ferry aground.",
        "(Photo by Mara Quill) A ferry ran aground.",
        "新华社记者拍到了渡轮。",
        "-",
        "(",
        "''",
      })
  void takesNoSentenceForADateline(String paragraph) {
    assertEquals("", Dateline.of(paragraph).place().orElse(""));
    assertEquals(List.of(), Dateline.of(paragraph).agencies());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Nobody was hurt. (PTI); PTI",
        "Nobody was hurt (dpa/lno).; dpa",
        "けが人はいなかった。（共同）; Kyodo",
        "Nobody was hurt. [AP]; AP",
        "Nobody was hurt, by the map (Map).; ''",
        "Nobody was hurt (so far).; ''",
        "Nobody was hurt.; ''",
        ").; ''",
      })
  void readsTheAgencyAtTheStorysEnd(String paragraph, String agencies) {
    assertEquals(agencies, String.join(" ", Dateline.signed(paragraph)));
  }

  @Test
  void staysQuickOnALongParagraphOfDashesAndBrackets() {
    String paragraph = "A, 3 (" + "- (".repeat(2_000_000);
    assertEquals(List.of(), Dateline.of(paragraph).agencies());
    assertEquals(List.of(), Dateline.signed(paragraph));
  }
}
