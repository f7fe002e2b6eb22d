package org.pressmark.parcel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Makes a page of the lines of a PDF: headings, paragraphs, and at the end what runs along the top
/// and the bottom of its sheets.
final class PdfLayout {
  private static final int MAX_HEADING = 200;
  private static final int MAX_SUBHEADING = 100;
  // How much larger than the text a heading is.
  private static final float LARGER = 1.15f;
  // Lines of one heading are at most so many letter sizes apart.
  private static final float LARGE_PITCH = 1.8f;

  private final List<PdfLine> lines;
  private final PdfWords words;
  private final Map<Column, Float> edges = new HashMap<>();
  private final PdfLine body;
  private final float largest;
  private final float pitch;

  /// Where lines of one kind begin; `left` and `size` are rounded.
  private record Column(int page, int left, int size) {
    static Column of(PdfLine line) {
      return new Column(line.page(), Math.round(line.left() / 8), Math.round(line.size() * 2));
    }
  }

  private PdfLayout(List<PdfLine> lines) {
    this.lines = lines;
    words = new PdfWords(lines);
    lines.forEach(line -> edges.merge(Column.of(line), line.right(), Math::max));
    body = commonest();
    pitch = pitch();
    largest = (float) lines.stream()
        .filter(line -> line.text().length() > 2)
        .mapToDouble(PdfLine::size)
        .max()
        .orElse(0);
  }

  static Document document(List<PdfLine> all) {
    Document document = Document.createShell("");
    BitSet running = PdfMargins.find(all);
    List<PdfLine> lines = new ArrayList<>();
    Element margins = new Element("footer");
    for (int i = 0; i < all.size(); i++) {
      if (running.get(i)) {
        margins.appendElement("p").text(all.get(i).text());
      } else {
        lines.add(all.get(i));
      }
    }
    if (!lines.isEmpty()) {
      new PdfLayout(lines).appendTo(document.body());
    }
    if (margins.childNodeSize() > 0) {
      document.body().appendChild(margins);
    }
    return document;
  }

  /// A line in the letters that most of the text is in.
  private PdfLine commonest() {
    Map<String, Integer> letters = new HashMap<>();
    PdfLine commonest = lines.getFirst();
    int most = 0;
    for (PdfLine line : lines) {
      String kind = Math.round(line.size() * 2) + (line.bold() ? " bold" : "");
      int count = letters.merge(kind, line.text().length(), Integer::sum);
      if (count > most) {
        most = count;
        commonest = line;
      }
    }
    return commonest;
  }

  /// The distance between two lines of one paragraph, in letter sizes: what is commonest.
  private float pitch() {
    Map<Integer, Integer> counts = new HashMap<>();
    int commonest = 24;
    for (int i = 1; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      PdfLine before = lines.get(i - 1);
      if (line.looksLike(before) && !line.isElsewhere(before)) {
        int pitch = Math.round(20 * (line.top() - before.top()) / line.size());
        int count = counts.merge(pitch, 1, Integer::sum);
        commonest = count > counts.getOrDefault(commonest, 0) ? pitch : commonest;
      }
    }
    return commonest / 20f;
  }

  private void appendTo(Element parent) {
    boolean titled = false;
    int start = 0;
    for (int end = 1; end <= lines.size(); end++) {
      if (end == lines.size() || breaks(lines.get(start), lines.get(end - 1), lines.get(end))) {
        String text = words.join(lines.subList(start, end));
        String tag = tag(lines.get(start), text, titled);
        titled |= tag.equals("h1");
        parent.appendElement(tag).text(text);
        start = end;
      }
    }
  }

  private String tag(PdfLine first, String text, boolean titled) {
    if (isLarge(first) && text.length() <= MAX_HEADING) {
      return titled || first.size() < 0.95f * largest ? "h2" : "h1";
    }
    boolean stands = first.bold() && !body.bold() && text.length() <= MAX_SUBHEADING;
    return stands && ".,;".indexOf(text.charAt(text.length() - 1)) < 0 ? "h3" : "p";
  }

  private boolean isLarge(PdfLine line) {
    return line.size() > LARGER * body.size();
  }

  /// Whether the paragraph that begins with `first` ends between two lines.
  private boolean breaks(PdfLine first, PdfLine line, PdfLine next) {
    if (!line.looksLike(next)) {
      return true;
    }
    if (next.isElsewhere(line)) {
      return !PdfWords.goesOn(line.text(), next.text());
    }
    float gap = (next.top() - line.top()) / line.size();
    if (isLarge(line)) {
      return gap > LARGE_PITCH;
    }
    return gap > 1.25f * pitch || isIndented(first, line, next) || endsEarly(line, next);
  }

  /// Whether the next line begins elsewhere than this one, other than behind an indented first line
  /// or under the text of a list item.
  private static boolean isIndented(PdfLine first, PdfLine line, PdfLine next) {
    float shift = next.left() - line.left();
    boolean isSecond = line == first;
    if (shift > 0.5f * line.size()) {
      return !isSecond || !PdfWords.opensItem(line.text());
    }
    return shift < -0.5f * line.size() && !isSecond;
  }

  /// Whether the next line's first word would have had room on this one.
  private boolean endsEarly(PdfLine line, PdfLine next) {
    float edge = Math.max(edge(line), edge(next));
    return edge - line.right() > next.firstWord() + line.size();
  }

  private float edge(PdfLine line) {
    return edges.getOrDefault(Column.of(line), line.right());
  }
}
