package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.article.Passage;
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
    List<Passage> lines = evidence.lines(MOST_LETTERS);
    for (int i = 0; i < lines.size(); i++) {
      if (!People.OPENING.mayBegin(evidence.draft().text(), lines.get(i).start())) {
        continue;
      }
      Line line = evidence.line(lines.get(i));
      int opening = People.OPENING.end(line.text());
      if (opening >= 0 && BylineFacts.arePeople(People.named(List.of(line.text())))) {
        said.add(Field.AUTHOR, line.text(), "offset " + line.offset(), OF_OPENING);
      } else if (opening == line.text().length() && i + 1 < lines.size()) {
        Line next = evidence.line(lines.get(i + 1));
        if (isName(next.text())) {
          said.add(Field.AUTHOR, next.text(), "offset " + next.offset(), OF_OPENING);
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
