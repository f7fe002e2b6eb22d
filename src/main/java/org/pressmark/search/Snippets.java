package org.pressmark.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pressmark.search.Results.Snippet;

/// Finds the few words of a text that show best why it matched.
final class Snippets {
  // A look at the first thousand places; a snippet is a sample.
  private static final int MAX_MATCHES = 1000;
  private static final int MAX_PASSAGES = 3;
  // Characters that matches may be apart in one passage.
  private static final int REACH = 100;
  private static final int[] LENGTH = {240, 240, 150, 110};
  // Characters to look for a space in, so that a passage ends with a whole word.
  private static final int SLACK = 20;
  private static final String GAP = " \u2026 ";

  private Snippets() {}

  /// A stretch of the text.
  private record Span(int start, int end) {}

  /// @param terms how many different words of the question stand in it
  private record Passage(Span span, int terms, int matches) {}

  static Snippet of(List<Key> keys, String body) {
    List<Span> matches = keys.stream()
        .limit(MAX_MATCHES)
        .map(key -> new Span(key.start(), key.end()))
        .toList();
    List<Span> passages = matches.isEmpty()
        ? List.of(new Span(0, 0))
        : passages(matches, body).stream().map(Passage::span).toList();
    return join(wider(passages, body), matches, body);
  }

  /// In order, without overlaps.
  private static List<Span> merged(List<Span> spans) {
    spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      boolean overlaps = !merged.isEmpty() && span.start() < merged.getLast().end();
      Span last = overlaps ? merged.removeLast() : span;
      merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
    }
    return merged;
  }

  /// The best passages: those with the most different words of the question, then with the most
  /// matches, then the first.
  private static List<Passage> passages(List<Span> matches, String body) {
    List<Passage> all = new ArrayList<>();
    for (int first = 0; first < matches.size(); first++) {
      all.add(passage(matches, first, body));
    }
    all.sort(Comparator.comparingInt(Passage::terms)
        .thenComparingInt(Passage::matches)
        .reversed()
        .thenComparingInt(passage -> passage.span().start()));
    List<Passage> best = new ArrayList<>();
    for (Passage passage : all) {
      if (best.size() < MAX_PASSAGES && best.stream().noneMatch(other -> isNear(passage, other))) {
        best.add(passage);
      }
    }
    return best;
  }

  private static Passage passage(List<Span> matches, int first, String body) {
    int start = matches.get(first).start();
    int last = first;
    Set<String> terms = new HashSet<>();
    while (last < matches.size() && (last == first || matches.get(last).end() <= start + REACH)) {
      Span match = matches.get(last);
      int end = Math.min(match.end(), match.start() + REACH);
      terms.add(body.substring(match.start(), end).toLowerCase(Locale.ROOT));
      last++;
    }
    return new Passage(new Span(start, matches.get(last - 1).end()), terms.size(), last - first);
  }

  private static boolean isNear(Passage one, Passage other) {
    return one.span().start() < other.span().end() + REACH / 2
        && other.span().start() < one.span().end() + REACH / 2;
  }

  /// The passages with some words around them, in order and apart from each other.
  private static List<Span> wider(List<Span> passages, String body) {
    List<Span> wide = new ArrayList<>();
    for (Span passage : passages) {
      wide.add(wider(passage, LENGTH[passages.size()], body));
    }
    return merged(wide);
  }

  private static Span wider(Span span, int length, String body) {
    int matched = Math.min(span.end() - span.start(), length);
    int around = (length - matched) / 2;
    int start = Math.max(0, Math.min(span.start() - around, body.length() - length));
    int end = Math.min(body.length(), start + length);
    return new Span(wordStart(body, start, span.start()), wordEnd(body, end, span.end()));
  }

  private static int wordStart(String body, int start, int latest) {
    if (start == 0) {
      return 0;
    }
    for (int at = start; at < Math.min(latest, start + SLACK); at++) {
      if (Character.isWhitespace(body.charAt(at - 1))) {
        return at;
      }
    }
    return Character.isLowSurrogate(body.charAt(start)) ? start - 1 : start;
  }

  private static int wordEnd(String body, int end, int earliest) {
    if (end == body.length()) {
      return end;
    }
    for (int at = end; at > Math.max(earliest, end - SLACK); at--) {
      if (Character.isWhitespace(body.charAt(at))) {
        return at;
      }
    }
    return Character.isLowSurrogate(body.charAt(end)) ? end + 1 : end;
  }

  private static Snippet join(List<Span> passages, List<Span> matches, String body) {
    StringBuilder text = new StringBuilder();
    List<int[]> marks = new ArrayList<>();
    for (Span passage : passages) {
      if (passage.start() > 0) {
        text.append(text.isEmpty() ? GAP.stripLeading() : GAP);
      }
      int moved = text.length() - passage.start();
      text.append(body, passage.start(), passage.end());
      for (Span match : matches) {
        if (match.start() < passage.end() && match.end() > passage.start()) {
          marks.add(new int[] {
            Math.max(match.start(), passage.start()) + moved,
            Math.min(match.end(), passage.end()) + moved
          });
        }
      }
    }
    if (!passages.isEmpty() && passages.getLast().end() < body.length()) {
      text.append(GAP.stripTrailing());
    }
    return new Snippet(text.toString().replace('\n', ' '), List.copyOf(marks));
  }
}
