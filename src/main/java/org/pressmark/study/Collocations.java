package org.pressmark.study;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.article.Mark;
import org.pressmark.count.Pair;
import org.pressmark.search.Columns;
import org.pressmark.search.Families;
import org.pressmark.search.Found;
import org.pressmark.search.Key;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;
import org.pressmark.search.Tokenized;

/// The words that stand near a word more often than elsewhere.
///
/// What is counted are words of headlines and texts that are not themselves part of an occurrence:
/// those in the windows around the occurrences, each once however many windows it stands in, and
/// those outside. A window ends with the headline or the text. Words that stand there no more often
/// than elsewhere are left out, unless the order is by frequency.
///
/// @param articles that match
/// @param occurrences of the question
/// @param inWindows words in the windows
/// @param tokens words of the whole archive, those of the occurrences left out, and where families
/// count once, those of their other articles
/// @param chosen different words that are wanted; more than `words` has where a limit acted
public record Collocations(
    long articles,
    long occurrences,
    long inWindows,
    long tokens,
    long chosen,
    List<Collocate> words) {
  /// Different words that one looks at: some 200 MB of them.
  public static final int MAX_WORDS = 2_000_000;

  /// @param near how often it stands in the windows
  /// @param all how often it stands anywhere in the archive
  /// @param logDice of the word and the occurrences
  public record Collocate(String word, long near, long all, Pair pair, double logDice) {}

  /// What comes first.
  public enum Order {
    LOG_LIKELIHOOD(word -> word.pair().logLikelihood()),
    LOG_DICE(Collocate::logDice),
    MI(word -> word.pair().mutualInformation()),
    T_SCORE(word -> word.pair().tScore()),
    FREQUENCY(Collocate::near);

    private final ToDoubleFunction<Collocate> measure;

    Order(ToDoubleFunction<Collocate> measure) {
      this.measure = measure;
    }

    Comparator<Collocate> comparator() {
      return Comparator.comparingDouble(measure).reversed().thenComparing(Collocate::word);
    }
  }

  public Collocations {
    words = List.copyOf(words);
  }

  /// @param before how many words before an occurrence are near it
  /// @param behind how many behind it
  /// @param families each counts once, by the earliest article that matches or else by the earliest
  /// of all; empty where every article counts
  public static Collocations of(
      Search search,
      String question,
      int before,
      int behind,
      Order order,
      Choice choice,
      Optional<Families> families)
      throws IOException, QuestionException {
    Columns columns = search.columns();
    FixedBitSet matching = search.match(question).articles();
    FixedBitSet all = columns.articles();
    Set<Mark> repeated = Set.of();
    if (families.isPresent()) {
      Once once = new Once(search, families.get());
      all = once.of(all, matching);
      FixedBitSet others = matching.clone();
      others.andNot(all);
      repeated = once.marks(others);
    }
    Windows windows = new Windows(before, behind, repeated);
    if (search.asksForText(question)) {
      search.walkAnyhow(question, windows);
    } else {
      windows.articles = FixedBitSet.intersectionCount(matching, all);
    }
    if (windows.counts.size() > MAX_WORDS) {
      throw new QuestionException("more than " + MAX_WORDS
          + " different words stand near the occurrences; ask for less at a time");
    }
    Vocabulary vocabulary = new Vocabulary(search.reader());
    long tokens = columns.tokens(all) - windows.inKeys;
    Best<Collocate> best = new Best<>(choice.held(), order.comparator());
    long chosen = 0;
    for (Map.Entry<BytesRef, Count> each : windows.counts.entrySet()) {
      String word = each.getKey().utf8ToString();
      Count count = each.getValue();
      if (count.near > 0 && choice.takes(word, count.near)) {
        long anywhere = vocabulary.occurrences(word, all);
        Pair pair = new Pair(count.near, windows.inWindows, anywhere - count.inKeys, tokens);
        if (order == Order.FREQUENCY || count.near > pair.expected()) {
          chosen++;
          best.add(new Collocate(
              word,
              count.near,
              anywhere,
              pair,
              Pair.logDice(count.near, windows.occurrences, anywhere)));
        }
      }
    }
    return new Collocations(
        windows.articles,
        windows.occurrences,
        windows.inWindows,
        tokens,
        chosen,
        best.behind(choice.skip()));
  }

  private static final class Count {
    private long near;
    private long inKeys;
  }

  /// Counts what stands near the occurrences.
  private static final class Windows implements Found.Visitor {
    private enum Role {
      OUTSIDE,
      NEAR,
      KEY
    }

    private final Map<BytesRef, Count> counts = new HashMap<>();
    private final int before;
    private final int behind;
    private final Set<Mark> repeated;
    private long articles;
    private long occurrences;
    private long inWindows;
    private long inKeys;

    /// @param repeated articles that are left out, because another one of their family counts
    Windows(int before, int behind, Set<Mark> repeated) {
      this.before = before;
      this.behind = behind;
      this.repeated = repeated;
    }

    @Override
    public void visit(Found found) throws IOException {
      if (repeated.contains(found.mark())) {
        return;
      }
      articles++;
      for (Key.Part part : Key.Part.values()) {
        List<Key> keys = found.keys().stream().filter(key -> key.part() == part).toList();
        occurrences += keys.size();
        if (!keys.isEmpty()) {
          count(found.in(part), keys);
        }
      }
    }

    private void count(Tokenized text, List<Key> keys) {
      Role[] roles = roles(text, keys);
      for (int at = 0; at < roles.length; at++) {
        if (roles[at] != Role.OUTSIDE) {
          Count count = count(text.term(at));
          boolean isNear = roles[at] == Role.NEAR;
          count.near += isNear ? 1 : 0;
          count.inKeys += isNear ? 0 : 1;
          inWindows += isNear ? 1 : 0;
          inKeys += isNear ? 0 : 1;
        }
      }
    }

    private Count count(BytesRef word) {
      Count known = counts.get(word);
      if (known == null) {
        known = new Count();
        counts.put(BytesRef.deepCopyOf(word), known);
      }
      return known;
    }

    private Role[] roles(Tokenized text, List<Key> keys) {
      Role[] roles = new Role[text.size()];
      Arrays.fill(roles, Role.OUTSIDE);
      int at = 0;
      for (Key key : keys) {
        while (at < roles.length && text.end(at) <= key.start()) {
          at++;
        }
        int first = at;
        while (at < roles.length && text.start(at) < key.end()) {
          roles[at++] = Role.KEY;
        }
        near(roles, Math.max(0, first - before), first);
        near(roles, at, Math.min(roles.length, at + behind));
      }
      return roles;
    }

    private static void near(Role[] roles, int from, int to) {
      for (int at = from; at < to; at++) {
        roles[at] = roles[at] == Role.KEY ? Role.KEY : Role.NEAR;
      }
    }

    @Override
    public boolean hasSeenEnough() {
      return counts.size() > MAX_WORDS;
    }
  }
}
