package org.pressmark.source.press;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.pressmark.source.text.TreeWalk;

/// A document of a press database as lines of text, with a label before what the page says by the
/// names of its elements, and a line drawn between its articles.
public final class PressLines {
  private static final Set<String> INLINE = Set.of(
      "a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
      "sub", "sup", "u");
  // What exports in HTML put an article into.
  private static final List<String> ARTICLES =
      List.of("article", "div.article", "docfull", "div.deliveredDocument", "div.document");
  private static final String RULE = "_".repeat(40);

  /// By names of classes, as of Europresse.
  private static final Map<String, String> LABELS = Map.of(
      "rdp__DocPublicationName", "Source",
      "DocHeader", "Date",
      "titreArticle", "Title",
      "rdp__articletitle", "Title",
      "rdp__subtitle", "Subtitle",
      "docAuthors", "Author",
      "sm-margin-bottomNews", "Author",
      "docOcurrContainer", "Text",
      "DocText", "Text");

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final Set<Element> articles = new HashSet<>();
  private boolean isLabel; // the line at hand is nothing but a label

  private PressLines() {}

  public static List<String> of(Document document) {
    PressLines lines = new PressLines();
    for (String selector : ARTICLES) {
      Elements found = document.select(selector);
      if (found.size() > 1 && lines.articles.isEmpty()) {
        lines.articles.addAll(found);
      }
    }
    TreeWalk.over(document.body(), lines.new Reader());
    lines.finish();
    return lines.lines;
  }

  private void finish() {
    String text = line.toString().strip();
    if (isLabel) {
      return; // its value is still to come
    }
    if (!text.isEmpty()) {
      lines.add(text);
    }
    line.setLength(0);
  }

  private final class Reader implements TreeWalk.Visitor {
    @Override
    public boolean open(Element element, int depth) {
      String name = element.normalName();
      if (name.equals("script") || name.equals("style") || name.equals("head")) {
        return false;
      }
      if (articles.contains(element)) {
        finish();
        lines.add(RULE);
      }
      if (!INLINE.contains(name) && !name.equals("td") && !name.equals("th")) {
        finish();
      }
      label(element);
      if (name.equals("p")) {
        blank();
      }
      return true;
    }

    private void label(Element element) {
      for (String name : element.classNames()) {
        String label = LABELS.get(name);
        if (label != null && !isLabel && element.hasText()) {
          finish();
          if (label.equals("Text")) {
            lines.add(label + ":");
          } else {
            line.append(label).append(": ");
            isLabel = true;
          }
          return;
        }
      }
    }

    private void blank() {
      if (line.isEmpty() && !lines.isEmpty() && !lines.getLast().isEmpty()) {
        lines.add("");
      }
    }

    @Override
    public void leaf(Node leaf) {
      if (leaf instanceof TextNode text) {
        String words = text.text();
        boolean isBlank = words.isBlank();
        if (!isBlank || !(line.isEmpty() || isLabel)) {
          line.append(words);
          isLabel = false;
        }
      }
    }

    @Override
    public void close(Element element, int depth) {
      String name = element.normalName();
      if (name.equals("td") || name.equals("th")) {
        line.append('\t');
      } else if (!INLINE.contains(name)) {
        finish();
      }
    }
  }
}
