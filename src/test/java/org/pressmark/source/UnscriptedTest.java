package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnscriptedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a<script>if (a<b) c('</p>')</script>b | <p>a<script></script>b",
        "<SCRIPT src=x>y</Script >z               | <SCRIPT src=x></Script >z",
        "<style media=all>p > b {}</style>c       | <style media=all></style>c",
        "a<!-- <p>b</p> -->c                      | a<!---->c",
        "a<!-->b<!--->c<!-- d --!>e               | a<!-->b<!--->c<!----!>e",
        "a<!--[if IE]><p>b<![endif]-->c           | a<!---->c",
        "<script><!-- a </script> b               | <script></script> b",
        "<p data-x='>' class=y onclick=z()>w</p> | <p  class=y >w</p>",
        "<p data-type=a data-typed=b>w</p>        | <p data-type=a >w</p>",
        "<img srcset='a 1x, b 2x' sizes=c src=d>  | <img   src=d>",
        "<svg><path d='M0'/><g><use/></g></svg>x  | <svg></svg>x",
        "<svg><svg><path/></svg><g></g></svg>x    | <svg></svg>x"
      })
  void leavesOutCodeAndKeepsItsElement(String page, String left) {
    assertThat(unscripted(page)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>",
        "<script type='application/ld&#43;json'>{}</script>",
        "<a title=\"<script>\">the story</a><script></script>",
        "<a title='>' alt=\"<style>\">the story</a><style></style>",
        "<a title=it\"s>the <!- story</a>\">",
        "<textarea><script></textarea>the story<script></script>",
        "<title><!-- </title>the story <p> -- >",
        "<script>the story is not told from its code",
        "<style/>a drawing's own, and the story behind it</style>",
        "<script><!-- document.write('<script>a</script>') --></script>the story",
        "<svg><path><p>the story, in a drawing nobody closed</p><svg></svg>",
        "<svg><foreignObject><p>a paragraph</p></foreignObject></svg>",
        "a <!-- comment without an end, and the story",
        "<plaintext><script>a</script>",
        "a < b, c <3 d, <, </, <! and <"
      })
  void leavesInWhatMayBeRead(String page) {
    assertThat(unscripted(page)).isEqualTo(page);
  }

  @Test
  void beginsBehindTheMark() {
    assertThat(new String(Unscripted.of("…<b>".getBytes(UTF_8), 3), UTF_8)).isEqualTo("<b>");
  }

  /// Whatever a page is made of: what a reader sees of it is the same.
  @Test
  void leavesTheTreeAsItWas() {
    List<String> scraps = List.of(
        "<p>",
        "</p>",
        "<div class=\"a>b\">",
        " data-a=b ",
        " data-type=\"c\"",
        "<p srcset='d' ONX=e>",
        " data-=",
        "<i data-k='",
        "</div>",
        "words ",
        "x < y ",
        "&lt;script> ",
        "<script>",
        "<script src='a'>",
        "</script>",
        "</script >",
        "<style>",
        "</style>",
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<!doctype html>",
        "<?xml?>",
        "<svg>",
        "<svg viewBox=\"0\">",
        "</svg>",
        "<path d=1/>",
        "<g>",
        "</g>",
        "<style/>",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea>",
        "<iframe>",
        "</iframe>",
        "\"",
        "'",
        "<a href=x title=",
        "\">",
        "'>",
        "<a b=\"",
        "<a =\"c\">",
        "</a>",
        ">",
        "<table><tr><td>",
        "</table>",
        "<noscript>",
        "</noscript>",
        "<script type=application/ld+json>",
        "<xmp>",
        "</xmp>",
        "<template>",
        "</template>",
        "é漢",
        "<select>",
        "<option>",
        "</select>",
        "<math>",
        "<mi>",
        "</math>",
        "<head>",
        "<body>",
        "</body>",
        "</html>",
        "<noembed>",
        "</noembed>",
        "<![CDATA[",
        "]]>",
        "</",
        "<");
    Random random = new Random(20_211_109);
    for (int round = 0; round < 10_000; round++) {
      StringBuilder page = new StringBuilder();
      for (int i = random.nextInt(24); i >= 0; i--) {
        page.append(scraps.get(random.nextInt(scraps.size())));
      }
      assertThat(seen(unscripted(page.toString()))).as("%s", page).isEqualTo(seen(page.toString()));
    }
  }

  private static String unscripted(String page) {
    return new String(Unscripted.of(page.getBytes(UTF_8), 0), UTF_8);
  }

  private static String seen(String page) {
    StringBuilder seen = new StringBuilder();
    see(Parser.htmlParser().parseInput(page, ""), seen);
    return seen.toString();
  }

  private static String attributes(Element element) {
    return element.attributes().asList().stream()
        .filter(attribute -> !attribute.getKey().matches("on.*|srcset|sizes|data-(?!type$).*"))
        .map(Attribute::html)
        .collect(Collectors.joining(" "));
  }

  private static void see(Node node, StringBuilder seen) {
    if (node instanceof TextNode text) {
      seen.append(text.getWholeText());
    } else if (node instanceof Element element) {
      seen.append('<').append(element.normalName()).append(attributes(element));
      boolean data =
          element.normalName().equals("script") && element.attr("type").contains("ld+json");
      if (data) {
        seen.append(element.data());
      } else if (!Set.of("script", "style", "svg").contains(element.normalName())) {
        element.childNodes().forEach(child -> see(child, seen));
      }
      seen.append('>');
    }
  }
}
