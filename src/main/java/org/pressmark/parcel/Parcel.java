package org.pressmark.parcel;

import org.pressmark.article.Refusal;

/// A document that is no text, to be opened by a parser of its own.
///
/// @param maxBytes how much text is taken out of it
public record Parcel(Kind kind, byte[] bytes, long maxBytes) {
  /// The formats that are known, by their media types.
  public enum Kind {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    DOC("application/msword"),
    ODT("application/vnd.oasis.opendocument.text"),
    RTF("application/rtf"),
    EPUB("application/epub+zip"),
    EML("message/rfc822");

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /// Opens it here, in this process and on this thread, for as long as it takes.
  Contents open() throws Refusal {
    return switch (kind) {
      case PDF -> PdfReader.read(bytes, maxBytes);
      case DOCX, DOC, ODT, RTF, EPUB -> TikaReader.document(kind, bytes, maxBytes);
      case EML -> TikaReader.letter(bytes, maxBytes);
    };
  }
}
