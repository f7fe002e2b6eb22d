package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Schema;

/// Tells where in a text its words stand, by cutting it into words once more: the index does not
/// know. So it stays small, and only texts that are shown take the time. For one thread.
final class Offsets {
  private static final Comparator<Key> LONGEST_FIRST =
      Comparator.comparingInt(Key::start).thenComparing(Key::end, Comparator.reverseOrder());

  private final Analyzers analyzers;

  Offsets(Analyzers analyzers) {
    this.analyzers = analyzers;
  }

  /// The keys of a text, in order and apart from each other.
  ///
  /// @param places in the field of the text and its twins
  List<Key> keys(Key.Part part, Tokenized text, List<Keys.Place> places) throws IOException {
    String field = part == Key.Part.BODY ? Schema.BODY : Schema.HEADLINE;
    List<Key> keys = new ArrayList<>();
    for (String each : places.stream()
        .map(Keys.Place::field)
        .filter(name -> name.equals(field) || name.startsWith(field + "."))
        .distinct()
        .toList()) {
      List<Keys.Place> apart = Keys.apart(places, each);
      if (each.equals(field)) {
        keys.addAll(words(part, text, apart));
      } else {
        keys.addAll(twin(part, each, text.text(), apart));
      }
    }
    return apart(keys);
  }

  private static List<Key> apart(List<Key> keys) {
    keys.sort(LONGEST_FIRST);
    List<Key> apart = new ArrayList<>();
    int end = 0;
    for (Key key : keys) {
      if (key.start() >= end) {
        apart.add(key);
        end = key.end();
      }
    }
    return apart;
  }

  private static List<Key> words(Key.Part part, Tokenized text, List<Keys.Place> places) {
    List<Key> keys = new ArrayList<>();
    for (Keys.Place place : places) {
      if (text.has(place.last())) {
        keys.add(new Key(part, text.start(place.first()), text.end(place.last())));
      }
    }
    return keys;
  }

  private List<Key> twin(Key.Part part, String field, String text, List<Keys.Place> places)
      throws IOException {
    Cursor cursor = new Cursor(part, places);
    try (TokenStream tokens = analyzers.tokenStream(field, text)) {
      OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int at = -1;
      while (!cursor.isDone() && tokens.incrementToken()) {
        at += step.getPositionIncrement();
        cursor.see(at, place.startOffset(), place.endOffset());
      }
    }
    return cursor.keys();
  }

  /// Goes along words and places together.
  private static final class Cursor {
    private final Key.Part part;
    private final List<Keys.Place> places;
    private final List<Key> keys = new ArrayList<>();
    private int next;
    private int from = -1;
    private int to;

    Cursor(Key.Part part, List<Keys.Place> places) {
      this.part = part;
      this.places = places;
    }

    boolean isDone() {
      return next == places.size();
    }

    /// @param at place of the word; several words may have one place
    void see(int at, int start, int end) {
      while (!isDone() && at > places.get(next).last()) {
        put();
      }
      if (!isDone() && at >= places.get(next).first()) {
        from = from < 0 ? start : from;
        to = Math.max(to, end);
      }
    }

    private void put() {
      if (from >= 0) {
        keys.add(new Key(part, from, to));
      }
      from = -1;
      to = 0;
      next++;
    }

    List<Key> keys() {
      while (!isDone()) {
        put();
      }
      return keys;
    }
  }
}
