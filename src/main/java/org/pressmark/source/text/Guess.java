package org.pressmark.source.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/// Guesses a charset from the frequencies of bytes.
///
/// The detector knows how often three letters follow each other in a language, and looks at the
/// first 12,000 bytes. Of a page it is therefore given only what counts: stretches of text, outside
/// tags, scripts and styles, in which there is a byte beyond ASCII.
///
/// KOI8-R is read as KOI8-U, which has four more Ukrainian letters where the other draws boxes.
public final class Guess {
  private static final int SAMPLE = 12_000;

  // Fewer bytes beyond ASCII say nothing: they may be of any charset.
  private static final int ENOUGH = 4;

  // Of mainframes, which have no pages; and what was ruled out before.
  private static final Set<String> NEVER = Set.of(
      "IBM420_ltr",
      "IBM420_rtl",
      "IBM424_ltr",
      "IBM424_rtl",
      "IBM500",
      "UTF-8",
      "UTF-16BE",
      "UTF-16LE",
      "UTF-32BE",
      "UTF-32LE");

  private final byte[] bytes;
  // The same, to look tags up in.
  private final String text;
  private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
  private int beyondAscii;
  private int lonely;

  private Guess(byte[] bytes) {
    this.bytes = bytes;
    text = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  public static Optional<Charset> of(byte[] bytes) {
    Guess guess = new Guess(bytes);
    guess.takeSample();
    if (guess.beyondAscii < ENOUGH) {
      return Optional.empty();
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(guess.sample.toByteArray());
    return guess.best(Stream.of(detector.detectAll())
        .map(CharsetMatch::getName)
        .filter(name -> !NEVER.contains(name))
        .map(name -> name.equals("KOI8-R") ? "KOI8-U" : name)
        .map(CharsetLabel::charset)
        .flatMap(Optional::stream)
        .filter(guess::allows)
        .toList());
  }

  /// The most probable one in which words are words.
  private Optional<Charset> best(List<Charset> charsets) {
    return charsets.stream()
        .filter(this::spellsWords)
        .findFirst()
        .or(() -> charsets.stream().findFirst());
  }

  /// Signs of several bytes lie in pairs of bytes beyond ASCII, most of them; a lonely one is an
  /// accent or a quotation mark.
  private boolean allows(Charset charset) {
    return charset.newEncoder().maxBytesPerChar() == 1 || lonely * 2 < beyondAscii;
  }

  /// Whether there is hardly a sign in the middle of a word that no word has: `nadesz³a`.
  private boolean spellsWords(Charset charset) {
    String words = sample.toString(charset);
    int odd = 0;
    int all = 0;
    for (int i = 1; i < words.length() - 1; i++) {
      char sign = words.charAt(i);
      if (sign > 0x7F) {
        all++;
        boolean inWord =
            Character.isLetter(words.charAt(i - 1)) && Character.isLetter(words.charAt(i + 1));
        odd += inWord && isOdd(sign) ? 1 : 0;
      }
    }
    return odd * 8 <= all;
  }

  private static boolean isOdd(char sign) {
    return switch (Character.getType(sign)) {
      case Character.OTHER_NUMBER,
          Character.OTHER_SYMBOL,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.CONTROL -> true;
      default -> sign == '\u00BF' || sign == '\u00A1' || sign == '\uFFFD';
    };
  }

  private void takeSample() {
    int at = 0;
    while (at < bytes.length && sample.size() < SAMPLE) {
      int end = at;
      while (end < bytes.length && bytes[end] != '<' && bytes[end] != '\n' && bytes[end] != '.') {
        end++;
      }
      take(at, end);
      at = end < bytes.length && bytes[end] == '<' ? behind(end) : end + 1;
    }
  }

  private void take(int start, int end) {
    int found = 0;
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        found++;
        boolean hasNeighbour = (i > start && bytes[i - 1] < 0) || (i + 1 < end && bytes[i + 1] < 0);
        lonely += hasNeighbour ? 0 : 1;
      }
    }
    if (found > 0) {
      sample.write(bytes, start, Math.min(end - start, SAMPLE));
      sample.write(' ');
      beyondAscii += found;
    }
  }

  /// The offset behind a tag, and behind the whole of a script, a style or a comment.
  private int behind(int tag) {
    if (text.startsWith("<!--", tag)) {
      return behind("-->", tag);
    }
    if (text.regionMatches(true, tag, "<script", 0, 7)) {
      return behind("</script", tag);
    }
    if (text.regionMatches(true, tag, "<style", 0, 6)) {
      return behind("</style", tag);
    }
    int next = tag + 1 < text.length() ? text.charAt(tag + 1) : ' ';
    boolean isTag = next == '/' || next == '!' || next == '?' || Character.isLetter(next);
    return isTag ? behind(">", tag) : tag + 1;
  }

  private int behind(String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? bytes.length : at + end.length();
  }
}
