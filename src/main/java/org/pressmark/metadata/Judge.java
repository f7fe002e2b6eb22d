package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final Evidence evidence;
  private final Map<Field, List<Candidate>> all = new EnumMap<>(Field.class);
  private final Map<Field, List<Candidate>> candidates = new EnumMap<>(Field.class);
  /// Candidates put into plainer words, and what their places gave.
  private final Map<Candidate, Candidate> given = new IdentityHashMap<>();

  Judge(Evidence evidence, List<Candidate> all, Plain plain) {
    this.evidence = evidence;
    for (Candidate candidate : all) {
      Field field = candidate.field();
      this.all.computeIfAbsent(field, f -> new ArrayList<>()).add(candidate);
      plain.of(candidate).ifPresent(words -> {
        candidates.computeIfAbsent(field, f -> new ArrayList<>()).add(words);
        if (words != candidate) {
          given.put(words, candidate);
        }
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
      case DATE_PUBLISHED, DATE_MODIFIED -> date(field);
      case IN_LANGUAGE -> decide(field, Opinion.fullest(languages()));
      case ALTERNATIVE_HEADLINE, CAPTION -> decide(field, Opinion.ranked(besideHeadline(field)));
      case ARTICLE_SECTION,
          PUBLISHER,
          SOURCE_ORGANIZATION,
          LOCATION_CREATED,
          URL,
          IMAGE,
          CREDIT_TEXT,
          KEYWORDS,
          DESCRIPTION,
          IS_ACCESSIBLE_FOR_FREE,
          TYPE -> decide(field, Opinion.ranked(asGiven(field)));
    };
  }

  private Optional<Fact> date(Field field) {
    List<Candidate> changes =
        field == Field.DATE_PUBLISHED ? about(Field.DATE_MODIFIED) : List.<Candidate>of();
    Dates dates = new Dates(evidence, about(field), changes);
    return decide(field, Opinion.fullest(dates.opinions()), dates.refusals());
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
    Set<String> told = new HashSet<>();
    for (Candidate candidate : about(Field.HEADLINE)) {
      if (Headlines.isTold(candidate)) {
        told.add(Headlines.letters(candidate.values().getFirst()));
      }
    }
    for (String name : evidence.clippings().siteNames()) {
      if (!told.contains(Headlines.letters(name))) {
        sites.add(name);
      }
    }
    return new Headlines(
            evidence.above(),
            sites,
            about(Field.HEADLINE),
            evidence.headlineLines(),
            evidence::hasLine)
        .opinions();
  }

  /// Lines that do not only say the headline again.
  private List<Opinion> besideHeadline(Field field) {
    List<Opinion> opinions = new ArrayList<>();
    for (Candidate candidate : about(field)) {
      String letters = Headlines.letters(candidate.values().getFirst());
      boolean isHeadline = about(Field.HEADLINE).stream()
          .anyMatch(headline -> Headlines.letters(headline.values().getFirst()).contains(letters));
      opinions.add(Opinion.of(candidate, candidate.values(), letters, isHeadline ? 0 : 1));
    }
    return opinions;
  }

  private List<Opinion> languages() {
    Set<String> declared = new LinkedHashSet<>();
    for (Candidate candidate : about(Field.IN_LANGUAGE)) {
      if (candidate.source() != Source.DETECTED) {
        declared.add(LanguageReader.primary(candidate.values().getFirst()));
      }
    }
    List<Opinion> opinions = new ArrayList<>();
    for (Candidate candidate : about(Field.IN_LANGUAGE)) {
      LanguageReader.tag(candidate.values().getFirst()).ifPresent(tag -> {
        String language = LanguageReader.primary(tag);
        boolean isSibling = candidate.source() == Source.DETECTED && hasSibling(language, declared);
        String value = LanguageReader.shorten(tag);
        opinions.add(Opinion.of(candidate, List.of(value), language, isSibling ? SIBLING : 1));
      });
    }
    return opinions;
  }

  private static boolean hasSibling(String language, Set<String> others) {
    for (String other : others) {
      if (LanguageReader.areSiblings(language, other)) {
        return true;
      }
    }
    return false;
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
    for (String value : values) {
      whole.add(hasNoHost(value) ? value.substring(value.indexOf("///") + 2) : value);
    }
    return whole;
  }

  private static boolean hasNoHost(String address) {
    return address.startsWith("https:///") || address.startsWith("http:///");
  }

  private static boolean isAddress(String value) {
    return (value.startsWith("http://") || value.startsWith("https://")) && !hasNoHost(value);
  }

  private Optional<Fact> decide(Field field, List<Opinion> ranked) {
    return decide(field, ranked, Map.of());
  }

  /// @param refusals of candidates that are in no opinion
  private Optional<Fact> decide(
      Field field, List<Opinion> ranked, Map<Candidate, String> refusals) {
    List<Candidate> said = all.getOrDefault(field, List.of());
    if (said.isEmpty()) {
      return Optional.empty();
    }
    boolean isKnown = !ranked.isEmpty()
        && !ranked.getFirst().values().isEmpty()
        && ranked.getFirst().weight() >= LEAST;
    Map<Candidate, String> refused = new LinkedHashMap<>(refusals);
    Set<Candidate> order = new LinkedHashSet<>();
    if (isKnown) {
      Opinion believed = ranked.getFirst();
      ranked.stream().filter(o -> agree(field, believed, o)).forEach(o -> order.add(given(o)));
    }
    int agreeing = order.size();
    for (Opinion opinion : ranked) {
      Candidate candidate = given(opinion);
      if (opinion.values().isEmpty()) {
        refused.put(candidate, "names nobody");
      } else {
        order.add(candidate);
      }
    }
    said.stream().filter(candidate -> !refused.containsKey(candidate)).forEach(order::add);
    refused.forEach((candidate, why) -> order.add(candidate.refused(why)));
    return Optional.of(new Fact(
        field,
        isKnown ? ranked.getFirst().values() : List.of(),
        List.copyOf(order),
        agreeing,
        isKnown ? conflict(field, ranked) : Optional.empty()));
  }

  /// What its place gave.
  private Candidate given(Opinion opinion) {
    return given.getOrDefault(opinion.candidate(), opinion.candidate());
  }

  /// Whether two opinions mean the same, be the one only the end of an author's address.
  private static boolean agree(Field field, Opinion believed, Opinion other) {
    return other.key().equals(believed.key())
        || field == Field.AUTHOR
            && other.candidate().source() == Source.AUTHOR_URL
            && !Authors.contradict(believed, other);
  }

  private static Optional<String> conflict(Field field, List<Opinion> ranked) {
    Opinion believed = ranked.getFirst();
    for (Opinion other : ranked) {
      if (contradict(field, believed, other)) {
        return Optional.of(believed.sentence() + ", but " + other.sentence());
      }
    }
    return Optional.empty();
  }

  private static boolean contradict(Field field, Opinion believed, Opinion other) {
    boolean isGood = other.weight() >= GOOD && !other.values().isEmpty();
    return switch (field) {
      case AUTHOR -> Authors.contradict(believed, other);
      case DATE_PUBLISHED, IN_LANGUAGE, IS_ACCESSIBLE_FOR_FREE ->
        isGood && !other.key().equals(believed.key());
      case HEADLINE,
          ALTERNATIVE_HEADLINE,
          DATE_MODIFIED,
          ARTICLE_SECTION,
          PUBLISHER,
          SOURCE_ORGANIZATION,
          LOCATION_CREATED,
          URL,
          IMAGE,
          CAPTION,
          CREDIT_TEXT,
          KEYWORDS,
          DESCRIPTION,
          TYPE -> false;
    };
  }
}
