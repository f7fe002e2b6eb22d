package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.pressmark.article.PageKind;
import org.pressmark.source.Page;
import org.pressmark.source.spare.Spare;
import org.pressmark.source.spare.Spares;
import org.pressmark.source.text.Decoding;

/// The story of a page that shows none, or the whole of it where the page shows its beginning only:
/// what it carries for programs to draw, judged as what is shown is judged.
///
/// @param notes a sentence on where it stood, and for each limit that acted
record Reserve(Optional<Kept> kept, List<String> notes) {
  private static final Reserve NONE = new Reserve(Optional.empty(), List.of());

  /// A page that shows so many letters shows its story; so does one with fewer, unless it says that
  /// it keeps some of it back.
  private static final double MOST_SHOWN = 1500;

  private static final double SHORT = 500;

  /// A story has at least so many letters.
  private static final double FEWEST = 500;

  /// Which share of what is shown stands in the whole story at least, and how many times longer
  /// that is.
  private static final double SHARE = 0.6;

  private static final double LONGER = 1.5;

  /// Which share of a headline stands in those of the page.
  private static final double TITLE = 0.8;

  /// So many are judged, the most promising first.
  private static final int MOST_JUDGED = 8;

  /// Plain words are looked for in so many letters of a page, and so few are none.
  private static final int MOST_WORDS = 32;

  private static final int FEWEST_WORDS = 16;

  /// A story that is not shown, and where it stands.
  record Kept(Story story, Spare spare) {
    Sight sight() {
      PageKind kind = story.sight().map(Sight::kind).orElse(PageKind.FULL_ARTICLE);
      return new Sight(kind, 0.7, spare.place() + " tells the whole story");
    }

    boolean isStory() {
      return story.width() >= Story.MOST_SHOWN
          && story.sight().filter(sight -> sight.kind().hasStory()).isPresent();
    }

    /// Whether it tells what is shown, and a good deal more.
    boolean goesOn(String shown, double width) {
      return story.width() >= LONGER * width && holds(story, shown);
    }
  }

  static Reserve of(Page.Html page, Story shown) {
    return page.whole()
        .filter(whole -> mayKeepBack(shown))
        .map(whole -> behind(page.document(), whole, shown))
        .orElse(NONE);
  }

  private static boolean mayKeepBack(Story shown) {
    double width = shown.width();
    boolean isShort = width < SHORT || width < MOST_SHOWN && shown.told().isRationed();
    return !shown.isInData() && (isShort || shown.is(PageKind.STUB));
  }

  private static Reserve behind(Document page, Decoding whole, Story shown) {
    boolean isPart = shown.width() >= Story.MOST_SHOWN;
    String text = isPart ? shown.text() : "";
    String words = plainWords(text.substring(text.indexOf('\n') + 1)); // its head repeats the first
    if (!words.isEmpty() && !whole.repeats(words)) {
      return NONE;
    }
    Spares spares = Spares.in(page, whole, words);
    List<Kept> kept = promising(spares.found(), shown.told()).stream()
        .map(spare -> new Kept(new Story(page(page, spare)), spare))
        .filter(one -> one.isStory() && (!isPart || one.goesOn(text, shown.width())))
        .toList();
    Optional<Kept> best = best(kept, shown).filter(one -> one.story().width() >= FEWEST);
    List<String> notes = new ArrayList<>(spares.notes());
    if (spares.found().size() > MOST_JUDGED) {
      notes.add("of " + spares.found().size() + " texts that it carries and does not show, the "
          + MOST_JUDGED + " most promising were judged");
    }
    best.ifPresent(one -> notes.add((isPart ? "the whole story" : "the story")
        + " stood nowhere but in " + one.spare().place()));
    return new Reserve(best, notes);
  }

  /// A run of letters that no form of writing changes: no quotes, no umlauts.
  private static String plainWords(String text) {
    int best = 0;
    int longest = 0;
    int from = 0;
    for (int at = 0; at < text.length() && longest < MOST_WORDS; at++) {
      char c = text.charAt(at);
      boolean isPlain = c == ' ' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      from = isPlain ? from : at + 1;
      if (at + 1 - from > longest) {
        longest = at + 1 - from;
        best = from;
      }
    }
    return longest < FEWEST_WORDS ? "" : text.substring(best, best + longest).strip();
  }

  private static List<Spare> promising(List<Spare> spares, Told told) {
    return spares.stream()
        .sorted(Comparator.comparing((Spare spare) -> !isNamed(spare, told))
            .thenComparing(
                Comparator.comparingInt((Spare spare) -> spare.html().length()).reversed()))
        .limit(MOST_JUDGED)
        .toList();
  }

  private static boolean isNamed(Spare spare, Told told) {
    return told.title.share(Fold.of(spare.headline())) >= TITLE;
  }

  private static boolean holds(Story story, String shown) {
    Grams grams = new Grams(8);
    grams.add(Fold.of(story.text()));
    return grams.share(Fold.of(shown)) >= SHARE;
  }

  /// The page with what it carries instead of what it shows.
  private static Document page(Document shown, Spare spare) {
    Document page = Document.createShell(shown.baseUri());
    for (Element told : shown.head().children()) {
      page.head().appendChild(told.clone());
    }
    page.body().appendElement("article").append(spare.html());
    return page;
  }

  /// The longest under the page's headline; or else, if the page has one story only, that. A
  /// list of stories has none of its own in data without a name.
  private static Optional<Kept> best(List<Kept> kept, Story shown) {
    Optional<Kept> named =
        longest(kept.stream().filter(one -> isNamed(one.spare(), shown.told())).toList());
    if (named.isPresent()) {
      return named;
    }
    List<Kept> nameless = kept.stream()
        .filter(one -> one.spare().headline().isEmpty())
        .filter(one -> !one.spare().isData() || !shown.is(PageKind.LISTING))
        .toList();
    return longest(nameless)
        .filter(longest -> nameless.stream()
            .allMatch(other ->
                other == longest || holds(longest.story(), other.story().text())));
  }

  private static Optional<Kept> longest(List<Kept> kept) {
    return kept.stream()
        .max(Comparator.comparingDouble((Kept one) -> one.story().width())); // the last of equals
  }
}
