package org.pressmark.export;

import org.pressmark.article.Span;

/// Sets words in HTML.
final class HtmlPen implements Inline.Pen {
  /// A reader who follows a link tells nobody where it stood.
  private static final String RELATION = "\" rel=\"noreferrer nofollow\">";

  @Override
  public String open(Span span) {
    return switch (span.kind()) {
      case LINK -> "<a href=\"" + span.href().map(Html::escape).orElse("") + RELATION;
      case EMPHASIS -> "<em>";
      case STRONG -> "<strong>";
      case CODE -> "<code>";
      case HEAD -> "";
    };
  }

  @Override
  public String close(Span span) {
    return switch (span.kind()) {
      case LINK -> "</a>";
      case EMPHASIS -> "</em>";
      case STRONG -> "</strong>";
      case CODE -> "</code>";
      case HEAD -> "";
    };
  }

  @Override
  public String words(String words, boolean isCode) {
    return Html.escape(words);
  }
}
