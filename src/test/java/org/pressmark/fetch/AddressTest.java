package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "http://varn-echo.example | http://varn-echo.example/",
        "HTTPS://Varn-Echo.EXAMPLE:443/Storm#top | https://varn-echo.example/Storm",
        "http://varn-echo.example:8080/a/../b/./c | http://varn-echo.example:8080/b/c",
        "http://varn-echo.example./a | http://varn-echo.example/a",
        "http://varn-echo.example?id=7 | http://varn-echo.example/?id=7",
        "http://varn-echo.example/a b | http://varn-echo.example/a%20b",
        "http://varn-echo.example/50% | http://varn-echo.example/50%25",
        "http://varn-echo.example/{id}^x | http://varn-echo.example/%7Bid%7D%5Ex",
        "http://varn-echo.example/sjø?q=ø | http://varn-echo.example/sj%C3%B8?q=%C3%B8",
        "http://møte.example/ | http://xn--mte-0na.example/",
        "http://a_b.example/x | http://a_b.example/x",
        "http://[2001:DB8::1]:8080/x | http://[2001:db8::1]:8080/x",
        "http://varn-echo.example\\@ostholm.example/ | http://varn-echo.example/@ostholm.example/",
      })
  void hasANormalForm(String text, String normal) {
    assertThat(Address.of(text)).hasToString(normal);
    assertThat(Address.of(normal)).hasToString(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "storm.html | is no http or https address",
        "ftp://varn-echo.example/a | is no http or https address",
        "file:///etc/passwd | is no http or https address",
        "javascript:alert(1) | is no http or https address",
        "http:///a | has no host that can be asked",
        "http://va rn.example/ | has no host that can be asked",
        "http://varn..example/ | has no host that can be asked",
        "http://varn-echo.example:0/ | has a port that is none",
        "http://varn-echo.example:65536/ | has a port that is none",
        "http://varn-echo.example:8a/ | has a port that is none",
        "http://mina:secret@varn-echo.example/ | has a user's name or password in it, which would"
            + " stand in the archive; leave it out",
      })
  void refusesWhatIsNone(String text, String why) {
    assertThatThrownBy(() -> Address.of(text)).hasMessage(why);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> Address.of("http://varn-echo.example/" + "a".repeat(8000)))
        .hasMessage("is longer than 8000 characters, which is no address of a page");
  }

  @ParameterizedTest
  @CsvSource({
    "/x, http://varn-echo.example/x",
    "x, http://varn-echo.example/a/x",
    "../x, http://varn-echo.example/x",
    "?p=2, http://varn-echo.example/a/b?p=2",
    "#top, http://varn-echo.example/a/b?q=1",
    "//ostholm.example/x, http://ostholm.example/x",
    "https://ostholm.example/x, https://ostholm.example/x",
    "x:y, ''",
    "./x:y, http://varn-echo.example/a/x:y",
    "/s\u00c3\u00b8, http://varn-echo.example/s%C3%B8",
  })
  void leadsToWhatAReferenceNames(String reference, String there) {
    Address page = Address.of("http://varn-echo.example/a/b?q=1");
    if (there.isEmpty()) {
      assertThatThrownBy(() -> page.resolve(reference)).hasMessage("is no http or https address");
    } else {
      assertThat(page.resolve(reference)).hasToString(there);
    }
  }
}
