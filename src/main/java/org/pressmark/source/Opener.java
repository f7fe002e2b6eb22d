package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.OVERSIZED;
import static org.pressmark.article.Problem.Kind.UNREADABLE;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;

/// Opens one file: unpacks it where it is packed, and finds the documents in it.
final class Opener {
  private final SourceOptions options;

  Opener(SourceOptions options) {
    this.options = options;
  }

  Documents open(Origin origin, Path path, BasicFileAttributes attributes) {
    Optional<Instant> time = Optional.of(attributes.lastModifiedTime().toInstant());
    try {
      return open(origin, Files.newInputStream(path), attributes.size(), time);
    } catch (Gzip.TornException e) {
      return packed(origin, path, attributes.size(), time, e);
    } catch (IOException e) {
      return lost(origin, UNREADABLE, Trouble.of(e));
    }
  }

  Documents open(Origin origin, InputStream in) {
    try {
      return open(origin, in, 0, Optional.empty());
    } catch (Gzip.TornException e) {
      return lost(origin, MALFORMED, e.what());
    }
  }

  /// What can not be unpacked is kept as it came.
  private Documents packed(
      Origin origin, Path path, long size, Optional<Instant> time, Gzip.TornException torn) {
    if (size > options.maxBytes()) {
      return lost(origin, MALFORMED, torn.what());
    }
    try {
      return Documents.of(
          new Capture(origin, Files.readAllBytes(path), Optional.empty(), Optional.empty(), time));
    } catch (IOException e) {
      return lost(origin, UNREADABLE, Trouble.of(e));
    }
  }

  /// @param size how many bytes there are at least
  private Documents open(Origin origin, InputStream in, long size, Optional<Instant> time)
      throws Gzip.TornException {
    Peeking file = new Peeking(in);
    boolean stays = false;
    try {
      boolean packed = Gzip.isIn(file.head());
      Peeking content = packed ? new Peeking(new GZIPInputStream(file, Peeking.HEAD)) : file;
      if (JsonLines.speaksFor(origin.path(), content.head())) {
        stays = true;
        return new JsonLines(origin, content, time, options.maxBytes());
      }
      if (!packed && size > options.maxBytes()) {
        return lost(origin, OVERSIZED, oversized(size));
      }
      return whole(origin, content, time, packed);
    } catch (Gzip.TornException e) {
      throw e;
    } catch (EOFException | ZipException e) {
      throw new Gzip.TornException(0);
    } catch (IOException e) {
      return lost(origin, UNREADABLE, Trouble.of(e));
    } finally {
      if (!stays) {
        file.closeQuietly();
      }
    }
  }

  private Documents whole(Origin origin, InputStream in, Optional<Instant> time, boolean packed)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[Peeking.HEAD];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (bytes.size() + (long) read > options.maxBytes()) {
          String more = "more than " + options.maxBytes() + " bytes" + (packed ? " unpacked" : "");
          return lost(origin, OVERSIZED, more + ", which is the limit");
        }
        bytes.write(buffer, 0, read);
      }
    } catch (EOFException | ZipException e) {
      throw new Gzip.TornException(bytes.size());
    }
    return documents(origin, bytes.toByteArray(), time);
  }

  private static Documents documents(Origin origin, byte[] bytes, Optional<Instant> time) {
    List<Slice> records = JsonFile.records(bytes);
    return records.isEmpty()
        ? Documents.of(new Capture(origin, bytes, Optional.empty(), Optional.empty(), time))
        : Documents.of(
            records.stream().map(record -> record.capture(origin, bytes, time)).iterator());
  }

  private String oversized(long size) {
    return size + " bytes; the limit is " + options.maxBytes();
  }

  private static Documents lost(Origin origin, Problem.Kind kind, String why) {
    return Documents.of(new Found.Lost(origin, new Problem(kind, why)));
  }
}
