package org.pressmark.parcel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.pressmark.article.Field;
import org.pressmark.article.Problem;
import org.pressmark.article.Refusal;

/// The bytes in which one process gives parcels to another, and gets back what was in them.
final class Wire {
  /// What a process says first: that it is one of ours, of this version.
  static final int GREETING = 0x504D5231; // PMR1

  private static final byte STORY = 1;
  private static final byte LETTER = 2;
  private static final byte REFUSED = 3;

  private static final byte TEXT = 1;
  private static final byte OPEN = 2;
  private static final byte CLOSE = 3;

  private Wire() {}

  static void write(Parcel parcel, DataOutputStream out) throws IOException {
    out.writeByte(parcel.kind().ordinal());
    out.writeLong(parcel.maxBytes());
    write(parcel.bytes(), out);
    out.flush();
  }

  /// @throws java.io.EOFException where there are no more
  static Parcel readParcel(DataInputStream in) throws IOException {
    Parcel.Kind kind = Parcel.Kind.values()[in.readByte()];
    long maxBytes = in.readLong();
    return new Parcel(kind, readBytes(in), maxBytes);
  }

  static void write(Contents contents, DataOutputStream out) throws IOException {
    switch (contents) {
      case Contents.Story story -> {
        out.writeByte(STORY);
        write(story.given(), out);
        writeAll(story.notes(), out);
        write(story.page(), out);
      }
      case Contents.Letter letter -> {
        out.writeByte(LETTER);
        write(letter.given(), out);
        out.writeInt(letter.parts().size());
        for (Contents.Part part : letter.parts()) {
          write(part.mediaType(), out);
          write(part.charset(), out);
          write(part.bytes(), out);
        }
      }
    }
    out.flush();
  }

  static void write(Problem problem, DataOutputStream out) throws IOException {
    out.writeByte(REFUSED);
    out.writeByte(problem.kind().ordinal());
    write(problem.message(), out);
    out.flush();
  }

  static Contents readContents(DataInputStream in) throws IOException, Refusal {
    byte answer = in.readByte();
    return switch (answer) {
      case STORY -> {
        Map<Field, List<String>> given = readGiven(in);
        List<String> notes = readAll(in);
        yield new Contents.Story(readPage(in), given, notes);
      }
      case LETTER -> {
        Map<Field, List<String>> given = readGiven(in);
        yield new Contents.Letter(readParts(in), given);
      }
      case REFUSED ->
        throw new Refusal(new Problem(Problem.Kind.values()[in.readByte()], readText(in)));
      default -> throw new StreamCorruptedException("an answer of no kind: " + answer);
    };
  }

  private static List<Contents.Part> readParts(DataInputStream in) throws IOException {
    List<Contents.Part> parts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      parts.add(new Contents.Part(readText(in), readText(in), readBytes(in)));
    }
    return parts;
  }

  // Values

  private static void write(Map<Field, List<String>> given, DataOutputStream out)
      throws IOException {
    out.writeInt(given.size());
    for (Map.Entry<Field, List<String>> entry : given.entrySet()) {
      out.writeByte(entry.getKey().ordinal());
      writeAll(entry.getValue(), out);
    }
  }

  private static Map<Field, List<String>> readGiven(DataInputStream in) throws IOException {
    Map<Field, List<String>> given = new EnumMap<>(Field.class);
    for (int left = in.readInt(); left > 0; left--) {
      given.put(Field.values()[in.readByte()], readAll(in));
    }
    return given;
  }

  private static void writeAll(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(text, out);
    }
  }

  private static List<String> readAll(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(readText(in));
    }
    return texts;
  }

  /// In UTF-16, in which half a pair of surrogates stays what it is.
  private static void write(String text, DataOutputStream out) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[Math.multiplyExact(2, in.readInt())];
    in.readFully(bytes);
    char[] signs = new char[bytes.length / 2];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = (char) (bytes[2 * i] << 8 | bytes[2 * i + 1] & 0xFF);
    }
    return new String(signs);
  }

  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  // Pages

  private static void write(Document page, DataOutputStream out) throws IOException {
    writeContent(page.body(), out);
  }

  /// Calls itself no deeper than [Contents#MAX_DEPTH] allows elements to be.
  private static void writeContent(Element element, DataOutputStream out) throws IOException {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        out.writeByte(TEXT);
        write(text.getWholeText(), out);
      } else if (child instanceof Element inner) {
        out.writeByte(OPEN);
        write(inner.normalName(), out);
        out.writeInt(inner.attributesSize());
        for (Attribute attribute : inner.attributes()) {
          write(attribute.getKey(), out);
          write(attribute.getValue(), out);
        }
        writeContent(inner, out);
      }
    }
    out.writeByte(CLOSE);
  }

  private static Document readPage(DataInputStream in) throws IOException {
    Document page = Document.createShell("");
    Element open = page.body();
    while (open != null) {
      byte sign = in.readByte();
      switch (sign) {
        case TEXT -> open.appendText(readText(in));
        case OPEN -> open = readElement(open, in);
        case CLOSE -> open = open == page.body() ? null : open.parent();
        default -> throw new StreamCorruptedException("a node of no kind: " + sign);
      }
    }
    return page;
  }

  private static Element readElement(Element parent, DataInputStream in) throws IOException {
    Element element = parent.appendElement(readText(in));
    for (int left = in.readInt(); left > 0; left--) {
      element.attr(readText(in), readText(in));
    }
    return element;
  }
}
