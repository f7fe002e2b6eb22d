package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the data in a stretch of code: what stands before the first key of schema.org is read by
/// itself, so that a script with a bracket too many can not swallow what comes after it.
final class Data {
  private static final Set<String> KEYS = Set.of(
      "@context",
      "@type",
      "@id",
      "@graph",
      "headline",
      "articlesection",
      "datepublished",
      "datemodified",
      "author",
      "publisher",
      "mainentityofpage",
      "isaccessibleforfree",
      "articlebody",
      "keywords",
      "thumbnailurl");

  /// schema.org's longest key has 36 letters; a translator may have pushed spaces in.
  private static final int LONGEST_KEY = 48;

  private Data() {}

  static List<Json> read(String text, int start, int end) {
    int from = begin(text, start, end);
    List<Json> roots = new ArrayList<>();
    if (from > start) {
      roots.addAll(JsonReader.readAll(text, start, from));
    }
    roots.addAll(JsonReader.readAll(text, from, end));
    return roots;
  }

  /// Where the bracket before the first such key stands, or the key's own quote.
  private static int begin(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (isQuote(text.charAt(i)) && isKey(text, i + 1, end)) {
        int before = i - 1;
        while (before > start && (text.charAt(before) <= ' ' || text.charAt(before) == 'n')) {
          before--;
        }
        return before >= start && text.charAt(before) == '{' ? before : i;
      }
    }
    return start;
  }

  private static boolean isKey(String text, int from, int end) {
    int most = Math.min(end, from + LONGEST_KEY);
    StringBuilder key = new StringBuilder();
    int i = from;
    for (; i < most && !isQuote(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '@' && c != '-' && !Character.isLetter(c)) {
        return false;
      }
      if (c > ' ') {
        key.append(c);
      }
    }
    int colon = i + 1;
    while (colon < most && text.charAt(colon) <= ' ') {
      colon++;
    }
    return colon < most
        && text.charAt(colon) == ':'
        && KEYS.contains(SchemaWords.of(key.toString()));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c > '\u007f' && "“”„‟«»″＂".indexOf(c) >= 0;
  }
}
