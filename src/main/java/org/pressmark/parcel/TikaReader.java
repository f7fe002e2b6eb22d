package org.pressmark.parcel;

import static org.pressmark.article.Problem.Kind.ENCRYPTED;
import static org.pressmark.article.Problem.Kind.EXHAUSTING;
import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.pressmark.article.Field;
import org.pressmark.article.Refusal;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Reads documents of other programs through Apache Tika. All that is known of its parsers is in
/// here, and nothing of them is loaded before the first such document comes.
///
/// Every format has its parser named: none is looked for on the class path, no other program is
/// called, and what is embedded in a document (pictures, tables of other programs) stays closed.
final class TikaReader {
  private static final Map<Field, List<Property>> PROPERTIES = Map.of(
      Field.HEADLINE, List.of(TikaCoreProperties.TITLE),
      Field.AUTHOR, List.of(TikaCoreProperties.CREATOR),
      Field.DATE_PUBLISHED, List.of(TikaCoreProperties.CREATED),
      Field.DATE_MODIFIED, List.of(TikaCoreProperties.MODIFIED),
      Field.IN_LANGUAGE, List.of(TikaCoreProperties.LANGUAGE),
      Field.PUBLISHER, List.of(TikaCoreProperties.PUBLISHER),
      Field.DESCRIPTION, List.of(TikaCoreProperties.DESCRIPTION),
      Field.KEYWORDS, List.of(Office.KEYWORDS, TikaCoreProperties.SUBJECT));

  private static final Map<Field, List<Property>> HEADERS = Map.of(
      Field.HEADLINE, List.of(TikaCoreProperties.TITLE),
      Field.AUTHOR, List.of(Message.MESSAGE_FROM_NAME, Message.MESSAGE_FROM_EMAIL),
      Field.DATE_PUBLISHED, List.of(TikaCoreProperties.CREATED));

  // What the JDK's messages begin with when one of its limits for XML is reached.
  private static final String XML_LIMIT = "JAXP0001";

  // In the file that a browser saves of a page: an e-mail that nobody sent.
  private static final String SAVED_FROM =
      Message.MESSAGE_RAW_HEADER_PREFIX + "Snapshot-Content-Location";

  private final Metadata metadata = new Metadata();
  private final XhtmlTree tree;

  private TikaReader(long maxBytes) {
    tree = new XhtmlTree(maxBytes);
  }

  static Contents document(Parcel.Kind kind, byte[] bytes, long maxBytes) throws Refusal {
    TikaReader reader = new TikaReader(maxBytes);
    reader.parse(parser(kind), bytes, new Closed());
    return new Contents.Story(reader.tree.document(), reader.given(PROPERTIES), List.of());
  }

  static Contents letter(byte[] bytes, long maxBytes) throws Refusal {
    TikaReader reader = new TikaReader(maxBytes);
    RFC822Parser parser = new RFC822Parser();
    parser.setExtractAllAlternatives(true);
    Letters letters = new Letters();
    reader.parse(parser, bytes, letters);
    Map<Field, List<String>> given = Optional.ofNullable(reader.metadata.get(SAVED_FROM))
        .map(address -> Map.of(Field.URL, List.of(address)))
        .orElseGet(() -> reader.given(HEADERS));
    return new Contents.Letter(letters.parts, given);
  }

  private static Parser parser(Parcel.Kind kind) {
    return switch (kind) {
      case DOCX -> new OOXMLParser();
      case DOC -> new OfficeParser();
      case ODT -> new OpenDocumentParser();
      case RTF -> new RTFParser();
      case EPUB -> new EpubParser();
      case PDF, EML -> throw new IllegalArgumentException(kind + " has a reader of its own");
    };
  }

  private void parse(Parser parser, byte[] bytes, EmbeddedDocumentExtractor embedded)
      throws Refusal {
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, embedded);
    context.set(OfficeParserConfig.class, office());
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      parser.parse(in, tree, metadata, context);
    } catch (EncryptedDocumentException e) {
      throw new Refusal(ENCRYPTED, "is protected with a password");
    } catch (TikaException | SAXException | IOException e) {
      if (!tree.isFull()) {
        throw refusal(e);
      }
    }
    if (tree.isFull()) {
      throw new Refusal(OVERSIZED, "has more text than the limit allows");
    }
  }

  private static OfficeParserConfig office() {
    OfficeParserConfig office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    office.setIncludeHeadersAndFooters(false);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    return office;
  }

  /// By what the innermost of the exceptions says that Tika wraps into each other.
  private static Refusal refusal(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = Optional.ofNullable(root.getMessage()).orElse(root.toString());
    return reason.startsWith(XML_LIMIT)
        ? new Refusal(EXHAUSTING, "is nested deeper, or has more in it, than any document")
        : new Refusal(MALFORMED, "is broken: " + reason);
  }

  private Map<Field, List<String>> given(Map<Field, List<Property>> names) {
    Map<Field, List<String>> given = new EnumMap<>(Field.class);
    names.forEach((field, properties) -> properties.stream()
        .map(this::values)
        .filter(values -> !values.isEmpty())
        .findFirst()
        .ifPresent(values -> given.put(field, values)));
    return given;
  }

  private List<String> values(Property property) {
    return Stream.of(metadata.getValues(property))
        .filter(value -> !value.isBlank())
        .toList();
  }

  /// Opens nothing that is embedded.
  private static final class Closed implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }

  /// Collects the parts of an e-mail that are text and were not attached as files.
  private static final class Letters implements EmbeddedDocumentExtractor {
    final List<Contents.Part> parts = new ArrayList<>();

    @Override
    public boolean shouldParseEmbedded(Metadata part) {
      String disposition =
          Optional.ofNullable(part.get(Metadata.CONTENT_DISPOSITION)).orElse("");
      return mediaType(part).startsWith("text/") && !disposition.startsWith("attachment");
    }

    @Override
    public void parseEmbedded(
        InputStream in, ContentHandler handler, Metadata part, boolean outputHtml)
        throws IOException {
      String charset = Optional.ofNullable(part.get(Metadata.CONTENT_ENCODING)).orElse("US-ASCII");
      parts.add(new Contents.Part(mediaType(part), charset, in.readAllBytes()));
    }

    private static String mediaType(Metadata part) {
      return Optional.ofNullable(part.get(Metadata.CONTENT_TYPE)).orElse("");
    }
  }
}
