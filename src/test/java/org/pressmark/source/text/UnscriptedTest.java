package org.pressmark.source.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
  private static final Set<String> LINE = Set.of("a", "b", "i", "span", "noscript", "mi");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a<script>if (a<b) c('</p>')</script>b | <p>a<script></script>b",
        "<SCRIPT src=x>y</Script >z               | <SCRIPT src=x></Script >z",
        "<style media=all>p > b {}</style>c       | <style ></style>c",
        "<p>a</p><script>b</script>c              | <p>a</p>c",
        "<p>a</p><style>b</style ><!-- c -->d     | <p>a</p>d",
        "<a title=\"<script>\">b</a><script></script> | <a title=\"<script>\">b</a>",
        "<a title='>' alt=\"<style>\">b</a><style></style> | <a title='>' alt=\"<style>\">b</a>",
        "a<!-- <p>b</p> -->c                      | a<!---->c",
        "a<!-->b<!--->c<!-- d --!>e               | a<!-->b<!--->c<!----!>e",
        "a<!--[if IE]><p>b<![endif]-->c           | a<!---->c",
        "<script><!-- a </script> b               | <script></script> b",
        "<p data-x='>' class=y onclick=z()>w</p> | <p  class=y >w</p>",
        "<p data-type=a data-typed=b>w</p>        | <p data-type=a >w</p>",
        "<div TabIndex=1 Id=2 aria-label=3 aria-live=4></div> | <div  Id=2 aria-label=3 ></div>",
        "<img srcset='a 1x, b 2x' sizes=c src=d>  | <img   src=d>",
        "<link rel=stylesheet href=b><p>c         | <link><p>c",
        "<LINK href=\"b\" rel='Shortcut Icon'><p>c | <LINK><p>c",
        "<link rel=preload as=font href=b/><p>c   | <link><p>c",
        "<meta name=\"viewport\" content=\"b=c\" /><p>d | <meta><p>d",
        "<meta content=b property=og:image:width><p>d | <meta><p>d",
        "<svg><path d='M0'/><g><use/></g></svg>x  | <svg></svg>x",
        "<svg><svg><path/></svg><g></g></svg>x    | <svg></svg>x"
      })
  void leavesOutWhatNobodyReads(String page, String left) {
    assertThat(unscripted(page)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>",
        "<script type='application/ld&#43;json'>{}</script>",
        "<a title=it\"s>the <!- story</a>\">",
        "<link rel=canonical href=a><link rel='alternate stylesheet' href=a><link rel='' href=a>",
        "<meta name=robots property=og:title content=a><meta name=robotsx content=a>",
        "<a rel=stylesheet href=a>a</a><meta name='twitter:data1' content=a>",
        "<textarea><script></textarea>the story<script></script>",
        "<script></script><!doctype html>the type still counts",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "<ul> <li> <a>b</a> </li> <li>c</li> </ul> |<ul><li><a>b</a></li><li>c</li></ul> ",
        "<p><b>a</b> <i>b</i> <br> c</p>|<p><b>a</b> <i>b</i><br> c</p>",
        "<b>a</b> <!-- b --> <i>c</i>|<b>a</b>  <i>c</i>",
        "<p>a <b hidden>b </b> c|<p>a <b hidden>b </b> c",
        "<p>a</p> <img> <img> <p>|<p>a</p><img> <img><p>",
        "<pre> <b> </b> <i>a</i> </pre> <p> <b>|<pre> <b> </b> <i>a</i></pre><p><b>",
        "<x-y> <b>a</b> </x-y> <x-y>|<x-y> <b>a</b> </x-y> <x-y>"
      })
  void leavesOutWhiteSpaceAtTheEdgesOfBoxes(String page, String left) {
    assertThat(unscripted(page)).isEqualTo(left);
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
        " ",
        "\n\t",
        "<ul> <li>",
        "<b> ",
        "</b>",
        "<pre>",
        "</pre>",
        "<br>",
        "<span hidden>",
        "</span>",
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

  /// The boxes of a page, and all that is written on it with the elements around it.
  private static List<String> seen(String page) {
    List<String> seen = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    see(Parser.htmlParser().parseInput(page, ""), List.of(), line, seen);
    seen.add(line.toString());
    return seen;
  }

  private static String attributes(Element element) {
    return element.attributes().asList().stream()
        .filter(attribute -> Set.of("class", "data-type", "href", "src", "title", "type", "hidden")
            .contains(attribute.getKey()))
        .map(Attribute::html)
        .collect(Collectors.joining(" "));
  }

  /// @param around the elements around it, in no order: white space decides where one is opened
  /// again that was closed in the wrong place
  private static void see(Node node, List<String> around, StringBuilder line, List<String> seen) {
    if (node instanceof TextNode text) {
      boolean isPreformatted = around.stream().anyMatch(name -> name.startsWith("pre"));
      for (String word : text.getWholeText().splitWithDelimiters("[ \t\r\n\f]+", 0)) {
        if (!word.isBlank()) {
          String path = String.join(" ", around.stream().sorted().toList());
          word.chars().forEach(sign -> line.append((char) sign).append(path));
        } else if (isPreformatted) {
          line.append(word);
        } else if (!word.isEmpty() && !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      }
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (name.equals("script") && element.attr("type").contains("ld+json")) {
        seen.add(element.data());
      }
      if (Set.of("script", "style", "svg").contains(name)) {
        return;
      }
      boolean isLine = LINE.contains(name);
      List<String> inside = new ArrayList<>(around);
      if (isLine) {
        inside.add(name + attributes(element));
      } else {
        endLine(line, seen);
        seen.add('<' + name + attributes(element));
      }
      element.childNodes().forEach(child -> see(child, inside, line, seen));
      if (!isLine) {
        endLine(line, seen);
        seen.add(">");
      }
    }
  }

  private static void endLine(StringBuilder line, List<String> seen) {
    if (!line.toString().isBlank()) {
      seen.add(line.toString().strip());
    }
    line.setLength(0);
  }
}
