package org.pressmark.study;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.pressmark.article.Mark;
import org.pressmark.search.Families;
import org.pressmark.search.Family;
import org.pressmark.search.Found;
import org.pressmark.search.Key;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;
import org.pressmark.search.Tokenized;

/// Every place where a question matches, a line each, with what stands around it: key word in
/// context.
///
/// @param skip lines to pass over
/// @param limit how many lines at the most
/// @param sample empty where all lines are wanted
/// @param families of each only the article that comes first in the order of ids counts; empty
/// where every article does
public record Concordance(
    String words,
    Reach reach,
    LineOrder order,
    int skip,
    int limit,
    Optional<Sample> sample,
    Optional<Families> families) {
  /// Lines that are put in order: some 150 MB of them.
  public static final int MAX_SORTED = 250_000;

  /// As [#limit], all of them.
  public static final int ALL = Integer.MAX_VALUE;

  /// Takes line after line, in order.
  public interface Taker {
    void take(Line line) throws IOException;
  }

  /// What was found.
  ///
  /// @param articles that match, those without an occurrence in headline and text too
  /// @param occurrences all there are; nothing where one looked no further than to the last line
  /// that was wanted
  public record Extent(long articles, Optional<Long> occurrences) {}

  /// Shows the lines.
  ///
  /// @throws QuestionException where the words break the query language, or where more lines than
  /// memory holds would have to be put in order
  public Extent show(Search search, Taker taker) throws IOException, QuestionException {
    long articles = search.count(words);
    if (!search.asksForText(words)) {
      return new Extent(articles, Optional.of(0L));
    }
    if (sample.isPresent()) {
      Lots lots = new Lots(sample.get());
      walk(search, lots);
      page(lots.drawn(), taker);
      return new Extent(articles, Optional.of(lots.seen));
    }
    if (order.isById()) {
      Straight straight = new Straight(taker);
      search.walk(words, straight);
      return new Extent(
          articles, straight.hasSeenEnough() ? Optional.empty() : Optional.of(straight.seen));
    }
    Sorted sorted = new Sorted(Math.min(MAX_SORTED, (long) skip + limit));
    walk(search, sorted);
    if (sorted.seen > MAX_SORTED && (long) skip + limit > MAX_SORTED) {
      throw new QuestionException(String.format(
          java.util.Locale.ROOT,
          "%,d occurrences are too many to be put in order, %,d is the most; take fewer with a limit"
              + " or a sample, ask for less at a time, or leave them in the order of ids",
          sorted.seen,
          MAX_SORTED));
    }
    page(sorted.first(), taker);
    return new Extent(articles, Optional.of(sorted.seen));
  }

  /// Of a family the first in the order of ids counts, which has to be kept then.
  private void walk(Search search, Cutter cutter) throws IOException, QuestionException {
    if (families.isPresent()) {
      search.walk(words, cutter);
    } else {
      search.walkAnyhow(words, cutter);
    }
  }

  private void page(List<Line> lines, Taker taker) throws IOException {
    int first = Math.min(skip, lines.size());
    int last = (int) Math.min(lines.size(), (long) skip + limit);
    for (Line each : lines.subList(first, last)) {
      taker.take(each);
    }
  }

  /// Takes articles apart into lines.
  private abstract class Cutter implements Found.Visitor {
    private final Map<Mark, Family> kin = families.map(Families::byMark).orElse(Map.of());
    private final Set<Mark> known = new HashSet<>();
    protected long seen;

    @Override
    public void visit(Found found) throws IOException {
      Family family = kin.get(found.mark());
      if (family != null && !known.add(family.representative())) {
        return;
      }
      for (Key key : found.keys()) {
        if (hasSeenEnough()) {
          return;
        }
        take(found, key);
        seen++;
      }
    }

    abstract void take(Found found, Key key) throws IOException;

    protected Line line(Found found, Key key) {
      Tokenized text = found.in(key.part());
      return Line.of(found, key, reach.before(text, key.start()), reach.behind(text, key.end()));
    }
  }

  /// As they come.
  private final class Straight extends Cutter {
    private final Taker taker;

    Straight(Taker taker) {
      this.taker = taker;
    }

    @Override
    void take(Found found, Key key) throws IOException {
      if (seen >= skip) {
        taker.take(line(found, key));
      }
    }

    @Override
    public boolean hasSeenEnough() {
      return limit != ALL && seen >= (long) skip + limit;
    }
  }

  /// A line, with what it is compared by.
  private record Placed(LineOrder.Rank rank, Line line) {}

  /// The first ones in order, no more than are wanted.
  private final class Sorted extends Cutter {
    private final Comparator<LineOrder.Rank> comparator = order.comparator();
    private final PriorityQueue<Placed> first =
        new PriorityQueue<>(Comparator.comparing(Placed::rank, comparator.reversed()));
    private final long wanted;

    Sorted(long wanted) {
      this.wanted = wanted;
    }

    @Override
    void take(Found found, Key key) {
      LineOrder.Rank rank = order.rank(found, key);
      if (first.size() == wanted) {
        if (wanted == 0 || comparator.compare(rank, first.element().rank()) > 0) {
          return;
        }
        first.remove();
      }
      first.add(new Placed(rank, line(found, key)));
    }

    List<Line> first() {
      return first.stream()
          .sorted(Comparator.comparing(Placed::rank, comparator))
          .map(Placed::line)
          .toList();
    }
  }

  /// Those that the lot falls on, in order.
  private final class Lots extends Cutter {
    private final Sample sample;
    private final PriorityQueue<Drawn> drawn;

    private record Drawn(long lot, LineOrder.Rank byId, Placed line) {}

    Lots(Sample sample) {
      this.sample = sample;
      this.drawn = new PriorityQueue<>(Comparator.comparingLong(Drawn::lot)
          .thenComparing(Drawn::byId, LineOrder.BY_ID.comparator())
          .reversed());
    }

    @Override
    void take(Found found, Key key) {
      long lot = sample.lot(found.mark(), key);
      if (drawn.size() == sample.size() && lot > drawn.element().lot()) {
        return;
      }
      LineOrder.Rank byId = LineOrder.BY_ID.rank(found, key);
      drawn.add(new Drawn(lot, byId, new Placed(order.rank(found, key), line(found, key))));
      if (drawn.size() > sample.size()) {
        drawn.remove();
      }
    }

    List<Line> drawn() {
      return drawn.stream()
          .map(Drawn::line)
          .sorted(Comparator.comparing(Placed::rank, order.comparator()))
          .map(Placed::line)
          .toList();
    }
  }
}
