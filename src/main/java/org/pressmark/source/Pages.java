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
import org.pressmark.article.Problem;

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

  /// Safe for use by many threads at once. Never throws for what is in the bytes.
  public Page open(Capture capture) {
    int length = capture.bytes().length;
    if (length == 0) {
      return unreadable(capture, EMPTY, "has no bytes");
    }
    if (length > options.maxBytes()) {
      return unreadable(capture, OVERSIZED, length + " bytes; the limit is " + options.maxBytes());
    }
    return switch (Format.of(capture)) {
      case Format.Text text -> openText(capture);
      case Format.Parcel parcel -> Parcels.open(capture, parcel, options);
      case Format.Broken broken -> unreadable(capture, MALFORMED, broken.what());
      case Format.Foreign foreign -> unreadable(capture, BINARY, "is " + foreign.name());
    };
  }

  private Page openText(Capture capture) {
    Decoding decoding = Decoder.decode(capture.bytes(), capture.mediaType());
    String beginning = decoding.beginning(BEGINNING);
    if (ControlSigns.abound(beginning)) {
      return unreadable(capture, BINARY, NO_TEXT);
    }
    return Markup.isPage(beginning) ? html(capture, decoding) : openPlain(capture, decoding);
  }

  private Page openPlain(Capture capture, Decoding decoding) {
    String text = decoding.text();
    if (text.isBlank()) {
      return unreadable(capture, EMPTY, "has nothing but white space");
    }
    if (ControlSigns.abound(text)) {
      return unreadable(capture, BINARY, NO_TEXT);
    }
    String extension = FileName.extension(capture.origin().path());
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
    boolean isXml = decoding.beginning(64).startsWith("<?xml");
    String mediaType = isXml ? "application/xhtml+xml" : "text/html";
    return HtmlReader.open(
        capture, HtmlReader.reading(mediaType, decoding), decoding.reader(), Map.of());
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

  private static Page unreadable(Capture capture, Problem.Kind kind, String why) {
    return new Page.Unreadable(capture, new Problem(kind, why));
  }
}
