package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Evidence.Line;

/// Who signed: a line below the story that names its author, with words such as "Written by" or
/// alone.
final class SignatureFacts implements Witness {
  private static final int MOST_LETTERS = 80;
  private static final int LAST_BLOCKS = 1;
  private static final double OF_OPENING = .3;
  private static final double OF_NAME = .25;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.BYLINE);
    List<Line> lines = evidence.lines(MOST_LETTERS);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (People.OPENING.end(line.text()) < 0) {
        continue;
      }
      if (BylineFacts.isByline(line.text())) {
        said.add(Field.AUTHOR, line.text(), "offset " + line.offset(), OF_OPENING);
      } else if (i + 1 < lines.size() && BylineFacts.isOpening(line.text())) {
        String next = lines.get(i + 1).text();
        if (isName(next)) {
          said.add(Field.AUTHOR, next, "offset " + lines.get(i + 1).offset(), OF_OPENING);
        }
      }
    }
    List<Block> blocks = evidence.body().blocks();
    for (Block block : blocks.subList(Math.max(0, blocks.size() - LAST_BLOCKS), blocks.size())) {
      if (block.kind() == Block.Kind.PARAGRAPH && isName(block.text())) {
        said.add(Field.AUTHOR, block.text(), "the story's end", OF_NAME);
      }
    }
    return said.all();
  }

  private static boolean isName(String text) {
    return text.length() < MOST_LETTERS / 2
        && People.isPersonal(text)
        && BylineFacts.isCapital(text)
        && !People.isHouse(text)
        && text.chars().noneMatch(c -> ".:;!?".indexOf(c) >= 0);
  }
}
