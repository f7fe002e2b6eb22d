package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Refusal;
import org.pressmark.parcel.Deadline;

/// Documents that were made to hurt.
@Timeout(60)
class HostileTest {
  private static final SourceOptions SMALL = new SourceOptions(1 << 20, Duration.ofSeconds(30));

  @BeforeAll
  static void hushParsers() {
    Samples.hushParsers();
  }

  private final Pages pages = new Pages(SMALL);

  @TempDir
  Path folder;

  @Test
  void unpacksNoBombInAWordDocument() throws IOException {
    byte[] bomb = Samples.docx(" ".repeat(20 << 20));
    assertThat(bomb).hasSizeLessThan(1 << 16);
    assertThat(problem(bomb)).isEqualTo("oversized: unpacks to more bytes than the limit allows");
  }

  @Test
  void doesNotBelieveAZipFileThatMakesItselfSmall() throws IOException {
    byte[] bomb = Samples.docx(" ".repeat(20 << 20));
    for (int at = 0; at < bomb.length - 46; at++) {
      if (bomb[at] == 'P' && bomb[at + 1] == 'K' && bomb[at + 2] == 1 && bomb[at + 3] == 2) {
        Arrays.fill(bomb, at + 24, at + 28, (byte) 0);
      }
    }
    assertThat(problem(bomb)).isEqualTo("oversized: unpacks to more bytes than the limit allows");
  }

  @Test
  void opensNoPlainZip() throws IOException {
    byte[] zip = Samples.zip(Map.entry("word.txt", "The storm came at night."));
    assertThat(problem(zip)).isEqualTo("binary: is a zip archive; unpack it first");
    byte[] sheet = Samples.zip(Map.entry("[Content_Types].xml", ""), Map.entry("xl/a.xml", ""));
    assertThat(problem(sheet)).isEqualTo("binary: is a spreadsheet");
  }

  @Test
  void saysThatAPasswordIsInTheWay() throws IOException {
    assertThat(problem(Samples.pdf("secret", List.of("The storm came."))))
        .isEqualTo("encrypted: is protected with a password");
    byte[] docx = Samples.docx("");
    for (int at = 0; at < docx.length - 46; at++) {
      if (docx[at] == 'P' && docx[at + 1] == 'K' && docx[at + 2] == 1 && docx[at + 3] == 2) {
        docx[at + 8] |= 1;
      }
    }
    assertThat(problem(docx)).isEqualTo("encrypted: is protected with a password");
  }

  /// One that was cut off gives a page or a reason, and never another kind of reason than these.
  @Test
  void survivesEveryFormatCutOffAnywhere() throws IOException {
    String paragraph = Samples.paragraph("Heading1", "The storm came at night.");
    List<byte[]> samples = List.of(
        Samples.docx(paragraph),
        Samples.odt("<text:p xmlns:text='t'>The storm came at night.</text:p>"),
        Samples.epub("<p>The storm came at night.</p>"),
        Samples.rtf(),
        Samples.pdf("", List.of("# Storm", "The storm came at night.")),
        Samples.mail("Content-Type: text/html\n\n<p>The storm came.</p>").getBytes(UTF_8),
        "{\"text\": \"The storm came at night.\"}".getBytes(UTF_8),
        "<html><body><p>The storm came at night.</p></body></html>".getBytes(UTF_8));
    for (byte[] sample : samples) {
      for (int part = 0; part < 6; part++) {
        assertSurvives(Arrays.copyOf(sample, sample.length * part / 6));
      }
    }
  }

  @Test
  void survivesEveryFormatWithBytesChanged() throws IOException {
    List<byte[]> samples = List.of(
        Samples.docx(Samples.paragraph("Heading1", "The storm came at night.")),
        Samples.rtf(),
        Samples.pdf("", List.of("# Storm", "The storm came at night.")),
        Samples.mail("Content-Type: text/html\n\n<p>The storm came.</p>").getBytes(UTF_8));
    Random random = new Random(20240503);
    for (byte[] sample : samples) {
      for (int round = 0; round < 8; round++) {
        byte[] changed = sample.clone();
        for (int i = 0; i < 1 + round; i++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        assertSurvives(changed);
      }
    }
  }

  @Test
  void readsNoOtherFileForAnEntity() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "open sesame");
    String entity = "<!DOCTYPE x [<!ENTITY secret SYSTEM '" + secret.toUri() + "'>]>";
    byte[] odt = Samples.zip(
        Map.entry("mimetype", "application/vnd.oasis.opendocument.text"),
        Map.entry(
            "content.xml",
            entity
                + "<x xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
                + "<text:p>Storm &secret;</text:p></x>"));
    byte[] page = (entity + "<html><body><p>Storm &secret;</p></body></html>").getBytes(UTF_8);
    for (byte[] document : List.of(odt, page)) {
      assertThat(shown(document)).contains("Storm").doesNotContain("sesame");
    }
  }

  @Test
  void expandsNoBillionLaughs() throws IOException {
    StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 'ha'>");
    for (int i = 1; i < 12; i++) {
      entities.append("<!ENTITY e").append(i).append(" '");
      entities.append(("&e" + (i - 1) + ";").repeat(10)).append("'>");
    }
    entities.append("]><x><p>&e11;</p></x>");
    byte[] odt = Samples.zip(
        Map.entry("mimetype", "application/vnd.oasis.opendocument.text"),
        Map.entry("content.xml", entities.toString()));
    assertThat(problem(odt))
        .isEqualTo("exhausting: is nested deeper, or has more in it, than any document");
  }

  @Test
  void inflatesNoBombInAPdf() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 40; i++) {
        out.write(blanks);
      }
    }
    assertSurvives(pdfWithContent(packed.toByteArray()));
  }

  @ParameterizedTest
  @CsvSource({"{", "{\\b ", "{\\*\\x", "\\'e9", "{\\object", "\\u1"})
  void survivesDeepRichText(String sign) {
    assertSurvives(("{\\rtf1 " + sign.repeat((1 << 17) / sign.length())).getBytes(UTF_8));
  }

  @Test
  void survivesDeepXml() throws IOException {
    assertSurvives(Samples.epub("<div>".repeat(30_000) + "deep" + "</div>".repeat(30_000)));
    assertSurvives(
        Samples.docx("<w:tbl><w:tr><w:tc>".repeat(5_000) + "</w:tc></w:tr></w:tbl>".repeat(5_000)));
  }

  @Test
  void survivesAnEmailInAnEmailInAnEmail() {
    StringBuilder mail = new StringBuilder("Message-ID: <1@x>\nFrom: a@x\n");
    for (int i = 0; i < 2_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b");
      mail.append(i).append('\n');
    }
    assertSurvives(mail.toString().getBytes(ISO_8859_1));
  }

  @Test
  void opensNoGzipInAGzip() throws IOException {
    Path file = folder.resolve("a.html.gz");
    Files.write(file, gzip(gzip("<p>Storm</p>".getBytes(UTF_8))));
    try (var all = Sources.open(List.of(file), SMALL)) {
      Found found = all.findFirst().orElseThrow();
      assertThat(((Page.Unreadable) pages.open((Capture) found)).problem())
          .hasToString("binary: is a gzip file inside another; unpack it once more");
    }
  }

  @Test
  void waitsForNoParserLongerThanItMay() {
    assertThatThrownBy(() -> Deadline.within(Duration.ofMillis(50), () -> {
          Thread.sleep(10_000);
          return "";
        }))
        .isInstanceOf(Refusal.class)
        .hasMessage("took longer to read than 0 s");
  }

  @Test
  void takesAnyFailureOfAParserForAReason() {
    assertThat(failure(new StackOverflowError()))
        .isEqualTo("exhausting: is nested too deep to be read");
    assertThat(failure(new IllegalStateException("x")))
        .isEqualTo("malformed: could not be parsed: java.lang.IllegalStateException: x");
  }

  @Test
  void leavesToItsCallerThatMemoryRanOut() {
    OutOfMemoryError thrown = new OutOfMemoryError();
    assertThatThrownBy(() -> failure(thrown)).isSameAs(thrown);
  }

  private static String failure(Throwable thrown) {
    try {
      return Deadline.within(Duration.ofSeconds(10), () -> {
        if (thrown instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) thrown;
      });
    } catch (Refusal refusal) {
      return refusal.problem().toString();
    }
  }

  private void assertSurvives(byte[] bytes) {
    switch (pages.open(capture(bytes))) {
      case Page.Readable page -> assertThat(page.reading().mediaType()).isNotEmpty();
      case Page.Unreadable page -> assertThat(page.problem().message()).isNotEmpty();
    }
  }

  private String shown(byte[] bytes) {
    return switch (pages.open(capture(bytes))) {
      case Page.Html page -> page.document().text();
      case Page.Flat page -> page.text();
      case Page.Unreadable page -> page.problem().toString();
    };
  }

  private String problem(byte[] bytes) {
    return ((Page.Unreadable) pages.open(capture(bytes))).problem().toString();
  }

  private static Capture capture(byte[] bytes) {
    return Capture.of(Origin.of("document"), bytes);
  }

  private static byte[] pdfWithContent(byte[] packed) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.write(("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
            + "4 0 obj<</Filter/FlateDecode/Length "
            + packed.length
            + ">>stream\n")
        .getBytes(UTF_8));
    pdf.write(packed);
    pdf.write("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(UTF_8));
    return pdf.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
