package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pressmark.json.CardJson;

/// The card at an archive's door, `pressmark.json`: its format, when it was made, and by what it
/// was last written.
record Card(String created, Map<String, String> lines) {
  /// Raised when a program that knows only older formats could not read the archive any more.
  private static final int FORMAT = 1;

  private static final String KEPT = "kept";

  /// The card that is there, or a new one; brought up to the program that writes now.
  static Card keep(Inventory inventory, Instant now, ArchiveOptions options) throws IOException {
    Folder folder = inventory.folder();
    Optional<Card> old = Files.exists(folder.card()) ? Optional.of(open(folder)) : Optional.empty();
    Card card = lined(old.map(Card::created).orElse(now.toString()), options);
    if (old.isPresent() && !old.get().kept().equals(card.kept())) {
      throw new OtherRulesException(folder, old.get().kept());
    }
    inventory.replace(folder.card(), card.text().getBytes(StandardCharsets.UTF_8));
    return card;
  }

  /// The card of an archive whose own is lost, as far as its WARC files know it.
  ///
  /// @param kept names of the rules that were switched off, with commas
  static Card again(String created, String kept, ArchiveOptions options) {
    return lined(created, options.keeping(names(kept)));
  }

  private static Set<String> names(String kept) {
    return kept.isEmpty() ? Set.of() : Set.of(kept.split(","));
  }

  /// Names of the rules that were switched off for all articles.
  Set<String> keptNames() {
    return names(kept());
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

  /// The card for whoever opens the archive.
  static Card open(Folder folder) throws IOException {
    try {
      return read(folder);
    } catch (DamageException e) {
      throw new IOException(
          folder.card() + ": " + e.what() + "; put it back from a copy, or run `pressmark repair`",
          e);
    }
  }

  /// @throws DamageException if it is none
  static Card read(Folder folder) throws IOException {
    Map<String, String> lines;
    try {
      lines = CardJson.read(new String(Files.readAllBytes(folder.card()), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new DamageException(String.valueOf(e.getMessage()), e);
    }
    String format = lines.getOrDefault("format", "");
    if (!format.equals(Integer.toString(FORMAT))) {
      throw new IOException(folder.card() + ": format \"" + format
          + "\" is not known to this version of pressmark, which knows format " + FORMAT
          + "; use the version that made the archive, or a newer one");
    }
    return new Card(lines.getOrDefault("created", ""), lines);
  }

  String text() {
    return CardJson.write(lines);
  }
}
