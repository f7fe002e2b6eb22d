package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.TEXTLESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.pressmark.article.Capture;
import org.pressmark.article.Reading;

/// Opens documents that are no text: each in its limits of time, memory and depth.
final class Parcels {
  private final Capture capture;
  private final Format.Parcel format;
  private final long maxBytes;

  private Parcels(Capture capture, Format.Parcel format, long maxBytes) {
    this.capture = capture;
    this.format = format;
    this.maxBytes = maxBytes;
  }

  static Page open(Capture capture, Format.Parcel format, SourceOptions options) throws Refusal {
    Parcels parcel = new Parcels(capture, format, options.maxBytes());
    return Deadline.within(options.maxTime(), parcel::open);
  }

  private Page open() throws Refusal {
    return switch (format) {
      case PDF -> openPdf();
      case EML -> openMail();
      case DOCX, ODT, EPUB -> openDocument(zip().repacked(maxBytes));
      case DOC, RTF -> openDocument(capture.bytes());
    };
  }

  private Zip zip() {
    return Zip.of(capture.bytes()).orElseThrow();
  }

  private Page openDocument(byte[] bytes) throws Refusal {
    TikaReader.Parsed parsed =
        TikaReader.document(format, bytes, capture.url().orElse(""), maxBytes);
    return new Page.Html(
        capture, reading(List.of()), withText(parsed.body(), "has no text in it"), parsed.given());
  }

  private Page openPdf() throws Refusal {
    PdfReader pdf = PdfReader.read(capture.bytes(), maxBytes);
    Document document = PdfLayout.document(pdf.lines(), capture.url().orElse(""));
    return new Page.Html(
        capture,
        reading(pdf.notes()),
        withText(document, "has no text in it: its pages are pictures"),
        pdf.given());
  }

  private Reading reading(List<String> notes) {
    return new Reading(format.mediaType(), "", "", notes);
  }

  private static Document withText(Document document, String otherwise) throws Refusal {
    if (!document.hasText()) {
      throw new Refusal(TEXTLESS, otherwise);
    }
    return document;
  }

  /// The page of an e-mail is its longest part in HTML, or else in plain text: the other parts of
  /// most e-mails say the same in another form.
  private Page openMail() throws Refusal {
    byte[] bytes = Mailbox.letter(capture.bytes());
    Optional<SavedPage> saved = SavedPage.in(bytes);
    if (saved.isPresent()) {
      return saved.get().open(capture, format.mediaType());
    }
    TikaReader.Letter letter = TikaReader.letter(bytes, maxBytes);
    TikaReader.Part part = longest(letter, "text/html")
        .or(() -> longest(letter, "text/"))
        .orElseThrow(() -> new Refusal(TEXTLESS, "is an e-mail that has no text in it"));
    boolean isAscii = part.charset().equalsIgnoreCase("US-ASCII");
    Decoding decoding = Decoder.decode(
        part.bytes(),
        isAscii ? Optional.empty() : Optional.of("text/plain; charset=" + part.charset()));
    List<String> notes = new ArrayList<>(decoding.notes());
    if (letter.parts().size() > 1) {
      notes.add("of " + letter.parts().size() + " parts with text the longest was read");
    }
    Reading reading =
        new Reading(format.mediaType(), decoding.charset().name(), decoding.source(), notes);
    boolean isHtml = part.mediaType().toLowerCase(Locale.ROOT).startsWith("text/html");
    return isHtml
        ? HtmlReader.open(capture, reading, decoding.reader(), Given.of(letter.given()))
        : new Page.Flat(capture, reading, decoding.text(), letter.given());
  }

  private static Optional<TikaReader.Part> longest(TikaReader.Letter letter, String mediaType) {
    return letter.parts().stream()
        .filter(part -> part.mediaType().startsWith(mediaType))
        .filter(part -> part.bytes().length > 0)
        .reduce((one, other) -> other.bytes().length > one.bytes().length ? other : one);
  }
}
