package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The people in what a page gives as its author: `By Jane Doe and John Roe, Senior Reporters` is
/// `Jane Doe`, `John Roe`.
final class People {
  private static final int MOST_LETTERS = 300;
  private static final int MOST_NAME_LETTERS = 60;
  private static final int MOST_SPACES = 5; // in a name
  private static final int LONGEST_INITIALS = 4; // `Esq.`
  private static final Set<String> INSTITUTIONS =
      Set.of("center", "centre", "institute", "office", "department", "foundation", "society");
  private static final int LONGEST_SIGN = 3; // an editor's initials

  /// Addresses and handles: `jane.doe@herald.example`, `jane[at]herald.example`, the end of
  /// `Jane Doe@janedoe`.
  private static final Pattern ADDRESS = Pattern.compile(
      "[\\w.+\\-]++(?:@|\\[at\\]|\\(at\\))[\\w\\-]++\\.\\S++|https?://\\S*+|www\\.\\S++|@\\w++"
          + "|\\[email.protected\\]");
  private static final Pattern PARENTHESES =
      Pattern.compile("\\([^()]{0,80}+\\)|\\[[^\\[\\]]{0,80}+\\]");

  /// Words that open a byline.
  static final Wording OPENING = Wording.opening("^(?:"
      + "(?:written|posted|published|reported|story|report|reporting|words|article|review"
      + "|analysis|opinion|submitted|text|commentary|interview|guest post|created|blog|column"
      + "|authored|compiled|recipe|essay|exclusive)\\s++by\\b"
      + "|(?:story|report|text|words|article|reporting)\\s++(?:and|&|\\+)\\s++(?:photos?|pictures?|photography|photographs"
      + "|images|video|illustrations?|graphics)\\s++by\\b|as told to\\b"
      + "|text\\s*+(?:&|und|and|et|y|\\+)\\s*+(?:fotos?|bilder|photos?|video)\\s*+:"
      + "|(?:erstellt|aufgezeichnet|protokolliert|publiziert|eingestellt|gepostet|artikel|beitrag"
      + "|blog.?beitrag|gastbeitrag|kolumne|kommentar|analyse|interview|bericht|reportage|rezept"
      + "|rezension|kritik|essay|glosse|text|meldung|nachricht|pressemitteilung|im wortlaut"
      + "|ein interview|redaktion)\\s++(?:von|vom)\\b|redaktion\\s*+:"
      + "|byby\\b|by\\b|tekst(?:y|en)?\\s*+:|testo\\s*+:|testi\\s*+:|authors?\\b(?:/in|in)?\\s*+:?|autor(?:/?in|\\*in|a|en|es|i)?\\b\\s*+:?|auteurs?\\b\\s*+:?"
      + "|text[eo]?\\s*+:|words\\s*+:|haber\\s*+:|โดย|posted(?:\\s\\w{1,8}){2,3}\\sago by\\b|interview\\s*+:|verfasst von\\b|eine?\\s\\p{L}{4,20}\\svon\\b|geschrieben von\\b"
      + "|veröffentlicht von\\b|von\\b|vom\\b"
      + "|écrit par\\b|publié par\\b|propos recueillis par\\b|par\\b"
      + "|escrito por\\b|publicad[oa] por\\b|postado por\\b|enviado por\\b|redactado por\\b|por\\b"
      + "|(?:scritto|pubblicato|postato|inviato) da\\b|a cura di\\b|di\\b"
      + "|(?:geschreven|geplaatst) door\\b|door (?:onze|een) \\p{L}{4,20}+\\b|door\\b|(?:skrevet|lagt inn) av\\b|av\\b"
      + "|upplagd av\\b|(?:skrevet|indsendt) af\\b|af\\b|przez\\b|(?:napisa|opublikowa)ła?\\b|napsala?\\b"
      + "|lähettänyt\\b|írta\\s*+:|szerző\\s*+:|piše\\s*+:|(?:scris|publicat) de\\b|γράφει (?:ο|η)\\b"
      + "|автор\\w{0,2}+\\b\\s*+:?|текст\\s*+:|(?:опубликовал|написал)а?\\b"
      + "|oleh\\b|(?:ditulis|diposting|dikirim) oleh\\b|penulis\\s*+:|gönderen\\b\\s*+:?|yazan\\s*+:|yazar\\s*+:|reporter\\s*+:|redaktor\\s*+:"
      + "|teksti\\s*+:|kirjoittanut\\b|作者\\s*+[:：]|记者\\s*+[:：]|文\\s*+[/／:：]|投稿者\\s*+[:：]"
      + "|द्वारा\\s*+[:：]|लेखक\\s*+:|रिपोर्ट\\s*+:|লেখক\\s*+:|প্রতিবেদক\\s*+:"
      + "|بقلم\\b|كتبت?\\b|به قلم\\b|نویسنده\\s*+:|מאת\\b"
      + "|(?:view|see|more|all|other|alles?|mehr|zum|zur|voir|tous|toutes|ver|más|todos)\\b[^\\n]{0,30}?\\s"
      + "(?:by|von|par|por|di|of)\\b)\\s*+[:：]?\\s*+");
  /// What others did for an article than write it; whoever is named behind it did not.
  private static final Pattern OTHER_ROLE = words(
      "(?:^|[\\s|.,;•·(])(?:(?:(?:medically|expert|fact.?|copy.?)?+\\s?(?:edited|editing|reviewed|checked)"
          + "|photograph(?:y|s|ed)|photos?|pictures?|illustrat(?:ed|ions?)|styled|translated|produced"
          + "|designed|research(?:ed)?|hosted|video|graphics?|artwork|images?)\\s++by\\b"
          + "|(?:additional\\s\\w{4,12}|contributions?)\\s(?:by|from)\\b"
          + "|(?:fotos?|bild(?:er)?|illustration(?:en)?|übersetz(?:t|ung)|redigiert|video|grafik)"
          + "(?:\\s++von\\b|\\s*+:)|(?:photos?|editor|images?|photographs?)\\s*+:"
          + "|(?:traduit|photos?|illustrations?)\\s++par\\b|(?:fotos?|traducido|ilustraci[oó]n)\\s++(?:por|de)\\b"
          + "|(?:foto|traduzione)\\s++di\\b|pictures?\\s*+:)");
  /// One of these stands in each of those.
  private static final WordFinder IN_OTHER_ROLE = new WordFinder(List.of(
      "edited",
      "editing",
      "reviewed",
      "checked",
      "photo",
      "picture",
      "illustrat",
      "styled",
      "translated",
      "produced",
      "designed",
      "research",
      "hosted",
      "video",
      "graphic",
      "artwork",
      "image",
      "additional",
      "contribution",
      "foto",
      "bild",
      "übersetz",
      "redigiert",
      "grafik",
      "editor",
      "traduit",
      "traducido",
      "ilustraci",
      "traduzione"));
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\S\\n]*+[;|/、，•·\\n]\\s*+|\\s++[-–—]\\s++");
  /// One of these stands in each of those.
  private static final String PARTING = ";|/、，•·\n-–—";
  private static final Set<String> AND_WORDS = Set.of(
      ("& + and AND und UND et ET y og och ja и і та και ve dan with mit avec con e i en és și 及 和")
          .split(" "));
  private static final Pattern AND =
      Pattern.compile("(?:\\s*+,\\s++|\\s++)(?:" + oneOf(AND_WORDS) + ")\\s++");
  private static final int LONGEST_SHORT = 3; // its stop included
  private static final Pattern COMMA = Pattern.compile("\\s*+,\\s*+");

  /// What follows a name in a byline, but is none: `in Travel`, `am Samstag`, `for Sport Today`.
  private static final Set<String> TAIL_WORDS =
      Set.of("in on am at um für for vom dans via il le from aus skrifar".split(" "));
  private static final Pattern TAIL =
      Pattern.compile("\\s++(?:" + oneOf(TAIL_WORDS) + ")\\s.*+$", Pattern.DOTALL);
  /// The same of bylines in capitals, and of those that end in a paper's name with its article.
  private static final Pattern LOUD_TAIL =
      Pattern.compile("\\s++(?:FOR|IN|of The|OF THE)\\s.*+$", Pattern.DOTALL);

  /// A word that no person is called, but many a job, a newsroom or a button is.
  private static final Wording JOB = Wording.anywhere(
      "\\b(?:editors?|reporters?|writers?|correspondents?|journalists?|columnists?|contributors?"
          + "|contributing|staff writer|director|producers?|managing|associate|assistant|professor"
          + "|lecturer|fellow|manager|founder|ceo|freelance|special to|critic|analyst|head of|officer"
          + "|redakteur\\w*+|korrespondent\\w*+|journaliste?|periodista|giornalista|chefredakteur\\w*+"
          + "|webmaster|administrator|anonymous|unknown|photographer|photos?|foto|bild|images?|video"
          + "|updated?|published|posted|minutes?|mins?|read|follow|folgen|share|comments?|today"
          + "|yesterday|ago|email|newsletter|subscribe|sponsored|twitter|youtube|facebook|instagram|profile"
          + "|biography|website|bio|no author|admin|posts?|articles?|publié|publicado|veröffentlicht"
          + "|paid|expert(?:e|in)?|sign in|sign up|log in|login|creative commons|cc|getty|all rights|wordpress"
          + "|pressemitteilung\\w*+|meldung(?:en)?|aktuell\\w*+|themen?|güncelleme|registrieren|anmelden|abonnieren"
          + "|datenschutz\\w*+|watch live|tickets?|фото|manufacturers?|categor(?:y|ies)|company size|use cases?"
          + "|learn more|see more|related|sign up|create account|meet|modified|sponsored|advertisement"
          + "|nameplate|powered|copyright|reviewed|edited|menu|home|monday|tuesday|wednesday|thursday|friday"
          + "|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi"
          + "|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
          + "|zuletzt|geändert|aktualisiert|gesponserte|inhalte|informationen|einstellungen|settings|edition|impressum|datenschutz|kontakt"
          + "|contact us|privacy|cookies?|uncategorized|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\\.?$)\\b|^ph\\.?d\\.?$");
  /// A name that is a newsroom's, an agency's or a firm's rather than a person's.
  private static final Wording HOUSE = Wording.anywhere(
      "\\b(?:news|press|channel|blog|agency|agencies|agence|agentur\\w*+|agencia|media|medien|journal|times|post|telegram"
          + "|gazette|magazine|magazin|network|radio|tv|staff|team|desk|bureau|newsroom|redaktion\\w*+"
          + "|redacción|redaccion|rédaction|redazione|redactie|redakcja|редакция|editorial|report|herald"
          + "|tribune|chronicle|company|corporation|inc|ltd|gmbh|llc|foundation|institute|association"
          + "|university|airport|station|hospital|stadium|museum|online|admin|service|wire|nachrichten|zeitung"
          + "|\\w*anstalt|\\w*verband\\w{0,2}+|ministerium|institut|universität|stiftung|hochschule"
          + "|photography|photographie|fotografie|studio|fraktion|partei|bundesamt|government|ministry|department|council|committee)\\b"
          + "|\\.(?:com|de|org|net|co|tv|is|at|info|fr|it|uk)\\b");
  /// What no name begins with.
  private static final Wording NO_FIRST_WORD = Wording.opening(
      "^(?:in|on|at|and|und|under|unter|auf|im|am|from|aus|or|oder|dans|en|deine?[mnrs]?|eure[mnrs]?|euer|your|yours)\\s");
  /// What no name ends with: `Feature by` stands above a name.
  private static final Set<String> LAST_WORDS = Set.of(
      "by", "von", "vom", "par", "por", "av", "af", "door", "przez", "and", "und", "mit", "in");
  private static final Pattern EDGE =
      Pattern.compile("^[\\s.,:;)(\\-–—•·●|/*»«>→\"“”'’_©\ue000-\uf8ff]++"
          + "|[\\s,:;(\\-–—•·●|/*»«>→\"“”'’_\ue000-\uf8ff]++$");
  private static final String DEGREE_WORDS =
      "(?:M\\.? ?S|M\\.? ?D|Ph\\.? ?D|Ed\\.? ?D|RDN?|LD|MBA|JD|RN|MPH|CPA|CFP|CEPF|M\\.? ?A|B\\.? ?A|D\\.? ?O|DDS"
          + "|FOMA|Esq)[.®™]?+";
  private static final Pattern DEGREE = Pattern.compile(DEGREE_WORDS + "|[JS]r\\.?+");
  /// Degrees and honours behind a name.
  private static final Pattern DEGREES = Pattern.compile("(?:\\s++" + DEGREE_WORDS + ")++$");

  /// What machines give where nobody gave them a name.
  private static final Set<String> NOBODY = Set.of(
      "no author",
      "no byline",
      "not provided",
      "unknown author",
      "author name",
      "super user",
      "site admin",
      "admin user",
      "default author",
      "kein autor");
  /// Trades that German and English bylines put before a name: `Rechtsanwalt Karl Brandt`.
  private static final Wording TRADE = Wording.opening(
      "^(?:rechtsanw(?:alt|ältin)|fachanw(?:alt|ältin)|steuerberater(?:in)?|redakteur(?:in)?|gastautor(?:in)?"
          + "|reporter(?:in)?|journalist(?:in)?|staff writer|staff reporter|correspondent)\\s++");
  /// Trades that stand behind a name, and what stands before these: `Senior Staff Writer`.
  private static final Set<String> JOBS = Set.of(
      "columnist", "correspondent", "editor", "journalist", "photographer", "reporter", "writer");

  private static final Set<String> JOB_WORDS = Set.of(
      "associate",
      "business",
      "chief",
      "city",
      "contributing",
      "correspondent",
      "county",
      "courts",
      "crime",
      "data",
      "deputy",
      "education",
      "environment",
      "features",
      "freelance",
      "government",
      "guest",
      "health",
      "investigative",
      "managing",
      "metro",
      "multimedia",
      "national",
      "news",
      "political",
      "politics",
      "senior",
      "special",
      "sports",
      "staff",
      "state");

  /// Countries behind an outlet's name and its town: `Wochenblatt, Kiel, Germany`.
  private static final Set<String> COUNTRIES = Set.of(
      "germany",
      "deutschland",
      "austria",
      "österreich",
      "switzerland",
      "schweiz",
      "italy",
      "france");
  /// What a name does not begin with in small letters, as it may with `van`.
  private static final Set<String> ARTICLES =
      Set.of("der", "das", "den", "dem", "des", "dei", "degli", "les", "los", "las", "and", "und");
  private static final Pattern SPACES = Pattern.compile("\\s++");
  /// Words in names that begin small.
  private static final Set<String> PARTICLES = Set.of(
      ("von van de der den del della di da dos das do du la le el al bin ibn ben bint abu y e i zu zum "
              + "zur af av ter ten te st and und dei degli vom op los las d' o' mc 't dal dalla des les")
          .split(" "));

  private People() {}

  /// Whether a word in a name may begin small, as `de` may.
  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  private static Pattern words(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// The people named, in order; without them the newsroom or the agency; empty where nobody is.
  static List<String> named(List<String> values) {
    Set<String> people = new LinkedHashSet<>();
    for (String value : byWriters(values)) {
      people.addAll(named(value));
    }
    Set<String> persons = new LinkedHashSet<>(people);
    persons.removeIf(People::isHouse);
    // `mq/dpa` is how an editor and an agency sign together.
    boolean isFull = persons.stream().anyMatch(name -> name.length() > LONGEST_SIGN);
    if (persons.size() > 1 && isPersonal(persons.iterator().next())) {
      persons.removeIf(People::isLowWord); // `Rizky Pratama - harianteluk`
    }
    return List.copyOf(isFull ? persons : people);
  }

  /// The same of what data give as names, one a value: an agency that is listed beside a person
  /// wrote with them.
  static List<String> listed(List<String> values) {
    Set<String> people = new LinkedHashSet<>();
    values.forEach(value -> people.addAll(named(List.of(value))));
    return List.copyOf(people);
  }

  /// What is shown where somebody's name should be, and is no more than a few words: `Staff
  /// Writer`, `Norland Today`.
  static List<String> shownTitle(List<String> values) {
    List<String> titles = title(values);
    return titles.stream().allMatch(People::isFewWords) ? titles : List.of();
  }

  private static boolean isFewWords(String title) {
    String[] words = SPACES.split(title, -1);
    boolean isFew =
        words.length <= 4 && !OPENING.is(title) && !LAST_WORDS.contains(words[words.length - 1]);
    for (String word : words) {
      isFew &=
          word.chars().allMatch(Character::isLetter) && Character.isUpperCase(word.codePointAt(0));
    }
    return isFew;
  }

  /// The first of the names that data give, where none of them could be a person's: `Harbour staff
  /// reporter` is better than nobody.
  static List<String> title(List<String> values) {
    return values.stream()
        .map(value -> trim(open(value)))
        .filter(title -> isTitle(title) && !NOBODY.contains(Evidence.lower(title)))
        .limit(1)
        .toList();
  }

  /// Whether a text could be a name that data give to somebody, be it of a job.
  private static boolean isTitle(String text) {
    return text.length() > 2
        && text.length() <= MOST_NAME_LETTERS
        && text.indexOf(' ') > 0
        && text.chars().anyMatch(Character::isLetter)
        && text.chars().noneMatch(c -> "?!=<>{}©@/:".indexOf(c) >= 0);
  }

  /// The values without those who edited, took photographs, translated; `Text & Fotos: Jane Doe`
  /// did write it.
  private static List<String> byWriters(List<String> values) {
    List<String> writers = new ArrayList<>(values.size());
    boolean isOthers = false;
    for (String value : values) {
      if (isOthers) {
        isOthers = false;
      } else if (IN_OTHER_ROLE.in(value) == 0) {
        writers.add(value);
      } else {
        Matcher role = OTHER_ROLE.matcher(value);
        boolean isRole = role.find() && OPENING.end(value) < role.end();
        writers.add(isRole ? sentence(value.substring(0, role.start())) : value);
        // "Reviewed by" in an element of its own, the name in the next.
        isOthers = isRole && value.substring(role.end()).isBlank();
      }
    }
    return writers;
  }

  /// Without the stop behind it, which is not that of `Jr.` or `D.`
  private static String sentence(String text) {
    String line = text.strip();
    int last = line.lastIndexOf(' ') + 1;
    return line.endsWith(".") && line.length() - last > LONGEST_SHORT
        ? line.substring(0, line.length() - 1)
        : line;
  }

  /// Whether a text goes on behind a name as bylines do: `am Samstag`, `in Travel`.
  static boolean isTail(String rest) {
    return TAIL.matcher(" " + rest).lookingAt();
  }

  static List<String> named(String value) {
    if (value.length() > MOST_LETTERS) {
      return List.of();
    }
    String text = value.replace('\u00a0', ' ');
    text = hasAddress(text) ? ADDRESS.matcher(text).replaceAll(" ") : text;
    if (hasBracket(text) && isMiddleName(text)) {
      return List.of(trim(open(text)));
    }
    text = hasBracket(text) ? PARENTHESES.matcher(text).replaceAll(" ") : text;
    text = Character.isIdeographic(text.isEmpty() ? ' ' : text.charAt(0)) ? withoutDay(text) : text;
    List<String> people = new ArrayList<>();
    String named = withoutPlace(withoutGuest(text, open(text)));
    named = withoutOutlet(named);
    for (String part :
        hasAny(named, PARTING) ? List.of(BETWEEN.split(named, -1)) : List.of(named)) {
      for (String piece : byAnd(part)) {
        people.addAll(byComma(piece));
      }
    }
    return people;
  }

  /// A name in Chinese letters without the day behind it: `佐久間 理恵　2021年5月11日 18時30分`.
  private static String withoutDay(String text) {
    int end = 0;
    while (end < text.length() && !Character.isDigit(text.charAt(end))) {
      end++;
    }
    boolean isApart = end < text.length() && Character.isWhitespace(text.charAt(end - 1));
    return isApart ? text.substring(0, end).strip() : text;
  }

  /// Whether brackets stand around a name among names: `Anna (Maria) Berg`, but not `Anna Berg
  /// (Norland Press) `.
  private static boolean isMiddleName(String byline) {
    String text = open(byline);
    int start = text.indexOf('(');
    int end = text.indexOf(')');
    if (start < 2 || end < start + 3 || end + 2 >= text.length() || text.indexOf('(', end) > 0) {
      return false;
    }
    String inside = text.substring(start + 1, end);
    return text.charAt(start - 1) == ' '
        && text.charAt(end + 1) == ' '
        && text.indexOf(',') < 0
        && !isHouse(inside)
        && isPersonal(text.replace("(", "").replace(")", ""));
  }

  /// Without the outlet and the town it reports from: `Mariana Tavares, TV Aurora — Santa Aurora`.
  private static String withoutOutlet(String named) {
    int dash = named.indexOf(" — ");
    int comma = named.lastIndexOf(", ", dash - 2); // in front of the dash, and not right before it
    return comma > 0 && HOUSE.isIn(named.substring(comma + 2, dash))
        ? named.substring(0, comma)
        : named;
  }

  /// Without the town and the country behind an outlet's name.
  private static String withoutPlace(String named) {
    int last = named.lastIndexOf(',');
    int first = named.indexOf(',');
    return first > 0
            && first < last
            && named.indexOf(',', first + 1) == last
            && COUNTRIES.contains(Evidence.lower(named.substring(last + 1).strip()))
        ? named.substring(0, first)
        : named;
  }

  /// Who was asked in an interview did not write it: `Interview by Jane Doe with John Roe`.
  private static String withoutGuest(String byline, String named) {
    int opening = byline.length() - named.length();
    int interview = Evidence.lower(byline).indexOf("interview");
    if (interview < 0 || interview > opening) {
      return named;
    }
    for (String with : List.of(" mit ", " with ", " avec ", " con ")) {
      int at = named.indexOf(with);
      if (at > 0) {
        return named.substring(0, at);
      }
    }
    return named;
  }

  private static boolean hasAny(String text, String signs) {
    for (int at = 0; at < text.length(); at++) {
      if (signs.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether there may be an address: each has something that no name has.
  private static boolean hasAddress(String text) {
    return text.indexOf('@') >= 0
        || text.contains("http")
        || text.contains("www.")
        || text.contains("[at]")
        || text.contains("(at)")
        || text.contains("[email");
  }

  private static boolean hasBracket(String text) {
    return text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
  }

  /// Without what stands at the edges of names and is none of them.
  private static String trim(String text) {
    boolean isTrim = text.isEmpty()
        || Character.isLetterOrDigit(text.charAt(0))
            && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    return isTrim ? text : EDGE.matcher(text).replaceAll("");
  }

  /// Two people, but one firm: `Jane Doe & John Roe`, `The Norland Mail & Gazette`.
  private static List<String> byAnd(String part) {
    if (!hasWord(part, AND_WORDS)) {
      return List.of(part);
    }
    List<String> pieces = List.of(AND.split(part, -1));
    long single = pieces.stream()
        .filter(piece -> isOneWord(piece) && Agencies.named(piece.strip()).isEmpty())
        .count();
    return single == 0 || single == pieces.size() ? pieces : List.of(part);
  }

  /// One of these words, as an expression.
  private static String oneOf(Set<String> words) {
    return words.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /// Whether one of these words stands in a text between two spaces.
  private static boolean hasWord(String text, Set<String> words) {
    int from = -1; // where a word begins; -1 in front of the first space
    for (int at = 0; at < text.length(); at++) {
      if (isSpace(text.charAt(at))) {
        if (from >= 0 && from < at && words.contains(text.substring(from, at))) {
          return true;
        }
        from = at + 1;
      }
    }
    return false;
  }

  /// Whether it is one of those that `\s` stands for.
  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /// The same without what stands in brackets behind the name.
  static String alone(String text) {
    return open(hasBracket(text) ? PARENTHESES.matcher(text).replaceAll(" ").strip() : text);
  }

  /// The text behind "By", "Von", "Written by".
  static String open(String text) {
    String rest = trim(text);
    for (int times = 0; times < 3; times++) {
      int end = OPENING.end(rest);
      if (end < 0 || end == rest.length()) {
        return rest;
      }
      rest = rest.substring(end);
    }
    return rest;
  }

  private static List<String> byComma(String part) {
    String[] pieces = part.indexOf(',') < 0 ? new String[] {part} : COMMA.split(part, -1);
    if (pieces.length == 2 && isOneWord(pieces[0]) && isOneWord(pieces[1])) {
      return isName(pieces[0]) && isName(pieces[1]) && !isShout(pieces[1])
          ? List.of(pieces[1].strip() + " " + pieces[0].strip())
          : isName(pieces[0].strip()) ? List.of(pieces[0].strip()) : List.of();
    }
    List<String> people = new ArrayList<>();
    for (String piece : pieces) {
      String name = tidy(open(piece));
      boolean isDegree = !people.isEmpty() && DEGREE.matcher(name).matches();
      if (isName(name) && !isDegree && !(isShout(name) && !people.isEmpty())) {
        people.add(name);
      }
    }
    return people;
  }

  private static String tidy(String piece) {
    String name = trim(withoutTail(piece));
    name = withoutDegrees(withoutJob(withoutTrade(name)));
    name = isPadded(name) ? name.replace(" ", "") : name;
    int last = name.length() - 1;
    boolean isSentence = last > LONGEST_INITIALS
        && name.charAt(last) == '.'
        && name.indexOf('.') == last
        && name.indexOf(' ', last - LONGEST_INITIALS) < 0;
    return isSentence ? name.substring(0, last) : name;
  }

  /// Degrees end in capitals, all but `Esq`; most names do not.
  private static String withoutDegrees(String name) {
    char last = name.isEmpty() ? 'a' : name.charAt(name.length() - 1);
    return Character.isLowerCase(last) && last != 'q'
        ? name
        : DEGREES.matcher(name).replaceAll("");
  }

  /// Without what follows a name; `Institute for Coasts` has no other.
  private static String withoutTail(String piece) {
    if (!hasWord(piece, TAIL_WORDS)) {
      return withoutLoudTail(piece);
    }
    String name = TAIL.matcher(piece).replaceAll("");
    boolean isHouse = name.length() < piece.length()
        && isOneWord(name)
        && piece.regionMatches(name.length(), " for ", 0, " for ".length())
        && INSTITUTIONS.contains(Evidence.lower(name.strip()));
    return isHouse ? piece : name;
  }

  /// `ELLA THORNBY FOR ECHO ONLINE`, `Ella Thornby of The Echo`, but not `Friends of The Earth`.
  private static String withoutLoudTail(String piece) {
    boolean mayBe = piece.contains(" FOR ")
        || piece.contains(" IN ")
        || piece.contains(" of The ")
        || piece.contains(" OF THE ");
    String name = mayBe ? LOUD_TAIL.matcher(piece).replaceAll("") : piece;
    return name.length() < piece.length() && GivenNames.begin(name.strip()) ? name : piece;
  }

  private static String withoutTrade(String name) {
    int end = TRADE.end(name);
    return end > 0 && isPersonal(name.substring(end)) ? name.substring(end) : name;
  }

  /// Without the job or the agency that local papers set behind a name, and no comma between: `JANE
  /// DOE Staff Writer`, `John Roe Associated Press`.
  private static String withoutJob(String name) {
    String[] words = SPACES.split(name, -1);
    int end = words.length;
    if (JOBS.contains(Evidence.lower(words[end - 1]))) {
      int job = end - 1;
      while (job > 2 && JOB_WORDS.contains(Evidence.lower(words[job - 1]))) {
        job--;
      }
      end = job < end - 1 ? job : end; // `Content Editor` may be all there is
    }
    for (int at = 2; at < words.length && end == words.length; at++) {
      end = Agencies.isSpelt(joined(words, at, words.length)) ? at : end;
    }
    String before = joined(words, 0, end);
    return end < words.length && isPersonal(before) ? before : name;
  }

  /// Whether a line ends with a trade: `Ella Thornby, Chief Reporter`.
  static boolean endsInTrade(String line) {
    return JOBS.contains(Evidence.lower(line.substring(line.lastIndexOf(' ') + 1)));
  }

  private static String joined(String[] words, int from, int to) {
    return String.join(" ", List.of(words).subList(from, to));
  }

  /// Whether a Chinese name has a space between its letters: `赵 培`.
  private static boolean isPadded(String name) {
    return name.length() == 3
        && name.charAt(1) == ' '
        && Character.isIdeographic(name.charAt(0))
        && Character.isIdeographic(name.charAt(2));
  }

  /// Few letters and all of them capitals, as in `RDN`, `AFP`, `MANILA`.
  static boolean isShout(String text) {
    return isOneWord(text)
        && text.strip().length() <= 6
        && text.equals(text.toUpperCase(Locale.ROOT))
        && !text.equals(Evidence.lower(text));
  }

  /// One word in small letters, where other names have capitals: a handle, an outlet's address.
  private static boolean isLowWord(String name) {
    return isOneWord(name)
        && Character.isLowerCase(name.codePointAt(0))
        && name.equals(Evidence.lower(name));
  }

  private static boolean isOneWord(String text) {
    return !text.isBlank() && text.strip().indexOf(' ') < 0;
  }

  /// Whether a text could be somebody's name, or the name somebody writes under.
  static boolean isName(String text) {
    return text.length() > 1
        && text.length() <= MOST_NAME_LETTERS
        && hasLettersOfName(text)
        && !text.contains("作者")
        && !NOBODY.contains(Evidence.lower(text))
        && !JOB.isIn(text)
        && NO_FIRST_WORD.end(text) < 0
        && !LAST_WORDS.contains(Evidence.lower(text.substring(text.lastIndexOf(' ') + 1)))
        && open(text).equals(text)
        && !OPENING.is(text);
  }

  /// Whether there are letters, few spaces, no digits between words and no signs that no name has.
  private static boolean hasLettersOfName(String text) {
    int letters = 0;
    boolean hasDigit = false;
    int spaces = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        letters++;
      } else if ("?!=<>{}©:".indexOf(c) >= 0) {
        return false;
      } else {
        hasDigit |= Character.isDigit(c);
        spaces += c == ' ' ? 1 : 0;
      }
    }
    return letters > (hasDigit ? 1 : 0) && spaces <= MOST_SPACES && !(hasDigit && spaces > 0);
  }

  /// Whether a name is a newsroom's, an agency's or a firm's.
  static boolean isHouse(String name) {
    return name.regionMatches(true, 0, "the ", 0, 4)
        || HOUSE.isIn(name)
        || isShout(name)
        || Agencies.isSpelt(name);
  }

  private static final Pattern DESK = words(
      "^(?:(?:our|the|[\\p{L}.]++)\\s){0,3}+(?:editors?|contributors?|writers?|reporters?|authors?|columnists?)$");

  /// One of these stands in each of those.
  private static final WordFinder IN_DESK =
      new WordFinder(List.of("editor", "contributor", "writer", "reporter", "author", "columnist"));

  /// Whether a name is that of those who write without one: `Our Editors`, `Staff Writer`.
  static boolean isDesk(String name) {
    return IN_DESK.in(name) != 0 && DESK.matcher(name).find();
  }

  /// The newsroom that is given where no person is, such as `Our Editors`.
  static List<String> desk(List<String> values) {
    return values.size() == 1
            && isDesk(values.getFirst())
            && values.getFirst().length() <= 40
            && !NOBODY.contains(Evidence.lower(values.getFirst()))
        ? values
        : List.of();
  }

  /// Whether a name is one that a machine knows somebody by: `jane.doe`, `jdoe2`, `jane-doe`,
  /// `L_1045`.
  static boolean isHandle(String name) {
    boolean isLow = name.equals(Evidence.lower(name));
    return isOneWord(name)
        && (isLow || (DateReader.hasDigit(name) && name.indexOf('_') >= 0))
        && name.chars().allMatch(c -> c < 0x80)
        && name.chars().anyMatch(c -> !Character.isLetter(c));
  }

  /// Whether a text looks like the names of people and nothing else: short, and every word but
  /// the particles begins with a capital.
  static boolean isPersonal(String text) {
    String[] words = SPACES.split(text.strip(), -1);
    if (words.length < 2 || words.length > 5 || ARTICLES.contains(words[0])) {
      return false;
    }
    int capitals = 0;
    for (String word : words) {
      int first = word.codePointAt(0);
      boolean isCapital = Character.isUpperCase(first)
          || Character.isTitleCase(first)
          || Character.getType(first) == Character.OTHER_LETTER;
      if ((!isCapital && !PARTICLES.contains(word)) || DateReader.hasDigit(word)) {
        return false;
      }
      capitals += isCapital ? 1 : 0;
    }
    return capitals > 1 && isName(text);
  }
}
