package org.pressmark.source.press;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the labels mean that press databases put before the parts of an article, in the languages
/// in which they can be had: `Byline`, `Auteur`, `LÄNGE`, `HD`.
public enum PressLabel {
  HEADLINE("headline title titre titel überschrift schlagzeile título titulo titular titolo"),
  BYLINE(
      "byline author authors author(s) auteur auteurs auteur(s) autor autoren autor(en) verfasser"
          + " autores autor(es) autora autore autori signature"),
  DATE("date publication_date date_de_publication datum publikationsdatum erscheinungsdatum fecha"
      + " fecha_de_publicación fecha_de_publicacion data"),
  SOURCE(
      "source source_name publication publication_title publication_name newspaper titre_de_la_publication"
          + " nom_de_la_source nom_de_la_publication quelle titel_der_publikation quellenname zeitung fuente"
          + " título_de_publicación título_de_la_publicación nombre_de_la_fuente periódico"),
  SECTION("section sections rubrique rubrik ressort sección seccion sezione sectie"),
  LENGTH("length word_count words longueur nombre_de_mots länge laenge wortzahl wörter longitud"
      + " extensión número_de_palabras lunghezza lengte"),
  LANGUAGE(
      "language language_of_publication langue langue_de_publication sprache publikationssprache"
          + " idioma idioma_de_la_publicación idioma_de_publicación lengua lingua taal"),
  PLACE("dateline lieu ort ortsmarke lugar"),
  DECK(
      "highlight subheadline subtitle sous-titre chapeau chapô untertitel vorspann unterzeile subtítulo"
          + " entradilla destacado"),
  ABSTRACT("abstract summary résumé resume zusammenfassung kurzfassung resumen extracto"),
  KEYWORDS(
      "subject subjects keywords sujet sujets mots-clés schlagwörter schlagwort thema materia materias"
          + " palabras_clave"),
  URL("url document_url link lien adresse url_du_document dokument-url url_del_documento enlace"),
  BODY("body full_text text corps texte texte_intégral texte_complet volltext textkörper haupttext"
      + " cuerpo texto texto_completo testo"),
  /// Something else, that is no part of the story.
  OTHER(
      "load-date load_date date_de_chargement date-chargement update aktualisierung fecha_de_carga"
          + " fecha-carga publication-type publication_type type_de_publication publikationstyp"
          + " tipo_de_publicación zeitungs-code zeitungscode journal-code journal_code code_de_la_source"
          + " graphic graphique grafik gráfico document_type type_de_document dokumententyp tipo_de_documento"
          + " proquest_document_id identifiant_du_document_proquest proquest-dokument-id"
          + " id_del_documento_de_proquest last_updated dernière_mise_à_jour zuletzt_aktualisiert"
          + " última_actualización database base_de_données datenbank base_de_datos copyright issn pages page"
          + " seite seiten página páginas volume édition edition ausgabe edición issue numéro nummer"
          + " publication_year année_de_publication publikationsjahr año_de_publicación publisher éditeur"
          + " verlag editorial place_of_publication lieu_de_publication publikationsort country_of_publication"
          + " location people company company_/_organization classification identifier_/_keyword links pub-type"
          + " acc-no organization geographic industry person ticker company subject_terms type"
          + " correction-date series notes series_name publication_subject source_type accession_number"
          + " document_feature dc_publisher lieux personnes firmen personen länder lugares personas empresas");

  /// Factiva's codes, the same in every language.
  private static final Map<String, PressLabel> CODES = Map.ofEntries(
      Map.entry("HD", HEADLINE),
      Map.entry("BY", BYLINE),
      Map.entry("WC", LENGTH),
      Map.entry("PD", DATE),
      Map.entry("SN", SOURCE),
      Map.entry("SE", SECTION),
      Map.entry("LA", LANGUAGE),
      Map.entry("LP", BODY),
      Map.entry("TD", BODY));

  private static final Set<String> OTHER_CODES =
      Set.of(("CR ET SC ED PG VOL CY AN CO IN NS RE IPD IPC PUB ART RF CLM CX DE GC MR NP RIC")
          .split(" "));

  private static final Map<String, PressLabel> WORDS = words();
  private static final int LONGEST = 40;

  private final String words;

  PressLabel(String words) {
    this.words = words;
  }

  /// A line that begins with a label, or is one.
  ///
  /// @param name as it stands there
  /// @param value what follows, which may be nothing
  public record Labelled(PressLabel label, String name, String value) {}

  private static Map<String, PressLabel> words() {
    Map<String, PressLabel> all = new HashMap<>();
    for (PressLabel label : values()) {
      for (String word : label.words.split(" ")) {
        all.putIfAbsent(word.replace('_', ' '), label);
      }
    }
    return Map.copyOf(all);
  }

  /// `LENGTH: 512 words`, `Auteur : Ada Roth`, `HD   Storm hits the coast`, `Body`.
  public static Optional<Labelled> in(String line) {
    String text = line.strip();
    Optional<Labelled> coded = coded(text);
    if (coded.isPresent()) {
      return coded;
    }
    int colon = text.indexOf(':');
    if (colon > LONGEST || (colon < 0 && text.length() > LONGEST)) {
      return Optional.empty();
    }
    String name = (colon < 0 ? text : text.substring(0, colon)).strip();
    PressLabel label = WORDS.get(name.toLowerCase(Locale.ROOT));
    if (label == null || (colon < 0 && label != BODY)) {
      return Optional.empty();
    }
    return Optional.of(
        new Labelled(label, name, colon < 0 ? "" : text.substring(colon + 1).strip()));
  }

  /// A code stands alone in its line, or has more than one blank behind it.
  private static Optional<Labelled> coded(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
      end++;
    }
    if (end < 2 || end > 3) {
      return Optional.empty();
    }
    boolean isAlone = end == text.length();
    boolean isParted = !isAlone && (text.charAt(end) == '\t' || text.startsWith("  ", end));
    String code = text.substring(0, end);
    PressLabel label = CODES.getOrDefault(code, OTHER_CODES.contains(code) ? OTHER : null);
    return label == null || !(isAlone || isParted)
        ? Optional.empty()
        : Optional.of(new Labelled(label, code, text.substring(end).strip()));
  }

  /// The names of languages in the languages of the labels, by what they stand for.
  public static final class Languages {
    private static final Map<String, String> TAGS = tags();

    private Languages() {}

    private static Map<String, String> tags() {
      Map<String, String> tags = new HashMap<>();
      List<Locale> labels = List.of(
          Locale.ENGLISH,
          Locale.FRENCH,
          Locale.GERMAN,
          Locale.of("es"),
          Locale.ITALIAN,
          Locale.of("nl"),
          Locale.of("pt"));
      List<String> codes = new ArrayList<>(List.of(Locale.getISOLanguages()));
      for (String code : codes) {
        Set<Locale> speakers = new HashSet<>(labels);
        speakers.add(Locale.of(code));
        for (Locale speaker : speakers) {
          String name = Locale.of(code).getDisplayLanguage(speaker).toLowerCase(Locale.ROOT);
          if (name.length() > 3) {
            tags.putIfAbsent(name, code);
          }
        }
      }
      return Map.copyOf(tags);
    }

    /// `en` for `English`, `ENGLISH; ANGLAIS`, `Anglais`; empty where the line is something else.
    public static Optional<String> tag(String line) {
      String first = line.split("[;,(]", 2)[0].strip().toLowerCase(Locale.ROOT);
      return Optional.ofNullable(TAGS.get(first));
    }
  }
}
