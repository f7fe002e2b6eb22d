package org.pressmark.export;

import org.pressmark.article.Draft;
import org.pressmark.article.Span;

/// Sets words as CommonMark does (0.31.2, 6.1, 6.2 and 6.3).
final class MarkdownPen implements Inline.Pen {
  @Override
  public boolean canSet(Span span, String text) {
    return switch (span.kind()) {
      case LINK -> true;
      case EMPHASIS, STRONG ->
        opens(text, span.start()) && closes(text, span.end()) && isOneParagraph(span, text);
      case CODE ->
        text.substring(span.start(), span.end()).indexOf('`') < 0 && isOneParagraph(span, text);
      case HEAD -> false;
    };
  }

  private static boolean isOneParagraph(Span span, String text) {
    int end = text.indexOf('\n', span.start());
    return end < 0 || end >= span.end();
  }

  /// A mark in front of punctuation opens nothing right behind a letter.
  private static boolean opens(String text, int start) {
    return start == 0
        || isApart(text.charAt(start - 1))
        || Character.isLetterOrDigit(text.charAt(start));
  }

  private static boolean closes(String text, int end) {
    return end == text.length()
        || isApart(text.charAt(end))
        || Character.isLetterOrDigit(text.charAt(end - 1));
  }

  private static boolean isApart(char c) {
    return Draft.isBlank(c) || !Character.isLetterOrDigit(c);
  }

  @Override
  public String open(Span span) {
    return switch (span.kind()) {
      case LINK -> "[";
      case EMPHASIS -> "*";
      case STRONG -> "**";
      case CODE -> "`";
      case HEAD -> "";
    };
  }

  @Override
  public String close(Span span) {
    return switch (span.kind()) {
      case LINK -> "](" + span.href().map(MarkdownPen::address).orElse("") + ")";
      case EMPHASIS, STRONG, CODE, HEAD -> open(span);
    };
  }

  /// With what would end the address, or begin something else, written as bytes (RFC 3986, 2.1).
  private static String address(String href) {
    StringBuilder safe = new StringBuilder(href.length());
    for (int at = 0; at < href.length(); at++) {
      char c = href.charAt(at);
      switch (c) {
        case ' ' -> safe.append("%20");
        case '(' -> safe.append("%28");
        case ')' -> safe.append("%29");
        case '<' -> safe.append("%3C");
        case '>' -> safe.append("%3E");
        case '|' -> safe.append("%7C");
        case '\\' -> safe.append("%5C");
        default -> safe.append(c < ' ' ? "" : String.valueOf(c));
      }
    }
    return safe.toString();
  }

  @Override
  public String words(String words, boolean isCode) {
    return isCode ? words : Markdown.escape(words);
  }
}
