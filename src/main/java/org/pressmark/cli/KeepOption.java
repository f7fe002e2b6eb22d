package org.pressmark.cli;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pressmark.Options;
import org.pressmark.article.Rule;
import org.pressmark.residue.ResidueOptions;
import org.pressmark.residue.Rules;
import picocli.CommandLine.Option;

/// Which rules for what is left in text are switched off.
final class KeepOption {
  /// All rules of that kind.
  private static final String GROUP = Rule.Kind.BOILERPLATE.toString();

  /// What completion and help offer.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }

  @Option(
      names = "--keep",
      paramLabel = "RULE",
      split = ",",
      completionCandidates = Names.class,
      description =
          "Leave in the text what these rules would cut from it: ${COMPLETION-CANDIDATES}."
              + " The first stands for all kinds of lines that only pages have. What a page's layout"
              + " sets apart from the story goes nevertheless.")
  private List<String> kept = List.of();

  Options options() {
    Set<String> off = kept.stream().flatMap(this::rules).collect(Collectors.toSet());
    return Options.DEFAULTS.with(new ResidueOptions(off));
  }

  private Stream<String> rules(String name) {
    if (name.equals(GROUP)) {
      return Rules.ALL.stream()
          .filter(rule -> rule.kind() == Rule.Kind.BOILERPLATE)
          .map(Rule::name);
    }
    if (names().noneMatch(name::equals)) {
      throw new Misuse("--keep: \"" + name + "\" is not a rule for text"
          + near(name).map(near -> "; near it: " + near).orElse("")
          + "; known rules: " + names().collect(Collectors.joining(", ")));
    }
    return Stream.of(name);
  }

  private static Stream<String> names() {
    return Stream.concat(Stream.of(GROUP), Rules.ALL.stream().map(Rule::name));
  }

  /// The name that has most pairs of letters in common with it, if those are half of its own.
  private static Optional<String> near(String name) {
    Set<String> pairs = pairs(name);
    return names()
        .filter(known -> common(pairs, known) * 2 >= pairs(known).size())
        .max(Comparator.comparingLong(known -> common(pairs, known)));
  }

  private static long common(Set<String> pairs, String known) {
    return pairs(known).stream().filter(pairs::contains).count();
  }

  private static Set<String> pairs(String name) {
    return IntStream.range(0, name.length() - 1)
        .mapToObj(at -> name.substring(at, at + 2))
        .collect(Collectors.toSet());
  }
}
