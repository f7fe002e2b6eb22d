package org.pressmark.extract;

import java.util.List;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/// What the page's author calls an element, in the attributes that say so.
final class Names {
  private static final List<String> ATTRIBUTES = List.of(
      "class",
      "id",
      "role",
      "rel",
      "itemprop",
      "data-testid",
      "data-test-id",
      "data-component",
      "data-module",
      "data-type",
      "data-qa",
      "data-element",
      "data-block",
      "aria-label");

  private Names() {}

  /// The values of all those attributes, a space between them.
  static String of(Element element) {
    int size = element.attributesSize();
    if (size == 0) {
      return "";
    }
    Attributes attributes = element.attributes();
    String names = "";
    for (int i = 0; i < ATTRIBUTES.size() && size > 0; i++) {
      String value = attributes.get(ATTRIBUTES.get(i));
      if (!value.isEmpty()) {
        names = names.isEmpty() ? value : names + ' ' + value;
        size--;
      }
    }
    return names;
  }
}
