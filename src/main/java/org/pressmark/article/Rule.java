package org.pressmark.article;

import java.util.Locale;

/// What says that a stretch of text is not the story.
///
/// @param name lower-case words with hyphens, such as `script`; users switch rules off by it
/// @param version raised whenever the rule begins to cut something else than before
/// @param reason a sentence for the reader of the log
public record Rule(String name, int version, Kind kind, String reason) {
  /// What sort of thing a rule cuts.
  public enum Kind {
    SCRIPT,
    JSON_LD,
    STYLE,
    MARKUP,
    TEMPLATE,
    ENCODED,
    /// Text of the page that is not the story: menus, share bars, notices, pointers to other
    /// stories.
    BOILERPLATE,
    /// Blank lines, indentation, space at the ends of lines: no text at all.
    LAYOUT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The rule of every cut that only tidies white space between blocks.
  public static final Rule LAYOUT =
      new Rule("layout", 1, Kind.LAYOUT, "white space between blocks, not text");

  /// Name and version, as logs write it: `script/1`.
  public String id() {
    return name + "/" + version;
  }
}
