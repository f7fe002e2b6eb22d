package org.pressmark.source.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
  private static final String CAFE = "<p>Le café où l’été fut glacé, à côté de la forêt.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta charset=iso-8859-1> | windows-1252",
        "<META CHARSET = 'ISO-8859-1'> | windows-1252",
        "<meta http-equiv=Content-Type content='text/html; charset=latin1'/> | windows-1252",
        "<?xml version='1.0' encoding='windows-1252'?> | windows-1252",
        "<!-- <meta charset=windows-1251> --><meta charset=windows-1254> | windows-1254",
        "<meta name=charset><meta content='charset=macintosh'> | x-MacRoman",
      })
  void asksThePageWhereTheBytesAreNotUtf8(String declaration, String charset) {
    String page = declaration + CAFE;
    Decoding decoding = decode(page.getBytes(Charset.forName(charset)));
    assertThat(decoding.text()).isEqualTo(page);
    assertThat(decoding.charset().name()).isEqualTo(charset);
    assertThat(decoding.source()).isEqualTo("meta");
    assertThat(decoding.notes()).isEmpty();
  }

  @Test
  void asksTheServerBeforeThePage() {
    Decoding decoding = Decoder.decode(
        ("<meta charset=windows-1251>" + CAFE).getBytes(Charset.forName("windows-1252")),
        Optional.of("text/html;charset=\"windows-1252\""));
    assertThat(decoding.source()).isEqualTo("http");
    assertThat(decoding.text()).contains("glacé");
  }

  @Test
  void believesTheBytesBeforeThePage() {
    Decoding decoding = decode(("<meta charset=iso-8859-1>" + CAFE).getBytes(UTF_8));
    assertThat(decoding.text()).contains("glacé");
    assertThat(decoding.source()).isEqualTo("utf-8");
    assertThat(decoding.notes())
        .containsExactly("the page declares the charset iso-8859-1; its bytes are UTF-8");
  }

  /// Somebody's program took the page for Latin, and saved what it saw as UTF-8.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GBK | ISO-8859-15 | 风暴在夜里到达海岸，掀掉了港口旁边十几座房子的屋顶，黎明时才离开。",
        "GBK | ISO-8859-1 | 风暴在夜里到达海岸，掀掉了港口旁边十几座房子的屋顶，黎明时才离开。",
        "EUC-KR | ISO-8859-1 | 폭풍은 밤에 해안에 도착하여 항구 옆 집들의 지붕을 날리고 새벽에 떠났다.",
        "windows-1251 | ISO-8859-1 | Шторм пришёл к побережью ночью и сорвал крыши с дюжины домов",
      })
  void readsWhatWasReadWronglyAndSavedAnew(String declared, String mistake, String sentence) {
    String page = "<meta charset=" + declared + "><p>" + (sentence + " ").repeat(3);
    byte[] once = page.getBytes(Charset.forName(declared));
    Decoding decoding = decode(new String(once, Charset.forName(mistake)).getBytes(UTF_8));
    assertThat(decoding.text()).isEqualTo(page);
    assertThat(decoding.notes()).hasSize(1).first().asString().endsWith("it is read anew");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1251 | Шторм пришёл к побережью ночью и сорвал крыши с дюжины домов в порту",
        "GBK | Der Sturm riß über zwölf Häusern die Dächer weg; «schön ist’s nicht», hieß es",
        "EUC-KR | La tempête a touché la côte dans la nuit et a arraché les toits près du café",
      })
  void leavesUtf8AloneWhoseDeclarationLies(String declared, String sentence) {
    String page = "<meta charset=" + declared + "><p>" + (sentence + ". ").repeat(9);
    Decoding decoding = decode(page.getBytes(UTF_8));
    assertThat(decoding.text()).isEqualTo(page);
    assertThat(decoding.charset()).isEqualTo(UTF_8);
  }

  /// What a page declares is read as it says, in all charsets of the press.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1250 | Burza nadeszła nocą i zerwała dachy z tuzina domów, później ucichła",
        "windows-1251 | Шторм пришёл к побережью ночью и сорвал крыши с дюжины домов в порту",
        "windows-1252 | La tempête a touché la côte dans la nuit et a arraché les toits",
        "windows-1253 | Η καταιγίδα έφτασε στην ακτή τη νύχτα και πήρε τις στέγες",
        "windows-1254 | Fırtına gece kıyıya ulaştı ve limandaki evlerin çatısını uçurdu",
        "windows-1255 | הסערה הגיעה אל החוף בלילה ותלשה את הגגות מעל תריסר בתים",
        "windows-1256 | وصلت العاصفة إلى الساحل ليلا واقتلعت أسطح عشرات البيوت",
        "windows-1257 | Vētra naktī sasniedza krastu un norāva jumtus desmitiem māju ostā",
        "gbk | 风暴在夜里到达海岸，掀掉了港口旁边十几座房子的屋顶",
        "big5 | 風暴在夜裡到達海岸，掀掉了港口旁邊十幾座房子的屋頂",
        "shift_jis | 嵐は夜に海岸に達し、港のそばの家々の屋根を吹き飛ばして",
        "euc-jp | 嵐は夜に海岸に達し、港のそばの家々の屋根を吹き飛ばして",
        "euc-kr | 폭풍은 밤에 해안에 도착하여 항구 옆 집들의 지붕을 날리고",
        "koi8-r | Шторм пришёл к побережью ночью и сорвал крыши с дюжины домов",
        "koi8-u | Шторм прийшов до узбережжя вночі і зірвав дахи з дюжини будинків",
        "iso-8859-2 | Burza nadeszła nocą i zerwała dachy z tuzina domów, później ucichła",
        "iso-8859-5 | Шторм пришёл к побережью ночью и сорвал крыши с дюжины домов",
        "iso-8859-7 | Η καταιγίδα έφτασε στην ακτή τη νύχτα και πήρε τις στέγες",
        "iso-8859-9 | Fırtına gece kıyıya ulaştı ve limandaki evlerin çatısını uçurdu",
        "iso-8859-15 | L'œuvre coûte dix € et l'été fut glacé",
      })
  void readsEveryCharsetOfThePress(String label, String sentence) {
    Charset charset = CharsetLabel.charset(label).orElseThrow();
    String written = new String((sentence + ". ").repeat(3).getBytes(charset), charset);
    String page = "<meta charset=\"" + label + "\"><p>" + written;
    Decoding decoding = decode(page.getBytes(charset));
    assertThat(decoding.text()).isEqualTo(page);
    assertThat(decoding.charset()).isEqualTo(charset);
    assertThat(decoding.source()).isEqualTo("meta");
  }

  @Test
  void readsUtf8WithAFewStrayBytes() {
    byte[] bytes = (CAFE.repeat(200) + "x").getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xE9;
    Decoding decoding = decode(bytes);
    assertThat(decoding.text()).startsWith(CAFE).endsWith("\uFFFD");
    assertThat(decoding.source()).isEqualTo("utf-8");
    assertThat(decoding.notes()).containsExactly("1 byte sequence is not UTF-8 and became U+FFFD");
  }

  @Test
  void doesNotTakeALegacyPageForBrokenUtf8() {
    String page = "<p>" + "The storm came at night and went at dawn. ".repeat(100) + "£5</p>";
    Decoding decoding = decode(page.getBytes(Charset.forName("windows-1252")));
    assertThat(decoding.text()).isEqualTo(page);
  }

  @Test
  void doesNotBelieveAPageThatSaysUtf8AndIsNot() {
    Decoding decoding =
        decode(("<meta charset=utf-8>" + CAFE).getBytes(Charset.forName("windows-1252")));
    assertThat(decoding.text()).contains("glacé");
    assertThat(decoding.notes())
        .contains("the page declares the charset utf-8, which the bytes are not in");
  }

  @Test
  void saysWhenNobodyKnowsTheCharset() {
    Decoding decoding =
        decode(("<meta charset=x-klingon>" + CAFE).getBytes(Charset.forName("windows-1252")));
    assertThat(decoding.notes())
        .contains("the page declares the charset \"x-klingon\", which nobody knows");
    assertThat(decoding.text()).contains("glacé");
  }

  @Test
  void takesTheMarkAway() {
    for (Bom bom : Bom.values()) {
      Decoding decoding = decode(("\uFEFF" + CAFE).getBytes(bom.charset()));
      assertThat(decoding.text()).isEqualTo(CAFE);
      assertThat(decoding.source()).isEqualTo("bom");
    }
  }

  @Test
  void seesUtf16WithoutAMark() {
    for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
      Decoding decoding = decode(CAFE.getBytes(charset));
      assertThat(decoding.text()).isEqualTo(CAFE);
      assertThat(decoding.charset()).isEqualTo(charset);
    }
  }

  @Test
  void seesJapaneseInSevenBits() {
    Decoding decoding = decode("<p>嵐が海岸を襲った。</p>".getBytes(Charset.forName("ISO-2022-JP")));
    assertThat(decoding.text()).isEqualTo("<p>嵐が海岸を襲った。</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, windows-1252",
    "ISO_8859-1, windows-1252",
    "gb2312, GB18030",
    "' GBK ', GB18030",
    "shift_jis, windows-31j",
    "euc-kr, x-windows-949",
    "big5, Big5-HKSCS",
    "utf-16, UTF-8",
    "koi8-r, KOI8-R",
    "iso-8859-7, ISO-8859-7",
    "windows-1251, windows-1251",
  })
  void meansByALabelWhatBrowsersMean(String label, String charset) {
    assertThat(CharsetLabel.charset(label)).contains(Charset.forName(charset));
  }

  @Test
  void countsBrokenSequencesAsADecoderDoes() {
    byte[] bytes = new byte[4096];
    java.util.Random random = new java.util.Random(7);
    for (int round = 0; round < 200; round++) {
      random.nextBytes(bytes);
      String text = new String(bytes, UTF_8);
      assertThat(Utf8Scan.of(bytes).bad())
          .isEqualTo((int) text.chars().filter(sign -> sign == 0xFFFD).count());
    }
  }

  private static Decoding decode(byte[] bytes) {
    return Decoder.decode(bytes, Optional.empty());
  }
}
