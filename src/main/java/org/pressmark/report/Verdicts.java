package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What people say of a sample, and what follows from it.
///
/// @param belongs by item, whether its text belongs to the story; unanswered ones are not there
public record Verdicts(Draw.Sample sample, Map<String, Boolean> belongs) {
  public Verdicts {
    belongs = Map.copyOf(belongs);
  }

  /// Of one stratum.
  ///
  /// @param judged how many were answered
  /// @param wrong cuts that belong to the story, or kept blocks that do not
  public record Tally(Draw.Stratum stratum, int judged, int wrong) {
    public Interval interval() {
      return Interval.of(judged == 0 ? 0 : (double) wrong / judged, judged);
    }
  }

  public List<Tally> tallies() {
    List<Tally> tallies = new ArrayList<>();
    for (Draw.Stratum stratum : sample.strata()) {
      int judged = 0;
      int wrong = 0;
      for (Draw.Unit unit : sample.units()) {
        Boolean answer = belongs.get(unit.item());
        if (answer != null
            && unit.decision() == stratum.decision()
            && unit.stratum().equals(stratum.name())) {
          judged++;
          wrong += answer == (unit.decision() == Draw.Decision.CUT) ? 1 : 0;
        }
      }
      tallies.add(new Tally(stratum, judged, wrong));
    }
    return tallies;
  }

  /// All strata of one decision, each weighted by its size. The interval is Wilson's for as many
  /// units as would tell as much if nothing were weighted: 1 / Σ(w²/n) (Kish).
  ///
  /// @param size how many there are in the strata with an answer
  /// @param all how many there are
  public record Weighted(int judged, long size, long all, Interval interval) {}

  public Optional<Weighted> of(Draw.Decision decision) {
    List<Tally> judged = tallies().stream()
        .filter(tally -> tally.stratum().decision() == decision && tally.judged() > 0)
        .toList();
    long size = judged.stream().mapToLong(tally -> tally.stratum().size()).sum();
    if (size == 0) {
      return Optional.empty();
    }
    double share = 0;
    double spread = 0;
    int answers = 0;
    for (Tally tally : judged) {
      double weight = (double) tally.stratum().size() / size;
      share += weight * tally.wrong() / tally.judged();
      spread += weight * weight / tally.judged();
      answers += tally.judged();
    }
    long all = sample.strata().stream()
        .filter(stratum -> stratum.decision() == decision)
        .mapToLong(Draw.Stratum::size)
        .sum();
    return Optional.of(new Weighted(answers, size, all, Interval.of(share, 1 / spread)));
  }

  public int answered() {
    return (int)
        sample.units().stream().filter(unit -> belongs.containsKey(unit.item())).count();
  }

  /// How far two people agree, beyond what chance would bring (J. Cohen, 1960).
  ///
  /// @param both items that both have answered
  /// @param same of these, answered alike
  /// @param kappa 1 where all are
  public record Agreement(int both, int same, double kappa) {}

  public Agreement with(Verdicts other) {
    int both = 0;
    int same = 0;
    int mine = 0;
    int theirs = 0;
    for (Map.Entry<String, Boolean> answer : belongs.entrySet()) {
      Boolean another = other.belongs.get(answer.getKey());
      if (another != null) {
        both++;
        same += another.equals(answer.getValue()) ? 1 : 0;
        mine += answer.getValue() ? 1 : 0;
        theirs += another ? 1 : 0;
      }
    }
    if (both == 0) {
      return new Agreement(0, 0, 0);
    }
    double seen = (double) same / both;
    double yes = (double) mine / both * theirs / both;
    double no = (1 - (double) mine / both) * (1 - (double) theirs / both);
    double chance = yes + no;
    return new Agreement(both, same, chance == 1 ? 1 : (seen - chance) / (1 - chance));
  }

  /// A sentence for the methods section of a paper; empty where nothing is answered.
  ///
  /// @param seed of the sample
  public String sentence(long seed) {
    List<String> parts = new ArrayList<>();
    of(Draw.Decision.CUT)
        .ifPresent(cuts -> parts.add(part(cuts, "cuts", "took away text of the story")));
    of(Draw.Decision.KEPT)
        .ifPresent(kept -> parts.add(part(kept, "paragraphs kept", "did not belong to the story")));
    if (parts.isEmpty()) {
      return "";
    }
    return "In a random sample (seed " + seed
        + ", cuts stratified by rule) judged without knowledge"
        + " of the program's decision, " + String.join(", and ", parts)
        + "; Wilson score intervals, strata weighted by their size.";
  }

  private static String part(Weighted weighted, String what, String error) {
    return String.format(
        Locale.ROOT,
        "%.1f %% of the %,d %s %s (%d judged, 95 %% confidence interval %.1f to %.1f %%)",
        100 * weighted.interval().share(),
        weighted.size(),
        what,
        error,
        weighted.judged(),
        100 * weighted.interval().low(),
        100 * weighted.interval().high());
  }
}
