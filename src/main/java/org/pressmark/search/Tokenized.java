package org.pressmark.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.pressmark.index.Lexicon;
import org.pressmark.index.Words;

/// A text cut into words as the index does: by Unicode's rules, without case, accents and width.
/// Cut no further than anyone has asked.
///
/// Made once and used for one text after the other; for one thread. The number of a word is its
/// place in the index.
public final class Tokenized {
  private final Words words = new Words(new Lexicon());
  private final List<BytesRef> terms = new ArrayList<>();
  private int[] starts = new int[512];
  private int[] ends = new int[512];
  private String text = "";
  private boolean isCut = true;

  public Tokenized of(String next) {
    text = next;
    terms.clear();
    isCut = false;
    try {
      words.close();
      words.plain(text).reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // reads from memory
    }
    return this;
  }

  public String text() {
    return text;
  }

  /// Whether the text has a word of this number.
  public boolean has(int number) {
    while (terms.size() <= number && !isCut) {
      cut();
    }
    return number < terms.size();
  }

  private void cut() {
    try {
      isCut = !words.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!isCut) {
      int number = terms.size();
      if (number == starts.length) {
        starts = Arrays.copyOf(starts, 2 * number);
        ends = Arrays.copyOf(ends, 2 * number);
      }
      starts[number] = words.from();
      ends[number] = words.to();
      terms.add(words.folded());
    }
  }

  /// How many words there are.
  public int size() {
    while (!isCut) {
      cut();
    }
    return terms.size();
  }

  /// The word as it is counted, not to be changed.
  public BytesRef term(int number) {
    return terms.get(number);
  }

  public String word(int number) {
    return terms.get(number).utf8ToString();
  }

  /// Where a word begins, in UTF-16 units of the text.
  public int start(int number) {
    return starts[number];
  }

  /// The first place behind a word.
  public int end(int number) {
    return ends[number];
  }

  /// The number of the first word that begins here or later; as many as there are, where none does.
  public int from(int offset) {
    while (!isCut && (terms.isEmpty() || starts[terms.size() - 1] < offset)) {
      cut();
    }
    int at = Arrays.binarySearch(starts, 0, terms.size(), offset);
    return at >= 0 ? at : -at - 1;
  }

  /// How many words end here or before.
  public int until(int offset) {
    int number = from(offset);
    while (number > 0 && ends[number - 1] > offset) {
      number--;
    }
    return number;
  }
}
