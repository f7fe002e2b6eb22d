package org.pressmark.residue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What flattening, hosts stripped, machine translation and double escaping do to code.
enum Mangle {
  AS_IT_WAS {
    @Override
    String apply(String junk, Random dice, List<String> words) {
      return junk;
    }
  },
  FLATTENED {
    @Override
    String apply(String junk, Random dice, List<String> words) {
      return flat(junk);
    }
  },
  UNESCAPED {
    @Override
    String apply(String junk, Random dice, List<String> words) {
      return junk.replace("\\", "").replace("\n", "n");
    }
  },
  WITHOUT_HOSTS {
    @Override
    String apply(String junk, Random dice, List<String> words) {
      return withoutHosts(flat(junk));
    }
  },
  TRANSLATED {
    @Override
    String apply(String junk, Random dice, List<String> words) {
      return translated(junk, dice);
    }
  },
  TRANSLATED_WORDS {
    @Override
    String apply(String junk, Random dice, List<String> words) {
      return guillemets(translated(otherWords(junk, dice, words), dice), dice);
    }
  },
  ENTITIES {
    @Override
    String apply(String junk, Random dice, List<String> words) {
      return flat(junk)
          .replace("&", "&amp;")
          .replace("<", "&lt;")
          .replace(">", "&gt;")
          .replace("\"", "&quot;");
    }
  };

  private static final Pattern SPACE = Pattern.compile("\\s++");
  private static final Pattern HOST = Pattern.compile("(https?:)?//[\\w.-]++");
  private static final Pattern KEYWORD = Pattern.compile(
      "(?<!\\w)(?:function|return|window|document|script|var|true|false|name|type|author|image"
          + "|publisher|headline|width|height|Person|Organization|track|init|version|push|queue|load)(?!\\w)");

  // es, de, fr, nl, pl, sv, tr; Italian, Portuguese and Russian are left out on purpose: what was
  // not trained on shows how well the rest carries over
  private static final String[] LANGUAGES = {
    "función volver ventana documento guion var verdadero falso nombre tipo autor imagen editor titular ancho altura Persona Organización pista iniciar versión empujar cola cargar",
    "Funktion zurück Fenster Dokument Skript var wahr falsch Name Typ Autor Bild Herausgeber Schlagzeile Breite Höhe Person Organisation Spur Init Version drücken Warteschlange laden",
    "fonction retour fenêtre document scénario var vrai faux nom taper auteur image éditeur titre largeur hauteur Personne Organisation piste init version pousser file charge",
    "functie terug venster document script var waar onwaar naam soort auteur afbeelding uitgever kop breedte hoogte Persoon Organisatie volgen start versie duwen rij laden",
    "funkcja powrót okno dokument skrypt zm prawda fałsz nazwa typ autor obraz wydawca nagłówek szerokość wysokość Osoba Organizacja ślad inicjuj wersja pchnij kolejka wczytaj",
    "funktion återvända fönster dokument skript var sant falskt namn typ författare bild utgivare rubrik bredd höjd Person Organisation spår start version tryck kö ladda",
    "işlev dönüş pencere belge betik değişken doğru yanlış isim tür yazar resim yayıncı başlık genişlik yükseklik Kişi Kuruluş izleme başlat sürüm it kuyruk yükle"
  };
  private static final String[] ENGLISH =
      ("function return window document script var true false name type author image publisher headline width"
              + " height Person Organization track init version push queue load")
          .split(" ", -1);
  private static final List<Map<String, String>> DICTIONARIES = dictionaries();

  /// @param words of the article that the junk is put into
  abstract String apply(String junk, Random dice, List<String> words);

  private static List<Map<String, String>> dictionaries() {
    List<Map<String, String>> all = new ArrayList<>();
    for (String language : LANGUAGES) {
      String[] words = language.split(" ", -1);
      Map<String, String> dictionary = new HashMap<>();
      for (int i = 0; i < ENGLISH.length; i++) {
        dictionary.put(ENGLISH[i], words[i]);
      }
      all.add(dictionary);
    }
    return all;
  }

  static String flat(String junk) {
    return SPACE.matcher(junk).replaceAll(" ");
  }

  private static String withoutHosts(String junk) {
    return HOST.matcher(junk).replaceAll(m -> (m.group(1) == null ? "" : m.group(1)) + "//");
  }

  private static String otherWords(String junk, Random dice, List<String> words) {
    Map<String, String> dictionary = DICTIONARIES.get(dice.nextInt(DICTIONARIES.size()));
    boolean anyWords = dice.nextInt(3) == 0 && !words.isEmpty();
    return replace(
        KEYWORD,
        junk,
        m -> dice.nextInt(5) == 0
            ? m.group()
            : anyWords
                ? words.get(Math.floorMod(m.group().hashCode(), words.size()))
                : dictionary.get(m.group()));
  }

  private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
    return pattern
        .matcher(text)
        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(by.apply(m)));
  }

  private static String guillemets(String junk, Random dice) {
    if (dice.nextInt(2) == 0) {
      return junk;
    }
    return each(
        junk,
        c -> c == '“' || c == '”'
            ? pick(dice, "« ", " »", Character.toString(c))
            : Character.toString(c));
  }

  /// As a machine translator leaves code: quotes curled at random, spaces pushed in, points lost.
  private static String translated(String junk, Random dice) {
    boolean capitals = dice.nextInt(4) == 0;
    String text = each(junk, c -> c == '\n' ? pick(dice, "\n", " n ", " ") : Character.toString(c));
    text = withoutHosts(flat(text));
    text = replace(Pattern.compile("//+"), text, m -> pick(dice, "/ / / ", "/ / ", "//"));
    text = replace(Pattern.compile("\\|\\|"), text, m -> pick(dice, "|| ", " ", " || "));
    text = each(text, c -> switch (c) {
      case '"' -> pick(dice, "“", "”", " “", "” ", "\"", " ”");
      case '\'' -> pick(dice, "‘", "’", " ‘", "'", "’ ");
      default -> Character.toString(c);
    });
    text = each(
        text,
        c -> "{([,;:=?@".indexOf(c) >= 0
            ? Character.toString(c) + pick(dice, "", " ", "")
            : Character.toString(c));
    text = each(
        text,
        c -> "})]=?!".indexOf(c) >= 0
            ? pick(dice, "", " ") + Character.toString(c)
            : Character.toString(c));
    text = replace(Pattern.compile("\\.(?=\\w)"), text, m -> pick(dice, ".", ". ", ".", " "));
    if (capitals) {
      text = replace(
          Pattern.compile("(?<=[.;] )[a-z]"),
          text,
          m -> m.group().toUpperCase(java.util.Locale.ROOT));
    }
    return replace(Pattern.compile("  +"), text, m -> " ");
  }

  private static String each(String text, java.util.function.IntFunction<String> by) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / 4);
    text.chars().forEach(c -> out.append(by.apply(c)));
    return out.toString();
  }

  private static String pick(Random dice, String... choices) {
    return choices[dice.nextInt(choices.length)];
  }
}
