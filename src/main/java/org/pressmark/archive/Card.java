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
import org.pressmark.article.Edition;
import org.pressmark.article.Position;
import org.pressmark.json.CardJson;

/// The card at an archive's door, `pressmark.json`: its format, when it was made, and by what it
/// was last written.
record Card(String created, Map<String, String> lines) {
  /// What a program must know to read the archive: those that know less say that they cannot. An
  /// archive is of the second format from its first exchange on.
  private static final String FORMAT = "format";

  private static final String DOCUMENTS = "1";
  private static final String EXCHANGES = "2";

  private static final String KEPT = "kept";
  private static final String EDITION = "edition";
  private static final String RULES = "rules";

  /// Such as `pressmark 0.1.0, rules 3f9ac21b0d4e up to 3:4567`.
  private static final String RECLEANED = "recleaned";

  private static final String UP_TO = " up to ";

  /// Of each edition that wrote here before: `"rules of pressmark 0.1.0, rules 3f9ac21b0d4e"`.
  private static final String PAST = "rules of ";

  /// The card that is there, or a new one; brought up to the program that writes now.
  static Card keep(Inventory inventory, Instant now, ArchiveOptions options) throws IOException {
    Folder folder = inventory.folder();
    Optional<Card> old = Files.exists(folder.card()) ? Optional.of(open(folder)) : Optional.empty();
    Card card = lined(old.map(Card::created).orElse(now.toString()), options);
    old.ifPresent(before -> card.lines.put(FORMAT, before.format()));
    old.ifPresent(card::remember);
    if (old.isPresent() && !old.get().kept().equals(card.kept())) {
      throw new OtherRulesException(folder, old.get().kept());
    }
    inventory.replace(folder.card(), card.text().getBytes(StandardCharsets.UTF_8));
    return card;
  }

  /// What the card that was there knew of rules, those of the past and its own.
  private void remember(Card old) {
    old.lines.forEach((name, value) -> {
      if (name.startsWith(PAST) || name.equals(RECLEANED)) {
        lines.put(name, value);
      }
    });
    String edition = old.lines.getOrDefault(EDITION, "");
    if (!edition.isEmpty() && !edition.equals(lines.get(EDITION))) {
      lines.put(PAST + edition, old.lines.getOrDefault(RULES, ""));
    }
    lines.remove(PAST + lines.get(EDITION));
  }

  /// Up to where all articles were held against the rules of an edition.
  Position recleaned(Edition edition) {
    String note = lines.getOrDefault(RECLEANED, "");
    String begin = edition + UP_TO;
    return note.startsWith(begin) ? Head.position(note.substring(begin.length())) : Position.START;
  }

  Card recleaned(Edition edition, Position upTo) {
    Map<String, String> more = new LinkedHashMap<>(lines);
    more.put(RECLEANED, edition + UP_TO + upTo);
    return new Card(created, more);
  }

  private String format() {
    return lines.getOrDefault(FORMAT, "");
  }

  boolean hasExchanges() {
    return format().equals(EXCHANGES);
  }

  /// The same, for an archive with what went over the wire.
  Card withExchanges() {
    Map<String, String> more = new LinkedHashMap<>(lines);
    more.put(FORMAT, EXCHANGES);
    return new Card(created, more);
  }

  /// The same, for an archive from which versions of articles have gone.
  Card unrecleaned() {
    Map<String, String> less = new LinkedHashMap<>(lines);
    less.remove(RECLEANED);
    return new Card(created, less);
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
    lines.put(FORMAT, DOCUMENTS);
    lines.put("created", created);
    lines.put("program", options.program());
    if (!options.kept().isEmpty()) {
      lines.put(KEPT, options.keptNames());
    }
    lines.put(EDITION, options.edition().toString());
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
    Card card = new Card(lines.getOrDefault("created", ""), lines);
    if (!Set.of(DOCUMENTS, EXCHANGES).contains(card.format())) {
      throw new IOException(folder.card() + ": format \"" + card.format()
          + "\" is not known to this version of pressmark, which knows formats " + DOCUMENTS
          + " and "
          + EXCHANGES + "; use the version that made the archive, or a newer one");
    }
    return card;
  }

  String text() {
    return CardJson.write(lines);
  }
}
