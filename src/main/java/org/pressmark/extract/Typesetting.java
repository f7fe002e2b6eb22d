package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.pressmark.article.Block;
import org.pressmark.article.Setting;
import org.pressmark.article.Span;

/// How the pieces of a story are set: links, emphasis, numbers, head cells. Asked for one piece
/// after the other, in reading order.
final class Typesetting {
  private static final Comparator<Span> ORDER = Comparator.comparingInt(Span::start)
      .thenComparing(Comparator.comparingInt(Span::end).reversed());

  /// No list counts further.
  private static final int MAX_NUMBER = 999_999;

  private final Sheet sheet;
  private final Links links;

  // The item of a counted list that came last.
  private @org.jspecify.annotations.Nullable Element item;
  private int number;

  Typesetting(Sheet sheet, String base) {
    this.sheet = sheet;
    this.links = new Links(base);
  }

  /// @param start where the piece stands in the draft's text
  Setting of(Piece piece, int start, Optional<String> time) {
    List<Span> spans = spans(piece, start - piece.start);
    int count = piece.kind == Block.Kind.LIST_ITEM ? number(piece) : 0;
    return spans.isEmpty() && count == 0 && piece.indent == 0 && time.isEmpty()
        ? Setting.PLAIN
        : new Setting(count, piece.indent, time, spans);
  }

  private List<Span> spans(Piece piece, int shift) {
    boolean isRow = piece.kind == Block.Kind.TABLE;
    if (piece.firstMark == piece.lastMark && !isRow) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    Marks marks = sheet.marks();
    for (int i = piece.firstMark; i < piece.lastMark; i++) {
      int from = Math.max(marks.start(i), piece.start);
      int to = Math.min(marks.end(i), piece.end);
      while (from < to && sheet.text().charAt(from) <= ' ') {
        from++;
      }
      while (to > from && sheet.text().charAt(to - 1) <= ' ') {
        to--;
      }
      if (from < to) {
        span(piece, marks.element(i), from, to, shift).ifPresent(spans::add);
      }
    }
    if (isRow) {
      addHeads(piece, shift, spans);
    }
    spans.sort(ORDER);
    return distinct(spans);
  }

  private Optional<Span> span(Piece piece, Element element, int from, int to, int shift) {
    Optional<Span.Kind> style = Styles.of(element);
    if (style.isEmpty()) {
      return links
          .target(element.attr("href"))
          .map(target -> Span.link(from + shift, to + shift, target));
    }
    // That a heading is bold and a listing is code, their kind says.
    boolean isWhole = from == piece.start && to == piece.end;
    boolean isSaid = piece.kind == Block.Kind.HEADING && style.get() != Span.Kind.CODE
        || piece.kind == Block.Kind.PREFORMATTED && style.get() == Span.Kind.CODE;
    return isWhole && isSaid
        ? Optional.empty()
        : Optional.of(Span.of(from + shift, to + shift, style.get()));
  }

  /// `<b><strong>` is said once.
  private static List<Span> distinct(List<Span> sorted) {
    List<Span> distinct = new ArrayList<>(sorted.size());
    for (Span span : sorted) {
      if (distinct.isEmpty() || !distinct.getLast().equals(span)) {
        distinct.add(span);
      }
    }
    return distinct;
  }

  /// The cells of a row that are `th`, or stand in the table's `thead`.
  private void addHeads(Piece row, int shift, List<Span> spans) {
    Element element = row.box.element;
    Element around = element.parent();
    boolean inHead = around != null && around.normalName().equals("thead");
    int at = row.start;
    for (int i = 0; i < element.childNodeSize() && at < row.end; i++) {
      if (element.childNode(i) instanceof Element cell && cell.hasText()) {
        int end = sheet.text().indexOf('\t', at);
        end = end < 0 || end > row.end ? row.end : end;
        if ((inHead || cell.normalName().equals("th")) && at < end) {
          spans.add(Span.of(at + shift, end + shift, Span.Kind.HEAD));
        }
        at = end + 1;
      }
    }
  }

  /// The number of an item in an `ol`, counted as a browser counts (HTML, 4.4.5 and 4.4.8); 0 for
  /// its second paragraph.
  private int number(Piece piece) {
    Box box = piece.box;
    while (box.role != Role.ITEM && !box.isRoot()) {
      box = box.parent;
    }
    Element now = box.element;
    Element list = now.parent();
    boolean isCounted =
        list != null && list.normalName().equals("ol") && now.normalName().equals("li");
    if (list == null || !isCounted || now == item || isHeaded(box, piece)) {
      return 0;
    }
    Element before = item;
    boolean goesOn = before != null && before.parent() == list;
    int from = goesOn && before != null ? before.siblingIndex() + 1 : 0;
    int count = goesOn ? number : start(list) - 1;
    for (int i = from; i <= now.siblingIndex(); i++) {
      if (list.childNode(i) instanceof Element sibling && sibling.normalName().equals("li")) {
        count = value(sibling, "value", count + 1);
      }
    }
    item = now;
    number = count;
    return Math.clamp(count, 0, MAX_NUMBER);
  }

  /// Whether a heading stands in the item: then it is an entry, and no point of a list.
  private boolean isHeaded(Box box, Piece piece) {
    for (int i = box.firstPiece; i < sheet.pieces().size(); i++) {
      Piece before = sheet.pieces().get(i);
      if (before == piece || before.kind == Block.Kind.HEADING) {
        return before != piece;
      }
    }
    return false;
  }

  private static int start(Element list) {
    return value(list, "start", 1);
  }

  private static int value(Element element, String name, int otherwise) {
    String digits = element.attr(name).strip();
    if (digits.isEmpty() || digits.length() > 6) {
      return otherwise;
    }
    for (int at = 0; at < digits.length(); at++) {
      if (digits.charAt(at) < '0' || digits.charAt(at) > '9') {
        return otherwise;
      }
    }
    return Integer.parseInt(digits);
  }
}
