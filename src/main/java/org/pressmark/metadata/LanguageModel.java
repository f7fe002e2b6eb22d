package org.pressmark.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;

/// OpenNLP's model of 183 languages: how much each run of one to three letters speaks for each.
///
/// Answers as `LanguageDetectorME` does, in a tenth of its time: that one makes a string, a buffer
/// and a counter of every run, and tidies every text with nine regular expressions.
final class LanguageModel {
  private static final int LONGEST_RUN = 3;
  private static final int MOST_LANGUAGES = 255;

  private final String[] languages;
  // Open addressing, two numbers a slot: the bits of a run's letters, and where its weights begin.
  // What is asked together lies together: from memory it takes longer to come than to add up.
  private final long[] runs;
  // For run after run a weight for each language it speaks for, 0 behind the last: a float, the
  // language's number and 1 in place of its last eight bits.
  private final int[] weights;

  private LanguageModel(String[] languages, Map<String, Context> contexts) {
    this.languages = languages;
    if (languages.length > MOST_LANGUAGES) {
      throw new IllegalStateException(languages.length + " languages; there is room for 255");
    }
    int size = 0;
    for (Context context : contexts.values()) {
      size += context.getOutcomes().length + 1;
    }
    this.runs = new long[4 * Integer.highestOneBit(contexts.size() * 3 / 2)];
    this.weights = new int[size];
    fill(contexts);
  }

  private void fill(Map<String, Context> contexts) {
    int size = 0;
    for (Map.Entry<String, Context> entry : contexts.entrySet()) {
      int slot = slot(run(entry.getKey()));
      runs[slot] = run(entry.getKey());
      runs[slot + 1] = size;
      int[] outcomes = entry.getValue().getOutcomes();
      for (int i = 0; i < outcomes.length; i++) {
        float weight = (float) entry.getValue().getParameters()[i];
        weights[size++] = Float.floatToRawIntBits(weight) & ~MOST_LANGUAGES | outcomes[i] + 1;
      }
      size++;
    }
  }

  /// 10 MB, about half a second.
  static LanguageModel load() {
    try (InputStream file = LanguageModel.class.getResourceAsStream("/langdetect-183.bin")) {
      if (file == null) {
        throw new IllegalStateException("langdetect-183.bin is missing from the class path");
      }
      if (new LanguageDetectorModel(file).getMaxentModel() instanceof AbstractModel model
          && model.getDataStructures()[1] instanceof Map<?, ?> contexts) {
        return new LanguageModel(languages(model), checked(contexts));
      }
      throw new IllegalStateException("langdetect-183.bin is not of the kind of its version 1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] languages(AbstractModel model) {
    String[] languages = new String[model.getNumOutcomes()];
    Arrays.setAll(languages, model::getOutcome);
    return languages;
  }

  private static Map<String, Context> checked(Map<?, ?> contexts) {
    java.util.HashMap<String, Context> checked = new java.util.HashMap<>();
    contexts.forEach((run, context) -> checked.put((String) run, (Context) context));
    return checked;
  }

  /// @param code of three letters (ISO 639-3)
  /// @param lead how many times as likely as the next language
  record Best(String code, double lead) {}

  Best best(String text) {
    double[] sums = sums(lower(tidy(text)));
    int first = 0;
    int second = 1;
    for (int i = 1; i < sums.length; i++) {
      if (sums[i] > sums[first]) {
        second = first;
        first = i;
      } else if (sums[i] > sums[second] || second == first) {
        second = i;
      }
    }
    return new Best(languages[first], StrictMath.exp(sums[first] - sums[second]));
  }

  /// What speaks for each language, as a logarithm. However often a run occurs, it counts once.
  private double[] sums(String text) {
    double[] sums = new double[languages.length];
    int[] seen = new int[4 * Integer.highestOneBit(LONGEST_RUN * text.length() + 1)]; // slots + 1
    long run = 0;
    for (int at = 0; at < text.length(); at++) {
      run = (run << 16 | text.charAt(at)) & 0xffff_ffff_ffffL;
      add(run & 0xffff, seen, sums);
      if (at > 0) {
        add(run & 0xffff_ffffL, seen, sums);
      }
      if (at > 1) {
        add(run, seen, sums);
      }
    }
    return sums;
  }

  private void add(long run, int[] seen, double[] sums) {
    int slot = slot(run);
    if (runs[slot] == 0) {
      return;
    }
    int mask = seen.length - 1;
    int place = slot * 0x9E3779B9 >>> 16 & mask;
    while (seen[place] != 0) {
      if (seen[place] == slot + 1) {
        return;
      }
      place = place + 1 & mask;
    }
    seen[place] = slot + 1;
    for (int at = (int) runs[slot + 1]; weights[at] != 0; at++) {
      sums[(weights[at] & MOST_LANGUAGES) - 1] +=
          Float.intBitsToFloat(weights[at] & ~MOST_LANGUAGES);
    }
  }

  private int slot(long run) {
    int mask = runs.length - 1;
    int slot = (int) (run * 0x9E3779B97F4A7C15L >>> 40 << 1) & mask;
    while (runs[slot] != 0 && runs[slot] != run) {
      slot = slot + 2 & mask;
    }
    return slot;
  }

  private static long run(String letters) {
    long run = 0;
    for (int at = 0; at < letters.length(); at++) {
      run = run << 16 | letters.charAt(at);
    }
    return run;
  }

  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().forEach(c -> lower.appendCodePoint(Character.toLowerCase(c)));
    return lower.toString();
  }

  /// The text as the model's training texts were: without emoji, addresses, numbers, laughter.
  /// Each is looked for with its regular expression only where something is like it.
  private static String tidy(String text) {
    String tidy = withoutEmoji(text);
    boolean isAddressed = tidy.indexOf('@') >= 0 || tidy.indexOf('#') >= 0;
    tidy = isAddressed || tidy.contains("http")
        ? normal(tidy, UrlCharSequenceNormalizer.getInstance())
        : tidy;
    tidy = isAddressed || hasChatter(tidy)
        ? normal(tidy, TwitterCharSequenceNormalizer.getInstance())
        : tidy;
    tidy = hasDigit(tidy) ? normal(tidy, NumberCharSequenceNormalizer.getInstance()) : tidy;
    return hasRepeats(tidy)
        ? normal(tidy, ShrinkCharSequenceNormalizer.getInstance())
        : tidy.trim();
  }

  /// A space for each run of what the training texts' cleaner took for emoji: hyphens too, and all
  /// behind U+D83C, so that East Asian texts are without their punctuation.
  private static String withoutEmoji(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean isInside = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      boolean isEmoji = c == '-' || c >= 0xd83c && c <= 0x10fc00;
      if (!isEmoji) {
        tidy.appendCodePoint(c);
      } else if (!isInside) {
        tidy.append(' ');
      }
      isInside = isEmoji;
    }
    return tidy.toString();
  }

  private static String normal(String text, CharSequenceNormalizer normalizer) {
    return normalizer.normalize(text).toString();
  }

  private static boolean hasDigit(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        return true;
      }
    }
    return false;
  }

  /// Whether there may be a face of signs, a laugh or a retweet: `:-)`, `haha`, `RT `.
  private static boolean hasChatter(String text) {
    for (int at = 0; at + 1 < text.length(); at++) {
      char next = letter(text, at + 1);
      boolean found = switch (letter(text, at)) {
        case ':', ';', 'x' ->
          "()dop".indexOf(next) >= 0 || next == '-' && "()dop".indexOf(letter(text, at + 2)) >= 0;
        case 'r' ->
          next == 't' && " :".indexOf(letter(text, at + 2)) >= 0 && !isWord(letter(text, at - 1));
        case 'h', 'j' -> isVowel(next) && laughs(text, at + 2);
        default -> false;
      };
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean laughs(String text, int from) {
    int at = from;
    while (isVowel(letter(text, at))) {
      at++;
    }
    return letter(text, at) == 'h' || letter(text, at) == 'j';
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
  }

  /// In lower case; 0 outside of the text.
  private static char letter(String text, int at) {
    return at < 0 || at >= text.length() ? 0 : Character.toLowerCase(text.charAt(at));
  }

  /// Whether there are two spaces or three times the same letter in a row.
  private static boolean hasRepeats(String text) {
    for (int at = 1; at < text.length(); at++) {
      char c = letter(text, at);
      if (c == letter(text, at - 1) && (c <= ' ' || c == letter(text, at - 2))
          || c <= ' ' && letter(text, at - 1) <= ' ') {
        return true;
      }
    }
    return false;
  }
}
