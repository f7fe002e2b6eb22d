package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.UNREADABLE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.unpack.Gauge;

/// Walks through files and folders and opens what it meets, one file at a time.
final class Finder implements Documents {
  // Deeper than any file system lets a path be named in one piece.
  private static final int MAX_DEPTH = 2048;

  private final Opener opener;
  private final Deque<Iterator<Entry>> open = new ArrayDeque<>();
  private Documents current = Documents.of(Collections.emptyIterator());

  /// A file or folder that is still to be visited.
  ///
  /// @param name as the user would type it, with `/` between folders
  /// @param rank what it is sorted by among its neighbours; a folder's ends in `/`, so that the
  /// paths of all files below a folder come out in the order of their bytes
  private record Entry(Path path, String name, byte[] rank, boolean given) {
    static final Comparator<Entry> BY_RANK =
        (one, other) -> Arrays.compareUnsigned(one.rank, other.rank);
  }

  Finder(List<Path> paths, SourceOptions options, Gauge gauge, Remarks remarks) {
    opener = new Opener(options, gauge, remarks);
    open.push(paths.stream()
        .map(path -> new Entry(path, FileName.of(path), new byte[0], true))
        .iterator());
  }

  Stream<Found> stream() {
    return Documents.stream(this);
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext()) {
      current.close();
      while (!open.isEmpty() && !open.peek().hasNext()) {
        open.pop();
      }
      if (open.isEmpty()) {
        return false;
      }
      current = visit(open.peek().next());
    }
    return true;
  }

  @Override
  public Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  @Override
  public void close() {
    current.close();
    open.clear();
  }

  private Documents visit(Entry entry) {
    Origin origin = Origin.of(entry.name);
    try {
      BasicFileAttributes attributes = Files.readAttributes(entry.path, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        return opener.open(origin, entry.path, attributes);
      }
      if (!attributes.isDirectory()) {
        return lost(origin, "is neither a file nor a folder");
      }
      if (!entry.given && Files.isSymbolicLink(entry.path)) {
        return lost(origin, "is a link to a folder, which is not followed; name it to read it");
      }
      if (open.size() > MAX_DEPTH) {
        return lost(origin, "lies more than " + MAX_DEPTH + " folders deep");
      }
      open.push(list(entry));
      return Documents.of(Collections.emptyIterator());
    } catch (IOException e) {
      return lost(origin, Trouble.of(e));
    }
  }

  private static Iterator<Entry> list(Entry folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder.path)) {
      for (Path path : paths) {
        String name = FileName.last(path);
        if (!name.startsWith(".")) {
          entries.add(entry(folder, path, name));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Entry.BY_RANK);
    return entries.iterator();
  }

  private static Entry entry(Entry folder, Path path, String name) {
    boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    String rank = isFolder ? name + "/" : name;
    String full = folder.name.endsWith("/") ? folder.name + name : folder.name + "/" + name;
    return new Entry(path, full, rank.getBytes(StandardCharsets.UTF_8), false);
  }

  private static Documents lost(Origin origin, String why) {
    return Documents.of(new Found.Lost(origin, new Problem(UNREADABLE, why)));
  }
}
