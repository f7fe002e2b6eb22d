package org.pressmark.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pressmark.archive.Digest;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Cut;
import org.pressmark.article.Entry;

/// Draws cuts and kept blocks at random, in one walk through the archive.
///
/// Each has a number that is made of the seed, its article's id and its place, and looks random;
/// those with the smallest numbers are drawn. So the same archive and seed give the same sample,
/// whatever the order. Half of it are cuts, from every rule as many as its share of all cuts, and
/// two at least.
public final class Draw {
  private static final int CONTEXT = 160;
  private static final int MAX_TEXT = 600;

  /// Rules that cut from the text what stands among the facts, so that nobody could say whether
  /// that
  /// was wrong by looking at the text.
  private static final Set<String> OF_FACTS = Set.of("headline", "deck", "byline", "dateline");

  /// What the program decided.
  public enum Decision {
    CUT,
    KEPT
  }

  /// One that was drawn.
  ///
  /// @param item by which its answer is known
  /// @param stratum the rule that cut it; of what was kept, `kept`
  /// @param before what stands before it
  public record Unit(
      String item,
      Decision decision,
      String stratum,
      String source,
      String before,
      String text,
      String after) {}

  /// All cuts of one rule, or all that was kept.
  ///
  /// @param size how many there are in the archive
  public record Stratum(Decision decision, String name, long size) {}

  /// @param units in an order that looks random
  /// @param leftOut cuts of what stands among the facts: headline, deck, byline and dateline
  public record Sample(List<Stratum> strata, List<Unit> units, long leftOut) {
    public Sample {
      strata = List.copyOf(strata);
      units = List.copyOf(units);
    }
  }

  private static final class Pool {
    final Decision decision;
    final String name;
    final TreeMap<String, Unit> smallest = new TreeMap<>();
    long size;

    Pool(Decision decision, String name) {
      this.decision = decision;
      this.name = name;
    }
  }

  private final long seed;
  private final int limit;
  private final Map<String, Pool> pools = new TreeMap<>();
  private long leftOut;

  /// @param limit how many are to be drawn
  public Draw(long seed, int limit) {
    this.seed = seed;
    this.limit = limit;
  }

  public void see(Entry entry) {
    if (entry.content() instanceof Entry.Content.Kept kept) {
      cuts(kept.article());
      blocks(kept.article());
    }
  }

  private interface Excerpt {
    Unit of(String item);
  }

  private void offer(Decision decision, String name, Article article, int number, Excerpt excerpt) {
    Pool pool = pools.computeIfAbsent(decision + " " + name, key -> new Pool(decision, name));
    pool.size++;
    String key = key(article.mark() + " " + decision + " " + number);
    if (pool.smallest.size() < limit || key.compareTo(pool.smallest.lastKey()) < 0) {
      pool.smallest.put(key, excerpt.of(key.substring(0, 12)));
      if (pool.smallest.size() > limit) {
        pool.smallest.pollLastEntry();
      }
    }
  }

  private String key(String what) {
    MessageDigest digest = Digest.sha256();
    digest.update((seed + " " + what).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private void cuts(Article article) {
    String[] original = new String[1];
    for (int at = 0; at < article.cuts().size(); at++) {
      Cut cut = article.cuts().get(at);
      if (OF_FACTS.contains(cut.rule().name())) {
        leftOut++;
      } else if (cut.isText() && !cut.was().isBlank()) {
        String rule = cut.rule().name();
        offer(Decision.CUT, rule, article, at, item -> {
          if (original[0] == null) {
            original[0] = article.original();
          }
          return new Unit(
              item,
              Decision.CUT,
              rule,
              article.origin().toString(),
              end(original[0].substring(0, cut.offset())),
              shortened(cut.was().strip()),
              beginning(original[0].substring(cut.end())));
        });
      }
    }
  }

  private void blocks(Article article) {
    List<Block> blocks = article.body().blocks();
    for (int at = 0; at < blocks.size(); at++) {
      int number = at;
      offer(
          Decision.KEPT,
          "kept",
          article,
          number,
          item -> new Unit(
              item,
              Decision.KEPT,
              "kept",
              article.origin().toString(),
              number == 0 ? "" : end(blocks.get(number - 1).text()),
              shortened(blocks.get(number).text()),
              number + 1 == blocks.size()
                  ? ""
                  : beginning(blocks.get(number + 1).text())));
    }
  }

  private static String end(String text) {
    String near = text.substring(Math.max(0, text.length() - 4 * CONTEXT)).strip();
    int start = Math.max(0, near.length() - CONTEXT);
    return start > 0 && Character.isLowSurrogate(near.charAt(start))
        ? near.substring(start + 1)
        : near.substring(start);
  }

  private static String beginning(String text) {
    String near = text.substring(0, Math.min(text.length(), 4 * CONTEXT)).strip();
    return upTo(near, CONTEXT);
  }

  private static String upTo(String text, int length) {
    int end = Math.min(text.length(), length);
    return end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
        ? text.substring(0, end - 1)
        : text.substring(0, end);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT
        ? text
        : upTo(text, MAX_TEXT / 2) + " [… " + (text.length() - MAX_TEXT) + " characters more …] "
            + end(text).substring(0, Math.min(CONTEXT, end(text).length()));
  }

  public Sample finish() {
    List<Pool> cuts = pools.values().stream()
        .filter(pool -> pool.decision == Decision.CUT)
        .sorted(
            Comparator.comparingLong((Pool pool) -> -pool.size).thenComparing(pool -> pool.name))
        .toList();
    List<Pool> kept =
        pools.values().stream().filter(pool -> pool.decision == Decision.KEPT).toList();
    long allKept = kept.stream().mapToLong(pool -> pool.size).sum();
    long allCuts = cuts.stream().mapToLong(pool -> pool.size).sum();
    int ofCuts = (int) Math.min(allCuts, Math.max(limit / 2, limit - allKept));
    Map<Pool, Integer> shares = shares(cuts, ofCuts);
    kept.forEach(pool -> shares.put(pool, limit - ofCuts));
    TreeMap<String, Unit> drawn = new TreeMap<>();
    List<Stratum> strata = new ArrayList<>();
    shares.forEach((pool, share) -> {
      strata.add(new Stratum(pool.decision, pool.name, pool.size));
      pool.smallest.entrySet().stream()
          .limit(share)
          .forEach(entry -> drawn.put(key(entry.getKey()), entry.getValue()));
    });
    return new Sample(strata, List.copyOf(drawn.values()), leftOut);
  }

  /// Two for each as long as there are some, the rest by size.
  private static Map<Pool, Integer> shares(List<Pool> pools, int all) {
    Map<Pool, Integer> shares = new LinkedHashMap<>();
    int left = all;
    for (Pool pool : pools) {
      int share = (int) Math.min(Math.min(2, pool.size), left);
      shares.put(pool, share);
      left -= share;
    }
    while (left > 0) {
      Pool next = null;
      double poorest = Double.MAX_VALUE;
      for (Pool pool : pools) {
        int share = shares.getOrDefault(pool, 0);
        double part = (double) share / pool.size;
        if (share < pool.size && part < poorest) {
          poorest = part;
          next = pool;
        }
      }
      if (next == null) {
        break;
      }
      shares.merge(next, 1, Integer::sum);
      left--;
    }
    return shares;
  }
}
