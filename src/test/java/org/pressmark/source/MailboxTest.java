package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;

/// Mailboxes of newsletters.
class MailboxTest {
  private static final String FIRST = """
      From news@coast.example Mon May  3 08:15:00 2021
      From: The Coast <news@coast.example>
      Subject: Storm hits coast
      Date: Mon, 03 May 2021 08:15:00 +0200
      Message-ID: <1@coast.example>

      The storm came.
      >From the harbour to the mill nothing stood.
      >>From a reader: it was loud.
      From now on it is calm.

      """;
  private static final String SECOND = """
      From MAILER-DAEMON Tue May  4 08:15:00 2021
      From: The Coast <news@coast.example>
      Subject: Calm
      Date: Tue, 04 May 2021 08:15:00 +0200
      Message-ID: <2@coast.example>
      Content-Type: text/html; charset=utf-8

      <html><body><p>It went.</p></body></html>

      """;

  @Test
  void readsEachMessageAsADocument() {
    Opened box = Opened.of(FIRST + SECOND);
    assertThat(box.size()).isEqualTo(2);
    assertThat(box.text(0)).isEqualTo("""
        The storm came.
        From the harbour to the mill nothing stood.
        >From a reader: it was loud.
        From now on it is calm.
        """);
    assertThat(box.given(0, Field.HEADLINE)).isEqualTo("Storm hits coast");
    assertThat(box.text(1)).isEqualTo("It went.");
    assertThat(box.found().get(1).origin()).hasToString("file#2");
  }

  @Test
  void keepsAMessageAsItStandsInTheFile() {
    Opened box = Opened.of(FIRST + SECOND);
    assertThat(new String(box.capture(0).bytes(), UTF_8) + "\n").isEqualTo(FIRST);
    assertThat(new String(box.capture(1).bytes(), UTF_8) + "\n").isEqualTo(SECOND);
  }

  @Test
  void believesALengthThatComesOutRight() {
    String quiet = "It went.\n";
    String sly = "See below.\n\nFrom ada Mon May  3 08:15:00 2021\nX-Note: no header\n";
    String box = letter("a", quiet) + letter("b", sly) + letter("c", quiet);
    Opened opened = Opened.of(box);
    assertThat(opened.size()).isEqualTo(3);
    assertThat(opened.text(1)).contains("X-Note: no header");
  }

  @Test
  void givesUpALengthThatComesOutWrong() {
    String long1 = letter("b", "It went.\n").replace("Content-Length: 9", "Content-Length: 90000");
    Opened opened = Opened.of(letter("a", "It came.\n") + long1 + letter("c", "Calm.\n"));
    assertThat(opened.size()).isEqualTo(3);
    assertThat(opened.text(2)).isEqualTo("Calm.\n");
  }

  @Test
  void readsWhatIsWholeWhereverTheFileIsCutOff() {
    byte[] whole = (FIRST + SECOND).getBytes(UTF_8);
    int second = FIRST.getBytes(UTF_8).length;
    for (int length = 60; length < whole.length; length += 7) {
      Opened box = Opened.of(Arrays.copyOf(whole, length));
      assertThat(box.size()).isBetween(1, 2);
      if (length >= second) {
        assertThat(box.text(0)).startsWith("The storm came.");
      }
    }
  }

  @Test
  void tellsOfAMessageThatIsTooLargeAndReadsTheOthers() {
    SourceOptions small = new SourceOptions(1 << 16, Duration.ofSeconds(10));
    String large = SECOND.replace("It went.", "It went. ".repeat(20_000));
    Opened box = Opened.of((FIRST + large + SECOND).getBytes(UTF_8), small);
    assertThat(box.size()).isEqualTo(3);
    assertThat(box.problem(1)).startsWith("oversized: 180").endsWith("the limit is 65536");
    assertThat(box.text(2)).isEqualTo("It went.");
  }

  @Test
  void readsTheTextOfAMessageWithAnAttachmentOfFiftyMegabytes() {
    StringBuilder large = new StringBuilder("""
        From news@coast.example Wed May  5 08:15:00 2021
        From: The Coast <news@coast.example>
        Subject: Pictures
        Date: Wed, 05 May 2021 08:15:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        The pictures of the storm.

        --b
        Content-Type: image/png
        Content-Disposition: attachment; filename=storm.png
        Content-Transfer-Encoding: base64

        """);
    String line = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA\n";
    while (large.length() < 50 << 20) {
      large.append(line);
    }
    large.append("--b--\n\n");
    byte[] bytes = large.append(SECOND).toString().getBytes(ISO_8859_1);
    Opened box = Opened.of(bytes);
    assertThat(box.size()).isEqualTo(2);
    assertThat(box.text(0)).contains("The pictures of the storm.");
    assertThat(box.text(1)).isEqualTo("It went.");
  }

  @Test
  void takesNoTextForAMailboxThatBeginsLikeOne() {
    assertThat(
            Opened.of("From here on it rained, at 8:15 in 2021.\nIt was wet.\n").size())
        .isEqualTo(1);
    assertThat(
            Opened.of("From here on it rained, at 8:15 in 2021.\nIt was wet.\n").page(0))
        .isInstanceOf(Page.Flat.class);
  }

  @Test
  void tellsAMessageByItselfFromItsFile() {
    Capture capture = Opened.of(FIRST).capture(0);
    assertThat(capture.mediaType()).contains(Mailbox.MEDIA_TYPE);
    assertThat(capture.origin()).hasToString("file#1");
  }

  private static String letter(String subject, String body) {
    return "From news@coast.example Mon May  3 08:15:00 2021\nFrom: news@coast.example\nSubject: "
        + subject + "\nDate: Mon, 03 May 2021 08:15:00 +0200\nMessage-ID: <" + subject
        + "@coast.example>\nContent-Length: " + body.length() + "\n\n" + body + "\n";
  }
}
