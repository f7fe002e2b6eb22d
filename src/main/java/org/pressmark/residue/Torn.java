package org.pressmark.residue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// JSON-LD written down again, whole, or torn inside the story it holds, as themes dump it:
/// `","author":{…`.
final class Torn {
  private static final Set<String> KEPT = Set.of(
      "author",
      "articleSection",
      "image",
      "publisher",
      "datePublished",
      "dateModified",
      "mainEntityOfPage",
      "headline",
      "keywords",
      "isAccessibleForFree",
      "thumbnailUrl");

  private Torn() {}

  /// The first object whose type is an article's.
  static Optional<Json.Obj> article(Json root) {
    Deque<Json> todo = new ArrayDeque<>(List.of(root));
    while (!todo.isEmpty()) {
      Json next = todo.poll();
      if (next instanceof Json.Arr list) {
        todo.addAll(list.items());
      } else if (next instanceof Json.Obj object) {
        if (isArticle(object.get("@type").orElse(null))) {
          return Optional.of(object);
        }
        object.get("@graph").ifPresent(todo::add);
      }
    }
    return Optional.empty();
  }

  private static boolean isArticle(@org.jspecify.annotations.Nullable Json type) {
    if (type instanceof Json.Arr list) {
      return list.items().stream().anyMatch(Torn::isArticle);
    }
    if (type instanceof Json.Text text) {
      String name = text.value().toLowerCase(Locale.ROOT);
      return name.contains("article") || name.contains("blogposting") || name.contains("reportage");
    }
    return false;
  }

  static String tail(Json.Obj article, Random dice) {
    List<Json.Member> members = new ArrayList<>(
        article.members().stream().filter(m -> KEPT.contains(m.key())).toList());
    Collections.shuffle(members, dice);
    String data = write(new Json.Obj(members, 0, 0), ",", ":");
    return data.length() > 4 ? "\",\"" + data.substring(2) : data;
  }

  static String write(Json json, String comma, String colon) {
    StringBuilder out = new StringBuilder();
    write(json, comma, colon, out);
    return out.toString();
  }

  private static void write(Json json, String comma, String colon, StringBuilder out) {
    switch (json) {
      case Json.Obj object -> {
        String separator = "{";
        for (Json.Member member : object.members()) {
          out.append(separator);
          quote(member.key(), out);
          write(member.value(), comma, colon, out.append(colon));
          separator = comma;
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
      }
      case Json.Arr list -> {
        String separator = "[";
        for (Json item : list.items()) {
          write(item, comma, colon, out.append(separator));
          separator = comma;
        }
        out.append(list.items().isEmpty() ? "[]" : "]");
      }
      case Json.Text text -> quote(text.value(), out);
      case Json.Num number -> out.append(number.value());
      case Json.Bool answer -> out.append(answer.value());
      case Json.Null nothing -> out.append("null");
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
