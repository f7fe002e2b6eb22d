package org.pressmark.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Fact;
import org.pressmark.article.Field;
import org.pressmark.article.Span;

/// Markdown (CommonMark, with tables as GitHub has them) under a head of facts in YAML.
final class Markdown implements Export {
  /// What would be read as markup in the middle of a line.
  private static final String INLINE = "\\`*_[]<>~|";

  private static final Inline.Pen PEN = new MarkdownPen();

  @Override
  public String name() {
    return "md";
  }

  @Override
  public String about() {
    return "Markdown, with the facts as YAML front matter";
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String write(Article article, Cuts cuts) {
    StringBuilder page = new StringBuilder(frontMatter(article));
    headline(article).ifPresent(headline -> page.append("\n# ").append(escape(headline)));
    switch (cuts) {
      case HIDDEN -> writeStory(article.body().blocks(), page);
      case MARKED, COLOURED -> writeProof(article, page);
    }
    return page.append('\n').toString();
  }

  private static void writeStory(List<Block> blocks, StringBuilder page) {
    MarkdownList list = new MarkdownList();
    Optional<Block> last = Optional.empty();
    for (Block block : blocks) {
      block
          .setting()
          .time()
          .ifPresent(
              time -> page.append("\n\n**").append(escape(Moment.plain(time))).append("**"));
      boolean isEntry = block.setting().time().isPresent();
      Optional<Block> before = isEntry ? Optional.empty() : last;
      switch (block.kind()) {
        case LIST_ITEM -> page.append(list.item(before, block, lineStart(inline(block))));
        case TABLE -> page.append(row(before, block));
        case HEADING, PARAGRAPH, QUOTE, CAPTION, PREFORMATTED ->
          page.append(gap(before, block)).append(write(block, inline(block)));
      }
      last = Optional.of(block);
    }
  }

  private static void writeProof(Article article, StringBuilder page) {
    Optional<Block> last = Optional.empty();
    for (Proof.Line line : Proof.lines(article)) {
      if (line.block().isPresent()) {
        Block block = line.block().get();
        page.append(gap(last, block)).append(write(block, inline(line.pieces(), block)));
        if (block.kind() == Block.Kind.TABLE && !isTable(last)) {
          page.append('\n').append(rule(block));
        }
        last = Optional.of(block);
      } else {
        page.append("\n\n").append(inline(line.pieces(), Block.paragraph("-")));
        last = Optional.empty();
      }
    }
  }

  /// A row with its links; the line below the head of its table, where it is that.
  private static String row(Optional<Block> last, Block block) {
    Row row = Row.of(block);
    boolean opens = last.isEmpty() || row.opensTable(last.get());
    StringBuilder line = new StringBuilder(opens ? "\n\n|" : "\n|");
    for (Row.Cell cell : row.cells()) {
      String words = oneLine(
          Inline.write(block.text(), cell.start(), cell.end(), block.setting().spans(), PEN));
      boolean isBold = cell.isHead() && !opens && !words.isEmpty();
      line.append(isBold ? " **" + words + "** |" : " " + words + " |");
    }
    return opens ? line.append('\n').append(rule(block)).toString() : line.toString();
  }

  private static String frontMatter(Article article) {
    StringBuilder head = new StringBuilder("---\n");
    head.append("id: ").append(article.mark()).append('\n');
    head.append("source: ").append(quote(article.origin().toString())).append('\n');
    for (Fact fact : article.facts().known()) {
      head.append(fact.field().schemaName()).append(": ").append(value(fact)).append('\n');
    }
    return head.append("---\n").toString();
  }

  private static String value(Fact fact) {
    boolean many = switch (fact.field()) {
      case AUTHOR, ARTICLE_SECTION, KEYWORDS -> true;
      case HEADLINE,
          ALTERNATIVE_HEADLINE,
          DATE_PUBLISHED,
          DATE_MODIFIED,
          PUBLISHER,
          SOURCE_ORGANIZATION,
          LOCATION_CREATED,
          IN_LANGUAGE,
          URL,
          IMAGE,
          CAPTION,
          CREDIT_TEXT,
          DESCRIPTION,
          IS_ACCESSIBLE_FOR_FREE,
          TYPE -> fact.values().size() > 1;
    };
    return many
        ? fact.values().stream().map(Markdown::quote).collect(Collectors.joining(", ", "[", "]"))
        : quote(fact.value());
  }

  /// A double-quoted scalar (YAML 1.2, 7.3.1).
  private static String quote(String value) {
    String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return "\"" + Screen.line(quoted) + "\"";
  }

  /// The headline, where the story does not begin with it anyway.
  private static Optional<String> headline(Article article) {
    return article.facts().value(Field.HEADLINE).filter(headline -> {
      Block first = article.body().blocks().getFirst();
      return first.kind() != Block.Kind.HEADING || !first.text().equals(headline);
    });
  }

  /// Blocks stand apart, except items of a list and rows of a table.
  private static String gap(Optional<Block> last, Block block) {
    boolean joined = switch (block.kind()) {
      case LIST_ITEM, TABLE -> last.isPresent() && last.get().kind() == block.kind();
      case HEADING, PARAGRAPH, QUOTE, CAPTION, PREFORMATTED -> false;
    };
    return joined ? "\n" : "\n\n";
  }

  private static String write(Block block, String text) {
    return switch (block.kind()) {
      case HEADING -> "#".repeat(block.level()) + " " + oneLine(text);
      case PARAGRAPH -> lineStart(text).replace("\n", "\\\n");
      case LIST_ITEM -> {
        String indent = "  ".repeat(block.level() - 1);
        yield indent + "- " + lineStart(text).replace("\n", "\\\n" + indent + "  ");
      }
      case QUOTE -> "> " + lineStart(text).replace("\n", "\\\n> ");
      case TABLE -> "| " + oneLine(text).replace("\t", " | ") + " |";
      case CAPTION -> "*" + oneLine(text) + "*";
      case PREFORMATTED -> {
        String fence = "`".repeat(Math.max(3, longestRun(text, '`') + 1));
        yield fence + "\n" + text + "\n" + fence;
      }
    };
  }

  /// The line that a table needs under its first row.
  private static String rule(Block row) {
    long cells = row.text().chars().filter(c -> c == '\t').count() + 1;
    return "|" + " --- |".repeat((int) cells);
  }

  private static boolean isTable(Optional<Block> block) {
    return block.isPresent() && block.get().kind() == Block.Kind.TABLE;
  }

  private static String inline(Block block) {
    return block.kind() == Block.Kind.PREFORMATTED
        ? " ".repeat(block.setting().indent()) + block.text()
        : Inline.write(block.text(), 0, block.text().length(), spans(block), PEN);
  }

  /// Captions are emphasized as a whole.
  private static List<Span> spans(Block block) {
    List<Span> spans = block.setting().spans();
    return block.kind() == Block.Kind.CAPTION
        ? spans.stream().filter(span -> span.kind() == Span.Kind.LINK).toList()
        : spans;
  }

  private static String inline(List<Proof.Piece> pieces, Block block) {
    boolean literal = block.kind() == Block.Kind.PREFORMATTED;
    return pieces.stream()
        .map(piece -> switch (piece) {
          case Proof.Piece.Kept kept -> literal ? kept.text() : escape(kept.text());
          case Proof.Piece.Gone gone -> struck(gone, literal);
        })
        .collect(Collectors.joining());
  }

  private static String struck(Proof.Piece.Gone gone, boolean literal) {
    String was = gone.cut().was();
    return literal ? "[-" + was + "-]" : "~~" + escape(oneLine(was)) + "~~";
  }

  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (INLINE.indexOf(c) >= 0 || (c == '&' && opensEntity(text, at + 1))) {
        safe.append('\\');
      }
      safe.append(c);
    }
    return safe.toString();
  }

  /// Whether an ampersand would be read as the beginning of `&amp;` or `&#38;`.
  private static boolean opensEntity(String text, int at) {
    return at < text.length() && (text.charAt(at) == '#' || Character.isLetter(text.charAt(at)));
  }

  /// Takes the meaning from what a line begins with: `# `, `- `, `+ `, `=`, `12. `.
  private static String lineStart(String text) {
    return text.lines().map(Markdown::plainStart).collect(Collectors.joining("\n"));
  }

  private static String plainStart(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return text;
    }
    if ("#-+=".indexOf(text.charAt(0)) >= 0) {
      return "\\" + text;
    }
    int digits = 0;
    while (digits < text.length() && digits < 10 && isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean numbered = digits > 0
        && digits < text.length()
        && (text.charAt(digits) == '.' || text.charAt(digits) == ')');
    return numbered ? text.substring(0, digits) + "\\" + text.substring(digits) : text;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  private static int longestRun(String text, char of) {
    int longest = 0;
    int run = 0;
    for (int at = 0; at < text.length(); at++) {
      run = text.charAt(at) == of ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
