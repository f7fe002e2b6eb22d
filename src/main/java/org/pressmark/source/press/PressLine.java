package org.pressmark.source.press;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells the lines of a press database's export that have no label, by their shape.
public final class PressLine {
  private static final Set<String> ENDS = Set.of(
      "end of document",
      "fin du document",
      "ende des dokuments",
      "ende des dokumentes",
      "fin del documento",
      "fine del documento",
      "einde van het document",
      "fim do documento");
  private static final List<String> RIGHTS = List.of(
      "copyright",
      "(c) ",
      "©",
      "all rights reserved",
      "tous droits réservés",
      "alle rechte vorbehalten",
      "todos los derechos reservados",
      "reservados todos los derechos",
      "tutti i diritti riservati");
  private static final List<String> BYLINES =
      List.of("by ", "par ", "von ", "por ", "di ", "door ", "text: ", "von: ");
  private static final int LONGEST_DATE = 70;
  private static final int LEAST_RULE = 20;
  private static final int LONGEST_BYLINE = 80;
  private static final int LONGEST_LABEL = 24;

  private PressLine() {}

  /// A line that says which document of how many begins.
  public record Count(int number, int of) {}

  public static boolean isEnd(String line) {
    return line.length() < 60 && ENDS.contains(line.strip().toLowerCase(Locale.ROOT));
  }

  /// `3 of 50 DOCUMENTS`, `Document 3 de 50`, `Dokument 3 von 50`, `3/50`: two numbers, of which
  /// the first is not the larger, and at most three words.
  public static Optional<Count> count(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > 48) {
      return Optional.empty();
    }
    int[] numbers = new int[2];
    int found = 0;
    int words = 0;
    for (String part : text.replace("/", " / ").split("\\s+", -1)) {
      if (isNumber(part)) {
        if (found == 2) {
          return Optional.empty();
        }
        numbers[found++] = Integer.parseInt(part);
      } else {
        boolean isWord = part.chars().allMatch(Character::isLetter) || part.equals("/");
        if (!isWord || ++words > 3) {
          return Optional.empty();
        }
      }
    }
    return found == 2 && words > 0 && numbers[0] > 0 && numbers[0] <= numbers[1] && !isDate(line)
        ? Optional.of(new Count(numbers[0], numbers[1]))
        : Optional.empty();
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty()
        && part.length() < 7
        && part.chars().allMatch(sign -> sign >= '0' && sign <= '9');
  }

  /// `Document COAST00020210503eh530001x`: a word or two, and an accession number that has a day in
  /// it. Ends an article of Factiva.
  public static boolean isAccession(String line) {
    String text = line.strip();
    int space = text.lastIndexOf(' ');
    String number = text.substring(space + 1);
    if (space < 1 || space > 24 || number.length() < 18 || number.length() > 36) {
      return false;
    }
    boolean isCode = number.chars().allMatch(PressLine::isAsciiLetterOrDigit)
        && number.charAt(0) >= 'A'
        && number.charAt(0) <= 'Z';
    return isCode
        && hasDay(number)
        && text.substring(0, space)
            .chars()
            .allMatch(sign -> Character.isLetter(sign) || sign == ' ');
  }

  private static boolean isAsciiLetterOrDigit(int sign) {
    return (sign >= '0' && sign <= '9')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= 'a' && sign <= 'z');
  }

  /// Eight digits that are a day: `20210503`.
  private static boolean hasDay(String code) {
    for (int i = 0; i + 8 <= code.length(); i++) {
      String day = code.substring(i, i + 8);
      if ((day.startsWith("19") || day.startsWith("20"))
          && isNumber(day.substring(2))
          && Integer.parseInt(day.substring(4, 6)) <= 12
          && Integer.parseInt(day.substring(6)) <= 31) {
        return true;
      }
    }
    return false;
  }

  /// `news·20210503·CO·0123456789`, the number of a document of Europresse.
  public static boolean isNewsNumber(String line) {
    String text = line.strip().toLowerCase(Locale.ROOT);
    String code = text.substring(text.lastIndexOf(' ') + 1);
    return code.length() > 14
        && code.startsWith("news")
        && code.length() < 64
        && "·-•".indexOf(code.charAt(4)) >= 0
        && hasDay(code);
  }

  /// A line drawn with one sign: `____________________`.
  public static boolean isRule(String line) {
    String text = line.strip();
    return text.length() >= LEAST_RULE
        && "_=-*–—#".indexOf(text.charAt(0)) >= 0
        && text.chars().allMatch(sign -> sign == text.charAt(0));
  }

  /// `512 words`, `1.024 Wörter`: a number and one word.
  public static boolean isWordCount(String line) {
    String text = line.strip();
    int space = text.lastIndexOf(' ');
    if (text.length() > 28 || space < 1) {
      return false;
    }
    String number = text.substring(0, space);
    return number.chars().anyMatch(Character::isDigit)
        && number
            .chars()
            .allMatch(sign -> Character.isDigit(sign) || ".,' \u00A0\u202F".indexOf(sign) >= 0)
        && text.substring(space + 1).chars().allMatch(Character::isLetter)
        && text.length() - space > 2;
  }

  /// A line that is a date, with what stands beside it: `lundi 3 mai 2021`, `May 3, 2021 Monday`,
  /// `2021-05-03`, `Montag 3. Mai 2021 8:15 AM GMT`.
  public static boolean isDate(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > LONGEST_DATE || text.indexOf(':') == text.length() - 1) {
      return false;
    }
    boolean hasYear = false;
    boolean hasDay = false;
    int words = 0;
    for (String part : text.split("[\\s,./()\\-]+", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      words++;
      boolean isYear =
          part.length() == 4 && isNumber(part) && (part.startsWith("19") || part.startsWith("20"));
      hasYear |= isYear;
      String digits = part.replaceAll("[^0-9]", "");
      hasDay |= !isYear
          && !digits.isEmpty()
          && digits.length() <= 2
          && part.length() <= 4
          && Integer.parseInt(digits) >= 1
          && Integer.parseInt(digits) <= 31;
    }
    return hasYear && hasDay && words <= 9 && !isRights(text);
  }

  /// `08:15`, `8:15 PM GMT`, `8h15`.
  public static boolean isTime(String line) {
    String text = line.strip();
    int sign = Math.max(text.indexOf(':'), text.indexOf('h'));
    return text.length() <= 16
        && sign > 0
        && sign < 3
        && isNumber(text.substring(0, sign))
        && text.length() > sign + 2
        && isNumber(text.substring(sign + 1, sign + 3));
  }

  public static boolean isRights(String line) {
    String text = line.strip().toLowerCase(Locale.ROOT);
    return RIGHTS.stream().anyMatch(text::startsWith);
  }

  /// `COASTD`: what a database calls a source.
  public static boolean isSourceCode(String line) {
    String text = line.strip();
    return text.length() >= 2
        && text.length() <= 8
        && text.chars()
            .allMatch(sign -> (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9'));
  }

  /// `p. 4`, `Pg. 12`, `Seite 3`, `A4`.
  public static boolean isPage(String line) {
    String text = line.strip();
    return text.length() <= 24
        && text.chars().anyMatch(Character::isDigit)
        && List.of("p.", "pg.", "page", "seite", "s.", "pág.", "página", "pp.").stream()
            .anyMatch(text.toLowerCase(Locale.ROOT)::startsWith);
  }

  public static boolean isEdition(String line) {
    String text = line.strip().toLowerCase(Locale.ROOT);
    return text.length() < 60
        && (text.endsWith(" edition")
            || text.endsWith("ausgabe")
            || text.startsWith("édition")
            || text.startsWith("edición")
            || text.startsWith("edition"));
  }

  /// `AVSNITT: NYHETER`: a label that nobody here knows.
  public static boolean isLabelled(String line) {
    String text = line.strip();
    int colon = text.indexOf(':');
    return colon > 1
        && colon <= LONGEST_LABEL
        && colon + 1 < text.length()
        && text.substring(0, colon)
            .chars()
            .allMatch(sign -> Character.isUpperCase(sign) || sign == '-' || sign == ' ');
  }

  public static boolean isByline(String line) {
    String text = line.strip().toLowerCase(Locale.ROOT);
    return text.length() < LONGEST_BYLINE
        && !text.endsWith(".")
        && BYLINES.stream().anyMatch(text::startsWith);
  }
}
