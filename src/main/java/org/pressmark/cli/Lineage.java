package org.pressmark.cli;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.article.Article;
import org.pressmark.article.Change;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Field;
import org.pressmark.export.Contrast;
import org.pressmark.export.ContrastText;
import org.pressmark.export.Screen;

/// Versions of one article, or captures of one, in a list, the oldest first, and what changed from
/// each to the next.
///
/// ```
/// 1  2021-09-29T08:15:00Z  pm-mfrggzdfmztwq2lknnwg  Storm hits coast
/// 2  2021-09-29T17:40:00Z  pm-nfzsa43uojuw4zzamjuq  Storm batters coast
/// ```
///
/// @param entries the oldest first
record Lineage(List<Entry> entries) {
  Lineage {
    entries = List.copyOf(entries);
  }

  /// With the time when each was cleaned, and the rules it was cleaned under.
  String versions() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String rules =
          entry.version().edition().map(Edition::toString).orElse("by rules that nobody noted");
      list.append(line(i + 1, entry.time() + "  " + rules, entry));
    }
    return list.toString();
  }

  /// With the time of each retrieval, and its id.
  String captures() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      list.append(line(
          i + 1, entry.retrieved().truncatedTo(ChronoUnit.SECONDS) + "  " + entry.mark(), entry));
    }
    return list.toString();
  }

  private static String line(int number, String what, Entry entry) {
    return String.format(
        Locale.ROOT, "%d  %s  %s\n", number, Screen.line(what), Screen.line(name(entry)));
  }

  /// The headline, or why there is none.
  private static String name(Entry entry) {
    return switch (entry.content()) {
      case Entry.Content.Kept kept -> headline(kept.article()).orElse("(no headline)");
      case Entry.Content.Rejected rejected ->
        "not cleaned: " + rejected.problem().message();
      case Entry.Content.Again again -> "(a copy)";
    };
  }

  private static Optional<String> headline(Article article) {
    return article.facts().value(Field.HEADLINE);
  }

  /// From each to the next.
  String changes(boolean coloured) {
    ContrastText contrasts = new ContrastText(coloured);
    List<String> parts = new ArrayList<>();
    for (int i = 1; i < entries.size(); i++) {
      Change change = new Change(entries.get(i - 1).content(), entries.get(i).content());
      String text = contrasts.write(Contrast.of(change));
      parts.add("\n" + i + " -> " + (i + 1) + "\n"
          + (text.isEmpty() ? "  the same text and facts\n" : text));
    }
    return String.join("", parts);
  }
}
