package org.pressmark.source.table;

import java.util.ArrayList;
import java.util.List;

/// Takes one row of a table apart, line by line (RFC 4180, and what people make of it).
///
/// A quote ends a field only where a delimiter or the line's end follows, and stands for itself
/// elsewhere: of `"He said "no" to it",3` the first field is `He said "no" to it`.
public final class FieldReader {
  private final Dialect dialect;
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private boolean isQuoted; // inside quotes
  private boolean wasQuoted; // the field at hand began with a quote
  private int lines;
  private int openedIn; // line

  public FieldReader(Dialect dialect) {
    this.dialect = dialect;
  }

  /// Whether the row goes on in the next line.
  public boolean isOpen() {
    return isQuoted;
  }

  public boolean isBlank() {
    return fields.size() == 1 && fields.getFirst().isBlank();
  }

  public List<String> fields() {
    return fields;
  }

  /// Takes a line in, with its end.
  ///
  /// @return false where the line belongs to another row, in all likelihood: a field that began in
  /// an earlier line is still open, and here one begins with a quote
  public boolean feed(String line) {
    lines++;
    int at = 0;
    int end = line.length();
    while (at < end) {
      char sign = line.charAt(at);
      if (isQuoted) {
        if (sign == '"') {
          int after = endOfQuote(line, at);
          if (after < 0 && beginsField(line, at) && openedIn < lines) {
            return false;
          }
          at = after < 0 ? literal(line, at) : after;
        } else if (sign == '\\' && dialect.escapes() && isEscape(line, at)) {
          field.append(line.charAt(at + 1));
          at += 2;
        } else {
          field.append(sign);
          at++;
        }
      } else if (sign == dialect.delimiter()) {
        finish();
        at++;
      } else if (isLineEnd(line, at)) {
        break;
      } else if (sign == '"' && dialect.quotes() && field.toString().isBlank() && !wasQuoted) {
        field.setLength(0);
        isQuoted = true;
        wasQuoted = true;
        openedIn = lines;
        at++;
      } else {
        field.append(sign);
        at++;
      }
    }
    if (!isQuoted) {
      finish();
    }
    return true;
  }

  private void finish() {
    fields.add(field.toString());
    field.setLength(0);
    wasQuoted = false;
  }

  /// Where the reading goes on behind a quote that closes; -1 where it does not.
  private int endOfQuote(String line, int at) {
    int next = at + 1;
    while (next < line.length() && line.charAt(next) == ' ') {
      next++;
    }
    boolean closes =
        next == line.length() || line.charAt(next) == dialect.delimiter() || isLineEnd(line, next);
    if (closes) {
      isQuoted = false;
    }
    return closes ? next : -1;
  }

  /// Takes a quote for a sign of the text: two for one, if two stand there.
  private int literal(String line, int at) {
    field.append('"');
    return at + 1 < line.length() && line.charAt(at + 1) == '"' ? at + 2 : at + 1;
  }

  private boolean beginsField(String line, int at) {
    boolean isPair = at + 1 < line.length() && line.charAt(at + 1) == '"';
    return !isPair && (at == 0 || line.charAt(at - 1) == dialect.delimiter());
  }

  private static boolean isEscape(String line, int at) {
    return at + 1 < line.length() && (line.charAt(at + 1) == '"' || line.charAt(at + 1) == '\\');
  }

  private static boolean isLineEnd(String line, int at) {
    char sign = line.charAt(at);
    return sign == '\n'
        || (sign == '\r' && (at + 1 == line.length() || line.charAt(at + 1) == '\n'));
  }
}
