package org.pressmark.dedup;

import java.util.ArrayList;
import java.util.List;

/// What of one text stands in another, sentence by sentence.
public final class Overlap {
  /// A sentence, and how many of its words are part of a shingle that the other text has too.
  public record Sentence(String text, int words, int shared) {
    public double share() {
      return words == 0 ? 0 : (double) shared / words;
    }
  }

  private static final String STOPS = ".!?\u2026\u061f\u06d4\u0964";
  private static final String WIDE_STOPS = "\u3002\uff01\uff1f";
  private static final String CLOSERS = "\"')]\u00bb\u201c\u201d\u2019\u203a\u300d\u300f";

  private final Words words;
  private final boolean[] shared;

  private Overlap(Words words, boolean[] shared) {
    this.words = words;
    this.shared = shared;
  }

  /// The sentences of a text in order, each with what it shares with the other text. Sentences
  /// without a word are left out.
  public static List<Sentence> of(String text, Fingerprint other) {
    Words words = Words.of(text);
    boolean[] shared = new boolean[words.count()];
    for (int at = 0; at + Fingerprint.WIDTH <= words.count(); at++) {
      if (other.has(Fingerprint.shingle(words, at))) {
        for (int word = at; word < at + Fingerprint.WIDTH; word++) {
          shared[word] = true;
        }
      }
    }
    return new Overlap(words, shared).sentences();
  }

  private List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    String text = words.text();
    int word = 0;
    int start = 0;
    while (start < text.length()) {
      int end = end(text, start);
      int first = word;
      int both = 0;
      while (word < words.count() && words.start(word) < end) {
        both += shared[word] ? 1 : 0;
        word++;
      }
      if (word > first) {
        sentences.add(new Sentence(text.substring(start, end).strip(), word - first, both));
      }
      start = end;
    }
    return sentences;
  }

  /// Where the sentence ends that begins here: at the end of a line, or behind a full stop that a
  /// space and no small letter follow.
  private static int end(String text, int start) {
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        return at + 1;
      }
      if (WIDE_STOPS.indexOf(c) >= 0) {
        return behind(text, at + 1);
      }
      if (STOPS.indexOf(c) >= 0 && !isShort(text, start, at)) {
        int end = behind(text, at + 1);
        if (end < text.length() && text.charAt(end) == ' ' && !isSmall(text, end + 1)) {
          return end + 1;
        }
      }
    }
    return text.length();
  }

  private static int behind(String text, int from) {
    int at = from;
    while (at < text.length() && CLOSERS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isSmall(String text, int at) {
    return at < text.length() && Character.isLowerCase(text.charAt(at));
  }

  /// `Mr.`, `St.`, `J.`: a capital and at most two letters before the stop end no sentence.
  private static boolean isShort(String text, int start, int stop) {
    int at = stop;
    while (at > start && Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return stop > at && stop - at <= 3 && Character.isUpperCase(text.charAt(at));
  }
}
