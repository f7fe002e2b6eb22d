package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IslandsTest {
  private static final String PROSE =
      "The weeks before had been quiet, said the harbour master, and nobody on the quay had"
          + " thought of the sea at all. Then the wind turned.";

  /// `PROSE` stands for sentences enough; what is left of the code is compared, `|` between parts.
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "a(b);PROSE !function(c){}^a(b);|!function(c){}",
        "a(b); PROSE window.c = 1;^a(b);|window.c = 1;",
        "x={};}PROSE {d}^x={};}|{d}",
        "<script>a</script>PROSE <script>b</script>^<script>a</script>|<script>b</script>",
        // a string, a comment, an attribute, too little, no sentence
        "a('PROSE ');b={}^a('PROSE ');b={}",
        "a(b); // PROSE \\nc={}^a(b); // PROSE \\nc={}",
        "<p>PROSE </p>^<p>PROSE </p>",
        "{\"articleBody\": \"It rained (a lot) PROSE \"}^{\"articleBody\": \"It rained (a lot) PROSE \"}",
        "{\"articleBody\": \"It rained; PROSE \"}^{\"articleBody\": \"It rained; PROSE \"}",
        "&lt;/p&gt; PROSE &lt;p&gt;^&lt;/p&gt;|&lt;p&gt;",
        "a={};&nbsp; PROSE {}^a={};&nbsp; PROSE {}",
        "a(b); Enter your pixel ID here. fbq={}^a(b); Enter your pixel ID here. fbq={}",
        "h1{} Body Main Article Header, Footer Nav, Aside Section {}^h1{} Body Main Article Header, Footer Nav, Aside Section {}",
      })
  void givesSentencesBetweenScriptsBack(String code, String left) {
    String text = code.replace("PROSE", PROSE).replace("\\n", "\n");
    String parts = Islands.without(text, List.of(new Stretch(0, text.length(), 30))).stream()
        .map(part -> text.substring(part.start(), part.end()))
        .collect(Collectors.joining("|"));
    assertThat(parts).isEqualTo(left.replace("PROSE", PROSE).replace("\\n", "\n"));
  }

  @Test
  void givesALoneAddressBack() {
    String text = "https://quay.example.org/times;v=2?day=1&print=1#top";
    assertThat(Islands.without(text, List.of(new Stretch(0, text.length(), 30))))
        .isEmpty();
    String source = text + "\"";
    assertThat(Islands.without(source, List.of(new Stretch(0, source.length(), 30))))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void givesAllParagraphsBack(int paragraphs) {
    String text = "a(b);" + (PROSE + "\n\n").repeat(paragraphs) + "!function(c){}";
    assertThat(Islands.without(text, List.of(new Stretch(0, text.length(), 30))))
        .extracting(part -> text.substring(part.start(), part.end()))
        .containsExactly("a(b);", "!function(c){}");
  }
}
