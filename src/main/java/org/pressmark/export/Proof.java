package org.pressmark.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Cut;

/// A story with its cuts still to be seen: the log, laid over the blocks.
final class Proof {
  /// A stretch of what was read.
  sealed interface Piece {
    record Kept(String text) implements Piece {}

    record Gone(Cut cut) implements Piece {}
  }

  /// A block with the cuts inside it; without a block, the cuts that lie between two.
  record Line(Optional<Block> block, List<Piece> pieces) {}

  private final String clean;
  private final List<Block> blocks;
  private final List<Line> lines = new ArrayList<>();
  private List<Piece> pieces = new ArrayList<>();
  private int block;
  private int blockStart;
  private boolean inside;

  private Proof(String clean, List<Block> blocks) {
    this.clean = clean;
    this.blocks = blocks;
  }

  static List<Line> lines(Article article) {
    Proof proof = new Proof(article.body().text(), article.body().blocks());
    int at = 0; // in the clean text
    int original = 0;
    for (Cut cut : article.cuts()) {
      int kept = at + cut.offset() - original;
      proof.keep(at, kept);
      if (cut.isText()) {
        proof.pieces.add(new Piece.Gone(cut));
      }
      proof.keep(kept, kept + cut.put().length());
      at = kept + cut.put().length();
      original = cut.end();
    }
    proof.keep(at, proof.clean.length());
    proof.finishLine();
    return proof.lines;
  }

  private int blockEnd() {
    return blockStart + blocks.get(block).text().length();
  }

  /// A stretch of the clean text, which may reach over the ends of blocks.
  private void keep(int from, int to) {
    int at = from;
    while (at < to && block < blocks.size()) {
      if (!inside) {
        if (at < blockStart) { // the line break before it
          at++;
          continue;
        }
        finishLine();
        inside = true;
      }
      int end = Math.min(to, blockEnd());
      if (end > at) {
        pieces.add(new Piece.Kept(clean.substring(at, end)));
      }
      at = end;
      if (at == blockEnd()) {
        finishLine();
        inside = false;
        blockStart = at + 1;
        block++;
      }
    }
  }

  private void finishLine() {
    if (!pieces.isEmpty()) {
      lines.add(new Line(
          inside ? Optional.of(blocks.get(block)) : Optional.empty(), List.copyOf(pieces)));
      pieces = new ArrayList<>();
    }
  }
}
