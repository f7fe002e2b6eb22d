package org.pressmark.dedup;

import java.text.Normalizer;
import java.util.Arrays;

/// The words of a text as 64-bit hashes, with their places.
///
/// A word is a run of letters and digits, without case; what stands between words does not count.
/// In scripts that put no spaces between words, every three characters in a row are a word:
/// `図書館で` has the words `図書館` and `書館で`. So an edit of one word costs about as much in
/// every script.
final class Words {
  /// Characters to a word in a script without spaces. Shingles of three such words are five
  /// characters long, about as much as three words of Chinese.
  private static final int GRAM = 3;

  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final String text;
  private long[] hashes = new long[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int count;

  private Words(String text) {
    this.text = text;
  }

  /// @param text offsets count in [#text], which is the same text composed (NFC)
  static Words of(String text) {
    Words words = new Words(composed(text));
    words.read();
    return words;
  }

  String text() {
    return text;
  }

  int count() {
    return count;
  }

  long hash(int word) {
    return hashes[word];
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /// An accent may be a character of its own. Only texts that have such characters are worth the
  /// tables of Unicode.
  private static String composed(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '\u0300' && isCombining(c)) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private static boolean isCombining(char c) {
    return c <= '\u036f' // accents
        || (c >= '\u1100' && c <= '\u11ff') // Korean letters that make up a syllable
        || c == '\u3099' // voiced kana
        || c == '\u309a';
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isSpaceless(c)) {
        at = readRun(at);
      } else if (Character.isLetterOrDigit(c)) {
        at = readWord(at);
      } else {
        at += Character.charCount(c);
      }
    }
  }

  private int readWord(int start) {
    long hash = FNV_BASIS;
    int at = start;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit < 128) {
        int small = small(unit);
        if (small < 0) {
          break;
        }
        hash = (hash ^ small) * FNV_PRIME;
        at++;
      } else {
        int c = text.codePointAt(at);
        if (isSpaceless(c) || !isInWord(c)) {
          break;
        }
        hash = (hash ^ Character.toLowerCase(narrow(c))) * FNV_PRIME;
        at += Character.charCount(c);
      }
    }
    add(mix(hash), start, at);
    return at;
  }

  /// The small letter or the digit that this is, or -1.
  private static int small(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      return c;
    }
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : -1;
  }

  private static boolean isInWord(int c) {
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /// `Ａ` of a Japanese text is the letter `A` set wide (U+FF01 to U+FF5E).
  private static int narrow(int c) {
    return c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
  }

  private int readRun(int start) {
    int at = start;
    int first = count;
    int inRun = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isSpaceless(c)) {
        break;
      }
      add(c, at, at + Character.charCount(c));
      inRun++;
      at += Character.charCount(c);
    }
    join(first, inRun);
    return at;
  }

  /// Makes words of the characters that [#readRun] put down one by one.
  private void join(int first, int characters) {
    int words = Math.max(1, characters - GRAM + 1);
    for (int word = first; word < first + words; word++) {
      long hash = FNV_BASIS;
      int last = Math.min(word + GRAM, first + characters);
      for (int at = word; at < last; at++) {
        hash = (hash ^ hashes[at]) * FNV_PRIME;
      }
      hashes[word] = mix(hash);
      ends[word] = ends[last - 1];
    }
    count = first + words;
  }

  private void add(long hash, int start, int end) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    hashes[count] = hash;
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  /// Whether this is a letter of a script that writes words without spaces: Chinese, Japanese,
  /// Thai, Lao, Burmese, Khmer.
  private static boolean isSpaceless(int c) {
    if (c < 0x0e00) {
      return false;
    }
    return (c <= 0x0edf && !isDigit(c, 0x0e50) && !isDigit(c, 0x0ed0) && c != 0x0e3f)
        || (c >= 0x1000 && c <= 0x103f)
        || (c >= 0x1780 && c <= 0x17d3)
        || (c >= 0x3005 && c <= 0x3007)
        || (c >= 0x3041 && c <= 0x30ff && c != 0x30fb)
        || (c >= 0x31f0 && c <= 0x31ff)
        || (c >= 0x3400 && c <= 0x4dbf)
        || (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0x20000 && c <= 0x3ffff);
  }

  private static boolean isDigit(int c, int zero) {
    return c >= zero && c < zero + 10;
  }

  /// Spreads a hash over all its bits (the finalizer of MurmurHash3, which is in the public
  /// domain).
  static long mix(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
