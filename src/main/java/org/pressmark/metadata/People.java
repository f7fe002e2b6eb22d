package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The people in what a page gives as its author: `By Jane Doe and John Roe, Senior Reporters` is
/// `Jane Doe`, `John Roe`.
final class People {
  private static final int MOST_LETTERS = 300;
  private static final int MOST_NAME_LETTERS = 60;

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@]++@\\S*+|https?://\\S*+|www\\.\\S++|(?<!\\S)@\\w++");
  private static final Pattern PARENTHESES =
      Pattern.compile("\\([^()]{0,80}+\\)|\\[[^\\[\\]]{0,80}+\\]");

  /// Words that open a byline.
  static final Pattern OPENING = words("^(?:"
      + "(?:written|posted|published|reported|story|report|reporting|words|article|review"
      + "|analysis|opinion|submitted|text|commentary|interview|guest post|created|blog|column)\\s++by\\b"
      + "|by\\b|authors?\\b(?:/in|in)?\\s*+:?|autor(?:/?in|\\*in|a|en|es|i)?\\b\\s*+:?|auteurs?\\b\\s*+:?"
      + "|text[eo]?\\s*+:|verfasst von\\b|eine?\\s\\p{L}{4,20}\\svon\\b|geschrieben von\\b"
      + "|veröffentlicht von\\b|von\\b|vom\\b"
      + "|écrit par\\b|publié par\\b|propos recueillis par\\b|par\\b"
      + "|escrito por\\b|publicado por\\b|redactado por\\b|por\\b"
      + "|scritto da\\b|a cura di\\b|di\\b|door\\b|geschreven door\\b|skrevet av\\b|av\\b|af\\b|przez\\b"
      + "|автор\\w{0,2}+\\b\\s*+:?|текст\\s*+:|oleh\\b|yazan\\s*+:|yazar\\s*+:|reporter\\s*+:|redaktor\\s*+:"
      + "|teksti\\s*+:|kirjoittanut\\b|作者\\s*+[:：]?|记者\\s*+[:：]?|文\\s*+[/／:：]|بقلم\\b|كتب\\b|מאת\\b"
      + "|(?:view|see|more|all|other|alles?|mehr|zum|zur|voir|tous|toutes|ver|más|todos)\\b[^\\n]{0,30}?\\s"
      + "(?:by|von|par|por|di|of)\\b)\\s*+[:：]?\\s*+");
  private static final Pattern BETWEEN = Pattern.compile("\\s*+[;|/、，•·\\n]\\s*+|\\s++[-–—]\\s++");
  private static final Pattern AND = Pattern.compile(
      "(?:\\s*+,\\s++|\\s++)(?:&|\\+|and|AND|und|UND|et|ET|y|og|och|ja|и|і|та|και|ve|dan|with|mit|avec"
          + "|con|e|i|en|és|și|及|和)\\s++");
  private static final Pattern COMMA = Pattern.compile("\\s*+,\\s*+");

  /// What follows a name in a byline, but is none: `in Travel`, `am Samstag`, `for Sport Today`.
  private static final Pattern TAIL = Pattern.compile(
      "\\s++(?:in|on|am|at|um|für|for|vom|dans|via|il|le|from|aus|skrifar)\\s.*+$", Pattern.DOTALL);

  /// A word that no person is called, but many a job, a newsroom or a button is.
  private static final Pattern JOB = words(
      "\\b(?:editors?|reporters?|writers?|correspondents?|journalists?|columnists?|contributors?"
          + "|contributing|staff writer|director|producers?|managing|associate|assistant|professor"
          + "|lecturer|fellow|manager|founder|ceo|freelance|special to|critic|analyst|head of|officer"
          + "|redakteur\\w*+|korrespondent\\w*+|journaliste?|periodista|giornalista|chefredakteur\\w*+"
          + "|webmaster|administrator|anonymous|unknown|photographer|photos?|foto|bild|images?|video"
          + "|updated?|published|posted|minutes?|mins?|read|follow|folgen|share|comments?|today"
          + "|yesterday|ago|email|newsletter|subscribe|sponsored|twitter|youtube|facebook|instagram|profile"
          + "|biography|website|sign in|sign up|log in|login|creative commons|cc|getty|all rights|wordpress"
          + "|nameplate|powered|copyright|reviewed|edited|menu|home|monday|tuesday|wednesday|thursday|friday"
          + "|saturday|sunday)\\b");
  /// A name that is a newsroom's, an agency's or a firm's rather than a person's.
  private static final Pattern HOUSE = words(
      "\\b(?:news|press|agency|agencies|agence|agentur\\w*+|agencia|media|medien|journal|times|post|telegram"
          + "|gazette|magazine|magazin|network|radio|tv|staff|team|desk|bureau|newsroom|redaktion\\w*+"
          + "|redacción|redaccion|rédaction|redazione|redactie|redakcja|редакция|editorial|report|herald"
          + "|tribune|chronicle|company|corporation|inc|ltd|gmbh|llc|foundation|institute|association"
          + "|university|online|admin|service|wire|nachrichten|zeitung)\\b"
          + "|\\.(?:com|de|org|net|co|tv|is|at|info|fr|it|uk)\\b");
  private static final Pattern EDGE =
      Pattern.compile("^[\\s.,:;\\-–—•·|/*»«>\"“”'’_©]++|[\\s,:;\\-–—•·|/*»«>\"“”'’_]++$");
  private static final String DEGREE_WORDS =
      "(?:M\\.? ?S|M\\.? ?D|Ph\\.? ?D|Ed\\.? ?D|RDN?|LD|MBA|JD|RN|MPH|CPA|CFP|CEPF|M\\.? ?A|B\\.? ?A|D\\.? ?O|DDS"
          + "|FOMA|Jr|Sr|Esq)[.®™]?+";
  private static final Pattern DEGREE = Pattern.compile(DEGREE_WORDS);
  /// Degrees and honours behind a name.
  private static final Pattern DEGREES = Pattern.compile("(?:\\s++" + DEGREE_WORDS + ")++$");

  private People() {}

  private static Pattern words(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// The people named, in order; without them the newsroom or the agency; empty where nobody is.
  static List<String> named(List<String> values) {
    Set<String> people = new LinkedHashSet<>();
    for (String value : values) {
      people.addAll(named(value));
    }
    Set<String> persons = new LinkedHashSet<>(people);
    persons.removeIf(People::isHouse);
    return List.copyOf(persons.isEmpty() ? people : persons);
  }

  /// The same of what data give as names, one a value: an agency that is listed beside a person
  /// wrote with them.
  static List<String> listed(List<String> values) {
    Set<String> people = new LinkedHashSet<>();
    values.forEach(value -> people.addAll(named(List.of(value))));
    return List.copyOf(people);
  }

  /// The first of the names that data give, where none of them could be a person's: `Harbour staff
  /// reporter` is better than nobody.
  static List<String> title(List<String> values) {
    return values.stream()
        .map(value -> EDGE.matcher(open(value)).replaceAll(""))
        .filter(People::isTitle)
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

  static List<String> named(String value) {
    if (value.length() > MOST_LETTERS) {
      return List.of();
    }
    String text = ADDRESS.matcher(value).replaceAll(" ");
    text = PARENTHESES.matcher(text).replaceAll(" ");
    List<String> people = new ArrayList<>();
    for (String part : BETWEEN.split(open(text), -1)) {
      for (String piece : byAnd(part)) {
        people.addAll(byComma(piece));
      }
    }
    return people;
  }

  /// Two people, but one firm: `Jane Doe & John Roe`, `The Norland Mail & Gazette`.
  private static List<String> byAnd(String part) {
    List<String> pieces = List.of(AND.split(part, -1));
    long single = pieces.stream().filter(People::isOneWord).count();
    return single == 0 || single == pieces.size() ? pieces : List.of(part);
  }

  /// The text behind "By", "Von", "Written by".
  static String open(String text) {
    String rest = EDGE.matcher(text).replaceAll("");
    for (int times = 0; times < 3; times++) {
      Matcher opening = OPENING.matcher(rest);
      if (!opening.find() || opening.end() == rest.length()) {
        return rest;
      }
      rest = rest.substring(opening.end());
    }
    return rest;
  }

  private static List<String> byComma(String part) {
    String[] pieces = COMMA.split(part, -1);
    if (pieces.length == 2 && isOneWord(pieces[0]) && isOneWord(pieces[1])) {
      return isName(pieces[0]) && isName(pieces[1]) && !isShout(pieces[1])
          ? List.of(pieces[1].strip() + " " + pieces[0].strip())
          : List.of(pieces[0].strip()).stream().filter(People::isName).toList();
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
    String name = TAIL.matcher(piece).replaceAll("");
    name = EDGE.matcher(name).replaceAll("");
    return DEGREES.matcher(name).replaceAll("");
  }

  /// Few letters and all of them capitals, as in `RDN`, `AFP`, `MANILA`.
  private static boolean isShout(String text) {
    return isOneWord(text)
        && text.strip().length() <= 6
        && text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static boolean isOneWord(String text) {
    return !text.isBlank() && text.strip().indexOf(' ') < 0;
  }

  /// Whether a text could be somebody's name, or the name somebody writes under.
  static boolean isName(String text) {
    boolean hasDigit = text.chars().anyMatch(Character::isDigit);
    return text.length() > 1
        && text.length() <= MOST_NAME_LETTERS
        && text.chars().anyMatch(Character::isLetter)
        && text.chars().filter(c -> c == ' ').count() <= 5
        && !(hasDigit && text.indexOf(' ') >= 0)
        && text.chars().noneMatch(c -> "?!=<>{}©".indexOf(c) >= 0)
        && !JOB.matcher(text).find()
        && open(text).equals(text)
        && !OPENING.matcher(text).matches();
  }

  /// Whether a name is a newsroom's, an agency's or a firm's.
  static boolean isHouse(String name) {
    return HOUSE.matcher(name).find() || isShout(name);
  }

  /// Whether a name is one that a machine knows somebody by: `jane.doe`, `jdoe`, `jane-doe`.
  static boolean isHandle(String name) {
    return isOneWord(name)
        && name.equals(Evidence.lower(name))
        && name.chars().allMatch(c -> c < 0x80);
  }

  /// Whether a text looks like the names of people and nothing else: short, and every word but
  /// the particles begins with a capital.
  static boolean isPersonal(String text) {
    String[] words = text.strip().split("\\s++", -1);
    if (words.length < 2 || words.length > 5) {
      return false;
    }
    for (String word : words) {
      int first = word.codePointAt(0);
      boolean isCapital = Character.isUpperCase(first)
          || Character.isTitleCase(first)
          || Character.getType(first) == Character.OTHER_LETTER;
      if ((!isCapital && word.length() > 4) || word.chars().anyMatch(Character::isDigit)) {
        return false;
      }
    }
    return isName(text);
  }
}
