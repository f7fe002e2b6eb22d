package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Candidate;
import org.pressmark.article.Field;

class JsonLdTest {
  private static String salvage(String text) {
    return say(JsonLd.salvage(text, 0, text.length()));
  }

  private static String say(List<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> c.field() != Field.TYPE)
        .map(c -> c.field() + "=" + String.join("+", c.values()))
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`{\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs again\",\"author\":\"Ina Holt\"}` ~ headline=Ferry runs again | author=Ina Holt",
        "`\",\"author\":{\"@type\":\"Person\",\"name\":\"Ina Holt\"},\"articleSection\":[\"Port\"]}` ~ articleSection=Port | author=Ina Holt",
        "`” , “ author “: {” @ type “:” Person “,” name “:” Ina Holt “},” articleSection “:[“Port”]}` ~ articleSection=Port | author=Ina Holt",
        "`{« @ tipo » : « NewsArticle », « titular » : « El puerto abre », « autor » : {« nombre » : « Ina Holt »}}` ~ headline=El puerto abre | author=Ina Holt",
        "`{\"@type\":\"Article\",\"headline\":\"He said \"no\" to it, and left\",\"author\":{\"name\":\"Ina Holt\"}}` ~ `headline=He said \"no\" to it, and left | author=Ina Holt`",
        "`{\"@type\":\"Article\",\"headline\":\"A\",\"author\":[{\"name\":\"Ina Holt\"},{\"name\":\"Ole Vik\"},],}` ~ headline=A | author=Ina Holt+Ole Vik",
        "`{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Ferry&quot;}` ~ headline=Ferry",
        "`{'@type': 'Article', 'headline': 'Ferry', 'author': 'Ina Holt'}` ~ headline=Ferry | author=Ina Holt",
        "`{n  \"@type\": \"Article\",n  \"headline\": \"Ferry\",n  \"author\": {n \"name\": \"Josu00e9 Paz\"n}n}` ~ headline=Ferry | author=José Paz",
        "`{\"@type\":\"Article\",\"datePublished\":\"2021 -09-29T08: 15: 00+02: 00\",\"headline\":\"x\"}` ~ headline=x | datePublished=2021-09-29T08:15:00+02:00",
        "`{\"@type\":\"Article\",\"headline\":\"„Nobody hears us“, „a farce“: ferry row\",\"author\":\"Ina Holt\",}` ~ headline=„Nobody hears us“, „a farce“: ferry row | author=Ina Holt",
        "`{ “headline” : “„Nobody hears us“, „a farce“: ferry row ” , “author” : “Ina Holt ” }` ~ headline=„Nobody hears us“, „a farce“: ferry row | author=Ina Holt",
        "`\",\"headline\":\"Ferry runs again\"}` ~ headline=Ferry runs again",
        "`thor\":{\"@type\":\"Person\",\"name\":\"Ina Holt\"},\"articleSection\":\"Port\"}` ~ articleSection=Port | author=Ina Holt",
        "`», « editor » : {« @tipo » : « Organização », « nome » : « Quay News »}, « autor » : {« @tipo » : « Pessoa », « nome » : « Ina Holt »}, « datePublished » : « 2024-03-05 »` ~ datePublished=2024-03-05 | author=Ina Holt | publisher=Quay News",
        "`\"publisher\":{\"name\":\"Quay News\"},\"author\":{\"name\":\"Ina Holt\"},\"@type\":\"NewsArti` ~ author=Ina Holt | publisher=Quay News",
        "`{\"author\":\"43\",\"test {\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"author\":[{\"name\":\"Ina Holt\"}]}` ~ headline=Ferry | author=Ina Holt",
        "`{n\"@type\":\"Article\",n\"headline\":\"Cosa succede u00e8 chiaro\"n}` ~ headline=Cosa succede è chiaro",
        "`//<![CDATA[ {\"@type\":\"Article\",\"headline\":\"Ferry\"} //]]>` ~ headline=Ferry",
      })
  void readsWhatIsLeftOfBrokenData(String text, String expected) {
    assertThat(salvage(text)).isEqualTo(expected);
  }

  @Test
  void followsReferencesInsideAGraph() {
    String graph = """
        {"@context":"https://schema.org","@graph":[
          {"@type":"NewsArticle","headline":"Ferry runs again","author":{"@id":"#ina"},
           "publisher":{"@id":"#paper"},"datePublished":"2024-03-01","keywords":"ferry, port"},
          {"@type":"Person","@id":"#ina","name":"Ina Holt","url":"https://example.org/author/iholt/"},
          {"@type":"Organization","@id":"#paper","name":"The Quay"}]}""";
    assertThat(say(JsonLd.read(graph, "script[1]")))
        .isEqualTo(
            "headline=Ferry runs again | datePublished=2024-03-01 | author=Ina Holt | author=iholt"
                + " | publisher=The Quay | keywords=ferry+port");
  }

  @Test
  void saysWhereAValueStood() {
    Candidate headline = JsonLd.salvage("xyz {\"@type\":\"Article\",\"headline\":\"Ferry\"}", 0, 42)
        .getFirst();
    assertThat(headline.place()).isEqualTo("offset 34");
    assertThat(JsonLd.read("{\"@type\":\"Article\",\"headline\":\"Ferry\"}", "script[1]")
            .getFirst()
            .place())
        .isEqualTo("script[1]/headline");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`{\"@type\":\"LiveBlogPosting\",\"headline\":\"Tide\"}` ~ LiveBlogPosting 0.9",
        "`{\"@type\":\"OpinionNewsArticle\",\"headline\":\"Tide\"}` ~ NewsArticle 0.4",
        "`[{\"@type\":\"NewsArticle\",\"headline\":\"Tide\",\"video\":{\"@type\":\"VideoObject\"}}]` ~ NewsArticle 0.4",
        "`{\"@type\":\"VideoObject\",\"name\":\"Tide\"}` ~ VideoObject 0.5",
        "`{\"@type\":\"WebPage\",\"name\":\"Tide\"}` ~ ``",
      })
  void saysWhatThePageCallsItself(String json, String expected) {
    assertThat(JsonLd.read(json, "script[1]").stream()
            .filter(c -> c.field() == Field.TYPE)
            .map(c -> c.values().getFirst() + " " + c.confidence())
            .collect(Collectors.joining(" | ")))
        .isEqualTo(expected);
  }
}
