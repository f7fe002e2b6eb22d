package org.pressmark.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.pressmark.article.Span;

/// Writes words with their spans: what opens first closes last, whatever the spans say.
final class Inline {
  /// How one form of output sets words.
  interface Pen {
    /// Whether this form can set the span there.
    default boolean canSet(Span span, String text) {
      return true;
    }

    String open(Span span);

    String close(Span span);

    /// @param isCode whether the words stand in a span of code
    String words(String words, boolean isCode);
  }

  private final String text;
  private final Pen pen;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Span> open = new ArrayDeque<>();
  private int at;

  private Inline(String text, int from, Pen pen) {
    this.text = text;
    this.at = from;
    this.pen = pen;
  }

  /// A stretch of a text with those spans that reach into it, head cells apart.
  static String write(String text, int from, int to, List<Span> spans, Pen pen) {
    Inline inline = new Inline(text, from, pen);
    for (Span span : spans) {
      int start = Math.max(span.start(), inline.at);
      int end = Math.min(span.end(), to);
      if (span.kind() != Span.Kind.HEAD && start < end) {
        inline.open(span.at(start, end));
      }
    }
    inline.closeUpTo(to);
    inline.words(to);
    return inline.out.toString();
  }

  private void open(Span span) {
    closeUpTo(span.start());
    int end = open.isEmpty() ? span.end() : Math.min(span.end(), open.peek().end());
    Span inside = span.at(span.start(), end);
    boolean isTaken = open.stream()
        .anyMatch(around -> around.kind() == span.kind() || around.kind() == Span.Kind.CODE);
    if (!isTaken && pen.canSet(inside, text)) {
      words(span.start());
      out.append(pen.open(inside));
      open.push(inside);
    }
  }

  private void closeUpTo(int place) {
    while (!open.isEmpty() && open.peek().end() <= place) {
      Span done = open.peek();
      words(done.end());
      open.pop();
      out.append(pen.close(done));
    }
  }

  private void words(int to) {
    if (to > at) {
      boolean isCode = !open.isEmpty() && open.peek().kind() == Span.Kind.CODE;
      out.append(pen.words(text.substring(at, to), isCode));
      at = to;
    }
  }
}
