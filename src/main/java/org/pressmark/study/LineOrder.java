package org.pressmark.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.search.Found;
import org.pressmark.search.Key;
import org.pressmark.search.Tokenized;

/// In which order the lines of a concordance come. What is the same by all of its criteria comes in
/// the order of ids, and in one article as it is read.
///
/// `1L,2L` is by the last word before the key, then by the one before that; words are compared as
/// they are counted, without case and accents, by their code points.
public final class LineOrder {
  /// By nothing else: the order of ids.
  public static final LineOrder BY_ID = new LineOrder(List.of());

  /// The names a user may use, as messages list them.
  public static final String NAMES =
      "id, left, right, key, newest, oldest, source, archive, or words by their places such as"
          + " 1L,2L,1R";

  private static final int MAX_DISTANCE = 9;

  private final List<Criterion> criteria;

  private sealed interface Criterion {
    record Left(int distance) implements Criterion {}

    record Right(int distance) implements Criterion {}

    record Node() implements Criterion {}

    record Newest() implements Criterion {}

    record Oldest() implements Criterion {}

    record Source() implements Criterion {}

    record Archive() implements Criterion {}
  }

  /// What a line is compared by.
  record Rank(List<String> keys, Mark mark, Position at, Key key) {}

  private LineOrder(List<Criterion> criteria) {
    this.criteria = List.copyOf(criteria);
  }

  /// Nothing where the words name no order.
  public static Optional<LineOrder> named(String words) {
    List<Criterion> criteria = new ArrayList<>();
    for (String name : words.toLowerCase(Locale.ROOT).split(",", -1)) {
      switch (name) {
        case "id" -> {}
        case "left" ->
          criteria.addAll(
              List.of(new Criterion.Left(1), new Criterion.Left(2), new Criterion.Left(3)));
        case "right" ->
          criteria.addAll(
              List.of(new Criterion.Right(1), new Criterion.Right(2), new Criterion.Right(3)));
        case "key" -> criteria.add(new Criterion.Node());
        case "newest" -> criteria.add(new Criterion.Newest());
        case "oldest" -> criteria.add(new Criterion.Oldest());
        case "source" -> criteria.add(new Criterion.Source());
        case "archive" -> criteria.add(new Criterion.Archive());
        default -> {
          Optional<Criterion> place = place(name);
          if (place.isEmpty()) {
            return Optional.empty();
          }
          criteria.add(place.get());
        }
      }
    }
    return Optional.of(new LineOrder(criteria));
  }

  private static Optional<Criterion> place(String name) {
    if (name.length() != 2 || name.charAt(0) < '1' || name.charAt(0) > '0' + MAX_DISTANCE) {
      return Optional.empty();
    }
    int distance = name.charAt(0) - '0';
    return switch (name.charAt(1)) {
      case 'l' -> Optional.of(new Criterion.Left(distance));
      case 'r' -> Optional.of(new Criterion.Right(distance));
      default -> Optional.empty();
    };
  }

  /// Whether lines come as they are found.
  boolean isById() {
    return criteria.isEmpty();
  }

  Rank rank(Found found, Key key) {
    Tokenized text = found.in(key.part());
    int first = text.until(key.start());
    int behind = text.from(key.end());
    List<String> keys = new ArrayList<>(criteria.size());
    for (Criterion criterion : criteria) {
      keys.add(
          switch (criterion) {
            case Criterion.Left left -> word(text, first - left.distance());
            case Criterion.Right right -> word(text, behind + right.distance() - 1);
            case Criterion.Node ignored -> words(text, first, behind);
            case Criterion.Newest ignored -> found.date().orElse("");
            case Criterion.Oldest ignored -> found.date().orElse("\uffff");
            case Criterion.Source ignored -> found.source();
            case Criterion.Archive ignored -> "";
          });
    }
    return new Rank(keys, found.mark(), found.at(), key);
  }

  /// Where the text has ended already, nothing, which comes first.
  private static String word(Tokenized text, int at) {
    return at >= 0 && text.has(at) ? text.word(at) : "";
  }

  private static String words(Tokenized text, int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int at = from; at < to; at++) {
      words.append(words.isEmpty() ? "" : " ").append(text.word(at));
    }
    return words.toString();
  }

  Comparator<Rank> comparator() {
    Comparator<Rank> order = null;
    for (int at = 0; at < criteria.size(); at++) {
      Comparator<Rank> next = comparator(criteria.get(at), at);
      order = order == null ? next : order.thenComparing(next);
    }
    Comparator<Rank> byId = Comparator.<Rank, String>comparing(one -> one.mark().value())
        .thenComparing(one -> one.key().part())
        .thenComparingInt(one -> one.key().start());
    return order == null ? byId : order.thenComparing(byId);
  }

  private static Comparator<Rank> comparator(Criterion criterion, int at) {
    Comparator<Rank> byKey = Comparator.comparing(one -> one.keys().get(at));
    return switch (criterion) {
      case Criterion.Newest ignored -> byKey.reversed();
      case Criterion.Archive ignored -> Comparator.comparing(Rank::at);
      case Criterion.Left ignored -> byKey;
      case Criterion.Right ignored -> byKey;
      case Criterion.Node ignored -> byKey;
      case Criterion.Oldest ignored -> byKey;
      case Criterion.Source ignored -> byKey;
    };
  }
}
