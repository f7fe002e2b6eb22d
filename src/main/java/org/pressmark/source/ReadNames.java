package org.pressmark.source;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToIntFunction;

/// What was read in the names of elements, kept from one page to the next: an outlet's pages call
/// their elements alike. What is asked here is the same as asking anew, in a fifth of the time.
///
/// Bounded: names share a number of places, and the newest one has it. Safe for use by many threads
/// at once.
public final class ReadNames {
  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 200; // longer ones are styles or data, and seldom come again

  private final ToIntFunction<String> reader;
  private final AtomicReferenceArray<Read> places = new AtomicReferenceArray<>(PLACES);

  private record Read(String name, int bits) {}

  /// @param reader gives the same answer for the same name at all times
  public ReadNames(ToIntFunction<String> reader) {
    this.reader = reader;
  }

  /// What the reader says of a name.
  public int bits(String name) {
    int hash = name.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Read read = places.getPlain(place);
    if (read == null || !read.name.equals(name)) {
      read = new Read(name, reader.applyAsInt(name));
      if (name.length() <= LONGEST) {
        places.setPlain(place, read); // all that threads can miss is each other's work
      }
    }
    return read.bits;
  }
}
