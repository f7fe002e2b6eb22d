package org.pressmark.cli;

import java.util.Iterator;
import java.util.Optional;
import org.pressmark.export.Export;
import org.pressmark.export.Exports;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// In which form articles are printed.
final class FormatOption {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private Optional<Export> export = Optional.empty();

  /// What completion and help offer.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Exports.ALL.stream().map(Export::name).iterator();
    }
  }

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      completionCandidates = Names.class,
      description = "The form of the output: ${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("UnusedMethod") // picocli calls it
  private void name(String name) {
    export = Exports.named(name);
    if (export.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--format: \"" + name + "\" is not a format; known formats: " + Exports.names());
    }
  }

  Optional<Export> export() {
    return export;
  }

  Export orText() {
    return export.or(() -> Exports.named("text")).orElseThrow();
  }
}
