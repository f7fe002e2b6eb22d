package org.pressmark.source.table;

import static org.pressmark.article.Field.ALTERNATIVE_HEADLINE;
import static org.pressmark.article.Field.ARTICLE_SECTION;
import static org.pressmark.article.Field.AUTHOR;
import static org.pressmark.article.Field.CAPTION;
import static org.pressmark.article.Field.CREDIT_TEXT;
import static org.pressmark.article.Field.DATE_MODIFIED;
import static org.pressmark.article.Field.DATE_PUBLISHED;
import static org.pressmark.article.Field.DESCRIPTION;
import static org.pressmark.article.Field.HEADLINE;
import static org.pressmark.article.Field.IMAGE;
import static org.pressmark.article.Field.IN_LANGUAGE;
import static org.pressmark.article.Field.IS_ACCESSIBLE_FOR_FREE;
import static org.pressmark.article.Field.KEYWORDS;
import static org.pressmark.article.Field.LOCATION_CREATED;
import static org.pressmark.article.Field.PUBLISHER;
import static org.pressmark.article.Field.SOURCE_ORGANIZATION;
import static org.pressmark.article.Field.URL;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pressmark.article.Field;

/// What scrapers and press databases call the fields of a record.
///
/// Names are compared without case, `_`, `-`, `:`, `.`, `@` and blanks: `date_published`,
/// `datePublished` and `Date published` are one name.
public final class RecordKey {
  /// The text of the story.
  private static final Set<String> TEXT = Set.of(
      "text",
      "body",
      "content",
      "articlebody",
      "maintext",
      "fulltext",
      "article",
      "articletext",
      "articlecontent",
      "bodytext",
      "bodyplain",
      "storytext",
      "plaintext",
      "cleantext",
      "cleanedtext",
      "rawtext",
      "contenttext",
      "paragraphs",
      "story",
      "textcontent",
      "fullcontent",
      "newscontent",
      "newstext",
      "articlefulltext",
      "extractedtext",
      "texte",
      "contenu",
      "inhalt",
      "volltext",
      "texto",
      "cuerpo",
      "contenido",
      "testo",
      "正文",
      "内容",
      "текст");

  /// A page, or the story with its markup.
  private static final Set<String> HTML = Set.of(
      "html",
      "rawhtml",
      "bodyhtml",
      "contenthtml",
      "articlehtml",
      "htmlcontent",
      "htmlbody",
      "pagehtml",
      "sourcehtml",
      "contentencoded",
      "articlebodyhtml",
      "cleanhtml",
      "responsebody");

  /// The first name that a record has is the one that counts.
  public static final Map<Field, List<String>> NAMES = Map.ofEntries(
      Map.entry(
          HEADLINE,
          List.of(
              "headline",
              "title",
              "articletitle",
              "webtitle",
              "heading",
              "ogtitle",
              "name",
              "titre",
              "titel",
              "titulo",
              "título",
              "titular",
              "überschrift",
              "titolo",
              "标题",
              "заголовок")),
      Map.entry(
          ALTERNATIVE_HEADLINE,
          List.of(
              "alternativeheadline",
              "subheadline",
              "subhead",
              "subtitle",
              "standfirst",
              "deck",
              "dek")),
      Map.entry(
          AUTHOR,
          List.of(
              "author",
              "authors",
              "byline",
              "creator",
              "dccreator",
              "writer",
              "reporter",
              "authorname",
              "writtenby",
              "journalist",
              "auteur",
              "auteurs",
              "autor",
              "autoren",
              "autores",
              "autore",
              "作者",
              "автор")),
      Map.entry(
          DATE_PUBLISHED,
          List.of(
              "datepublished",
              "publisheddate",
              "datepublish",
              "publishdate",
              "publishedat",
              "publishedon",
              "published",
              "publicationdate",
              "pubdate",
              "webpublicationdate",
              "date",
              "datecreated",
              "createdat",
              "created",
              "datetime",
              "timestamp",
              "time",
              "publishingdate",
              "seendate",
              "pubtime",
              "publishtime",
              "datum",
              "fecha",
              "data",
              "日期",
              "дата")),
      Map.entry(
          DATE_MODIFIED,
          List.of(
              "datemodified",
              "modifieddate",
              "datemodify",
              "modifiedat",
              "modified",
              "dateupdated",
              "updatedat",
              "updated",
              "lastmodified",
              "lastupdated")),
      Map.entry(
          ARTICLE_SECTION,
          List.of(
              "articlesection",
              "section",
              "sectionname",
              "category",
              "categories",
              "rubric",
              "desk",
              "rubrique",
              "rubrik",
              "ressort",
              "sección",
              "seccion",
              "栏目")),
      Map.entry(
          PUBLISHER,
          List.of(
              "publisher",
              "outlet",
              "newspaper",
              "publication",
              "sitename",
              "site",
              "sourcename",
              "medianame",
              "source",
              "sourcedomain",
              "domain",
              "sourcehostname",
              "hostname",
              "canonicaldomain",
              "sourcecommonname",
              "journal",
              "zeitung",
              "periódico",
              "periodico",
              "medio")),
      Map.entry(
          IN_LANGUAGE,
          List.of(
              "inlanguage",
              "language",
              "lang",
              "languagecode",
              "metalang",
              "langue",
              "sprache",
              "idioma")),
      Map.entry(
          URL,
          List.of(
              "url",
              "canonicalurl",
              "articleurl",
              "weburl",
              "pageurl",
              "link",
              "permalink",
              "sourceurl",
              "uri",
              "href",
              "requestedurl",
              "originalurl",
              "canonicallink",
              "documentidentifier")),
      Map.entry(
          IMAGE,
          List.of(
              "image",
              "imageurl",
              "urltoimage",
              "topimage",
              "images",
              "thumbnail",
              "mainimage",
              "socialimage")),
      Map.entry(KEYWORDS, List.of("keywords", "tags", "topics", "metakeywords")),
      Map.entry(
          DESCRIPTION,
          List.of(
              "description",
              "summary",
              "abstract",
              "lead",
              "excerpt",
              "teaser",
              "metadescription")),
      Map.entry(
          SOURCE_ORGANIZATION,
          List.of("sourceorganization", "agency", "newsagency", "wire", "wireservice")),
      Map.entry(LOCATION_CREATED, List.of("locationcreated", "dateline")),
      Map.entry(CAPTION, List.of("caption", "imagecaption", "photocaption")),
      Map.entry(CREDIT_TEXT, List.of("credittext", "imagecredit", "photocredit")),
      Map.entry(IS_ACCESSIBLE_FOR_FREE, List.of("isaccessibleforfree")));

  private RecordKey() {}

  /// Whether a field of this name has the story in it, with or without markup.
  public static boolean isText(String key) {
    String plain = plain(key);
    return TEXT.contains(plain) || HTML.contains(plain);
  }

  public static boolean isHtml(String key) {
    return HTML.contains(plain(key));
  }

  public static String plain(String key) {
    StringBuilder plain = new StringBuilder(key.length());
    key.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
