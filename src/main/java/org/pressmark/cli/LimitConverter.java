package org.pressmark.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many: a number, or `all`.
final class LimitConverter implements ITypeConverter<Integer> {
  static final int ALL = Integer.MAX_VALUE;

  @Override
  public Integer convert(String value) {
    if (value.equalsIgnoreCase("all")) {
      return ALL;
    }
    try {
      return Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("\"" + value + "\" is neither a number nor `all`");
    }
  }
}
