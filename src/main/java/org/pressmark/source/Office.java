package org.pressmark.source;

import java.util.Optional;
import org.pressmark.parcel.Parcel.Kind;

/// Tells documents from other files in the containers that office programs use.
final class Office {
  private Office() {}

  /// By the parts of a zip file.
  static Format inZip(byte[] bytes) {
    Optional<Zip> zip = Zip.of(bytes);
    if (zip.isEmpty()) {
      return new Format.Broken(
          "is a zip file, or a document in one, and its end is missing: it was cut off");
    }
    Zip parts = zip.get();
    String type = parts.mimeType();
    if (type.startsWith("application/vnd.oasis.opendocument.text")) {
      return new Format.Parcel(Kind.ODT);
    }
    if (type.equals("application/epub+zip") || parts.has("META-INF/container.xml")) {
      return new Format.Parcel(Kind.EPUB);
    }
    if (parts.has("[Content_Types].xml")) {
      return inPackage(parts);
    }
    return new Format.Foreign("a zip archive; unpack it first");
  }

  private static Format inPackage(Zip parts) {
    if (parts.hasFolder("word")) {
      return new Format.Parcel(Kind.DOCX);
    }
    if (parts.hasFolder("xl")) {
      return new Format.Foreign("a spreadsheet");
    }
    return new Format.Foreign(parts.hasFolder("ppt") ? "a presentation" : "an Office file");
  }

  /// By the names in the directory of a compound file (MS-CFB, 2.6.1), which are in UTF-16.
  static Format inCompoundFile(String file) {
    if (file.contains(wide("WordDocument")) || file.contains(wide("EncryptedPackage"))) {
      return new Format.Parcel(Kind.DOC);
    }
    return new Format.Foreign("an old Office file, but not a Word document");
  }

  private static String wide(String name) {
    StringBuilder wide = new StringBuilder();
    name.chars().forEach(sign -> wide.append((char) sign).append('\0'));
    return wide.toString();
  }
}
