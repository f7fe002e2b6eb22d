package org.pressmark.source.press;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the articles in what press databases give out: one text with many of them.
///
/// Recognised by structure first: by lines that count (`3 of 50 DOCUMENTS`), that end a document,
/// or that part two, and by labels that come again and again. A cut is made only if what is cut out
/// looks like articles; else the text is one document, and its owner is told.
public final class PressExport {
  private static final int LEAST_LABELS = 2; // an article has so many, or lines of such a shape
  private static final int MOST_LINES = 2_000_000;

  private final List<String> lines;

  /// How an export parts its articles.
  public enum Layout {
    COUNTED("with a line that counts before each article"),
    ENDED("with a line that ends each article"),
    NUMBERED("with a document number below each article"),
    RULED("with a line drawn between two articles"),
    LABELLED("with labels that begin anew with each article");

    private final String words;

    Layout(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    public static Optional<Layout> of(String name) {
      for (Layout layout : values()) {
        if (layout.name().equals(name)) {
          return Optional.of(layout);
        }
      }
      return Optional.empty();
    }
  }

  /// The lines of one article.
  ///
  /// @param end the line behind its last one
  public record Part(int start, int end) {}

  /// @param doubt why the text stays one document though it looks like an export; empty if not
  public record Split(Optional<Layout> layout, List<Part> parts, Optional<String> doubt) {
    static final Split NONE = new Split(Optional.empty(), List.of(), Optional.empty());
  }

  private PressExport(List<String> lines) {
    this.lines = lines;
  }

  public static Split split(List<String> lines) {
    return lines.size() > MOST_LINES ? Split.NONE : new PressExport(lines).split();
  }

  private Split split() {
    Optional<String> doubt = Optional.empty();
    for (Layout layout : Layout.values()) {
      List<Part> parts = switch (layout) {
        case COUNTED -> counted();
        case ENDED -> ended(PressLine::isEnd);
        case NUMBERED -> ended(line -> PressLine.isAccession(line) || PressLine.isNewsNumber(line));
        case RULED -> ruled();
        case LABELLED -> labelled();
      };
      long good = parts.stream().filter(part -> isArticle(part, layout)).count();
      if (!parts.isEmpty() && good * 10 >= parts.size() * 6L) {
        return new Split(Optional.of(layout), parts, Optional.empty());
      }
      boolean isSure =
          layout == Layout.COUNTED || layout == Layout.ENDED || layout == Layout.NUMBERED;
      if (isSure && parts.size() > 1 && doubt.isEmpty()) {
        doubt = Optional.of("looks like an export of " + parts.size() + " articles ("
            + layout.words()
            + "), but what would be cut out does not look like articles; it was kept"
            + " as one document");
      }
    }
    return new Split(Optional.empty(), List.of(), doubt);
  }

  /// By lines that count from 1 to the same number.
  private List<Part> counted() {
    Map<Integer, Integer> totals = new HashMap<>();
    List<Integer> at = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<PressLine.Count> count = PressLine.count(lines.get(i));
      if (count.isPresent()) {
        totals.merge(count.get().of(), 1, Integer::sum);
        at.add(i);
      }
    }
    int total = totals.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
    List<Integer> starts = new ArrayList<>();
    int last = 0;
    for (int line : at) {
      PressLine.Count count = PressLine.count(lines.get(line)).orElseThrow();
      if (count.of() == total && count.number() > last) {
        starts.add(line);
        last = count.number();
      }
    }
    return total > 1 || starts.size() == 1 ? beginning(starts) : List.of();
  }

  private List<Part> beginning(List<Integer> starts) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      parts.add(new Part(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : lines.size()));
    }
    return parts;
  }

  private List<Part> ended(Predicate<String> isEnd) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (isEnd.test(lines.get(i))) {
        parts.add(new Part(start, i + 1));
        start = i + 1;
      }
    }
    boolean hasRest = start > 0
        && words(new Part(start, lines.size())) > 40
        && isArticle(new Part(start, lines.size()), Layout.ENDED);
    if (hasRest) {
      parts.add(new Part(start, lines.size()));
    }
    return parts;
  }

  private List<Part> ruled() {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    int rules = 0;
    for (int i = 0; i <= lines.size(); i++) {
      boolean isRule = i < lines.size() && PressLine.isRule(lines.get(i));
      if (isRule || i == lines.size()) {
        Part part = new Part(start, i);
        if (words(part) > 0) {
          parts.add(part);
        }
        start = i + 1;
        rules += isRule ? 1 : 0;
      }
    }
    List<Part> articles = parts.stream()
        .filter(part -> words(part) > 20 && isArticle(part, Layout.RULED))
        .toList();
    return rules > 0 && articles.size() > 1 && articles.size() * 2 >= parts.size()
        ? articles
        : List.of();
  }

  /// By the label that comes first and comes again, with two others beside it that do so too.
  private List<Part> labelled() {
    Map<String, Integer> counts = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (String line : lines) {
      name(line).ifPresent(name -> {
        if (counts.merge(name, 1, Integer::sum) == 1) {
          order.add(name);
        }
      });
    }
    for (String first : order) {
      int times = counts.getOrDefault(first, 0);
      long others = order.stream()
          .filter(name -> !name.equals(first)
              && counts.getOrDefault(name, 0) * 10 >= times * 6
              && counts.getOrDefault(name, 0) * 10 <= times * 15)
          .count();
      if (times > 1 && others > 1) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
          if (name(lines.get(i)).filter(first::equals).isPresent()) {
            starts.add(starts.isEmpty() ? 0 : i);
          }
        }
        return beginning(starts);
      }
    }
    return List.of();
  }

  private static Optional<String> name(String line) {
    return PressLabel.in(line).map(PressLabel.Labelled::name);
  }

  /// Whether these lines have a text, and at least two of the things that stand beside an article.
  private boolean isArticle(Part part, Layout layout) {
    int marks = layout == Layout.NUMBERED ? 1 : 0;
    boolean hasDate = false;
    boolean hasCount = false;
    int seen = 0;
    for (int i = part.start; i < part.end && seen < 400; i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      seen++;
      if (PressLabel.in(line).isPresent()) {
        marks++;
      } else if (!hasDate && PressLine.isDate(line)) {
        hasDate = true;
        marks++;
      } else if (!hasCount && PressLine.isWordCount(line)) {
        hasCount = true;
        marks++;
      } else if (PressLine.isRights(line)) {
        marks++;
      }
    }
    return marks >= LEAST_LABELS && seen > 3;
  }

  private int words(Part part) {
    int words = 0;
    for (int i = part.start; i < part.end; i++) {
      boolean wasLetter = false;
      for (int at = 0; at < lines.get(i).length(); at++) {
        boolean isLetter = Character.isLetter(lines.get(i).charAt(at));
        words += isLetter && !wasLetter ? 1 : 0;
        wasLetter = isLetter;
      }
    }
    return words;
  }
}
