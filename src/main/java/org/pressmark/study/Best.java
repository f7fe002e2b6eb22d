package org.pressmark.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The first few of very many, in order.
final class Best<T> {
  private final int wanted;
  private final Comparator<T> order;
  private final PriorityQueue<T> held;

  Best(int wanted, Comparator<T> order) {
    this.wanted = wanted;
    this.order = order;
    this.held = new PriorityQueue<>(order.reversed());
  }

  void add(T one) {
    held.add(one);
    if (held.size() > wanted) {
      held.remove();
    }
  }

  /// @param skip how many of the first to leave out
  List<T> behind(int skip) {
    List<T> all = new ArrayList<>(held);
    all.sort(order);
    return List.copyOf(all.subList(Math.min(skip, all.size()), all.size()));
  }
}
