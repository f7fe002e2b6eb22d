package org.pressmark.article;

import java.util.Optional;

/// Under which rules a result was made.
///
/// Written `pressmark 0.1.0, rules 3f9ac21b0d4e`.
///
/// @param program name and version of the program
/// @param rules the first twelve hexadecimal digits of a SHA-256 over all rules with their versions
/// and over the names of those that were switched off
public record Edition(String program, String rules) {
  private static final String BETWEEN = ", rules ";

  /// What [#toString] gave; empty where a text is something else.
  public static Optional<Edition> parse(String text) {
    int end = text.lastIndexOf(BETWEEN);
    return end <= 0
        ? Optional.empty()
        : Optional.of(new Edition(text.substring(0, end), text.substring(end + BETWEEN.length())));
  }

  @Override
  public String toString() {
    return program + BETWEEN + rules;
  }
}
