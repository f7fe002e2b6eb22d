package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;
import org.pressmark.source.Page;

/// Everything that witnesses may look at.
///
/// @param clippings gathered from the page's markup, empty for a text without markup
/// @param detected the language of the body's text
/// @param language the language to read dates and bylines in, BCP 47, `und` where nobody knows
record Evidence(
    Page.Readable page,
    Draft draft,
    Body body,
    List<Candidate> salvage,
    Clippings clippings,
    Optional<LanguageReader.Guess> detected,
    String language) {
  private static final int LINES_BEFORE = 4;
  private static final int LINES_BEHIND = 12;
  private static final int SHORTEST_HEADLINE = 10;
  private static final int LONGEST_HEADLINE = 300;

  static Evidence of(
      Page.Readable page, Draft draft, Body body, List<Candidate> salvage, LanguageReader reader) {
    Clippings clippings = switch (page) {
      case Page.Html html -> Clippings.of(html.document());
      case Page.Flat flat -> Clippings.NONE;
    };
    Optional<LanguageReader.Guess> detected = reader.detect(body);
    String language =
        clippings.language().or(() -> detected.map(LanguageReader.Guess::code)).orElse("und");
    return new Evidence(page, draft, body, List.copyOf(salvage), clippings, detected, language);
  }

  boolean isFlat() {
    return page instanceof Page.Flat;
  }

  /// The document's own address, as the capture, then the page itself knows it.
  Optional<String> url() {
    return page.capture().url().or(clippings::canonical);
  }

  /// A line of the page's text.
  ///
  /// @param offset where it begins in the draft's text
  record Line(int offset, String text) {
    boolean isShorterThan(int letters) {
      return text.length() < letters;
    }
  }

  /// The lines where bylines and datelines stand: a few before the headline, more behind it; the
  /// first ones of the page where the headline is not among its lines.
  List<Line> linesAboutHeadline() {
    List<Passage> passages = draft.passages();
    int headline = headline(passages);
    List<Line> lines = new ArrayList<>();
    int last = Math.min(passages.size(), headline + LINES_BEHIND);
    for (int i = Math.max(0, headline - LINES_BEFORE); i < last; i++) {
      lines.add(line(passages.get(i)));
    }
    return lines;
  }

  /// The lines of the page's text, cut ones included.
  List<Line> lines() {
    return draft.passages().stream().map(this::line).toList();
  }

  private Line line(Passage passage) {
    return new Line(
        passage.start(), draft.text().substring(passage.start(), passage.end()).strip());
  }

  /// The number of the passage that is the headline: the longest one that the page's title holds
  /// whole, or one that is a heading of the first rank; 0 where there is none.
  private int headline(List<Passage> passages) {
    List<String> told = told();
    int best = 0;
    int most = SHORTEST_HEADLINE - 1;
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      if (passage.end() - passage.start() <= LONGEST_HEADLINE) {
        String letters = Headlines.letters(draft.text().substring(passage.start(), passage.end()));
        if (letters.length() > most && told.stream().anyMatch(t -> t.contains(letters))) {
          best = i;
          most = letters.length();
        }
      }
    }
    return best;
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    told.add(Headlines.letters(clippings.title()));
    clippings.meta("og:title").map(Headlines::letters).ifPresent(told::add);
    clippings.scraps(Clippings.Mark.HEADING).forEach(s -> told.add(Headlines.letters(s.text())));
    return told;
  }

  /// Lower case without regard to any country's rules.
  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
