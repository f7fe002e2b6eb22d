package org.pressmark.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pressmark.article.Article;
import org.pressmark.article.Change;
import org.pressmark.article.Cut;
import org.pressmark.article.Entry;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.PageKind;

/// What an archive holds, entry by entry.
public final class Report {
  /// So many outlets are counted by their names.
  public static final int MAX_OUTLETS = 5_000;

  public static final String OTHER_OUTLETS = "(all other outlets)";
  static final String UNKNOWN = "unknown";

  /// What one rule has cut.
  ///
  /// @param articles in which it cut
  /// @param characters that it cut
  public record RuleCount(String kind, long cuts, long articles, long characters) {
    private RuleCount plus(RuleCount more) {
      return new RuleCount(
          kind, cuts + more.cuts, articles + more.articles, characters + more.characters);
    }
  }

  /// In how many articles a fact is known, and in how many of these its sources contradict each
  /// other.
  public record FieldCount(long known, long conflicts) {}

  /// Near-duplicates.
  ///
  /// @param families how many stories stand in the archive more than once
  /// @param articles in these families
  public record Kin(long families, long articles) {}

  private final Map<String, Outlet> outlets = new HashMap<>();
  private final SortedMap<String, Long> kinds = new TreeMap<>();
  private final SortedMap<String, Long> languages = new TreeMap<>();
  private final SortedMap<String, Long> problems = new TreeMap<>();
  private final SortedMap<String, RuleCount> rules = new TreeMap<>();
  private final Map<Field, long[]> fields = new EnumMap<>(Field.class);
  private Optional<Kin> kin = Optional.empty();
  private long articles;
  private long rejected;
  private long copies;

  public void see(Entry entry) {
    switch (entry.content()) {
      case Entry.Content.Kept kept -> {
        articles++;
        see(kept.article(), outlet(entry));
      }
      case Entry.Content.Rejected gone -> {
        rejected++;
        problems.merge(gone.problem().kind().toString(), 1L, Long::sum);
        outlet(entry).reject();
      }
      case Entry.Content.Again ignored -> copies++;
    }
  }

  /// The publisher, or else the host of the address.
  private Outlet outlet(Entry entry) {
    String name =
        new Change(entry.content(), entry.content()).outlet(entry.retrieval().url());
    boolean hasRoom = outlets.containsKey(name) || outlets.size() < MAX_OUTLETS;
    return outlets.computeIfAbsent(hasRoom ? name : OTHER_OUTLETS, Outlet::new);
  }

  private void see(Article article, Outlet outlet) {
    Facts facts = article.facts();
    String type = facts.value(Field.TYPE).orElse(UNKNOWN);
    kinds.merge(type, 1L, Long::sum);
    languages.merge(facts.value(Field.IN_LANGUAGE).orElse(UNKNOWN), 1L, Long::sum);
    boolean isContradicted = false;
    for (Fact fact : facts.all().values()) {
      long[] counts = fields.computeIfAbsent(fact.field(), field -> new long[2]);
      counts[0] += fact.isKnown() ? 1 : 0;
      counts[1] += fact.conflict().isPresent() ? 1 : 0;
      isContradicted |= fact.conflict().isPresent();
    }
    String text = article.body().text();
    outlet.see(new Outlet.Sight(
        day(facts),
        text.codePointCount(0, text.length()),
        count(article.cuts()),
        type.equals(PageKind.STUB.toString()),
        isContradicted,
        facts.value(Field.HEADLINE).isPresent(),
        facts.value(Field.AUTHOR).isPresent()));
  }

  private static Optional<LocalDate> day(Facts facts) {
    try {
      return facts.day().map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty(); // no such day
    }
  }

  /// @return how many characters were cut
  private long count(List<Cut> cuts) {
    Map<String, RuleCount> here = new HashMap<>();
    long characters = 0;
    for (Cut cut : cuts) {
      if (cut.isText()) {
        int length = cut.was().codePointCount(0, cut.was().length());
        characters += length;
        here.merge(
            cut.rule().name(),
            new RuleCount(cut.rule().kind().toString(), 1, 0, length),
            RuleCount::plus);
      }
    }
    here.forEach((rule, count) ->
        rules.merge(rule, count.plus(new RuleCount(count.kind(), 0, 1, 0)), RuleCount::plus));
    return characters;
  }

  public void note(Kin found) {
    kin = Optional.of(found);
  }

  public long articles() {
    return articles;
  }

  /// Documents that could not be cleaned.
  public long rejected() {
    return rejected;
  }

  /// Documents whose bytes the archive had already.
  public long copies() {
    return copies;
  }

  public Optional<Kin> kin() {
    return kin;
  }

  /// Those with most articles first.
  public List<Outlet> outlets() {
    List<Outlet> sorted = new ArrayList<>(outlets.values());
    sorted.sort(Comparator.comparingLong(Outlet::articles).reversed().thenComparing(Outlet::name));
    return sorted;
  }

  /// How many articles are of which kind of page.
  public SortedMap<String, Long> kinds() {
    return Collections.unmodifiableSortedMap(kinds);
  }

  public SortedMap<String, Long> languages() {
    return Collections.unmodifiableSortedMap(languages);
  }

  /// Why documents could not be cleaned.
  public SortedMap<String, Long> problems() {
    return Collections.unmodifiableSortedMap(problems);
  }

  public SortedMap<String, RuleCount> rules() {
    return Collections.unmodifiableSortedMap(rules);
  }

  /// Every field, those included that no article has.
  public SortedMap<Field, FieldCount> fields() {
    SortedMap<Field, FieldCount> counts = new TreeMap<>();
    for (Field field : Field.values()) {
      long[] known = fields.getOrDefault(field, new long[2]);
      counts.put(field, new FieldCount(known[0], known[1]));
    }
    return counts;
  }

  /// How many articles there are of each month, `2024-10`.
  public SortedMap<String, Long> months() {
    SortedMap<String, Long> months = new TreeMap<>();
    for (Outlet outlet : outlets.values()) {
      outlet
          .days()
          .forEach((day, count) -> months.merge(
              LocalDate.ofEpochDay(day).toString().substring(0, 7), (long) count, Long::sum));
    }
    return months;
  }

  public long undated() {
    return outlets.values().stream().mapToLong(Outlet::undated).sum();
  }

  public long stubs() {
    return kinds.getOrDefault(PageKind.STUB.toString(), 0L);
  }

  public long conflicts() {
    return outlets.values().stream().mapToLong(Outlet::conflicts).sum();
  }
}
