package org.pressmark.export;

import java.util.List;
import org.pressmark.article.Change;
import org.pressmark.diff.Diff;
import org.pressmark.diff.Piece;

/// A change of an article for a terminal:
///
/// ```
///   headline: Storm [-hits-]{+batters+} coast
///   author: (none) -> Ana Reyes
///   text: The harbour is closed[- until Friday-]{+ for good+}.
/// ```
public final class ContrastText {
  private static final String INDENT = "  ";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final boolean coloured;

  public ContrastText(boolean coloured) {
    this.coloured = coloured;
  }

  /// Fit for a terminal, whatever the article says.
  public String write(Contrast contrast) {
    StringBuilder text = new StringBuilder();
    contrast.before().ifPresent(why -> text.append(line("was not cleaned", Screen.line(why))));
    contrast.after().ifPresent(why -> text.append(line("is not cleaned", Screen.line(why))));
    contrast.headline().ifPresent(diff -> text.append(line("headline", diff(diff))));
    for (Change.Of fact : contrast.facts()) {
      text.append(line(fact.field().schemaName(), values(fact.before(), fact.after())));
    }
    if (!contrast.text().isEmpty()) {
      text.append(line("text", diff(contrast.text()).replace("\n", "\n" + INDENT + INDENT)));
    }
    contrast.remarks().forEach(remark -> text.append(line("note", remark)));
    return text.toString();
  }

  private static String values(List<String> before, List<String> after) {
    return Screen.line(Contrast.joined(before)) + " -> " + Screen.line(Contrast.joined(after));
  }

  private static String line(String name, String text) {
    return INDENT + name + ": " + text + "\n";
  }

  private String diff(Diff diff) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : diff.pieces()) {
      String words = Screen.text(piece.text());
      text.append(
          switch (piece.kind()) {
            case BOTH -> words;
            case BEFORE -> marked("[-", words, "-]", RED);
            case AFTER -> marked("{+", words, "+}", GREEN);
          });
    }
    return text.toString();
  }

  private String marked(String open, String words, String close, String colour) {
    return coloured ? colour + open + words + close + PLAIN : open + words + close;
  }
}
