package org.pressmark.export;

import java.util.List;
import org.pressmark.article.Change;
import org.pressmark.diff.Diff;
import org.pressmark.diff.Piece;

/// Changes of articles as a page for a browser that needs nothing beside it. What comes from an
/// article is text in it, never markup, and the page forbids itself to load or to run anything.
public final class ContrastPage {
  private static final String HEAD = """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <style>
      body { font: 1rem/1.5 Georgia, serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; font-size: .9rem; }
      td, th { border: 1px solid #ccc; padding: .2rem .6rem; text-align: end; }
      td:first-child, th:first-child { text-align: start; overflow-wrap: anywhere; }
      article { border-top: 1px solid #999; margin-top: 1.5rem; padding-top: .5rem; }
      header, dt, .remark { font-size: .8rem; color: #555; overflow-wrap: anywhere; }
      dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
      .text { white-space: pre-wrap; overflow-wrap: anywhere; }
      del { color: #a00; background: #fee; }
      ins { color: #060; background: #efe; text-decoration: none; border-bottom: 2px solid #9c9; }
      @media (prefers-color-scheme: dark) {
        body { background: #181818; color: #ddd; }
        header, dt, .remark { color: #aaa; }
        del { color: #f99; background: #411; }
        ins { color: #9e9; background: #142; border-color: #373; }
      }
      </style>
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  public ContrastPage(String title) {
    page.append("<title>").append(Html.escape(title)).append("</title>\n<h1>");
    page.append(Html.escape(title)).append("</h1>\n");
  }

  public void paragraph(String text) {
    page.append("<p dir=\"auto\">").append(Html.escape(text)).append("</p>\n");
  }

  /// @param rows cells; those of the first row are the columns' names
  public void table(List<List<String>> rows) {
    page.append("<table>\n");
    String cell = "th";
    for (List<String> row : rows) {
      page.append("<tr>");
      for (String text : row) {
        page.append('<').append(cell).append("><bdi>").append(Html.escape(text));
        page.append("</bdi></").append(cell).append('>');
      }
      page.append("</tr>\n");
      cell = "td";
    }
    page.append("</table>\n");
  }

  public void heading(String text) {
    page.append("<h2 dir=\"auto\">").append(Html.escape(text)).append("</h2>\n");
  }

  /// @param title whose change it is
  public void change(String title, Contrast contrast) {
    page.append("<article>\n<header><bdi>").append(Html.escape(title));
    page.append("</bdi></header>\n<dl>\n");
    contrast.before().ifPresent(why -> term("was not cleaned", Html.escape(why)));
    contrast.after().ifPresent(why -> term("is not cleaned", Html.escape(why)));
    contrast.headline().ifPresent(diff -> term("headline", diff(diff)));
    for (Change.Of fact : contrast.facts()) {
      term(
          fact.field().schemaName(),
          "<del>" + Html.escape(Contrast.joined(fact.before())) + "</del> <ins>"
              + Html.escape(Contrast.joined(fact.after())) + "</ins>");
    }
    page.append("</dl>\n");
    if (!contrast.text().isEmpty()) {
      page.append("<div class=\"text\" dir=\"auto\">").append(diff(contrast.text()));
      page.append("</div>\n");
    }
    contrast
        .remarks()
        .forEach(remark ->
            page.append("<p class=\"remark\">").append(Html.escape(remark)).append("</p>\n"));
    page.append("</article>\n");
  }

  private void term(String name, String markup) {
    page.append("<dt>").append(name).append("<dd dir=\"auto\">").append(markup).append('\n');
  }

  private static String diff(Diff diff) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : diff.pieces()) {
      String words = Html.escape(piece.text());
      text.append(
          switch (piece.kind()) {
            case BOTH -> words;
            case BEFORE -> "<del>" + words + "</del>";
            case AFTER -> "<ins>" + words + "</ins>";
          });
    }
    return text.toString();
  }

  /// The whole page.
  public String close() {
    return page.append("</html>\n").toString();
  }
}
