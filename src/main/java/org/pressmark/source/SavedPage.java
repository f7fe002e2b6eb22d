package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Reading;
import org.pressmark.article.Refusal;
import org.pressmark.source.text.Decoder;
import org.pressmark.source.text.Decoding;

/// A page as a browser saves it with all that it shows, in one file: an e-mail that nobody sent, of
/// the page, its frames, its pictures (MHTML, RFC 2557).
///
/// Read is the page: the part that was retrieved from the address that the file is of, or the first
/// page in it where none is. No picture is unpacked.
final class SavedPage {
  private static final int HEAD = 1 << 14; // bytes
  private static final String SNAPSHOT = "snapshot-content-location:";

  private final String address;
  private Optional<Part> root = Optional.empty();

  private record Part(byte[] html, String charset, String location) {}

  private SavedPage(String address) {
    this.address = address;
  }

  /// The page in these bytes, if they are an e-mail of that kind.
  static Optional<SavedPage> in(byte[] bytes) throws Refusal {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
    List<String> headers = headers(head);
    String address = value(headers, SNAPSHOT);
    String from = value(headers, "from:").toLowerCase(Locale.ROOT);
    boolean isSaved =
        !address.isEmpty() || from.contains("<saved by") || from.contains("saved by ");
    if (!isSaved) {
      return Optional.empty();
    }
    SavedPage page = new SavedPage(address);
    page.read(bytes);
    return page.root.isPresent() ? Optional.of(page) : Optional.empty();
  }

  /// Where and when the page was retrieved that these bytes are; empty where they are none.
  static Optional<SavedFrom> origin(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
    if (!head.regionMatches(true, 0, "from:", 0, 5)
        && !head.toLowerCase(Locale.ROOT).contains(SNAPSHOT)) {
      return Optional.empty();
    }
    List<String> headers = headers(head);
    String address = value(headers, SNAPSHOT);
    return SavedFrom.of(address, value(headers, "date:"));
  }

  Page open(Capture capture, String mediaType) {
    Part part = root.orElseThrow();
    Decoding decoding = Decoder.decode(
        part.html,
        part.charset.isEmpty()
            ? Optional.empty()
            : Optional.of("text/html; charset=" + part.charset));
    Reading reading = HtmlReader.reading(mediaType, decoding);
    String base = address.isEmpty() ? part.location : address;
    Given given = base.isEmpty() ? Given.NOTHING : Given.of(Map.of(Field.URL, List.of(base)));
    return HtmlReader.open(capture, reading, decoding, given, base);
  }

  /// The headers of the file itself, each in one line, without those of its parts.
  private static List<String> headers(String head) {
    List<String> headers = new ArrayList<>();
    for (String line : head.lines().toList()) {
      if (line.isEmpty()) {
        break;
      }
      boolean isFolded = !headers.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
      if (isFolded) {
        headers.add(headers.removeLast() + " " + line.strip());
      } else {
        headers.add(line);
      }
    }
    return headers;
  }

  private static String value(List<String> headers, String name) {
    return headers.stream()
        .filter(header -> header.regionMatches(true, 0, name, 0, name.length()))
        .map(header -> header.substring(name.length()).strip())
        .findFirst()
        .orElse("");
  }

  private void read(byte[] bytes) throws Refusal {
    MimeTokenStream mime = new MimeTokenStream(MimeConfig.custom()
        .setMaxLineLen(-1)
        .setMaxHeaderLen(1 << 20)
        .setMaxHeaderCount(10_000)
        .build());
    mime.parse(new ByteArrayInputStream(bytes));
    String location = "";
    try {
      boolean found = false;
      for (EntityState state = mime.getState();
          !found && state != EntityState.T_END_OF_STREAM;
          state = mime.next()) {
        if (state == EntityState.T_START_HEADER) {
          location = "";
        } else if (state == EntityState.T_FIELD
            && mime.getField().getName().equalsIgnoreCase("Content-Location")) {
          location = mime.getField().getBody().strip();
        } else if (state == EntityState.T_BODY) {
          found = take(mime, location);
        }
      }
    } catch (MimeException | IOException e) {
      if (root.isEmpty()) {
        throw new Refusal(MALFORMED, "is broken: " + e.getMessage());
      }
    }
  }

  /// Whether this is the part that is looked for.
  private boolean take(MimeTokenStream mime, String location) throws IOException {
    BodyDescriptor body = mime.getBodyDescriptor();
    String type = String.valueOf(body.getMimeType()).toLowerCase(Locale.ROOT);
    boolean isPage = type.equals("text/html") || type.equals("application/xhtml+xml");
    boolean isIt = !address.isEmpty() && location.equals(address);
    if (!isPage || (root.isPresent() && !isIt)) {
      return false;
    }
    String charset = String.valueOf(body.getCharset());
    boolean isDeclared = body.getCharset() != null && !charset.equalsIgnoreCase("us-ascii");
    root = Optional.of(
        new Part(mime.getDecodedInputStream().readAllBytes(), isDeclared ? charset : "", location));
    return isIt;
  }
}
