package org.pressmark.residue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// schema.org's property names, recognised when a translator got at them.
final class SchemaWords {
  private static final Map<String, String> NAMES = names();

  private SchemaWords() {}

  /// The property's name in lower case: `dateModified` gives `datemodified`, `Schlagzeile` gives
  /// `headline`. A name that is not known is given back as it is.
  static String of(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return NAMES.getOrDefault(lower, lower);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String line : WordList.lines("schema-words.txt")) {
      String[] words = line.split(" ", -1);
      for (String word : words) {
        names.putIfAbsent(word, words[0]);
      }
    }
    return Map.copyOf(names);
  }
}
