package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.article.Candidate;

/// A candidate as the judge sees it.
///
/// @param values tidied further than the candidate's own: people without "By", a headline without
/// the site's name
/// @param key equal for candidates that mean the same
/// @param weight from 0 to 1: the candidate's confidence, less what speaks against it
record Opinion(Candidate candidate, List<String> values, String key, double weight) {
  private static final Comparator<Opinion> HEAVIEST =
      Comparator.comparingDouble(Opinion::weight).reversed();

  static Opinion of(Candidate candidate, List<String> values, String key, double factor) {
    return new Opinion(candidate, List.copyOf(values), key, candidate.confidence() * factor);
  }

  /// The opinions, those that mean the same together: the meaning that most weight speaks for
  /// first, and in each the heaviest first.
  ///
  /// Weights of the same meaning add up like the chances that not all of them are wrong.
  static List<Opinion> ranked(List<Opinion> opinions) {
    Map<String, List<Opinion>> meanings = new LinkedHashMap<>();
    for (Opinion opinion : opinions) {
      meanings.computeIfAbsent(opinion.key(), k -> new ArrayList<>()).add(opinion);
    }
    List<List<Opinion>> order = new ArrayList<>(meanings.values());
    order.sort(Comparator.comparingDouble(Opinion::together).reversed());
    List<Opinion> ranked = new ArrayList<>();
    for (List<Opinion> same : order) {
      same.sort(HEAVIEST);
      ranked.addAll(same);
    }
    return ranked;
  }

  /// The opinions as [#ranked], but of those that mean the same the one that says most is first:
  /// a day with its time before a day, `pt-BR` before `pt`.
  static List<Opinion> fullest(List<Opinion> opinions) {
    List<Opinion> ranked = new ArrayList<>(ranked(opinions));
    if (!ranked.isEmpty()) {
      String believed = ranked.getFirst().key();
      Opinion fullest = ranked.getFirst();
      for (Opinion opinion : ranked) {
        if (opinion.key().equals(believed)
            && opinion.weight() >= Judge.GOOD
            && firstLength(opinion) > firstLength(fullest)) {
          fullest = opinion;
        }
      }
      if (fullest != ranked.getFirst()) {
        ranked.remove(fullest);
        ranked.addFirst(fullest);
      }
    }
    return ranked;
  }

  private static int firstLength(Opinion opinion) {
    return opinion.values().isEmpty() ? 0 : opinion.values().getFirst().length();
  }

  /// The opinions, the heaviest first.
  static List<Opinion> byWeight(List<Opinion> opinions) {
    List<Opinion> heaviest = new ArrayList<>(opinions);
    heaviest.sort(HEAVIEST);
    return heaviest;
  }

  /// Each sort of place counts once: a page that says a thing ten times in its meta tags said it
  /// once.
  private static double together(List<Opinion> same) {
    Map<Candidate.Source, Double> heaviest = new EnumMap<>(Candidate.Source.class);
    for (Opinion opinion : same) {
      heaviest.merge(opinion.candidate().source(), opinion.weight(), Math::max);
    }
    double allWrong = 1;
    for (double weight : heaviest.values()) {
      allWrong *= 1 - weight;
    }
    return 1 - allWrong;
  }

  /// `json-ld says 2021-09-29 (json-ld[1]/datePublished)`
  String sentence() {
    return candidate.source() + " says " + String.join(", ", values) + " (" + candidate.place()
        + ")";
  }
}
