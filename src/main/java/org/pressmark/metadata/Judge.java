package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;

/// Decides for each field which of its candidates to believe.
final class Judge {
  /// Two candidates of this weight that contradict each other make a conflict.
  static final double GOOD = .45;

  /// Less than this is a guess that no one should be given for a fact.
  private static final double LEAST = .15;
  /// A detector mixes up siblings such as Norwegian and Danish; the page knows.
  private static final double SIBLING = .5;
  /// An address that is none, or a publisher that is one.
  private static final double OUT_OF_FORM = .3;

  private static final List<String> HOSTS_GONE = List.of("https:///", "http:///");

  private final Evidence evidence;
  private final Map<Field, List<Candidate>> all = new EnumMap<>(Field.class);
  private final Map<Field, List<Candidate>> candidates = new EnumMap<>(Field.class);
  /// Candidates in plain words, and what their places gave.
  private final Map<Candidate, Candidate> given = new HashMap<>();

  Judge(Evidence evidence, List<Candidate> all, Plain plain) {
    this.evidence = evidence;
    for (Candidate candidate : all) {
      Field field = candidate.field();
      this.all.computeIfAbsent(field, f -> new ArrayList<>()).add(candidate);
      plain.of(candidate).ifPresent(words -> {
        candidates.computeIfAbsent(field, f -> new ArrayList<>()).add(words);
        given.putIfAbsent(words, candidate);
      });
    }
  }

  Facts facts() {
    List<Fact> facts = new ArrayList<>();
    for (Field field : Field.values()) {
      fact(field).ifPresent(facts::add);
    }
    return Facts.of(facts);
  }

  private List<Candidate> about(Field field) {
    return candidates.getOrDefault(field, List.of());
  }

  private Optional<Fact> fact(Field field) {
    return switch (field) {
      case HEADLINE -> decide(field, Opinion.byWeight(headlines()));
      case AUTHOR -> decide(field, authors().ranked(about(field)));
      case DATE_PUBLISHED, DATE_MODIFIED ->
        decide(field, Opinion.fullest(new Dates(evidence).opinions(about(field))));
      case IN_LANGUAGE -> decide(field, Opinion.fullest(languages()));
      case ARTICLE_SECTION,
          PUBLISHER,
          URL,
          IMAGE,
          KEYWORDS,
          DESCRIPTION,
          IS_ACCESSIBLE_FOR_FREE,
          TYPE -> decide(field, Opinion.ranked(asGiven(field)));
    };
  }

  private Set<String> sites() {
    return Headlines.sites(about(Field.PUBLISHER), evidence.url());
  }

  private Authors authors() {
    return new Authors(
        Headlines.sites(about(Field.PUBLISHER), Optional.empty()), Headlines.hosts(evidence.url()));
  }

  private List<Opinion> headlines() {
    Set<String> sites = new LinkedHashSet<>(sites());
    Set<String> told = about(Field.HEADLINE).stream()
        .filter(Headlines::isTold)
        .map(candidate -> Headlines.letters(candidate.values().getFirst()))
        .collect(Collectors.toSet());
    evidence.clippings().siteNames().stream()
        .filter(name -> !told.contains(Headlines.letters(name)))
        .forEach(sites::add);
    return new Headlines(sites, about(Field.HEADLINE), evidence.headlineLines()).opinions();
  }

  private List<Opinion> languages() {
    Set<String> declared = new LinkedHashSet<>();
    about(Field.IN_LANGUAGE).stream()
        .filter(c -> c.source() != Source.DETECTED)
        .forEach(c -> declared.add(LanguageReader.primary(c.values().getFirst())));
    List<Opinion> opinions = new ArrayList<>();
    for (Candidate candidate : about(Field.IN_LANGUAGE)) {
      LanguageReader.tag(candidate.values().getFirst()).ifPresent(tag -> {
        String language = LanguageReader.primary(tag);
        boolean isSibling = candidate.source() == Source.DETECTED
            && declared.stream().anyMatch(other -> LanguageReader.areSiblings(language, other));
        String value = LanguageReader.shorten(tag);
        opinions.add(Opinion.of(candidate, List.of(value), language, isSibling ? SIBLING : 1));
      });
    }
    return opinions;
  }

  private List<Opinion> asGiven(Field field) {
    boolean isAddress = field == Field.URL || field == Field.IMAGE;
    List<Opinion> opinions = new ArrayList<>();
    for (Candidate candidate : about(field)) {
      String value = candidate.values().getFirst();
      boolean isInForm =
          field == Field.PUBLISHER ? !isAddress(value) : !isAddress || isAddress(value);
      List<String> values = List.copyOf(withoutEmptyHost(candidate.values()));
      String key = Evidence.lower(String.join("\n", values));
      opinions.add(Opinion.of(candidate, values, key, isInForm ? 1 : OUT_OF_FORM));
    }
    return opinions;
  }

  /// Where a host was torn out of an address, its path is left: `https:///uploads/gull.jpg` gives
  /// `/uploads/gull.jpg`.
  private static Set<String> withoutEmptyHost(List<String> values) {
    Set<String> whole = new LinkedHashSet<>();
    values.forEach(value -> whole.add(
        HOSTS_GONE.stream().anyMatch(value::startsWith)
            ? value.substring(value.indexOf("///") + 2)
            : value));
    return whole;
  }

  private static boolean isAddress(String value) {
    return (value.startsWith("http://") || value.startsWith("https://"))
        && HOSTS_GONE.stream().noneMatch(value::startsWith);
  }

  private Optional<Fact> decide(Field field, List<Opinion> ranked) {
    if (ranked.isEmpty()
        || ranked.getFirst().values().isEmpty()
        || ranked.getFirst().weight() < LEAST) {
      return Optional.empty();
    }
    Opinion believed = ranked.getFirst();
    Set<Candidate> order = new LinkedHashSet<>();
    ranked.forEach(
        opinion -> order.add(given.getOrDefault(opinion.candidate(), opinion.candidate())));
    order.addAll(all.getOrDefault(field, List.of()));
    return Optional.of(
        new Fact(field, believed.values(), List.copyOf(order), conflict(field, ranked)));
  }

  private static Optional<String> conflict(Field field, List<Opinion> ranked) {
    Opinion believed = ranked.getFirst();
    return ranked.stream()
        .filter(other -> contradict(field, believed, other))
        .findFirst()
        .map(other -> believed.sentence() + ", but " + other.sentence());
  }

  private static boolean contradict(Field field, Opinion believed, Opinion other) {
    boolean isGood = other.weight() >= GOOD && !other.values().isEmpty();
    return switch (field) {
      case AUTHOR -> Authors.contradict(believed, other);
      case DATE_PUBLISHED, IN_LANGUAGE, IS_ACCESSIBLE_FOR_FREE ->
        isGood && !other.key().equals(believed.key());
      case HEADLINE,
          DATE_MODIFIED,
          ARTICLE_SECTION,
          PUBLISHER,
          URL,
          IMAGE,
          KEYWORDS,
          DESCRIPTION,
          TYPE -> false;
    };
  }
}
