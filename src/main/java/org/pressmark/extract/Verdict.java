package org.pressmark.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
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
  private static final double BELIEVED = 0.8;

  /// How likely a line above the headline must be, and a paragraph; where one is as good as sure,
  /// the story begins above what looks like its headline.
  private static final double ABOVE = 0.8;

  private static final double ABOVE_PROSE = 0.6;

  private static final double BEGUN = 0.9;

  /// How likely a line must be that leads to nothing of the story.
  private static final double LEADING = 0.95;

  private static final double MAX_LEAD = 60;

  /// So much of a line is a link where the line is one.
  private static final double LINK = 0.8;

  /// Which share of a story may be captions, in letters, for the doubtful ones to be dropped: a
  /// photo story is told in them.
  private static final double CAPTIONS = 0.25;

  /// Names have no more words than this, and as a signature must be so likely.
  private static final int MAX_NAME = 4;

  private static final double SIGNATURE = 0.4;

  /// How likely a further entry of a live blog must be.
  private static final double ENTRY = 0.1;

  /// Bylines and datelines are no longer than this, in letters.
  private static final double MAX_LABEL = 160;

  /// How much of a story's further container is running text at least, how likely it is story.
  private static final double TWIN_PROSE = 0.6;

  private static final double TWIN_SURE = 0.25;

  /// What stands in boxes of these hints is no further container of a story.
  private static final int NOT_STORY = Hint.COMMENTS.bit()
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

  /// An offer to subscribe is no longer than this, in letters, and neither is the link in it.
  private static final double MAX_OFFER = 400;

  private static final double MAX_OFFER_LINK = 60;

  private static final double MAX_MARK = 30;

  private static final double MAX_WALL = 60;

  /// A date has at least so many digits.
  private static final int MIN_DATE = 5;

  /// And the phrase that gives it away is at least so much of it.
  private static final double MOST_OF_WALL = 0.5;

  /// Lines that lead elsewhere have so many letters.
  private static final double MIN_POINTER = 20;

  private static final double MAX_POINTER = 200;

  /// Which share of a headline in capitals is capitals, numbers and stops aside.
  private static final double CAPITALS = 0.6;

  /// Cues of what pages add at the end.
  private static final int ADDED = Cue.RELATED.bit()
      | Cue.NEWSLETTER.bit()
      | Cue.SHARE.bit()
      | Cue.TAGS.bit()
      | Cue.COMMENTS.bit()
      | Cue.ADVERT.bit();

  /// Lines that claim rights are no longer than this, in letters.
  private static final double MAX_RIGHTS = 300;

  /// Captions are no longer than this, in letters.
  private static final double MAX_CAPTION = 600;

  private final List<Piece> pieces;
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
    if (isEmpty()) {
      takeBest();
    }
    takeTold();
    takeTwins();
    takeHeadings();
    takePosts();
    takeTables();
    takeRows();
    Lists lists = new Lists(this);
    lists.takeWhole();
    takeCode();
    takeSignature();
    dropHidden();
    dropDiscussion();
    dropNotices();
    dropOffers();
    dropMenus();
    dropRights();
    dropCaptions();
    dropAbove();
    dropTop();
    dropMarks();
    dropPointers();
    dropLeads();
    lists.dropPointers();
    dropTail();
    dropLoneHeadings();
    dropLastHeadings();
    Copies copies = new Copies(this);
    if (dropRepeats()) {
      copies.dropBesideCopies();
    }
    copies.dropPulled();
  }

  private boolean isEmpty() {
    for (boolean some : story) {
      if (some) {
        return false;
      }
    }
    return true;
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

  /// Long reads cut the story into several containers: what is called like the story's box, stands
  /// as deep and is as full of running text is more of the story.
  private void takeTwins() {
    Box best = survey.best;
    if (best.isRoot() || best.element.className().isBlank()) {
      return;
    }
    String named = best.element.className();
    List<Box> boxes = survey.sheet.boxes();
    for (int at = best.lastIndex + 1; at < boxes.size(); at++) {
      Box box = boxes.get(at);
      if (isTwin(box, best, named)) {
        for (int i = box.firstPiece; i < box.firstPiece + box.pieces; i++) {
          Piece piece = pieces.get(i);
          boolean isText = piece.kind == Block.Kind.HEADING || piece.kind == Block.Kind.PARAGRAPH;
          story[i] |= isText && piece.holder() == box && piece.links == 0 && !piece.inButton;
        }
      }
    }
  }

  private boolean isTwin(Box box, Box best, String named) {
    return box.depth == best.depth
        && !box.hidden
        && box.prose > TWIN_PROSE * box.width
        && (box.inherited & NOT_STORY) == 0
        && box.element.normalName().equals(best.element.normalName())
        && box.element.className().equals(named)
        && box.linkShare() < 0.1
        && meanSure(box) > TWIN_SURE;
  }

  private double meanSure(Box box) {
    double sum = 0;
    double prose = 0;
    for (int i = box.firstPiece; i < box.firstPiece + box.pieces; i++) {
      sum += sure[i] * pieces.get(i).prose();
      prose += pieces.get(i).prose();
    }
    return prose == 0 ? 0 : sum / prose;
  }

  /// A table is told as a whole: its head goes with the row below, and so do short rows.
  private void takeRows() {
    for (int i = story.length - 2; i >= 0; i--) {
      story[i] |= story[i + 1] && isRow(i) && isRow(i + 1) && table(i) == table(i + 1);
    }
  }

  private boolean isRow(int i) {
    return pieces.get(i).kind == Block.Kind.TABLE;
  }

  private Box table(int i) {
    Box box = pieces.get(i).box;
    while (box.role != Role.TABLE && !box.isRoot()) {
      box = box.parent;
    }
    return box;
  }

  /// A table of data that the story announces, by a heading or a colon, and goes on behind: it has
  /// head cells, and no links.
  private void takeTables() {
    for (int i = survey.firstProse + 1; i < survey.lastProse; i++) {
      if (!isRow(i) || story[i] || !story[i - 1] || !announces(pieces.get(i - 1))) {
        continue;
      }
      Box table = table(i);
      int end = i;
      double linked = 0;
      boolean hasHead = false;
      while (end < story.length && isRow(end) && table(end) == table) {
        linked += pieces.get(end).linked;
        hasHead |= hasHeadCell(pieces.get(end));
        end++;
      }
      boolean isInside = end < story.length && story[end] && survey.best.holds(table);
      if (isInside && hasHead && end > i + 1 && linked == 0 && (table.inherited & NOT_STORY) == 0) {
        Arrays.fill(story, i, end, true);
      }
      i = end - 1;
    }
  }

  private boolean announces(Piece piece) {
    char last = survey.sheet.text().charAt(piece.end - 1);
    return piece.kind == Block.Kind.HEADING || last == ':' || last == '：';
  }

  private static boolean hasHeadCell(Piece row) {
    Element element = row.box.element;
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (element.childNode(i) instanceof Element cell && cell.normalName().equals("th")) {
        return true;
      }
    }
    return false;
  }

  /// A name by itself right below the last line is the author's signature, which the rooms that
  /// come next look for in the story.
  private void takeSignature() {
    int last = story.length - 1;
    while (last >= 0 && !story[last]) {
      last--;
    }
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
    int last = story.length - 1;
    while (last >= 0 && !story[last]) {
      last--;
    }
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

  /// A heading that nothing of the story follows heads something else. In a list of nothing but
  /// headings each is an item, and the last may be a sentence.
  private void dropLastHeadings() {
    int last = story.length;
    for (int i = story.length - 1; i >= 0; i--) {
      if (!story[i]) {
        continue;
      }
      if (last < story.length) {
        if (pieces.get(i).kind == Block.Kind.HEADING) {
          return;
        }
        story[last] = false;
      }
      boolean isLast = pieces.get(i).kind == Block.Kind.HEADING
          && sure[i] < LEADING
          && ".!…”\"".indexOf(survey.sheet.text().charAt(pieces.get(i).end - 1)) < 0;
      if (!isLast) {
        return;
      }
      last = i;
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

  /// What stands above the headline is seldom the story: the site's own notices, trails of links,
  /// other headlines.
  private void dropAbove() {
    int headline = features.headline();
    for (int i = 0; i < headline; i++) {
      if (story[i] && sure[i] > BEGUN && pieces.get(i).prose() > 0) {
        return;
      }
    }
    for (int i = 0; i < headline; i++) {
      story[i] &= sure[i] > (pieces.get(i).prose() > 0 ? ABOVE_PROSE : ABOVE);
    }
  }

  /// Who wrote it and when, between the headline and the first paragraphs (the first may be what
  /// stands below the headline): short lines that are no sentences and look like bylines or
  /// datelines.
  private void dropTop() {
    int paragraphs = 0;
    for (int i = 0; i < story.length && paragraphs < 2; i++) {
      Piece piece = pieces.get(i);
      if (story[i] && piece.isParagraph()) {
        paragraphs++;
      } else if (paragraphs == 0) {
        story[i] = story[i]
            && !isLabel(i, piece)
            && !isSection(i, piece)
            && !isTrail(piece)
            && !features.repeatsHeadline(i);
      } else {
        boolean isText = piece.kind == Block.Kind.HEADING || piece.endsInStop;
        story[i] &= isText || !isLabel(i, piece);
      }
    }
  }

  /// Lines amid the story that only link to another: `Read more: Ferry runs again`, or a headline
  /// in capitals.
  private void dropPointers() {
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      story[i] &= !isPointer(i, piece);
    }
  }

  /// Short lines that lead to links which were dropped: `You may also like:`, `Read already?`
  private void dropLeads() {
    for (int i = story.length - 1; i > survey.firstProse; i--) {
      Piece piece = pieces.get(i);
      boolean mayLead = story[i]
          && piece.width() <= MAX_LEAD
          && sure[i] < LEADING
          && !piece.box.hidden
          && canLead(i, piece);
      story[i] &= !mayLead || !isDroppedLink(next(i));
    }
  }

  private boolean canLead(int i, Piece piece) {
    boolean isText = piece.kind == Block.Kind.HEADING || piece.kind == Block.Kind.PARAGRAPH;
    boolean isOpen = ":：?？".indexOf(survey.sheet.text().charAt(piece.end - 1)) >= 0;
    return isText && (isOpen || Cue.RELATED.in(features.cues(i)));
  }

  /// The next piece that is shown, or how many there are.
  private int next(int i) {
    int next = i + 1;
    while (next < story.length && (pieces.get(next).box.hidden || pieces.get(next).inButton)) {
      next++;
    }
    return next;
  }

  private boolean isDroppedLink(int i) {
    return i < story.length && !story[i] && pieces.get(i).linkShare() >= LINK;
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

  /// What a page adds at the end of its story, in up to three lines: where to follow, subscribe,
  /// share, comment and read more, and when it appeared.
  private void dropTail() {
    int left = 3;
    for (int i = story.length - 1; i >= 0 && left > 0; i--) {
      if (story[i]) {
        story[i] = !isAdded(i) && !isLastDate(i);
        left = story[i] ? 0 : left - 1;
      }
    }
  }

  /// `Published on 22 January 2009, 5.35 p.m.`: a date by itself is read by the rooms that come
  /// next.
  private boolean isLastDate(int i) {
    Piece piece = pieces.get(i);
    return piece.width() <= MAX_WALL
        && piece.kind == Block.Kind.PARAGRAPH
        && Cue.DATE.in(features.cues(i))
        && features.isDateline(i)
        && isAfterTwoWords(survey.sheet.text(piece).split(" ", 4));
  }

  private static boolean isAfterTwoWords(String[] words) {
    return words.length > 2
        && endsInLetter(words[0])
        && endsInLetter(words[1])
        && !words[2].isEmpty()
        && Character.isLetter(words[1].charAt(0))
        && Character.isDigit(words[2].charAt(0));
  }

  private static boolean endsInLetter(String word) {
    return !word.isEmpty() && Character.isLetter(word.charAt(word.length() - 1));
  }

  boolean isAdded(int i) {
    int cues = features.cues(i) & ADDED;
    boolean isDoubtful = sure[i] <= BELIEVED || cues != Cue.RELATED.bit();
    return pieces.get(i).width() < MAX_POINTER && cues != 0 && isDoubtful;
  }

  /// A small box of its own that is named an offer and holds a link or a form, or one whose link
  /// leads to a subscription, is an offer, all of it.
  private void dropOffers() {
    for (int i = 0; i < story.length; i++) {
      @Nullable Box offer = offer(i, pieces.get(i));
      if (offer != null) {
        Arrays.fill(story, offer.firstPiece, offer.firstPiece + offer.pieces, false);
      }
    }
  }

  private @Nullable Box offer(int i, Piece piece) {
    Box box = piece.holder();
    if (piece.linkShare() > 0.9 && piece.width() <= MAX_OFFER_LINK) {
      return isApart(box) && isStoryIn(box) && isOffer(i, piece) ? box : null;
    }
    for (; story[i] && isApart(box); box = box.parent) {
      if (Hint.NEWSLETTER.in(box.hints) && box.element.selectFirst("form") != null) {
        return box;
      }
    }
    return null;
  }

  /// Whether a box is small, and not around the page's best.
  private boolean isApart(Box box) {
    return box.width <= MAX_OFFER && !box.holds(survey.best);
  }

  private boolean isStoryIn(Box box) {
    for (int i = box.firstPiece; i < box.firstPiece + box.pieces; i++) {
      if (story[i]) {
        return true;
      }
    }
    return false;
  }

  private boolean isOffer(int i, Piece piece) {
    if (Cue.NEWSLETTER.in(features.cues(i)) || Hint.NEWSLETTER.in(piece.holder().hints)) {
      return true;
    }
    for (Element element : piece.inside) {
      if (element.normalName().equals("a")
          && Hint.NEWSLETTER.in(Hint.in(element.attr("href").replace('/', '-')))) {
        return true;
      }
    }
    return false;
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

  /// The name of a section above the headline, or what stands right above it and is no sentence.
  private boolean isSection(int i, Piece piece) {
    boolean isRightAbove =
        i == features.headline() - 1 && piece.kind == Block.Kind.PARAGRAPH && !piece.endsInStop;
    return i < features.headline()
        && piece.width() <= MAX_MARK
        && (isRightAbove || Hint.TAGS.in(piece.hints | piece.box.hints));
  }

  /// Where the page stands on its site: `Home > Town > Ferries`.
  private boolean isTrail(Piece piece) {
    String text = survey.sheet.text();
    int steps = 0;
    for (int at = piece.start + 1; piece.links > 0 && at < piece.end; at++) {
      char c = text.charAt(at);
      steps += ">›»→".indexOf(c) >= 0 && text.charAt(at - 1) != c ? 1 : 0;
    }
    return steps > 1 && piece.width() <= MAX_LABEL;
  }

  private boolean isLabel(int i, Piece piece) {
    if (piece.width() > MAX_LABEL) {
      return false;
    }
    if (isDateAndSection(piece)) {
      return true;
    }
    boolean isByline = features.isByline(i) || isBylineAboveDate(i, piece);
    return piece.endsInStop // as in `By Ada Thorne on Monday, 3 May 2021 at 8:15 a.m.`
        ? isByline && features.isDateline(i)
        : isByline || features.isDateline(i);
  }

  /// `24. April 2020 | Releases`
  private boolean isDateAndSection(Piece piece) {
    return piece.kind == Block.Kind.PARAGRAPH
        && piece.width() <= MAX_WALL
        && Character.isDigit(survey.sheet.text().charAt(piece.start))
        && piece.digits >= MIN_DATE
        && piece.digits < 2 * MIN_DATE
        && piece.stops <= 1
        && !piece.endsInStop;
  }

  /// `By Ada Thorne` on one line, `May 3, 2021 8:15 a.m.` on the next.
  private boolean isBylineAboveDate(int i, Piece piece) {
    String text = survey.sheet.text(piece);
    return Cue.BYLINE.in(features.cues(i))
        && text.indexOf('\n') > 0
        && text.lines().allMatch(line -> line.length() <= MAX_WALL)
        && features.isDateline(i);
  }

  /// No cookie notice is ever a story. What holds the headline is no notice, whatever its name; nor
  /// is what holds half of the page, unless it asks for consent and a story stands outside of it.
  private void dropNotices() {
    Map<Integer, Boolean> known = new HashMap<>(); // by the box's number
    for (int i = 0; i < story.length; i++) {
      if (story[i] && Hint.CONSENT.in(pieces.get(i).box.inherited)) {
        Box box = consentBox(pieces.get(i).box);
        story[i] = !known.computeIfAbsent(box.index, index -> isNotice(box));
      }
    }
  }

  private boolean isNotice(Box box) {
    if (holdsHeadline(box)) {
      return false;
    }
    return box.prose <= survey.page.prose / 2
        || isStoryOutside(box) && Consent.isAskedFor(textOf(box));
  }

  private boolean isStoryOutside(Box box) {
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      if (story[i] && piece.prose() > 0 && !box.holds(piece.box)) {
        return true;
      }
    }
    return false;
  }

  private CharSequence textOf(Box box) {
    int first = box.firstPiece;
    int last = Math.min(first + box.pieces, pieces.size()) - 1;
    return first > last
        ? ""
        : survey.sheet.text().subSequence(pieces.get(first).start, pieces.get(last).end);
  }

  private static Box consentBox(Box inside) {
    Box box = inside;
    while (Hint.CONSENT.in(box.parent.inherited) && !box.isRoot()) {
      box = box.parent;
    }
    return box;
  }

  private boolean holdsHeadline(Box box) {
    return features.headline() >= 0 && box.holds(pieces.get(features.headline()).box);
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
