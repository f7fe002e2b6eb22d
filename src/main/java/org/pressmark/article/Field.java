package org.pressmark.article;

/// What may be known of an article, under schema.org's names for a `NewsArticle`.
public enum Field {
  HEADLINE("headline"),
  /// The line below the headline, also called deck, standfirst or subheadline.
  ALTERNATIVE_HEADLINE("alternativeHeadline"),
  AUTHOR("author"),
  /// ISO 8601: `2021-09-29`, or `2021-09-29T08:15:00+02:00` where time and zone are known.
  DATE_PUBLISHED("datePublished"),
  /// As [#DATE_PUBLISHED].
  DATE_MODIFIED("dateModified"),
  ARTICLE_SECTION("articleSection"),
  PUBLISHER("publisher"),
  /// The news agency that the story came from: `AFP`, `dpa`, `Reuters`.
  SOURCE_ORGANIZATION("sourceOrganization"),
  /// Where it was written, by its dateline: `PARIS` of `PARIS, Oct. 3 (AFP) - …`.
  LOCATION_CREATED("locationCreated"),
  /// BCP 47, as short as possible: `fr`, `zh`, `pt-BR` where the page says so.
  IN_LANGUAGE("inLanguage"),
  URL("url"),
  IMAGE("image"),
  /// What is said below the image, without its credit.
  CAPTION("caption"),
  /// Who took the image, and who gave it: `Mara Quill / Norland Pictures`.
  CREDIT_TEXT("creditText"),
  KEYWORDS("keywords"),
  DESCRIPTION("description"),
  /// `true` or `false`.
  IS_ACCESSIBLE_FOR_FREE("isAccessibleForFree"),
  /// What the page is, a [PageKind]: `NewsArticle`, `PaywallStub`. The place of a candidate that
  /// was worked out from the page is the reason, in words.
  TYPE("type");

  private final String schemaName;

  Field(String schemaName) {
    this.schemaName = schemaName;
  }

  /// The property's name in schema.org.
  public String schemaName() {
    return schemaName;
  }

  @Override
  public String toString() {
    return schemaName;
  }
}
