package org.pressmark.export;

import java.util.stream.Collectors;
import org.pressmark.article.Article;

/// The clean prose and nothing else, a line a block.
final class Text implements Export {
  private static final String RED_AND_STRUCK = "\u001b[31;9m";
  private static final String PLAIN = "\u001b[0m";

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String about() {
    return "clean prose, one block a line";
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String write(Article article, Cuts cuts) {
    return switch (cuts) {
      case HIDDEN -> article.body().text() + "\n";
      case MARKED, COLOURED ->
        Proof.lines(article).stream()
            .map(line -> line.pieces().stream()
                .map(piece -> write(piece, cuts))
                .collect(Collectors.joining()))
            .collect(Collectors.joining("\n", "", "\n"));
    };
  }

  private static String write(Proof.Piece piece, Cuts cuts) {
    boolean coloured = cuts == Cuts.COLOURED;
    return switch (piece) {
      case Proof.Piece.Kept kept -> coloured ? Screen.text(kept.text()) : kept.text();
      case Proof.Piece.Gone gone ->
        coloured
            ? RED_AND_STRUCK + Screen.text(gone.cut().was()) + PLAIN
            : "[-" + gone.cut().was() + "-]";
    };
  }
}
