package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The people in what a page gives as its author: `By Jane Doe and John Roe, Senior Reporters` is
/// `Jane Doe`, `John Roe`.
final class People {
  private static final int MOST_LETTERS = 300;
  private static final int MOST_NAME_LETTERS = 60;

  private static final Pattern ADDRESS =
      Pattern.compile("\\S++@\\S*+|https?://\\S*+|www\\.\\S++|(?<!\\S)@\\w++");
  private static final Pattern PARENTHESES =
      Pattern.compile("\\([^()]{0,80}+\\)|\\[[^\\[\\]]{0,80}+\\]");
  /// Words that open a byline.
  static final Pattern OPENING = Pattern.compile(
      "^(?:(?:written|posted|published|reported|story|report|reporting|words|article|review|analysis|opinion|edited|submitted|text|commentary|interview|guest post|created|blog|column|by line|byline)\\s++by\\b"
          + "|by\\b|authors?\\b\\s*+:|text(?:e|o)?\\s*+:|autore?n?(?:es|i)?\\b\\s*+:|autor(?:in|a)?\\b\\s*+:?|author\\b(?=\\s)|auteurs?\\s*+:|verfasst von\\b|ein(?:e)? \\p{L}{4,20} von\\b|geschrieben von\\b|von\\b|écrit par\\b|publié par\\b|propos recueillis par\\b|par\\b|escrito por\\b|publicado por\\b|redactado por\\b|por\\b|scritto da\\b|a cura di\\b|di\\b|door\\b|skrevet av\\b|av\\b|af\\b|przez\\b|автор\\S{0,2}+\\s*+:|автор\\b|текст\\s*+:|oleh\\b|yazan\\s*+:|yazar\\s*+:|reporter\\s*+:|editor\\s*+:|redaktor\\s*+:|teksti\\s*+:|text\\s*+:|foto\\s*+:|kirjoittanut\\b|作者\\s*+[:：]?|记者\\s*+[:：]?|文\\s*+[/／:：]|بقلم\\b\\s*+:?|كتب\\b\\s*+:?|מאת\\b\\s*+:?)\\s*+[:：]?\\s*+",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BETWEEN = Pattern.compile(
      "\\s*+[;|/、，•·\\n\\u2022]\\s*+|\\s++(?:&|and|und|et|y|og|och|ja|и|і|та|και|ve|dan|with|mit|avec|con|e|i|en|és|și|及|和)\\s++|\\s*+,\\s*+(?:and|und|et|y|e|og|och|и)\\s++|\\s++[-–—]\\s++",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern COMMA = Pattern.compile("\\s*+,\\s*+");
  /// A word that no person is called, but many a job or newsroom is.
  private static final Pattern JOB = Pattern.compile(
      "\\b(?:editors?|reporters?|writers?|correspondents?|journalists?|columnists?|contributors?|contributing|senior|staff|director|producers?|chief|managing|associate|assistant|professor|lecturer|fellow|manager|founder|ceo|freelance|special|guest|critic|analyst|bureau|desk|team|newsroom|redaktion\\w*+|redakteur\\w*+|redacción|redaccion|rédaction|redazione|redactie|redakcja|редакция|editorial|korrespondent\\w*+|journaliste?|periodista|giornalista|chefredakteur\\w*+|news service|press service|webmaster|admin(?:istrator)?|author|user|anonymous|unknown|phd|md|jr|sr|photographer|photos?|foto|images?|video|updated?|published|posted|minutes?|min read|read more|follow|share|comments?|today|yesterday|ago|email|newsletter|subscribe|twitter|facebook|profile|biography|bio|website)\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern EDGE =
      Pattern.compile("^[\\s.,:;\\-–—•·|/*»«>\"“”'’_]++|[\\s,:;\\-–—•·|/*»«>\"“”'’_]++$");

  private People() {}

  /// The people named, in order; empty where nobody is.
  static List<String> named(List<String> values) {
    Set<String> people = new LinkedHashSet<>();
    for (String value : values) {
      people.addAll(named(value));
    }
    return List.copyOf(people);
  }

  static List<String> named(String value) {
    if (value.length() > MOST_LETTERS) {
      return List.of();
    }
    String text = ADDRESS.matcher(value).replaceAll(" ");
    text = PARENTHESES.matcher(text).replaceAll(" ");
    List<String> people = new ArrayList<>();
    for (String part : BETWEEN.split(open(text))) {
      people.addAll(byComma(part));
    }
    return people;
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
    String[] pieces = COMMA.split(part);
    if (pieces.length == 2 && isOneWord(pieces[0]) && isOneWord(pieces[1])) {
      return isName(pieces[0]) && isName(pieces[1])
          ? List.of(pieces[1].strip() + " " + pieces[0].strip())
          : List.of();
    }
    List<String> people = new ArrayList<>();
    for (String piece : pieces) {
      String name = EDGE.matcher(open(piece)).replaceAll("");
      if (isName(name)) {
        people.add(name);
      }
    }
    return people;
  }

  private static boolean isOneWord(String text) {
    return !text.isBlank() && text.strip().indexOf(' ') < 0;
  }

  /// Whether a text could be somebody's name, or the name somebody writes under.
  static boolean isName(String text) {
    return text.length() > 1
        && text.length() <= MOST_NAME_LETTERS
        && text.chars().anyMatch(Character::isLetter)
        && text.chars().filter(c -> c == ' ').count() <= 5
        && text.chars().filter(Character::isDigit).count() <= 4
        && !JOB.matcher(text).find();
  }

  /// Whether a text looks like the names of people and nothing else: short, and every word but
  /// the particles begins with a capital.
  static boolean isPersonal(String text) {
    String[] words = text.strip().split("\\s++");
    if (words.length < 2 || words.length > 5) {
      return false;
    }
    for (String word : words) {
      int first = word.codePointAt(0);
      boolean isCapital = Character.isUpperCase(first)
          || Character.isTitleCase(first)
          || Character.getType(first) == Character.OTHER_LETTER;
      if (!isCapital && word.length() > 4 || word.chars().anyMatch(Character::isDigit)) {
        return false;
      }
    }
    return isName(text);
  }
}
