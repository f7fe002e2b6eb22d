package org.pressmark.source.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {
  /// More ASCII than the detector would look at, and of no language.
  private static final String NOISE =
      "<script>var a = function(b) { return b + 1; };</script><style>p { margin: 0 }</style>"
          .repeat(200);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1251 | Шторм пришёл к побережью ночью и сорвал крыши с дюжины домов в порту",
        "KOI8-U | Шторм прийшов до узбережжя вночі і зірвав дахи з дюжини будинків у порту",
        "IBM866 | Шторм пришёл к побережью ночью и сорвал крыши с дюжины домов в порту",
        "windows-1250 | Burza nadeszła nocą i zerwała dachy z tuzina domów, później ucichła, mówią",
        "ISO-8859-2 | Burza nadeszła nocą i zerwała dachy z tuzina domów, później ucichła, mówią",
        "windows-1253 | Η καταιγίδα έφτασε στην ακτή τη νύχτα και πήρε τις στέγες από τα σπίτια",
        "windows-1254 | Fırtına gece kıyıya ulaştı ve limandaki bir düzine evin çatısını uçurdu",
        "windows-1255 | הסערה הגיעה אל החוף בלילה ותלשה את הגגות מעל תריסר בתים ליד הנמל הישן",
        "windows-1256 | وصلت العاصفة إلى الساحل ليلا واقتلعت أسطح عشرات البيوت قرب الميناء القديم",
        "GB18030 | 风暴在夜里到达海岸，掀掉了港口旁边十几座房子的屋顶，黎明时才离开。",
        "Big5-HKSCS | 風暴在夜裡到達海岸，掀掉了港口旁邊十幾座房子的屋頂，黎明時才離開。",
        "windows-31j | 嵐は夜に海岸に達し、港のそばの家々の屋根を吹き飛ばして、夜明けに去った。",
        "EUC-JP | 嵐は夜に海岸に達し、港のそばの家々の屋根を吹き飛ばして、夜明けに去った。",
        "x-windows-949 | 폭풍은 밤에 해안에 도착하여 항구 옆 집들의 지붕을 날리고 새벽에 떠났다.",
        "windows-1252 | Der Sturm erreichte nachts die Küste und riss über zwölf Häusern die Dächer weg",
        "windows-1252 | La tempête a touché la côte dans la nuit et a arraché les toits près du vieux café",
      })
  void knowsALanguageByItsLetters(String charset, String sentence) {
    byte[] flat = (sentence + ". ").repeat(3).getBytes(Charset.forName(charset));
    assertThat(new String(flat, guess(flat))).isEqualTo((sentence + ". ").repeat(3));
    byte[] page = (NOISE + "<p>" + sentence).getBytes(Charset.forName(charset));
    assertThat(new String(page, guess(page))).endsWith(sentence);
  }

  @Test
  void saysNothingOfAFewBytes() {
    assertThat(Guess.of("a café".getBytes(Charset.forName("windows-1252")))).isEmpty();
    assertThat(Guess.of("no letter".getBytes(US_ASCII))).isEmpty();
  }

  @Test
  void takesLonelyBytesForNoChinese() {
    byte[] bullets =
        "<li>\u00B7 one<li>\u00B7 two".repeat(9).getBytes(Charset.forName("windows-1252"));
    assertThat(guess(bullets).newEncoder().maxBytesPerChar()).isEqualTo(1);
  }

  private static Charset guess(byte[] bytes) {
    return Guess.of(bytes).orElseThrow();
  }
}
