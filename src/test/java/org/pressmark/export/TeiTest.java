package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Article;
import org.pressmark.article.Field;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class TeiTest {
  private static String write(Article article) {
    return new Tei().write(article, Export.Cuts.HIDDEN);
  }

  private static String body(Article article) {
    String tei = write(article);
    return tei.substring(tei.indexOf("<body>\n") + 7, tei.indexOf("</body>"));
  }

  /// A parser's word for it.
  private static Document parsed(Article article)
      throws IOException, ParserConfigurationException, SAXException {
    Tei tei = new Tei();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(tei.opening() + write(article) + tei.closing())));
  }

  @Test
  void setsEveryKindOfBlockInDivisions() {
    assertThat(body(Samples.everything())).isEqualTo("""
            <div>
            <p>The <hi rend="bold">old</hi> ferry of <ref target="https://quay.example/a?b&amp;c">Ostwick &amp; Sons</ref> sails <hi rend="italic">again</hi>.</p>
            <div>
            <head>What to bring</head>
            <list rend="numbered">
            <item>A rope<list rend="bulleted">
            <item>of hemp</item>
            </list>
            </item>
            <item>A hat</item>
            <item n="5">A <code>map[x]</code></item>
            </list>
            <table>
            <row role="label"><cell role="label">Ship</cell><cell role="label">Seats</cell></row>
            <row><cell role="label">Gull</cell><cell>40</cell></row>
            </table>
            <quote>It floats.<lb/>It did before.</quote>
            <figure><figDesc>The ferry. <ref target="/photo">Photo</ref></figDesc></figure>
            <ab type="preformatted" xml:space="preserve">  if (late) {
                wait();
              }</ab>
            <div type="entry">
            <opener><date when="2024-03-11T18:20:00+01:00">2024-03-11 18:20</date></opener>
            <p>The ferry has left.</p>
            </div>
            </div>
            </div>
            """);
  }

  @Test
  void isWellFormedWhateverTheArticleSays()
      throws IOException, ParserConfigurationException, SAXException {
    Article article = Samples.article(
        "]]> <b>&amp; \u0001 \uffff \ud800 \ud83d\ude00 --> <?x?>",
        Samples.fact(Field.HEADLINE, "\"<&>\" \u0000"),
        Samples.fact(Field.URL, "https://quay.example/a b?\"c\"&d"),
        Samples.fact(Field.IN_LANGUAGE, "en\" x=\""));
    Document tei = parsed(article);
    assertThat(tei.getElementsByTagName("p").item(2).getTextContent())
        .isEqualTo("]]> <b>&amp; ␁ \ufffd \ufffd \ud83d\ude00 --> <?x?>");
    assertThat(tei.getElementsByTagName("title").item(1).getTextContent()).isEqualTo("\"<&>\" ␀");
  }

  @Test
  void putsTheFactsIntoTheHeader() {
    assertThat(write(Samples.article(
            "Told.",
            Samples.fact(Field.HEADLINE, "Storm"),
            Samples.fact(Field.AUTHOR, "Mina Halvorsen", "Jo Berg"),
            Samples.fact(Field.DATE_PUBLISHED, "2021-09-29"),
            Samples.fact(Field.IN_LANGUAGE, "en"),
            Samples.fact(Field.KEYWORDS, "sea", "wind"))))
        .startsWith(
            "<TEI xml:lang=\"en\">\n<teiHeader>\n<fileDesc>\n<titleStmt><title>Storm</title>"
                + "<author>Mina Halvorsen</author><author>Jo Berg</author></titleStmt>\n")
        .contains("<date when=\"2021-09-29\">2021-09-29</date>")
        .contains("<langUsage><language ident=\"en\"/></langUsage>")
        .contains("<keywords n=\"keywords\"><term>sea</term><term>wind</term></keywords>");
  }
}
