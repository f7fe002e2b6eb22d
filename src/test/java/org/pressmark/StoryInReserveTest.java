package org.pressmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pressmark.article.Article;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;

/// Pages that a program draws, saved before it did: their stories stand in elements for browsers
/// without scripts, in templates, or in the data of a script.
class StoryInReserveTest {
  private static final String HEADLINE = "Lighthouse keeper hands over the key";
  private static final List<String> STORY = List.of(
      "The last keeper of the lighthouse at Skarvholm handed over his key on Tuesday evening.",
      "“I have counted every step of the stair, and there are two hundred and six,” said Arne Loe.",
      "From now on the lamp is switched on from a desk in Port Ellery, ninety kilometres away.",
      "The port authority says that the new system saves the cost of two boats and a helicopter.",
      "Fishermen from the island doubt it, for the old keeper also told them of the ice by radio.",
      "Maren Tveit, who leads their union, asked for a trial of one winter before the house is sold.",
      "A decision is due in October, after the council has heard both sides in an open meeting.");
  private static final List<String> OTHER = List.of(
      "The bakery in Mill Street has won the prize for the best rye bread for the third time now.",
      "Its owner, Jon Hask, thanked the millers of the valley, who had kept the old stones turning.",
      "The jury tasted forty loaves in one morning and needed a walk along the river afterwards.",
      "Second came a bakery from the coast, whose loaf had the better crust but the duller crumb.",
      "The prize of two thousand crowns will go into a new oven, which has been on order since May.",
      "All loaves that were left over were given to the soup kitchen behind the railway station.",
      "Next year the prize will be given for white bread, which the jury has not done since 1998.");

  private static String page(String shown, String kept) {
    return "<!doctype html><html lang=\"en\"><head><title>" + HEADLINE + " | Ellery Post</title>"
        + "<meta property=\"og:title\" content=\"" + HEADLINE + "\"></head><body>"
        + "<nav><a href=\"/\">Home</a> <a href=\"/sport\">Sport</a></nav>"
        + "<div id=\"app\"><h1>" + HEADLINE + "</h1>" + shown + "</div>" + kept
        + "<footer>© Ellery Post</footer></body></html>";
  }

  private static String html(List<String> story) {
    return story.stream().map(line -> "<p>" + line + "</p>").collect(Collectors.joining("\n"));
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("<", "\\u003C")
        + '"';
  }

  private static String list(List<String> story, String before, String after) {
    return story.stream()
        .map(line -> before + quoted(line) + after)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String script(String tag, String code) {
    return "<script" + tag + ">" + code + "</script>";
  }

  private static String next(String data) {
    return script(
        " id=\"__NEXT_DATA__\" type=\"application/json\"",
        "{\"props\":{\"pageProps\":" + data + "},\"page\":\"/story\"}");
  }

  private static String blocks(String headline, List<String> story) {
    return "{\"headline\":" + quoted(headline)
        + ",\"byline\":\"Ida Moen\",\"body\":{\"type\":\"document\",\"content\":"
        + list(
            story,
            "{\"type\":\"paragraph\",\"data\":{},\"content\":[{\"type\":\"text\",\"value\":",
            "}]}")
        + "}}";
  }

  static Stream<Arguments> keeps() {
    String named = "\"title\":" + quoted(HEADLINE);
    String text = quoted(html(STORY));
    return Stream.of(
        Arguments.of("a noscript element", "<noscript>" + html(STORY) + "</noscript>"),
        Arguments.of("a template element", "<template>" + html(STORY) + "</template>"),
        Arguments.of(
            "a noscript element",
            "<div itemprop=articleBody>" + script(" type='text/template'", html(STORY))
                + "<noscript>" + html(STORY) + "</noscript></div>"),
        Arguments.of(
            "a script of type text/html", script(" type=\"text/html\" id=post", html(STORY))),
        Arguments.of(
            "the data of a script (__NEXT_DATA__)",
            next("{\"story\":" + blocks(HEADLINE, STORY) + ",\"related\":["
                + blocks("Bakery wins again", OTHER) + "]}")),
        Arguments.of(
            "the data of a script (__NEXT_DATA__)",
            next("{\"posts\":[" + blocks("Bakery wins again", OTHER) + "," + blocks(HEADLINE, STORY)
                + "]}")),
        Arguments.of(
            "the data of a script (__NEXT_DATA__)",
            next("{\"article\":{" + named + ",\"body\":"
                + list(
                    STORY,
                    "{\"_type\":\"block\",\"style\":\"normal\",\"children\":[{\"_type\":\"span\",\"text\":",
                    "}]}")
                + "}}")),
        Arguments.of(
            "the data of a script (__NEXT_DATA__)",
            next("{\"article\":{" + named + ",\"parts\":"
                + list(STORY, "{\"tagName\":\"p\",\"source\":", "}")
                + "}}")),
        Arguments.of(
            "the data of a script",
            script(
                "",
                "window.__INITIAL_STATE__ = {\"post\":{" + named + ",\"body\":" + text
                    + ",\"draft\":undefined}};window.go()")),
        Arguments.of(
            "the data of a script",
            script(
                "",
                "window.__PRELOADED_STATE__ = JSON.parse("
                    + quoted("{\"post\":{" + named + ",\"body_html\":" + text + "}}") + ")")),
        Arguments.of(
            "the data of a script (fusion-metadata)",
            script(
                " id=\"fusion-metadata\" type=\"application/javascript\"",
                "window.Fusion=window.Fusion||{};Fusion.contentCache={};Fusion.globalContent="
                    + "{\"headlines\":{\"basic\":" + quoted(HEADLINE) + "},\"content_elements\":"
                    + list(STORY, "{\"_id\":\"A1\",\"type\":\"text\",\"content\":", "}")
                    + "};Fusion.spa=false")),
        Arguments.of(
            "the data of a script",
            script(
                "",
                "window.__APOLLO_STATE__ = {\"ROOT_QUERY\":{},\"Post:1\":{" + named
                    + ",\"paragraphs\":" + refs() + "}," + paragraphs() + "}")),
        Arguments.of(
            "a text in a script",
            script(
                "",
                "window.__NUXT__=(function(a,b){return {layout:a,data:[{post:{title:b,body:" + text
                    + "}}]}}(\"default\",\"x\"))")),
        Arguments.of(
            "the data of scripts",
            script(
                "",
                "self.__next_f.push([1,"
                    + quoted("7:T" + Integer.toHexString(bytes(html(STORY))) + "," + html(STORY)
                        + "8:{\"post\":{" + named + ",\"body\":\"$7\"}}\n")
                    + "])")));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String refs() {
    return Stream.iterate(0, i -> i < STORY.size(), i -> i + 1)
        .map(i -> "{\"__ref\":\"Paragraph:" + i + "\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String paragraphs() {
    return Stream.iterate(0, i -> i < STORY.size(), i -> i + 1)
        .map(i -> "\"Paragraph:" + i + "\":{\"__typename\":\"Paragraph\",\"type\":\"P\",\"text\":"
            + quoted(STORY.get(i)) + "}")
        .collect(Collectors.joining(","));
  }

  private static Outcome outcome(String page) {
    Capture capture = Capture.of(Origin.of("light.html"), page.getBytes(StandardCharsets.UTF_8));
    return new Pressmark(Options.DEFAULTS).clean(capture);
  }

  private static Article article(String page) {
    return ((Outcome.Kept) outcome(page)).article();
  }

  @ParameterizedTest
  @MethodSource("keeps")
  void isTakenFromWhereItIsKeptAndSaidToBe(String place, String kept) {
    Article article = article(page("<p>The paper for Ellery and the isles</p>", kept));
    assertThat(article.body().text()).isEqualTo(String.join("\n", STORY));
    assertThat(article.reading().notes())
        .containsExactly("the story stood nowhere but in " + place);
  }

  @ParameterizedTest
  @MethodSource("keeps")
  void isLeftWhereItIsWhenThePageShowsIt(String place, String kept) {
    Article article = article(page("<article>" + html(STORY) + "</article>", kept));
    assertThat(article.body().text()).isEqualTo(String.join("\n", STORY));
    assertThat(article.reading().notes()).isEmpty();
  }

  @Test
  void isTakenInFullWhereThePageShowsItsFirstParagraphs() {
    String shown = "<article>" + html(STORY.subList(0, 3)) + "</article>";
    Article article = article(page(shown, next("{\"story\":" + blocks(HEADLINE, STORY) + "}")));
    assertThat(article.body().text()).isEqualTo(String.join("\n", STORY));
    assertThat(article.reading().notes())
        .containsExactly(
            "the whole story stood nowhere but in the data of a script (__NEXT_DATA__)");
    assertThat(article.cuts())
        .anySatisfy(cut -> assertThat(cut.rule().name()).isEqualTo("shown-part"));
  }

  static Stream<String> others() {
    String wall = "<p>We and our 812 partners store and access information on your device, such as"
        + " cookies, and process personal data. With your consent we use precise location data.</p>"
        + "<p>You may accept or manage your choices by clicking below, including your right to"
        + " object where legitimate interest is used, or at any time in the privacy policy.</p>";
    String comments = OTHER.stream()
        .map(line -> "{\"author\":\"Reader\",\"text\":" + quoted(line) + "}")
        .collect(Collectors.joining(",", "[", "]"));
    String teasers = OTHER.stream()
        .map(line -> "{\"title\":" + quoted(line.substring(0, 30)) + ",\"url\":\"/a\",\"text\":"
            + quoted(line) + "}")
        .collect(Collectors.joining(",", "[", "]"));
    return Stream.of(
        "<noscript><div class=\"cookie-consent\">" + wall.repeat(3)
            + "<button>Accept all</button></div></noscript>",
        next("{\"story\":" + blocks("Bakery wins again", OTHER) + "}"),
        next("{\"title\":" + quoted(HEADLINE) + ",\"comments\":" + comments + "}"),
        next("{\"title\":" + quoted(HEADLINE) + ",\"stories\":" + teasers + "}"),
        next("{\"title\":" + quoted(HEADLINE) + ",\"files\":"
            + list(List.of("styles/main.css".repeat(30), "scripts/main.js".repeat(30)), "", "")
            + "}"),
        script(" type=\"text/x-template\"", "<p>{{ story }}</p>" + html(OTHER)),
        "<noscript>" + html(STORY) + "</noscript><noscript>" + html(OTHER) + "</noscript>");
  }

  @ParameterizedTest
  @MethodSource("others")
  void isNeverAWallNorCommentsNorTeasersNorAnotherStory(String kept) {
    String tagline = "The paper for Ellery and the isles";
    Outcome outcome = outcome(page("<p>" + tagline + "</p>", kept));
    if (outcome instanceof Outcome.Kept cleaned) {
      assertThat(cleaned.article().body().text()).isEqualTo(tagline);
      assertThat(cleaned.article().reading().notes()).isEmpty();
    } else {
      assertThat(((Outcome.Rejected) outcome).problem().toString()).contains("found no");
    }
  }

  @Test
  void scriptsThatAreTooLongAreSaidNotToBeLookedThrough() {
    String data = "{\"a\":\"" + "x".repeat(8_000_000) + "\"}";
    Article article =
        article(page("<p>The paper for Ellery and the isles</p>", script("", "window.A=" + data)));
    assertThat(article.reading().notes())
        .containsExactly("no story was looked for in a script of " + (data.length() + 9)
            + " characters; the limit is 8000000");
  }

  private static Stream<Arguments> limits() {
    return Stream.of(
        Arguments.of(
            script("", "a = {\"b\" c}\n".repeat(65)),
            "a script was looked through for data until 64 tries had failed"),
        Arguments.of(
            script("", "a = " + "[".repeat(600) + "1" + "]".repeat(600)),
            "data beyond a limit (500 levels, 1000 digits) in a script were not read"),
        Arguments.of(
            ("<noscript>" + html(OTHER) + "</noscript>").repeat(9),
            "of 9 texts that it carries and does not show, the 8 most promising were judged"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void saysWhichLimitActed(String kept, String note) {
    Article article = article(page("<p>The paper for Ellery and the isles</p>", kept));
    assertThat(article.reading().notes()).contains(note);
  }

  @Test
  void dataThatNameThemselvesInCirclesComeToAnEndThatIsSaid() {
    String twice = "{\"__ref\":\"A\"},".repeat(40) + "{\"__ref\":\"A\"}";
    String data = "{\"A\":{\"type\":\"section\",\"content\":[" + twice + "]}}";
    Article article =
        article(page("<p>The paper for Ellery and the isles</p>", script("", "window.A=" + data)));
    assertThat(article.reading().notes())
        .containsExactly(
            "only the first 2000000 values in the data of its scripts were looked at for a story");
  }
}
