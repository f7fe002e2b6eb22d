package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.article.Passage;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// The headings that a page shows, and its `title`.
final class HeadingFacts implements Witness {
  static final int MOST = 6;
  private static final double OF_MASTHEAD = .2;
  private static final double OF_ONE = .97;
  private static final double OF_ABOVE = .965;
  private static final double OF_OTHER = .95;
  /// A heading amid the story is a part's.
  private static final double OF_PART = .6;
  /// No heading, but named one.
  private static final double OF_NAMED = .5;
  /// More than the page's `title`, where the page has no heading.
  private static final double OF_ONLY_NAMED = .65;
  /// Above the story, but of a lower rank.
  private static final double OF_LOWER = .85;

  /// Of a lower rank, and all that a page has beside its `title`.
  private static final double OF_FIRST = .8;
  private static final int FEWEST_LETTERS = 15;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MARKUP);
    Clippings clippings = evidence.clippings();
    List<Scrap> headings = clippings.scraps(Mark.HEADING);
    Optional<Passage> headline = evidence.headline();
    String above = evidence.above().map(Headlines::letters).orElse("");
    for (Scrap heading : headings.subList(0, Math.min(MOST, headings.size()))) {
      String letters = Headlines.letters(heading.text());
      double confidence = heading.isMasthead()
          ? OF_MASTHEAD
          : letters.equals(above) ? OF_ABOVE : evidence.isAmidStory(letters) ? OF_PART : OF_OTHER;
      boolean isOne = headings.size() == 1 && confidence >= OF_OTHER;
      said.add(Field.HEADLINE, heading.text(), "h1", isOne ? OF_ONE : confidence);
    }
    headline
        .filter(heading -> heading.level() > 1 && evidence.isAboveStory(heading))
        .ifPresent(heading -> said.add(
            Field.HEADLINE, evidence.line(heading).text(), "h" + heading.level(), OF_LOWER));
    boolean isLower = headline.filter(heading -> heading.level() > 1).isPresent();
    boolean isBare = !evidence.isFlat()
        && !isLower
        && headings.stream().allMatch(Scrap::isMasthead)
        && !isTold(clippings);
    if (isBare) {
      firstOfStory(evidence)
          .ifPresent(
              heading -> said.add(Field.HEADLINE, heading.text(), "h" + heading.level(), OF_FIRST));
    }
    List<Scrap> named = clippings.scraps(Mark.HEADLINE_CLASS).stream()
        .filter(scrap -> !evidence.whereabouts().isAway(scrap))
        .limit(MOST)
        .toList();
    double confidence = headings.isEmpty() && named.size() == 1 ? OF_ONLY_NAMED : OF_NAMED;
    named.forEach(scrap -> said.add(Field.HEADLINE, scrap.text(), scrap.place(), confidence));
    if (!clippings.title().isEmpty()) {
      said.add(Field.HEADLINE, clippings.title(), "title", .6);
    }
    return said.all();
  }

  /// Whether machines are told a headline; of an old page they are told nothing.
  private static boolean isTold(Clippings clippings) {
    return clippings.meta("og:title").isPresent() || !clippings.jsonLd().isEmpty();
  }

  /// The heading that the story begins with, where it has no other of that rank.
  private static Optional<Block> firstOfStory(Evidence evidence) {
    List<Block> blocks = evidence.body().blocks();
    Optional<Block> first = blocks.stream()
        .limit(1)
        .filter(block -> block.kind() == Block.Kind.HEADING && block.level() > 1)
        .filter(block -> block.text().length() >= FEWEST_LETTERS)
        .findFirst();
    return first.filter(heading -> blocks.stream()
        .skip(1)
        .noneMatch(
            block -> block.kind() == Block.Kind.HEADING && block.level() <= heading.level()));
  }
}
