package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;

/// A document whose records were damaged and set aside; empty strings where it is not known which.
///
/// @param mark its pressmark
/// @param source where it came from
public record Loss(String mark, String source) {
  static final Loss UNKNOWN = new Loss("", "");

  static Loss of(Mark mark, Origin origin) {
    return new Loss(mark.value(), printable(origin.toString()));
  }

  /// Nothing in it that a line of a list could not hold.
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(letter -> Character.isISOControl(letter) ? '?' : letter)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /// What the list in `damaged/` says of the documents in it.
  static List<Loss> listed(Folder folder) throws IOException {
    List<Loss> losses = new ArrayList<>();
    if (Files.exists(folder.damages())) {
      String list = new String(Files.readAllBytes(folder.damages()), StandardCharsets.UTF_8);
      for (String line : list.split("\n", -1)) {
        String[] columns = line.split("\t", -1);
        if (columns.length == 7 && columns[4].startsWith("pm-")) {
          losses.add(new Loss(columns[4], columns[5]));
        }
      }
    }
    return losses;
  }
}
