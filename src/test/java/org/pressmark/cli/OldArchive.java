package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.archive.ArchiveOptions;
import org.pressmark.archive.ArchiveWriter;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Problem;
import org.pressmark.residue.ResidueOptions;
import org.pressmark.residue.Rules;

/// An archive as an older program left it, which knew of no rule for what is left in prose.
final class OldArchive {
  static final String CODE = " !function(k,l){if(k.fbq)return;q=k.fbq=function(){q.callMethod?"
      + "q.callMethod.apply(q,arguments):q.queue.push(arguments)};fbq('init','9031774420156338');"
      + "fbq('track','PageView')}(window,document);";

  private static final Clock THEN =
      Clock.fixed(Instant.parse("2023-02-01T10:00:00Z"), ZoneOffset.UTC);
  private static final Pressmark OLD = new Pressmark(Options.DEFAULTS.with(
      new ResidueOptions(Rules.ALL.stream().map(rule -> rule.name()).collect(Collectors.toSet()))));

  private final Path folder;
  private final List<Outcome> outcomes = new ArrayList<>();

  OldArchive(Path folder) {
    this.folder = folder;
  }

  static String page(String outlet, String headline, String tail) {
    return Pages.LIGHTHOUSE
        .replace("The Varn Echo", outlet)
        .replace("Lighthouse shines again", headline)
        .replace(Pages.SECOND, Pages.SECOND + " So said " + headline + "." + tail);
  }

  static Capture capture(String path, String text) {
    return Capture.of(Origin.of(path), text.getBytes(StandardCharsets.UTF_8));
  }

  /// What the old program made of it.
  OldArchive with(String path, String text) {
    return with(capture(path, text));
  }

  /// What the old program made of it.
  OldArchive with(Capture capture) {
    outcomes.add(OLD.clean(capture));
    return this;
  }

  /// What the old program could make nothing of.
  OldArchive without(String path, String text) {
    outcomes.add(new Outcome.Rejected(
        capture(path, text), new Problem(Problem.Kind.TEXTLESS, "found no paragraph of text")));
    return this;
  }

  /// What the old program took for an article.
  OldArchive with(Outcome outcome) {
    outcomes.add(outcome);
    return this;
  }

  List<Entry> write() throws IOException {
    ArchiveOptions options =
        new ArchiveOptions(1 << 30, "pressmark 0.0.9", Map.of("rules", "none/1"), Set.of());
    List<Entry> entries = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(folder, THEN, options)) {
      for (Outcome outcome : outcomes) {
        Optional<Entry> entry = switch (outcome) {
          case Outcome.Kept kept -> Optional.of(writer.append(kept));
          case Outcome.Rejected rejected -> Optional.of(writer.append(rejected));
          case Outcome.Lost lost -> Optional.empty();
          case Outcome.Passed passed -> Optional.empty();
        };
        entry.ifPresent(entries::add);
      }
    }
    return entries;
  }
}
