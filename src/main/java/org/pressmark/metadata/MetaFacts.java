package org.pressmark.metadata;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.article.PageKind;
import org.pressmark.metadata.Clippings.Meta;

/// What the `meta` tags say: OpenGraph, Dublin Core, Parse.ly, Sailthru, Highwire and plain ones.
final class MetaFacts implements Witness {
  /// What a name speaks of, and how far it is to be believed.
  private record Says(Field field, double confidence) {}

  /// A tag that says no more than `date`.
  static final double OF_SOME_DATE = .55;

  private static final Map<String, Says> NAMES = Map.ofEntries(
      entry("og:title", new Says(Field.HEADLINE, .85)),
      entry("citation_title", new Says(Field.HEADLINE, .85)),
      entry("parsely-title", new Says(Field.HEADLINE, .8)),
      entry("sailthru.title", new Says(Field.HEADLINE, .8)),
      entry("twitter:title", new Says(Field.HEADLINE, .75)),
      entry("dcterms.title", new Says(Field.HEADLINE, .7)),
      entry("dc.title", new Says(Field.HEADLINE, .7)),
      entry("dc:title", new Says(Field.HEADLINE, .7)),
      entry("hdl", new Says(Field.HEADLINE, .8)),
      entry("headline", new Says(Field.HEADLINE, .8)),
      entry("title", new Says(Field.HEADLINE, .6)),
      entry("dcterms.alternative", new Says(Field.ALTERNATIVE_HEADLINE, .7)),
      entry("dc.title.alternative", new Says(Field.ALTERNATIVE_HEADLINE, .7)),
      entry("subtitle", new Says(Field.ALTERNATIVE_HEADLINE, .6)),
      entry("subheadline", new Says(Field.ALTERNATIVE_HEADLINE, .6)),
      entry("citation_author", new Says(Field.AUTHOR, .85)),
      entry("parsely-author", new Says(Field.AUTHOR, .8)),
      entry("sailthru.author", new Says(Field.AUTHOR, .8)),
      entry("byl", new Says(Field.AUTHOR, .8)),
      entry("cxenseparse:author", new Says(Field.AUTHOR, .75)),
      entry("article:author", new Says(Field.AUTHOR, .75)),
      entry("article:author_name", new Says(Field.AUTHOR, .75)),
      entry("og:article:author", new Says(Field.AUTHOR, .7)),
      entry("author", new Says(Field.AUTHOR, .75)),
      entry("authors", new Says(Field.AUTHOR, .75)),
      entry("article.author", new Says(Field.AUTHOR, .75)),
      entry("rbauthors", new Says(Field.AUTHOR, .7)),
      entry("dcsext.author", new Says(Field.AUTHOR, .7)),
      entry("dcterms.creator", new Says(Field.AUTHOR, .7)),
      entry("dc.creator", new Says(Field.AUTHOR, .7)),
      entry("dc:creator", new Says(Field.AUTHOR, .7)),
      entry("vr:author", new Says(Field.AUTHOR, .7)),
      entry("creator", new Says(Field.AUTHOR, .6)),
      entry("og:author", new Says(Field.AUTHOR, .7)),
      entry("twitter:data1", new Says(Field.AUTHOR, .7)),
      entry("article:published_time", new Says(Field.DATE_PUBLISHED, .9)),
      entry("article:published", new Says(Field.DATE_PUBLISHED, .85)),
      entry("article.published", new Says(Field.DATE_PUBLISHED, .85)),
      entry("article:published_date", new Says(Field.DATE_PUBLISHED, .85)),
      entry("article:publication_date", new Says(Field.DATE_PUBLISHED, .85)),
      entry("og:article:published_time", new Says(Field.DATE_PUBLISHED, .85)),
      entry("og:published_time", new Says(Field.DATE_PUBLISHED, .85)),
      entry("og:pubdate", new Says(Field.DATE_PUBLISHED, .85)),
      entry("published_time", new Says(Field.DATE_PUBLISHED, .8)),
      entry("published_at", new Says(Field.DATE_PUBLISHED, .8)),
      entry("datepublished", new Says(Field.DATE_PUBLISHED, .85)),
      entry("rnews:datepublished", new Says(Field.DATE_PUBLISHED, .8)),
      entry("parsely-pub-date", new Says(Field.DATE_PUBLISHED, .85)),
      entry("sailthru.date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("cxenseparse:recs:publishtime", new Says(Field.DATE_PUBLISHED, .85)),
      entry("cxenseparse:publishtime", new Says(Field.DATE_PUBLISHED, .85)),
      entry("citation_publication_date", new Says(Field.DATE_PUBLISHED, .75)),
      entry("citation_online_date", new Says(Field.DATE_PUBLISHED, .75)),
      entry("citation_date", new Says(Field.DATE_PUBLISHED, .7)),
      entry("originalpublicationdate", new Says(Field.DATE_PUBLISHED, .85)),
      entry("article_date_original", new Says(Field.DATE_PUBLISHED, .85)),
      entry("dc.date.issued", new Says(Field.DATE_PUBLISHED, .8)),
      entry("dcterms.issued", new Says(Field.DATE_PUBLISHED, .8)),
      entry("dcterms.created", new Says(Field.DATE_PUBLISHED, .7)),
      entry("dc.date.created", new Says(Field.DATE_PUBLISHED, .7)),
      entry("dcterms.date", new Says(Field.DATE_PUBLISHED, OF_SOME_DATE)),
      entry("dc.date", new Says(Field.DATE_PUBLISHED, OF_SOME_DATE)),
      entry("dc:date", new Says(Field.DATE_PUBLISHED, OF_SOME_DATE)),
      entry("datecreated", new Says(Field.DATE_PUBLISHED, .65)),
      entry("date.created", new Says(Field.DATE_PUBLISHED, .65)),
      entry("created", new Says(Field.DATE_PUBLISHED, .6)),
      entry("pubdate", new Says(Field.DATE_PUBLISHED, .8)),
      entry("pub_date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("publishdate", new Says(Field.DATE_PUBLISHED, .8)),
      entry("publish-date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("publish_date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("publish_time", new Says(Field.DATE_PUBLISHED, .8)),
      entry("publication_date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("publication-date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("publicationdate", new Says(Field.DATE_PUBLISHED, .8)),
      entry("published", new Says(Field.DATE_PUBLISHED, .75)),
      entry("published_on", new Says(Field.DATE_PUBLISHED, .8)),
      entry("published_date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("published-date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("publishedat", new Says(Field.DATE_PUBLISHED, .8)),
      entry("date_published", new Says(Field.DATE_PUBLISHED, .8)),
      entry("article_published", new Says(Field.DATE_PUBLISHED, .8)),
      entry("article:create_at", new Says(Field.DATE_PUBLISHED, .75)),
      entry("shareaholic:article_published_time", new Says(Field.DATE_PUBLISHED, .8)),
      entry("iso-8601-publish-date", new Says(Field.DATE_PUBLISHED, .8)),
      entry("release_date", new Says(Field.DATE_PUBLISHED, .7)),
      entry("og:release_date", new Says(Field.DATE_PUBLISHED, .7)),
      entry("dc.created", new Says(Field.DATE_PUBLISHED, .7)),
      entry("displaydate", new Says(Field.DATE_PUBLISHED, .75)),
      entry("article:display_date", new Says(Field.DATE_PUBLISHED, .75)),
      entry("pdate", new Says(Field.DATE_PUBLISHED, .7)),
      entry("ptime", new Says(Field.DATE_PUBLISHED, .7)),
      entry("date", new Says(Field.DATE_PUBLISHED, OF_SOME_DATE)),
      entry("bt:pubdate", new Says(Field.DATE_PUBLISHED, .8)),
      entry("article:modified_time", new Says(Field.DATE_MODIFIED, .9)),
      entry("article:modified", new Says(Field.DATE_MODIFIED, .85)),
      entry("article.updated", new Says(Field.DATE_MODIFIED, .85)),
      entry("og:updated_time", new Says(Field.DATE_MODIFIED, .75)),
      entry("og:article:modified_time", new Says(Field.DATE_MODIFIED, .8)),
      entry("datemodified", new Says(Field.DATE_MODIFIED, .8)),
      entry("dc.date.modified", new Says(Field.DATE_MODIFIED, .7)),
      entry("dcterms.modified", new Says(Field.DATE_MODIFIED, .7)),
      entry("lastmod", new Says(Field.DATE_MODIFIED, .6)),
      entry("last-modified", new Says(Field.DATE_MODIFIED, .5)),
      entry("lastmodified", new Says(Field.DATE_MODIFIED, .5)),
      entry("revised", new Says(Field.DATE_MODIFIED, .5)),
      entry("utime", new Says(Field.DATE_MODIFIED, .5)),
      entry("article:section", new Says(Field.ARTICLE_SECTION, .9)),
      entry("parsely-section", new Says(Field.ARTICLE_SECTION, .85)),
      entry("article.section", new Says(Field.ARTICLE_SECTION, .8)),
      entry("og:section", new Says(Field.ARTICLE_SECTION, .8)),
      entry("section", new Says(Field.ARTICLE_SECTION, .7)),
      entry("category", new Says(Field.ARTICLE_SECTION, .6)),
      entry("news_keywords", new Says(Field.KEYWORDS, .85)),
      entry("article:tag", new Says(Field.KEYWORDS, .85)),
      entry("parsely-tags", new Says(Field.KEYWORDS, .7)),
      entry("sailthru.tags", new Says(Field.KEYWORDS, .7)),
      entry("keywords", new Says(Field.KEYWORDS, .8)),
      entry("og:description", new Says(Field.DESCRIPTION, .85)),
      entry("description", new Says(Field.DESCRIPTION, .8)),
      entry("twitter:description", new Says(Field.DESCRIPTION, .75)),
      entry("dc.description", new Says(Field.DESCRIPTION, .6)),
      entry("og:site_name", new Says(Field.PUBLISHER, .85)),
      entry("citation_publisher", new Says(Field.PUBLISHER, .8)),
      entry("dc.publisher", new Says(Field.PUBLISHER, .75)),
      entry("dcterms.publisher", new Says(Field.PUBLISHER, .75)),
      entry("publisher", new Says(Field.PUBLISHER, .7)),
      entry("application-name", new Says(Field.PUBLISHER, .6)),
      entry("apple-mobile-web-app-title", new Says(Field.PUBLISHER, .5)),
      entry("copyright", new Says(Field.PUBLISHER, .3)),
      entry("og:image", new Says(Field.IMAGE, .9)),
      entry("og:image:url", new Says(Field.IMAGE, .85)),
      entry("og:image:secure_url", new Says(Field.IMAGE, .85)),
      entry("twitter:image", new Says(Field.IMAGE, .8)),
      entry("twitter:image:src", new Says(Field.IMAGE, .8)),
      entry("parsely-image-url", new Says(Field.IMAGE, .7)),
      entry("og:url", new Says(Field.URL, .85)),
      entry("twitter:url", new Says(Field.URL, .7)),
      entry("article:content_tier", new Says(Field.IS_ACCESSIBLE_FOR_FREE, .8)),
      entry("og:article:content_tier", new Says(Field.IS_ACCESSIBLE_FOR_FREE, .8)),
      entry("content_tier", new Says(Field.IS_ACCESSIBLE_FOR_FREE, .75)),
      entry("isaccessibleforfree", new Says(Field.IS_ACCESSIBLE_FOR_FREE, .8)),
      entry("og:type", new Says(Field.TYPE, .2)));

  private static final Pattern RIGHTS = Pattern.compile(
      "(?:©|\\(c\\)|\\bcopyrights?\\b|\\b(?:19|20)\\d\\d\\b(?: ?[-–] ?(?:19|20)\\d\\d\\b)?)(?: by\\b)?"
          + "|[.,]? ?\\ball rights reserved\\b\\.?",
      Pattern.CASE_INSENSITIVE);

  /// All pages of a site may call themselves articles; few call themselves something else.
  private static final double VIDEO_OR_GALLERY = .6;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said openGraph = new Said(Source.OPEN_GRAPH);
    Said plain = new Said(Source.META);
    DateReader reader = new DateReader(evidence.language());
    for (List<Meta> same : byName(evidence.clippings().metas()).values()) {
      Meta meta = same.getFirst();
      Optional<Says> says = says(meta, evidence);
      if (says.isPresent()) {
        add(isOpenGraph(meta) ? openGraph : plain, says.get(), same, reader);
      }
    }
    List<Candidate> all = new ArrayList<>(openGraph.all());
    all.addAll(plain.all());
    return all;
  }

  /// Microdata that is written as `meta` is another witness's.
  private static Optional<Says> says(Meta meta, Evidence evidence) {
    if (meta.attribute().equals("itemprop") && !meta.name().equals("image")) {
      return Optional.empty();
    }
    if (meta.name().equals("twitter:data1")) {
      boolean isAuthor = evidence
          .clippings()
          .meta("twitter:label1")
          .map(Evidence::lower)
          .filter(label -> label.startsWith("written by")
              || label.startsWith("author")
              || label.startsWith("verfasst von")
              || label.startsWith("écrit par")
              || label.startsWith("escrito por")
              || label.startsWith("por")
              || label.startsWith("scritto da")
              || label.startsWith("geschreven door")
              || label.startsWith("von"))
          .isPresent();
      return isAuthor ? Optional.ofNullable(NAMES.get("twitter:data1")) : Optional.empty();
    }
    return Optional.ofNullable(NAMES.get(meta.name()));
  }

  private static boolean isOpenGraph(Meta meta) {
    return meta.name().startsWith("og:") || meta.name().startsWith("article:");
  }

  private static Map<String, List<Meta>> byName(List<Meta> metas) {
    Map<String, List<Meta>> byName = new LinkedHashMap<>();
    for (Meta meta : metas) {
      byName.computeIfAbsent(meta.name(), n -> new ArrayList<>()).add(meta);
    }
    return byName;
  }

  private static void add(Said said, Says says, List<Meta> same, DateReader reader) {
    Meta first = same.getFirst();
    switch (says.field()) {
      case DATE_PUBLISHED, DATE_MODIFIED ->
        said.addDate(says.field(), first.content(), reader, first.place(), says.confidence());
      case AUTHOR, ARTICLE_SECTION ->
        said.add(says.field(), contents(same), first.place(), says.confidence());
      case KEYWORDS -> said.add(Field.KEYWORDS, words(same), first.place(), says.confidence());
      case PUBLISHER -> {
        String name = first.name().equals("copyright") ? holder(first.content()) : first.content();
        said.add(Field.PUBLISHER, name, first.place(), says.confidence());
      }
      case IS_ACCESSIBLE_FOR_FREE ->
        free(first.content())
            .ifPresent(free -> said.add(says.field(), free, first.place(), says.confidence()));
      case TYPE ->
        PageKind.of(first.content())
            .ifPresent(kind -> said.add(
                Field.TYPE,
                kind.toString(),
                first.place(),
                kind == PageKind.FULL_ARTICLE ? says.confidence() : VIDEO_OR_GALLERY));
      case HEADLINE,
          ALTERNATIVE_HEADLINE,
          SOURCE_ORGANIZATION,
          LOCATION_CREATED,
          IN_LANGUAGE,
          URL,
          IMAGE,
          CAPTION,
          CREDIT_TEXT,
          DESCRIPTION -> said.add(says.field(), first.content(), first.place(), says.confidence());
    }
  }

  /// Whose the rights are: `Varn Echo` of `Copyright © 2001-2009 Varn Echo`, nobody of
  /// `Copyright © 2001-2009`.
  private static String holder(String rights) {
    String name = RIGHTS.matcher(ClippingWalk.squeeze(rights)).replaceAll(" ").strip();
    int from = 0;
    int to = name.length();
    while (from < to && " .,:;|-–".indexOf(name.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && " ,:;|-–".indexOf(name.charAt(to - 1)) >= 0) {
      to--;
    }
    return name.substring(from, to);
  }

  private static List<String> contents(List<Meta> same) {
    return same.stream().map(Meta::content).toList();
  }

  private static List<String> words(List<Meta> same) {
    return same.size() > 1 ? contents(same) : List.of(same.getFirst().content().split("[,;]"));
  }

  static Optional<String> free(String content) {
    return switch (Evidence.lower(content)) {
      case "free", "true", "yes" -> Optional.of("true");
      case "locked", "metered", "premium", "false", "no" -> Optional.of("false");
      default -> Optional.empty();
    };
  }
}
