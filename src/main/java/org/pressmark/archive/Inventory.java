package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pressmark.article.Position;

/// The manifest in the hands of the one writer, who keeps it right at every moment: whenever the
/// process ends, what the manifest says of the files is true.
final class Inventory {
  private final Folder folder;
  private final SortedMap<String, String> sums;
  private final SortedMap<String, String> coming;
  private final Position lastFile;
  private Optional<Position> end;

  private Inventory(Folder folder, Manifest manifest, Optional<Position> end) throws IOException {
    this.folder = folder;
    this.sums = new TreeMap<>(manifest.sums());
    this.coming = new TreeMap<>(manifest.coming());
    this.end = end;
    NavigableSet<Integer> files = folder.files();
    this.lastFile = files.isEmpty() ? Position.START : new Position(files.last(), 0);
  }

  /// What is there, with what an interrupted run left open settled.
  ///
  /// @throws IOException where the manifest or the card is damaged: nothing is to be written then
  static Inventory open(Folder folder) throws IOException {
    Optional<Manifest> manifest;
    try {
      manifest = Manifest.read(folder);
    } catch (DamageException e) {
      throw refused(folder.manifest(), e.what());
    }
    if (manifest.isPresent() && !manifest.get().fits(folder, folder.name(folder.card()))) {
      throw refused(folder.card(), "the file is not as it was written");
    }
    Inventory inventory = of(folder, manifest);
    inventory.settle();
    inventory.listTheRest();
    return inventory;
  }

  private static IOException refused(Path file, String what) {
    return new IOException(file + ": " + what
        + "; nothing was written; see what else `pressmark verify` finds, then put the file back"
        + " from a copy, or run `pressmark repair`");
  }

  static Inventory of(Folder folder, Optional<Manifest> manifest) throws IOException {
    return new Inventory(folder, manifest.orElseGet(Manifest::empty), manifest.map(Manifest::end));
  }

  Folder folder() {
    return folder;
  }

  /// Up to where the WARC files are on disk for certain; empty where no manifest was there.
  Optional<Position> end() {
    return end;
  }

  Optional<String> sum(Path file) {
    return Optional.ofNullable(sums.get(folder.name(file)));
  }

  /// Drafts that never took their place are removed, and a digest that was coming counts if its
  /// file has come.
  void settle() throws IOException {
    for (Path file :
        List.of(folder.manifest(), folder.card(), folder.lastIngest(), folder.damages())) {
      Files.deleteIfExists(Folder.draft(file));
    }
    for (String name : List.copyOf(coming.keySet())) {
      Path file = folder.path(name);
      if (Files.exists(file) && Digest.hex(file).equals(coming.get(name))) {
        sums.put(name, coming.get(name));
      }
      coming.remove(name);
    }
  }

  /// Lists what has no line yet: what was set aside just before a crash, and where there was no
  /// manifest, everything but the file that grows.
  void listTheRest() throws IOException {
    List<String> names = new ArrayList<>(folder.names(folder.torn()));
    names.addAll(folder.names(folder.damaged()));
    if (end.isEmpty()) {
      names.addAll(folder.names(folder.root()).stream()
          .filter(name -> name.equals(folder.name(folder.card()))
              || name.equals(folder.name(folder.lastIngest())))
          .toList());
    }
    for (int number : folder.files().headSet(lastFile.file())) {
      names.add(folder.name(folder.file(number)));
    }
    for (String name : names) {
      if (!sums.containsKey(name)) {
        list(folder.path(name));
      }
    }
  }

  /// Takes a file as it is.
  void list(Path file) throws IOException {
    sums.put(folder.name(file), Digest.hex(file));
  }

  void forget(Path file) {
    sums.remove(folder.name(file));
    coming.remove(folder.name(file));
  }

  /// Replaces a file whole or not at all.
  void replace(Path file, byte[] bytes) throws IOException {
    String name = folder.name(file);
    String sum = Digest.hex(Digest.of(bytes));
    if (sum.equals(sums.get(name)) && Files.exists(file)) {
      return;
    }
    coming.put(name, sum);
    write();
    folder.disk().replace(file, bytes);
    coming.remove(name);
    sums.put(name, sum);
    write();
  }

  /// Notes that the WARC files are complete up to here.
  ///
  /// @param sum of the last of them, up to here
  void commit(Position upTo, String sum) throws IOException {
    sums.put(folder.name(folder.file(upTo.file())), sum);
    end = Optional.of(upTo);
    write();
  }

  void write() throws IOException {
    manifest().write(folder);
  }

  Manifest manifest() {
    return new Manifest(sums, coming, end.orElse(lastFile));
  }
}
