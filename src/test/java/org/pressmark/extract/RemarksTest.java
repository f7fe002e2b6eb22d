package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemarksTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          The ferry ran again on Monday after three weeks in dock. | 0 | 0
          Sign up for The Tide and read it over breakfast.         | 1 | 0
          Follow us, support us, visit our harbour.                | 3 | 0
          A sign was put up at the harbour by those who follow.    | 0 | 0
          Ada Thorne is a reporter at The Tarn Gazette.            | 0 | 1
          ada@tarn.example                                         | 0 | 1
          © 2021 The Tarn Gazette, all rights reserved             | 0 | 3
          Editor’s note: the tide table below has been corrected   | 0 | 3
          NEWSLETTER                                               | 1 | 0
          Подпишитесь на нашу рассылку                             | 2 | 0
          """)
  void countsWordsOfOffersAndCredits(String line, int offers, int credits) {
    Remarks remarks = new Remarks();
    remarks.count(line, 0, line.length());
    assertEquals(offers, remarks.offers, "words of offers");
    assertEquals(credits, remarks.credits, "words of credits");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          Follow us. | 7 | 10
          sign up    | 5 | 7
          """)
  void looksAtNothingOutsideOfTheLine(String text, int start, int end) {
    Remarks remarks = new Remarks();
    remarks.count(text, start, end);
    assertEquals(0, remarks.offers, text.substring(start, end));
  }
}
