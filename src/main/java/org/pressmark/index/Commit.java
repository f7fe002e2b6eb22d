package org.pressmark.index;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.StringHelper;
import org.pressmark.article.Position;

/// The last state of an index that is on the disk for certain, opened for reading.
///
/// @param position up to where in the archive it is complete
public record Commit(DirectoryReader reader, Position position) implements Closeable {
  // 8 MB, some 2,000 articles.
  private static final long SMALL = 8 << 20;
  private static final String SCHEMA = "schema";
  private static final String FILE = "file";
  private static final String OFFSET = "offset";
  private static final String ARCHIVE = "archive";

  /// Opens the last state that was committed.
  ///
  /// @throws UnusableIndexException where there is none that this version can read
  public static Commit open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UnusableIndexException(folder + ": there is no index");
    }
    Directory directory = directory(folder);
    try {
      return open(directory, folder.toString());
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  /// Small indexes are read without mapping their files into memory: to get ready for that takes
  /// longer (0.04 s) than the whole search.
  private static Directory directory(Path folder) throws IOException {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        bytes += file.toFile().length(); // 0 if a writer has just deleted it
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return bytes < SMALL ? new NIOFSDirectory(folder) : FSDirectory.open(folder);
  }

  // What a damaged file makes Lucene throw depends on where the damage is: beside its own
  // exceptions the end of a file, and complaints about values that make no sense.
  static Commit open(Directory directory, String name) throws IOException {
    try {
      return check(DirectoryReader.open(directory), name);
    } catch (IndexNotFoundException e) {
      throw new UnusableIndexException(name + ": there is no index", e);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new UnusableIndexException(name + ": made by another version of Lucene", e);
    } catch (CorruptIndexException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException e) {
      throw UnusableIndexException.damaged(name, e);
    }
  }

  private static Commit check(DirectoryReader reader, String name) throws IOException {
    Map<String, String> data = reader.getIndexCommit().getUserData();
    String schema = data.getOrDefault(SCHEMA, "none");
    if (!schema.equals(Integer.toString(Schema.VERSION))) {
      reader.close();
      throw new UnusableIndexException(
          name + ": made with schema " + schema + ", this is schema " + Schema.VERSION);
    }
    return new Commit(reader, position(data));
  }

  /// What no other state of any index has: it is drawn by lot when the state is committed.
  public String id() {
    SegmentInfos state = ((StandardDirectoryReader) reader).getSegmentInfos();
    return StringHelper.idToString(state.getId());
  }

  /// Reads every file of the index to its end and compares checksums: what is damaged, or nothing.
  public Optional<String> damage() throws IOException {
    Optional<String> damage = damage(reader.directory(), reader.getIndexCommit().getFileNames());
    // A writer that has committed since has deleted files of this state.
    return reader.isCurrent() ? damage : Optional.empty();
  }

  /// The same for an index that perhaps can not be opened. Where a writer was killed, or is at
  /// work, there are files besides that are no part of it; they are not looked at where it can.
  public static Optional<String> damage(Path folder) throws IOException {
    try (Commit commit = open(folder)) {
      return commit.damage();
    } catch (UnusableIndexException e) {
      if (e.isDamaged()) {
        return Optional.of(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()));
      }
      if (!Files.isDirectory(folder)) {
        return Optional.empty();
      }
      try (Directory directory = directory(folder)) {
        List<String> files =
            Stream.of(directory.listAll()).filter(Commit::isLucenes).toList();
        // Without one, a writer was killed before its first commit.
        boolean isCommitted =
            files.stream().anyMatch(file -> file.startsWith(IndexFileNames.SEGMENTS));
        return isCommitted ? damage(directory, files) : Optional.empty();
      }
    }
  }

  static boolean isLucenes(String file) {
    return file.startsWith(IndexFileNames.SEGMENTS)
        || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
        || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches();
  }

  private static Optional<String> damage(Directory directory, Collection<String> files)
      throws IOException {
    String name = "";
    try {
      for (String file : files) {
        name = file;
        try (IndexInput bytes = directory.openInput(file, IOContext.READONCE)) {
          CodecUtil.checksumEntireFile(bytes);
        }
      }
      return Optional.empty();
    } catch (CorruptIndexException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        | IllegalArgumentException e) {
      return Optional.of(name + ": " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    reader.directory().close();
  }

  private static Position position(Map<String, String> data) {
    return new Position(
        Integer.parseInt(data.getOrDefault(FILE, "")),
        Long.parseLong(data.getOrDefault(OFFSET, "")));
  }

  /// What the archive is called that it was made from; empty where nobody said it.
  public String archive() throws IOException {
    return reader.getIndexCommit().getUserData().getOrDefault(ARCHIVE, "");
  }

  /// What a commit says of itself.
  static Map<String, String> data(Position position, String archive) {
    return Map.of(
        SCHEMA, Integer.toString(Schema.VERSION),
        FILE, Integer.toString(position.file()),
        OFFSET, Long.toString(position.offset()),
        ARCHIVE, archive);
  }
}
