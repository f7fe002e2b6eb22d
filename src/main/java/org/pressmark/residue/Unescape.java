package org.pressmark.residue;

import java.util.Map;

/// Resolves escapes: those of JSON, those of HTML, and what is left of `\u00e9` when its backslash
/// was stripped.
final class Unescape {
  private static final Map<String, String> NAMED = Map.ofEntries(
      Map.entry("amp", "&"),
      Map.entry("lt", "<"),
      Map.entry("gt", ">"),
      Map.entry("quot", "\""),
      Map.entry("apos", "'"),
      Map.entry("nbsp", " "),
      Map.entry("lsquo", "‘"),
      Map.entry("rsquo", "’"),
      Map.entry("sbquo", "‚"),
      Map.entry("ldquo", "“"),
      Map.entry("rdquo", "”"),
      Map.entry("bdquo", "„"),
      Map.entry("laquo", "«"),
      Map.entry("raquo", "»"),
      Map.entry("ndash", "–"),
      Map.entry("mdash", "—"),
      Map.entry("hellip", "…"),
      Map.entry("eacute", "é"),
      Map.entry("egrave", "è"),
      Map.entry("ecirc", "ê"),
      Map.entry("aacute", "á"),
      Map.entry("agrave", "à"),
      Map.entry("acirc", "â"),
      Map.entry("atilde", "ã"),
      Map.entry("auml", "ä"),
      Map.entry("Auml", "Ä"),
      Map.entry("ouml", "ö"),
      Map.entry("Ouml", "Ö"),
      Map.entry("uuml", "ü"),
      Map.entry("Uuml", "Ü"),
      Map.entry("szlig", "ß"),
      Map.entry("iacute", "í"),
      Map.entry("oacute", "ó"),
      Map.entry("ocirc", "ô"),
      Map.entry("uacute", "ú"),
      Map.entry("ntilde", "ñ"),
      Map.entry("ccedil", "ç"),
      Map.entry("euro", "€"));

  private Unescape() {}

  /// `Jos\u00e9`, `a\/b`, `\"`: RFC 8259, section 7. A backslash before anything else goes.
  static String json(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        text.append(c);
        continue;
      }
      char escape = raw.charAt(++i);
      switch (escape) {
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          int unit = hex(raw, i + 1, 4);
          if (unit >= 0) {
            text.append((char) unit);
            i += 4;
          } else {
            text.append('u');
          }
        }
        default -> text.append(escape);
      }
    }
    return text.toString();
  }

  /// `&amp;`, `&#8217;`, `&#x2019;`; twice, because themes escape what was escaped.
  static String html(String raw) {
    String once = htmlOnce(raw);
    return once.indexOf('&') < 0 ? once : htmlOnce(once);
  }

  private static String htmlOnce(String raw) {
    int ampersand = raw.indexOf('&');
    if (ampersand < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int from = 0;
    while (ampersand >= 0) {
      int semicolon = ampersand + 2;
      int most = Math.min(raw.length(), ampersand + 10);
      while (semicolon < most && raw.charAt(semicolon) != ';') {
        semicolon++;
      }
      String entity = semicolon < most ? entity(raw.substring(ampersand + 1, semicolon)) : "";
      if (!entity.isEmpty()) {
        text.append(raw, from, ampersand).append(entity);
        from = semicolon + 1;
      }
      ampersand = raw.indexOf('&', ampersand + 1);
    }
    return text.append(raw, from, raw.length()).toString();
  }

  private static String entity(String name) {
    if (name.charAt(0) != '#') {
      return NAMED.getOrDefault(name, "");
    }
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    int code = 0;
    for (int i = hex ? 2 : 1; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), hex ? 16 : 10);
      if (digit < 0) {
        return "";
      }
      code = code * (hex ? 16 : 10) + digit;
    }
    return Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : "";
  }

  /// `Josu00e9` is `José`: four hexadecimal digits that name a letter or a mark of some script,
  /// behind a `u` that would have no business there. Where all four are letters they may be a
  /// word's, as in `succede`, unless another escape stands next to them.
  static String stripped(String raw) {
    int u = raw.indexOf('u');
    if (u < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int from = 0;
    while (u >= 0) {
      int unit = hex(raw, u + 1, 4);
      boolean isBesideOther = from > 0 && u == from || escape(raw, u + 5);
      boolean isWord = hasNoDigit(raw, u + 1) && !isBesideOther;
      if (unit >= 0xa0 && raw.charAt(u + 1) != 'd' && isLikely(unit) && !isWord) {
        text.append(raw, from, u).append((char) unit);
        from = u + 5;
      }
      u = raw.indexOf('u', u + 1);
    }
    return text.append(raw, from, raw.length()).toString();
  }

  private static boolean escape(String raw, int u) {
    return raw.startsWith("u", u) && hex(raw, u + 1, 4) >= 0;
  }

  private static boolean hasNoDigit(String raw, int from) {
    return raw.substring(from, Math.min(raw.length(), from + 4))
        .chars()
        .noneMatch(Character::isDigit);
  }

  private static boolean isLikely(int unit) {
    return Character.isLetter(unit) || unit >= 0x2010 && unit <= 0x2030 || unit == 0xa0;
  }

  private static int hex(String raw, int from, int length) {
    if (from + length > raw.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + length; i++) {
      int digit = Character.digit(raw.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
