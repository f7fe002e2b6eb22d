package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A regular expression that is a long list of words, whatever their case.
///
/// An expression tries one word after the other. This one sorts the words by their first letters
/// when it is made, and tries those that begin as the text does. What it finds is the same.
final class Wording {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String ANY = "";
  private static final int MOST_LETTERS = 4; // as many as a key has room for
  private static final Pattern NEVER = Pattern.compile("(?!)");
  private static final int FIRSTS = 128;
  private static final int SECONDS = 64;

  private final Map<Long, Pattern> byLetters; // the words that begin with one to four of them
  private final BitSet firstTwo = new BitSet(); // asked first: most words begin otherwise
  private final Pattern byNone; // of the words whose first letter is not known
  private final List<Other> others; // beside the list

  /// @param sign that it begins with; -1 where it begins with something else
  private record Other(int sign, Pattern pattern) {
    static Other of(String regex) {
      boolean isSign = regex.startsWith("\\")
          && !Character.isLetterOrDigit(regex.charAt(1))
          && !isOptional(regex, 2);
      return new Other(isSign ? regex.charAt(1) : -1, Pattern.compile(regex, FLAGS));
    }

    boolean isIn(String text) {
      return (sign < 0 || text.indexOf(sign) >= 0) && pattern.matcher(text).find();
    }
  }

  private Wording(String before, String list, String behind, List<String> others) {
    Map<String, Set<String>> beginnings = new LinkedHashMap<>();
    Set<String> all = new HashSet<>();
    for (String word : alternatives(list)) {
      beginnings.put(word, beginnings(word));
      all.addAll(beginnings.get(word));
    }
    Map<Long, Pattern> patterns = new HashMap<>();
    for (String some : all) {
      patterns.put(key(some), pattern(before, words(beginnings, some), behind));
      mark(some);
    }
    this.byLetters = Map.copyOf(patterns);
    this.byNone = pattern(before, words(beginnings, ANY), behind);
    this.others = others.stream().map(Other::of).toList();
  }

  /// @param regex `^(?:one|two|three)` and anything behind
  static Wording opening(String regex) {
    int end = endOfGroup(regex, 1);
    return new Wording("^(?:", regex.substring(4, end - 1), regex.substring(end - 1), List.of());
  }

  /// @param regex `\b(?:one|two|three)\b`, and other alternatives behind it
  static Wording anywhere(String regex) {
    List<String> parts = alternatives(regex);
    String list = parts.getFirst();
    return new Wording(
        "\\b(?:", list.substring(5, list.length() - 3), ")\\b", parts.subList(1, parts.size()));
  }

  /// Where the word ends that a text begins with, and what the expression has behind it; -1 where
  /// it begins with none.
  int end(String text) {
    Pattern words = at(text, 0);
    if (words == NEVER) {
      return -1;
    }
    Matcher opening = words.matcher(text);
    return opening.lookingAt() ? opening.end() : -1;
  }

  /// Whether a text is nothing but one of the words.
  boolean is(String text) {
    Pattern words = at(text, 0);
    return words != NEVER && words.matcher(text).matches();
  }

  /// Whether one of the words may begin here, as far as its first letters tell.
  boolean mayBegin(String text, int at) {
    return at(text, at) != NEVER;
  }

  /// Whether one of the words is anywhere in a text.
  boolean isIn(String text) {
    for (int at = 0; at < text.length(); at++) {
      boolean begins = Character.isLetter(text.charAt(at))
          && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
      if (begins && stands(text, at)) {
        return true;
      }
    }
    for (Other other : others) {
      if (other.isIn(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean stands(String text, int at) {
    Pattern words = at(text, at);
    return words != NEVER
        && words
            .matcher(text)
            .region(at, text.length())
            .useTransparentBounds(true)
            .useAnchoringBounds(false)
            .lookingAt();
  }

  private Pattern at(String text, int at) {
    int first = at < text.length() ? fold(text.charAt(at)) : 0;
    int second = at + 1 < text.length() ? fold(text.charAt(at + 1)) : 0;
    if (!firstTwo.get(slot(first, second))) {
      return byNone;
    }
    int length = Math.min(MOST_LETTERS, text.length() - at);
    long key = 0;
    for (int i = 0; i < length; i++) {
      key = key << Character.SIZE | fold(text.charAt(at + i));
    }
    for (; key != 0; key >>>= Character.SIZE) {
      Pattern words = byLetters.get(key);
      if (words != null) {
        return words;
      }
    }
    return byNone;
  }

  private void mark(String beginning) {
    if (beginning.length() > 1) {
      firstTwo.set(slot(beginning.charAt(0), beginning.charAt(1)));
    } else if (!beginning.isEmpty()) {
      int first = slot(beginning.charAt(0), 0);
      firstTwo.set(first, first + SECONDS); // whatever comes next
    }
  }

  /// Letters that share one are told apart later.
  private static int slot(int first, int second) {
    return first % FIRSTS * SECONDS + second % SECONDS;
  }

  private static long key(String letters) {
    long key = 0;
    for (int i = 0; i < letters.length(); i++) {
      key = key << Character.SIZE | letters.charAt(i);
    }
    return key;
  }

  private static char fold(char c) {
    return c >= 'a' && c <= 'z' ? c : Character.toLowerCase(Character.toUpperCase(c));
  }

  private static Pattern pattern(String before, List<String> words, String behind) {
    return words.isEmpty()
        ? NEVER
        : Pattern.compile(before + String.join("|", words) + behind, FLAGS);
  }

  /// The words that may begin so.
  private static List<String> words(Map<String, Set<String>> beginnings, String letters) {
    List<String> words = new ArrayList<>();
    beginnings.forEach((word, some) -> {
      if (some.stream().anyMatch(letters::startsWith)) {
        words.add(word);
      }
    });
    return words;
  }

  /// What an expression may begin with: four letters, in lower case, or fewer where the others are
  /// not plain.
  private static Set<String> beginnings(String word) {
    if (word.startsWith("(?:")) {
      int end = endOfGroup(word, 0);
      Set<String> beginnings = new HashSet<>();
      alternatives(word.substring(3, end - 1))
          .forEach(inner -> beginnings.addAll(beginnings(inner)));
      return isOptional(word, end) ? Set.of(ANY) : beginnings;
    }
    if (!isLetter(word, 0)) {
      return Set.of(ANY);
    }
    StringBuilder letters = new StringBuilder(MOST_LETTERS);
    for (int at = 0; at < MOST_LETTERS && isLetter(word, at); at++) {
      letters.append(fold(word.charAt(at)));
    }
    return Set.of(letters.toString());
  }

  /// Whether there is a letter that has to be there.
  private static boolean isLetter(String word, int at) {
    return at < word.length() && Character.isLetter(word.charAt(at)) && !isOptional(word, at + 1);
  }

  private static boolean isOptional(String word, int at) {
    return at < word.length() && "?*{".indexOf(word.charAt(at)) >= 0;
  }

  /// The parts between the bars that stand in no bracket.
  private static List<String> alternatives(String regex) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < regex.length()) {
      switch (regex.charAt(at)) {
        case '\\' -> at += 2;
        case '[' -> at = endOfClass(regex, at);
        case '(' -> at = endOfGroup(regex, at);
        case '|' -> {
          parts.add(regex.substring(from, at));
          from = ++at;
        }
        default -> at++;
      }
    }
    parts.add(regex.substring(from));
    return parts;
  }

  /// The place behind the bracket that closes the one that opens here.
  private static int endOfGroup(String regex, int open) {
    int at = open + 1;
    while (regex.charAt(at) != ')') {
      at = switch (regex.charAt(at)) {
        case '\\' -> at + 2;
        case '[' -> endOfClass(regex, at);
        case '(' -> endOfGroup(regex, at);
        default -> at + 1;
      };
    }
    return at + 1;
  }

  private static int endOfClass(String regex, int open) {
    int at = open + 1;
    while (regex.charAt(at) != ']') {
      at += regex.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
