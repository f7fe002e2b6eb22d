package org.pressmark.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pressmark.article.Block;

/// Which pieces of a page are the story.
final class Verdict {
  private static final Forest FOREST = Forest.read("forest.txt");

  /// Where no piece is more likely story than not, those at least this likely are taken together
  /// with the page's best box.
  private static final double FALLBACK = 0.15;

  /// How likely a piece must be story where the data tell it.
  private static final double IN_DATA = 0.2;

  /// How many times longer a hidden story is than what is shown, to be believed.
  private static final double HIDDEN = 2;

  /// The classes that social networks give to the posts that other pages show.
  private static final List<String> POSTS =
      List.of("twitter-tweet", "bluesky-embed", "mastodon-embed");

  /// How likely a heading between pieces of the story must be one of them.
  private static final double HEADING = 0.1;

  /// How likely code must be that stands inside of the story.
  private static final double CODE = 0.2;

  /// What looks like an addition of the page, and is so likely, is none.
  static final double BELIEVED = 0.8;

  /// Which share of a story may be captions, in letters, for the doubtful ones to be dropped: a
  /// photo story is told in them.
  private static final double CAPTIONS = 0.25;

  /// Names have no more words than this, and as a signature must be so likely.
  private static final int MAX_NAME = 4;

  private static final double SIGNATURE = 0.4;

  /// How likely a further entry of a live blog must be.
  private static final double ENTRY = 0.1;

  /// Bylines and datelines are no longer than this, in letters.
  static final double MAX_LABEL = 160;

  /// What stands in boxes of these hints is no further container of a story.
  static final int NOT_STORY = Hint.COMMENTS.bit()
      | Hint.CONSENT.bit()
      | Hint.NAVIGATION.bit()
      | Hint.FOOTER.bit()
      | Hint.ASIDE.bit()
      | Hint.RELATED.bit()
      | Hint.NEWSLETTER.bit()
      | Hint.ADVERT.bit();

  /// What is not asked of the forest: about what it answers to most of them.
  private static final double MENU_LOGIT = -2.6;

  /// So many links in a row are a menu.
  private static final int MENU = 3;

  static final double MAX_MARK = 30;

  static final double MAX_WALL = 60;

  /// And the phrase that gives it away is at least so much of it.
  private static final double MOST_OF_WALL = 0.5;

  /// Lines that lead elsewhere have so many letters.
  private static final double MIN_POINTER = 20;

  static final double MAX_POINTER = 200;

  /// Which share of a headline in capitals is capitals, numbers and stops aside.
  private static final double CAPITALS = 0.6;

  /// Lines that claim rights are no longer than this, in letters.
  private static final double MAX_RIGHTS = 300;

  /// Captions are no longer than this, in letters.
  private static final double MAX_CAPTION = 600;

  final List<Piece> pieces;
  final Survey survey;
  final Features features;

  /// How sure it is that a piece is the story, from 0 to 1.
  final double[] sure;

  final boolean[] story;

  Verdict(Sheet sheet) {
    this.survey = new Survey(sheet);
    this.features = new Features(survey);
    this.pieces = sheet.pieces();
    this.sure = new double[pieces.size()];
    float[] row = new float[Features.COLUMNS];
    for (int i = 0; i < sure.length; i++) {
      double logit = MENU_LOGIT;
      if (!features.isMenu(pieces.get(i))) {
        features.row(i, row);
        logit = FOREST.ask(row);
      }
      sure[i] = 1 / (1 + StrictMath.exp(-logit));
    }
    this.story = Bar.clear(pieces, sure, features.headline());
    if (last() < 0) {
      takeBest();
    }
    takeTold();
    new Twins(this).take();
    takeHeadings();
    takePosts();
    Tables tables = new Tables(this);
    tables.takeAnnounced();
    tables.takeRows();
    Lists lists = new Lists(this);
    lists.takeWhole();
    takeCode();
    takeSignature();
    dropHidden();
    dropDiscussion();
    Offers offers = new Offers(this);
    offers.dropNotices();
    offers.dropOffers();
    dropMenus();
    dropRights();
    dropCaptions();
    new Opening(this).drop();
    dropMarks();
    dropPointers();
    Ending ending = new Ending(this);
    ending.dropLeads();
    lists.dropPointers();
    ending.dropTail();
    dropLoneHeadings();
    ending.dropLastHeadings();
    Copies copies = new Copies(this);
    if (dropRepeats()) {
      copies.dropBesideCopies();
    }
    copies.dropPulled();
  }

  /// The last piece of the story, or -1.
  int last() {
    int last = story.length - 1;
    while (last >= 0 && !story[last]) {
      last--;
    }
    return last;
  }

  /// How many letters the story has.
  double width() {
    double width = 0;
    for (int i = 0; i < story.length; i++) {
      width += story[i] ? pieces.get(i).width() : 0;
    }
    return width;
  }

  /// A page without a clear story: the running text of its best box, if that may be one at all.
  private void takeBest() {
    int not = Hint.CONSENT.bit() | Hint.COMMENTS.bit() | Hint.NAVIGATION.bit() | Hint.FOOTER.bit();
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      boolean likely = sure[i] > FALLBACK || piece.prose() > 0 && survey.best.holds(piece.box);
      story[i] = likely
          && !piece.box.hidden
          && i != features.headline()
          && piece.linkShare() < 0.5
          && (piece.box.inherited & not) == 0;
    }
  }

  /// Where the page's data tell the whole story, what stands in it is story if it may be at all.
  /// Data that stop early, or tell more than the page shows, are not believed.
  private void takeTold() {
    boolean isWhole = features.isToldWhole();
    for (int i = 0; isWhole && i < story.length; i++) {
      story[i] |= sure[i] > IN_DATA
          && features.isTold(i)
          && i != features.headline()
          && !pieces.get(i).box.hidden;
    }
  }

  /// A name by itself right below the last line is the author's signature, which the rooms that
  /// come next look for in the story.
  private void takeSignature() {
    int last = last();
    if (last < 0 || last + 1 == story.length) {
      return;
    }
    Piece piece = pieces.get(last + 1);
    story[last + 1] = piece.words > 1
        && piece.words <= MAX_NAME
        && piece.uppers >= piece.words
        && piece.digits + piece.links == 0
        && sure[last + 1] > SIGNATURE
        && piece.holder() == pieces.get(last).holder();
  }

  /// The entries of a live blog look alike: what looks like one that was taken is taken, too.
  void takeEntries() {
    Set<Integer> looks = new HashSet<>();
    for (int i = 0; i < story.length; i++) {
      if (story[i]) {
        looks.add(pieces.get(i).box.look);
      }
    }
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      boolean isText = piece.kind == Block.Kind.HEADING || piece.prose() > 0;
      boolean isEntry = isText && sure[i] > ENTRY && looks.contains(piece.box.look);
      story[i] |=
          isEntry && i != features.headline() && survey.best.holds(piece.box) && !piece.box.hidden;
    }
    for (int i = 0; i + 1 < story.length; i++) {
      story[i] |= story[i + 1] && i != features.headline() && isHeadingOf(i, i + 1);
    }
  }

  private boolean isHeadingOf(int i, int next) {
    Piece piece = pieces.get(i);
    return piece.kind == Block.Kind.HEADING
        && !piece.box.hidden
        && piece.holder() == pieces.get(next).holder();
  }

  /// A heading between two pieces of the story, if it may be the story's at all.
  private void takeHeadings() {
    for (int i = 1; i + 1 < story.length; i++) {
      boolean inside = story[i - 1] && story[i + 1] && i != features.headline();
      story[i] |= inside && sure[i] > HEADING && pieces.get(i).kind == Block.Kind.HEADING;
    }
  }

  /// Code that stands between the first and the last of the story.
  private void takeCode() {
    int last = last();
    boolean isBegun = false;
    for (int i = 0; i < last; i++) {
      isBegun |= story[i];
      Piece piece = pieces.get(i);
      story[i] |= isBegun
          && piece.kind == Block.Kind.PREFORMATTED
          && sure[i] > CODE
          && piece.linkShare() < 0.5
          && !piece.box.hidden;
    }
  }

  private void dropDiscussion() {
    Arrays.fill(story, Discussion.start(this), story.length, false);
  }

  /// Posts from social networks that the story shows between its paragraphs are quoted by it.
  private void takePosts() {
    for (int i = survey.firstProse + 1; i < survey.lastProse; i++) {
      Piece piece = pieces.get(i);
      story[i] |=
          piece.kind == Block.Kind.QUOTE && survey.best.holds(piece.box) && isPost(piece.box);
    }
  }

  static boolean isPost(Box box) {
    String names = box.element.className() + ' ' + box.parent.element.className();
    return POSTS.stream().anyMatch(names::contains);
  }

  /// Links and nothing but links, above the first paragraph, are a menu.
  private void dropMenus() {
    for (int i = 0; i < survey.firstProse; i++) {
      Piece piece = pieces.get(i);
      boolean isShort = piece.width() <= MAX_MARK && piece.kind == Block.Kind.PARAGRAPH;
      story[i] &= piece.links < (isShort ? 2 : MENU) || piece.linkShare() < 0.9;
    }
  }

  /// Whose page it is: `© 2009 The Tarn Gazette. All rights reserved.`
  private void dropRights() {
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      story[i] &= piece.width() > MAX_RIGHTS
          || piece.kind == Block.Kind.PREFORMATTED
          || !Rights.claimedAt(survey.sheet.text(), piece.start, piece.end);
    }
  }

  /// Paragraphs that end in who took a picture are its caption, whatever they stand in; and what
  /// stands in a caption is one unless it is as good as sure.
  private void dropCaptions() {
    boolean isDoubtDropped = captionShare() < CAPTIONS;
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      boolean isCaption = story[i]
          && piece.kind == Block.Kind.PARAGRAPH
          && piece.width() <= MAX_CAPTION
          && Credit.endsAt(survey.sheet.text(), piece.start, piece.end);
      boolean isDoubtful =
          isDoubtDropped && piece.kind == Block.Kind.CAPTION && sure[i] <= BELIEVED;
      story[i] &= !isCaption && !isDoubtful;
    }
  }

  private double captionShare() {
    double captions = 0;
    double all = 0;
    for (int i = 0; i < story.length; i++) {
      double width = story[i] ? pieces.get(i).width() : 0;
      all += width;
      captions += pieces.get(i).kind == Block.Kind.CAPTION ? width : 0;
    }
    return all == 0 ? 0 : captions / all;
  }

  /// A heading goes with what it heads: one of an offer is no story where nothing else of the offer
  /// is. Headings in a box of their own head what follows the box; above the first paragraph they
  /// sum the story up.
  private void dropLoneHeadings() {
    for (int i = Math.max(0, survey.firstProse); i < story.length; i++) {
      Piece piece = pieces.get(i);
      if (story[i] && piece.kind == Block.Kind.HEADING) {
        Box box = piece.holder();
        story[i] = box.holds(survey.best) || !isAllCutBut(i, box);
      }
    }
    boolean isText = false;
    for (int i = 0; i < story.length; i++) {
      isText |= story[i] && pieces.get(i).kind != Block.Kind.HEADING;
    }
    for (int i = 0; i < story.length; i++) {
      story[i] &= isText;
    }
  }

  /// Whether a box holds other text than a heading, all of it cut.
  private boolean isAllCutBut(int heading, Box box) {
    int end = box.firstPiece + box.pieces;
    if (heading + 1 >= end) {
      return false;
    }
    for (int i = box.firstPiece; i < end; i++) {
      if (story[i] && i != heading) {
        return false;
      }
    }
    return true;
  }

  /// Lines amid the story that only link to another: `Read more: Ferry runs again`, or a headline
  /// in capitals.
  private void dropPointers() {
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      story[i] &= !isPointer(i, piece);
    }
  }

  boolean isPointer(int i, Piece piece) {
    if (piece.linkShare() <= 0.5 || piece.width() >= MAX_POINTER) {
      return false;
    }
    boolean isCapitals = piece.linkShare() > 0.9
        && piece.uppers > CAPITALS * piece.chars
        && piece.width() > MIN_POINTER
        && i > survey.firstProse;
    return isCapitals || sure[i] <= BELIEVED && Cue.RELATED.in(features.cues(i));
  }

  /// When an entry of a live blog was written is no part of its text, nor is what stands over an
  /// advertisement, or says whom the article is for.
  private void dropMarks() {
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      story[i] = story[i] && !isWall(piece);
      if (story[i] && piece.width() <= MAX_MARK && piece.kind != Block.Kind.HEADING) {
        boolean isTime =
            !piece.inside.isEmpty() && piece.inside.getLast().normalName().equals("time");
        boolean isAdvert = Cue.ADVERT.in(features.cues(i)) && !piece.endsInStop;
        story[i] = !isTime && !isAdvert;
      }
    }
  }

  /// `Article réservé aux abonnés`
  private boolean isWall(Piece piece) {
    return piece.width() <= MAX_WALL
        && !piece.endsInStop
        && piece.kind == Block.Kind.PARAGRAPH
        && Phrase.PAYWALL
            .in(survey.sheet.text(), piece.start, piece.end)
            .filter(said -> said.length() >= MOST_OF_WALL * (piece.end - piece.start))
            .isPresent();
  }

  /// Paying readers see what is hidden from others: a hidden story is believed only where the page
  /// shows next to none. Hidden twice, it is no longer for that.
  private void dropHidden() {
    double shown = 0;
    double hidden = 0;
    for (int i = 0; i < story.length; i++) {
      shown += story[i] && !pieces.get(i).box.hidden ? pieces.get(i).width() : 0;
      boolean isHidden = pieces.get(i).box.hidden && !features.seenBefore(i);
      hidden += story[i] && isHidden ? pieces.get(i).width() : 0;
    }
    for (int i = 0; hidden < shown * HIDDEN && i < story.length; i++) {
      story[i] &= !pieces.get(i).box.hidden;
    }
  }

  /// Some pages hold the story twice, for narrow and for wide screens, or one sentence of it above
  /// it as well: what stands amid more of the story is kept. What an author says twice in one box,
  /// such as the question of an interview, was meant.
  ///
  /// @return whether some part of it was dropped
  private boolean dropRepeats() {
    boolean any = false;
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      if (story[i] && piece.width() > 60 && piece.kind != Block.Kind.TABLE) {
        Integer first = seen.putIfAbsent(survey.sheet.text(piece), i);
        if (first != null && pieces.get(first).holder() != piece.holder()) {
          boolean isLater = piece.holder().prose > pieces.get(first).holder().prose;
          story[isLater ? first : i] = false;
          any = true;
          seen.put(survey.sheet.text(piece), isLater ? i : first);
        }
      }
    }
    return any;
  }
}
