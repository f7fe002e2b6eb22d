package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;

/// What was found in some bytes, and what it is when it is opened.
record Opened(List<Found> found, List<String> remarks) {
  private static final Pages PAGES = new Pages(SourceOptions.DEFAULTS);

  static Opened of(String content) {
    return of(content.getBytes(UTF_8));
  }

  static Opened of(byte[] content) {
    return of(content, SourceOptions.DEFAULTS);
  }

  static Opened of(byte[] content, SourceOptions options) {
    List<String> remarks = new ArrayList<>();
    try (Stream<Found> found = Sources.open(
        Origin.of("file"),
        new ByteArrayInputStream(content),
        options,
        (origin, what) -> remarks.add(what))) {
      return new Opened(found.toList(), remarks);
    }
  }

  int size() {
    return found.size();
  }

  Capture capture(int index) {
    return (Capture) found.get(index);
  }

  /// As it would be opened again out of an archive.
  Page page(int index) {
    Capture first = capture(index);
    return PAGES.open(
        new Capture(first.origin(), first.bytes(), first.mediaType(), first.url(), first.time()));
  }

  Page.Readable readable(int index) {
    return (Page.Readable) page(index);
  }

  String text(int index) {
    return switch (readable(index)) {
      case Page.Flat flat -> flat.text();
      case Page.Html html -> html.document().text();
    };
  }

  String given(int index, Field field) {
    return String.join(
        " | ", Optional.ofNullable(readable(index).given().get(field)).orElse(List.of()));
  }

  String problem(int index) {
    return switch (found.get(index)) {
      case Found.Lost lost -> lost.problem().toString();
      case Found.Passed passed -> "";
      case Capture capture ->
        page(index) instanceof Page.Unreadable page ? page.problem().toString() : "";
    };
  }
}
