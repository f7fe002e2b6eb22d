package org.pressmark.extract;

import java.util.Arrays;

/// The letters and digits of a stretch of text, in lower case. One is used again and again, for one
/// stretch after the other.
final class Fold {
  private static final char[] ASCII = new char[128]; // 0 for what is neither letter nor digit

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }
  }

  private char[] letters = new char[512];
  private long[] fours = new long[128]; // every fourth four
  private int count;

  static Fold of(CharSequence text) {
    String all = text.toString();
    return new Fold().take(all, 0, all.length());
  }

  /// Forgets what it held, and takes this instead.
  Fold take(String text, int start, int end) {
    if (letters.length < end - start) {
      letters = new char[Math.max(end - start, 2 * letters.length)];
    }
    int size = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c < ASCII.length) {
        letters[size] = ASCII[c];
        size += ASCII[c] == 0 ? 0 : 1;
      } else if (Character.isLetterOrDigit(c)) {
        letters[size++] = Character.toLowerCase(c);
      }
    }
    count = size;
    pack();
    return this;
  }

  private void pack() {
    int packed = count / 4;
    if (fours.length < packed) {
      fours = new long[letters.length / 4];
    }
    for (int i = 0; i < packed; i++) {
      fours[i] = four(4 * i);
    }
  }

  /// The letters from 4 i on, four of them, exactly.
  long fourth(int i) {
    return fours[i];
  }

  int count() {
    return count;
  }

  /// Four letters, exactly.
  long four(int at) {
    return (long) letters[at] << 48
        | (long) letters[at + 1] << 32
        | (long) letters[at + 2] << 16
        | letters[at + 3];
  }

  @Override
  public String toString() {
    return new String(Arrays.copyOf(letters, count));
  }
}
