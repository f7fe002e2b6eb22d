package org.pressmark.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.pressmark.source.text.Decoding;
import org.pressmark.source.text.TreeWalk;

/// Parts of a page that a server sends when they are ready: hidden, behind the page, for a script
/// to put them where a `template` keeps their place. Browsers show them there.
///
/// As React streams them (react-dom, `ReactFizzConfigDOM`): `<template id="B:0">` keeps the place
/// of `<div hidden id="S:1">` where a script says `$RC("B:0","S:1")`, and `<template id="P:2">`
/// that of `S:2` where one says `$RS("S:2","P:2")`.
final class Streamed {
  private static final Pattern PART = Pattern.compile("[\\w-]{0,64}S:\\p{XDigit}{1,8}");
  private static final Pattern CALL =
      Pattern.compile("\\$R[CS]\\(\"([\\w:-]{1,80})\",\"([\\w:-]{1,80})\"");

  private final Map<String, Element> parts = new LinkedHashMap<>();
  private final Map<String, Element> places = new HashMap<>();

  private Streamed(List<Element> parts) {
    parts.forEach(part -> this.parts.putIfAbsent(part.id(), part));
  }

  /// Puts them in their places.
  ///
  /// @param whole the page with its scripts, where they were left out of the document
  /// @return how many there were
  static int putInPlace(Document document, Optional<Decoding> whole) {
    List<Element> parts = document.body().children().stream()
        .filter(child -> child.hasAttr("hidden") && PART.matcher(child.id()).matches())
        .toList();
    return parts.isEmpty()
        ? 0
        : new Streamed(parts).put(document, whole.map(Decoding::text).orElseGet(document::html));
  }

  private int put(Document document, String scripts) {
    TreeWalk.over(document, new TreeWalk.Visitor() {
      @Override
      public boolean open(Element element, int depth) {
        if (element.normalName().equals("template") && element.hasAttr("id")) {
          places.putIfAbsent(element.id(), element);
        }
        return true;
      }
    });
    int put = 0;
    for (Matcher call = CALL.matcher(scripts); call.find(); ) {
      boolean isPut = put(call.group(1), call.group(2)) || put(call.group(2), call.group(1));
      put += isPut ? 1 : 0;
    }
    return put;
  }

  private boolean put(String place, String part) {
    Element template = places.get(place);
    Element div = parts.get(part);
    if (template == null || div == null) {
      return false;
    }
    parts.remove(part);
    Elements around = template.parents();
    if (around.contains(div) || HtmlReader.goesDeeper(div, HtmlReader.MAX_DEPTH - around.size())) {
      return false;
    }
    template.after(div);
    div.removeAttr("hidden");
    return true;
  }
}
