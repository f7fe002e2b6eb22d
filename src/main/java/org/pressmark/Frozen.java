package org.pressmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.archive.Digest;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.index.Schema;
import org.pressmark.search.QuestionException;

/// What a question found, written down so that it can be cited and asked again.
///
/// The file is text, and the same on every machine that has the same archive: no clock and no path
/// is in it. Its SHA-256 is what to cite.
///
/// ```
/// pressmark frozen result, version 1
/// query: harbour strike
/// index: 3
/// rules: pressmark 0.1.0, rules 3f9ac21b0d4e: 2 articles
/// articles: 2
///
/// pm-gvqb…  9f86d081…
/// pm-hfa2…  60303ae2…
/// ```
///
/// @param index the version of the index that was asked
/// @param rules under which the articles were cleaned, and how many under which
/// @param texts the SHA-256 of each article's clean text, by the article's id
public record Frozen(
    String query, int index, SortedMap<String, Long> rules, SortedMap<Mark, String> texts) {
  private static final String TITLE = "pressmark frozen result, version 1";
  private static final String UNKNOWN = "not noted";
  private static final Pattern RULES = Pattern.compile("rules: (.*): ([0-9]{1,18}) articles?");
  private static final Pattern TEXT = Pattern.compile("(pm-[a-z2-7]{20})  ([0-9a-f]{64})");

  public Frozen {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /// What the question finds now.
  public static Frozen of(Holdings holdings, String query) throws IOException, QuestionException {
    SortedMap<String, Long> rules = new TreeMap<>();
    SortedMap<Mark, String> texts = new TreeMap<>();
    for (Position at : holdings.places(query)) {
      Entry entry = holdings.archive().entry(at);
      if (entry.content() instanceof Entry.Content.Kept kept) {
        texts.put(entry.mark(), hash(kept.article().body().text()));
        String edition = entry.version().edition().map(Edition::toString).orElse(UNKNOWN);
        rules.merge(edition, 1L, Long::sum);
      }
    }
    return new Frozen(oneLine(query), Schema.VERSION, rules, texts);
  }

  /// A line break is white space to a question.
  private static String oneLine(String query) {
    return query.replace('\n', ' ').replace('\r', ' ');
  }

  private static String hash(String text) {
    return Digest.hex(Digest.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The file's text.
  public String write() {
    StringBuilder file = new StringBuilder(TITLE).append("\nquery: ").append(query);
    file.append("\nindex: ").append(index);
    rules.forEach((edition, count) ->
        file.append("\nrules: ").append(edition).append(": ").append(articles(count)));
    file.append("\narticles: ").append(texts.size()).append("\n\n");
    texts.forEach((mark, hash) -> file.append(mark).append("  ").append(hash).append('\n'));
    return file.toString();
  }

  private static String articles(long count) {
    return count + (count == 1 ? " article" : " articles");
  }

  /// What to cite.
  public String sha256() {
    return hash(write());
  }

  /// Reads a file.
  ///
  /// @throws IOException where it is none of these, or is not as it was written
  public static Frozen read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 5 || !lines.getFirst().equals(TITLE)) {
      throw new IOException(file + ": is no frozen result; `search --freeze` writes one");
    }
    SortedMap<String, Long> rules = new TreeMap<>();
    SortedMap<Mark, String> texts = new TreeMap<>();
    for (String line : lines.subList(3, lines.size())) {
      Matcher text = TEXT.matcher(line);
      Matcher made = RULES.matcher(line);
      if (text.matches()) {
        texts.put(new Mark(text.group(1)), text.group(2));
      } else if (made.matches()) {
        rules.put(made.group(1), Long.parseLong(made.group(2)));
      }
    }
    Frozen frozen = new Frozen(after("query: ", lines.get(1)), number(lines.get(2)), rules, texts);
    if (!frozen.write().equals(Files.readString(file))) {
      throw new IOException(file + ": was changed since it was frozen, or is damaged; take the file"
          + " from a copy");
    }
    return frozen;
  }

  private static String after(String name, String line) {
    return line.startsWith(name) ? line.substring(name.length()) : "";
  }

  private static int number(String line) {
    String digits = after("index: ", line);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
  }

  /// How one result differs from the one that was frozen.
  public sealed interface Drift {
    Mark mark();

    /// @param isInArchive whether it is still there, and no longer matches
    record Gone(Mark mark, boolean isInArchive) implements Drift {}

    record New(Mark mark) implements Drift {}

    /// @param edition the rules that the other text was made under
    record Changed(Mark mark, Optional<Edition> edition) implements Drift {}
  }

  /// In the order of the marks.
  public List<Drift> drift(Frozen now, Holdings holdings) throws IOException {
    List<Drift> drift = new ArrayList<>();
    TreeSet<Mark> all = new TreeSet<>(texts.keySet());
    all.addAll(now.texts.keySet());
    for (Mark mark : all) {
      Optional<String> before = Optional.ofNullable(texts.get(mark));
      Optional<String> after = Optional.ofNullable(now.texts.get(mark));
      if (after.isEmpty()) {
        drift.add(new Drift.Gone(mark, holdings.entry(mark).isPresent()));
      } else if (before.isEmpty()) {
        drift.add(new Drift.New(mark));
      } else if (!before.equals(after)) {
        drift.add(new Drift.Changed(
            mark, holdings.entry(mark).flatMap(entry -> entry.version().edition())));
      }
    }
    return drift;
  }

  /// Of the rules and the index, what is another one than before, a sentence each.
  public List<String> circumstances(Frozen now) {
    List<String> circumstances = new ArrayList<>();
    if (!rules.keySet().equals(now.rules.keySet())) {
      circumstances.add(
          "cleaned under " + names(rules) + " then, under " + names(now.rules) + " now");
    }
    if (index != now.index) {
      circumstances.add("index version " + index + " then, " + now.index + " now");
    }
    return circumstances;
  }

  private static String names(Map<String, Long> rules) {
    return rules.isEmpty() ? "no rules" : String.join("; ", rules.keySet());
  }
}
