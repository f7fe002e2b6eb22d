package org.pressmark.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.article.Block;

/// What can be said of a piece in numbers: its own looks, the boxes it stands in, its neighbours.
/// The order is the order of the columns the forest was trained with.
final class Features {
  /// The cues and hints that the forest asks about. The others tell it nothing that their
  /// neighbours do not; rules and names of cuts go by them.
  private static final Cue[] CUES = {Cue.RELATED, Cue.NEWSLETTER, Cue.COPYRIGHT};

  private static final Hint[] HINTS = {
    Hint.STORY, Hint.FRAME, Hint.NAVIGATION, Hint.RELATED, Hint.COMMENTS, Hint.FOOTER, Hint.ASIDE,
    Hint.BYLINE, Hint.DATE, Hint.CAPTION, Hint.NEWSLETTER, Hint.CONSENT, Hint.HIDDEN, Hint.EMBED,
    Hint.TOOL,
  };

  /// How much less a heading is taken for the headline behind the story's first paragraph, and one
  /// that may be the outlet's name.
  private static final double LATE = 0.5;

  /// What is a smaller part of the title is rather the outlet's name: `The Tarn Gazette` in `Ferry
  /// runs again after three weeks in dock - The Tarn Gazette`.
  private static final double PART = 0.4;

  /// A heading that says something else than the title is the headline at so many letters.
  private static final int SHORTEST_HEADLINE = 15;

  /// A piece is told in the data if so much of it stands there.
  private static final double TOLD = 0.7;

  /// And for certain if so much does.
  private static final double MOSTLY = 0.8;

  /// So much of a story is as good as all of it.
  private static final double WHOLE = 0.9;

  /// Bylines have no more words than this.
  private static final int MAX_BYLINE = 14;

  /// A link to another part of the site has fewer words.
  private static final int MAX_LINK = 10;

  /// Remarks are no longer than this, in letters.
  private static final double MAX_REMARK = 400;

  /// What is said of a box, and of so many around it.
  private static final String[] SUMS = {
    "box prose share ",
    "box pieces ",
    "box width ",
    "box link share ",
    "box width per piece ",
    "box prose density ",
    "box role "
  };

  private static final int LEVELS = 4;

  /// Room for a row.
  static final int COLUMNS = 128;

  private final Survey survey;
  private final List<Piece> pieces;
  private final int[] seenBefore;
  private final double[] proseUpTo;
  private final int[] cues;
  private final double[] titles;
  private final double[] descriptions;
  private final double[] bodies;

  // Of each box, once somebody asks: most boxes hold many pieces.
  private final float[] @Nullable [] closeness;
  private final float[] @Nullable [] sums;
  private int headline = -1;
  private double bodyFound; // letters of pieces that the data tell
  private double bodyProse;

  private final Remarks remarks = new Remarks();
  private float[] row = new float[0];
  private int at;
  private List<String> names = List.of();
  private boolean naming;

  Features(Survey survey) {
    this.survey = survey;
    this.pieces = survey.pieces;
    Told told = survey.sheet.told();
    int count = pieces.size();
    this.seenBefore = new int[count];
    this.proseUpTo = new double[count + 1];
    this.cues = new int[count];
    this.titles = new double[count];
    this.descriptions = new double[count];
    this.bodies = new double[count];
    this.closeness = new float[survey.sheet.boxes().size()][];
    this.sums = new float[closeness.length][];
    Fold fold = new Fold();
    Set<String> seen = new HashSet<>();
    double bestTitle = 0.6;
    for (int i = 0; i < count; i++) {
      Piece piece = pieces.get(i);
      proseUpTo[i + 1] = proseUpTo[i] + piece.prose();
      String text = survey.sheet.text();
      if (piece.chars > 20 && !seen.add(survey.sheet.text(piece))) {
        seenBefore[i] = 1;
      }
      cues[i] = Cue.at(text, piece.start, piece.end);
      fold.take(text, piece.start, piece.end);
      titles[i] = piece.chars > 300 ? 0 : told.title.share(fold);
      if (!isMenu(piece)) {
        descriptions[i] = told.description.roughShare(fold);
        bodies[i] = told.body.isEmpty() ? -2 : told.body.roughShare(fold);
      }
      double score = titles[i] * (piece.kind == Block.Kind.HEADING ? 2 - piece.level / 6.0 : 1);
      score *= Math.min(1, piece.width() / SHORTEST_HEADLINE) * (piece.linkShare() > 0.5 ? 0.7 : 1);
      score *= i > survey.firstProse ? LATE : 1;
      score *= piece.chars < PART * told.titleLetters() ? LATE : 1;
      if (score > bestTitle && !piece.box.hidden) {
        bestTitle = score;
        headline = i;
      }
      if (bodies[i] > TOLD) {
        bodyFound += piece.chars;
        bodyProse += piece.prose();
      }
    }
    headline = headline < 0 ? lastTopHeading() : headline;
  }

  /// The heading of the first level above the first paragraph that stands nearest to it, or -1.
  private int lastTopHeading() {
    for (int i = survey.firstProse; i >= 0; i--) {
      Piece piece = pieces.get(i);
      boolean isTop = piece.kind == Block.Kind.HEADING && piece.level == 1;
      boolean isNotice = Hint.CONSENT.in(piece.box.inherited);
      if (isTop && piece.chars >= SHORTEST_HEADLINE && !piece.box.hidden && !isNotice) {
        return i;
      }
    }
    return -1;
  }

  /// The piece that repeats the page's title best, -1 where none does.
  int headline() {
    return headline;
  }

  /// How much of the story that the data tell is on the page.
  private double bodyFound() {
    return share(bodyFound, survey.sheet.told().body.letters());
  }

  /// Whether the data tell all of the story that the page shows, and nothing else.
  boolean isToldWhole() {
    return bodyFound() > WHOLE && share(bodyProse, survey.best.prose) > WHOLE;
  }

  /// Whether a piece stands in the story that the data tell.
  boolean isTold(int i) {
    return bodies[i] > MOSTLY && pieces.get(i).words > 3;
  }

  /// Whether a piece says what the headline says.
  boolean repeatsHeadline(int i) {
    if (headline < 0) {
      return false;
    }
    Piece head = pieces.get(headline);
    Piece piece = pieces.get(i);
    int length = head.end - head.start;
    return piece.end - piece.start == length
        && survey
            .sheet
            .text()
            .regionMatches(true, piece.start, survey.sheet.text(), head.start, length);
  }

  int cues(int i) {
    return cues[i];
  }

  /// Whether a piece is one of several links beside the best box, as half of all pieces are. Their
  /// rows are not worth asking for: in one of seven thousand the forest sees part of a story.
  boolean isMenu(Piece piece) {
    return piece.words < MAX_LINK
        && piece.linkShare() > 0.99
        && piece.holder().linkShare() > 0.9
        && !survey.best.holds(piece.box);
  }

  /// Whether a piece opens like a byline, or is named one.
  boolean isByline(int i) {
    Piece piece = pieces.get(i);
    return Cue.BYLINE.in(cues[i]) && piece.words <= MAX_BYLINE
        || Hint.BYLINE.in(piece.hints | piece.box.hints);
  }

  /// Whether a piece is a date or a time with little around it, or is named one.
  boolean isDateline(int i) {
    Piece piece = pieces.get(i);
    double digits = (double) piece.digits / Math.max(1, piece.chars);
    return Hint.DATE.in(piece.hints | piece.box.hints)
        || Cue.DATE.in(cues[i]) && digits > 0.05
        || digits > 0.2 && times(survey.sheet.text(), piece) > 0;
  }

  boolean seenBefore(int i) {
    return seenBefore[i] != 0;
  }

  double title(int i) {
    return titles[i];
  }

  List<String> names() {
    naming = true;
    names = new ArrayList<>();
    row(0, new float[COLUMNS]);
    naming = false;
    return names;
  }

  /// Fills a row with the features of a piece and gives their number.
  int row(int i, float[] into) {
    row = into;
    at = 0;
    own(pieces.get(i), i);
    boxes(pieces.get(i));
    place(pieces.get(i), i);
    neighbours(i);
    return at;
  }

  private void put(String what, Object which, double value) {
    put(naming ? what + which : what, value);
  }

  private void put(String what, int which, double value) {
    put(naming ? what + which : what, value);
  }

  private void put(String name, double value) {
    if (naming) {
      names.add(name);
    }
    row[at++] = (float) value;
  }

  private void own(Piece piece, int i) {
    String text = survey.sheet.text();
    double chars = Math.max(1, piece.chars);
    put("width", piece.width());
    put("words", piece.words);
    put("linkShare", piece.linkShare());
    put("links", piece.links);
    put("italicShare", piece.italic / chars);
    put("commas", piece.commas);
    put("stops", piece.stops);
    put("endsInStop", piece.endsInStop ? 1 : 0);
    put("last", last(text.charAt(piece.end - 1)));
    put("digitShare", piece.digits / chars);
    put("upperShare", piece.uppers / chars);
    put("letters per word", chars / piece.words);
    put("lines", piece.lines);
    put("width per line", piece.width() / piece.lines);
    put("kind", piece.kind.ordinal());
    put("level", piece.level);
    put("hidden", piece.box.hidden ? 1 : 0);
    put("role", piece.box.role.ordinal());
    put("seenBefore", seenBefore[i]);
    for (Cue cue : CUES) {
      put("cue ", cue, cue.in(cues[i]) ? 1 : 0);
    }
    remarks(piece);
    put("title", titles[i]);
    put("description", descriptions[i]);
    put("articleBody", bodies[i]);
    put("body found", bodies[i] == -2 ? -2 : bodyFound());
    put("body prose share", bodies[i] == -2 ? -2 : share(bodyProse, survey.best.prose));
  }

  private void remarks(Piece piece) {
    boolean isAsked = piece.width() <= MAX_REMARK && piece.linkShare() < 0.99;
    remarks.count(survey.sheet.text(), piece.start, isAsked ? piece.end : piece.start);
    put("offer words", remarks.offers);
    put("credit words", remarks.credits);
  }

  private static int last(char c) {
    return switch (c) {
      case ':', '：' -> 1;
      case '…' -> 2;
      case '?', '？' -> 3;
      case '!', '！' -> 4;
      case ',', '，', ';' -> 5;
      case '»', '>', '›', '→' -> 6;
      case ')', '）' -> 7;
      case '”', '"', '’', '」', '“' -> 8;
      default -> Character.isDigit(c) ? 9 : Character.isLetter(c) ? 10 : 0;
    };
  }

  /// How many years and clock times there are in the first 300 characters.
  private static int times(String text, Piece piece) {
    int times = 0;
    int digits = 0;
    int end = Math.min(piece.end, piece.start + 300);
    for (int i = piece.start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        continue;
      }
      if (digits == 0 && (c >= 'a' && c <= 'z' || c == ' ')) {
        continue; // most are
      }
      if (digits == 4
          && (text.charAt(i - 4) == '2' && text.charAt(i - 3) == '0'
              || text.charAt(i - 4) == '1' && text.charAt(i - 3) == '9')) {
        times++;
      }
      if (c == ':'
          && digits > 0
          && digits < 3
          && i + 2 < piece.end
          && Character.isDigit(text.charAt(i + 1))
          && Character.isDigit(text.charAt(i + 2))) {
        times++;
      }
      digits = 0;
    }
    if (digits == 4) {
      times++;
    }
    return times;
  }

  private void boxes(Piece piece) {
    Box box = piece.box;
    float[] closeness = closeness(box);
    for (int i = 0; i < HINTS.length; i++) {
      put("hint ", HINTS[i], HINTS[i].in(piece.hints) ? 5 : closeness[i]);
    }
    put("depth", box.depth);
    Box up = piece.holder();
    for (int level = 0; level < LEVELS; level++) {
      float[] sums = sums(up);
      for (int i = 0; i < SUMS.length; i++) {
        put(SUMS[i], level, sums[i]);
      }
      up = up.parent;
    }
  }

  /// How near to a box each hint stands: 4 for its own, 1 for one that it has from far above.
  private float[] closeness(Box box) {
    float[] known = closeness[box.index];
    if (known == null) {
      known = new float[HINTS.length];
      for (int i = 0; i < HINTS.length; i++) {
        Hint hint = HINTS[i];
        known[i] = hint.in(box.hints)
            ? 4
            : hint.in(box.parent.hints)
                ? 3
                : hint.in(box.parent.parent.hints) ? 2 : hint.in(box.inherited) ? 1 : 0;
      }
      closeness[box.index] = known;
    }
    return known;
  }

  private float[] sums(Box box) {
    float[] known = sums[box.index];
    if (known == null) {
      known = new float[] {
        (float) share(box.prose, survey.page.prose),
        box.pieces,
        (float) box.width,
        (float) box.linkShare(),
        (float) (box.width / Math.max(1, box.pieces)),
        (float) share(box.prose, box.width),
        box.role.ordinal()
      };
      sums[box.index] = known;
    }
    return known;
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }

  private void place(Piece piece, int i) {
    Box best = survey.best;
    put("in best", best.holds(piece.box) ? 1 : 0);
    put("holder is best", best == piece.holder() ? 1 : 0);
    int up = 0;
    for (Box around = best; !around.holds(piece.box) && up < 20; around = around.parent) {
      up++;
    }
    put("up to common", up);
    int down = 0;
    for (Box around = piece.holder(); !around.holds(best) && down < 20; around = around.parent) {
      down++;
    }
    put("down from common", best.holds(piece.box) ? -1 : down);
    put("below best", best.holds(piece.box) ? piece.box.depth - best.depth : -1);
    put("best prose share", share(best.prose, survey.page.prose));
    put("page prose", survey.page.prose);
    put("page pieces", pieces.size());
    put("page link share", survey.page.linkShare());
    put("best prose", best.prose);
    put("best link share", best.linkShare());
    put("from first prose", i - survey.firstProse);
    put("to last prose", survey.lastProse - i);
    put("from headline", headline < 0 ? -999 : i - headline);
    put("first prose from headline", headline < 0 ? -999 : survey.firstProse - headline);
    put("where", (double) i / pieces.size());
    put("prose before", share(proseUpTo[i], survey.page.prose));
    put(
        "in best before",
        share(
            proseUpTo[i] - (survey.firstProse < 0 ? 0 : proseUpTo[survey.firstProse]), best.prose));
    Survey.Kin kin = survey.kin[i];
    put("kin", kin.pieces);
    put("kin width", kin.width / kin.pieces);
    put("kin link share", share(kin.linked, kin.width));
    put("kin prose share", share(kin.prose, survey.page.prose));
    put("kin is best's", survey.lastProse >= 0 && kin == survey.mainKin ? 1 : 0);
  }

  private void neighbours(int i) {
    reach(i, 5);
    reach(i, 20);
  }

  private void reach(int i, int reach) {
    int from = Math.max(0, i - reach);
    int to = Math.min(pieces.size(), i + reach + 1);
    put("prose in before ", reach, proseUpTo[i] - proseUpTo[from]);
    put("prose in behind ", reach, proseUpTo[to] - proseUpTo[i + 1]);
  }
}
