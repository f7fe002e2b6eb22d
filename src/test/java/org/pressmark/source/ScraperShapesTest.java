package org.pressmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Field;

/// Records in the shapes that known scrapers and databases give them, after their public
/// descriptions.
class ScraperShapesTest {
  private static final String TEXT = "The storm came at noon.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // news-please
        "{'authors':['Ada Roth'],'date_download':'2021-05-04 09:00:00','date_publish':'2021-05-03"
            + " 08:15:00','filename':'a.json','image_url':null,'language':'en','localpath':null,'maintext':'%s',"
            + "'source_domain':'coast.example','title':'Storm','title_page':null,'url':'https://coast.example/a'}",
        // newspaper3k and 4k
        "{'source_url':'https://coast.example','url':'https://coast.example/a','title':'Storm','text':'%s',"
            + "'authors':['Ada Roth'],'publish_date':1620029700,'top_image':'','meta_lang':'en','keywords':[],"
            + "'tags':[],'summary':'','meta_description':'Short.','canonical_link':'https://coast.example/a'}",
        // Fundus
        "{'title':'Storm','authors':['Ada Roth'],'publishing_date':'2021-05-03 08:15:00+00:00','topics':['Sea'],"
            + "'free_access':true,'body':{'summary':[],'sections':[{'headline':[],'paragraphs':['%s']}]},"
            + "'url':'https://coast.example/a','lang':'en','publisher':'coast.example'}",
        // Media Cloud
        "{'id':'9f','indexed_date':'2021-05-04 00:00:00','language':'en','media_name':'coast.example','media_url':"
            + "'coast.example','publish_date':'2021-05-03','title':'Storm','url':'https://coast.example/a','text':'%s',"
            + "'author':'Ada Roth'}",
        // Scrapy items
        "{'url':['https://coast.example/a'],'title':['Storm'],'author':['Ada Roth'],'date':['2021-05-03'],"
            + "'body':['%s'],'language':['en']}",
        // trafilatura
        "{'title':'Storm','author':'Ada Roth','hostname':'coast.example','date':'2021-05-03','categories':'Sea;Wind',"
            + "'tags':'','fingerprint':'aa','id':null,'license':null,'comments':'','raw_text':'x','text':'%s',"
            + "'language':'en','image':null,'pagetype':null,'source':'https://coast.example/a',"
            + "'source-hostname':'coast.example','excerpt':'Short.'}",
        // GDELT-like, with a text beside it
        "{'url':'https://coast.example/a','title':'Storm','seendate':'20210503T081500Z','socialimage':'',"
            + "'domain':'coast.example','language':'en','sourcecountry':'Arvel','text':'%s','author':'Ada Roth'}",
        // dumps made of Common Crawl's news
        "{'requested_url':'https://coast.example/a','plain_text':'%s','published_date':'2021-05-03','title':'Storm',"
            + "'author':'Ada Roth','sitename':'coast.example','language':'en','categories':[],'tags':[]}",
        // a search engine's dump
        "{'_index':'news','_id':'1','_source':{'title':'Storm','content':'%s','author':'Ada Roth','lang':'en',"
            + "'published':'2021-05-03','url':'https://coast.example/a'}}",
        // a database's dump
        "{'_id':{'$oid':'60'},'title':'Storm','text':'%s','author':'Ada Roth','url':'https://coast.example/a',"
            + "'lang':'en','published':{'$date':{'$numberLong':'1620029700000'}}}",
      })
  void areKnown(String json) {
    Opened opened = Opened.of(json.replace('\'', '"').replace("%s", TEXT) + "\n");
    assertThat(opened.text(0)).isEqualTo(TEXT);
    assertThat(opened.given(0, Field.HEADLINE)).isEqualTo("Storm");
    assertThat(opened.given(0, Field.AUTHOR)).isEqualTo("Ada Roth");
    assertThat(opened.given(0, Field.DATE_PUBLISHED)).startsWith("2021-05-03");
    assertThat(opened.given(0, Field.URL)).isEqualTo("https://coast.example/a");
    assertThat(opened.given(0, Field.IN_LANGUAGE)).isEqualTo("en");
  }

  @Test
  void keepTheirNamesInOtherLanguages() {
    Opened opened = Opened.of("""
        Titel;Autor;Datum;Inhalt
        Sturm;Ada Roth;3.5.2021;Der Sturm kam.
        Ruhe;Ben Okri;4.5.2021;Er ging.
        """);
    assertThat(opened.text(1)).isEqualTo("Er ging.");
    assertThat(opened.given(1, Field.DATE_PUBLISHED)).isEqualTo("4.5.2021");
  }
}
