package org.pressmark.export;

import org.pressmark.article.Article;
import org.pressmark.article.Outcome;
import org.pressmark.json.ArticleJson;

/// As [Jsonl], with line breaks and indentation for people.
final class Json implements Export {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public String about() {
    return "the same, indented for people";
  }

  @Override
  public String write(Article article, Cuts cuts) {
    return indent(ArticleJson.write(article));
  }

  @Override
  public String write(Outcome outcome, Cuts cuts) {
    return indent(ArticleJson.write(outcome));
  }

  /// Only puts white space where JSON allows it: no value is read, and so none can change.
  static String indent(String json) {
    StringBuilder lines = new StringBuilder(json.length() + json.length() / 4);
    int depth = 0;
    for (int at = 0; at < json.length(); at++) {
      char c = json.charAt(at);
      switch (c) {
        case '"' -> {
          int end = endOfString(json, at);
          lines.append(json, at, end);
          at = end - 1;
        }
        case '{', '[' -> {
          lines.append(c);
          if (at + 1 < json.length() && json.charAt(at + 1) == c + 2) { // an empty one
            lines.append((char) (c + 2));
            at++;
          } else {
            breakLine(lines, ++depth);
          }
        }
        case '}', ']' -> {
          breakLine(lines, --depth);
          lines.append(c);
        }
        case ',' -> {
          lines.append(c);
          breakLine(lines, depth);
        }
        case ':' -> lines.append(": ");
        default -> lines.append(c);
      }
    }
    return lines.append('\n').toString();
  }

  private static int endOfString(String json, int start) {
    int at = start + 1;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static void breakLine(StringBuilder lines, int depth) {
    lines.append('\n').repeat(' ', 2 * depth);
  }
}
