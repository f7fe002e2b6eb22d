package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.source.text.Bom;
import org.pressmark.source.text.Decoder;

/// Finds the entries of a feed: RSS 0.9 to 2.0, RDF, Atom.
///
/// An entry's capture is the entry as it stands in the file, from `<item` to `</item>`, so that the
/// same entry, found again in tomorrow's feed, is the same document. What the feed says of all of
/// its entries (its name, its language, where its links start from) goes with it as a [Label].
///
/// Nothing is looked up that a document type declares, neither in the file nor elsewhere.
final class FeedFile {
  static final String RSS = "application/rss+xml";
  static final String ATOM = "application/atom+xml";

  private static final int ROOT_WITHIN = 1 << 14; // bytes
  private static final int LONGEST_PREAMBLE = 1 << 16; // signs

  private final Origin origin;
  private final Optional<Instant> time;

  private record Part(int start, int end, boolean isWhole) {}

  FeedFile(Delivery delivery) {
    this.origin = delivery.origin();
    this.time = delivery.time();
  }

  /// The entries in a file; none where it is no feed, or one without entries.
  List<Capture> entries(byte[] bytes) {
    byte[] narrow = narrow(bytes);
    String head = new String(narrow, 0, Math.min(narrow.length, ROOT_WITHIN), ISO_8859_1);
    int root = root(head);
    Optional<String> mediaType = root < 0 ? Optional.empty() : mediaType(head, root);
    if (mediaType.isEmpty()) {
      return List.of();
    }
    String entry = mediaType.get().equals(ATOM) ? "entry" : "item";
    List<Part> parts = parts(new String(narrow, ISO_8859_1), entry, root);
    return parts.isEmpty() ? List.of() : captures(parts, narrow, mediaType.get(), root);
  }

  private static byte[] narrow(byte[] bytes) {
    boolean isWide = bytes.length > 3
        && (bytes[0] == 0
            || bytes[1] == 0
            || Bom.of(bytes).filter(bom -> bom != Bom.UTF_8).isPresent());
    return isWide ? Decoder.decode(bytes, Optional.empty()).text().getBytes(UTF_8) : bytes;
  }

  /// Where the outermost element begins, behind declarations and comments; -1 where none does.
  private static int root(String head) {
    int at = head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    while (at < head.length()) {
      if (head.charAt(at) <= ' ') {
        at++;
      } else if (head.startsWith("<?", at)) {
        at = behind(head, "?>", at);
      } else if (head.startsWith("<!--", at)) {
        at = behind(head, "-->", at);
      } else if (head.startsWith("<!", at)) {
        at = endOfType(head, at);
      } else {
        return head.charAt(at) == '<' ? at : -1;
      }
    }
    return -1;
  }

  private static int behind(String text, String sign, int from) {
    int at = text.indexOf(sign, from);
    return at < 0 ? text.length() : at + sign.length();
  }

  private static int endOfType(String text, int from) {
    int end = text.indexOf('>', from);
    int subset = text.indexOf('[', from);
    return subset >= 0 && subset < end
        ? behind(text, ">", Math.max(0, text.indexOf(']', subset)))
        : behind(text, ">", from);
  }

  private static Optional<String> mediaType(String head, int root) {
    String name = localName(head, root + 1).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "rss" -> Optional.of(RSS);
      case "rdf" ->
        Optional.of(RSS)
            .filter(rss -> head.contains("purl.org/rss/") || head.contains("my.netscape.com/rdf"));
      case "feed" ->
        Optional.of(ATOM)
            .filter(
                atom -> head.contains("www.w3.org/2005/Atom") || head.contains("purl.org/atom"));
      default -> Optional.empty();
    };
  }

  /// `entry` of `<atom:entry xml:lang="en">`.
  private static String localName(String text, int start) {
    int end = start;
    int name = start;
    while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0 && end - start < 64) {
      name = text.charAt(end) == ':' ? end + 1 : name;
      end++;
    }
    return text.substring(Math.min(name, end), end);
  }

  /// @param text a sign for each byte: in all charsets that feeds come in, XML's own are ASCII
  private static List<Part> parts(String text, String entry, int root) {
    List<Part> parts = new ArrayList<>();
    int start = -1;
    int at = text.indexOf('<', root + 1);
    while (at >= 0) {
      int next = at + 1;
      if (text.startsWith("<!--", at)) {
        next = behind(text, "-->", at);
      } else if (text.startsWith("<![CDATA[", at)) {
        next = behind(text, "]]>", at);
      } else if (text.startsWith("</", at)) {
        if (start >= 0 && localName(text, at + 2).equals(entry)) {
          next = behind(text, ">", at);
          parts.add(new Part(start, next, true));
          start = -1;
        }
      } else if (localName(text, next).equals(entry)) {
        if (start >= 0) {
          parts.add(new Part(start, at, false)); // the one before was never closed
        }
        start = at;
      }
      at = text.indexOf('<', next);
    }
    if (start >= 0) {
      parts.add(new Part(start, text.length(), false));
    }
    return parts;
  }

  private List<Capture> captures(List<Part> parts, byte[] bytes, String mediaType, int root) {
    Charset charset = Decoder.decode(bytes, Optional.empty()).charset();
    String labelled = labelled(
        mediaType + "; charset=" + charset.name(),
        preamble(bytes, root, parts.getFirst().start, charset));
    List<Capture> captures = new ArrayList<>();
    for (Part part : parts) {
      String declared = part.isWhole
          ? labelled
          : Label.with(labelled, Label.BROKEN, "is an entry of a feed that breaks off");
      captures.add(new Capture(
          origin.member(Integer.toString(captures.size() + 1)),
          Arrays.copyOfRange(bytes, part.start, part.end),
          Optional.of(declared),
          Optional.empty(),
          time));
    }
    return captures;
  }

  /// What stands before the first entry.
  private static Document preamble(byte[] bytes, int root, int first, Charset charset) {
    int end = Math.min(first, root + LONGEST_PREAMBLE);
    return Jsoup.parse(
        new String(bytes, root, Math.max(0, end - root), charset), "", Parser.xmlParser());
  }

  private static String labelled(String mediaType, Document preamble) {
    Optional<Element> root = Optional.ofNullable(preamble.firstElementChild());
    Element channel =
        Optional.ofNullable(preamble.selectFirst("channel")).or(() -> root).orElse(preamble);
    String base = root.map(element -> element.attr("xml:base"))
        .filter(address -> !address.isEmpty())
        .orElseGet(() -> link(channel));
    String language = FeedEntry.child(channel, "language", "dc:language")
        .map(Element::text)
        .or(() -> root.map(element -> element.attr("xml:lang")))
        .orElse("");
    String title = FeedEntry.child(channel, "title").map(FeedEntry::plain).orElse("");
    return with(
        with(with(mediaType, Label.PUBLISHER, title), Label.LANGUAGE, language), Label.BASE, base);
  }

  private static String link(Element channel) {
    for (Element link : channel.children()) {
      if (link.normalName().equals("link") && !link.attr("rel").equals("self")) {
        String address = link.hasAttr("href") ? link.attr("href") : link.text();
        if (!address.isBlank()) {
          return address.strip();
        }
      }
    }
    return "";
  }

  private static String with(String mediaType, String name, String value) {
    return value.isBlank() ? mediaType : Label.with(mediaType, name, value.strip());
  }
}
