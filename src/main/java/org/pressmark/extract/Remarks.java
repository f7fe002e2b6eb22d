package org.pressmark.extract;

/// How often a line speaks to the reader (`Sign up for our newsletter`) or of its author and its
/// rights (`Ada Thorne is a reporter at ...`), rather than tells a story.
///
/// The words are in `remarks.txt`.
final class Remarks {
  private static final int OFFER = 1;
  private static final int CREDIT = 2;
  private static final Lexicon WORDS =
      Lexicon.read("remarks.txt", name -> name.equals("offer") ? OFFER : CREDIT);

  int offers;
  int credits;

  /// Counts the words of a line, each by itself and together with the word before.
  void count(String text, int start, int end) {
    offers = 0;
    credits = 0;
    int before = -1; // where the word before this one began
    int ofBefore = 0; // hashes
    int at = start;
    while (at < end) {
      if (Letters.lower(text.charAt(at)) == 0) {
        char mark = text.charAt(at++);
        credits += mark == '@' || mark == '©' ? 1 : 0;
        continue;
      }
      int from = at;
      int ofWord = 0;
      int ofBoth = ofBefore;
      while (at < end) {
        char letter = Letters.lower(text.charAt(at));
        if (letter != 0) {
          ofWord = Lexicon.next(ofWord, letter);
          ofBoth = Lexicon.next(ofBoth, letter);
        } else if (!isApostrophe(text.charAt(at))) {
          break;
        }
        at++;
      }
      int found = WORDS.get(text, from, at, ofWord);
      found |= before < 0 ? 0 : WORDS.get(text, before, at, ofBoth);
      offers += found & OFFER;
      credits += (found & CREDIT) / CREDIT;
      before = from;
      ofBefore = ofWord;
    }
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }
}
