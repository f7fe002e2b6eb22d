package org.pressmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.pressmark.article.Article;
import org.pressmark.article.Cut;
import org.pressmark.article.Field;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Problem;
import org.pressmark.article.Rule;

/// What a run came to.
public final class Tally {
  /// A document that did not become an article.
  public record Miss(Origin origin, Problem problem) {}

  /// A document that did, but not without a limit or a repair.
  public record Note(Origin origin, String note) {}

  /// What one source came to.
  public static final class Source {
    private final String name;
    private final Map<Problem.Kind, Long> problems = new EnumMap<>(Problem.Kind.class);
    private long due;
    private long articles;
    private long already;
    private long again;
    private long passed;

    private Source(String name) {
      this.name = name;
    }

    public String name() {
      return name;
    }

    /// Places that were looked at, but for those that were passed over.
    public long documents() {
      return due + articles + already + again + missed();
    }

    /// What a run would clean that was only rehearsed.
    public long due() {
      return due;
    }

    public long articles() {
      return articles;
    }

    public long already() {
      return already;
    }

    public long again() {
      return again;
    }

    public long passedOver() {
      return passed;
    }

    public long missed() {
      return problems.values().stream().mapToLong(Long::longValue).sum();
    }

    public Map<Problem.Kind, Long> problems() {
      return Map.copyOf(problems);
    }
  }

  private final Map<Rule.Kind, Long> cuts = new EnumMap<>(Rule.Kind.class);
  private final Map<Field, Long> facts = new EnumMap<>(Field.class);
  private final Map<Problem.Kind, Long> problems = new EnumMap<>(Problem.Kind.class);
  private final Map<String, Long> passed = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<String> repairs = new ArrayList<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Function<Origin, String> sourceOf;
  private long articles;
  private long due;
  private long already;
  private long again;
  private long conflicts;
  private long bytes;
  private Duration time = Duration.ZERO;
  private boolean isAtLimit;

  /// @param sourceOf the name of the source that a document is counted under
  Tally(Function<Origin, String> sourceOf) {
    this.sourceOf = sourceOf;
  }

  private Source source(Origin origin) {
    return sources.computeIfAbsent(sourceOf.apply(origin), Source::new);
  }

  void see(Outcome outcome) {
    switch (outcome) {
      case Outcome.Kept kept -> see(kept);
      case Outcome.Rejected rejected -> miss(rejected.origin(), rejected.problem());
      case Outcome.Lost lost -> miss(lost.origin(), lost.problem());
      case Outcome.Passed over -> {
        passed.merge(over.what(), 1L, Long::sum);
        source(over.origin()).passed++;
      }
    }
  }

  private void see(Outcome.Kept kept) {
    Article article = kept.article();
    articles++;
    source(article.origin()).articles++;
    bytes += kept.capture().bytes().length;
    article.cuts().stream()
        .filter(Cut::isText)
        .forEach(cut -> cuts.merge(cut.rule().kind(), 1L, Long::sum));
    article.facts().known().forEach(fact -> {
      facts.merge(fact.field(), 1L, Long::sum);
      conflicts += fact.conflict().isPresent() ? 1 : 0;
    });
    article.reading().notes().forEach(note -> notes.add(new Note(article.origin(), note)));
  }

  private void miss(Origin origin, Problem problem) {
    problems.merge(problem.kind(), 1L, Long::sum);
    source(origin).problems.merge(problem.kind(), 1L, Long::sum);
    misses.add(new Miss(origin, problem));
  }

  void seeDue(Origin origin) {
    due++;
    source(origin).due++;
  }

  void seeAlready(Origin origin) {
    already++;
    source(origin).already++;
  }

  void seeAgain(Origin origin) {
    again++;
    source(origin).again++;
  }

  void stopAtLimit() {
    isAtLimit = true;
  }

  void repaired(List<String> sentences) {
    repairs.addAll(sentences);
  }

  void took(Duration duration) {
    time = duration;
  }

  /// Places that were looked at: each of them is an article, a miss, a copy, was there already, or
  /// is still to be cleaned.
  public long documents() {
    return due + articles + misses.size() + already + again;
  }

  /// What a run would clean that was only rehearsed.
  public long due() {
    return due;
  }

  /// Whether there were more documents than the run was to take.
  public boolean isAtLimit() {
    return isAtLimit;
  }

  /// What each source came to, in the order in which they came up.
  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /// New articles.
  public long articles() {
    return articles;
  }

  /// Documents that the archive held already, bytes and origin both.
  public long already() {
    return already;
  }

  /// Documents whose bytes the archive held from elsewhere.
  public long again() {
    return again;
  }

  /// How many facts have candidates that contradict each other.
  public long conflicts() {
    return conflicts;
  }

  /// How many stretches of text were cut from the new articles, by kind.
  public Map<Rule.Kind, Long> cuts() {
    return Map.copyOf(cuts);
  }

  /// In how many of the new articles each field is known.
  public Map<Field, Long> facts() {
    return Map.copyOf(facts);
  }

  public Map<Problem.Kind, Long> problems() {
    return Map.copyOf(problems);
  }

  /// What was passed over because it is no document, such as the pictures in a web archive, by what
  /// it was.
  public Map<String, Long> passed() {
    return Map.copyOf(passed);
  }

  /// How much was passed over altogether.
  public long passedOver() {
    return passed.values().stream().mapToLong(Long::longValue).sum();
  }

  /// In the order of the input.
  public List<Miss> misses() {
    return List.copyOf(misses);
  }

  /// Each limit that acted and each repair that was made while reading, in the order of the input.
  public List<Note> notes() {
    return List.copyOf(notes);
  }

  /// What an interrupted run had left behind, and what was done about it, a sentence each.
  public List<String> repairs() {
    return List.copyOf(repairs);
  }

  /// How many bytes the new articles' documents have.
  public long bytes() {
    return bytes;
  }

  public Duration time() {
    return time;
  }
}
