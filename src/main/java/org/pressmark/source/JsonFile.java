package org.pressmark.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pressmark.source.table.RecordKey;
import org.pressmark.source.text.Bom;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Finds the records in a JSON file, each with the exact bytes it has there.
///
/// Records are the objects of an array, of the largest array in an object that has no text of its
/// own (`{"articles": [{…}, {…}]}`), or of a sequence. They are read as records only if at least
/// one of them has text: anything else that is JSON stays one document.
///
/// The bytes are read as ISO 8859-1, in which a character's offset is a byte's offset whatever the
/// charset really is; JSON's own signs are ASCII.
final class JsonFile {
  private final JsonParser parser;
  private final String text;

  private JsonFile(JsonParser parser, String text) {
    this.parser = parser;
    this.text = text;
  }

  /// The records of a file; none where the file is one document.
  static List<Slice> records(byte[] bytes) {
    int first = firstSign(bytes);
    if (first == bytes.length || (bytes[first] != '{' && bytes[first] != '[')) {
      return List.of();
    }
    int bom = Bom.UTF_8.length(bytes);
    String text = new String(bytes, bom, bytes.length - bom, StandardCharsets.ISO_8859_1);
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      Shelf shelf = new JsonFile(parser, text).read();
      return shelf.speaks()
          ? shelf.slices().stream().map(slice -> slice.moved(bom)).toList()
          : List.of();
    } catch (JacksonException e) {
      return List.of();
    }
  }

  /// Whether the first line is one JSON object, and the next one starts as if it were.
  static boolean startsWithTwoLines(byte[] head) {
    int first = firstSign(head);
    int end = first;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    int next = nextSign(head, end);
    return next < head.length
        && head[first] == '{'
        && head[next] == '{'
        && Json.isObject(new String(head, first, end - first, StandardCharsets.ISO_8859_1));
  }

  /// The offset of the first byte that is neither a byte order mark nor white space.
  private static int firstSign(byte[] bytes) {
    return nextSign(bytes, Bom.UTF_8.length(bytes));
  }

  private static int nextSign(byte[] bytes, int from) {
    int next = from;
    while (next < bytes.length && bytes[next] <= ' ' && bytes[next] > 0) {
      next++;
    }
    return next;
  }

  private Shelf read() {
    return parser.nextToken() == JsonToken.START_ARRAY ? readTop() : readRoots();
  }

  /// The values of the array that the file is. Where it is broken, what is left from there on is a
  /// record too, so that it is kept and its owner is told.
  private Shelf readTop() {
    Shelf shelf = new Shelf();
    try {
      readArray(shelf);
    } catch (JacksonException e) {
      int start = shelf.end();
      while (start < text.length() && " \t\r\n,".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      shelf.add(new Slice(start, text.length(), shelf.nextNumber()), false);
    }
    return shelf;
  }

  /// The objects of a sequence, or of the largest array in the one object that the file is.
  private Shelf readRoots() {
    Shelf roots = new Shelf();
    Shelf inside = new Shelf();
    for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
      String line = Integer.toString(parser.currentTokenLocation().getLineNr());
      int start = start();
      boolean speaks = roots.isEmpty() ? readWrapper(inside) : readValue();
      roots.add(new Slice(start, end(), line), speaks);
    }
    if (roots.isSingle()) {
      return roots.speaks() ? new Shelf() : inside;
    }
    return roots;
  }

  private boolean readWrapper(Shelf largest) {
    boolean speaks = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      speaks |= RecordKey.isText(parser.currentName());
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        Shelf array = new Shelf();
        readArray(array);
        largest.takeLarger(array);
      } else {
        parser.skipChildren();
      }
    }
    return speaks;
  }

  private void readArray(Shelf shelf) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int start = start();
      boolean speaks = readValue();
      shelf.add(new Slice(start, end(), shelf.nextNumber()), speaks);
    }
  }

  /// Whether the value at hand is an object that has text.
  private boolean readValue() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      parser.finishToken();
      return false;
    }
    boolean speaks = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      speaks |= RecordKey.isText(parser.currentName());
      parser.nextToken();
      parser.skipChildren();
    }
    return speaks;
  }

  private int start() {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }

  private int end() {
    return Math.toIntExact(parser.currentLocation().getCharOffset());
  }
}
