package org.pressmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pressmark.article.Change;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.export.Contrast;

/// What an archive is under the present rules, beside what it holds.
public final class Revision {
  /// Under which name outlets are counted when there are too many to count each.
  public static final String OTHER_OUTLETS = "(all other outlets)";

  /// The rules of a result of which nobody noted them.
  public static final String UNKNOWN_EDITION = "not noted";

  private static final int MAX_OUTLETS = 5_000;
  private static final int MAX_SAMPLES = 300;
  private static final int MAX_NAMED = 100;

  /// A difference, as an example.
  public record Sample(Mark mark, Origin origin, Contrast contrast) {}

  /// A document that could not be held against the present rules.
  public record Failure(Mark mark, Origin origin, String why) {}

  /// How many documents of an outlet, or of all, are what they were, and how many are not.
  ///
  /// @param same not different in anything
  /// @param text articles with another text
  /// @param facts articles with another value of a fact
  /// @param both of them, those with both
  /// @param evidence articles with the same text and values, and other cuts, structure or sources
  /// @param nowCleaned articles now, and not before
  /// @param noLongerCleaned articles before, and not now
  /// @param otherReason not cleaned, for another reason than before
  /// @param accepted of all these, those that were taken over
  public record Counts(
      long same,
      long text,
      long facts,
      long both,
      long evidence,
      long nowCleaned,
      long noLongerCleaned,
      long otherReason,
      long accepted) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(Change change) {
      boolean isText = change.isTextChanged();
      boolean isFacts = !change.facts().isEmpty();
      boolean isNow = change.isNowCleaned();
      boolean isNoLonger = change.isNoLongerCleaned();
      boolean isSame = change.isNothing();
      boolean isOther = !isSame && !isText && !isFacts && !isNow && !isNoLonger;
      boolean isReason = isOther && change.after() instanceof Entry.Content.Rejected;
      return new Counts(
          one(isSame),
          one(isText),
          one(isFacts),
          one(isText && isFacts),
          one(isOther && !isReason),
          one(isNow),
          one(isNoLonger),
          one(isReason),
          0);
    }

    private static long one(boolean isTrue) {
      return isTrue ? 1 : 0;
    }

    Counts plus(Counts more) {
      return new Counts(
          same + more.same,
          text + more.text,
          facts + more.facts,
          both + more.both,
          evidence + more.evidence,
          nowCleaned + more.nowCleaned,
          noLongerCleaned + more.noLongerCleaned,
          otherReason + more.otherReason,
          accepted + more.accepted);
    }

    Counts accepting() {
      return plus(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 1));
    }

    /// Documents that are not what they were in anything.
    public long different() {
      return text + facts - both + evidence + nowCleaned + noLongerCleaned + otherReason;
    }

    public long documents() {
      return same + different();
    }
  }

  private final Edition edition;
  private final int samplesAnOutlet;
  private final SortedMap<String, Counts> outlets = new TreeMap<>();
  private final SortedMap<String, List<Sample>> samples = new TreeMap<>();
  private final SortedMap<String, Long> editions = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Counts all = Counts.NONE;
  private long present;
  private long failed;
  private long warned;
  private long sampled;
  private long unsampled;
  private boolean stopped;

  Revision(Edition edition, int samplesAnOutlet) {
    this.edition = edition;
    this.samplesAnOutlet = samplesAnOutlet;
  }

  void seePresent() {
    present++;
  }

  void see(Entry first, Optional<Edition> made, Change change, String outlet) {
    Counts counts = Counts.of(change);
    all = all.plus(counts);
    outlets.merge(row(outlet), counts, Counts::plus);
    editions.merge(made.map(Edition::toString).orElse(UNKNOWN_EDITION), 1L, Long::sum);
    if (counts.different() - counts.evidence() - counts.otherReason() > 0) {
      sample(first, change, row(outlet));
    }
  }

  private String row(String outlet) {
    return outlets.containsKey(outlet) || outlets.size() < MAX_OUTLETS ? outlet : OTHER_OUTLETS;
  }

  private void sample(Entry first, Change change, String outlet) {
    List<Sample> some = samples.getOrDefault(outlet, List.of());
    if (some.size() >= samplesAnOutlet || sampled >= MAX_SAMPLES) {
      unsampled++;
      return;
    }
    samples
        .computeIfAbsent(outlet, name -> new ArrayList<>())
        .add(new Sample(first.mark(), first.origin(), Contrast.of(change)));
    sampled++;
  }

  void accept(String outlet) {
    all = all.accepting();
    outlets.computeIfPresent(row(outlet), (name, counts) -> counts.accepting());
  }

  void fail(Entry first, String why) {
    failed++;
    if (failures.size() < MAX_NAMED) {
      failures.add(new Failure(first.mark(), first.origin(), why));
    }
  }

  void warn(String sentence) {
    warned++;
    if (warnings.size() < MAX_NAMED) {
      warnings.add(sentence);
    }
  }

  void stop() {
    stopped = true;
  }

  /// The present rules.
  public Edition edition() {
    return edition;
  }

  public Counts all() {
    return all;
  }

  /// Documents whose newest version was made under the present rules, or has been held against them
  /// before.
  public long present() {
    return present;
  }

  /// By the outlet's name.
  public SortedMap<String, Counts> outlets() {
    return java.util.Collections.unmodifiableSortedMap(outlets);
  }

  /// Some differences of each outlet, in the archive's order.
  public Map<String, List<Sample>> samples() {
    return java.util.Collections.unmodifiableMap(samples);
  }

  /// Differences in text, facts or between an article and none, of which there is no example.
  public long unsampled() {
    return unsampled;
  }

  /// Under which rules what was compared had been made, and how many documents.
  public SortedMap<String, Long> editions() {
    return java.util.Collections.unmodifiableSortedMap(editions);
  }

  /// Documents that could not be compared; they stay as they are.
  public long failed() {
    return failed;
  }

  /// The first of them.
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  /// Damaged places that were passed over, and what else there is to know.
  public long warned() {
    return warned;
  }

  /// The first of them.
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /// Whether the run was stopped before the end.
  public boolean isStopped() {
    return stopped;
  }
}
