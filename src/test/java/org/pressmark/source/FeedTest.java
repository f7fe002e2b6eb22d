package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pressmark.article.Field;

/// Files of feeds: RSS, RDF, Atom, JSON Feed.
class FeedTest {
  private static final String RSS = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- made by hand -->
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
          <title>The Coast</title>
          <link>https://coast.example/news/</link>
          <language>en</language>
          <item>
            <title>Storm &amp; rain</title>
            <link>storm.html</link>
            <pubDate>Mon, 03 May 2021 08:15:00 +0200</pubDate>
            <dc:creator><![CDATA[Ada Roth]]></dc:creator>
            <category>Weather</category>
            <description>Short.</description>
            <content:encoded><![CDATA[<p>The storm </item> came.</p><p>It <a href="/b">went</a>.</p>]]></content:encoded>
          </item>
          <item>
            <title>Calm</title>
            <guid isPermaLink="true">https://coast.example/calm</guid>
            <author>ben@coast.example (Ben Okri)</author>
            <description>&lt;p&gt;All is calm.&lt;/p&gt;</description>
          </item>
        </channel>
      </rss>
      """;

  private static final String ATOM = """
      <?xml version="1.0"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://arvel.example/">
        <title type="text">Le Courrier d'Arvel</title>
        <link rel="self" href="/feed"/>
        <entry>
          <title type="html">La &lt;b&gt;temp\u00EAte&lt;/b&gt;</title>
          <link rel="edit" href="/edit/1"/>
          <link href="a/1"/>
          <published>2021-05-03T08:15:00Z</published>
          <updated>2021-05-04T08:15:00Z</updated>
          <author><name>Luc Arnal</name><email>luc@arvel.example</email></author>
          <category term="meteo" label="M\u00E9t\u00E9o"/>
          <summary>En bref.</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Elle est venue.</p></div></content>
        </entry>
        <entry>
          <title>Texte</title><id>tag:arvel.example,2021:2</id><link href="https://arvel.example/a/2"/>
          <content type="text">1 &lt; 2, dit-il.</content>
        </entry>
      </feed>
      """;

  @Test
  void readsEachEntryOfRssAsADocument() {
    Opened feed = Opened.of(RSS);
    assertThat(feed.size()).isEqualTo(2);
    assertThat(feed.text(0)).isEqualTo("The storm came. It went.");
    assertThat(feed.readable(0).given())
        .hasToString("{headline=[Storm & rain], author=[Ada Roth],"
            + " datePublished=[Mon, 03 May 2021 08:15:00 +0200], articleSection=[Weather],"
            + " publisher=[The Coast], inLanguage=[en],"
            + " url=[https://coast.example/news/storm.html], description=[Short.]}");
    assertThat(feed.readable(0).columns())
        .containsEntry(Field.AUTHOR, "dc:creator")
        .containsEntry(Field.PUBLISHER, "feed/title");
    assertThat(((Page.Html) feed.page(0)).document().select("a").attr("abs:href"))
        .isEqualTo("https://coast.example/b");
    assertThat(feed.text(1)).isEqualTo("All is calm.");
    assertThat(feed.given(1, Field.AUTHOR)).isEqualTo("Ben Okri");
    assertThat(feed.given(1, Field.URL)).isEqualTo("https://coast.example/calm");
    assertThat(feed.readable(1).reading().notes())
        .containsExactly("the feed has no more of this entry than its description");
  }

  @Test
  void readsAtomWithItsKindsOfText() {
    Opened feed = Opened.of(ATOM);
    assertThat(feed.text(0)).isEqualTo("Elle est venue.");
    assertThat(feed.given(0, Field.HEADLINE)).isEqualTo("La tempête");
    assertThat(feed.given(0, Field.URL)).isEqualTo("https://arvel.example/a/1");
    assertThat(feed.given(0, Field.DATE_PUBLISHED)).isEqualTo("2021-05-03T08:15:00Z");
    assertThat(feed.given(0, Field.AUTHOR)).isEqualTo("Luc Arnal");
    assertThat(feed.given(0, Field.ARTICLE_SECTION)).isEqualTo("Météo");
    assertThat(feed.given(0, Field.IN_LANGUAGE)).isEqualTo("fr");
    assertThat(feed.text(1)).isEqualTo("1 < 2, dit-il.");
  }

  @Test
  void keepsAnEntryAsItStandsSoThatItIsTheSameInTomorrowsFeed() {
    Opened today = Opened.of(RSS);
    Opened tomorrow = Opened.of(RSS.replace("<language>en", "<ttl>9</ttl><language>en"));
    assertThat(new String(today.capture(1).bytes(), UTF_8))
        .startsWith("<item>")
        .endsWith("</item>");
    assertThat(tomorrow.capture(1).mark()).isEqualTo(today.capture(1).mark());
  }

  @Test
  void readsRdfAndOtherPrefixes() {
    Opened feed = Opened.of("""
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel><title>Alt</title></channel>
        <item rdf:about="x"><title>A &gt; B</title><link>https://alt.example/a</link>
        <description>Es war einmal.</description></item></rdf:RDF>
        """);
    assertThat(feed.text(0)).isEqualTo("Es war einmal.");
    assertThat(feed.given(0, Field.HEADLINE)).isEqualTo("A > B");
  }

  @Test
  void readsJsonFeed() {
    Opened feed = Opened.of("""
        {"version": "https://jsonfeed.org/version/1.1", "title": "The Coast", "items": [
          {"id": "1", "url": "https://coast.example/1", "title": "Storm", "content_html": "<p>It came.</p>",
           "date_published": "2021-05-03T08:15:00Z", "authors": [{"name": "Ada Roth"}], "tags": ["sea"]},
          {"id": "2", "content_text": "It went."}]}
        """);
    assertThat(feed.text(0)).isEqualTo("It came.");
    assertThat(feed.given(0, Field.AUTHOR)).isEqualTo("Ada Roth");
    assertThat(feed.text(1)).isEqualTo("It went.");
  }

  @Test
  void readsAFeedInItsOwnCharset() {
    byte[] bytes = RSS.replace("UTF-8", "windows-1251")
        .replace("All is calm", "Всё спокойно")
        .getBytes(Charset.forName("windows-1251"));
    assertThat(Opened.of(bytes).text(1)).isEqualTo("Всё спокойно.");
  }

  @Test
  void readsTheWholeEntriesOfAFeedThatIsHalfWritten() {
    byte[] whole = RSS.getBytes(UTF_8);
    int second = RSS.lastIndexOf("<item>");
    for (int length = second + 8; length < whole.length - 30; length += 11) {
      Opened feed = Opened.of(Arrays.copyOf(whole, length));
      assertThat(feed.text(0)).isEqualTo("The storm came. It went.");
      if (!new String(whole, second, length - second, UTF_8).contains("</item>")) {
        assertThat(feed.problem(1)).isEqualTo("malformed: is an entry of a feed that breaks off");
      }
    }
  }

  @Test
  void saysWhichPageAnEntryWithoutATextHas() {
    Opened feed =
        Opened.of("<rss><channel><item><title>A</title><link>https://coast.example/a</link>"
            + "</item></channel></rss>");
    assertThat(feed.problem(0))
        .isEqualTo("textless: is an entry of a feed without a text; its page"
            + " is https://coast.example/a");
  }

  @Test
  @Timeout(20)
  void looksNothingUpThatADocumentTypeDeclares() {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"lol\">");
    for (char name = 'b'; name < 'z'; name++) {
      bomb.append("<!ENTITY ")
          .append(name)
          .append(" \"")
          .append(("&" + (char) (name - 1) + ";").repeat(10))
          .append("\">");
    }
    bomb.append("<!ENTITY file SYSTEM \"file:///etc/passwd\">]>")
        .append(
            "<rss><channel><item><title>&y;</title><description>It &file; came. &y;</description>")
        .append("</item></channel></rss>");
    Opened feed = Opened.of(bomb.toString());
    assertThat(feed.size()).isEqualTo(1);
    assertThat(feed.text(0)).doesNotContain("lol").doesNotContain("root:").contains("came.");
  }

  @Test
  void takesNoOtherXmlForAFeed() {
    assertThat(Opened.of("<?xml version=\"1.0\"?><feed><entry>A story.</entry></feed>")
            .size())
        .isEqualTo(1);
  }
}
