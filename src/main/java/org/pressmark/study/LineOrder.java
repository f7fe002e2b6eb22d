package org.pressmark.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    record Key() implements Criterion {}

    record Newest() implements Criterion {}

    record Oldest() implements Criterion {}

    record Source() implements Criterion {}

    record Archive() implements Criterion {}
  }

  /// A line, with what it is compared by.
  record Sortable(Line line, List<String> keys) {}

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
        case "key" -> criteria.add(new Criterion.Key());
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

  /// How many words before the key count.
  int wordsBefore() {
    return criteria.stream()
        .mapToInt(criterion -> criterion instanceof Criterion.Left left ? left.distance() : 0)
        .max()
        .orElse(0);
  }

  int wordsBehind() {
    return criteria.stream()
        .mapToInt(criterion -> criterion instanceof Criterion.Right right ? right.distance() : 0)
        .max()
        .orElse(0);
  }

  /// @param before the words before the key, the last one last
  /// @param key the words of the key itself
  Sortable sortable(Line line, List<String> before, List<String> key, List<String> behind) {
    List<String> keys = new ArrayList<>();
    for (Criterion criterion : criteria) {
      keys.add(
          switch (criterion) {
            case Criterion.Left left -> word(before, before.size() - left.distance());
            case Criterion.Right right -> word(behind, right.distance() - 1);
            case Criterion.Key ignored -> String.join(" ", key);
            case Criterion.Newest ignored -> line.date().orElse("");
            case Criterion.Oldest ignored -> line.date().orElse("\uffff");
            case Criterion.Source ignored -> line.source();
            case Criterion.Archive ignored -> "";
          });
    }
    return new Sortable(line, keys);
  }

  /// Where the text has ended already, nothing, which comes first.
  private static String word(List<String> words, int at) {
    return at >= 0 && at < words.size() ? words.get(at) : "";
  }

  Comparator<Sortable> comparator() {
    Comparator<Sortable> order = null;
    for (int at = 0; at < criteria.size(); at++) {
      Comparator<Sortable> next = comparator(criteria.get(at), at);
      order = order == null ? next : order.thenComparing(next);
    }
    Comparator<Sortable> byId = Comparator.<Sortable, String>comparing(
            one -> one.line().mark().value())
        .thenComparing(one -> one.line().key().part())
        .thenComparingInt(one -> one.line().key().start());
    return order == null ? byId : order.thenComparing(byId);
  }

  private static Comparator<Sortable> comparator(Criterion criterion, int at) {
    Comparator<Sortable> byKey = Comparator.comparing(one -> one.keys().get(at));
    return switch (criterion) {
      case Criterion.Newest ignored -> byKey.reversed();
      case Criterion.Archive ignored -> Comparator.comparing(one -> one.line().at());
      case Criterion.Left ignored -> byKey;
      case Criterion.Right ignored -> byKey;
      case Criterion.Key ignored -> byKey;
      case Criterion.Oldest ignored -> byKey;
      case Criterion.Source ignored -> byKey;
    };
  }
}
