package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Span;

class InlineTest {
  /// `strong 0 3, link 4 7 https://…`
  private static List<Span> spans(String list) {
    List<Span> spans = new ArrayList<>();
    for (String one : list.split(", ", -1)) {
      String[] parts = one.split(" ", 4);
      int start = Integer.parseInt(parts[1]);
      int end = Integer.parseInt(parts[2]);
      spans.add(
          parts[0].equals("link")
              ? Span.link(start, end, parts[3])
              : Span.of(start, end, kind(parts[0])));
    }
    return spans;
  }

  private static Span.Kind kind(String name) {
    return switch (name) {
      case "strong" -> Span.Kind.STRONG;
      case "emphasis" -> Span.Kind.EMPHASIS;
      default -> Span.Kind.CODE;
    };
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a bold word    | strong 2 6                      | a <strong>bold</strong> word
      a bold word    | strong 2 6, emphasis 3 4        | a <strong>b<em>o</em>ld</strong> word
      a bold word    | strong 2 6, strong 3 4          | a <strong>bold</strong> word
      a bold word    | strong 2 6, emphasis 4 11       | a <strong>bo<em>ld</em></strong> word
      a bold word    | code 2 6, strong 3 4            | a <code>bold</code> word
      a bold word    | strong 0 11, emphasis 0 1       | <strong><em>a</em> bold word</strong>
      a "b" <c>      | link 2 5 /x?"y"&z               | a <a href="/x?&quot;y&quot;&amp;z" rel="noreferrer nofollow">&quot;b&quot;</a> &lt;c&gt;
      """)
  void closesFirstWhatOpenedLast(String text, String spans, String html) {
    assertThat(Inline.write(text, 0, text.length(), spans(spans), new HtmlPen()))
        .isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a bold word    | strong 2 6                | a **bold** word
      a "bold" word  | strong 2 8                | a **"bold"** word
      un"bold"word   | strong 2 8                | un"bold"word
      unboldword     | emphasis 2 6              | un*bold*word
      see here, now  | link 4 8 https://a.b/c d(e) | see [here](https://a.b/c%20d%28e%29), now
      run `x` or y   | code 4 7                  | run \\`x\\` or y
      run x[0] or y  | code 4 8                  | run `x[0]` or y
      """)
  void leavesOutWhatMarkdownCanNotSay(String text, String spans, String markdown) {
    assertThat(Inline.write(text, 0, text.length(), spans(spans), new MarkdownPen()))
        .isEqualTo(markdown);
  }
}
