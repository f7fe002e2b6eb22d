package org.pressmark.export;

import java.util.ArrayDeque;
import java.util.Deque;
import org.pressmark.article.Block;

/// Items of a list as elements in each other: an item stays open until it is known what comes next.
final class Nest {
  /// The elements of one form of markup.
  interface Tags {
    /// @param number of the first item, 0 where the list does not count
    String openList(int number);

    String closeList(boolean isCounted);

    /// @param number what the item must say because it is not the next one, 0 where it is
    String openItem(int number);

    String closeItem();

    /// Between two paragraphs of one item.
    String paragraph();
  }

  /// A list that is not at its end.
  private static final class Open {
    final int level;
    final boolean isCounted;
    int last; // number of its last item

    Open(int level, int first) {
      this.level = level;
      this.isCounted = first > 0;
      this.last = first - 1;
    }
  }

  private final Tags tags;
  private final Deque<Open> open = new ArrayDeque<>();

  Nest(Tags tags) {
    this.tags = tags;
  }

  /// What stands before the words of an item, the end of the item before included.
  String item(Block block) {
    int level = Math.max(1, block.level());
    int number = block.setting().number();
    boolean goesOn =
        !open.isEmpty() && open.peek().level == level && open.peek().isCounted && number == 0;
    if (goesOn) {
      return tags.paragraph();
    }
    StringBuilder before = new StringBuilder();
    while (!open.isEmpty() && open.peek().level > level) {
      before.append(closeOne());
    }
    if (!open.isEmpty() && open.peek().level == level) {
      boolean isSame = open.peek().isCounted == number > 0;
      before.append(isSame ? tags.closeItem() : closeOne());
    }
    boolean opens = open.isEmpty() || open.peek().level < level;
    if (opens) {
      open.push(new Open(level, number));
      before.append(tags.openList(number));
    }
    Open list = open.element();
    before.append(tags.openItem(number == list.last + 1 ? 0 : number));
    list.last = number;
    return before.toString();
  }

  /// What stands behind the last item; nothing where no list is open.
  String end() {
    StringBuilder end = new StringBuilder();
    while (!open.isEmpty()) {
      end.append(closeOne());
    }
    return end.toString();
  }

  private String closeOne() {
    return tags.closeItem() + tags.closeList(open.pop().isCounted);
  }
}
