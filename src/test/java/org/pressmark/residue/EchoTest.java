package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {
  private static final String STORY =
      "The ferry to Quayside was cancelled again on Tuesday. Nobody on the island knew why, and "
          + "the council wants to hear from the harbour office before the week is out.";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The ferry to Quayside was cancelled again on Tuesday. Nobody on the island knew why, and the coun
      The ferry to Quayside was cancelled again on Tuesday.nnNobody on the island knew why, and the coun
      The ferry to Quayside was cancelled again on Tuesday . Nobody on the island knew why , and the
      """)
  void followsACopyOfTheStoryToWhereItWasTornOff(String copy) {
    String data = "{\"articleBody\": \"" + copy;
    String text = STORY + "\n\n" + data + " Later the boats sailed.";
    int start = STORY.length() + 2;
    int seen = text.indexOf("Tuesday", start) + "Tuesday".length();

    assertThat(end(text, start, seen)).isEqualTo(start + data.length());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"description": "Cancelled again on Tuesday
      {"name": "The ferry to Quayside was cancelled again on Thursday
      """)
  void leavesAnEndWhereTheWordsPart(String data) {
    String text =
        STORY + "\n\n" + data + ". The boats sailed on Wednesday, the harbour office said.";
    int start = STORY.length() + 2;
    int seen = start + data.length();

    assertThat(end(text, start, seen)).isEqualTo(seen);
  }

  private static int end(String text, int start, int seen) {
    return Echo.followed(text, List.of(new Stretch(start, seen, 10))).getFirst().end();
  }
}
