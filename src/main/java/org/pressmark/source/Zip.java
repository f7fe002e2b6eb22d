package org.pressmark.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pressmark.article.Problem.Kind.ENCRYPTED;
import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pressmark.article.Refusal;

/// A zip file in memory, read by the directory at its end (PKWARE's APPNOTE, 4.3).
///
/// Office documents are zip files, and a zip file may lie: about sizes, by two parts of one name,
/// by parts that its directory does not list. So no parser is given the file itself, but a fresh
/// one made of it, in which every text part has its true size and every picture is empty.
final class Zip {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int HEADER = 0x04034b50;
  private static final int HEADER_LENGTH = 30;
  private static final Set<String> TEXT_PARTS =
      Set.of("xml", "rels", "xhtml", "html", "htm", "opf", "ncx");

  private final ByteBuffer bytes;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /// @param packed how many bytes it has in the file
  /// @param header where in the file it begins
  private record Part(int flags, int method, int packed, int header) {
    boolean isEncrypted() {
      return (flags & 1) != 0;
    }
  }

  private Zip(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// The file, unless it has no directory: it is cut off then.
  static Optional<Zip> of(byte[] bytes) {
    Zip zip = new Zip(bytes);
    return zip.readDirectory() ? Optional.of(zip) : Optional.empty();
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  boolean hasFolder(String name) {
    return parts.keySet().stream().anyMatch(part -> part.startsWith(name + "/"));
  }

  /// What the file says it is in a part named `mimetype`, as OpenDocument and EPUB want it.
  String mimeType() {
    try {
      return has("mimetype") ? new String(unpacked("mimetype", 256), US_ASCII).strip() : "";
    } catch (Refusal e) {
      return "";
    }
  }

  /// A zip file with the same parts: those that have text whole and unpacked, all others empty.
  ///
  /// @param maxBytes how many bytes they may have together
  byte[] repacked(long maxBytes) throws Refusal {
    ByteArrayOutputStream fresh = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(fresh, UTF_8)) {
      long left = maxBytes;
      for (String name : parts.keySet()) {
        byte[] part = isText(name) ? unpacked(name, left) : new byte[0];
        left -= part.length;
        put(out, name, part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fresh.toByteArray();
  }

  private static void put(ZipOutputStream out, String name, byte[] part) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(part);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(part.length);
    entry.setCrc(sum.getValue());
    out.putNextEntry(entry);
    out.write(part);
    out.closeEntry();
  }

  private static boolean isText(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return name.equals("mimetype")
        || TEXT_PARTS.contains(lower.substring(lower.lastIndexOf('.') + 1));
  }

  private boolean readDirectory() {
    int end = bytes.limit() - END_LENGTH;
    int lowest = Math.max(0, end - MAX_COMMENT);
    while (end >= lowest && bytes.getInt(end) != END) {
      end--;
    }
    if (end < lowest) {
      return false;
    }
    int count = unsigned(end + 10);
    int at = bytes.getInt(end + 16);
    for (int i = 0; i < count; i++) {
      if (!holds(at, ENTRY_LENGTH) || bytes.getInt(at) != ENTRY) {
        return false;
      }
      int name = unsigned(at + 28);
      if (!holds(at + ENTRY_LENGTH, name)) {
        return false;
      }
      parts.putIfAbsent(
          new String(bytes.array(), at + ENTRY_LENGTH, name, UTF_8),
          new Part(
              unsigned(at + 8), unsigned(at + 10), bytes.getInt(at + 20), bytes.getInt(at + 42)));
      at += ENTRY_LENGTH + name + unsigned(at + 30) + unsigned(at + 32);
    }
    return true;
  }

  private byte[] unpacked(String name, long maxBytes) throws Refusal {
    Part part = Optional.ofNullable(parts.get(name)).orElseThrow(() -> broken(name));
    if (part.isEncrypted()) {
      throw new Refusal(ENCRYPTED, "is protected with a password");
    }
    if (!holds(part.header, HEADER_LENGTH) || bytes.getInt(part.header) != HEADER) {
      throw broken(name);
    }
    int start =
        part.header + HEADER_LENGTH + unsigned(part.header + 26) + unsigned(part.header + 28);
    if (!holds(start, part.packed)) {
      throw broken(name);
    }
    return switch (part.method) {
      case ZipEntry.STORED -> stored(start, part.packed, maxBytes);
      case ZipEntry.DEFLATED -> inflated(name, start, part.packed, maxBytes);
      default -> throw broken(name);
    };
  }

  private byte[] stored(int start, int length, long maxBytes) throws Refusal {
    if (length > maxBytes) {
      throw oversized();
    }
    byte[] part = new byte[length];
    bytes.get(start, part);
    return part;
  }

  private byte[] inflated(String name, int start, int length, long maxBytes) throws Refusal {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes.array(), start, length);
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 14];
      while (!inflater.finished()) {
        int more = inflater.inflate(buffer);
        if (more == 0 && !inflater.finished()) {
          throw broken(name);
        }
        if (part.size() + (long) more > maxBytes) {
          throw oversized();
        }
        part.write(buffer, 0, more);
      }
      return part.toByteArray();
    } catch (DataFormatException e) {
      throw broken(name);
    } finally {
      inflater.end();
    }
  }

  private boolean holds(int start, int length) {
    return start >= 0 && length >= 0 && start <= bytes.limit() - length;
  }

  private int unsigned(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private static Refusal broken(String part) {
    return new Refusal(MALFORMED, "its part \"" + part + "\" is broken");
  }

  private static Refusal oversized() {
    return new Refusal(OVERSIZED, "unpacks to more bytes than the limit allows");
  }
}
