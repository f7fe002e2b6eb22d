package org.pressmark.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pressmark.article.Field;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Makes out what scrapers put into one value: a time as a number, a list as the text of a list.
final class Value {
  // Of times as numbers: seconds, or thousandths, millionths, billionths of them.
  private static final long SECONDS_END = 100_000_000_000L;
  private static final int LONGEST_NUMBER = 32; // signs
  private static final int LONGEST_LIST = 10_000;

  private Value() {}

  static List<String> read(Field field, List<String> values) {
    return switch (field) {
      case DATE_PUBLISHED, DATE_MODIFIED -> values.stream().map(Value::time).toList();
      case AUTHOR -> values.stream().flatMap(Value::list).toList();
      case KEYWORDS, ARTICLE_SECTION ->
        values.stream().flatMap(Value::list).flatMap(Value::parted).toList();
      default -> values;
    };
  }

  /// `2021-09-29T01:46:30Z` for `1632879190`, `1632879190000`, `1.632879190E9`, `1632879190.0`;
  /// `2021-09-29T01:46:30Z` for `20210929T014630Z` and `20210929014630`, which is UTC where it is
  /// in use. Anything else as it stands.
  static String time(String value) {
    String text = value.strip();
    if (text.length() > LONGEST_NUMBER || text.isEmpty() || !isDigit(text.charAt(0))) {
      return value;
    }
    String compact = compact(text);
    return compact.isEmpty() ? number(text, value) : compact;
  }

  private static String compact(String text) {
    boolean isParted = text.length() >= 15 && text.charAt(8) == 'T';
    String digits = isParted ? text.substring(0, 8) + text.substring(9, 15) : text;
    boolean isWhole =
        isParted ? text.length() == 15 || text.substring(15).equals("Z") : text.length() == 14;
    if (!isWhole || !digits.chars().allMatch(sign -> isDigit((char) sign))) {
      return "";
    }
    return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8)
        + "T" + digits.substring(8, 10) + ":" + digits.substring(10, 12) + ":"
        + digits.substring(12) + "Z";
  }

  private static String number(String text, String otherwise) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() - number.scale() < 9 || number.precision() - number.scale() > 19) {
        return otherwise;
      }
      BigDecimal seconds = number;
      while (seconds.compareTo(BigDecimal.valueOf(SECONDS_END)) >= 0) {
        seconds = seconds.movePointLeft(3);
      }
      return Instant.ofEpochSecond(seconds.longValue()).toString();
    } catch (NumberFormatException | DateTimeException e) {
      return otherwise;
    }
  }

  /// The names in `['Ada Roth', "Ben O'Dell"]` and `["Ada Roth"]`; anything else is one.
  private static Stream<String> list(String value) {
    String text = value.strip();
    if (text.length() < 2 || text.length() > LONGEST_LIST) {
      return Stream.of(value);
    }
    boolean isList = text.startsWith("[") && text.endsWith("]");
    boolean isSet = text.startsWith("{") && (text.endsWith("'}") || text.endsWith("\"}"));
    boolean isTuple = text.startsWith("(") && (text.endsWith("')") || text.endsWith("',)"));
    if (!isList && !isSet && !isTuple) {
      return Stream.of(value);
    }
    try {
      JsonNode node = isList ? Json.MAPPER.readTree(text) : Json.MAPPER.nullNode();
      if (node.isArray()) {
        return node.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue);
      }
    } catch (JacksonException e) {
      // Python's way to write a list, in all likelihood.
    }
    List<String> names = quoted(text);
    return names.isEmpty() && text.length() > 2 ? Stream.of(value) : names.stream();
  }

  /// What stands in single or double quotes.
  private static List<String> quoted(String text) {
    List<String> all = new ArrayList<>();
    int at = 1;
    while (at < text.length()) {
      char quote = text.charAt(at++);
      if (quote == '\'' || quote == '"') {
        StringBuilder name = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
          if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            at++;
          }
          name.append(text.charAt(at++));
        }
        at++;
        all.add(name.toString());
      }
    }
    return all;
  }

  private static Stream<String> parted(String value) {
    String sign = value.indexOf(';') >= 0 ? ";" : value.indexOf('|') >= 0 ? "\\|" : "";
    return sign.isEmpty() ? Stream.of(value) : Stream.of(value.split(sign, -1)).map(String::strip);
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }
}
