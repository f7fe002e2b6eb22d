package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;

class PagesTest {
  private final Pages pages = new Pages(SourceOptions.DEFAULTS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.html | <!DOCTYPE html><p>Storm | text/html",
        "a.txt  | <!doctype HTML><p>Storm | text/html",
        "a      | <html lang=de><p>Sturm | text/html",
        "a.txt  | '<!-- saved -->  <head><title>x</title>' | text/html",
        "a.txt  | <BODY><p>x | text/html",
        "a.txt  | <?xml version='1.0'?><html/> | application/xhtml+xml",
        "a.htm  | A line<br>and another | text/html",
        "a.txt  | '<p>One.</p><p>Two.</p> ' | text/html",
        "a.html | No tag: 3 < 4 and <k> | text/plain",
        "a.txt  | Storm</div> hits <div class=\"ad\">the coast | text/plain",
        "a.txt  | <div class=\"ad\"> Storm hits the coast. | text/plain",
        "a.txt  | <3 is a heart | text/plain",
        "a.txt  | <htmlish> | text/plain",
        "a.txt  | From: the coast. Date: 3 May | text/plain",
        "a.md   | '# Storm' | text/markdown",
        "a      | '{\"text\": \"x\"}' | application/json",
        "a.txt  | '{crew} of the ship' | text/plain",
        "a.txt  | '{\"a\": 1}' | text/plain",
        "a.txt  | '{\"text\": \"x\"} and prose' | text/plain",
      })
  void judgesByContentFirst(String name, String text, String mediaType) {
    assertThat(((Page.Readable) open(name, text)).reading().mediaType()).isEqualTo(mediaType);
  }

  @Test
  void believesAServerWhereTheNameSaysNothing() {
    Capture capture = new Capture(
        Origin.of("page"),
        "<b>x</b> y".getBytes(UTF_8),
        Optional.of("text/html; charset=utf-8"),
        Optional.of("https://coast.example/a/"),
        Optional.empty());
    assertThat(((Page.Html) pages.open(capture)).document().baseUri())
        .isEqualTo("https://coast.example/a/");
  }

  @Test
  void keepsFlatTextAsItIs() {
    String text = "  One\r\n\r\n\tTwo \u00A0 <b>three</b>\n\n";
    assertThat(((Page.Flat) open("a.txt", "\uFEFF" + text)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | empty: has no bytes",
        "' \n\t' | empty: has nothing but white space",
        "'\u0000\u0001\u0002\u0003abc' | binary: is neither text nor a format that has text in it",
        "'GIF89a...' | binary: is a GIF image",
        "'WARC/1.1\r\n' | binary: is a web archive (WARC)",
      })
  void saysWhyAPageCanNotBeRead(String text, String problem) {
    assertThat(problem("a.html", text)).isEqualTo(problem);
  }

  @Test
  void readsATextInWhichANulStrayed() {
    String text = "The storm came at night. ".repeat(20) + "\0 It went at dawn.";
    assertThat(((Page.Flat) open("a.txt", text)).text()).isEqualTo(text);
  }

  @Test
  void opensNothingAboveTheLimit() {
    Pages small = new Pages(new SourceOptions(3, SourceOptions.DEFAULTS.maxTime()));
    Page page = small.open(Capture.of(Origin.of("a.txt"), "1234".getBytes(UTF_8)));
    assertThat(((Page.Unreadable) page).problem())
        .hasToString("oversized: 4 bytes; the limit is 3");
  }

  @ParameterizedTest
  @CsvSource({"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<svg>", "<font color=red><p>"})
  void neverBuildsATreeTooDeepToWalk(String tag) {
    Page.Html page = (Page.Html) open("a.html", "<html>" + tag.repeat(8_000) + "deep");
    assertThat(page.document().text()).endsWith("deep");
    assertThat(page.document().outerHtml()).contains("deep");
  }

  @Test
  void saysWhenThePageWasTooDeep() {
    assertThat(
            ((Page.Html) open("a.html", "<div>".repeat(600) + "deep")).reading().notes())
        .containsExactly("elements nested deeper than 512 were put at that depth");
    assertThat(
            ((Page.Html) open("a.html", "<div>".repeat(400) + "deep")).reading().notes())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"<", "&", "<!--", "<a b='", "</p>", "<script>", "<![CDATA[", "<x y=1 "})
  void takesAQuarterOfAMegabyteOfOneSign(String sign) {
    open("a.html", "<html>" + sign.repeat((1 << 18) / sign.length()));
  }

  @Test
  void readsARecordUnderManyNames() {
    Page.Flat page = (Page.Flat) open("a.json", """
                {"Title": "Storm", "authors": [{"name": "Ada Roth"}, "Ben Okri"],
                 "publish-date": "2024-05-03", "source": {"name": "The Coast"}, "tags": ["sea"],
                 "maintext": "One.\\nTwo.", "description": "Short.", "lang": "en", "image_url": null,
                 "link": "https://coast.example/storm", "category": "", "isAccessibleForFree": true}
                """);
    assertThat(page.text()).isEqualTo("One.\nTwo.");
    assertThat(page.given())
        .hasToString("{headline=[Storm], author=[Ada Roth, Ben Okri], datePublished=[2024-05-03],"
            + " publisher=[The Coast], inLanguage=[en], url=[https://coast.example/storm],"
            + " keywords=[sea], description=[Short.], isAccessibleForFree=[true]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"html\": \"<p>a</p>\", \"text\": \"a\"} | true",
        "{\"content\": {\"rendered\": \"<p>a</p>\"}} | true",
        "{\"html\": \"no tags\", \"text\": \"a longer text\"} | false",
        "{\"text\": \"a <b>torn</b> tag\"} | false",
        "{\"content\": [{\"type\": \"p\", \"text\": \"a\"}, {\"text\": \"b\"}]} | false",
      })
  void takesThePageOfARecordForAPage(String json, boolean isHtml) {
    assertThat(open("a.json", json) instanceof Page.Html).isEqualTo(isHtml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1, \"b\": []} | textless: is a JSON object without a text: it has \"a\", \"b\";"
            + " the text is looked for in \"text\", \"body\", \"content\", \"articleBody\","
            + " \"maintext\", \"full_text\" and \"html\"",
        "[1, 2] | textless: is JSON, but neither an article nor a list of articles with text",
        "{\"text\": \"a | malformed: is broken JSON: Unexpected end-of-input: was expecting closing"
            + " quote for a string value (line 1, column 12)",
        "{\"text\": \"a\"} b | malformed: is broken JSON: Unrecognized token 'b': was expecting (JSON String,"
            + " Number (or 'NaN'/'+INF'/'-INF'), Array, Object or token 'null', 'true' or"
            + " 'false') (line 1, column 15)",
      })
  void saysWhatIsWrongWithARecord(String json, String problem) {
    assertThat(problem("a.json", json)).isEqualTo(problem);
  }

  @Test
  void saysWhenARecordsTextIsEmpty() {
    assertThat(problem("a.json", "{\"title\": \"a\", \"Body\": null}"))
        .isEqualTo("textless: is a JSON object whose \"Body\" is empty");
  }

  @Test
  void saysWhenARecordIsTooDeep() {
    assertThat(problem("a.json", "{\"text\":" + "[".repeat(100_000)))
        .isEqualTo("exhausting: is JSON that goes deeper than 500 levels");
  }

  @Test
  void readsARecordOutOfALineWhateverTheFileIsCalled() {
    Capture capture = new Capture(
        Origin.of("press.dump").member("3"),
        "{\"text\":\"été\"}".getBytes(Charset.forName("windows-1252")),
        Optional.of("application/json"),
        Optional.empty(),
        Optional.empty());
    assertThat(((Page.Flat) pages.open(capture)).text()).isEqualTo("été");
  }

  private Page open(String name, String text) {
    return pages.open(Capture.of(Origin.of(name), text.getBytes(UTF_8)));
  }

  private String problem(String name, String text) {
    return ((Page.Unreadable) open(name, text)).problem().toString();
  }
}
