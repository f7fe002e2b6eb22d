package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
  private static final Address AT = Address.of("http://varn-echo.example/news/list.xml");

  private static Optional<Listing> find(String text, Charset charset) {
    return Listing.of(text.getBytes(charset), Optional.of("text/xml"), AT);
  }

  private static Listing read(String text) {
    return find(text, StandardCharsets.UTF_8).orElseThrow();
  }

  private static List<String> addresses(Listing listing) {
    return listing.items().stream().map(Listing.Item::address).toList();
  }

  private static Listing.Item page(String address, String time) {
    return new Listing.Item(address, Optional.of(Instant.parse(time)), false);
  }

  @Test
  void readsRss() {
    Listing feed = read("""
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
        <link>http://varn-echo.example/</link><atom:link rel="self" href="http://varn-echo.example/f"/>
        <image><link>http://varn-echo.example/logo</link></image>
        <item><title>A</title><atom:link rel="related" href="/other"/>
          <link> http://varn-echo.example/a?x=1&amp;y=2 </link>
          <guid>http://varn-echo.example/?p=1</guid>
          <pubDate>Fri, 11 Oct 2024 19:30:00 +0200</pubDate></item>
        <item><guid isPermaLink="true">http://varn-echo.example/b</guid>
          <dc:date>2024-10-11T08:00:00+02:00</dc:date></item>
        <item><link><![CDATA[../c]]></link></item>
        <item><guid isPermaLink="false">http://varn-echo.example/no</guid></item>
        <item><link>mailto:desk@varn-echo.example</link></item>
        </channel></rss>
        """);
    assertThat(feed.items())
        .containsExactly(
            page("http://varn-echo.example/a?x=1&y=2", "2024-10-11T17:30:00Z"),
            page("http://varn-echo.example/b", "2024-10-11T06:00:00Z"),
            new Listing.Item("http://varn-echo.example/c", Optional.empty(), false));
    assertThat(feed.notes()).containsExactly("2 entries without the address of a page");
  }

  @Test
  void readsRdf() {
    assertThat(addresses(read("""
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns="http://purl.org/rss/1.0/"><channel><link>http://varn-echo.example/</link></channel>
        <item rdf:about="http://varn-echo.example/a"><title>A</title></item>
        <item rdf:about="http://varn-echo.example/x"><link>http://varn-echo.example/b</link></item>
        </rdf:RDF>
        """)))
        .containsExactly("http://varn-echo.example/a", "http://varn-echo.example/b");
  }

  @Test
  void readsAtom() {
    Listing feed = read("""
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://ostholm.example/base/">
        <link rel="self" href="http://varn-echo.example/feed"/><link href="http://varn-echo.example/"/>
        <entry><link rel="replies" href="/replies"/><link rel="enclosure" href="/a.mp3"/>
          <link rel="alternate" type="text/html" href="a"/><link href="/amp"/>
          <published>2024-10-10T08:00:00Z</published><updated>2024-10-11T08:00:00Z</updated></entry>
        <entry><link href="http://varn-echo.example/b"/></entry>
        <entry><link rel="edit" href="/c"/></entry>
        </feed>
        """);
    assertThat(feed.items())
        .containsExactly(
            page("http://ostholm.example/base/a", "2024-10-11T08:00:00Z"),
            new Listing.Item("http://varn-echo.example/b", Optional.empty(), false));
    assertThat(feed.notes()).containsExactly("1 entry without the address of a page");
  }

  @Test
  void readsANewsSitemap() {
    assertThat(read("""
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
            xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>http://varn-echo.example/a</loc><news:news><news:publication>
          <news:name>The Varn Echo</news:name><news:language>en</news:language></news:publication>
          <news:publication_date>2024-10-11T19:30:00+02:00</news:publication_date>
          <news:title>Lamp</news:title></news:news></url>
        <url><loc>http://ostholm.example/b?x=1&amp;y=2</loc><lastmod>2024-10-09</lastmod>
          <image:image xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <image:loc>http://ostholm.example/b.jpg</image:loc></image:image>
          <xhtml:link xmlns:xhtml="http://www.w3.org/1999/xhtml" rel="alternate" hreflang="de"
            href="http://ostholm.example/de/b"/></url>
        </urlset>
        """).items())
        .containsExactly(
            page("http://varn-echo.example/a", "2024-10-11T17:30:00Z"),
            page("http://ostholm.example/b?x=1&y=2", "2024-10-09T00:00:00Z"));
  }

  @Test
  void readsAnIndexOfSitemaps() {
    assertThat(read("""

        <?xml version="1.0"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>http://varn-echo.example/one.xml</loc><lastmod>2024-10-09</lastmod></sitemap>
        </sitemapindex>
        """).items())
        .containsExactly(new Listing.Item(
            "http://varn-echo.example/one.xml",
            Optional.of(Instant.parse("2024-10-09T00:00:00Z")),
            true));
  }

  @Test
  void takesWhatStandsBeforeABreak() {
    Listing feed = read("<rss><channel>\n<item><link>/a</link></item>\n<item><link>/b</li></item>");
    assertThat(addresses(feed)).containsExactly("http://varn-echo.example/a");
    assertThat(feed.notes())
        .containsExactly("is broken in line 3; only what stands before was taken");
    Listing map = read("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + "<url><loc>http://varn-echo.example/a</loc></url><url><loc>http://varn-e");
    assertThat(addresses(map)).containsExactly("http://varn-echo.example/a");
    assertThat(map.notes())
        .containsExactly("is broken in line 1; only what stands before was taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1251"})
  void readsOtherCharsets(String charset) {
    String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
    String text = mark + "<?xml version=\"1.0\" encoding=\"" + charset.replace("LE", "") + "\"?>"
        + "<rss><channel><item><title>Маяк</title><link>/маяк</link></item></channel></rss>";
    assertThat(addresses(find(text, Charset.forName(charset)).orElseThrow()))
        .containsExactly("http://varn-echo.example/%D0%BC%D0%B0%D1%8F%D0%BA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!doctype html><html><body><p>rss</p></body></html>",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>",
        "  \n<p>urlset</p>",
        "<opml><body><outline xmlUrl=\"http://varn-echo.example/feed\"/></body></opml>",
        "<<<",
        "{\"rss\": 1}",
      })
  void knowsWhatIsNone(String text) {
    assertThat(find(text, StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void opensNothingThatAFeedRefersTo() {
    Listing feed =
        read("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">"
            + "]><rss><channel><item><link>/a&x;</link></item></channel></rss>");
    assertThat(addresses(feed)).noneMatch(address -> address.contains("root"));
    StringBuilder laughs = new StringBuilder("<!DOCTYPE urlset [<!ENTITY a0 \"ha\">");
    for (int level = 1; level < 30; level++) {
      laughs.append("<!ENTITY a" + level + " \"&a" + (level - 1) + ";&a" + (level - 1) + ";\">");
    }
    String map = laughs + "]><urlset><url><loc>http://varn-echo.example/&a29;</loc></url></urlset>";
    assertThat(addresses(read(map))).allMatch(address -> address.length() < 100);
  }

  @Test
  void saysWhereASitemapHasMoreThanItMay() {
    StringBuilder map =
        new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (int page = 0; page < 50_010; page++) {
      map.append("<url><loc>http://varn-echo.example/").append(page).append("</loc></url>");
    }
    Listing listing = read(map.append("</urlset>").toString());
    assertThat(listing.items()).hasSize(50_000);
    assertThat(listing.notes()).anyMatch(note -> note.startsWith("has 50000 addresses or more;"));
  }

  @ParameterizedTest
  @CsvSource({
    "/sitemap.xml, true",
    "/news/sitemap-2024.xml.gz, true",
    "/sitemaps/1, true",
    "/feed, true",
    "/feed/, true",
    "/rss, true",
    "/politics.rss?x=1, true",
    "/index.atom, true",
    "/robots.txt, true",
    "/storm.html, false",
    "/feedback, false",
    "/story-about-rss, false",
    "/, false",
  })
  void knowsTheNamesOfLists(String target, boolean isList) {
    assertThat(Listing.isNamedSo(Address.of("http://varn-echo.example" + target)))
        .isEqualTo(isList);
  }
}
