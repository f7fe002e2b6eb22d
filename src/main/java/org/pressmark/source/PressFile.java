package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.article.Refusal;
import org.pressmark.parcel.Contents;
import org.pressmark.parcel.Isolation;
import org.pressmark.parcel.Parcel;
import org.pressmark.parcel.Parcel.Kind;
import org.pressmark.source.press.PressExport;
import org.pressmark.source.press.PressExport.Layout;
import org.pressmark.source.press.PressExport.Part;
import org.pressmark.source.press.PressExport.Split;
import org.pressmark.source.press.PressLines;
import org.pressmark.source.text.ControlSigns;
import org.pressmark.source.text.Decoder;
import org.pressmark.source.text.Decoding;
import org.pressmark.source.text.Utf8Stream;

/// A file that a press database gave out, with many articles in it: plain text, HTML, RTF or DOCX.
///
/// Of plain text an article's capture is the piece of the file that it stands in. Of the others it
/// is the article's text, line by line in UTF-8, as their parser reads it.
final class PressFile {
  private static final int HEAD = 1 << 13; // bytes
  // Something of this stands near the beginning of an export in HTML.
  private static final List<String> SIGNS = List.of(
      "Factiva",
      "factiva",
      "DocPublicationName",
      "Europresse",
      "europresse",
      "<DOCFULL>",
      "LexisNexis",
      "Nexis",
      "ProQuest",
      "articleParagraph");
  // Several of these stand in every export, with or without marks between the words.
  private static final List<String> WORDS = List.of(
      "End of Document",
      "Fin du document",
      "Ende des Dokuments",
      "Fin del documento",
      "Load-Date",
      "LOAD-DATE",
      "LENGTH:",
      "Length:",
      "Longueur",
      "Longitud",
      "DOCUMENTS",
      "Document ",
      "Dokument ",
      "Documento ",
      "____________");
  private static final int ENOUGH = 4;

  private final Origin origin;
  private final Optional<Instant> time;
  private final SourceOptions options;
  private final Remarks remarks;

  PressFile(Delivery delivery) {
    this.origin = delivery.origin();
    this.time = delivery.time();
    this.options = delivery.options();
    this.remarks = delivery.nest().remarks();
  }

  /// The articles; none where the file is one document.
  List<Capture> articles(byte[] given) {
    byte[] bytes = Utf8Stream.narrow(given);
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
    if (head.startsWith("{\\rtf")) {
      return parsed(bytes, Kind.RTF, new String(bytes, ISO_8859_1));
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return packed(bytes);
    }
    String start = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
    if (start.stripLeading().startsWith("<")) {
      return SIGNS.stream().anyMatch(head::contains) ? page(bytes) : List.of();
    }
    boolean isText = !ControlSigns.abound(head) && !start.startsWith("%PDF");
    return isText ? text(bytes) : List.of();
  }

  private List<Capture> packed(byte[] bytes) {
    Optional<Zip> zip = Zip.of(bytes);
    if (zip.isEmpty() || !zip.get().has("word/document.xml")) {
      return List.of();
    }
    try {
      byte[] plain = zip.get().repacked(options.maxBytes());
      return parsed(plain, Kind.DOCX, new String(plain, ISO_8859_1));
    } catch (Refusal e) {
      return List.of(); // is told when the document itself is opened
    }
  }

  private List<Capture> parsed(byte[] bytes, Kind kind, String raw) {
    if (!mayBeExport(raw)) {
      return List.of();
    }
    try {
      Contents contents =
          Isolation.open(new Parcel(kind, bytes, options.maxBytes()), options.maxTime());
      return contents instanceof Contents.Story story
          ? cut(PressLines.of(story.page()))
          : List.of();
    } catch (Refusal e) {
      return List.of(); // is told when the document itself is opened
    }
  }

  private static boolean mayBeExport(String raw) {
    int found = 0;
    for (String word : WORDS) {
      for (int at = raw.indexOf(word); at >= 0 && found < ENOUGH; at = raw.indexOf(word, at + 1)) {
        found++;
      }
    }
    return found >= ENOUGH;
  }

  private List<Capture> page(byte[] bytes) {
    Decoding decoding = Decoder.decode(bytes, Optional.empty());
    Page page = HtmlReader.open(
        Capture.of(origin, bytes),
        HtmlReader.reading("text/html", decoding),
        decoding.unscripted().reader(),
        Given.NOTHING);
    return page instanceof Page.Html html ? cut(PressLines.of(html.document())) : List.of();
  }

  private List<Capture> cut(List<String> lines) {
    Split split = split(lines);
    return split.layout().stream()
        .flatMap(layout -> split.parts().stream()
            .map(part -> capture(
                String.join("\n", lines.subList(part.start(), part.end())).getBytes(UTF_8),
                split.parts().indexOf(part) + 1,
                layout,
                "UTF-8")))
        .toList();
  }

  private List<Capture> text(byte[] bytes) {
    Decoding decoding = Decoder.decode(bytes, Optional.empty());
    List<String> lines = Arrays.asList(decoding.text().split("\n", -1));
    Split split = split(lines);
    if (split.layout().isEmpty()) {
      return List.of();
    }
    int[] starts = starts(bytes, lines.size());
    List<Capture> captures = new ArrayList<>();
    for (Part part : split.parts()) {
      byte[] piece = Arrays.copyOfRange(bytes, starts[part.start()], starts[part.end()]);
      captures.add(capture(
          piece, captures.size() + 1, split.layout().get(), decoding.charset().name()));
    }
    return captures;
  }

  private Split split(List<String> lines) {
    Split split = PressExport.split(lines);
    split.doubt().ifPresent(doubt -> remarks.say(origin, doubt));
    split
        .layout()
        .ifPresent(layout -> remarks.say(
            origin,
            "an export of a press database with " + split.parts().size() + " articles, "
                + layout.words()));
    return split;
  }

  /// Where each line begins, and where the last one ends.
  private static int[] starts(byte[] bytes, int lines) {
    int[] starts = new int[lines + 1];
    Arrays.fill(starts, bytes.length);
    starts[0] = 0;
    int line = 1;
    for (int i = 0; i < bytes.length && line < lines; i++) {
      if (bytes[i] == '\n') {
        starts[line++] = i + 1;
      }
    }
    return starts;
  }

  private Capture capture(byte[] piece, int number, Layout layout, String charset) {
    return new Capture(
        origin.member(Integer.toString(number)),
        piece,
        Optional.of(Label.with("text/plain; charset=" + charset, Label.LAYOUT, layout.name())),
        Optional.empty(),
        time);
  }
}
