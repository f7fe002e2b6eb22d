package org.pressmark.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.pressmark.article.Mark;
import org.pressmark.index.Schema;

/// Which documents of an index are one story: by their numbers in it.
public final class Stories {
  public static final int NONE = -1;

  private final Families families;
  private final int[] familyOf;

  public Stories(IndexReader reader, Families families) throws IOException {
    this.families = families;
    this.familyOf = new int[reader.maxDoc()];
    Arrays.fill(familyOf, NONE);
    SortedDocValues marks = MultiDocValues.getSortedValues(reader, Schema.MARK);
    if (marks == null) {
      return;
    }
    int[] byMark = new int[marks.getValueCount()];
    Arrays.fill(byMark, NONE);
    for (int family = 0; family < families.all().size(); family++) {
      for (Mark mark : families.all().get(family).marks()) {
        int ord = marks.lookupTerm(new BytesRef(mark.value()));
        if (ord >= 0) {
          byMark[ord] = family;
        }
      }
    }
    for (int document = 0; document < familyOf.length; document++) {
      if (marks.advanceExact(document)) {
        familyOf[document] = byMark[marks.ordValue()];
      }
    }
  }

  Families families() {
    return families;
  }

  /// Which of the families a document belongs to, or [#NONE].
  public int family(int document) {
    return familyOf[document];
  }

  /// Whether a document is the first of its story that is shown to this, and from then on no more.
  final class Seen {
    private final boolean[] seen = new boolean[families.all().size()];

    boolean isNew(int document) {
      int family = familyOf[document];
      boolean isNew = family == NONE || !seen[family];
      if (family != NONE) {
        seen[family] = true;
      }
      return isNew;
    }
  }

  /// How many articles match, and how many stories they are.
  final class Count implements CollectorManager<Count.Counter, Count> {
    private final int[] matching = new int[families.all().size()];
    private long articles;
    private long stories;

    final class Counter extends SimpleCollector {
      private int base;

      @Override
      protected void doSetNextReader(LeafReaderContext leaf) {
        base = leaf.docBase;
      }

      @Override
      public void collect(int document) {
        see(familyOf[base + document]);
      }

      @Override
      public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
      }
    }

    private synchronized void see(int family) {
      articles++;
      stories += family == NONE || matching[family] == 0 ? 1 : 0;
      if (family != NONE) {
        matching[family]++;
      }
    }

    @Override
    public Counter newCollector() {
      return new Counter();
    }

    @Override
    public Count reduce(Collection<Counter> counters) {
      return this;
    }

    long articles() {
      return articles;
    }

    long stories() {
      return stories;
    }

    /// The family of a document, and how many of it match.
    Optional<Results.Kin> kin(int document) {
      int family = familyOf[document];
      return family == NONE
          ? Optional.empty()
          : Optional.of(new Results.Kin(families.all().get(family), matching[family]));
    }
  }
}
