package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Block;
import org.pressmark.article.PageKind;

/// Looks at a page as a whole: is what was taken for its story a story, and is it all of it?
///
/// Widths are in letters, as those of [Piece] are.
final class Look {
  private static final double NOTE = 400;
  private static final double SHORT = 700;
  private static final double MEDIUM = 1500;
  private static final double LONG = 2500;

  /// A consent dialog is not longer than this.
  private static final double LONGEST_DIALOG = 6000;

  /// Lines that say what a page is are not longer than this.
  private static final double MAX_LINE = 160;

  /// How far in front of the story, and behind its end, such lines are looked for, in pieces.
  private static final int NEAR = 10;

  private static final int FIRST = 40;

  /// Less is not said of a page.
  private static final double SURE = 0.5;

  private static final int ENTRIES = 3;
  private static final int TEASERS = 5;
  private static final double MAX_TEASER = 350;
  private static final int PICTURES = 4;

  private static final int BESIDE = Hint.COMMENTS.bit()
      | Hint.RELATED.bit()
      | Hint.ASIDE.bit()
      | Hint.FOOTER.bit()
      | Hint.NAVIGATION.bit();

  private final Verdict verdict;
  private final List<Piece> pieces;
  private final String text;
  private final Told told;

  // What was taken for the story.
  private int first = -1;
  private int last = -1;
  private double width;
  private int words;
  private int paragraphs;

  Look(Sheet sheet, Verdict verdict) {
    this.verdict = verdict;
    this.pieces = sheet.pieces();
    this.text = sheet.text();
    this.told = sheet.told();
    for (int i = 0; i < verdict.story.length; i++) {
      if (verdict.story[i]) {
        Piece piece = pieces.get(i);
        first = first < 0 ? i : first;
        last = i;
        width += piece.width();
        words += piece.words;
        paragraphs += piece.isParagraph() ? 1 : 0;
      }
    }
  }

  /// What the page is, where anything can be said of it.
  Optional<Sight> sight() {
    return error()
        .or(this::consentWall)
        .or(this::listing)
        .or(this::liveBlog)
        .or(this::stub)
        .or(this::video)
        .or(this::gallery)
        .or(this::article);
  }

  private Optional<Sight> article() {
    if (first < 0) {
      return Optional.empty();
    }
    double sure = paragraphs >= 3 && width >= SHORT ? 0.7 : width >= NOTE ? 0.5 : 0.35;
    return seen(
        PageKind.FULL_ARTICLE,
        sure,
        paragraphs == 1
            ? "1 paragraph of running text"
            : paragraphs + " paragraphs of running text");
  }

  private static Optional<Sight> seen(PageKind kind, double sure, String reason) {
    return Optional.of(new Sight(kind, sure, reason));
  }

  // ── error pages ──

  private Optional<Sight> error() {
    if (width >= LONG || width >= SHORT && paragraphs > 3) {
      return Optional.empty();
    }
    for (String part : told.name().split("\\s[|–—·:»-]\\s", 6)) {
      Optional<String> said = Phrase.ERROR.saidBy(part, 0, part.length());
      boolean plain = said.filter(phrase -> phrase.indexOf(' ') > 0).isPresent();
      if (said.isPresent() && width < (plain ? LONG : SHORT)) {
        return seen(PageKind.ERROR, 0.9, "its title says \"" + said.get() + "\"");
      }
    }
    for (int i = 0; i < Math.min(FIRST, pieces.size()) && width < SHORT; i++) {
      Piece piece = pieces.get(i);
      if (piece.width() <= MAX_LINE && !piece.box.hidden && piece.linkShare() < 0.5) {
        Optional<String> said = Phrase.ERROR.saidBy(text, piece.start, piece.end);
        if (said.isPresent()) {
          return seen(PageKind.ERROR, 0.8, "a line says \"" + said.get() + "\"");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inTitle(Phrase list) {
    return list.in(told.name(), 0, told.name().length());
  }

  // ── cookie walls ──

  /// What was taken for the story asks for consent, and there is a button to give it.
  private Optional<Sight> consentWall() {
    if (first < 0 || width > LONGEST_DIALOG || !speaksOfCookies()) {
      return Optional.empty();
    }
    StringBuilder said = new StringBuilder();
    for (int i = first; i <= last; i++) {
      if (verdict.story[i]) {
        said.append(text, pieces.get(i).start, pieces.get(i).end).append('\n');
      }
    }
    if (!Consent.isAskedFor(said)) {
      return Optional.empty();
    }
    for (Piece piece : pieces) {
      if (Hint.CONSENT.in(piece.box.inherited)) {
        return seen(PageKind.CONSENT_WALL, 0.9, "all it says asks for consent to cookies");
      }
      boolean canBeButton = piece.width() < 40 && (piece.inButton || piece.linkShare() > 0.9);
      Optional<String> button =
          canBeButton ? Phrase.ACCEPT.saidBy(text, piece.start, piece.end) : Optional.empty();
      if (button.isPresent()) {
        return seen(
            PageKind.CONSENT_WALL,
            0.9,
            "all it says asks for consent to cookies, with a button \"" + button.get() + "\"");
      }
    }
    return Optional.empty();
  }

  private boolean speaksOfCookies() {
    int from = pieces.get(first).start;
    int to = pieces.get(last).end;
    for (String word : List.of("ookie", "куки", "クッキー", "onsent", "inwilligung")) {
      if (text.indexOf(word, from, to) >= 0) {
        return true;
      }
    }
    return false;
  }

  // ── listings ──

  /// Paragraphs that each stand under a headline that is a link are teasers.
  private Optional<Sight> listing() {
    if (first < 0) {
      double links = verdict.survey.page.linkShare();
      return pieces.size() >= 2 * TEASERS && links > 0.6
          ? seen(PageKind.LISTING, 0.6, "hardly anything but links, and no story")
          : Optional.empty();
    }
    int prose = 0;
    int teasers = 0;
    double longest = 0;
    int headline = -1;
    for (int i = 0; i <= last; i++) {
      Piece piece = pieces.get(i);
      if (isLinkedHeadline(piece)) {
        headline = i;
      } else if (verdict.story[i] && piece.prose() > 0) {
        prose++;
        longest = Math.max(longest, piece.width());
        if (headline >= 0 && i - headline <= 3) {
          teasers++;
          headline = -1;
        }
      }
    }
    return teasers >= TEASERS && teasers * 7 >= prose * 6 && longest < 2 * MAX_TEASER
        ? seen(PageKind.LISTING, 0.8, teasers + " paragraphs, each under a headline that is a link")
        : Optional.empty();
  }

  /// A headline tells something; `Dry mouth` over a paragraph is the name of a subject.
  private static boolean isLinkedHeadline(Piece piece) {
    return piece.linkShare() > 0.9
        && piece.width() >= 18
        && piece.width() <= 200
        && piece.links <= 2
        && (piece.words >= 5 || piece.ideographs >= 8)
        && !piece.box.hidden;
  }

  // ── live blogs ──

  private Optional<Sight> liveBlog() {
    if (first < 0) {
      return Optional.empty();
    }
    int entries = 0;
    int marked = 0; // those whose time is marked as one
    boolean open = false; // a time was seen, and no story behind it yet
    boolean isMarked = false;
    double before = 0; // how much stands before the first entry
    for (int i = Math.max(0, first - 3); i <= last; i++) {
      Piece piece = pieces.get(i);
      if ((piece.box.inherited & BESIDE) != 0 && !verdict.story[i]) {
        continue;
      }
      if (Clock.isMarked(text, piece)) {
        isMarked = true;
        open = true;
      } else if (Clock.opens(text, piece)) {
        open = true;
      }
      if (open && verdict.story[i] && piece.width() >= 30) {
        entries++;
        marked += isMarked ? 1 : 0;
        open = isMarked = false;
      }
      before += entries == 0 && verdict.story[i] ? piece.width() : 0;
    }
    // Behind a story, it is the readers who write at such and such a time.
    if (entries < ENTRIES || before > width / 3) {
      return Optional.empty();
    }
    if (told.isLive()) {
      return seen(
          PageKind.LIVE_BLOG, 0.9, entries + " entries with a time, and its data call it one");
    }
    Optional<String> title = inTitle(Phrase.LIVE);
    if (title.isPresent()) {
      return seen(
          PageKind.LIVE_BLOG,
          0.9,
          entries + " entries with a time, and its title says \"" + title.get() + "\"");
    }
    return marked > ENTRIES && marked * 3 >= paragraphs
        ? seen(PageKind.LIVE_BLOG, 0.6, marked + " entries, each with a time")
        : Optional.empty();
  }

  // ── what is behind a paywall ──

  private Optional<Sight> stub() {
    if (first < 0 || width >= 2 * LONG && !told.isPaid()) {
      return Optional.empty();
    }
    boolean isShort = width < MEDIUM;
    boolean isCutOff = told.words() > 150 && words * 2 < told.words();
    if (!isShort && !isCutOff && !told.isPaid() && openEnd(pieces.get(last)).isEmpty()) {
      return Optional.empty();
    }
    String open = openEnd(endBeforeOffer());
    boolean breaksOff = isCutOff || !open.isEmpty();
    Optional<String> wall = said(Phrase.PAYWALL).filter(said -> breaksOff || !told.isFree());
    // A long story may end in a line about its author.
    boolean isHalf = isCutOff || breaksOff && width < LONG;
    Optional<String> offer = isHalf && wall.isEmpty() ? said(Phrase.SUBSCRIBER) : wall;
    double sure = sureOfStub(wall.isPresent(), offer.isPresent(), isHalf);
    if (sure < SURE) {
      return Optional.empty();
    }
    List<String> why = new ArrayList<>();
    offer.ifPresent(said -> why.add("it says \"" + said + "\""));
    if (told.isPaid()) {
      why.add("its data say it is not free");
    }
    if (isCutOff) {
      why.add("it shows " + words + " of " + told.words() + " words");
    }
    if (!open.isEmpty()) {
      why.add(open);
    } else if (!isCutOff) {
      why.add("it has " + words + " words");
    }
    return seen(PageKind.STUB, sure, String.join(", ", why));
  }

  /// A page may say that it is not free, and show its story to everyone; or show a short one with
  /// an offer below it. Two of these together are a stub.
  private double sureOfStub(boolean wall, boolean offer, boolean isHalf) {
    if (wall) {
      return told.isPaid() ? 0.95 : 0.85;
    }
    if (offer) {
      return 0.8; // and it breaks off
    }
    return isHalf && told.isPaid() ? 0.8 : 0;
  }

  /// How the story breaks off, in words; empty where it ends as stories do.
  private String openEnd(Piece end) {
    if (end.kind != Block.Kind.PARAGRAPH || end.words < 4 && end.ideographs == 0) {
      return "";
    }
    String tail = text.substring(Math.max(end.start, end.end - 6), end.end);
    if (tail.endsWith("…")
        || tail.endsWith("...")
        || tail.endsWith("…]")
        || tail.endsWith("...]")) {
      return "it ends in an ellipsis";
    }
    boolean breaksOff =
        end.width() >= 80 && !end.endsInStop && Character.isLetter(text.charAt(end.end - 1));
    return breaksOff ? "it ends in the middle of a sentence" : "";
  }

  /// Takes the offer to pay out of the story that it cuts off, with all that follows in the same
  /// box.
  void dropOffer() {
    int offer = offerInside();
    if (offer < 0) {
      return;
    }
    Box box = pieces.get(offer).holder();
    for (int i = offer; i <= last; i++) {
      verdict.story[i] &= i > offer && !box.holds(pieces.get(i).box);
    }
  }

  /// The number of the first line that offers to pay, of those taken for the story; -1 without one.
  private int offerInside() {
    for (int i = Math.max(0, last - NEAR); i <= last; i++) {
      Piece piece = pieces.get(i);
      if (verdict.story[i]
          && piece.width() <= MAX_LINE
          && Phrase.PAYWALL.in(text, piece.start, piece.end).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private Piece endBeforeOffer() {
    int end = offerInside();
    if (end < 0) {
      return pieces.get(last);
    }
    do {
      end--;
    } while (end > first && !verdict.story[end]);
    return pieces.get(Math.max(first, end));
  }

  /// What an offer to pay says at the end of what is shown.
  private Optional<String> said(Phrase list) {
    for (int i = Math.max(0, last - 3); i < Math.min(last + NEAR, pieces.size()); i++) {
      Piece piece = pieces.get(i);
      if (piece.width() <= 2 * MAX_LINE) {
        Optional<String> said = list.in(text, piece.start, piece.end);
        if (said.isPresent()) {
          return said;
        }
      }
    }
    return Optional.empty();
  }

  // ── videos and galleries ──

  private Optional<Sight> video() {
    return first >= 0 && width < SHORT && told.videos() > 0 && paragraphs < 3
        ? seen(PageKind.VIDEO, 0.45, "a video with " + words + " words around it")
        : Optional.empty();
  }

  private Optional<Sight> gallery() {
    if (first < 0 || width >= LONG) {
      return Optional.empty();
    }
    int pictures = 0;
    int captions = 0;
    for (int i = Math.max(0, first - NEAR); i < Math.min(pieces.size(), last + 2 * NEAR); i++) {
      Piece piece = pieces.get(i);
      boolean isCaption = piece.kind == Block.Kind.CAPTION
          || Hint.CAPTION.in(piece.box.hints | piece.box.parent.hints);
      if (isCaption && (piece.box.inherited & BESIDE) == 0) {
        captions++;
        pictures += piece.width() > 20 ? 1 : 0;
      }
    }
    Optional<String> title = pictures > 1 ? inTitle(Phrase.GALLERY) : Optional.empty();
    if (title.isPresent()) {
      return seen(
          PageKind.GALLERY,
          0.8,
          captions + " pictures, and its title says \"" + title.get() + "\"");
    }
    return pictures >= PICTURES && width < MEDIUM && pictures > paragraphs
        ? seen(PageKind.GALLERY, 0.4, captions + " pictures and " + words + " words of text")
        : Optional.empty();
  }
}
