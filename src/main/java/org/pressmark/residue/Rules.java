package org.pressmark.residue;

import java.util.List;
import org.pressmark.article.Rule;

/// What this room cuts, and the reason it gives. Users switch rules off by their names.
public final class Rules {
  static final Rule SCRIPT = new Rule(
      "script", 1, Rule.Kind.SCRIPT, "program code that a page runs, not part of the story");
  static final Rule JSON_LD =
      new Rule("json-ld", 1, Rule.Kind.JSON_LD, "data about the page, written for machines");
  static final Rule STORY_DATA = new Rule(
      "story-data",
      1,
      Rule.Kind.JSON_LD,
      "data around the story, which stands nowhere else than in their articleBody");
  static final Rule ESCAPE = new Rule(
      "escape", 1, Rule.Kind.ENCODED, "a sign written for machines; the sign itself stays");
  static final Rule STYLE =
      new Rule("style", 1, Rule.Kind.STYLE, "style rules that say how a page looks");
  static final Rule MARKUP = new Rule("markup", 1, Rule.Kind.MARKUP, "tags of the page's source");
  static final Rule TEMPLATE = new Rule(
      "template",
      1,
      Rule.Kind.TEMPLATE,
      "a template's place-holders or a shortcode that was never filled in");
  static final Rule ENCODED =
      new Rule("encoded", 1, Rule.Kind.ENCODED, "encoded data that only programs can read");
  static final Rule COMMENTS = line("comments-line", "a notice about the page's comments");
  static final Rule SHARE = line("share-bar", "a bar of buttons to share the page");
  static final Rule COOKIES = line("cookie-notice", "a notice about cookies");
  static final Rule NEWSLETTER = line("newsletter-bar", "an invitation to a newsletter");
  static final Rule POINTER = line("pointer-line", "a line that only points at other stories");
  static final Rule NAVIGATION =
      line("navigation-run", "a menu, or the way to the page through menus");
  static final Rule BACK =
      line("page-line", "a mark of the page around the story, such as its way back to the top");

  static final Rule ADVERTISEMENT = line("ad-label", "the label of an advertisement");
  static final Rule POSTED =
      line("posted-line", "says when, by whom or under which topics the page was posted");
  static final Rule RIGHTS = line("rights-line", "says who has the rights in the page");

  /// All of them, in the order in which the command line lists them.
  public static final List<Rule> ALL = List.of(
      SCRIPT,
      JSON_LD,
      STORY_DATA,
      ESCAPE,
      STYLE,
      MARKUP,
      TEMPLATE,
      ENCODED,
      COMMENTS,
      SHARE,
      COOKIES,
      NEWSLETTER,
      POINTER,
      NAVIGATION,
      BACK,
      ADVERTISEMENT,
      POSTED,
      RIGHTS);

  private Rules() {}

  private static Rule line(String name, String reason) {
    return new Rule(name, 1, Rule.Kind.BOILERPLATE, reason);
  }

  static Rule named(String name) {
    return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }
}
