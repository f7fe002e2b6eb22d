package org.pressmark.source.text;

import java.util.Locale;
import java.util.Set;

/// Tells a page from a text that has torn tags in it.
public final class Markup {
  private static final Set<String> ROOTS = Set.of("html", "head", "body");

  private static final Set<String> BLOCKS = Set.of(
      "address",
      "article",
      "aside",
      "blockquote",
      "center",
      "dd",
      "div",
      "dl",
      "dt",
      "figure",
      "font",
      "footer",
      "form",
      "frameset",
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "header",
      "li",
      "main",
      "meta",
      "nav",
      "ol",
      "p",
      "pre",
      "section",
      "table",
      "tbody",
      "td",
      "title",
      "tr",
      "ul");

  private static final Set<String> INLINE =
      Set.of("a", "b", "br", "em", "hr", "i", "img", "link", "script", "span", "strong", "style");

  private Markup() {}

  /// Whether the text begins as only a whole page does: with a document type, an XML declaration,
  /// or one of the outer elements; comments may stand before.
  public static boolean isPage(String text) {
    int at = start(text);
    if (text.startsWith("<?xml", at) || text.regionMatches(true, at, "<!doctype", 0, 9)) {
      return true;
    }
    return ROOTS.contains(tag(text, at));
  }

  /// Whether the text is a piece of a page: an element from its first sign to its last.
  public static boolean isPiece(String text) {
    int at = start(text);
    String tag = tag(text, at);
    int end = text.length();
    while (end > at && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return BLOCKS.contains(tag)
        && text.charAt(end - 1) == '>'
        && text.indexOf("</" + text.substring(at + 1, at + 1 + tag.length()), at) > 0;
  }

  /// Whether there is an element of HTML anywhere.
  public static boolean hasElement(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      String tag = tag(text, at);
      if (BLOCKS.contains(tag) || INLINE.contains(tag) || ROOTS.contains(tag)) {
        return true;
      }
    }
    return false;
  }

  /// The offset of the first sign behind white space and comments.
  private static int start(String text) {
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
        at++;
      } else if (text.startsWith("<!--", at) && text.indexOf("-->", at) > 0) {
        at = text.indexOf("-->", at) + 3;
      } else {
        return at;
      }
    }
    return at;
  }

  /// The name of the start tag at this offset in lower case; empty where there is none.
  private static String tag(String text, int at) {
    if (at >= text.length() || text.charAt(at) != '<') {
      return "";
    }
    int end = at + 1;
    while (end < text.length() && end - at < 12 && isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean closes = end < text.length() && (" \t\r\n\f/>".indexOf(text.charAt(end)) >= 0);
    return closes ? text.substring(at + 1, end).toLowerCase(Locale.ROOT) : "";
  }

  private static boolean isLetterOrDigit(char sign) {
    return (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9');
  }
}
