package org.pressmark.export;

import java.util.List;
import java.util.Locale;
import org.pressmark.article.Block;
import org.pressmark.article.Field;

/// A token a line, between tags for documents, paragraphs and sentences, as Sketch Engine and the
/// Corpus Workbench take it. `<g/>` stands where no white space parts two tokens.
final class Vertical implements Sheet {
  private static final List<Column> ATTRIBUTES = List.of(
      Column.TITLE,
      Column.AUTHOR,
      Column.DATE,
      Column.SECTION,
      Column.PUBLISHER,
      Column.AGENCY,
      Column.LANGUAGE,
      Column.TYPE,
      Column.URL,
      Column.SOURCE);

  @Override
  public String name() {
    return "vertical";
  }

  @Override
  public String about() {
    return "one token a line with <doc>, <p>, <s>, for Sketch Engine and the Corpus Workbench";
  }

  @Override
  public String write(Item item) {
    StringBuilder vertical = new StringBuilder("<doc");
    attribute("id", item.article().mark().value(), vertical);
    for (Column column : ATTRIBUTES) {
      attribute(column.toString(), column.cell(item), vertical);
    }
    Day.of(Column.DATE.cell(item)).ifPresent(day -> attribute("year", day.year(), vertical));
    vertical.append(">\n");
    Tokens tokens = new Tokens(item.article().facts().value(Field.IN_LANGUAGE));
    for (Block block : item.article().body().blocks()) {
      vertical.append("<p");
      if (block.kind() != Block.Kind.PARAGRAPH) {
        attribute("type", block.kind().toString().toLowerCase(Locale.ROOT), vertical);
      }
      vertical.append(">\n");
      tokens.of(block.text()).forEach(sentence -> write(sentence, vertical));
      vertical.append("</p>\n");
    }
    return vertical.append("</doc>\n").toString();
  }

  private static void write(List<Tokens.Token> sentence, StringBuilder vertical) {
    vertical.append("<s>\n");
    boolean isGlued = false;
    for (Tokens.Token token : sentence) {
      vertical.append(isGlued ? "<g/>\n" : "").append(escape(token.form())).append('\n');
      isGlued = token.isGlued();
    }
    vertical.append("</s>\n");
  }

  /// What is not known is not there.
  private static void attribute(String name, String value, StringBuilder vertical) {
    if (!value.isEmpty()) {
      vertical.append(' ').append(name).append("=\"").append(escape(Plain.line(value)));
      vertical.append('"');
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
