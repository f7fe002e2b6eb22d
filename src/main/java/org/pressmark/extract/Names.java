package org.pressmark.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.pressmark.source.text.ReadAttributes;

/// What a page's author calls its elements, in the attributes that say so. Pages repeat their names
/// a hundred times: each is read once.
final class Names {
  private static final int OF_POST = 1 << 31;

  private final Map<String, Integer> known = new HashMap<>();
  private final List<String> names = new ArrayList<>(); // of the elements asked about

  /// What the names of an element hint at, as bits of [Hint].
  int hints(Element element) {
    add(element);
    return hints();
  }

  /// What the names of some elements hint at, and what kind of elements they are.
  int hints(List<Element> elements) {
    for (Element element : elements) {
      names.add(element.normalName());
      add(element);
    }
    return hints();
  }

  private void add(Element element) {
    if (element.attributesSize() > 0) {
      for (Attribute attribute : element.attributes()) {
        if (isName(attribute.getKey())) {
          names.add(attribute.getValue());
        }
      }
    }
  }

  private int hints() {
    int hints = 0;
    for (String name : names) {
      hints |= known.computeIfAbsent(name, Names::read);
    }
    if ((hints & OF_POST) != 0) {
      hints = 0;
      for (String name : names) {
        hints |= Hint.in(name, true);
      }
    }
    names.clear();
    return hints;
  }

  private static int read(String name) {
    return Hint.in(name, false) | (Hint.isPost(name) ? OF_POST : 0);
  }

  private static boolean isName(String attribute) {
    return switch (attribute) {
      case "class", "id", "role", "rel", "itemprop", "aria-label" -> true;
      default -> attribute.startsWith("data-") && ReadAttributes.NAMES.contains(attribute);
    };
  }
}
