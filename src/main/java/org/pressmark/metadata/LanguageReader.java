package org.pressmark.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Block;
import org.pressmark.article.Body;

/// Tells the language of a text, and tidies the names that pages give to languages.
final class LanguageReader {
  // Two hundred letters tell 99 of 100 languages apart; more cost more and tell nothing new.
  private static final int MOST_LETTERS = 180;
  private static final int FEWEST_LETTERS = 20;
  private static final double SURE = .9;
  // Times as likely as the next language.
  private static final double CLEAR_LEAD = 1.5;

  // The detector names single languages of a family; pages name the family.
  private static final Map<String, String> FAMILIES = Map.of(
      "cmn", "zh", "pes", "fa", "tgl", "tl", "nob", "no", "nno", "no", "ekk", "et", "lvs", "lv",
      "arb", "ar", "swh", "sw", "zlm", "ms");

  /// Languages of the news that have no code of two letters.
  private static final Set<String> ONLY_LONG = Set.of(
      "fil", "ast", "yue", "ckb", "nds", "gsw", "haw", "ceb", "hsb", "dsb", "szl", "kab", "prs");

  /// @param code BCP 47, as short as possible
  /// @param confidence from 0 to 1
  record Guess(String code, double confidence) {
    boolean isSure() {
      return confidence >= SURE;
    }
  }

  /// Loaded when the first text is to be told, and only once.
  private static final class Model {
    static final LanguageModel LOADED = LanguageModel.load();
  }

  /// Two letters for three (ISO 639-1 for 639-3).
  private static final class Codes {
    static final Map<String, String> SHORT = shortCodes();

    private static Map<String, String> shortCodes() {
      Map<String, String> codes = new HashMap<>();
      for (String code : Locale.getISOLanguages()) {
        try {
          Locale locale = Locale.of(code); // which knows `id` where the list has `in` as well
          codes.put(locale.getISO3Language(), locale.getLanguage());
        } catch (MissingResourceException withoutLongCode) {
          codes.put(code, code);
        }
      }
      codes.putAll(FAMILIES);
      return Map.copyOf(codes);
    }
  }

  // Asked for first where the page declares none.
  private static final String MOST_LIKELY = "en";

  private final FunctionWords functionWords = new FunctionWords();

  /// The language a text is written in; empty where there is too little of it.
  ///
  /// The model is asked where the text's small words do not confirm what the page declares: it is
  /// too large for a processor's own memory, so that asking it costs a third of a page's parse.
  ///
  /// @param declared BCP 47
  Optional<Guess> detect(Body body, Optional<String> declared) {
    String text = sample(body);
    String language = declared.map(LanguageReader::primary).orElse(MOST_LIKELY);
    return functionWords.confirm(text, language)
        ? Optional.of(new Guess(language, confidence(text, letters(text))))
        : detect(text);
  }

  private static String sample(Body body) {
    StringBuilder text = new StringBuilder();
    for (Block block : body.blocks()) {
      if (text.length() >= MOST_LETTERS) {
        break;
      }
      text.append(block.text(), 0, Math.min(block.text().length(), MOST_LETTERS))
          .append('\n');
    }
    return text.substring(0, Math.min(text.length(), MOST_LETTERS));
  }

  Optional<Guess> detect(String text) {
    String some = text.substring(0, Math.min(text.length(), MOST_LETTERS));
    int letters = letters(some);
    if (letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    LanguageModel.Best best = Model.LOADED.best(some);
    String code = Codes.SHORT.getOrDefault(best.code(), best.code());
    double sure = confidence(some, letters) * (best.lead() < CLEAR_LEAD ? .5 : 1);
    return Optional.of(new Guess(code, sure));
  }

  private static int letters(String text) {
    int letters = 0;
    for (int at = 0; at < text.length(); at++) {
      letters += Character.isLetter(text.charAt(at)) ? 1 : 0;
    }
    return letters;
  }

  /// How often the detector is right by the length of the text, measured on 59 languages: 92 of 100
  /// at 25 letters, 98 at 60, 99 at 150. Its own figures say little: they fall with the length.
  private static double confidence(String text, int letters) {
    boolean isDense = text.codePoints().anyMatch(Character::isIdeographic);
    int worth = isDense ? 3 * letters : letters;
    return worth >= 120 ? .95 : worth >= 60 ? .8 : worth >= 30 ? .55 : .3;
  }

  /// A language as BCP 47 writes it: `en_US` and `EN-us` are `en-US`, `Norwegian` is nothing.
  static Optional<String> tag(String declared) {
    String first = declared.strip().replace('_', '-').split("[,; ]", 2)[0];
    String[] parts = first.split("-", -1);
    if (parts.length == 0 || !isLetters(parts[0], 2, 3)) {
      return Optional.empty();
    }
    String language = Evidence.lower(parts[0]);
    if (language.length() == 3 && !ONLY_LONG.contains(language)) {
      if (!Codes.SHORT.containsKey(language)) {
        return Optional.empty();
      }
      language = Codes.SHORT.getOrDefault(language, language);
    }
    String known = switch (language) {
      case "nb", "nn" -> "no";
      case "iw" -> "he";
      case "in" -> "id";
      case "ua" -> "uk";
      case "cz" -> "cs";
      case "gr" -> "el";
      case "jp" -> "ja";
      case "cn" -> "zh";
      default -> language;
    };
    StringBuilder tag = new StringBuilder(known);
    for (int i = 1; i < parts.length; i++) {
      if (isLetters(parts[i], 2, 2)) {
        return Optional.of(
            tag.append('-').append(parts[i].toUpperCase(Locale.ROOT)).toString());
      }
    }
    return Optional.of(tag.toString());
  }

  private static final Set<String> HOME_REGIONS = Set.of(
      "en-US", "cs-CZ", "da-DK", "el-GR", "et-EE", "fa-IR", "he-IL", "hi-IN", "ja-JP", "ka-GE",
      "ko-KR", "sl-SI", "sq-AL", "sr-RS", "sv-SE", "uk-UA", "ur-PK", "vi-VN", "zh-CN", "be-BY",
      "ca-ES", "eu-ES", "gl-ES", "hy-AM", "kk-KZ", "ms-MY", "bn-BD", "ta-IN", "te-IN", "no-NO",
      "en-XX");

  /// The tag without a region that goes without saying: `fr-FR` is `fr`, `pt-BR` stays.
  static String shorten(String tag) {
    String language = primary(tag);
    boolean isHome = tag.equals(language + "-" + language.toUpperCase(Locale.ROOT))
        || HOME_REGIONS.contains(tag);
    return isHome ? language : tag;
  }

  private static final List<Set<String>> SIBLINGS = List.of(
      Set.of("no", "da", "sv"),
      Set.of("hr", "sr", "bs", "sh", "sl", "mk"),
      Set.of("id", "ms", "jv"),
      Set.of("cs", "sk"),
      Set.of("pt", "gl"),
      Set.of("es", "gl", "ca", "ast"),
      Set.of("hi", "mr", "ne"),
      Set.of("nl", "af", "li"),
      Set.of("de", "lb", "nds", "gsw"),
      Set.of("ru", "uk", "be", "bg"),
      Set.of("fa", "prs", "tg", "ps"),
      Set.of("tr", "az"),
      Set.of("zh", "yue", "wuu"),
      Set.of("fil", "tl"));

  /// Whether two languages are so alike that a detector may take the one for the other.
  static boolean areSiblings(String one, String other) {
    return !one.equals(other)
        && SIBLINGS.stream().anyMatch(family -> family.contains(one) && family.contains(other));
  }

  static String primary(String tag) {
    int hyphen = tag.indexOf('-');
    return hyphen < 0 ? tag : tag.substring(0, hyphen);
  }

  private static boolean isLetters(String text, int fewest, int most) {
    return text.length() >= fewest
        && text.length() <= most
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  }
}
