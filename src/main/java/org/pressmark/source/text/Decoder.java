package org.pressmark.source.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Decodes the bytes of one text.
///
/// Asked in this order: the byte order mark, zeros at every other place (UTF-16), whether the bytes
/// are UTF-8, the server, the page, the frequencies of the bytes; windows-1252 where none of them
/// knows. What the page says comes after the bytes because pages lie, and text that is not UTF-8
/// hardly ever looks as if it were.
public final class Decoder {
  private static final char REPLACEMENT = '\uFFFD';
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");
  // What a page says of itself must stand here to be compared with what it is.
  private static final int HEAD = 4096;

  private final byte[] bytes;
  private final Optional<String> mediaType;
  private final List<String> notes = new ArrayList<>();

  private Decoder(byte[] bytes, Optional<String> mediaType) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  /// @param mediaType as a server declared it
  public static Decoding decode(byte[] bytes, Optional<String> mediaType) {
    return new Decoder(bytes, mediaType).decode();
  }

  private Decoding decode() {
    return Stream.<Supplier<Optional<Decoding>>>of(
            this::marked, this::wide, this::utf8, this::byServer, this::byPage, this::detected)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> decoding(WINDOWS_1252, "default"));
  }

  private Optional<Decoding> marked() {
    return Bom.of(bytes).map(bom -> {
      int start = bom.length(bytes);
      noteReplaced(replaced(text(bom.charset(), start)), bom.charset());
      return new Decoding(bytes, start, bom.charset(), "bom", notes);
    });
  }

  /// UTF-16 without a mark: in what is mostly ASCII every other byte is zero.
  private Optional<Decoding> wide() {
    int pairs = Math.min(bytes.length, HEAD) / 2;
    if (pairs == 0) {
      return Optional.empty();
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (Math.max(even, odd) * 4 < pairs || Math.min(even, odd) * 50 > Math.max(even, odd)) {
      return Optional.empty();
    }
    return Optional.of(decoding(even > odd ? UTF_16BE : UTF_16LE, "detected"));
  }

  private Optional<Decoding> utf8() {
    Utf8Scan scan = Utf8Scan.of(bytes);
    if (scan.isAscii() && beginning(UTF_8).contains("\u001B$")) {
      return Optional.of(decoding(ISO_2022_JP, "detected"));
    }
    if (!scan.isUtf8() && !scan.isNearlyUtf8(bytes.length)) {
      return Optional.empty();
    }
    Optional<String> label =
        scan.isAscii() ? Optional.empty() : Declaration.inPage(beginning(ISO_8859_1));
    Optional<Decoding> garbled = garbled(label);
    if (garbled.isPresent()) {
      return garbled;
    }
    noteReplaced(scan.bad(), UTF_8);
    noteLie(label);
    return Optional.of(new Decoding(bytes, 0, UTF_8, "utf-8", notes));
  }

  /// UTF-8 of what was read in a wrong charset, where the page still declares the right one.
  private Optional<Decoding> garbled(Optional<String> label) {
    return label
        .flatMap(CharsetLabel::charset)
        .filter(declared -> !declared.equals(UTF_8) && !declared.equals(WINDOWS_1252))
        .flatMap(declared -> Garbled.undo(text(UTF_8, 0), declared).map(undone -> {
          notes.add("the bytes are UTF-8 of text that was " + declared.name()
              + " and was read in a wrong charset; it is read anew");
          return new Decoding(undone, 0, declared, "meta", notes);
        }));
  }

  private Optional<Decoding> byServer() {
    return mediaType
        .flatMap(Declaration::inMediaType)
        .flatMap(label -> declared(label, "the server", "http"));
  }

  private Optional<Decoding> byPage() {
    return Declaration.inPage(bytes).flatMap(label -> declared(label, "the page", "meta"));
  }

  private Optional<Decoding> detected() {
    return Guess.of(bytes).map(charset -> decoding(charset, "detected"));
  }

  /// The declared charset, unless the bytes can't be in it.
  private Optional<Decoding> declared(String label, String who, String source) {
    Optional<Charset> charset = CharsetLabel.charset(label);
    if (charset.isEmpty()) {
      notes.add(who + " declares the charset \"" + label + "\", which nobody knows");
      return Optional.empty();
    }
    if (!isPlausible(charset.get())) {
      notes.add(who + " declares the charset " + label + ", which the bytes are not in");
      return Optional.empty();
    }
    return Optional.of(decoding(charset.get(), source));
  }

  private boolean isPlausible(Charset charset) {
    return charset.equals(UTF_8)
        ? Utf8Scan.of(bytes).isRatherUtf8()
        : replaced(text(charset, 0)) * 20L <= beyondAscii();
  }

  /// The page's own word, where it is another than the one its bytes have.
  private void noteLie(Optional<String> declared) {
    declared
        .filter(label -> !CharsetLabel.charset(label).equals(Optional.of(UTF_8)))
        .ifPresent(
            label -> notes.add("the page declares the charset " + label + "; its bytes are UTF-8"));
  }

  private Decoding decoding(Charset charset, String source) {
    noteReplaced(replaced(text(charset, 0)), charset);
    return new Decoding(bytes, 0, charset, source, notes);
  }

  private void noteReplaced(long count, Charset charset) {
    if (count > 0) {
      notes.add((count == 1 ? "1 byte sequence is" : count + " byte sequences are")
          + " not "
          + charset.name()
          + " and became U+FFFD");
    }
  }

  private String beginning(Charset charset) {
    return new String(bytes, 0, Math.min(bytes.length, HEAD), charset);
  }

  private String text(Charset charset, int from) {
    return new String(bytes, from, bytes.length - from, charset);
  }

  private static long replaced(String text) {
    return text.chars().filter(sign -> sign == REPLACEMENT).count();
  }

  private long beyondAscii() {
    long count = 0;
    for (byte b : bytes) {
      count += b < 0 ? 1 : 0;
    }
    return count;
  }
}
