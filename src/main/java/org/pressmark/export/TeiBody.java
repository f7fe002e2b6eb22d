package org.pressmark.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Span;

/// The blocks of one story: a heading opens a division, and so does an entry of a live blog.
final class TeiBody {
  private static final Inline.Pen PEN = new Inline.Pen() {
    @Override
    public String open(Span span) {
      return switch (span.kind()) {
        case LINK ->
          "<ref"
              + span.href()
                  .filter(href -> !href.isBlank())
                  .map(href -> " target=\"" + Tei.address(href) + "\"")
                  .orElse("")
              + ">";
        case EMPHASIS -> "<hi rend=\"italic\">";
        case STRONG -> "<hi rend=\"bold\">";
        case CODE -> "<code>";
        case HEAD -> "";
      };
    }

    @Override
    public String close(Span span) {
      return switch (span.kind()) {
        case LINK -> "</ref>";
        case EMPHASIS, STRONG -> "</hi>";
        case CODE -> "</code>";
        case HEAD -> "";
      };
    }

    @Override
    public String words(String words, boolean isCode) {
      return isCode ? Tei.escape(words) : Tei.escape(words).replace("\n", "<lb/>");
    }
  };

  private static final Nest.Tags LIST = new Nest.Tags() {
    @Override
    public String openList(int number) {
      return number == 0 ? "<list rend=\"bulleted\">\n" : "<list rend=\"numbered\">\n";
    }

    @Override
    public String closeList(boolean isCounted) {
      return "</list>\n";
    }

    @Override
    public String openItem(int number) {
      return number == 0 ? "<item>" : "<item n=\"" + number + "\">";
    }

    @Override
    public String closeItem() {
      return "</item>\n";
    }

    @Override
    public String paragraph() {
      return "<lb/>";
    }
  };

  private final StringBuilder tei;
  private final Nest list = new Nest(LIST);
  private final Deque<Integer> levels = new ArrayDeque<>();
  private Block last = Block.paragraph("-");

  TeiBody(StringBuilder tei) {
    this.tei = tei;
  }

  void write(List<Block> blocks) {
    if (blocks.isEmpty() || blocks.getFirst().kind() != Block.Kind.HEADING) {
      open(0, "<div>\n");
    }
    for (Block block : blocks) {
      write(block);
      last = block;
    }
    endRun(Block.paragraph("-"));
    closeTo(0);
  }

  private void write(Block block) {
    endRun(block);
    boolean isEntry = block.setting().time().isPresent();
    if (block.kind() == Block.Kind.HEADING || isEntry) {
      open(
          block.kind() == Block.Kind.HEADING ? block.level() : 6,
          isEntry ? "<div type=\"entry\">\n" : "<div>\n");
    }
    if (block.kind() == Block.Kind.HEADING) {
      tei.append("<head>").append(inline(block)).append("</head>\n");
    }
    block
        .setting()
        .time()
        .ifPresent(time -> tei.append("<opener>").append(date(time)).append("</opener>\n"));
    switch (block.kind()) {
      case HEADING -> {}
      case PARAGRAPH -> tei.append("<p>").append(inline(block)).append("</p>\n");
      case QUOTE -> tei.append("<quote>").append(inline(block)).append("</quote>\n");
      case CAPTION ->
        tei.append("<figure><figDesc>").append(caption(block)).append("</figDesc></figure>\n");
      case PREFORMATTED ->
        tei.append("<ab type=\"preformatted\" xml:space=\"preserve\">")
            .append(" ".repeat(block.setting().indent()))
            .append(Tei.escape(block.text()))
            .append("</ab>\n");
      case LIST_ITEM -> tei.append(list.item(block)).append(inline(block));
      case TABLE -> row(block);
    }
  }

  /// A description has no line breaks (macro.limitedContent).
  private static String caption(Block block) {
    return inline(block).replace("<lb/>", " ");
  }

  private static String inline(Block block) {
    return Inline.write(block.text(), 0, block.text().length(), block.setting().spans(), PEN);
  }

  private static String date(String time) {
    String plain = Tei.escape(Moment.plain(time));
    return Tei.when(time)
        .map(when -> "<date when=\"" + when + "\">" + plain + "</date>")
        .orElse("<date>" + plain + "</date>");
  }

  private void row(Block block) {
    Row row = Row.of(block);
    if (row.opensTable(last)) {
      tei.append("<table>\n");
    }
    tei.append(row.isHead() ? "<row role=\"label\">" : "<row>");
    for (Row.Cell cell : row.cells()) {
      tei.append(cell.isHead() ? "<cell role=\"label\">" : "<cell>")
          .append(Inline.write(
              block.text(), cell.start(), cell.end(), block.setting().spans(), PEN))
          .append("</cell>");
    }
    tei.append("</row>\n");
  }

  /// Ends the list or the table that this block is no part of.
  private void endRun(Block next) {
    boolean isRow = next.kind() == Block.Kind.TABLE && !Row.of(next).opensTable(last);
    if (last.kind() == Block.Kind.TABLE && !isRow) {
      tei.append("</table>\n");
    }
    if (next.kind() != Block.Kind.LIST_ITEM || next.setting().time().isPresent()) {
      tei.append(list.end());
    }
  }

  private void open(int level, String tag) {
    closeTo(level);
    levels.push(level);
    tei.append(tag);
  }

  /// Closes the divisions of this level and of those below it.
  private void closeTo(int level) {
    while (!levels.isEmpty() && levels.peek() >= level) {
      levels.pop();
      tei.append("</div>\n");
    }
  }
}
