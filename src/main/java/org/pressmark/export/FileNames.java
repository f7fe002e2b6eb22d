package org.pressmark.export;

import java.text.Normalizer;
import java.util.Locale;
import org.pressmark.article.Field;

/// Names of files that every system takes: small letters without accents, digits, `-` and `_`.
///
/// `the-varn-echo_2024-10-11_pm-mfrggzdfmztwq2lknnwg`: outlet, day and id. What stands before the
/// first `_` is a text's class for stylo.
final class FileNames {
  private static final int MAX_LETTERS = 40;

  private FileNames() {}

  static String of(Item item) {
    String outlet =
        item.article().facts().value(Field.PUBLISHER).map(FileNames::plain).orElse("");
    String day = Day.of(Column.DATE.cell(item)).map(Day::toString).orElse("undated");
    return (outlet.isEmpty() ? "unknown" : outlet) + "_" + day + "_"
        + item.article().mark();
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    String letters = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    for (int at = 0; at < letters.length() && plain.length() < MAX_LETTERS; at++) {
      char c = letters.charAt(at);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        plain.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && !plain.isEmpty()
          && plain.charAt(plain.length() - 1) != '-') {
        plain.append('-');
      }
    }
    int end = plain.length();
    return plain.substring(0, end > 0 && plain.charAt(end - 1) == '-' ? end - 1 : end);
  }
}
