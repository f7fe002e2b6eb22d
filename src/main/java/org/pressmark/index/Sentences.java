package org.pressmark.index;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;

/// Where the sentences of a text begin: by Unicode's rules (UAX #29), and not behind what is an
/// abbreviation in the language, such as `Mr.`, as far as Unicode's data (CLDR) know it.
final class Sentences {
  private final BreakIterator breaks;
  private int next;

  /// @param language a code such as `en`; empty where it is not known
  Sentences(String language) {
    ULocale locale = new ULocale(language);
    this.breaks = FilteredBreakIteratorBuilder.getInstance(locale)
        .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
  }

  void in(String text) {
    breaks.setText(text);
    next = 0;
  }

  /// Whether a sentence begins here, or has begun since this was asked last. Offsets never
  /// decrease.
  boolean begins(int offset) {
    boolean begins = next != BreakIterator.DONE && next <= offset;
    while (next != BreakIterator.DONE && next <= offset) {
      next = breaks.next();
    }
    return begins;
  }
}
