package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.TEXTLESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.pressmark.article.Capture;
import org.pressmark.article.Reading;
import org.pressmark.article.Refusal;
import org.pressmark.parcel.Contents;
import org.pressmark.parcel.Deadline;
import org.pressmark.parcel.Isolation;
import org.pressmark.parcel.Parcel;
import org.pressmark.parcel.Parcel.Kind;
import org.pressmark.source.text.Decoder;
import org.pressmark.source.text.Decoding;

/// Opens documents that are no text as pages.
final class Parcels {
  private final Capture capture;
  private final Kind kind;
  private final SourceOptions options;

  private Parcels(Capture capture, Kind kind, SourceOptions options) {
    this.capture = capture;
    this.kind = kind;
    this.options = options;
  }

  static Page open(Capture capture, Kind kind, SourceOptions options) throws Refusal {
    return new Parcels(capture, kind, options).open();
  }

  private Page open() throws Refusal {
    if (kind == Kind.EML) {
      byte[] bytes = Mailbox.letter(capture.bytes());
      Optional<SavedPage> saved = Deadline.within(options.maxTime(), () -> SavedPage.in(bytes));
      return saved.isPresent()
          ? saved.get().open(capture, kind.mediaType())
          : page(contents(bytes));
    }
    return page(contents(isZipped() ? zip().repacked(options.maxBytes()) : capture.bytes()));
  }

  private boolean isZipped() {
    return switch (kind) {
      case DOCX, ODT, EPUB -> true;
      case PDF, DOC, RTF, EML -> false;
    };
  }

  private Zip zip() {
    return Zip.of(capture.bytes()).orElseThrow();
  }

  private Contents contents(byte[] bytes) throws Refusal {
    return Isolation.open(new Parcel(kind, bytes, options.maxBytes()), options.maxTime());
  }

  private Page page(Contents contents) throws Refusal {
    return switch (contents) {
      case Contents.Story story -> page(story);
      case Contents.Letter letter -> page(letter);
    };
  }

  private Page page(Contents.Story story) throws Refusal {
    Document page = story.page();
    if (!page.hasText()) {
      throw new Refusal(
          TEXTLESS,
          kind == Kind.PDF ? "has no text in it: its pages are pictures" : "has no text in it");
    }
    capture.url().ifPresent(page::setBaseUri);
    Reading reading = new Reading(kind.mediaType(), "", "", story.notes());
    return new Page.Html(capture, reading, page, story.given());
  }

  /// The page of an e-mail is its longest part in HTML, or else in plain text: the other parts of
  /// most e-mails say the same in another form.
  private Page page(Contents.Letter letter) throws Refusal {
    Contents.Part part = longest(letter, "text/html")
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
        new Reading(kind.mediaType(), decoding.charset().name(), decoding.source(), notes);
    boolean isHtml = part.mediaType().toLowerCase(Locale.ROOT).startsWith("text/html");
    return isHtml
        ? HtmlReader.open(capture, reading, decoding.reader(), Given.of(letter.given()))
        : new Page.Flat(capture, reading, decoding.text(), letter.given());
  }

  private static Optional<Contents.Part> longest(Contents.Letter letter, String mediaType) {
    return letter.parts().stream()
        .filter(part -> part.mediaType().startsWith(mediaType))
        .filter(part -> part.bytes().length > 0)
        .reduce((one, other) -> other.bytes().length > one.bytes().length ? other : one);
  }
}
