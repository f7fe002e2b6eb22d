package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.article.Passage;
import org.pressmark.metadata.Evidence.Line;

/// A date in the text: in a short line near the headline, at the beginning of a paragraph behind
/// it, or anywhere behind words such as "Published on".
final class DatelineFacts implements Witness {
  private static final int SHORT = 160;
  private static final int AT_BEGINNING = 40;
  private static final int MOST_LETTERS = 200;
  private static final int LABEL = 25;
  private static final double SIGNED = .2;
  private static final double IN_A_SENTENCE = .2;
  private static final int WORDS_OF_SENTENCE = 7;

  private static final List<String> MODIFIED = List.of(
      "updated",
      "modified",
      "last update",
      "last change",
      "aktualisiert",
      "aktualisierung",
      "geändert",
      "letzte änderung",
      "mis à jour",
      "modifié",
      "actualizado",
      "atualizado",
      "aggiornat",
      "bijgewerkt",
      "oppdatert",
      "uppdaterad",
      "opdateret",
      "обновлено",
      "zaktualizowan",
      "güncel",
      "aktualizov",
      "更新",
      "แก้ไข",
      "diperbarui",
      "تحديث");
  private static final List<String> PUBLISHED = List.of(
      "publish",
      "posted",
      "post time",
      "veröffentlicht",
      "erschienen",
      "erstellt",
      "publié",
      "publicado",
      "pubblicat",
      "gepubliceerd",
      "geplaatst",
      "publisert",
      "publicerad",
      "publiceret",
      "опубликовано",
      "opublikowan",
      "dodano",
      "yayın",
      "datum",
      "stand:",
      "date:",
      "发布",
      "發布",
      "发表",
      "時間",
      "时间",
      "来源");

  private static final WordFinder WORDS = new WordFinder(MODIFIED, PUBLISHED);
  private static final int MODIFYING = 1;
  private static final int PUBLISHING = 1 << 1;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.DATELINE);
    DateReader reader = new DateReader(evidence.language());
    for (Line line : evidence.nearHeadline()) {
      boolean isShort = line.isShorterThan(SHORT);
      String text = isShort ? line.text() : line.text().substring(0, SHORT);
      read(line.offset(), text, reader, said, isShort ? .5 : .3, isShort ? SHORT : AT_BEGINNING);
    }
    List<Passage> lines = evidence.lines(MOST_LETTERS);
    for (int i = 0; i < lines.size(); i++) {
      Passage passage = lines.get(i);
      if (!DateReader.hasDigit(evidence.draft().text(), passage.start(), passage.end())) {
        continue;
      }
      Line line = evidence.line(passage);
      if (WORDS.in(line.text()) != 0) {
        read(line.offset(), line.text(), reader, said, .35, MOST_LETTERS);
      } else if (i > 0
          && isLabel(evidence.line(lines.get(i - 1)).text())
          && isDate(line.text(), reader)) {
        read(line.offset(), line.text(), reader, said, .3, MOST_LETTERS);
      }
    }
    lastLine(evidence)
        .filter(line -> isDate(line, reader))
        .ifPresent(line -> said.addDate(Field.DATE_PUBLISHED, line, reader, "last line", SIGNED));
    return said.all();
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

  /// "Published" on a line of its own.
  private static boolean isLabel(String line) {
    return line.length() < LABEL && (WORDS.in(line) & PUBLISHING) != 0;
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

  static boolean isModified(String text) {
    return (WORDS.in(text) & MODIFYING) != 0;
  }

  /// Whether a date has so many words before it that it is told of something.
  private static boolean isInSentence(String before) {
    int spaces = 0;
    for (int at = 0; at < before.length(); at++) {
      spaces += before.charAt(at) == ' ' ? 1 : 0;
    }
    return spaces >= WORDS_OF_SENTENCE && WORDS.in(before) == 0;
  }

  private static void read(
      int offset, String text, DateReader reader, Said said, double confidence, int last) {
    int from = 0;
    for (DateReader.Hit hit : reader.find(text)) {
      if (hit.start() > last) {
        return;
      }
      String before = text.substring(Math.min(from, hit.start()), hit.start());
      String place = "offset " + (offset + hit.start());
      double here = isInSentence(before) ? Math.min(confidence, IN_A_SENTENCE) : confidence;
      double sure = hit.isSure() ? here : here / 2;
      if (before.contains("©") || before.contains("(c)")) {
        continue;
      }
      if (isModified(before)) {
        said.add(Field.DATE_MODIFIED, hit.moment().iso(), place, sure);
        // Where a page says nothing else, that was the day its text was published.
        said.add(Field.DATE_PUBLISHED, hit.moment().iso(), place, .16);
      } else {
        said.add(Field.DATE_PUBLISHED, hit.moment().iso(), place, sure);
      }
      from = Math.max(from, hit.end());
    }
  }
}
