package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.BINARY;
import static org.pressmark.article.Problem.Kind.EMPTY;
import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Capture;
import org.pressmark.article.Refusal;
import org.pressmark.source.press.PressExport;
import org.pressmark.source.text.ControlSigns;
import org.pressmark.source.text.Decoder;
import org.pressmark.source.text.Decoding;
import org.pressmark.source.text.Markup;
import org.pressmark.source.unpack.Packing;
import org.pressmark.source.unpack.TornException;

/// Opens captures: finds out what the bytes are and how they are encoded, and parses them.
///
/// The content decides, then the name, then what a server said: a PDF named `.txt` is a PDF, and a
/// text with torn tags in it is a text.
public final class Pages {
  private static final Set<String> HTML_NAMES = Set.of("html", "htm", "xhtml", "xht", "shtml");

  // How many bytes are looked at to tell what a text is.
  private static final int BEGINNING = 1 << 13;
  private static final String NO_TEXT = "is neither text nor a format that has text in it";

  private final SourceOptions options;

  public Pages(SourceOptions options) {
    this.options = options;
  }

  /// Safe for use by many threads at once. Never throws for what is in the bytes, unless they take
  /// more memory than Java was given: an [OutOfMemoryError] is the caller's to answer, who knows
  /// whether to try again.
  public Page open(Capture capture) {
    try {
      return read(capture);
    } catch (Refusal refusal) {
      return new Page.Unreadable(capture, refusal.problem());
    } catch (StackOverflowError e) {
      return new Page.Unreadable(capture, Refusal.of(e).problem());
    }
  }

  private Page read(Capture capture) throws Refusal {
    Optional<String> torn = Label.find(capture.mediaType(), Label.BROKEN);
    if (torn.isPresent()) {
      throw new Refusal(MALFORMED, torn.get());
    }
    int length = capture.bytes().length;
    if (length == 0) {
      throw new Refusal(EMPTY, "has no bytes");
    }
    if (length > options.maxBytes()) {
      throw new Refusal(OVERSIZED, length + " bytes; the limit is " + options.maxBytes());
    }
    return switch (Format.of(capture)) {
      case Format.Text text -> openText(capture);
      case Format.Parcel parcel -> Parcels.open(capture, parcel.kind(), options);
      case Format.Broken broken -> throw new Refusal(MALFORMED, broken.what());
      case Format.Foreign foreign -> throw refusal(capture, foreign);
    };
  }

  private Refusal refusal(Capture capture, Format.Foreign foreign) {
    Optional<TornException> torn = Packing.of(capture.bytes())
        .flatMap(packing -> packing.damage(capture.bytes(), options.maxBytes()));
    return torn.map(damage -> new Refusal(damage.problem()))
        .orElseGet(() -> new Refusal(BINARY, "is " + foreign.name()));
  }

  private static Page openText(Capture capture) throws Refusal {
    Decoding decoding = Decoder.decode(capture.bytes(), capture.mediaType());
    String beginning = decoding.beginning(BEGINNING);
    if (ControlSigns.abound(beginning)) {
      throw new Refusal(BINARY, NO_TEXT);
    }
    if (FeedEntry.isDeclared(declared(capture))) {
      Optional<Page> entry = FeedEntry.open(capture, decoding);
      if (entry.isPresent()) {
        return entry.get();
      }
    }
    Optional<PressExport.Layout> layout =
        Label.find(capture.mediaType(), Label.LAYOUT).flatMap(PressExport.Layout::of);
    if (layout.isPresent()) {
      return PressArticle.open(capture, decoding, layout.get());
    }
    return Markup.isPage(beginning) ? html(capture, decoding) : openPlain(capture, decoding);
  }

  private static Page openPlain(Capture capture, Decoding decoding) throws Refusal {
    String text = decoding.text();
    if (text.isBlank()) {
      throw new Refusal(EMPTY, "has nothing but white space");
    }
    if (ControlSigns.abound(text)) {
      throw new Refusal(BINARY, NO_TEXT);
    }
    String extension = FileName.extension(capture.origin());
    String declared = declared(capture);
    if (isJson(extension, declared)) {
      return JsonRecord.open(capture, decoding);
    }
    boolean isNamedHtml = HTML_NAMES.contains(extension) || declared.contains("html");
    if (Markup.isPiece(text) || (isNamedHtml && Markup.hasElement(text))) {
      return html(capture, decoding);
    }
    if (text.stripLeading().startsWith("{") && JsonRecord.isIn(text)) {
      return JsonRecord.open(capture, decoding);
    }
    String mediaType = extension.equals("md") ? "text/markdown" : "text/plain";
    return new Page.Flat(capture, HtmlReader.reading(mediaType, decoding), text, Map.of());
  }

  private static Page html(Capture capture, Decoding decoding) {
    String beginning = decoding.beginning(512).toLowerCase(Locale.ROOT);
    String mediaType = "text/html";
    if (beginning.startsWith("<?xml")) {
      mediaType = beginning.contains("<html") ? "application/xhtml+xml" : "application/xml";
    }
    return HtmlReader.open(
        capture,
        HtmlReader.reading(mediaType, decoding),
        decoding,
        Given.NOTHING,
        capture.url().orElse(""));
  }

  private static boolean isJson(String extension, String declared) {
    return Set.of("json", "jsonl", "ndjson").contains(extension)
        || declared.endsWith("/json")
        || declared.endsWith("+json");
  }

  /// The declared media type without parameters, in lower case; empty where none is.
  private static String declared(Capture capture) {
    Optional<String> declared = capture.mediaType();
    return declared
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
