package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;

class ParcelsTest {
  private static final String STORY = Samples.paragraph("Heading1", "Storm")
      + Samples.paragraph("Normal", "The storm came at night.")
      + Samples.paragraph("Normal", "It went at dawn.");

  @BeforeAll
  static void hushParsers() {
    Samples.hushParsers();
  }

  private final Pages pages = new Pages(SourceOptions.DEFAULTS);

  @Test
  void readsWord() throws IOException {
    Page.Html page = (Page.Html) open(Samples.docx(STORY));
    assertThat(blocks(page))
        .containsExactly("h1: Storm", "p: The storm came at night.", "p: It went at dawn.");
    assertThat(page.given())
        .hasToString("{headline=[Storm hits the coast], author=[Ada Roth],"
            + " datePublished=[2024-05-03T08:15:00Z]}");
    assertThat(page.reading().mediaType())
        .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  }

  @Test
  void readsOpenDocument() throws IOException {
    Page.Html page = (Page.Html) open(
        Samples.odt("<text:h text:outline-level='1'>Storm</text:h><text:p>The storm came.</text:p>"
            + "<text:p>It <text:span>went</text:span>.</text:p>"));
    assertThat(blocks(page)).containsExactly("h1: Storm", "p: The storm came.", "p: It went.");
    assertThat(page.given())
        .hasToString("{headline=[Storm hits the coast], author=[Ada Roth],"
            + " datePublished=[2024-05-03T08:15:00]}");
  }

  @Test
  void readsRichText() {
    Page.Html page = (Page.Html) open(Samples.rtf());
    assertThat(blocks(page))
        .containsExactly("p: The storm came at night.", "p: It tore the café roof off.");
    assertThat(page.given()).hasToString("{headline=[Storm hits the coast], author=[Ada Roth]}");
  }

  @Test
  void readsEpub() throws IOException {
    Page.Html page = (Page.Html) open(Samples.epub("<h1>Storm</h1><p>The storm came.</p>"));
    assertThat(blocks(page)).containsExactly("h1: Storm", "p: The storm came.");
    assertThat(page.given())
        .hasToString("{headline=[Storm hits the coast], author=[Ada Roth], inLanguage=[en]}");
  }

  @Test
  void readsTheLinesOfAPdfAsParagraphs() throws IOException {
    Page.Html page = (Page.Html) open(Samples.pdf(
        "",
        List.of(
            "# Storm hits the coast and",
            "# leaves a harbour dark",
            "By Ada Roth",
            "\tThe storm that came ashore near Port Ellery on Friday night tore the",
            "roofs from a dozen houses and left the harbour without any elec-",
            "tricity for hours. The well-known pier, said the guard of that well-",
            "known pier, is gone.",
            "\tPeople had waited for electricity all through the long night, and then",
            "the mayor came and said that the",
            "Page 1"),
        List.of("lamps would burn again.", "\tThey did not.", "Page 2")));
    assertThat(blocks(page))
        .containsExactly(
            "h1: Storm hits the coast and leaves a harbour dark",
            "p: By Ada Roth",
            "p: The storm that came ashore near Port Ellery on Friday night tore the roofs from a"
                + " dozen houses and left the harbour without any electricity for hours. The"
                + " well-known pier, said the guard of that well-known pier, is gone.",
            "p: People had waited for electricity all through the long night, and then the mayor"
                + " came and said that the lamps would burn again.",
            "p: They did not.",
            "p: Page 1",
            "p: Page 2");
    assertThat(page.document().select("footer").text()).isEqualTo("Page 1 Page 2");
  }

  @Test
  void saysWhenAPdfHasNothingButPictures() throws IOException {
    assertThat(problem(Samples.pdf("", List.of())))
        .isEqualTo("textless: has no text in it: its pages are pictures");
  }

  @Test
  void readsTheBodyOfAnEmail() {
    Page.Html page = (Page.Html) open(Samples.mail("""
                        Content-Type: multipart/mixed; boundary=o

                        --o
                        Content-Type: multipart/alternative; boundary=i

                        --i
                        Content-Type: text/plain; charset=iso-8859-1

                        The café is gone.
                        --i
                        Content-Type: text/html; charset=utf-8
                        Content-Transfer-Encoding: quoted-printable

                        <div class=3D"story"><p>The caf=C3=A9 is gone.</p></div>
                        --i--
                        --o
                        Content-Type: text/html
                        Content-Disposition: attachment; filename=long.html

                        <p>An attachment, and a much longer one than all of the e-mail is.</p>
                        --o--
                        """).getBytes(ISO_8859_1));
    assertThat(page.document().select("div.story > p").text()).isEqualTo("The café is gone.");
    assertThat(page.given())
        .hasToString(
            "{headline=[Stürm at sea], author=[Ada Röth], datePublished=[2024-05-03T06:15:00Z]}");
    assertThat(page.reading().mediaType()).isEqualTo("message/rfc822");
    assertThat(page.reading().notes()).containsExactly("of 2 parts with text the longest was read");
  }

  @Test
  void readsAPageThatABrowserSaved() {
    Page.Html page = (Page.Html) open("""
                From: <Saved by Blink>
                Snapshot-Content-Location: https://coast.example/storm
                Subject: Storm
                Date: Fri, 03 May 2024 08:15:00 +0200
                MIME-Version: 1.0
                Content-Type: multipart/related; type="text/html"; boundary=b

                --b
                Content-Type: text/html

                <html><body><p>The storm came.</p></body></html>
                --b
                Content-Type: image/png
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --b--
                """.getBytes(UTF_8));
    assertThat(blocks(page)).containsExactly("p: The storm came.");
    assertThat(page.given()).hasToString("{url=[https://coast.example/storm]}");
  }

  @Test
  void readsAnEmailOfPlainText() {
    Page.Flat page = (Page.Flat) open(
        Samples.mail("\nThe storm came.\n\nIt went.\n").replace("\n", "\r\n").getBytes(UTF_8));
    assertThat(page.text()).isEqualTo("The storm came.\r\n\r\nIt went.\r\n");
  }

  private Page open(byte[] bytes) {
    return pages.open(Capture.of(Origin.of("document"), bytes));
  }

  private String problem(byte[] bytes) {
    return ((Page.Unreadable) open(bytes)).problem().toString();
  }

  private static List<String> blocks(Page.Html page) {
    return page.document().select("h1, h2, h3, p").stream()
        .filter(Element::hasText)
        .map(block -> block.tagName() + ": " + block.text())
        .toList();
  }
}
