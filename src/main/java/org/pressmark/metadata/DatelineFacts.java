package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.article.Passage;
import org.pressmark.metadata.Evidence.Line;

/// A date in the text: in a short line near the headline, at the beginning of a paragraph behind
/// it, or anywhere behind words such as "Published on".
final class DatelineFacts implements Witness {
  /// How far dates are believed in a line.
  ///
  /// @param labelled the same behind "Published"
  /// @param last offset where the last of them may begin
  private record Reading(double confidence, double labelled, int last) {}

  private static final int SHORT = 160;
  private static final int MOST_LETTERS = 200;
  static final double OF_NEAR = .5;
  private static final Reading NEAR = new Reading(OF_NEAR, .65, SHORT);
  private static final Reading OPENING = new Reading(.3, .5, 40);
  private static final Reading LABELLED = new Reading(.35, .35, MOST_LETTERS);
  /// Where a page says nothing else, the day it was changed was the day its text was published.
  static final double ELSE_NOTHING = .18;
  private static final int LABEL = 25;
  private static final int LAST_BLOCKS = 8;
  private static final int LONGEST_DAY = 60; // with the place before it
  private static final int LONGEST_ARTICLE = ", den ".length();
  private static final double SIGNED = .2;
  private static final double IN_A_SENTENCE = .17;
  private static final int WORDS_OF_SENTENCE = 7;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.DATELINE);
    DateReader reader = new DateReader(evidence.language());
    String label = "";
    for (Line line : evidence.nearHeadline()) {
      boolean isShort = line.isShorterThan(SHORT);
      String text = isShort ? line.text() : line.text().substring(0, SHORT);
      Reading near = isShort ? NEAR : OPENING;
      read(line.offset(), text, label, reader, said, near);
      label = isLabel(text) ? text : "";
    }
    anywhere(evidence, reader, said);
    lastLine(evidence)
        .filter(line -> isDate(line, reader))
        .or(() -> placeAndDay(evidence, reader))
        .ifPresent(line -> said.addDate(Field.DATE_PUBLISHED, line, reader, "last line", SIGNED));
    return said.all();
  }

  /// Dates that say of themselves what they are, wherever they stand.
  private static void anywhere(Evidence evidence, DateReader reader, Said said) {
    List<Passage> lines = evidence.lines(MOST_LETTERS);
    for (int i = 0; i < lines.size(); i++) {
      Passage passage = lines.get(i);
      if (!DateReader.hasDigit(evidence.draft().text(), passage.start(), passage.end())) {
        continue;
      }
      Line line = evidence.line(passage);
      if (DateLabels.in(line.text()).isSome()) {
        read(line.offset(), line.text(), "", reader, said, LABELLED);
      } else if (i > 0) {
        String before = evidence.line(lines.get(i - 1)).text();
        if (isLabel(before) && isDate(line.text(), reader)) { // few lines are labels
          read(line.offset(), line.text(), before, reader, said, LABELLED);
        }
      }
    }
  }

  /// A letter is dated at its end, below the name.
  private static Optional<String> lastLine(Evidence evidence) {
    if (evidence.body().isEmpty()) {
      return Optional.empty();
    }
    String last = evidence.body().blocks().getLast().text();
    int name = last.lastIndexOf('\n');
    String line = last.substring(name + 1);
    boolean isSigned = name > 0 && !line.isEmpty() && line.length() < LABEL;
    return isSigned && Character.isDigit(line.charAt(0)) ? Optional.of(line) : Optional.empty();
  }

  /// A press release is dated at its end: `Port Ellery, 2 December 2022`, `Hamburg, den 2. 12.
  /// 2022`.
  private static Optional<String> placeAndDay(Evidence evidence, DateReader reader) {
    List<Block> blocks = evidence.body().blocks();
    for (int i = blocks.size() - 1; i >= Math.max(1, blocks.size() - LAST_BLOCKS); i--) {
      String text = blocks.get(i).text();
      int comma = text.length() <= LONGEST_DAY ? text.indexOf(", ") : -1;
      boolean isAppointment =
          blocks.get(i - 1).text().endsWith(":") || blocks.get(i).kind() != Block.Kind.PARAGRAPH;
      if (comma > 1
          && !isAppointment
          && Character.isUpperCase(text.charAt(0))
          && !DateReader.hasDigit(text, 0, comma)) {
        List<DateReader.Hit> hits = reader.find(text);
        boolean isDay = hits.size() == 1
            && hits.getFirst().start() - comma <= LONGEST_ARTICLE
            && text.length() - hits.getFirst().end() < 2;
        if (isDay) {
          return Optional.of(text.substring(comma + 2));
        }
      }
    }
    return Optional.empty();
  }

  /// "Published" on a line of its own.
  private static boolean isLabel(String line) {
    return line.length() < LABEL && DateLabels.in(line).isSome() && !DateReader.hasDigit(line);
  }

  private static boolean isCopyright(String line) {
    return line.indexOf('©') >= 0 || line.contains("(c)");
  }

  /// A date and nothing else.
  private static boolean isDate(String line, DateReader reader) {
    for (DateReader.Hit hit : reader.find(line)) {
      if (hit.start() == 0 && line.length() - hit.end() < 3) {
        return true;
      }
    }
    return false;
  }

  /// Whether a date has so many words before it that it is told of something.
  private static boolean isInSentence(String before) {
    int spaces = 0;
    for (int at = 0; at < before.length(); at++) {
      spaces += before.charAt(at) == ' ' ? 1 : 0;
    }
    return spaces >= WORDS_OF_SENTENCE && !DateLabels.in(before).isSome();
  }

  /// @param label the line before, where that says what the first date is
  private static void read(
      int offset, String text, String label, DateReader reader, Said said, Reading reading) {
    int from = 0;
    for (DateReader.Hit hit : LifeDates.without(reader.find(text), text)) {
      if (hit.start() > reading.last()) {
        return;
      }
      String before = text.substring(Math.min(from, hit.start()), hit.start());
      DateLabels.Label says = DateLabels.in(hit.start() == 0 ? label : before);
      String place = "offset " + (offset + hit.start());
      double confidence = says.isPublished() ? reading.labelled() : reading.confidence();
      double here = isInSentence(before) ? Math.min(confidence, IN_A_SENTENCE) : confidence;
      double sure = hit.isSure() ? here : here / 2;
      if (isCopyright(before)) {
        continue;
      }
      if (says.isModified()) {
        said.add(Field.DATE_MODIFIED, hit.moment().iso(), place, sure);
        said.add(Field.DATE_PUBLISHED, hit.moment().iso(), place, ELSE_NOTHING);
      } else {
        said.add(Field.DATE_PUBLISHED, hit.moment().iso(), place, sure);
      }
      from = Math.max(from, hit.end());
    }
  }
}
