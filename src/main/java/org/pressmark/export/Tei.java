package org.pressmark.export;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.article.Article;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;

/// TEI P5 (4.9): one corpus, a `TEI` a document, with the facts in its header.
final class Tei implements Export {
  private static final String OPENING = """
      <?xml version="1.0" encoding="UTF-8"?>
      <teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
      <teiHeader>
      <fileDesc>
      <titleStmt><title>Press articles</title></titleStmt>
      <publicationStmt><p>Cleaned by Pressmark; not published.</p></publicationStmt>
      <sourceDesc><p>Pages and texts as they are named in each document's header.</p></sourceDesc>
      </fileDesc>
      </teiHeader>
      """;

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8}){0,8}");
  private static final Pattern MOMENT = Pattern.compile(
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?");

  @Override
  public String name() {
    return "tei";
  }

  @Override
  public String about() {
    return "TEI P5 for text editors and corpora: header, divisions, lists, tables, links";
  }

  @Override
  public String opening() {
    return OPENING;
  }

  @Override
  public String closing() {
    return "</teiCorpus>\n";
  }

  @Override
  public String write(Article article, Cuts cuts) {
    Facts facts = article.facts();
    StringBuilder tei = new StringBuilder("<TEI");
    language(facts)
        .ifPresent(tag -> tei.append(" xml:lang=\"").append(escape(tag)).append('"'));
    tei.append(">\n").append(header(article));
    tei.append("<text>\n<body>\n");
    new TeiBody(tei).write(article.body().blocks());
    return tei.append("</body>\n</text>\n</TEI>\n").toString();
  }

  private static String header(Article article) {
    Facts facts = article.facts();
    String title = facts.value(Field.HEADLINE).orElse(article.origin().name());
    return "<teiHeader>\n<fileDesc>\n<titleStmt>"
        + element("title", title)
        + elements("author", facts.values(Field.AUTHOR))
        + "</titleStmt>\n<publicationStmt><authority>Pressmark</authority>"
        + "<idno type=\"pressmark\">" + article.mark() + "</idno></publicationStmt>\n"
        + "<sourceDesc>\n<bibl>"
        + element("title", title)
        + elements("author", facts.values(Field.AUTHOR))
        + elements("publisher", facts.values(Field.PUBLISHER))
        + date(facts)
        + facts
            .value(Field.URL)
            .map(url -> "<ref target=\"" + address(url) + "\">" + escape(url) + "</ref>")
            .orElse("")
        + element("idno type=\"source\"", "idno", article.origin().toString())
        + "</bibl>\n</sourceDesc>\n</fileDesc>\n"
        + profile(facts)
        + "</teiHeader>\n";
  }

  private static String date(Facts facts) {
    return facts.get(Field.DATE_PUBLISHED).map(Fact::value).map(Tei::date).orElse("");
  }

  /// With `when` as far as XML Schema knows such a date (part 2, 3.2.7 to 3.2.11).
  static String date(String date) {
    return when(date)
        .map(when -> "<date when=\"" + when + "\">" + escape(date) + "</date>")
        .orElse("<date>" + escape(date) + "</date>");
  }

  static Optional<String> when(String date) {
    return MOMENT.matcher(date).matches()
        ? Optional.of(date)
        : Day.of(date).filter(Tei::isReal).map(Day::toString);
  }

  private static boolean isReal(Day day) {
    return day.day().isEmpty()
        || Integer.parseInt(day.day().get())
            <= YearMonth.of(Integer.parseInt(day.year()), day.monthNumber().orElseThrow())
                .lengthOfMonth();
  }

  /// What `xml:lang` may be (XML Schema 2, 3.3.3).
  private static Optional<String> language(Facts facts) {
    return facts.value(Field.IN_LANGUAGE).filter(tag -> LANGUAGE.matcher(tag).matches());
  }

  /// Language, sections, keywords and what the page is.
  private static String profile(Facts facts) {
    StringBuilder profile = new StringBuilder();
    language(facts)
        .ifPresent(tag -> profile
            .append("<langUsage><language ident=\"")
            .append(escape(tag))
            .append("\"/></langUsage>\n"));
    StringBuilder terms = new StringBuilder();
    for (Field field : List.of(Field.ARTICLE_SECTION, Field.KEYWORDS, Field.TYPE)) {
      if (!facts.values(field).isEmpty()) {
        terms
            .append("<keywords n=\"")
            .append(field.schemaName())
            .append("\">")
            .append(elements("term", facts.values(field)))
            .append("</keywords>\n");
      }
    }
    if (!terms.isEmpty()) {
      profile.append("<textClass>\n").append(terms).append("</textClass>\n");
    }
    return profile.isEmpty() ? "" : "<profileDesc>\n" + profile + "</profileDesc>\n";
  }

  private static String elements(String name, List<String> values) {
    StringBuilder all = new StringBuilder();
    values.forEach(value -> all.append(element(name, value)));
    return all.toString();
  }

  private static String element(String name, String value) {
    return element(name, name, value);
  }

  private static String element(String opening, String name, String value) {
    return "<" + opening + ">" + escape(value) + "</" + name + ">";
  }

  /// An address as an attribute that has to be one (XML Schema 2, 3.2.17).
  static String address(String href) {
    return escape(href.replace(" ", "%20").replace("\t", "%09").replace("\n", "%0A"));
  }

  /// With nothing in it that XML 1.0 has no place for (2.2): control characters have pictures in
  /// Unicode, and halves of pairs have none.
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\t', '\n' -> safe.append(c);
        default -> {
          if (Character.isHighSurrogate(c)
              && at + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(at + 1))) {
            safe.append(c).append(text.charAt(++at));
          } else if (Character.isSurrogate(c) || c >= '\ufffe') {
            safe.append('\ufffd');
          } else {
            safe.append(c < ' ' ? (char) (c + '\u2400') : c);
          }
        }
      }
    }
    return safe.toString();
  }
}
