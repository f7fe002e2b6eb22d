package org.pressmark.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pressmark.article.Capture;
import org.pressmark.parcel.Parcel.Kind;

/// What some bytes are, by the signs that formats begin with.
sealed interface Format {
  /// Text of any kind.
  record Text() implements Format {}

  /// A format that has no story in it, in words: `a PNG image`.
  record Foreign(String name) implements Format {}

  /// A known format that is broken, in words.
  record Broken(String what) implements Format {}

  /// A document that is no text, to be opened by a parser of its own.
  record Parcel(Kind kind) implements Format {}

  /// Bytes, as ISO 8859-1, that stand at the beginning of a format, or at a fixed place near it.
  record Sign(String bytes, int offset, Format format) {
    boolean isIn(String head) {
      return head.startsWith(bytes, offset);
    }
  }

  List<Sign> SIGNS = List.of(
      sign("{\\rtf", new Parcel(Kind.RTF)),
      sign("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", new Parcel(Kind.DOC)),
      foreign("\u0089PNG\r\n", "a PNG image"),
      foreign("\u00FF\u00D8\u00FF", "a JPEG image"),
      foreign("GIF87a", "a GIF image"),
      foreign("GIF89a", "a GIF image"),
      new Sign("WEBP", 8, new Foreign("a WebP image")),
      new Sign("AVI ", 8, new Foreign("a video")),
      new Sign("WAVE", 8, new Foreign("a sound")),
      new Sign("ftyp", 4, new Foreign("a video, a sound or an image (ISO base media)")),
      foreign("ID3", "a sound (MP3)"),
      foreign("OggS", "a sound or a video (Ogg)"),
      foreign("\u001AE\u00DF\u00A3", "a video (Matroska)"),
      foreign("wOFF", "a font"),
      foreign("wOF2", "a font"),
      foreign("\u001F\u008B", "a gzip file inside another; unpack it once more"),
      foreign("BZh", "a bzip2 file inside another packed file; unpack it once more"),
      foreign("\u00FD7zXZ", "an xz file inside another packed file; unpack it once more"),
      foreign("(\u00B5/\u00FD", "a zstd file inside another packed file; unpack it once more"),
      foreign("7z\u00BC\u00AF", "a 7z archive; unpack it first"),
      foreign("Rar!", "a RAR archive; unpack it first"),
      new Sign("ustar", 257, new Foreign("a tar archive; unpack it first")),
      foreign("\u007FELF", "a program"),
      foreign("SQLite format 3", "an SQLite database"),
      foreign("PAR1", "a Parquet table"),
      foreign("WARC/1.", "a web archive (WARC)"),
      foreign("%!PS", "a PostScript document; turn it into a PDF first"));

  static Format of(Capture capture) {
    byte[] bytes = capture.bytes();
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    for (Sign sign : SIGNS) {
      if (sign.isIn(head)) {
        return sign.format;
      }
    }
    // The mark of a PDF may have other bytes before it (ISO 32000-1, H.3.4.1), but a page or a text
    // that shows it hardly begins with it.
    if (head.contains("%PDF-") && !head.stripLeading().startsWith("<")) {
      return new Parcel(Kind.PDF);
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return Office.inZip(bytes);
    }
    if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return Office.inCompoundFile(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    int separator = head.startsWith("From ") ? Mailbox.separator(bytes) : 0;
    boolean isMail = separator > 0
        ? Mail.isIn(head.substring(Math.min(separator, head.length())), "eml")
        : Mail.isIn(head, FileName.extension(capture.origin()));
    return isMail ? new Parcel(Kind.EML) : new Text();
  }

  private static Sign sign(String bytes, Format format) {
    return new Sign(bytes, 0, format);
  }

  private static Sign foreign(String bytes, String name) {
    return new Sign(bytes, 0, new Foreign(name));
  }
}
