package org.pressmark.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// One of a few names, written as they write themselves: `log-ratio` for `LOG_RATIO`.
abstract class NameConverter<T extends Enum<T>> implements ITypeConverter<T>, Iterable<String> {
  private final List<T> values;

  NameConverter(T[] values) {
    this.values = List.of(values);
  }

  @Override
  public T convert(String name) {
    return values.stream()
        .filter(value -> value.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("\"" + name + "\" is not known; known are: "
            + values.stream().map(Enum::toString).collect(Collectors.joining(", "))));
  }

  @Override
  public Iterator<String> iterator() {
    return values.stream().map(Enum::toString).iterator();
  }
}
