package org.pressmark.extract;

import java.util.List;
import org.pressmark.article.Rule;

/// Every rule of this room, with the reason a reader of the log is given.
///
/// The rules say what a piece is that is not the story. That it is not the story is said by
/// [Verdict].
final class Rules {
  private Rules() {}

  static final Rule HEADLINE =
      boilerplate("headline", "the page's headline: a fact about the story, not its text");
  static final Rule CONSENT = boilerplate("consent", "a cookie or privacy notice");
  static final Rule COMMENTS = boilerplate("comments", "readers' comments, or the form for them");
  static final Rule NEWSLETTER =
      boilerplate("newsletter", "an invitation to subscribe, sign in, register or donate");
  static final Rule BYLINE = boilerplate("byline", "names the author or the agency");
  static final Rule DATELINE =
      boilerplate("dateline", "says when the page was published or changed");
  static final Rule CAPTION =
      boilerplate("caption", "belongs to a picture, a video or their credits");
  static final Rule SHARE_BAR =
      boilerplate("share-bar", "buttons to share, print or save the page");
  static final Rule RELATED = boilerplate("related", "points to other stories");
  static final Rule ADVERT = boilerplate("advert", "an advertisement, or the label of one");
  static final Rule TAGS = boilerplate("tags", "sections and keywords the page is filed under");
  static final Rule NAVIGATION = boilerplate("navigation", "a menu or the head of the site");
  static final Rule FOOTER =
      boilerplate("footer", "the foot of the site: imprint, rights, contacts");
  static final Rule ASIDE = boilerplate("aside", "stands beside the story, not in it");
  static final Rule CONTROL = boilerplate("control", "a button or a form");
  static final Rule LINK_LIST = boilerplate("link-list", "one link after the other");
  static final Rule REPEAT = boilerplate("repeat", "stands on the page a second time");
  static final Rule DECK = boilerplate("deck", "sums up the story above it");
  static final Rule BEFORE = boilerplate("before-story", "stands before the story begins");
  static final Rule AFTER = boilerplate("after-story", "stands behind the story's end");
  static final Rule SHOWN_PART =
      boilerplate("shown-part", "all that is shown of a story whose whole text stands in the data");
  static final Rule OUTSIDE = boilerplate("outside-story", "stands between parts of the story");

  /// Marks of Markdown that say what a line is.
  static final Rule MARKDOWN =
      new Rule("markdown", 1, Rule.Kind.MARKUP, "a mark of Markdown, not text");

  static final List<Rule> ALL = List.of(
      HEADLINE,
      CONSENT,
      COMMENTS,
      NEWSLETTER,
      BYLINE,
      DATELINE,
      CAPTION,
      SHARE_BAR,
      RELATED,
      ADVERT,
      TAGS,
      NAVIGATION,
      FOOTER,
      ASIDE,
      CONTROL,
      LINK_LIST,
      REPEAT,
      DECK,
      BEFORE,
      AFTER,
      SHOWN_PART,
      OUTSIDE,
      MARKDOWN);

  private static Rule boilerplate(String name, String reason) {
    return new Rule(name, 1, Rule.Kind.BOILERPLATE, reason);
  }
}
