package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Candidate;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;

/// Decides for each field which of its candidates to believe.
final class Judge {
  /// Two candidates of this weight that contradict each other make a conflict.
  private static final double GOOD = .45;

  private final Evidence evidence;
  private final Map<Field, List<Candidate>> candidates = new EnumMap<>(Field.class);

  Judge(Evidence evidence, List<Candidate> all) {
    this.evidence = evidence;
    for (Candidate candidate : all) {
      candidates.computeIfAbsent(candidate.field(), f -> new ArrayList<>()).add(candidate);
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
      case AUTHOR -> decide(field, Opinion.ranked(new Authors(sites()).opinions(about(field))));
      case DATE_PUBLISHED, DATE_MODIFIED ->
        decide(field, Opinion.ranked(new Dates(evidence).opinions(about(field))));
      case IN_LANGUAGE -> decide(field, Opinion.ranked(languages()));
      case ARTICLE_SECTION, PUBLISHER, URL, IMAGE, KEYWORDS, DESCRIPTION, IS_ACCESSIBLE_FOR_FREE ->
        decide(field, Opinion.ranked(asGiven(field)));
    };
  }

  private Set<String> sites() {
    return Headlines.sites(about(Field.PUBLISHER), evidence.url());
  }

  private List<Opinion> headlines() {
    return new Headlines(sites(), about(Field.HEADLINE)).opinions();
  }

  private List<Opinion> languages() {
    List<Opinion> opinions = new ArrayList<>();
    for (Candidate candidate : about(Field.IN_LANGUAGE)) {
      LanguageReader.tag(candidate.values().getFirst())
          .ifPresent(tag -> opinions.add(Opinion.of(
              candidate, List.of(LanguageReader.shorten(tag)), LanguageReader.primary(tag), 1)));
    }
    return opinions;
  }

  private List<Opinion> asGiven(Field field) {
    return about(field).stream()
        .map(c -> Opinion.of(
            c,
            new ArrayList<>(new LinkedHashSet<>(c.values())),
            Evidence.lower(String.join("\n", c.values())),
            1))
        .toList();
  }

  private Optional<Fact> decide(Field field, List<Opinion> ranked) {
    if (ranked.isEmpty()
        || ranked.getFirst().values().isEmpty()
        || ranked.getFirst().weight() < .15) {
      return Optional.empty();
    }
    Opinion believed = ranked.getFirst();
    List<Candidate> order =
        new ArrayList<>(ranked.stream().map(Opinion::candidate).toList());
    about(field).stream().filter(c -> !order.contains(c)).forEach(order::add);
    return Optional.of(new Fact(field, believed.values(), order, conflict(field, ranked)));
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
      case DATE_PUBLISHED -> isGood && !other.key().equals(believed.key());
      case IN_LANGUAGE, IS_ACCESSIBLE_FOR_FREE -> isGood && !other.key().equals(believed.key());
      case HEADLINE, DATE_MODIFIED, ARTICLE_SECTION, PUBLISHER, URL, IMAGE, KEYWORDS, DESCRIPTION ->
        false;
    };
  }
}
