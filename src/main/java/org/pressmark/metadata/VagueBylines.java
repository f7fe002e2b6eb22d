package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Bylines that begin as headlines may, so that only names which people have count behind it:
/// `From Mark Harrow in Lindmouth`, `Von unserer Redakteurin Anna Berg`, `Bericht: Anna Berg`, `De
/// notre envoyé spécial Paul Morel`, `Das Gespräch führte Anna Berg`, `Της Άννας Παππά`.
final class VagueBylines {
  private static final int LONGEST_PLACE = 30;

  /// Whoever follows is a newsroom's own.
  private static final Wording OWN = Wording.opening("^(?:"
      + "(?:from|by) (?:our|the) (?:own |special |chief |foreign |political |staff ){0,2}(?:correspondent|reporter|writer)s?\\b,?"
      + "|(?:von|aus) (?:unser(?:em|er|en|e)?) (?:freien |ständigen )?(?:korrespondent(?:en|innen|in)?|redakteur(?:en|innen|in|e)?"
      + "|reporter(?:innen|in|n)?|mitarbeiter(?:innen|in|n)?|redaktionsmitglied(?:ern)?|volontär(?:in)?)\\b,?"
      + "|(?:de|par) (?:notre|nos) (?:correspondante?s?|envoyée?s? spéciale?s?|journalistes?|envoyée?s? spéciaux)\\b,?"
      + "|(?:por|de) nuestr[oa]s? (?:corresponsal(?:es)?|enviad[oa]s? especial(?:es)?|redactora?|periodista)\\b,?"
      + "|(?:dal|dalla|dai|del) nostr[oaie] (?:inviat[oaie]|corrispondent[ei]|redazione|giornalista)\\b,?"
      + "|(?:van|door) onze (?:correspondent[es]?|verslaggev(?:er|ster)s?|redacteur(?:en)?)\\b,?"
      + "|(?:του|της) (?:ανταποκριτή|ανταποκρίτριάς|απεσταλμένου|απεσταλμένης) μας\\b,?)\\s*+");
  private static final Wording OPENING = Wording.opening("^(?:"
      // what it is
      + "(?:story|report|reporting|bericht|reportage|protokoll|gespräch|kommentar|reportaje|crónica|redacción|redação|servizio"
      + "|escriben?|articolo|artículo|texto y fotos|texte et photos|testo e foto|tekst i foto|tekst i zdjęcia|tekst og foto|text och foto"
      + "|text och bild|tekst en foto'?s?|כתבה|כתב|תקציר|reportaż|riport|cikk|rozmawiała?)\\b ?:"
      + "|(?:un reportage|reportage|une enquête|enquête|un récit|récit|texte|textes|un entretien|une tribune|tribune) (?:de|d['’])"
      + "|(?:un reportaje|reportaje|texto|una crónica|crónica|una entrevista|análisis|un artículo|opinión) de\\b"
      + "|(?:uma reportagem|reportagem|texto|artigo|opinião|análise) de\\b"
      + "|(?:testo|testi|articolo|servizio|un reportage|intervista|un servizio|un articolo) di\\b"
      + "|(?:text|tekst|words|texte|testo) (?=\\p{Lu})"
      // who asked
      + "|das (?:gespräch|interview) führten?\\b|(?:die )?fragen stellten?\\b|mit (?:ihm|ihr) sprach\\b"
      + "|(?:l['’]intervista è di|rozmawiała?|notowała?|ptala? se|vroeg|escriben?)\\b"
      + "|from\\b|aus\\b)\\s*+");
  /// Whose, in languages where a name alone follows.
  private static final Wording OF = Wording.opening("^(?:του|της|των|de)\\s++");

  private VagueBylines() {}

  /// Who is named behind such an opening; nobody where one of them may be no person.
  ///
  /// @param language BCP 47
  static List<String> names(String line, String language) {
    if (line.isEmpty() || !Character.isLetter(line.charAt(0))) {
      return List.of();
    }
    int own = OWN.end(line);
    if (own > 0 && own < line.length()) {
      return people(behindPlace(line.substring(own)), People::isPersonal);
    }
    int opening = OPENING.end(line);
    if (opening > 0 && opening < line.length()) {
      return people(behindPlace(line.substring(opening)), GivenNames::begin);
    }
    boolean mayBeOf = language.startsWith("el") || language.startsWith("ro");
    int of = mayBeOf ? OF.end(line) : -1;
    return of > 0 && People.isPersonal(line.substring(of))
        ? people(line.substring(of), GivenNames::begin)
        : List.of();
  }

  /// `à Varn, Anne Bertin` without the place.
  private static String behindPlace(String text) {
    int comma = text.indexOf(", ");
    boolean isPlace = comma > 0
        && comma < LONGEST_PLACE
        && Character.isLowerCase(text.charAt(0))
        && text.indexOf(' ') < 4;
    int says = text.indexOf("berichtet ");
    return isPlace
        ? text.substring(comma + 2)
        : says > 0 && says < LONGEST_PLACE ? text.substring(says + "berichtet ".length()) : text;
  }

  private static List<String> people(String text, Predicate<String> isPerson) {
    List<String> names = People.named(List.of(withoutStop(text)));
    List<String> people = new ArrayList<>();
    for (String name : names) {
      if (isPerson.test(name)) {
        people.add(name);
      } else if (people.isEmpty() || name.indexOf(' ') > 0) {
        return List.of(); // a town may stand behind the last
      }
    }
    return people;
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
