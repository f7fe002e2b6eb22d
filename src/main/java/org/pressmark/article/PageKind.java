package org.pressmark.article;

import java.util.Locale;
import java.util.Optional;

/// What a page is, in schema.org's words where it has one for it.
public enum PageKind {
  FULL_ARTICLE("NewsArticle", "a full article"),
  LIVE_BLOG("LiveBlogPosting", "a live blog"),
  GALLERY("MediaGallery", "a gallery of pictures"),
  VIDEO("VideoObject", "a page for a video"),
  /// A section's front page, the results of a search, all stories with a tag.
  LISTING("CollectionPage", "a list of stories"),
  /// The beginning of a story, for those who do not pay.
  STUB("PaywallStub", "the beginning of an article behind a paywall"),
  CONSENT_WALL("ConsentWall", "a cookie wall"),
  /// `404 Not Found`, `Access denied`, a riddle for robots.
  ERROR("ErrorPage", "an error page");

  private final String type;
  private final String words;

  PageKind(String type, String words) {
    this.type = type;
    this.words = words;
  }

  /// `a full article`, for a sentence.
  public String words() {
    return words;
  }

  /// Whether there is a story on such a page, or a part of one.
  public boolean hasStory() {
    return switch (this) {
      case FULL_ARTICLE, LIVE_BLOG, GALLERY, VIDEO, STUB -> true;
      case LISTING, CONSENT_WALL, ERROR -> false;
    };
  }

  /// What a type of schema.org or of Open Graph says of the page that has it: `liveblogposting`,
  /// `Article`, `video.other`.
  public static Optional<PageKind> of(String type) {
    String name = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "liveblogposting", "liveblog" -> Optional.of(LIVE_BLOG);
      case "imagegallery", "mediagallery", "videogallery", "gallery" -> Optional.of(GALLERY);
      case "videoobject", "video" -> Optional.of(VIDEO);
      case "collectionpage", "searchresultspage", "itemlist" -> Optional.of(LISTING);
      default ->
        name.startsWith("video.")
            ? Optional.of(VIDEO)
            : name.endsWith("article") || name.equals("blogposting")
                ? Optional.of(FULL_ARTICLE)
                : Optional.empty();
    };
  }

  /// The type: schema.org's `NewsArticle`, or a word made like one.
  @Override
  public String toString() {
    return type;
  }
}
