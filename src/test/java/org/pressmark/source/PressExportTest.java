package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Field;

/// Exports of press databases: layouts after public descriptions, contents invented.
class PressExportTest {
  private static final String FIRST =
      "The storm reached the coast of Arvel at noon and took the roofs of three houses with it, the"
          + " harbour master said on Monday.";
  private static final String SECOND =
      "Nobody was hurt, but the ferry stays in the harbour until the wind has dropped, a spokeswoman said.";

  private static String fill(String text, Object... words) {
    return String.format(Locale.ROOT, text, words);
  }

  /// As Factiva shows an article, without codes.
  private static String factiva(
      String words, String day, String language, String by, String document, String number) {
    return fill("""
        Storm takes three roofs
        %s Ada Roth
        %s
        %s
        08:15
        The Coast
        COASTD
        %s
        (c) 2021 Coast Press. All rights reserved.

        %s

        %s

        %s COASTD0020210503eh530000%s

        """, by, words, day, language, FIRST, SECOND, document, number);
  }

  @ParameterizedTest
  @CsvSource({
    "512 words,3 May 2021,English,By,Document,en",
    "512 mots,3 mai 2021,Français,Par,Document,fr",
    "512 Wörter,3 Mai 2021,Deutsch,Von,Dokument,de",
    "512 palabras,3 mayo 2021,Español,Por,Documento,es",
    "512 slov,3 května 2021,Czech,By,Dokument,cs",
  })
  void readsFactivasLayout(
      String words, String day, String language, String by, String document, String tag) {
    Opened export = Opened.of(factiva(words, day, language, by, document, "1a")
        + factiva(words, day, language, by, document, "2b"));
    assertThat(export.size()).isEqualTo(2);
    assertThat(export.text(1)).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(export.given(1, Field.HEADLINE)).isEqualTo("Storm takes three roofs");
    assertThat(export.given(1, Field.PUBLISHER)).isEqualTo("The Coast");
    assertThat(export.given(1, Field.AUTHOR)).isEqualTo(by + " Ada Roth");
    assertThat(export.given(1, Field.DATE_PUBLISHED)).startsWith(day);
    assertThat(export.given(1, Field.IN_LANGUAGE)).isEqualTo(tag);
    assertThat(export.readable(1).reading().notes())
        .containsExactly("the export counts 512 words, 42 were read");
    assertThat(export.remarks())
        .containsExactly(
            "an export of a press database with 2 articles, with a document number below"
                + " each article");
  }

  @Test
  void readsFactivasCodes() {
    String article = fill("""
        SE   News
        HD   Storm takes
        three roofs
        BY   By Ada Roth
        WC   39 words
        PD   3 May 2021
        ET   08:15
        SN   The Coast
        SC   COASTD
        PG   4
        LA   English
        CY   (c) 2021 Coast Press

        LP   %s

        TD   %s

        RE   arvel : Arvel
        PUB  Coast Press
        AN   Document COASTD0020210503eh5300001

        """, FIRST, SECOND);
    Opened export =
        Opened.of(article + article.replace("three", "four") + article.replace("LP  ", "LP\n"));
    assertThat(export.size()).isEqualTo(3);
    assertThat(export.given(1, Field.HEADLINE)).isEqualTo("Storm takes four roofs");
    assertThat(export.text(0)).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(export.text(2)).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(export.given(0, Field.ARTICLE_SECTION)).isEqualTo("News");
    assertThat(export.given(0, Field.PUBLISHER)).isEqualTo("The Coast");
    assertThat(export.given(0, Field.IN_LANGUAGE)).isEqualTo("en");
    assertThat(export.readable(0).columns()).containsEntry(Field.HEADLINE, "HD");
  }

  /// As Nexis gave articles out before 2018: wrapped at some width, with labels in capitals.
  private static String nexis(
      int number, String count, String section, String length, String language) {
    return fill(
        """


                                %s


                                       The Coast

                                     %s

        Storm takes three roofs

        BYLINE: Ada Roth

        %s: NEWS; Pg. 4

        %s

        The storm reached the coast of Arvel at noon and took the roofs of three
        houses with it, the harbour master said on Monday.

        Nobody was hurt, but the ferry stays in the harbour until the wind has
        dropped, a spokeswoman said.

        LOAD-DATE: May 4, 2021

        %s

        GRAPHIC: The harbour of Arvel
        on Monday

        PUBLICATION-TYPE: Newspaper

                            Copyright 2021 Coast Press
                              All Rights Reserved
        """,
        count.replace("#", Integer.toString(number)),
        number % 2 == 0 ? "May 3, 2021 Monday" : "3. Mai 2021",
        section,
        length,
        language);
  }

  @ParameterizedTest
  @CsvSource({
    "# of 3 DOCUMENTS,SECTION,LENGTH: 39 words,LANGUAGE: ENGLISH,en",
    "Dokument # von 3,RUBRIK,LÄNGE: 39 Wörter,SPRACHE: DEUTSCH,de",
    "Document # de 3,RUBRIQUE,LONGUEUR: 39 mots,LANGUE: FRANÇAIS,fr",
    "# DE 3 DOCUMENTOS,SECCIÓN,LONGITUD: 39 palabras,IDIOMA: ESPAÑOL,es",
    "Dokument # av 3,AVSNITT,LENGTH: 39,LANGUAGE: SVENSKA,sv",
  })
  void readsNexisLayoutOfOldInAnyCharset(
      String count, String section, String length, String language, String tag) {
    StringBuilder text = new StringBuilder();
    for (int number = 1; number <= 3; number++) {
      text.append(nexis(number, count, section, length, language));
    }
    for (String charset : new String[] {"UTF-8", "windows-1252", "UTF-16"}) {
      Opened export = Opened.of(text.toString().getBytes(Charset.forName(charset)));
      assertThat(export.size()).isEqualTo(3);
      assertThat(export.given(1, Field.HEADLINE)).isEqualTo("Storm takes three roofs");
      assertThat(export.given(1, Field.PUBLISHER)).isEqualTo("The Coast");
      assertThat(export.given(1, Field.AUTHOR)).isEqualTo("Ada Roth");
      assertThat(export.given(1, Field.DATE_PUBLISHED)).contains("2021");
      assertThat(export.given(1, Field.IN_LANGUAGE)).isEqualTo(tag);
      assertThat(export.text(1)).endsWith(FIRST + "\n\n" + SECOND);
    }
  }

  /// As Nexis Uni gives articles out, with a cover before them.
  private static String uni(String body, String length, String load, String end) {
    return fill("""
        Storm takes three roofs
        The Coast
        May 3, 2021 Monday

        Copyright 2021 Coast Press All Rights Reserved
        Section: NEWS; Pg. 4
        %s
        Byline: Ada Roth
        Highlight: Nobody was hurt.
        %s

        %s

        %s

        %s
        %s
        """, length, body, FIRST, SECOND, load, end);
  }

  @ParameterizedTest
  @CsvSource({
    "Body,Length: 39 words,'Load-Date: May 4, 2021',End of Document",
    "Corps,Longueur: 39 mots,Date de chargement: 4 mai 2021,Fin du document",
    "Volltext,Länge: 39 Wörter,Update: 4. Mai 2021,Ende des Dokuments",
    "Cuerpo,Longitud: 39 palabras,Fecha de carga: 4 mayo 2021,Fin del documento",
  })
  void readsNexisUniWithItsCover(String body, String length, String load, String end) {
    String cover = "User Name: ada\nDate and Time: Tuesday, May 4, 2021 9:00 AM\n"
        + "Job Number: 1\nDocuments (2)\n1. Storm takes three roofs\nClient/Matter: -None-\n"
        + "Search Terms: storm\nSearch Type: Natural\nNarrowed by:\nContent Type\nNews\n"
        + "2. Storm takes three roofs\nClient/Matter: -None-\nSearch Terms: storm\n"
        + "Search Type: Natural\nNarrowed by:\nContent Type\nNews\n\n";
    Opened export =
        Opened.of(cover + uni(body, length, load, end) + "\n" + uni(body, length, load, end));
    assertThat(export.size()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(export.text(i)).isEqualTo(FIRST + "\n\n" + SECOND);
      assertThat(export.given(i, Field.HEADLINE)).isEqualTo("Storm takes three roofs");
      assertThat(export.given(i, Field.PUBLISHER)).isEqualTo("The Coast");
      assertThat(export.given(i, Field.AUTHOR)).isEqualTo("Ada Roth");
      assertThat(export.given(i, Field.ARTICLE_SECTION)).isEqualTo("NEWS");
      assertThat(export.given(i, Field.ALTERNATIVE_HEADLINE)).isEqualTo("Nobody was hurt.");
      assertThat(export.given(i, Field.DATE_PUBLISHED)).startsWith("May 3, 2021");
    }
    assertThat(export.readable(0).reading().notes().getFirst()).contains("the cover of the export");
  }

  @ParameterizedTest
  @CsvSource({
    "Title,Author,Publication title,Publication date,Full text,Language of publication,English,en",
    "Titre,Auteur,Titre de la publication,Date de publication,Texte intégral,Langue de publication,Français,fr",
    "Titel,Autor,Titel der Publikation,Publikationsdatum,Volltext,Publikationssprache,Deutsch,de",
    "Título,Autor,Título de publicación,Fecha de publicación,Texto completo,Idioma de la publicación,Español,es",
  })
  void readsLabelsThatBeginAnewWithEachArticle(
      String title,
      String author,
      String publication,
      String date,
      String text,
      String language,
      String name,
      String tag) {
    StringBuilder export = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      export
          .append("_".repeat(60))
          .append("\n\n")
          .append(title)
          .append(": Storm takes three roofs\n\n")
          .append(author)
          .append(": Roth, Ada\n\n")
          .append(publication)
          .append(": The Coast\n\n")
          .append(date)
          .append(": May 3, 2021\n\n")
          .append(text)
          .append(": ")
          .append(FIRST)
          .append("\n\n")
          .append(SECOND)
          .append("\n\n")
          .append(language)
          .append(": ")
          .append(name)
          .append("\n\n")
          .append("ProQuest document ID: 10000")
          .append(i)
          .append("\n\n")
          .append("Document URL: https://db.example/")
          .append(i)
          .append("\n\n");
    }
    for (String layout :
        new String[] {export.toString(), export.toString().replace("_".repeat(60), "")}) {
      Opened opened = Opened.of(layout);
      assertThat(opened.size()).isEqualTo(3);
      assertThat(opened.text(2)).isEqualTo(FIRST + "\n\n" + SECOND);
      assertThat(opened.given(2, Field.HEADLINE)).isEqualTo("Storm takes three roofs");
      assertThat(opened.given(2, Field.PUBLISHER)).isEqualTo("The Coast");
      assertThat(opened.given(2, Field.AUTHOR)).isEqualTo("Roth, Ada");
      assertThat(opened.given(2, Field.URL)).isEqualTo("https://db.example/3");
      assertThat(opened.given(2, Field.IN_LANGUAGE)).isEqualTo(tag);
    }
  }

  @Test
  void readsEuropressesLayout() {
    String article = fill("""
        Le Courrier d'Arvel, no. 1234
        Arvel, lundi 3 mai 2021, p. 4

        La tempête emporte trois toits

        Par Luc Arnal

        %s

        %s

        © 2021 Le Courrier d'Arvel. Tous droits réservés.
        news·20210503·CA·0123456789

        """, FIRST, SECOND);
    Opened export = Opened.of(article + article);
    assertThat(export.size()).isEqualTo(2);
    assertThat(export.text(1)).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(export.given(1, Field.HEADLINE)).isEqualTo("La tempête emporte trois toits");
    assertThat(export.given(1, Field.PUBLISHER)).isEqualTo("Le Courrier d'Arvel");
    assertThat(export.given(1, Field.AUTHOR)).isEqualTo("Par Luc Arnal");
  }

  @Test
  void readsEuropressesPages() {
    String article = fill("""
        <article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier
        d'Arvel, no. 1234</span></div><span class="DocHeader">lundi 3 mai 2021</span>
        <div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">La tempête emporte
        trois toits</p></div><div class="docAuthors">Luc Arnal</div></header>
        <section><div class="docOcurrContainer"><p>%s</p><p>%s</p></div></section></article>
        """, FIRST, SECOND);
    Opened export = Opened.of("<html><head><title>Europresse</title></head><body>" + article
        + article + article + "</body></html>");
    assertThat(export.size()).isEqualTo(3);
    assertThat(export.text(2)).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(export.given(2, Field.HEADLINE)).isEqualTo("La tempête emporte trois toits");
    assertThat(export.given(2, Field.PUBLISHER)).isEqualTo("Le Courrier d'Arvel");
    assertThat(export.given(2, Field.AUTHOR)).isEqualTo("Luc Arnal");
    assertThat(export.given(2, Field.DATE_PUBLISHED)).isEqualTo("lundi 3 mai 2021");
  }

  @Test
  void readsFactivasPages() {
    String article = fill("""
        <div class="article enArticle"><div id="hd"><span class="enHeadline">Storm takes three roofs</span></div>
        <div class="author">By Ada Roth</div><div>39 words</div><div>3 May 2021</div><div>The Coast</div>
        <div>COASTD</div><div>English</div><div>(c) 2021 Coast Press</div>
        <p class="articleParagraph enarticleParagraph">%s</p><p class="articleParagraph">%s</p>
        <p>Document COASTD0020210503eh5300001</p></div>
        """, FIRST, SECOND);
    Opened export = Opened.of(
        "<html><head><title>Factiva</title></head><body>" + article + article + "</body></html>");
    assertThat(export.size()).isEqualTo(2);
    assertThat(export.text(1)).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(export.given(1, Field.HEADLINE)).isEqualTo("Storm takes three roofs");
    assertThat(export.given(1, Field.PUBLISHER)).isEqualTo("The Coast");
  }

  @Test
  void readsRichText() {
    StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi ");
    String text = uni("Body", "Length: 39 words", "Load-Date: May 4, 2021", "End of Document");
    (text + text + text).lines().forEach(line -> rtf.append(line).append("\\par\n"));
    Opened export = Opened.of(rtf.append("}").toString());
    assertThat(export.size()).isEqualTo(3);
    assertThat(export.text(1)).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(export.given(1, Field.HEADLINE)).isEqualTo("Storm takes three roofs");
    assertThat(export.given(1, Field.PUBLISHER)).isEqualTo("The Coast");
  }

  @Test
  void keepsTheBytesOfAnArticleInPlainText() {
    String one = factiva("512 words", "3 May 2021", "English", "By", "Document", "1a");
    String other = factiva("512 words", "4 May 2021", "English", "By", "Document", "2b");
    Opened export = Opened.of(one + other);
    assertThat(new String(export.capture(0).bytes(), UTF_8)).isEqualTo(one.stripTrailing() + "\n");
    assertThat(Opened.of(one + other).capture(1).mark())
        .isEqualTo(export.capture(1).mark());
  }

  @Test
  void splitsWhatLacksHalfOfItsFields() {
    String bare = "3 of 4 DOCUMENTS\n\nThe Coast\n\nMay 3, 2021\n\nStorm takes three roofs\n\n"
        + FIRST + "\n\n" + SECOND + "\n\nLANGUAGE: ENGLISH\n\n";
    Opened export = Opened.of(bare.replace("3 of", "1 of")
        + bare.replace("3 of", "2 of")
        + bare
        + bare.replace("3 of", "4 of"));
    assertThat(export.size()).isEqualTo(4);
    assertThat(export.text(3)).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(export.given(3, Field.HEADLINE)).isEqualTo("Storm takes three roofs");
  }

  @Test
  void keepsAFileAsOneDocumentWhereItIsInDoubtAndSaysSo() {
    String strange = "1 of 2 DOCUMENTS\n\n" + FIRST + "\n\n2 of 2 DOCUMENTS\n\n" + SECOND + "\n";
    Opened export = Opened.of(strange);
    assertThat(export.size()).isEqualTo(1);
    assertThat(export.text(0)).isEqualTo(strange);
    assertThat(export.remarks()).hasSize(1);
    assertThat(export.remarks().getFirst()).startsWith("looks like an export of 2 articles");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Storm takes three roofs\\n\\nBy Ada Roth\\n3 May 2021\\n\\nThe storm came. It went.\\n",
        "Title: Storm\\nAuthor: Ada\\nDate: 3 May 2021\\n\\nThe storm came.\\n",
        "Part 1 of 2\\n\\nThe storm came. It was loud, and it was wet.\\n",
        "Results\\n\\n3 of 5\\n4 of 5\\n\\nThe storm came.\\n",
        "________________________\\nOne.\\n________________________\\nTwo.\\n",
        "Question: why?\\nAnswer: so.\\nQuestion: how?\\nAnswer: thus.\\n",
      })
  void takesNoTextForAnExport(String text) {
    String whole = text.replace("\\n", "\n");
    assertThat(Opened.of(whole).size()).isEqualTo(1);
    assertThat(Opened.of(whole).text(0)).isEqualTo(whole);
  }
}
