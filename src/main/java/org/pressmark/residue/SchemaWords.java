package org.pressmark.residue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// schema.org's property names, recognised when a translator got at them. All of them are in lower
/// case here.
final class SchemaWords {
  private static final Map<String, String> NAMES = names();

  /// What only JSON-LD has.
  private static final Set<String> OF_DATA = Set.of("@context", "@type", "@id", "@graph");

  /// Members that only articles have.
  private static final Set<String> OF_ARTICLE = Set.of(
      "headline",
      "articlesection",
      "datepublished",
      "datemodified",
      "author",
      "publisher",
      "articlebody",
      "mainentityofpage",
      "isaccessibleforfree",
      "wordcount");

  /// Those of them that no program calls anything by chance: one is enough to know an article.
  private static final Set<String> TELLING =
      Set.of("headline", "articlesection", "datepublished", "articlebody");

  /// Members that articles have, and much else.
  private static final Set<String> OFTEN = Set.of(
      "keywords",
      "thumbnailurl",
      "image",
      "name",
      "url",
      "description",
      "inlanguage",
      "itemlistelement",
      "logo",
      "sameas");

  /// A key may be known by so many of its last letters.
  private static final int SHORTEST_REST = 2;

  /// What stands for the word `Person` in a translated `@type`.
  private static final Set<String> PERSONS = Set.of(
      "person",
      "persona",
      "personne",
      "pessoa",
      "persoon",
      "osoba",
      "człowiek",
      "человек",
      "персона",
      "особа",
      "henkilö",
      "kişi",
      "persoană",
      "személy",
      "πρόσωπο",
      "人");

  /// What the words for an article begin with in a translated `@type`.
  private static final List<String> ARTICLES = List.of(
      "article",
      "artikel",
      "artículo",
      "articulo",
      "articolo",
      "artigo",
      "artykuł",
      "статья",
      "blogposting",
      "reportage");

  private SchemaWords() {}

  /// The property's name in lower case: `dateModified` gives `datemodified`, `Schlagzeile` gives
  /// `headline`. A name that is not known is given back as it is.
  static String of(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return NAMES.getOrDefault(lower, lower);
  }

  static boolean isOfArticle(String name) {
    return OF_ARTICLE.contains(name);
  }

  static boolean isTelling(String name) {
    return TELLING.contains(name);
  }

  /// Whether a name shows that data begin here: few programs have such a key.
  static boolean opensData(String name) {
    return OF_DATA.contains(name)
        || OF_ARTICLE.contains(name)
        || name.equals("keywords")
        || name.equals("thumbnailurl");
  }

  static boolean isKnown(String name) {
    return OF_DATA.contains(name) || OF_ARTICLE.contains(name) || OFTEN.contains(name);
  }

  /// The member of an article whose name ends so, where there is but one: `thor` gives `author`.
  static Optional<String> endingIn(String rest) {
    Set<String> names = new HashSet<>();
    if (rest.length() >= SHORTEST_REST) {
      OF_ARTICLE.stream().filter(name -> name.endsWith(rest)).forEach(names::add);
      NAMES.forEach((word, name) -> {
        if (word.endsWith(rest) && OF_ARTICLE.contains(name)) {
          names.add(name);
        }
      });
    }
    return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
  }

  /// Whether a type in lower case is a person's.
  static boolean isPerson(String type) {
    return PERSONS.contains(type);
  }

  /// Whether a type in lower case is an article's: `newsarticle`, `liveblogposting`.
  static boolean isArticle(String type) {
    for (String word : ARTICLES) {
      if (type.contains(word)) {
        return true;
      }
    }
    return false;
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
