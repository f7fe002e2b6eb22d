package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pressmark.article.Draft;

/// Sets the ends of stretches to the character.
///
/// What an escape leaves behind glues code to the next word (`…;nnBy Thursday`, `…u003eBy`), or
/// stays where it stood (`…; nn By`); both the model takes for words. And where no space stands
/// between a sentence and a script, it may take the sentence's last word for the script's first.
final class Seam {
  /// Names that a script's statement begins with.
  private static final Set<String> OPENERS = Set.of(
      "window",
      "document",
      "function",
      "var",
      "if",
      "try",
      "googletag",
      "gtag",
      "dataLayer",
      "fbq",
      "jQuery",
      "$",
      "adsbygoogle",
      "_gaq",
      "_paq",
      "ga",
      "ym",
      "yaContextCb",
      "_satellite",
      "_taboola",
      "Sailthru",
      "console",
      "new",
      "let",
      "const");

  /// Objects whose members scripts call: `window.dataLayer`.
  private static final Set<String> OWNERS =
      Set.of("window", "self", "top", "parent", "this", "document", "exports", "root", "global");

  /// What translation engines made of `function`.
  private static final Set<String> FUNCTION = Set.of(
      "function",
      "fonction",
      "función",
      "funktion",
      "funzione",
      "função",
      "functie",
      "funkcja",
      "funkce",
      "funkcia",
      "funkcija",
      "funksjon",
      "funksiyon",
      "fonksiyon",
      "işlev",
      "funkció",
      "függvény",
      "funcție",
      "funcția",
      "funció",
      "funktio",
      "toiminto",
      "fungsi",
      "функция",
      "функція",
      "функцыя",
      "συνάρτηση",
      "λειτουργία",
      "وظيفة",
      "دالة",
      "פונקציה",
      "函数",
      "函數",
      "功能",
      "関数",
      "함수");

  /// In UTF-16 units.
  private static final int LONGEST_QUOTATION = 1_000;

  /// Of line breaks, in UTF-16 units: `rnrnrnrn`.
  private static final int LONGEST_REMAINS = 8;

  private Seam() {}

  static List<Stretch> mended(String text, List<Stretch> stretches) {
    List<Stretch> mended = new ArrayList<>(stretches.size());
    int least = 0;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      int most = i + 1 < stretches.size() ? stretches.get(i + 1).start() : text.length();
      int start = Math.max(least, backOverLine(text, start(text, stretch)));
      int end = Math.min(most, overLine(text, end(text, stretch)));
      if (start < end) {
        mended.add(new Stretch(start, end, stretch.margin()));
        least = end;
      }
    }
    return mended;
  }

  private static int start(String text, Stretch stretch) {
    int start = stretch.start();
    int word = endOfWord(text, start, stretch.end());
    if (isInSentence(text, start) && word > start) {
      int behind = endOfSentence(text, word, stretch.end());
      if (behind > word) {
        return behind;
      }
    }
    int quote = behindQuote(text, start, stretch.end());
    return quote > start ? quote : backOverRemains(text, backOverFunction(text, start));
  }

  /// Behind a closing quotation mark that ends what the same line quotes: `Enough. » <script>`.
  private static int behindQuote(String text, int start, int to) {
    int pair = "”»’".indexOf(text.charAt(start));
    if (pair < 0 || start + 1 >= to) {
      return start;
    }
    boolean isTag = "<&".indexOf(text.charAt(skipSpaces(text, start + 1, to - 1))) >= 0;
    return isTag && isOpen(text, start, "“«‘".charAt(pair), text.charAt(start)) ? start + 1 : start;
  }

  /// Whether a quotation is open before `at`, on the same line and not too far off.
  private static boolean isOpen(String text, int at, char opening, char closing) {
    int least = Math.max(0, at - LONGEST_QUOTATION);
    for (int i = at - 1; i >= least && text.charAt(i) != '\n'; i--) {
      if (text.charAt(i) == opening || text.charAt(i) == closing) {
        return text.charAt(i) == opening;
      }
    }
    return false;
  }

  private static int skipSpaces(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != '\n' && Draft.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Whether prose goes on here in the middle of its line.
  private static boolean isInSentence(String text, int start) {
    return start > 1
        && text.charAt(start - 1) == ' '
        && (Character.isLetter(text.charAt(start - 2))
            || ",’”»".indexOf(text.charAt(start - 2)) >= 0);
  }

  private static int endOfWord(String text, int start, int to) {
    int at = start;
    while (at < to && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Behind the full stop that ends a sentence at `word`, if code begins there beyond doubt.
  private static int endOfSentence(String text, int word, int to) {
    if (word + 2 >= to || ".!?…".indexOf(text.charAt(word)) < 0) {
      return word;
    }
    int next = word + 1;
    int name = next;
    while (name < to && (Chars.isWordPart(text.charAt(name)))) {
      name++;
    }
    if (name > next) {
      boolean owned = OWNERS.contains(text.substring(back(text, word), word));
      return OPENERS.contains(text.substring(next, name)) && !owned ? next : word;
    }
    while (next < to && Draft.isBlank(text.charAt(next))) {
      next++;
    }
    char c = text.charAt(Math.min(next, to - 1));
    return c == '\\' || next > word + 1 && "(!<{[".indexOf(c) >= 0 ? word + 1 : word;
  }

  private static int back(String text, int word) {
    int at = word;
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// `функция (w, d) {`: the word that the model does not know.
  private static int backOverFunction(String text, int start) {
    if (start >= text.length() || text.charAt(start) != '(') {
      return start;
    }
    int end = start;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    int word = end;
    while (word > 0 && end - word < 12 && Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    return FUNCTION.contains(text.substring(word, end)) ? word : start;
  }

  /// Back over `\n`, and over a lone `nn` in front of a script.
  private static int backOverRemains(String text, int start) {
    int at = start;
    while (at >= 2 && isEscape(text, at - 2)) {
      at -= 2;
    }
    int from = at;
    while (from > 0 && text.charAt(from - 1) == ' ') {
      from--;
    }
    int word = from;
    while (word > 0 && isLineBreak(text.charAt(word - 1))) {
      word--;
    }
    boolean alone = word == 0 || Draft.isBlank(text.charAt(word - 1));
    return alone
            && isLineBreaks(text, word, from)
            && from - word <= LONGEST_REMAINS
            && isCode(text, at)
        ? word
        : at;
  }

  /// Back over a line of nothing but `nn` above a line that begins with code.
  private static int backOverLine(String text, int start) {
    int end = start;
    while (end > 0 && Draft.isBlank(text.charAt(end - 1))) {
      end--;
    }
    int word = end;
    while (word > 0 && end - word < LONGEST_REMAINS && isLineBreak(text.charAt(word - 1))) {
      word--;
    }
    boolean isLine = (word == 0 || text.charAt(word - 1) == '\n') && breaks(text, end, start);
    return isLine && isLineBreaks(text, word, end) ? word : start;
  }

  /// The same below a line that ends with code.
  private static int overLine(String text, int end) {
    int start = end;
    while (start < text.length() && Draft.isBlank(text.charAt(start))) {
      start++;
    }
    int word = start;
    while (word < text.length()
        && word - start < LONGEST_REMAINS
        && isLineBreak(text.charAt(word))) {
      word++;
    }
    boolean isLine =
        (word == text.length() || text.charAt(word) == '\n') && breaks(text, end, start);
    return isLine && isLineBreaks(text, start, word) ? word : end;
  }

  private static boolean breaks(String text, int from, int to) {
    return text.indexOf('\n', from, to) >= 0;
  }

  /// What is left of `\n` or `\r`.
  private static boolean isLineBreak(char c) {
    return c == 'n' || c == 'r';
  }

  private static boolean isCode(String text, int at) {
    return at < text.length() && "!(<{[/".indexOf(text.charAt(at)) >= 0;
  }

  private static int end(String text, Stretch stretch) {
    int end = stretch.end();
    int glued = gluedWord(text, stretch);
    if (glued < end) {
      return glued;
    }
    while (isEscape(text, end)) {
      end += 2;
    }
    char last = text.charAt(end - 1);
    if (";)}>]".indexOf(last) < 0) {
      return end;
    }
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    int word = at;
    while (word < text.length() && isLineBreak(text.charAt(word))) {
      word++;
    }
    boolean alone = word == text.length()
        || Draft.isBlank(text.charAt(word))
        || at == end && opensSentence(text, word);
    return alone && isLineBreaks(text, at, word) && word - at <= LONGEST_REMAINS ? word : end;
  }

  /// Where the word begins that an escape's remains glued to the end of a stretch; its end, if
  /// there is none.
  private static int gluedWord(String text, Stretch stretch) {
    int end = stretch.end();
    int from = end;
    while (from > stretch.start()
        && end - from < 60
        && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    if (from == end || end < text.length() && "\"'”:=(".indexOf(text.charAt(end)) >= 0) {
      return end;
    }
    int word = from;
    for (int at = from; at + 5 <= end; at++) {
      word = text.regionMatches(true, at, "u003e", 0, 5) ? at + 5 : word;
    }
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    if (word == from && before == '\\' && isEscape(text, from - 1)) {
      word++;
    } else if (word == from && ";)}>".indexOf(before) >= 0) {
      while (word < end && isLineBreak(text.charAt(word))) {
        word++;
      }
      word = isLineBreaks(text, from, word) ? word : from;
    }
    return word > from && word < end && opensSentence(text, word) ? word : end;
  }

  private static boolean opensSentence(String text, int at) {
    return at < text.length()
        && (Character.isUpperCase(text.charAt(at)) || Character.isIdeographic(text.charAt(at)));
  }

  /// `n`, `nn`, `rn`, `rnrn`: line breaks without their backslashes.
  private static boolean isLineBreaks(String text, int from, int to) {
    int at = from;
    while (at < to) {
      if (text.charAt(at) == 'r' && (at + 1 == to || text.charAt(at + 1) != 'n')) {
        return false;
      }
      at += text.charAt(at) == 'r' ? 2 : 1;
    }
    return to > from;
  }

  /// `\n`, `\r`, `\t`, and no letter behind it but a sentence's first.
  private static boolean isEscape(String text, int at) {
    return at >= 0
        && at + 1 < text.length()
        && text.charAt(at) == '\\'
        && "nrt".indexOf(text.charAt(at + 1)) >= 0
        && (at + 2 == text.length() || !Character.isLowerCase(text.charAt(at + 2)));
  }
}
