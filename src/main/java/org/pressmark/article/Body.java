package org.pressmark.article;

import java.util.List;
import java.util.stream.Collectors;

/// The story as blocks of text, in reading order.
public record Body(List<Block> blocks) {
  public Body {
    blocks = List.copyOf(blocks);
  }

  /// The clean text: the blocks, one line break between them.
  public String text() {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }
}
