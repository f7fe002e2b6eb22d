package org.pressmark.extract;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.pressmark.article.Span;

/// Which elements inside of a line say how their words are set.
final class Styles {
  private Styles() {}

  static boolean isOne(Element element) {
    return switch (element.normalName()) {
      case "a" -> element.attributesSize() > 0;
      case "b", "strong", "i", "em", "cite", "dfn", "code", "kbd", "samp", "tt" -> true;
      default -> false;
    };
  }

  /// The style of one of these, which is no link.
  static Optional<Span.Kind> of(Element element) {
    return switch (element.normalName()) {
      case "b", "strong" -> Optional.of(Span.Kind.STRONG);
      case "i", "em", "cite", "dfn" -> Optional.of(Span.Kind.EMPHASIS);
      case "code", "kbd", "samp", "tt" -> Optional.of(Span.Kind.CODE);
      default -> Optional.empty();
    };
  }
}
