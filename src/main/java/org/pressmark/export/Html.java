package org.pressmark.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Cut;
import org.pressmark.article.Fact;
import org.pressmark.article.Field;

/// One page that needs nothing beside it, with an `article` a document. What comes from the article
/// is text in it, never markup, and the page forbids itself to load or to run anything.
final class Html implements Export {
  private static final String OPENING = """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Pressmark</title>
      <style>
      body { font: 1.1rem/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
      article + article { border-top: 1px solid #999; margin-top: 3rem; padding-top: 1rem; }
      h1, h2, h3, h4, h5, h6 { line-height: 1.2; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; font-size: .8rem; color: #555; }
      dd { margin: 0; overflow-wrap: anywhere; }
      blockquote { border-left: 3px solid #ccc; margin-left: 0; padding-left: 1rem; }
      figcaption { font-size: .9rem; color: #555; }
      table { border-collapse: collapse; }
      td, th { border: 1px solid #ccc; padding: .2rem .5rem; text-align: start; }
      del { color: #a00; background: #fee; overflow-wrap: anywhere; }
      pre, p, li, td, th, del { white-space: pre-wrap; }
      ul, ol { white-space: normal; }
      @media (prefers-color-scheme: dark) {
        body { background: #181818; color: #ddd; }
        dl, figcaption { color: #aaa; }
        del { color: #f99; background: #411; }
      }
      </style>
      """;

  private static final Inline.Pen PEN = new HtmlPen();

  private static final Nest.Tags LIST = new Nest.Tags() {
    @Override
    public String openList(int number) {
      return number == 0 ? "<ul>\n" : number == 1 ? "<ol>\n" : "<ol start=\"" + number + "\">\n";
    }

    @Override
    public String closeList(boolean isCounted) {
      return isCounted ? "</ol>\n" : "</ul>\n";
    }

    @Override
    public String openItem(int number) {
      return "<li dir=\"auto\"" + (number == 0 ? "" : " value=\"" + number + "\"") + ">";
    }

    @Override
    public String closeItem() {
      return "</li>\n";
    }

    @Override
    public String paragraph() {
      return "<br><br>";
    }
  };

  private static final String CELL_BREAK = "</td><td dir=\"auto\">";

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String about() {
    return "one page for a browser, with the facts; with --show-cuts the reasons, too";
  }

  @Override
  public String opening() {
    return OPENING;
  }

  @Override
  public String closing() {
    return "</html>\n";
  }

  @Override
  public String write(Article article, Cuts cuts) {
    StringBuilder page =
        new StringBuilder("<article id=\"").append(article.mark()).append('"');
    article
        .facts()
        .value(Field.IN_LANGUAGE)
        .ifPresent(language -> page.append(" lang=\"").append(escape(language)).append('"'));
    page.append(">\n");
    article
        .facts()
        .value(Field.HEADLINE)
        .filter(headline -> !opensWith(article, headline))
        .ifPresent(headline ->
            page.append("<h1 dir=\"auto\">").append(escape(headline)).append("</h1>\n"));
    page.append(facts(article));
    switch (cuts) {
      case HIDDEN -> writeStory(article.body().blocks(), page);
      case MARKED, COLOURED -> writeProof(article, cuts, page);
    }
    return page.append("</article>\n").toString();
  }

  private static void writeStory(List<Block> blocks, StringBuilder page) {
    Nest list = new Nest(LIST);
    Block last = Block.paragraph("-");
    for (Block block : blocks) {
      boolean isItem =
          block.kind() == Block.Kind.LIST_ITEM && block.setting().time().isEmpty();
      page.append(isItem ? "" : list.end());
      boolean isRow = block.kind() == Block.Kind.TABLE;
      boolean opens = isRow && Row.of(block).opensTable(last);
      page.append(last.kind() == Block.Kind.TABLE && (!isRow || opens) ? "</table>\n" : "");
      block.setting().time().ifPresent(time -> page.append(time(time)));
      switch (block.kind()) {
        case LIST_ITEM -> page.append(list.item(block)).append(inline(block));
        case TABLE -> page.append(opens ? "<table>\n" : "").append(row(block)).append('\n');
        case HEADING, PARAGRAPH, QUOTE, CAPTION, PREFORMATTED ->
          page.append(write(block, inline(block))).append('\n');
      }
      last = block;
    }
    page.append(list.end()).append(last.kind() == Block.Kind.TABLE ? "</table>\n" : "");
  }

  private static String time(String time) {
    String plain = escape(Moment.plain(time));
    return Moment.isIso(time)
        ? "<p><time datetime=\"" + escape(time) + "\">" + plain + "</time></p>\n"
        : "<p><time>" + plain + "</time></p>\n";
  }

  private static String row(Block block) {
    StringBuilder row = new StringBuilder("<tr>");
    for (Row.Cell cell : Row.of(block).cells()) {
      String name = cell.isHead() ? "th" : "td";
      row.append(element(
          name,
          Inline.write(block.text(), cell.start(), cell.end(), block.setting().spans(), PEN)));
    }
    return row.append("</tr>").toString();
  }

  private static String inline(Block block) {
    String words =
        Inline.write(block.text(), 0, block.text().length(), block.setting().spans(), PEN);
    return " ".repeat(block.setting().indent()) + words;
  }

  private static void writeProof(Article article, Cuts cuts, StringBuilder page) {
    Optional<Block.Kind> open = Optional.empty();
    for (Proof.Line line : Proof.lines(article)) {
      Optional<Block.Kind> kind = line.block().map(Block::kind);
      page.append(around(open, kind)).append(write(line, cuts)).append('\n');
      open = kind;
    }
    page.append(around(open, Optional.empty()));
  }

  private static boolean opensWith(Article article, String headline) {
    Block first = article.body().blocks().getFirst();
    return first.kind() == Block.Kind.HEADING && first.text().equals(headline);
  }

  private static String facts(Article article) {
    StringBuilder list = new StringBuilder("<dl>\n");
    list.append(term("id", article.mark().toString()));
    list.append(term("source", article.origin().toString()));
    for (Fact fact : article.facts().known()) {
      if (fact.field() != Field.HEADLINE) {
        list.append(term(fact.field().schemaName(), String.join(", ", fact.values())));
      }
    }
    return list.append("</dl>\n").toString();
  }

  private static String term(String name, String value) {
    return "<dt>" + name + "<dd><bdi>" + escape(value) + "</bdi>\n";
  }

  /// What items and rows need around them, where the kind of block changes.
  private static String around(Optional<Block.Kind> last, Optional<Block.Kind> next) {
    return last.equals(next)
        ? ""
        : tag(last, "</ul>\n", "</table>\n") + tag(next, "<ul>\n", "<table>\n");
  }

  private static String tag(Optional<Block.Kind> kind, String list, String table) {
    return kind.equals(Optional.of(Block.Kind.LIST_ITEM))
        ? list
        : kind.equals(Optional.of(Block.Kind.TABLE)) ? table : "";
  }

  private static String write(Proof.Line line, Cuts cuts) {
    boolean isRow =
        line.block().filter(block -> block.kind() == Block.Kind.TABLE).isPresent();
    String text = line.pieces().stream()
        .map(piece -> write(piece, cuts, isRow ? CELL_BREAK : "\t"))
        .collect(Collectors.joining());
    if (line.block().isEmpty()) {
      return "<p dir=\"auto\">" + text + "</p>";
    }
    return write(line.block().get(), text);
  }

  private static String write(Block block, String text) {
    return switch (block.kind()) {
      case HEADING -> element("h" + block.level(), text);
      case PARAGRAPH -> element("p", text);
      case LIST_ITEM -> element("li", text);
      case QUOTE -> element("blockquote", text);
      case TABLE -> "<tr><td dir=\"auto\">" + text + "</td></tr>";
      case CAPTION -> element("figcaption", text);
      case PREFORMATTED -> element("pre", text);
    };
  }

  private static String element(String name, String text) {
    return "<" + name + " dir=\"auto\">" + text + "</" + name + ">";
  }

  private static String write(Proof.Piece piece, Cuts cuts, String tab) {
    return switch (piece) {
      case Proof.Piece.Kept kept -> escape(kept.text()).replace("\t", tab);
      case Proof.Piece.Gone gone -> cuts == Cuts.HIDDEN ? "" : struck(gone.cut());
    };
  }

  private static String struck(Cut cut) {
    String why = cut.rule().id() + ": " + cut.rule().reason();
    return "<del title=\"" + escape(why) + "\">" + escape(cut.was()) + "</del>";
  }

  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\t', '\n' -> safe.append(c);
        default -> {
          // HTML has no place for control characters; Unicode has pictures of them.
          safe.append(c < ' ' ? (char) (c + '\u2400') : c);
        }
      }
    }
    return safe.toString();
  }
}
