package org.pressmark.parcel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Builds a page out of a stream of XHTML: its body, without the head.
final class XhtmlTree extends DefaultHandler {
  private final Document document;
  private final long maxText;
  private final Deque<Element> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inBody;
  private int tooDeep;
  private long length;
  private boolean full;

  /// @param maxText how many signs of text and markup are taken
  XhtmlTree(long maxText) {
    document = Document.createShell("");
    this.maxText = maxText;
    open.push(document.body());
  }

  Document document() {
    flush();
    return document;
  }

  /// Whether there was more than is taken; what was taken is not the whole document then.
  boolean isFull() {
    return full;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes)
      throws SAXException {
    String name = (local.isEmpty() ? qualified : local).toLowerCase(Locale.ROOT);
    if (!inBody) {
      inBody = name.equals("body");
      return;
    }
    count(name.length());
    flush();
    if (tooDeep > 0 || open.size() >= Contents.MAX_DEPTH) {
      tooDeep++;
      return;
    }
    Element element = open.peek().appendElement(name);
    for (int i = 0; i < attributes.getLength(); i++) {
      count(attributes.getValue(i).length());
      element.attr(attributes.getQName(i), attributes.getValue(i));
    }
    open.push(element);
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    if (!inBody) {
      return;
    }
    flush();
    if (tooDeep > 0) {
      tooDeep--;
    } else if (open.size() > 1) {
      open.pop();
    }
  }

  @Override
  public void characters(char[] signs, int start, int count) throws SAXException {
    if (inBody) {
      count(count);
      text.append(signs, start, count);
    }
  }

  @Override
  public void ignorableWhitespace(char[] signs, int start, int count) throws SAXException {
    characters(signs, start, count);
  }

  private void flush() {
    if (!text.isEmpty()) {
      open.peek().appendText(text.toString());
      text.setLength(0);
    }
  }

  private void count(int signs) throws SAXException {
    length += signs;
    full |= length > maxText;
    if (full || Thread.currentThread().isInterrupted()) {
      throw new SAXException("enough");
    }
  }
}
