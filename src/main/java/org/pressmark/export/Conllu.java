package org.pressmark.export;

import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Field;

/// CoNLL-U (https://universaldependencies.org/format.html) with tokens and nothing else: a
/// tagger or parser fills the other columns.
final class Conllu implements Sheet {
  private static final String EMPTY_COLUMNS = "\t_".repeat(7);
  private static final List<Column> COMMENTS = List.of(
      Column.TITLE, Column.AUTHOR, Column.DATE, Column.PUBLISHER, Column.LANGUAGE, Column.URL);

  @Override
  public String name() {
    return "conllu";
  }

  @Override
  public String about() {
    return "CoNLL-U, sentences and tokens for taggers and parsers";
  }

  @Override
  public String write(Item item) {
    StringBuilder conllu = new StringBuilder();
    String id = item.article().mark().value();
    Tokens tokens = new Tokens(item.article().facts().value(Field.IN_LANGUAGE));
    int paragraph = 0;
    for (Block block : item.article().body().blocks()) {
      String here = id + "-p" + ++paragraph;
      int sentence = 0;
      for (List<Tokens.Token> forms : tokens.of(block.text())) {
        if (paragraph == 1 && sentence == 0) {
          conllu.append(head(item));
        }
        conllu.append(sentence == 0 ? "# newpar id = " + here + "\n" : "");
        conllu.append("# sent_id = ").append(here).append('s').append(++sentence);
        conllu.append("\n# text = ").append(Tokens.text(forms)).append('\n');
        write(forms, conllu);
      }
    }
    return conllu.toString();
  }

  private static String head(Item item) {
    StringBuilder head = new StringBuilder("# newdoc id = " + item.article().mark() + "\n");
    for (Column column : COMMENTS) {
      String value = Plain.line(column.cell(item));
      if (!value.isEmpty()) {
        head.append("# ").append(column).append(" = ").append(value).append('\n');
      }
    }
    return head.toString();
  }

  private static void write(List<Tokens.Token> forms, StringBuilder conllu) {
    for (int at = 0; at < forms.size(); at++) {
      Tokens.Token token = forms.get(at);
      conllu.append(at + 1).append('\t').append(token.form()).append(EMPTY_COLUMNS);
      conllu.append('\t').append(token.isGlued() ? "SpaceAfter=No" : "_").append('\n');
    }
    conllu.append('\n');
  }
}
