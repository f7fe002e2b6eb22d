package org.pressmark.extract;

import java.util.HashMap;
import java.util.Map;

/// What an element does to the flow of text.
enum Role {
  /// Its text is never shown as text.
  UNSEEN(
      "script style noscript template svg title meta link base iframe object embed canvas video audio select"
          + " textarea datalist noframes noembed map annotation rp rt rtc"),
  LINE_BREAK("br wbr"),
  DIVIDER("hr"),
  /// Part of a line of text.
  INLINE("span font b strong i em u s small big sub sup abbr acronym cite q mark time code kbd samp"
      + " var tt del ins strike bdi bdo dfn label data ruby rb nobr blink meter output progress"
      + " math mi mo mn ms mrow msup msub img input center-line"),
  LINK("a"),
  PARAGRAPH("p"),
  HEADING("h1 h2 h3 h4 h5 h6"),
  LIST("ul ol dl menu dir"),
  ITEM("li dt dd"),
  QUOTE("blockquote"),
  CAPTION("figcaption caption"),
  PRE("pre listing xmp plaintext"),
  TABLE("table"),
  ROW("tr"),
  CELL("td th"),
  FIGURE("figure picture"),
  NAVIGATION("nav"),
  ASIDE("aside"),
  FOOTER("footer"),
  HEADER("header hgroup"),
  ARTICLE("article"),
  MAIN("main"),
  FORM("form fieldset legend dialog"),
  BUTTON("button summary"),
  BLOCK(
      "div section center address details tbody thead tfoot body html head frameset optgroup option"
          + " colgroup col marquee search"),
  /// An element HTML does not know: a box that breaks no line, as in a browser.
  CUSTOM("");

  private static final Map<String, Role> BY_NAME = byName();

  private final String names;

  Role(String names) {
    this.names = names;
  }

  static Role of(String name) {
    return BY_NAME.getOrDefault(name, CUSTOM);
  }

  /// Whether text before, inside and behind it stands on different lines.
  boolean breaks() {
    return compareTo(PARAGRAPH) >= 0 && this != CUSTOM;
  }

  /// Whether it is a box of the page, and not part of a line.
  boolean isBox() {
    return compareTo(PARAGRAPH) >= 0;
  }

  /// Whether it mostly holds one piece of text, so that its parent says more about where it stands.
  boolean isLeaf() {
    return switch (this) {
      case PARAGRAPH, HEADING, ITEM, QUOTE, CAPTION, PRE, ROW, CELL -> true;
      default -> false;
    };
  }

  /// What the element's own name hints at, as bits of [Hint].
  int hint() {
    return switch (this) {
      case NAVIGATION -> Hint.NAVIGATION.bit();
      case ASIDE -> Hint.ASIDE.bit();
      case FOOTER -> Hint.FOOTER.bit();
      case HEADER -> Hint.HEADER.bit();
      case ARTICLE, MAIN -> Hint.STORY.bit();
      case FORM, BUTTON -> Hint.TOOL.bit();
      case FIGURE, CAPTION -> Hint.CAPTION.bit();
      default -> 0;
    };
  }

  private static Map<String, Role> byName() {
    Map<String, Role> byName = new HashMap<>();
    for (Role role : values()) {
      for (String name : role.names.split(" ")) {
        byName.put(name.intern(), role); // as jsoup's are, so that finding one needs no comparing
      }
    }
    return byName;
  }
}
