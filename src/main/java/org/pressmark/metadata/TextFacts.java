package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;

/// The headline of a text without markup: its first block, where that is one.
final class TextFacts implements Witness {
  private static final int MOST_LETTERS = 200;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.TEXT);
    if (evidence.isFlat()) {
      evidence.body().blocks().stream()
          .limit(1)
          .filter(first -> isHeadline(first, evidence.body()))
          .forEach(first -> said.add(
              Field.HEADLINE,
              first.text(),
              "block 1",
              first.kind() == Block.Kind.HEADING ? .7 : .5));
    }
    return said.all();
  }

  /// A heading, or a short line without a full stop that longer paragraphs follow.
  private static boolean isHeadline(Block first, Body body) {
    if (first.kind() == Block.Kind.HEADING) {
      return true;
    }
    String text = first.text();
    boolean isSentence = ".。…:;,".indexOf(text.charAt(text.length() - 1)) >= 0;
    return text.length() <= MOST_LETTERS
        && !isSentence
        && body.blocks().size() > 1
        && body.blocks().stream().skip(1).limit(3).anyMatch(b -> b.text().length() > text.length());
  }
}
