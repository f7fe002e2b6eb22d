package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.json.CardJson;

/// The card at an archive's door, `pressmark.json`: its format, when it was made, and by what it
/// was last written.
record Card(String created, Map<String, String> lines) {
  /// Raised when a program that knows only older formats could not read the archive any more.
  private static final int FORMAT = 1;

  private static final String KEPT = "kept";

  /// The card that is there, or a new one; brought up to the program that writes now.
  static Card keep(Folder folder, Instant now, ArchiveOptions options) throws IOException {
    Optional<Card> old = Files.exists(folder.card()) ? Optional.of(read(folder)) : Optional.empty();
    Card card = lined(old.map(Card::created).orElse(now.toString()), options);
    if (old.isPresent() && !old.get().kept().equals(card.kept())) {
      throw new OtherRulesException(folder, old.get().kept());
    }
    if (!old.equals(Optional.of(card))) {
      card.write(folder);
    }
    return card;
  }

  private static Card lined(String created, ArchiveOptions options) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("format", Integer.toString(FORMAT));
    lines.put("created", created);
    lines.put("program", options.program());
    if (!options.kept().isEmpty()) {
      lines.put(KEPT, options.keptNames());
    }
    new TreeMap<>(options.settings()).forEach(lines::putIfAbsent);
    return new Card(created, lines);
  }

  /// Names of the rules that were switched off for all articles, with commas.
  private String kept() {
    return lines.getOrDefault(KEPT, "");
  }

  static Card read(Folder folder) throws IOException {
    Map<String, String> lines;
    try {
      lines = CardJson.read(Files.readString(folder.card()));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          folder.card() + ": " + e.getMessage()
              + "; put it back from a copy, or delete it if all of warc/ is there",
          e);
    }
    String format = lines.getOrDefault("format", "");
    if (!format.equals(Integer.toString(FORMAT))) {
      throw new IOException(folder.card() + ": format \"" + format
          + "\" is not known to this version of pressmark, which knows format " + FORMAT
          + "; use the version that made the archive, or a newer one");
    }
    return new Card(lines.getOrDefault("created", ""), lines);
  }

  /// Replaces the card whole or not at all.
  void write(Folder folder) throws IOException {
    Path draft = folder.root().resolve("pressmark.json.new");
    try (FileChannel channel = FileChannel.open(
        draft,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(CardJson.write(lines).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      folder.disk().force(channel);
    }
    Files.move(
        draft, folder.card(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    folder.disk().force(folder.root());
  }
}
