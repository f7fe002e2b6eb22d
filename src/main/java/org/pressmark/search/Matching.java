package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.pressmark.index.Schema;

/// The articles that match a question, by their numbers in the index. For one thread.
public final class Matching {
  private static final Set<String> PLAIN = Set.of(Schema.HEADLINE, Schema.BODY);

  private final FixedBitSet articles;
  private final IndexSearcher searcher;
  private final Part part;
  private final Offsets offsets;
  private final Tokenized tokenized = new Tokenized();
  private @Nullable LeafReaderContext leaf;
  private @Nullable Keys keys;

  Matching(FixedBitSet articles, IndexSearcher searcher, Part part, Offsets offsets) {
    this.articles = articles;
    this.searcher = searcher;
    this.part = part;
    this.offsets = offsets;
  }

  public FixedBitSet articles() {
    return articles;
  }

  /// At how many places of an article the question matches.
  ///
  /// @param document one that matches; later ones than before
  public int occurrences(int document) throws IOException {
    LeafReaderContext here = leaf;
    Keys known = keys;
    if (here == null
        || known == null
        || document >= here.docBase + here.reader().maxDoc()) {
      List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
      here = leaves.get(ReaderUtil.subIndex(document, leaves));
      known = new Keys(searcher, part, here);
      leaf = here;
      keys = known;
    }
    List<Keys.Place> places = known.of(document - here.docBase);
    return places.stream().allMatch(place -> PLAIN.contains(place.field()))
        ? Keys.apart(places, Schema.HEADLINE).size()
            + Keys.apart(places, Schema.BODY).size()
        : keys(document, places).size();
  }

  /// Where a text stands in the index in two ways, only the text itself tells which places are one.
  private List<Key> keys(int document, List<Keys.Place> places) throws IOException {
    Document stored = searcher.storedFields().document(document, PLAIN);
    List<Key> all = new ArrayList<>();
    for (Key.Part where : Key.Part.values()) {
      String text = stored.get(where == Key.Part.BODY ? Schema.BODY : Schema.HEADLINE);
      if (text != null) {
        all.addAll(offsets.keys(where, tokenized.of(text), places));
      }
    }
    return all;
  }
}
