package org.pressmark.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Field;
import org.pressmark.article.Problem;
import org.pressmark.article.Refusal;

class WireTest {
  @Test
  void aPageArrivesAsItIs() throws Exception {
    String hostile = "<p title='a\uD83Db'>half a pair \uD83D <b>bold <i>both</i></b>"
        + "<table><tr><td>1</table>" + "<div>".repeat(400) + "deep";
    Document page = Parser.htmlParser().parseInput(hostile, "");
    Contents.Story story = (Contents.Story) sent(new Contents.Story(
        page,
        Map.of(Field.AUTHOR, List.of("Ada Roth", "\u0645\u0631\u064A\u0645")),
        List.of("a note")));
    assertThat(story.page().body().outerHtml()).isEqualTo(page.body().outerHtml());
    assertThat(story.given()).hasToString("{author=[Ada Roth, \u0645\u0631\u064A\u0645]}");
    assertThat(story.notes()).containsExactly("a note");
  }

  @Test
  void aLetterArrivesAsItIs() throws Exception {
    Contents.Part part = new Contents.Part("text/plain", "US-ASCII", new byte[] {0, -1, 10});
    Contents.Letter letter = (Contents.Letter) sent(new Contents.Letter(List.of(part), Map.of()));
    assertThat(letter.parts()).singleElement().satisfies(arrived -> {
      assertThat(arrived.mediaType()).isEqualTo("text/plain");
      assertThat(arrived.charset()).isEqualTo("US-ASCII");
      assertThat(arrived.bytes()).containsExactly(0, -1, 10);
    });
  }

  @Test
  void aRefusalArrivesWithItsReason() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Wire.write(
        new Problem(Problem.Kind.ENCRYPTED, "is protected with a password"),
        new DataOutputStream(bytes));
    assertThatThrownBy(() -> Wire.readContents(in(bytes)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem())
                .hasToString("encrypted: is protected with a password"));
  }

  private static Contents sent(Contents contents) throws IOException, Refusal {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Wire.write(contents, new DataOutputStream(bytes));
    return Wire.readContents(in(bytes));
  }

  private static DataInputStream in(ByteArrayOutputStream bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
