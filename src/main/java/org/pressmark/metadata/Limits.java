package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// What was left unread, because a page has more of it than any article needs.
final class Limits {
  private final Evidence evidence;
  private final List<String> notes = new ArrayList<>();

  private Limits(Evidence evidence) {
    this.evidence = evidence;
  }

  /// A sentence for each limit that acted.
  static List<String> notes(Evidence evidence) {
    Limits limits = new Limits(evidence);
    limits.first(Mark.HEADING, HeadingFacts.MOST, "headings of the first rank");
    limits.nearest(Mark.AUTHOR_LINK, CreditFacts.MOST, "links to authors");
    limits.nearest(Mark.AUTHOR_CLASS, CreditFacts.MOST, "elements called after an author");
    limits.nearest(Mark.TIME, TimeFacts.MOST, "time elements");
    limits.nearest(Mark.DATE_CLASS, TimeFacts.MOST, "elements called after a date");
    int signed = SignatureFacts.count(evidence);
    if (signed > SignatureFacts.MOST) {
      limits.note(SignatureFacts.MOST, signed, "lines that may be signed", "the first");
    }
    return limits.notes;
  }

  private void first(Mark mark, int most, String things) {
    int all = evidence.clippings().scraps(mark).size();
    if (all > most) {
      note(most, all, things, "the first");
    }
  }

  private void nearest(Mark mark, int most, String things) {
    List<Scrap> scraps = evidence.clippings().scraps(mark);
    if (scraps.size() > most) {
      int here = 0;
      for (Scrap scrap : scraps) {
        here += evidence.whereabouts().isAway(scrap) ? 0 : 1;
      }
      if (here > most) {
        note(most, here, things, "the nearest to the headline");
      }
    }
  }

  private void note(int most, int all, String things, String which) {
    notes.add(String.format(
        Locale.ROOT, "looked at %,d of %,d %s for its facts, %s", most, all, things, which));
  }
}
