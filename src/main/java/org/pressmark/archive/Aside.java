package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.article.Position;

/// Puts what is damaged into `damaged/`, byte for byte, and writes a line about each into the list
/// there. Nothing is taken from its place before its copy and its line are on the disk.
final class Aside {
  private static final String TITLE = "time\tfrom\tbytes\tnow in\tdocument\tsource\twhat\n";

  private static final int NAMED = 10;

  static final String BARE =
      "a copy of a document whose bytes are gone; it stays, and tells when and whence that came";
  static final String ORPHAN =
      "an article whose document is gone; it stays, as it was cleaned last, without the original";

  /// An entry that stays where it is, though its document is gone.
  record Stay(Position at, Head head) {}

  private final Inventory inventory;
  private final Folder folder;
  private final Instant time;
  private final List<String> said = new ArrayList<>();

  Aside(Inventory inventory, Instant time) {
    this.inventory = inventory;
    this.folder = inventory.folder();
    this.time = time;
  }

  /// What was done, a sentence each.
  List<String> said() {
    return said;
  }

  void say(String sentence) {
    said.add(sentence);
  }

  /// Takes a whole file out of its place.
  void take(Path file, String what) throws IOException {
    long bytes = Files.size(file);
    Path part = part(file.getFileName().toString());
    Files.move(file, part, StandardCopyOption.ATOMIC_MOVE);
    folder.disk().force(folder.damaged());
    folder.disk().forceName(file);
    inventory.forget(file);
    inventory.list(part);
    list(folder.name(file), bytes, folder.name(part), what, List.of());
    say(file + ": " + what + "; moved to " + part);
  }

  /// Notes what is missing, and cannot be moved.
  void miss(Path file, long at, String what, List<Loss> lost) throws IOException {
    list(folder.name(file) + "@" + at, 0, "", what, lost);
    say(file + "@" + at + ": " + what + again(lost));
  }

  /// The first of them; the list in `damaged/` has all.
  static String again(List<Loss> lost) {
    String more = lost.size() > NAMED
        ? String.format(Locale.ROOT, ", and %,d more, all in damaged/list.txt", lost.size() - NAMED)
        : "";
    return lost.isEmpty()
        ? ""
        : "; ingest again: "
            + lost.stream().limit(NAMED).map(Loss::source).collect(Collectors.joining(", "))
            + more;
  }

  private Path part(String name) throws IOException {
    folder.disk().make(folder.damaged());
    return Folder.free(folder.damaged(), name, ".part");
  }

  /// Copies bytes of a file, which are to be overwritten then.
  ///
  /// @param lost the documents that were there, as far as they are known
  Path keep(Path file, long start, long end, String what, List<Loss> lost) throws IOException {
    Path part = part(file.getFileName() + "@" + start);
    try (FileChannel from = FileChannel.open(file)) {
      Tail.copy(folder, from, start, end, part);
    }
    folder.disk().force(folder.damaged());
    inventory.list(part);
    list(folder.name(file) + "@" + start, end - start, folder.name(part), what, lost);
    return part;
  }

  /// Notes entries that stay where they are, though their documents are gone; each once.
  void list(List<Stay> entries, String what) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    StringBuilder lines = lines();
    Set<String> listed = lines
        .toString()
        .lines()
        .map(line -> line.split("\t", 4))
        .filter(columns -> columns.length == 4 && columns[2].equals("0"))
        .map(columns -> columns[1])
        .collect(Collectors.toSet());
    List<Stay> fresh =
        entries.stream().filter(entry -> !listed.contains(place(entry))).toList();
    if (fresh.isEmpty()) {
      return;
    }
    for (Stay entry : fresh) {
      add(lines, place(entry), 0, "", loss(entry), what);
    }
    write(lines);
    say(folder.place(fresh.getFirst().at()) + ": " + what
        + (fresh.size() > 1
            ? ", and so do " + (fresh.size() - 1) + " more, all in " + folder.damages()
            : "")
        + again(List.of(loss(fresh.getFirst()))));
  }

  private static Loss loss(Stay entry) {
    return Loss.of(entry.head().mark(), entry.head().origin());
  }

  private String place(Stay entry) {
    return folder.name(folder.file(entry.at().file())) + "@" + entry.at().offset();
  }

  private void list(String from, long bytes, String part, String what, List<Loss> lost)
      throws IOException {
    StringBuilder lines = lines();
    for (Loss loss : lost.isEmpty() ? List.of(Loss.UNKNOWN) : lost) {
      add(lines, from, bytes, part, loss, what);
    }
    write(lines);
  }

  private StringBuilder lines() throws IOException {
    Path list = folder.damages();
    return new StringBuilder(
        Files.exists(list) ? new String(Files.readAllBytes(list), StandardCharsets.UTF_8) : TITLE);
  }

  private void add(
      StringBuilder lines, String from, long bytes, String part, Loss loss, String what) {
    String[] columns = {
      time.toString(), from, Long.toString(bytes), part, loss.mark(), loss.source(), what
    };
    for (int i = 0; i < columns.length; i++) {
      lines.append(Loss.printable(columns[i])).append(i + 1 < columns.length ? '\t' : '\n');
    }
  }

  private void write(StringBuilder lines) throws IOException {
    folder.disk().make(folder.damaged());
    inventory.replace(folder.damages(), lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
