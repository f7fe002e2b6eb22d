package org.pressmark.cli;

import java.util.List;
import java.util.Locale;
import org.pressmark.article.Mark;
import org.pressmark.dedup.Likeness;
import org.pressmark.dedup.Overlap;
import org.pressmark.export.Csv;
import org.pressmark.export.Screen;
import org.pressmark.search.Imprint;
import org.pressmark.search.ProbableOrigin;

/// One family, sentence by sentence.
///
/// @param asked the article that the others are held against
/// @param shared the others, each with its sentences
record FamilyView(FamilyList.Row row, Mark asked, List<Shared> shared) {
  private static final List<String> COLUMNS =
      List.of("id", "compared_with", "sentence", "words", "shared_words", "share", "text");

  /// The sentences of one article, and what of each stands in the article that was asked for.
  record Shared(Mark mark, List<Overlap.Sentence> sentences) {}

  /// ```
  /// Ferry runs aground off Skerry Head
  /// a family of 3 articles
  ///
  /// probable origin: Continental Wire (named by 2 of 3)
  /// probable first publication: pm-mfrggzdfmztwq2lknnwg  Port Calder Courier, 2024-05-06
  ///
  /// pm-mfrggzdfmztwq2lknnwg  Port Calder Courier, 2024-05-06
  ///   Ferry runs aground off Skerry Head
  ///   representative
  /// …
  ///
  /// What of pm-nbswy3dpeb3w64tmmqqq stands in pm-mfrggzdfmztwq2lknnwg, by sentence:
  ///   100 %  A passenger ferry ran on to a sandbar on Monday morning.
  ///    84 %  Nobody was hurt, the coastguard said.
  /// ```
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(FamilyList.headline(row.representative()));
    table.append("\na family of ").append(Summary.count(row.family().size(), "article"));
    table.append("\n\n").append(origin()).append('\n');
    for (int number = 0; number < row.imprints().size(); number++) {
      Imprint imprint = row.imprints().get(number);
      table.append('\n').append(imprint.mark()).append("  ").append(FamilyList.place(imprint));
      table.append("\n  ").append(FamilyList.headline(imprint));
      table
          .append("\n  ")
          .append(row.likeness(number).map(FamilyView::words).orElse("representative"));
      table.append("\n  ").append(Screen.line(imprint.source())).append('\n');
    }
    for (Shared other : shared) {
      table.append("\nWhat of ").append(other.mark()).append(" stands in ").append(asked);
      table.append(", by sentence:\n");
      for (Overlap.Sentence sentence : other.sentences()) {
        table.append(String.format(Locale.ROOT, "%7s  ", FamilyList.percent(sentence.share())));
        table.append(Screen.line(sentence.text().replace('\t', ' '))).append('\n');
      }
    }
    return table.toString();
  }

  private String origin() {
    ProbableOrigin origin = row.origin();
    String agency = origin
        .agency()
        .map(name -> Screen.line(name) + " (named by " + origin.naming() + " of "
            + row.family().size() + ")")
        .orElse("not known; nobody names an agency");
    String earliest = origin
        .earliest()
        .map(imprint -> imprint.mark() + "  " + FamilyList.place(imprint))
        .orElse("not known; nobody gives a date");
    return "probable origin: " + agency + "\nprobable first publication: " + earliest;
  }

  /// `shares 97 % of the shorter text with the representative, 82 % of both`
  private static String words(Likeness likeness) {
    return "shares " + FamilyList.percent(likeness.containment())
        + " of the shorter text with the representative, "
        + FamilyList.percent(likeness.resemblance()) + " of both";
  }

  String json() {
    return JsonText.object(json -> {
      FamilyList.write(json, row);
      json.writeStringProperty("comparedWith", asked.value());
      json.writeArrayPropertyStart("overlap");
      for (Shared other : shared) {
        json.writeStartObject();
        json.writeStringProperty("id", other.mark().value());
        json.writeArrayPropertyStart("sentences");
        for (Overlap.Sentence sentence : other.sentences()) {
          json.writeStartObject();
          json.writeStringProperty("text", sentence.text());
          json.writeNumberProperty("words", sentence.words());
          json.writeNumberProperty("shared", sentence.shared());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /// A line a sentence.
  String csv() {
    StringBuilder csv = new StringBuilder(Csv.row(COLUMNS));
    for (Shared other : shared) {
      int number = 0;
      for (Overlap.Sentence sentence : other.sentences()) {
        number++;
        csv.append(Csv.row(List.of(
            other.mark().value(),
            asked.value(),
            Integer.toString(number),
            Integer.toString(sentence.words()),
            Integer.toString(sentence.shared()),
            FamilyList.share(sentence.share()),
            sentence.text())));
      }
    }
    return csv.toString();
  }
}
