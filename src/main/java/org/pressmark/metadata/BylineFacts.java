package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Evidence.Line;

/// A byline in the text near the headline: "By Jane Doe", "Von Jana Dohm", "Автор: Анна Ковалёва".
final class BylineFacts implements Witness {
  private static final int MOST_LETTERS = 120;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.BYLINE);
    for (Line line : evidence.nearHeadline()) {
      if (line.isShorterThan(MOST_LETTERS) && isByline(line.text())) {
        said.add(Field.AUTHOR, line.text(), "offset " + line.offset(), .5);
      }
    }
    return said.all();
  }

  static boolean isByline(String line) {
    if (!People.OPENING.matcher(line).find()) {
      return false;
    }
    List<String> people = People.named(line);
    return !people.isEmpty() && people.stream().allMatch(People::isPersonal);
  }
}
