package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;
import org.pressmark.source.Page;

/// Everything that witnesses may look at.
///
/// @param clippings gathered from the page's markup, empty for a text without markup
/// @param whereabouts where the headline stands in the markup
/// @param nearHeadline the lines where bylines and datelines stand: a few before the headline, more
/// behind it; the first ones of the page where the headline is not among its lines
/// @param detected the language of the body's text
/// @param language the language to read dates and bylines in, BCP 47, `und` where nobody knows
record Evidence(
    Page.Readable page,
    Draft draft,
    Body body,
    List<Candidate> salvage,
    Clippings clippings,
    Whereabouts whereabouts,
    List<Line> nearHeadline,
    Optional<LanguageReader.Guess> detected,
    String language) {
  private static final int LINES_BEFORE = 4;
  private static final int LINES_BEHIND = 12;
  // What stands behind so many paragraphs of the story is not about it any more.
  private static final int PARAGRAPHS = 3;
  private static final int PARAGRAPH = 120;
  private static final int SHORTEST_HEADLINE = 10;
  private static final int LONG_HEADLINE = 20;
  private static final int LONGEST_KICKER = 25;
  private static final int MOST_HEADINGS = 6;

  static Evidence of(
      Page.Readable page, Draft draft, Body body, List<Candidate> salvage, LanguageReader reader) {
    Clippings clippings = switch (page) {
      case Page.Html html -> Clippings.of(html.document());
      case Page.Flat flat -> Clippings.NONE;
    };
    Optional<String> told = clippings.language();
    Optional<LanguageReader.Guess> detected = reader.detect(body, told);
    String language = told.filter(declared -> !isContradicted(declared, detected))
        .or(() -> detected.map(LanguageReader.Guess::code))
        .orElse("und");
    return new Evidence(
        page,
        draft,
        body,
        List.copyOf(salvage),
        clippings,
        Whereabouts.of(clippings),
        nearHeadline(draft, clippings),
        detected,
        language);
  }

  /// Templates declare English over stories in any language.
  private static boolean isContradicted(String declared, Optional<LanguageReader.Guess> detected) {
    String language = LanguageReader.primary(declared);
    return detected
        .filter(guess -> guess.isSure())
        .filter(guess -> !guess.code().equals(language))
        .filter(guess -> !LanguageReader.areSiblings(guess.code(), language))
        .isPresent();
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

  /// The lines of the page's text that are shorter than so many letters, cut ones included. There
  /// are many, and few are worth the reading.
  List<Passage> lines(int letters) {
    List<Passage> lines = new ArrayList<>();
    for (Passage passage : draft.passages()) {
      if (passage.end() - passage.start() < letters) {
        lines.add(passage);
      }
    }
    return lines;
  }

  Line line(Passage passage) {
    return line(draft, passage);
  }

  /// The lines near the headline that are the story's or its headline: not a menu's, not the
  /// masthead's.
  List<String> headlineLines() {
    List<String> lines = new ArrayList<>();
    for (Line line : nearHeadline) {
      if (!isCut(line.offset())) {
        line.text().lines().forEach(lines::add);
      }
    }
    return lines;
  }

  /// Whether the page anywhere shows a line of such letters.
  ///
  /// @param letters as [Headlines#letters] gives them
  boolean hasLine(String letters) {
    for (Passage passage : draft.passages()) {
      int length = passage.end() - passage.start();
      if (length >= letters.length()
          && length <= 2 * letters.length()
          && mayBegin(passage.start(), letters.charAt(0))
          && letters.equals(
              Headlines.letters(draft.text().substring(passage.start(), passage.end())))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a line may begin with a letter in lower case; most do not, and comparing takes time.
  private boolean mayBegin(int start, char letter) {
    char first = draft.text().charAt(start);
    return Character.toLowerCase(first) == letter || !Character.isLetterOrDigit(first);
  }

  private boolean isCut(int offset) {
    for (Cut cut : draft.cuts()) {
      if (cut.offset() == offset && !isHeadline(cut)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeadline(Cut cut) {
    return cut.rule().name().equals("headline");
  }

  /// The heading that was cut from the text as the page's headline, be it of any rank.
  Optional<Passage> headline() {
    for (Cut cut : draft.cuts()) {
      if (isHeadline(cut)) {
        return passageAt(cut.offset())
            .filter(passage -> passage.kind() == Block.Kind.HEADING && passage.end() <= cut.end());
      }
    }
    return Optional.empty();
  }

  /// What the heading above the story says, be it the story's first block.
  Optional<String> above() {
    return headline()
        .map(heading -> line(heading).text())
        .or(() -> body.blocks().stream()
            .limit(1)
            .filter(first -> first.kind() == Block.Kind.HEADING && first.level() == 1)
            .map(Block::text)
            .findFirst());
  }

  private Optional<Passage> passageAt(int offset) {
    int at = indexAt(draft, offset);
    return at < 0 ? Optional.empty() : Optional.of(draft.passages().get(at));
  }

  /// The number of the passage that begins here, or -1.
  private static int indexAt(Draft draft, int offset) {
    for (int i = 0; i < draft.passages().size(); i++) {
      if (draft.passages().get(i).start() == offset) {
        return i;
      }
    }
    return -1;
  }

  /// Whether nothing of the story stands before a passage.
  boolean isAboveStory(Passage heading) {
    List<Cut> cuts = draft.cuts();
    int next = 0;
    for (Passage passage : draft.passages()) {
      if (passage.start() >= heading.start()) {
        return true;
      }
      while (next < cuts.size() && cuts.get(next).end() <= passage.start()) {
        next++;
      }
      boolean isCut = next < cuts.size() && cuts.get(next).offset() <= passage.start();
      if (!isCut && passage.kind() == Block.Kind.PARAGRAPH) {
        return false;
      }
    }
    return true;
  }

  /// Whether the story has a heading of such letters behind its first paragraph.
  boolean isAmidStory(String letters) {
    boolean isBehind = false;
    for (Block block : body.blocks()) {
      if (isBehind
          && block.kind() == Block.Kind.HEADING
          && letters.equals(Headlines.letters(block.text()))) {
        return true;
      }
      isBehind |= block.kind() == Block.Kind.PARAGRAPH;
    }
    return false;
  }

  private static Line line(Draft draft, Passage passage) {
    String text = draft.text().substring(passage.start(), passage.end());
    text = text.replace('\u00a0', ' ').strip();
    return new Line(passage.start(), text);
  }

  private static List<Line> nearHeadline(Draft draft, Clippings clippings) {
    List<Passage> passages = draft.passages();
    int headline = headline(draft, told(clippings));
    int last = Math.min(passages.size(), headline + LINES_BEHIND);
    List<Line> lines = new ArrayList<>();
    int paragraphs = 0;
    for (int i = Math.max(0, headline - LINES_BEFORE); i < last && paragraphs < PARAGRAPHS; i++) {
      Line line = line(draft, passages.get(i));
      lines.add(line);
      paragraphs += i > headline && !line.isShorterThan(PARAGRAPH) ? 1 : 0;
    }
    return lines;
  }

  /// The number of the passage that is the headline: the longest one that the page's title or a
  /// heading of the first rank holds whole; 0 where there is none. One above the story that is most
  /// of such a title comes before all that stand below: those are headings of the story's parts,
  /// titles of other stories, or the way back to this one.
  private static int headline(Draft draft, List<String> told) {
    int longest = 0;
    for (String some : told) {
      longest = Math.max(longest, some.length());
    }
    int story = story(draft);
    int best = 0;
    int most = 0;
    boolean isWhole = false;
    for (int i = 0; i < draft.passages().size(); i++) {
      Passage passage = draft.passages().get(i);
      if (isWhole && passage.start() > story) {
        break;
      }
      int length = passage.end() - passage.start();
      if (length > most && length <= 2 * longest && endsInside(draft.text(), passage, told)) {
        String letters = Headlines.letters(draft.text().substring(passage.start(), passage.end()));
        int headline = shared(told, letters);
        if (headline > most && headline >= shortest(letters)) {
          best = i;
          most = headline;
          isWhole |= isMost(headline, told, letters);
        }
      }
    }
    return most > 0 ? best : cutAsHeadline(draft);
  }

  /// The number of the passage that was cut as the headline, which may be one that nobody tells; 0
  /// where there is none.
  private static int cutAsHeadline(Draft draft) {
    for (Cut cut : draft.cuts()) {
      int at = isHeadline(cut) ? indexAt(draft, cut.offset()) : -1;
      if (at >= 0) {
        return at;
      }
    }
    return 0;
  }

  /// Whether a line is more than half of what may be the headline: else it may be a word of a menu.
  private static boolean isMost(int headline, List<String> told, String letters) {
    for (String some : told) {
      if (2 * headline > some.length() && (some.contains(letters) || letters.endsWith(some))) {
        return true;
      }
    }
    return false;
  }

  /// Where the first passage begins that is not cut; the text's end where all are.
  private static int story(Draft draft) {
    int cut = 0;
    for (Passage passage : draft.passages()) {
      while (cut < draft.cuts().size() && draft.cuts().get(cut).end() <= passage.start()) {
        cut++;
      }
      if (cut == draft.cuts().size() || draft.cuts().get(cut).offset() > passage.start()) {
        return passage.start();
      }
    }
    return draft.text().length();
  }

  /// Where a sign is a word, a headline needs fewer of them.
  private static int shortest(String letters) {
    return !letters.isEmpty() && Character.isIdeographic(letters.charAt(0))
        ? SHORTEST_HEADLINE / 2
        : SHORTEST_HEADLINE;
  }

  /// Whether a line's last letters are somewhere in what may be the headline. Most lines' are not,
  /// which is found out sooner than that the whole line is not.
  private static boolean endsInside(String text, Passage line, List<String> told) {
    int from = Math.max(line.start(), line.end() - SHORTEST_HEADLINE);
    String end = Headlines.letters(text.substring(from, line.end()));
    for (String some : told) {
      if (some.contains(end)) {
        return true;
      }
    }
    return false;
  }

  /// How many letters of a line are the headline: all, or those behind the kicker before it.
  private static int shared(List<String> told, String letters) {
    int most = 0;
    for (String some : told) {
      if (some.contains(letters)) {
        return letters.length();
      }
      if (some.length() >= LONG_HEADLINE
          && letters.length() - some.length() <= LONGEST_KICKER
          && letters.endsWith(some)) {
        most = Math.max(most, some.length() - 1); // the headline alone is better
      }
    }
    return most;
  }

  private static List<String> told(Clippings clippings) {
    List<String> told = new ArrayList<>();
    told.add(Headlines.letters(clippings.title()));
    clippings.meta("og:title").map(Headlines::letters).ifPresent(told::add);
    List<Clippings.Scrap> headings = clippings.scraps(Clippings.Mark.HEADING);
    for (int i = 0; i < Math.min(MOST_HEADINGS, headings.size()); i++) {
      told.add(Headlines.letters(headings.get(i).text()));
    }
    return told;
  }

  /// Lower case without regard to any country's rules.
  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
