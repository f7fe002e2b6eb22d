package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// One tiny document of each format, written here.
final class Samples {
  /// What parsers say of broken documents on the way. A logger is forgotten if nobody holds it.
  private static final Logger PARSERS = Logger.getLogger("org.apache");

  private Samples() {}

  /// Keeps the parsers' own complaints out of the output of the tests.
  static void hushParsers() {
    PARSERS.setLevel(Level.OFF);
  }

  static byte[] docx(String body) throws IOException {
    return zip(
        Map.entry("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels"
              ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Default Extension="png" ContentType="image/png"/>
            <Override PartName="/docProps/core.xml"
              ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            <Override PartName="/word/styles.xml" ContentType=
              "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
            <Override PartName="/word/document.xml" ContentType=
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>"""),
        Map.entry("_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Target="word/document.xml" Type=
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
            <Relationship Id="rId2" Target="docProps/core.xml" Type=
              "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>
            </Relationships>"""),
        Map.entry("word/_rels/document.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Target="styles.xml" Type=
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
            <Relationship Id="rId2" Target="media/pier.png" Type=
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>
            </Relationships>"""),
        Map.entry("word/styles.xml", """
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
            </w:styles>"""),
        Map.entry("word/media/pier.png", "no picture"),
        Map.entry("docProps/core.xml", """
            <cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Storm hits the coast</dc:title>
            <dc:creator>Ada Roth</dc:creator>
            <dcterms:created xsi:type="dcterms:W3CDTF">2024-05-03T08:15:00Z</dcterms:created>
            </cp:coreProperties>"""),
        Map.entry(
            "word/document.xml",
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                + "<w:body>"
                + body
                + "</w:body></w:document>"));
  }

  /// A paragraph of a [#docx(String)].
  static String paragraph(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val='"
        + style
        + "'/></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  static byte[] odt(String body) throws IOException {
    return zip(
        Map.entry("mimetype", "application/vnd.oasis.opendocument.text"),
        Map.entry("meta.xml", """
            <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>
            <dc:title>Storm hits the coast</dc:title>
            <meta:initial-creator>Ada Roth</meta:initial-creator>
            <meta:creation-date>2024-05-03T08:15:00</meta:creation-date>
            </office:meta></office:document-meta>"""),
        Map.entry(
            "content.xml", """
            <office:document-content xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
              xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">
            <office:body><office:text>""" + body + "</office:text></office:body></office:document-content>"));
  }

  static byte[] epub(String chapter) throws IOException {
    return zip(
        Map.entry("mimetype", "application/epub+zip"),
        Map.entry("META-INF/container.xml", """
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
            <rootfiles><rootfile full-path="book.opf"
              media-type="application/oebps-package+xml"/></rootfiles></container>"""),
        Map.entry("book.opf", """
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>Storm hits the coast</dc:title><dc:creator>Ada Roth</dc:creator>
            <dc:language>en</dc:language></metadata>
            <manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
            <spine><itemref idref="one"/></spine></package>"""),
        Map.entry(
            "one.xhtml",
            "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>One</title></head><body>"
                + chapter
                + "</body></html>"));
  }

  static byte[] rtf() {
    return ("{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Storm hits the coast}{\\author Ada Roth}}"
            + "\\pard The storm came at night.\\par\\pard It tore the caf\\'e9 roof off.\\par}")
        .getBytes(UTF_8);
  }

  /// @param pages the lines of each page, `# ` before a headline, `\t` before an indented line
  @SafeVarargs
  static byte[] pdf(String password, List<String>... pages) throws IOException {
    PDType1Font plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle("Storm hits the coast");
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          float y = 740;
          for (String line : lines) {
            boolean isHeadline = line.startsWith("# ");
            out.beginText();
            out.setFont(plain, isHeadline ? 20 : 11);
            out.newLineAtOffset(line.startsWith("\t") ? 90 : 72, y);
            out.showText(isHeadline ? line.substring(2) : line.strip());
            out.endText();
            y -= isHeadline ? 30 : 14;
          }
        }
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  static String mail(String rest) {
    return """
        Received: from desk.coast.example
        From: =?utf-8?Q?Ada_R=C3=B6th?= <ada@coast.example>
        To: desk@coast.example
        Subject: =?utf-8?B?U3TDvHJt?= at sea
        Date: Fri, 03 May 2024 08:15:00 +0200
        MIME-Version: 1.0
        """ + rest;
  }

  @SafeVarargs
  static byte[] zip(Map.Entry<String, String>... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
