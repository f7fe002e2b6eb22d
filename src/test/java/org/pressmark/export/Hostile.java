package org.pressmark.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Edition;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Reading;

/// Invented articles as they come, and as nobody wants them.
final class Hostile {
  static final Letterhead HEAD = new Letterhead("pressmark 0.1.0", Optional.of("ferry OR \"=x\""));

  private Hostile() {}

  static List<Item> items() {
    return List.of(plain(), formula(), rightToLeft(), bare(), yearOnly(), set());
  }

  private static Item item(String name, List<Block> blocks, Fact... facts) {
    return new Item(
        new Article(
            Mark.of(name.getBytes(StandardCharsets.UTF_8)),
            Origin.of("press/" + name),
            new Reading("text/html", "utf-8", "meta", List.of()),
            Facts.of(List.of(facts)),
            new Body(blocks),
            List.of()),
        Optional.of("https://quay.example/" + name),
        Optional.of(Instant.parse("2024-10-12T06:30:00Z")),
        Optional.of(new Edition("pressmark 0.1.0", "3f9ac21b0d4e")));
  }

  private static Fact fact(Field field, String... values) {
    return Samples.fact(field, values);
  }

  private static Item plain() {
    return item(
        "ferry.html",
        List.of(
            new Block(Block.Kind.HEADING, 2, "What Dr. Halvorsen saw"),
            Block.paragraph("Dr. Halvorsen didn't wait. \"The ferry sails at 18.30,\" she said!"),
            Block.paragraph("It sailed.")),
        fact(Field.HEADLINE, "Ferry of Ostwick & Sons sails again"),
        fact(Field.ALTERNATIVE_HEADLINE, "After forty years"),
        fact(Field.AUTHOR, "Mina Halvorsen", "Ludo van den Berg", "Norland News Agency"),
        fact(Field.DATE_PUBLISHED, "2024-10-11T19:30:00+02:00"),
        fact(Field.DATE_MODIFIED, "2024-10-12T08:00:00+02:00"),
        fact(Field.ARTICLE_SECTION, "Local", "Harbour"),
        fact(Field.PUBLISHER, "The Varn Echo"),
        fact(Field.SOURCE_ORGANIZATION, "NNA"),
        fact(Field.LOCATION_CREATED, "OSTWICK"),
        fact(Field.IN_LANGUAGE, "en"),
        fact(Field.URL, "https://varn-echo.example/ferry?a=1&b={2}#c_d%20"),
        fact(Field.KEYWORDS, "ferry", "ships; boats"),
        fact(Field.DESCRIPTION, "A ferry sails."),
        fact(Field.IS_ACCESSIBLE_FOR_FREE, "true"),
        fact(Field.TYPE, "NewsArticle"));
  }

  /// What a spreadsheet would run, LaTeX obey, and a table take for another column.
  private static Item formula() {
    return item(
        "formula.html",
        List.of(
            Block.paragraph("=cmd|' /C calc'!A0\tand\u0001more\u0007, 100 % {of} it_ ~ ^ \\ $ #1"),
            Block.paragraph("<doc id=\"x\"> & </doc> \u0085next\u2028line ]]> \"quoted\""),
            new Block(Block.Kind.TABLE, 0, "Gull\t40"),
            new Block(Block.Kind.PREFORMATTED, 0, "a\r\n  b\n# c")),
        fact(Field.HEADLINE, "=cmd|' /C calc'!A0"),
        fact(Field.AUTHOR, "@sum {and} and \\input", "-1+1"),
        fact(Field.DATE_PUBLISHED, "2024-02-30"),
        fact(Field.PUBLISHER, "Tab\there\nand \"there\"; a %20 {b}\u0000"),
        fact(Field.IN_LANGUAGE, "en\" x=\""),
        fact(Field.URL, "https://quay.example/a b?\"c\"&d\\}"),
        fact(Field.TYPE, "PaywallStub"));
  }

  private static Item rightToLeft() {
    return item(
        "rtl.html",
        List.of(
            Block.paragraph("أبحرت العبارة صباح اليوم. قال القبطان: «لا بأس»."),
            Block.paragraph("渡轮今天早上启航。船长说没问题。"),
            Block.paragraph("A whale \ud83d\udc33 \ud835\udd38! \ud800 half \udc33")),
        fact(Field.HEADLINE, "العبارة تبحر \ud83d\udea2"),
        fact(Field.AUTHOR, "ليلى حداد"),
        fact(Field.DATE_PUBLISHED, "2023-05"),
        fact(Field.PUBLISHER, "بريد المرفأ"),
        fact(Field.IN_LANGUAGE, "ar"));
  }

  /// Of which nothing is known.
  private static Item bare() {
    return item("bare.txt", List.of(Block.paragraph("Nothing is known of this.")));
  }

  private static Item yearOnly() {
    return item(
        "year.html",
        List.of(Block.paragraph("A story of 1987.")),
        fact(Field.HEADLINE, "A year,\nand no more"),
        fact(Field.AUTHOR, "Ana de la Cruz Jr."),
        fact(Field.DATE_PUBLISHED, "1987"),
        fact(Field.PUBLISHER, "Diário de Ostwick"));
  }

  /// Every kind of block.
  private static Item set() {
    Article all = Samples.everything();
    return item("set.html", all.body().blocks(), fact(Field.IN_LANGUAGE, "en"));
  }
}
