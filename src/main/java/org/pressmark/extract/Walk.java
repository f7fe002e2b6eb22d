package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.pressmark.article.Block;
import org.pressmark.article.Draft;
import org.pressmark.source.text.TreeWalk;

/// One walk over a page's tree: all its lines of text in reading order, white space as a browser
/// shows it.
///
/// Walks without recursion: pages of a hundred thousand nested elements exist.
final class Walk implements TreeWalk.Visitor {
  /// A table row that is shown as one line is not longer than this, in letters.
  private static final int MAX_ROW = 600;

  private static final int MAX_INLINE = 4;

  private static final int MAX_STYLES = 8;

  private final StringBuilder text = new StringBuilder(1 << 14);
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();

  private final Told told = new Told();

  private @Nullable Piece piece; // the one being written
  private boolean space; // white space was seen and not yet written
  private int breaks; // so were these line breaks
  private int indent; // and these spaces in preformatted text
  private int links; // open elements of this sort
  private int bolds;
  private int italics;
  private int pres;
  private int quotes;
  private int lists;
  private int captions;
  private int buttons;
  private int heading; // level of the open heading
  private @Nullable Box box;
  private final List<Box> rows = new ArrayList<>();

  /// The open elements inside of the line, the innermost last.
  private final List<Element> inline = new ArrayList<>();

  /// Where each of them began in the text, or where this piece did.
  private int[] began = new int[16];

  private final Marks marks = new Marks();

  static Sheet over(Document root) {
    Walk walk = new Walk();
    walk.open(Role.BLOCK, root, 0, false);
    TreeWalk.over(root, walk);
    walk.endPiece();
    Box page = walk.boxes.getFirst();
    page.lastIndex = walk.boxes.size() - 1;
    return new Sheet(walk.text.toString(), walk.pieces, walk.boxes, walk.told, walk.marks);
  }

  @Override
  public void leaf(Node leaf) {
    if (leaf instanceof TextNode words) {
      write(words.getWholeText());
    }
  }

  @Override
  public void close(Element element, int depth) {
    close(element, Role.of(element.normalName()));
  }

  @Override
  public boolean open(Element element, int depth) {
    String name = element.normalName();
    Role role = Role.of(name);
    boolean bare = element.attributesSize() == 0;
    switch (role) {
      case UNSEEN -> {
        told.hear(element);
        return false;
      }
      case LINE_BREAK -> breaks += name.equals("br") ? 1 : 0;
      case DIVIDER -> endPiece();
      case INLINE -> {
        if (!bare && Hiding.hides(element.attributes())) {
          return false;
        }
        if (name.equals("font") && breaks > 0 && inline.isEmpty() && pres == 0) {
          endPiece(); // pages of old set headline, byline and text in fonts, a line break between
        }
        openInline(element);
        bolds += isBold(name) ? 1 : 0;
        italics += isItalic(name) ? 1 : 0;
      }
      case LINK -> {
        if (!bare && Hiding.hides(element.attributes())) {
          return false;
        }
        openInline(element);
        if (!bare && element.hasAttr("href")) {
          links++;
          if (piece != null) {
            piece.links++;
          }
        }
      }
      default -> openBox(element, role, bare);
    }
    return true;
  }

  private void openInline(Element element) {
    int open = inline.size();
    if (open == began.length) {
      began = Arrays.copyOf(began, 2 * open);
    }
    began[open] = text.length();
    inline.add(element);
  }

  private void closeInline() {
    Element element = inline.removeLast();
    int start = began[inline.size()];
    if (piece != null && start < text.length() && Styles.isOne(element)) {
      marks.add(element, start, text.length());
    }
  }

  private void openBox(Element element, Role role, boolean bare) {
    if (role.breaks()) {
      endPiece();
    }
    String look = bare ? "" : element.attributes().get("class");
    boolean hides = !bare && Hiding.hides(element.attributes());
    open(role, element, 31 * look.hashCode() + element.normalName().hashCode(), hides);
    switch (role) {
      case HEADING -> heading = element.normalName().charAt(1) - '0';
      case LIST -> lists++;
      case QUOTE -> quotes++;
      case CAPTION -> captions++;
      case PRE -> pres++;
      case BUTTON -> buttons++;
      case TABLE -> {
        if (!rows.isEmpty()) {
          rows.getLast().layout = true;
        }
      }
      case ROW -> rows.add(boxes.getLast());
      default -> {}
    }
  }

  private void open(Role role, Element element, int look, boolean hides) {
    Box around = box;
    boolean hidden = hides || around != null && around.hidden;
    int looks = around == null ? look : 31 * look + around.look % 1_000_003;
    box = new Box(around, boxes.size(), role, element, looks, hidden, pieces.size());
    boxes.add(box);
  }

  private void close(Element element, Role role) {
    switch (role) {
      case UNSEEN, LINE_BREAK, DIVIDER -> {}
      case INLINE -> {
        closeInline();
        bolds -= isBold(element.normalName()) ? 1 : 0;
        italics -= isItalic(element.normalName()) ? 1 : 0;
      }
      case LINK -> {
        closeInline();
        links -= element.hasAttr("href") ? 1 : 0;
      }
      default -> closeBox(role);
    }
  }

  private void closeBox(Role role) {
    if (role.breaks()) {
      endPiece();
    }
    switch (role) {
      case HEADING -> heading = 0;
      case LIST -> lists--;
      case QUOTE -> quotes--;
      case CAPTION -> captions--;
      case PRE -> pres--;
      case BUTTON -> buttons--;
      case ROW -> joinRow(rows.removeLast());
      default -> {}
    }
    Box closing = current();
    closing.lastIndex = boxes.size() - 1;
    box = closing.parent;
  }

  private Box current() {
    return box == null ? boxes.getFirst() : box;
  }

  private static boolean isBold(String name) {
    return name.equals("b") || name.equals("strong");
  }

  private static boolean isItalic(String name) {
    return name.equals("i") || name.equals("em");
  }

  private void write(String words) {
    int end = words.length();
    int at = 0;
    while (at < end) {
      char c = words.charAt(at++);
      if (c > ' ') {
        Piece into = write(c);
        if (into != null) {
          at = writeRest(into, words, at);
        }
      } else if (pres > 0) {
        writePreformatted(c);
      } else {
        space = true;
      }
    }
  }

  /// The rest of a word whose first letter is written.
  ///
  /// @return its end
  private int writeRest(Piece into, String words, int from) {
    int end = words.length();
    int at = from;
    for (; at < end; at++) {
      char c = words.charAt(at);
      if (c <= ' ') {
        break;
      }
      if (c < 'a' || c > 'z') {
        count(into, c); // most are not counted
      }
    }
    if (at > from) {
      text.append(words, from, at);
      countLetters(into, at - from);
    }
    return at;
  }

  private void writePreformatted(char c) {
    if (c == '\n') {
      breaks++;
      indent = 0;
    } else if (c != '\r') {
      indent++;
    }
  }

  /// @return the piece it was written into, if it was
  private @Nullable Piece write(char c) {
    boolean fresh = piece == null || breaks > 0;
    if (fresh && Draft.isBlank(c)) {
      return null;
    }
    if (breaks > 1 && pres == 0) {
      endPiece();
    }
    Piece into = piece == null ? startPiece() : piece;
    if (breaks > 0) {
      breakLine(into);
    } else if ((space || indent > 0) && text.length() > into.start) {
      text.repeat(' ', Math.max(1, indent));
      into.words++;
    }
    space = false;
    indent = 0;
    text.append(c);
    count(into, c);
    countLetters(into, 1);
    return into;
  }

  private void breakLine(Piece into) {
    into.stops += endsInStop(into) ? 1 : 0;
    for (; breaks > 0; breaks--) {
      text.append('\n');
    }
    text.repeat(' ', indent);
    into.lines++;
    into.words++;
  }

  private void countLetters(Piece into, int letters) {
    into.chars += letters;
    into.linked += links > 0 ? letters : 0;
    into.bold += bolds > 0 ? letters : 0;
    into.italic += italics > 0 ? letters : 0;
  }

  private static void count(Piece into, char c) {
    if (c >= 'a' && c <= 'z') {
      return;
    }
    if (c >= '0' && c <= '9') {
      into.digits++;
    } else if (Letters.isComma(c)) {
      into.commas++;
    } else if (c > '\u2e80' && Letters.isIdeograph(c)) {
      into.ideographs++;
    } else if (Character.isUpperCase(c)) {
      into.uppers++;
    } else if (c == '。' || c == '！' || c == '？') {
      into.stops++;
    }
  }

  private Piece startPiece() {
    if (!pieces.isEmpty()) {
      text.append('\n');
    }
    Piece fresh = new Piece(current(), text.length());
    fresh.firstMark = marks.size();
    fresh.indent = pres > 0 ? indent : 0;
    fresh.links = links > 0 ? 1 : 0;
    fresh.inButton = buttons > 0;
    fresh.inside = innermost();
    piece = fresh;
    breaks = 0;
    indent = 0;
    space = false;
    return fresh;
  }

  /// The elements in which a line begins, the innermost few.
  private List<Element> innermost() {
    int size = inline.size();
    return size == 0
        ? List.of()
        : List.copyOf(inline.subList(Math.max(0, size - MAX_INLINE), size));
  }

  private void endPiece() {
    breaks = 0;
    indent = 0;
    space = false;
    Piece done = piece;
    if (done == null) {
      return;
    }
    piece = null;
    int end = text.length();
    while (Draft.isBlank(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
    done.end = end;
    markOpen(done);
    done.endsInStop = endsInStop(done);
    done.stops += done.endsInStop && done.ideographs == 0 ? 1 : 0;
    name(done);
    pieces.add(done);
  }

  /// What is open inside of the line goes on in the next one. Of hundreds that were never closed,
  /// the innermost few count.
  private void markOpen(Piece done) {
    int outermost = Math.max(0, inline.size() - MAX_STYLES);
    for (int i = inline.size() - 1; i >= outermost; i--) {
      Element element = inline.get(i);
      if (began[i] < done.end && Styles.isOne(element)) {
        marks.add(element, began[i], done.end);
      }
      began[i] = done.end;
    }
    done.lastMark = marks.size();
  }

  private void name(Piece done) {
    if (heading > 0) {
      done.kind = Block.Kind.HEADING;
      done.level = heading;
    } else if (pres > 0) {
      done.kind = Block.Kind.PREFORMATTED;
    } else if (captions > 0) {
      done.kind = Block.Kind.CAPTION;
    } else if (quotes > 0) {
      done.kind = Block.Kind.QUOTE;
    } else if (lists > 0) {
      done.kind = Block.Kind.LIST_ITEM;
      done.level = Math.max(1, lists);
    }
  }

  private boolean endsInStop(Piece of) {
    for (int at = text.length() - 1; at >= of.start; at--) {
      char c = text.charAt(at);
      if (c >= 'a' && c <= 'z') {
        return false; // as most words end
      }
      if (!Letters.closes(c)) {
        return Letters.isStop(c);
      }
    }
    return false;
  }

  /// A row whose cells hold no more than a line each becomes one piece, with a tab between cells.
  /// In old pages a table may be the page's layout: its cells hold many lines, or tables.
  private void joinRow(Box row) {
    int first = row.firstPiece;
    if (row.layout || pieces.size() - first < 2) {
      return;
    }
    Set<Box> cells = new HashSet<>();
    for (Piece cell : pieces.subList(first, pieces.size())) {
      if (cell.kind != Block.Kind.PARAGRAPH || !cells.add(cell(cell.box, row))) {
        return;
      }
    }
    if (text.length() - pieces.get(first).start > MAX_ROW) {
      return;
    }
    pieces.add(join(row, first));
  }

  private static Box cell(Box inside, Box row) {
    Box cell = inside;
    for (int up = 0; up < 4 && cell.parent != row; up++) {
      cell = cell.parent;
    }
    return cell;
  }

  private Piece join(Box row, int first) {
    Piece joined = new Piece(row, pieces.get(first).start);
    joined.words = 0;
    joined.firstMark = pieces.get(first).firstMark;
    joined.lastMark = pieces.getLast().lastMark;
    joined.kind = Block.Kind.TABLE;
    while (pieces.size() > first) {
      Piece cell = pieces.removeLast();
      if (cell.start > joined.start) {
        text.setCharAt(cell.start - 1, '\t');
      }
      joined.add(cell);
    }
    joined.end = text.length();
    return joined;
  }
}
