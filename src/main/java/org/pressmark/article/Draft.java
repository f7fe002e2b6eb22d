package org.pressmark.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text on its way to becoming a body: all of it, the passages it falls into, and the cuts found
/// so far.
///
/// What lies outside the passages is white space between them. Nothing is ever taken out of a
/// draft: cuts are marked in it, and [#finish] tells what is left and what the log must say to
/// undo it.
///
/// @param remarks what was noticed of the page as a whole by the one who drew the draft up, such as
/// what kind of page it is
/// @param notes what a reader of the text should know of where it stood, a sentence apiece
public record Draft(
    String text,
    List<Passage> passages,
    List<Cut> cuts,
    List<Candidate> remarks,
    List<String> notes) {
  public Draft {
    passages = List.copyOf(passages);
    cuts = List.copyOf(cuts);
    remarks = List.copyOf(remarks);
    notes = List.copyOf(notes);
    int end = 0;
    for (Passage passage : passages) {
      if (passage.start() < end || passage.end() > text.length()) {
        throw new IllegalArgumentException(
            "passages overlap or leave the text at " + passage.start());
      }
      requireBlank(text, end, passage.start());
      end = passage.end();
    }
    requireBlank(text, end, text.length());
    Log.check(text, cuts);
  }

  private static void requireBlank(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (!isBlank(text.charAt(at))) {
        throw new IllegalArgumentException("text outside of every passage at " + at);
      }
    }
  }

  /// Whether a character is white space of any kind, no-break and zero-width space and the byte
  /// order mark included.
  public static boolean isBlank(char c) {
    return c <= ' '
        || c > '\u007f'
            && (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200b'
                || c == '\ufeff'
                || c == '\u0085');
  }

  public static Draft of(String text, List<Passage> passages) {
    return new Draft(text, passages, List.of(), List.of(), List.of());
  }

  /// The same draft with more cuts. They may come in any order, and may not overlap those it has.
  public Draft with(List<Cut> more) {
    List<Cut> all = new ArrayList<>(cuts);
    all.addAll(more);
    all.sort(Comparator.comparingInt(Cut::offset));
    return new Draft(text, passages, all, remarks, notes);
  }

  /// The same with other remarks.
  public Draft noting(List<Candidate> other) {
    return new Draft(text, passages, cuts, other, notes);
  }

  /// What is left, and the complete log: white space that separated blocks is in it too.
  public Copy finish() {
    return new Finish(this).copy();
  }

  /// An edited text.
  ///
  /// @param log in order, never overlapping; `Log.undo(body.text(), log)` is the draft's text
  public record Copy(Body body, List<Cut> log) {}
}
