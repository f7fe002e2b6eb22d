package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Evidence.Line;

/// Which news agency a story came from, and where it was written: by its dateline, by the bracket
/// at its end, by lines such as `Source: AFP`, by its author.
///
/// A dateline is read and stays in the story.
final class WireFacts implements Witness {
  private static final int FIRST_BLOCKS = 3;
  private static final int LAST_BLOCKS = 2;
  private static final int LONGEST_LINE = 60;
  private static final double OF_DATELINE = .9;
  private static final double OF_PLACE_ALONE = .6;
  private static final double OF_SIGNATURE = .7;
  private static final double OF_LINE = .6;
  private static final double OF_BARE_LINE = .3;
  private static final double OF_AUTHOR = .16;
  /// What stands before an agency's name on a line of its own.
  private static final List<String> LABELS = List.of(
      "quelle:",
      "quellen:",
      "source:",
      "sources:",
      "fuente:",
      "fonte:",
      "źródło:",
      "źródło",
      "bron:",
      "kilde:",
      "källa:",
      "lähde:",
      "kaynak:",
      "источник:",
      "джерело:",
      "zdroj:",
      "forrás:",
      "sursa:",
      "来源：",
      "来源:",
      "來源：",
      "來源:",
      "출처:",
      "出典:",
      "المصدر:",
      "πηγή:",
      "sumber:",
      "nguồn:",
      "©",
      "by",
      "von",
      "par",
      "por",
      "di",
      "mit material von",
      "with");

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.DATELINE);
    List<Block> blocks = evidence.body().blocks();
    int paragraphs = 0;
    for (int i = 0; i < blocks.size() && paragraphs < FIRST_BLOCKS; i++) {
      if (blocks.get(i).kind() == Block.Kind.PARAGRAPH) {
        paragraphs++;
        String text = blocks.get(i).text();
        if (!isSpeech(text, blocks) && tell(Dateline.of(text), "block " + (i + 1), said)) {
          break;
        }
      }
    }
    for (int i = Math.max(0, blocks.size() - LAST_BLOCKS); i < blocks.size(); i++) {
      String text = blocks.get(i).text();
      List<String> agencies = text.length() < LONGEST_LINE ? agencies(text) : Dateline.signed(text);
      said.add(Field.SOURCE_ORGANIZATION, agencies, "the story's end", OF_SIGNATURE);
      said.add(Field.AUTHOR, agencies, "the story's end", OF_AUTHOR);
    }
    for (Line line : evidence.nearHeadline()) {
      if (line.isShorterThan(LONGEST_LINE)) {
        boolean isBare = !line.text().contains(" ");
        List<String> agencies = agencies(line.text());
        said.add(
            Field.SOURCE_ORGANIZATION,
            agencies,
            "offset " + line.offset(),
            isBare ? OF_BARE_LINE : OF_LINE);
        said.add(Field.AUTHOR, agencies, "offset " + line.offset(), OF_AUTHOR);
      }
    }
    return said.all();
  }

  /// Whether another paragraph begins with the same words before a colon: who speaks there, in an
  /// interview or a play.
  private static boolean isSpeech(String text, List<Block> blocks) {
    int colon = text.indexOf(':');
    if (colon < 0 || colon > LONGEST_LINE) {
      return false;
    }
    String speaker = text.substring(0, colon + 1);
    return blocks.stream().filter(block -> block.text().startsWith(speaker)).count() > 1;
  }

  private static boolean tell(Dateline dateline, String place, Said said) {
    boolean isWire = !dateline.agencies().isEmpty();
    said.add(Field.SOURCE_ORGANIZATION, dateline.agencies(), place, OF_DATELINE);
    // An agency is the author of what no person signed.
    said.add(Field.AUTHOR, dateline.signature(), place, OF_AUTHOR);
    dateline
        .place()
        .ifPresent(where ->
            said.add(Field.LOCATION_CREATED, where, place, isWire ? OF_DATELINE : OF_PLACE_ALONE));
    return isWire || dateline.place().isPresent();
  }

  /// The agencies that a line names and nobody else: `Quelle: dpa`, `AFP`, `Von dpa/AFP`.
  private static List<String> agencies(String line) {
    String lower = Evidence.lower(line);
    for (String label : LABELS) {
      boolean isLabel = lower.startsWith(label)
          && line.length() > label.length()
          && (!Character.isLetter(label.charAt(label.length() - 1))
              || line.charAt(label.length()) == ' ');
      if (isLabel) {
        return Agencies.spelt(line.substring(label.length()).strip());
      }
    }
    return Agencies.spelt(line);
  }

  /// What those say of the agency who name it among the authors.
  static List<Candidate> amongAuthors(List<Candidate> candidates) {
    List<Candidate> more = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.field() == Field.AUTHOR && candidate.confidence() >= Judge.GOOD) {
        Set<String> agencies = new LinkedHashSet<>();
        candidate.values().forEach(name -> agencies.addAll(agencies(name)));
        if (!agencies.isEmpty()) {
          more.add(new Candidate(
              Field.SOURCE_ORGANIZATION,
              List.copyOf(agencies),
              candidate.source(),
              candidate.place(),
              candidate.confidence()));
        }
      }
    }
    return more;
  }
}
