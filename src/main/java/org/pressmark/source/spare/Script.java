package org.pressmark.source.spare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A script as it stands in a page, from the text of the page: a tree of it is made without code.
///
/// @param tag what its tag says, in lower case but for values: ` id="__NEXT_DATA__" type="…"`
record Script(String tag, String code) {
  private static final String OPEN = "<script";
  private static final String CLOSE = "</script";

  /// What of a page's scripts is long enough to hold a story.
  ///
  /// @param fewest units of code
  static List<Script> in(String page, int fewest) {
    List<Script> scripts = new ArrayList<>();
    int open = page.indexOf(OPEN);
    while (open >= 0) {
      int code = page.indexOf('>', open) + 1;
      int close = code == 0 ? -1 : page.indexOf(CLOSE, code);
      if (close < 0) {
        break;
      }
      if (close - code >= fewest) {
        scripts.add(new Script(
            page.substring(open + OPEN.length(), code - 1), page.substring(code, close)));
      }
      open = page.indexOf(OPEN, close);
    }
    return scripts;
  }

  /// `text/template`, in lower case; empty where its tag says no type.
  String type() {
    return attribute("type").toLowerCase(Locale.ROOT);
  }

  /// Whether it holds markup for a program to put into the page.
  boolean isTemplate() {
    String type = type();
    return type.equals("text/html") || type.endsWith("template") || type.endsWith("-tmpl");
  }

  boolean isJson() {
    return type().endsWith("json");
  }

  /// Told by the page itself what its story is, for which others listen.
  boolean isLinkedData() {
    return type().endsWith("ld+json");
  }

  String attribute(String name) {
    int at = tag.indexOf(name + "=");
    if (at < 0) {
      return "";
    }
    int value = at + name.length() + 1;
    if (value == tag.length()) {
      return "";
    }
    char quote = tag.charAt(value);
    boolean isQuoted = quote == '"' || quote == '\'';
    int from = isQuoted ? value + 1 : value;
    int end = tag.indexOf(isQuoted ? quote : ' ', from);
    return tag.substring(from, end < 0 ? tag.length() : end);
  }
}
