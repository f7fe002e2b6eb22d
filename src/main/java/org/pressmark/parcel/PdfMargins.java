package org.pressmark.parcel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what runs along the top and the bottom of the sheets of a PDF: titles and page numbers.
final class PdfMargins {
  private static final int MAX_LENGTH = 120;
  // How many lines at either edge may be such.
  private static final int DEPTH = 2;

  private static final Set<String> PAGE = Set.of(
      "page",
      "p",
      "seite",
      "s",
      "p\u00E1gina",
      "p\u00E1g",
      "pagina",
      "pag",
      "strona",
      "str",
      "sida",
      "side",
      "\u0441\u0442\u0440",
      "\u03C3\u03B5\u03BB");

  private PdfMargins() {}

  /// The numbers of the lines that come back on a third of the sheets, apart from digits, at the
  /// same edge and in the same size; and of those at an edge that are nothing but a page number.
  static BitSet find(List<PdfLine> lines) {
    Map<String, List<Integer>> places = new HashMap<>();
    BitSet running = new BitSet();
    int sheets = 0;
    for (int start = 0; start < lines.size(); ) {
      int end = start + 1;
      while (end < lines.size() && lines.get(end).page() == lines.get(start).page()) {
        end++;
      }
      for (int i = 0; i < Math.min(DEPTH, (end - start) / 2); i++) {
        place(places, running, "top ", start + i, lines);
        place(places, running, "bottom ", end - 1 - i, lines);
      }
      sheets++;
      start = end;
    }
    for (List<Integer> same : places.values()) {
      if (same.size() > 1 && same.size() * 3 >= sheets) {
        same.forEach(running::set);
      }
    }
    return running;
  }

  private static void place(
      Map<String, List<Integer>> places,
      BitSet running,
      String edge,
      int number,
      List<PdfLine> lines) {
    PdfLine line = lines.get(number);
    String text = line.text();
    if (isPageNumber(text)) {
      running.set(number);
    } else if (text.length() <= MAX_LENGTH) {
      places
          .computeIfAbsent(
              edge + Math.round(line.size()) + " " + withoutDigits(text), key -> new ArrayList<>())
          .add(number);
    }
  }

  /// `7`, `- 7 -`, `7/12`, `Page 7`, `Seite 7`: a number of at most four digits, perhaps after the
  /// word for it.
  private static boolean isPageNumber(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+");
    List<String> said = Stream.of(words).filter(word -> !word.isEmpty()).toList();
    return text.length() <= 20
        && !said.isEmpty()
        && said.size() <= 3
        && said.stream().skip(PAGE.contains(said.getFirst()) ? 1 : 0).allMatch(PdfMargins::isNumber)
        && isNumber(said.getLast())
        && text.indexOf(',') < 0;
  }

  private static boolean isNumber(String word) {
    return word.length() <= 4 && word.chars().allMatch(Character::isDigit);
  }

  private static String withoutDigits(String text) {
    StringBuilder plain = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(sign -> !Character.isDigit(sign))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
