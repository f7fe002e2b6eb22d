package org.pressmark.source.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Finds the charset that a page or a server declares.
public final class Declaration {
  // Browsers look at 1024 bytes; old pages have long scripts before their meta elements.
  private static final int PRESCAN = 1 << 15;

  private Declaration() {}

  /// `windows-1251` of `text/html; charset="windows-1251"`.
  public static Optional<String> inMediaType(String mediaType) {
    return value(mediaType.toLowerCase(Locale.ROOT), 0, mediaType.length());
  }

  /// What an XML declaration or a meta element near the beginning says.
  public static Optional<String> inPage(byte[] bytes) {
    return inPage(
        new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1));
  }

  public static Optional<String> inPage(String beginning) {
    String head = beginning.toLowerCase(Locale.ROOT);
    return inXml(head).or(() -> inMeta(head));
  }

  private static Optional<String> inXml(String head) {
    int start = head.indexOf("<?xml");
    int end = head.indexOf("?>");
    if (start < 0 || start > 16 || end < start) {
      return Optional.empty();
    }
    return value(head, "encoding", start, end);
  }

  private static Optional<String> inMeta(String head) {
    int end;
    for (int tag = next(head, 0); tag >= 0; tag = next(head, end)) {
      end = head.indexOf('>', tag);
      if (end < 0) {
        end = head.length();
      }
      Optional<String> charset = value(head, tag, end);
      if (charset.isPresent()) {
        return charset;
      }
    }
    return Optional.empty();
  }

  /// The offset of the next meta element that is not inside a comment.
  private static int next(String head, int from) {
    int tag = head.indexOf("<meta", from);
    int comment = head.indexOf("<!--", from);
    while (comment >= 0 && comment < tag) {
      int end = head.indexOf("-->", comment);
      if (end < 0 || tag < 0) {
        return -1;
      }
      tag = head.indexOf("<meta", end);
      comment = head.indexOf("<!--", end);
    }
    return tag;
  }

  private static Optional<String> value(String text, int start, int end) {
    return value(text, "charset", start, end);
  }

  /// What stands behind `key` and `=`, with or without quotes.
  private static Optional<String> value(String text, String key, int start, int end) {
    for (int at = text.indexOf(key, start); at >= 0 && at < end; at = text.indexOf(key, at + 1)) {
      int value = skip(text, at + key.length(), end, " \t\r\n");
      if (value < end && text.charAt(value) == '=') {
        value = skip(text, value + 1, end, " \t\r\n\"'");
        int stop = value;
        while (stop < end && " \t\r\n\"';,/>".indexOf(text.charAt(stop)) < 0) {
          stop++;
        }
        return stop > value ? Optional.of(text.substring(value, stop)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int skip(String text, int from, int end, String signs) {
    int at = from;
    while (at < end && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
