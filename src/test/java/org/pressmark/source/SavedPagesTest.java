package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;

/// Pages as browsers and their helpers save them in one file.
class SavedPagesTest {
  private static final String MHTML = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://coast.example/storm
      Subject: Storm
      Date: Mon, 3 May 2021 08:15:00 -0000
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html";
      \tboundary="----b"

      ------b
      Content-Type: text/html
      Content-ID: <frame-2@mhtml.blink>
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://ads.example/frame

      <html><body><p>%s</p></body></html>

      ------b
      Content-Type: text/html; charset=windows-1252
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://coast.example/storm

      <html><body><p>The storm h=E9 came over a long line that is =
      broken.</p><a href=3D"b">b</a></body></html>

      ------b
      Content-Type: image/png
      Content-Transfer-Encoding: base64
      Content-Location: https://coast.example/a.png

      iVBORw0KGgo=

      ------b--
      """.replace("%s", "Buy a boat. ".repeat(40));

  @Test
  void readsThePageOfAnMhtmlFileAndNotItsFrames() {
    Opened page = Opened.of(MHTML.replace("\n", "\r\n").getBytes(ISO_8859_1));
    assertThat(page.text(0)).isEqualTo("The storm hé came over a long line that is broken. b");
    assertThat(page.given(0, Field.URL)).isEqualTo("https://coast.example/storm");
    assertThat(((Page.Html) page.page(0)).document().select("a").attr("abs:href"))
        .isEqualTo("https://coast.example/b");
    Capture capture = page.capture(0);
    assertThat(capture.url()).contains("https://coast.example/storm");
    assertThat(capture.time()).contains(Instant.parse("2021-05-03T08:15:00Z"));
  }

  @Test
  void readsWhatIsThereOfOneThatIsCutOff() {
    byte[] whole = MHTML.getBytes(ISO_8859_1);
    int page = MHTML.indexOf("The storm") + 30;
    for (int length = page; length < whole.length; length += 40) {
      assertThat(Opened.of(Arrays.copyOf(whole, length)).text(0)).startsWith("The storm hé");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html>\\n<!-- saved from url=(0027)https://coast.example/storm -->\\n<html>|",
        "<!DOCTYPE html> <html lang=en><!--\\n Page saved with SingleFile \\n url: https://coast.example/storm \\n"
            + " saved date: Tue May 04 2021 10:20:30 GMT+0200 (Central European Summer Time)\\n-->|2021-05-04T08:20:30Z",
        "<!-- Saved from https://coast.example/storm at 2021-05-04T08:20:30Z using monolith v2.6.1 --><html>"
            + "|2021-05-04T08:20:30Z",
        "<html><!-- Mirrored from coast.example/storm by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 04 May"
            + " 2021 08:20:30 GMT -->|2021-05-04T08:20:30Z",
        "<html><head><meta name=\"savepage-url\" content=\"https://coast.example/storm\">|",
      })
  void knowsWhereAPageWasSavedAndWhen(String beginning, String time) {
    Capture page = Opened.of(beginning.replace("\\n", "\n") + "<body><p>It came.</p></body></html>")
        .capture(0);
    assertThat(page.url().orElseThrow().replace("http:", "https:"))
        .isEqualTo("https://coast.example/storm");
    assertThat(page.time().map(Instant::toString).orElse(null)).isEqualTo(time);
  }

  @Test
  void believesNoAddressThatIsNone() {
    assertThat(Opened.of("<!-- saved from url=(0014)about:internet --><html><p>It came.</p>")
            .capture(0)
            .url())
        .isEmpty();
    assertThat(Opened.of("<html><body><p>url: x, saved date: y</p></body></html>")
            .capture(0)
            .url())
        .isEmpty();
  }

  @Test
  void spendsNoTimeOnPicturesInThePage() {
    String data = "data:image/png;base64," + "iVBORw0KGgo".repeat(1_000_000);
    String page = "<html><head><style>a{background:url(" + data + ")}</style></head><body>"
        + "<p>The storm came.</p><img src=\"" + data + "\" alt=sea></body></html>";
    Opened opened = Opened.of(page.getBytes(UTF_8));
    long start = System.nanoTime();
    assertThat(opened.text(0)).isEqualTo("The storm came.");
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    assertThat(((Page.Html) opened.page(0)).document().outerHtml().length()).isLessThan(1_000);
  }
}
