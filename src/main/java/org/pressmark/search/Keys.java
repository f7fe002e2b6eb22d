package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Finds every place where a question matches, in documents that do, one segment of the index at a
/// time and its documents in order.
///
/// Places are counted in words: where these stand in the text is for [Offsets] to say.
final class Keys {
  private static final Comparator<Place> LONGEST_FIRST =
      Comparator.comparingInt(Place::first).thenComparing(Place::last, Comparator.reverseOrder());

  private final Node root;

  /// From one word to another.
  record Place(String field, int first, int last) {}

  Keys(IndexSearcher searcher, Part part, LeafReaderContext leaf) throws IOException {
    this.root = node(searcher, part, leaf);
  }

  /// The places in a document that matches; later ones than before.
  List<Place> of(int document) throws IOException {
    List<Place> places = new ArrayList<>();
    root.collect(document, places);
    return places;
  }

  /// The places of one field in reading order. Of those that overlap the first counts, of those
  /// that
  /// begin together the longest.
  static List<Place> apart(List<Place> places, String field) {
    List<Place> all = new ArrayList<>(places.stream()
        .filter(place -> place.field().equals(field))
        .sorted(LONGEST_FIRST)
        .toList());
    List<Place> apart = new ArrayList<>();
    int next = 0;
    for (Place place : all) {
      if (place.first() >= next) {
        apart.add(place);
        next = place.last() + 1;
      }
    }
    return apart;
  }

  private interface Node {
    /// Adds the places in a document; false where it does not match.
    boolean collect(int document, List<Place> places) throws IOException;
  }

  private static Node node(IndexSearcher searcher, Part part, LeafReaderContext leaf)
      throws IOException {
    return switch (part) {
      case Part.Text text -> text(text, leaf);
      case Part.Fact fact -> fact(searcher, fact.query(), leaf);
      case Part.All all -> all(nodes(searcher, all.parts(), leaf));
      case Part.Any any -> any(nodes(searcher, any.parts(), leaf));
      case Part.Not not -> {
        Node node = node(searcher, not.part(), leaf);
        yield (document, places) -> !node.collect(document, new ArrayList<>());
      }
    };
  }

  private static List<Node> nodes(IndexSearcher searcher, List<Part> parts, LeafReaderContext leaf)
      throws IOException {
    List<Node> nodes = new ArrayList<>();
    for (Part part : parts) {
      nodes.add(node(searcher, part, leaf));
    }
    return nodes;
  }

  private static Node all(List<Node> nodes) {
    return (document, places) -> {
      int before = places.size();
      for (Node node : nodes) {
        if (!node.collect(document, places)) {
          places.subList(before, places.size()).clear();
          return false;
        }
      }
      return true;
    };
  }

  private static Node any(List<Node> nodes) {
    return (document, places) -> {
      boolean matches = false;
      for (Node node : nodes) {
        matches |= node.collect(document, places);
      }
      return matches;
    };
  }

  private static Node fact(IndexSearcher searcher, Query query, LeafReaderContext leaf)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    Scorer scorer = weight.scorer(leaf);
    Optional<DocIdSetIterator> documents = Optional.ofNullable(scorer).map(Scorer::iterator);
    return (document, places) -> documents.isPresent() && isAt(documents.get(), document);
  }

  private static Node text(Part.Text text, LeafReaderContext leaf) throws IOException {
    List<String> fields = new ArrayList<>();
    List<IntervalIterator> iterators = new ArrayList<>();
    for (Part.Spot spot : text.spots()) {
      @Nullable IntervalIterator places = spot.places().intervals(spot.field(), leaf);
      if (places != null) {
        fields.add(spot.field());
        iterators.add(places);
      }
    }
    return (document, places) -> {
      int before = places.size();
      for (int at = 0; at < fields.size(); at++) {
        IntervalIterator each = iterators.get(at);
        if (isAt(each, document)) {
          while (each.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
            places.add(new Place(fields.get(at), each.start(), each.end()));
          }
        }
      }
      return places.size() > before;
    };
  }

  private static boolean isAt(DocIdSetIterator documents, int document) throws IOException {
    int at = documents.docID();
    return (at < document ? documents.advance(document) : at) == document;
  }
}
