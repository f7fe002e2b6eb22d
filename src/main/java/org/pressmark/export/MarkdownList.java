package org.pressmark.export;

import java.util.Arrays;
import java.util.Optional;
import org.pressmark.article.Block;

/// Items of a list, each as far to the right as the words of the item that it belongs to
/// (CommonMark 0.31.2, 5.2).
final class MarkdownList {
  private static final int DEEPEST = 32;

  private final int[] columns = new int[DEEPEST + 1]; // where an item's words begin, by level
  private int first; // level of the list's first item
  private boolean isCounted; // the last item

  /// @param words of the item, as they are written
  String item(Optional<Block> last, Block block, String words) {
    int level = Math.clamp(block.level(), 1, DEEPEST);
    int number = block.setting().number();
    boolean goesOn =
        last.filter(before -> before.kind() == Block.Kind.LIST_ITEM).isPresent();
    if (!goesOn) {
      first = level;
      Arrays.fill(columns, 0);
    }
    if (goesOn && number == 0 && isCounted && last.get().level() == block.level()) {
      return "\n\n" + indented(" ".repeat(columns[level]), words);
    }
    isCounted = number > 0;
    int column = column(level);
    String mark = isCounted ? number + ". " : "- ";
    Arrays.fill(columns, level, columns.length, column + mark.length());
    return (goesOn ? "\n" : "\n\n")
        + " ".repeat(column)
        + mark
        + indented(" ".repeat(columns[level]), words).substring(columns[level]);
  }

  private int column(int level) {
    return level <= first ? 0 : columns[level - 1];
  }

  private static String indented(String indent, String words) {
    return indent + words.replace("\n", "\\\n" + indent);
  }
}
