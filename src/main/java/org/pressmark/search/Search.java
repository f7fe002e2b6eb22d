package org.pressmark.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.dedup.Kinship;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Commit;
import org.pressmark.index.Places;
import org.pressmark.index.Schema;
import org.pressmark.index.UnusableIndexException;
import org.pressmark.search.Results.Hit;

/// An index opened for questions, as it was when it was opened.
///
/// Safe for use by many threads at once. The same entries give the same answer, in whatever order
/// they came: hits of one score or one day stand in the order of their marks.
public final class Search implements Closeable {
  // Lucene counts a word once for each field and language; SearchOptions counts it once.
  private static final int MAX_LUCENE_CLAUSES = 1 << 16;

  static {
    IndexSearcher.setMaxClauseCount(MAX_LUCENE_CLAUSES);
  }

  private final Commit commit;
  private final SearchOptions options;
  private final IndexSearcher searcher;
  private final SortedSet<String> languages;
  private final Analyzers analyzers = new Analyzers();

  private Search(Commit commit, SearchOptions options) {
    this.commit = commit;
    this.options = options;
    this.searcher = new IndexSearcher(commit.reader());
    this.languages = stemmed(commit.reader());
  }

  /// Opens the last state that was committed.
  ///
  /// @throws UnusableIndexException where the index has to be built first, or built again
  public static Search open(Path indexFolder) throws IOException {
    return open(indexFolder, SearchOptions.DEFAULTS);
  }

  public static Search open(Path indexFolder, SearchOptions options) throws IOException {
    return new Search(Commit.open(indexFolder), options);
  }

  /// The languages that have stems in this index.
  private static SortedSet<String> stemmed(IndexReader reader) {
    SortedSet<String> languages = new TreeSet<>();
    String twin = Schema.twin(Schema.BODY, "");
    for (String field : FieldInfos.getIndexedFields(reader)) {
      if (field.startsWith(twin)) {
        languages.add(field.substring(twin.length()));
      }
    }
    return languages;
  }

  /// Up to which position of the archive the answers are complete.
  public Position position() {
    return commit.position();
  }

  /// Up to which position of the archive the index there is complete; nothing where there is no
  /// index, or one that has to be made anew.
  public static Optional<Position> positionOf(Path indexFolder) throws IOException {
    try (Commit commit = Commit.open(indexFolder)) {
      return Optional.of(commit.position());
    } catch (UnusableIndexException e) {
      return Optional.empty();
    }
  }

  /// Answers a question.
  ///
  /// @throws QuestionException where the words break the query language
  public Results ask(Question question) throws IOException, QuestionException {
    Clause clause = Grammar.read(question.words(), options);
    Plan plan = new Plan(question.words(), commit.reader(), languages, analyzers, options);
    Query query = plan.articles(clause);
    int last = (int)
        Math.min((long) question.skip() + question.limit(), commit.reader().maxDoc());
    if (last <= question.skip()) {
      return new Results(searcher.count(query), List.of());
    }
    TopDocs found = searcher.search(
        query, new TopFieldCollectorManager(sort(question.order()), last, null, Integer.MAX_VALUE));
    return new Results(found.totalHits.value(), hits(question, query, found.scoreDocs));
  }

  private static Sort sort(Question.Order order) {
    SortField byMark = new SortField(Schema.MARK, SortField.Type.STRING);
    return switch (order) {
      case RELEVANCE -> new Sort(SortField.FIELD_SCORE, byMark);
      case NEWEST -> new Sort(byDay(true, Integer.MIN_VALUE), byMark);
      case OLDEST -> new Sort(byDay(false, Integer.MAX_VALUE), byMark);
    };
  }

  /// @param undated the day of an article without a date, so that it comes last
  private static SortField byDay(boolean newestFirst, int undated) {
    return new SortField(Schema.FIRST_DAY, SortField.Type.INT, newestFirst, undated);
  }

  private List<Hit> hits(Question question, Query query, ScoreDoc[] found) throws IOException {
    Snippets snippets = new Snippets(searcher, query, languages);
    StoredFields stored = searcher.storedFields();
    List<Hit> hits = new ArrayList<>();
    for (int at = question.skip(); at < found.length; at++) {
      Document document = stored.document(found[at].doc);
      float score = question.order() == Question.Order.RELEVANCE ? score((FieldDoc) found[at]) : 0;
      hits.add(hit(document, score, snippets.of(found[at].doc, document.get(Schema.BODY))));
    }
    return hits;
  }

  private static float score(FieldDoc hit) {
    return (Float) hit.fields[0];
  }

  private static Hit hit(Document document, float score, Results.Snippet snippet) {
    return new Hit(
        new Mark(document.get(Schema.MARK)),
        Places.of(document),
        score,
        Optional.ofNullable(document.get(Schema.HEADLINE)),
        List.of(document.getValues(Schema.AUTHOR)),
        Optional.ofNullable(document.get(Schema.PUBLISHER)),
        Optional.ofNullable(document.get(Schema.SECTION)),
        Optional.ofNullable(document.get(Schema.DATE)),
        Optional.ofNullable(document.get(Schema.LANGUAGE)),
        Optional.ofNullable(document.get(Schema.KIND)),
        document.get(Schema.SOURCE),
        snippet);
  }

  /// Finds the families among all articles.
  ///
  /// @param done is told of how many articles of [#size] the kin have been found by now
  public Families families(Kinship kinship, LongConsumer done) throws IOException {
    return FamilyFinder.find(commit.reader(), kinship, done);
  }

  /// How many documents the index has, of whatever kind.
  public int size() {
    return commit.reader().maxDoc();
  }

  /// Where the archive holds the first entry with this mark, an article or a rejected document.
  public Optional<Position> find(Mark mark) throws IOException {
    return Places.of(searcher, mark);
  }

  /// The marks that begin like this, in order. One is enough to know what `pm-mfr` means; several
  /// are to be shown to whoever typed it.
  ///
  /// @param limit how many at the most
  public List<Mark> marks(String beginning, int limit) throws IOException {
    List<Mark> marks = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(commit.reader(), Schema.MARK);
    if (terms == null) {
      return marks;
    }
    BytesRef prefix = new BytesRef(beginning);
    TermsEnum all = terms.iterator();
    boolean more = all.seekCeil(prefix) != TermsEnum.SeekStatus.END;
    while (more && marks.size() < limit && StringHelper.startsWith(all.term(), prefix)) {
      marks.add(new Mark(all.term().utf8ToString()));
      more = all.next() != null;
    }
    return marks;
  }

  /// What the index holds.
  public Counts counts() throws IOException {
    return new Counts(
        count(Schema.TYPE, Schema.ARTICLE),
        count(Schema.TYPE, Schema.REJECTED),
        count(Schema.TYPE, Schema.AGAIN),
        languages());
  }

  /// What an index holds.
  ///
  /// @param again the same bytes from another origin
  /// @param languages articles by language, BCP 47 in small letters; those of which it is not
  /// known are missing
  public record Counts(
      long articles, long rejected, long again, SortedMap<String, Long> languages) {
    public long documents() {
      return articles + rejected + again;
    }
  }

  private SortedMap<String, Long> languages() throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    Terms terms = MultiTerms.getTerms(commit.reader(), Schema.LANGUAGE);
    if (terms != null) {
      TermsEnum all = terms.iterator();
      for (BytesRef tag = all.next(); tag != null; tag = all.next()) {
        String language = tag.utf8ToString();
        counts.put(language, count(Schema.LANGUAGE, language));
      }
    }
    return counts;
  }

  private long count(String field, String value) throws IOException {
    return searcher.count(new TermQuery(new Term(field, value)));
  }

  /// Reads every file of the index to its end and compares checksums: what is damaged, or nothing.
  public Optional<String> damage() throws IOException {
    try {
      for (LeafReaderContext leaf : commit.reader().leaves()) {
        leaf.reader().checkIntegrity();
      }
      return Optional.empty();
    } catch (CorruptIndexException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    commit.close();
  }
}
