package org.pressmark.cli;

import java.util.Locale;
import org.pressmark.study.Reach;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How much context: `8` words, `60c` characters.
final class ContextConverter implements ITypeConverter<Reach> {
  @Override
  public Reach convert(String value) {
    String small = value.toLowerCase(Locale.ROOT);
    boolean isInCharacters = small.endsWith("c");
    String number = isInCharacters ? small.substring(0, small.length() - 1) : small;
    if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) > Reach.MAX) {
      throw new TypeConversionException("\"" + value
          + "\" is neither a number of words nor of characters, such as 8 or 60c, up to "
          + Reach.MAX);
    }
    return new Reach(
        Integer.parseInt(number), isInCharacters ? Reach.Unit.CHARACTERS : Reach.Unit.WORDS);
  }
}
