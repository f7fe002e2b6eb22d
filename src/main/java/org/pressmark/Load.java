package org.pressmark;

import java.util.function.Function;
import java.util.stream.Stream;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;

/// What a run is to ingest.
///
/// @param found in the order of its sources
/// @param bytes how much there is to find, for the watch; 0 where that is not known
/// @param limit how many documents at the most, besides those that the archive holds already
/// @param source what a document is counted under: the name of one of the sources
public record Load(Stream<Found> found, long bytes, long limit, Function<Origin, String> source) {
  /// All that is found, counted as coming from one source.
  public static Load of(Stream<Found> found) {
    return new Load(found, 0, Long.MAX_VALUE, origin -> "");
  }
}
