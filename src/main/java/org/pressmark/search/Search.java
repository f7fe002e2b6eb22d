package org.pressmark.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
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
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;
import org.pressmark.article.Subject;
import org.pressmark.dedup.Kinship;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Commit;
import org.pressmark.index.Days;
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
  // Up to so many hits are looked at before those that can not be among the best are passed over.
  private static final int COUNTED = 1000;
  // Some 10 MB of hits.
  private static final int AT_A_TIME = 5000;

  static {
    IndexSearcher.setMaxClauseCount(MAX_LUCENE_CLAUSES);
  }

  private static final Set<String> IMPRINT = Set.of(
      Schema.HEADLINE, Schema.AUTHOR, Schema.PUBLISHER, Schema.TIME, Schema.AGENCY, Schema.SOURCE);

  private final Path folder;
  private final Commit commit;
  private final SearchOptions options;
  private final IndexSearcher searcher;
  private final SortedSet<String> languages;
  private final Analyzers analyzers = new Analyzers();
  private @Nullable Stories lastStories;
  private @Nullable Columns columns;

  private Search(Path folder, Commit commit, SearchOptions options) throws IOException {
    this.folder = folder;
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

  /// The same, but nothing where there is no index, or one that has to be made anew.
  public static Optional<Search> openAsItIs(Path indexFolder) throws IOException {
    try {
      return Optional.of(open(indexFolder));
    } catch (UnusableIndexException e) {
      return Optional.empty();
    }
  }

  public static Search open(Path indexFolder, SearchOptions options) throws IOException {
    return new Search(indexFolder, Commit.open(indexFolder), options);
  }

  /// The languages that have stems in this index.
  private static SortedSet<String> stemmed(IndexReader reader) throws IOException {
    SortedSet<String> languages = new TreeSet<>();
    Terms terms = MultiTerms.getTerms(reader, Schema.STEMS);
    if (terms != null) {
      TermsEnum all = terms.iterator();
      for (BytesRef code = all.next(); code != null; code = all.next()) {
        languages.add(code.utf8ToString());
      }
    }
    return languages;
  }

  /// Up to which position of the archive the answers are complete.
  public Position position() {
    return commit.position();
  }

  /// What the archive is called that this is an index of; empty where nobody said it.
  public String archive() throws IOException {
    return commit.archive();
  }

  /// Answers a question.
  ///
  /// @throws QuestionException where the words break the query language
  public Results ask(Question question) throws IOException, QuestionException {
    Part part = part(question.words());
    Query query = Plan.articles(part);
    int last = (int)
        Math.min((long) question.skip() + question.limit(), commit.reader().maxDoc());
    Clock clock = new Clock(options.maxTime());
    if (last <= question.skip()) {
      return new Results(count(query, clock), List.of());
    }
    if (!Matches.isOfWords(searcher.rewrite(query))) {
      TopDocs found = search(query, question.order(), last, Integer.MAX_VALUE, clock);
      return results(question, part, found.totalHits.value(), found);
    }
    FixedBitSet articles = new Matches(searcher, clock).of(query);
    TopDocs found =
        search(ranked(part, articles, question.order()), question.order(), last, COUNTED, clock);
    return results(question, part, articles.cardinality(), found);
  }

  /// What finds the same articles in this order: of words it is faster to find all first, and to
  /// weigh them afterwards.
  private Query ranked(Part part, Question.Order order, Clock clock)
      throws IOException, QuestionException {
    Query query = Plan.articles(part);
    return Matches.isOfWords(searcher.rewrite(query))
        ? ranked(part, new Matches(searcher, clock).of(query), order)
        : query;
  }

  private static Query ranked(Part part, FixedBitSet articles, Question.Order order) {
    return order == Question.Order.RELEVANCE ? Plan.weighed(part, articles) : new Marked(articles);
  }

  private long count(Query query, Clock clock) throws IOException, QuestionException {
    return new Matches(searcher, clock).of(query).cardinality();
  }

  private Results results(Question question, Part part, long all, TopDocs found)
      throws IOException {
    List<ScoreDoc> shown = List.of(found.scoreDocs)
        .subList(Math.min(question.skip(), found.scoreDocs.length), found.scoreDocs.length);
    return new Results(all, hits(question, part, shown, document -> Optional.empty()));
  }

  /// Is given hit after hit.
  public interface Taker {
    void take(Hit hit) throws IOException;
  }

  /// Gives all hits of a question, however many they are, a few thousand of them in memory at a
  /// time.
  ///
  /// @throws QuestionException where the words break the query language
  public void each(String words, Question.Order order, Taker taker)
      throws IOException, QuestionException {
    Question question = new Question(words, order, 0, AT_A_TIME);
    Part part = part(words);
    Query query = ranked(part, order, new Clock(options.maxTime()));
    FieldDoc last = null;
    while (true) {
      Clock clock = new Clock(options.maxTime());
      ScoreDoc[] found = timed(clock)
          .search(query, new TopFieldCollectorManager(sort(order), AT_A_TIME, last, COUNTED))
          .scoreDocs;
      clock.check();
      for (Hit hit : hits(question, part, List.of(found), document -> Optional.empty())) {
        taker.take(hit);
      }
      if (found.length < AT_A_TIME) {
        return;
      }
      last = (FieldDoc) found[found.length - 1];
    }
  }

  /// Articles that resemble one by the words that are rare elsewhere, those that match a question:
  /// the most alike first.
  ///
  /// @throws QuestionException where the words break the query language
  public Results like(Mark mark, Question question) throws IOException, QuestionException {
    ScoreDoc[] found = searcher.search(article(mark), 1).scoreDocs;
    if (found.length == 0) {
      throw new QuestionException(mark + ": is not an article, so nothing is like it");
    }
    Part part = part(question.words());
    String body =
        searcher.storedFields().document(found[0].doc, Set.of(Schema.BODY)).get(Schema.BODY);
    Query alike = new BooleanQuery.Builder()
        .add(new Resemblance(commit.reader(), analyzers).to(body), BooleanClause.Occur.MUST)
        .add(Plan.articles(part), BooleanClause.Occur.FILTER)
        .add(article(mark), BooleanClause.Occur.MUST_NOT)
        .build();
    int last = (int) Math.min((long) question.skip() + question.limit(), Math.max(1, size()));
    Clock clock = new Clock(options.maxTime());
    TopDocs top = search(alike, Question.Order.RELEVANCE, last, Integer.MAX_VALUE, clock);
    return results(question, part, top.totalHits.value(), top);
  }

  /// The same question with words that the archive has in the place of those that it does not
  /// have; nothing where it has them all, or nothing like them.
  ///
  /// @throws QuestionException where the words break the query language
  public Optional<String> suggestion(String words) throws IOException, QuestionException {
    return new Suggestion(commit.reader(), analyzers).of(words, Grammar.read(words, options));
  }

  private Part part(String words) throws IOException, QuestionException {
    Clause clause = Grammar.read(words, options);
    return new Plan(words, commit.reader(), languages, analyzers, options).part(clause);
  }

  /// Looks through large indexes with all processors: some 250,000 articles are worth a thread.
  private IndexSearcher timed(Clock clock) {
    IndexSearcher timed = new IndexSearcher(commit.reader(), ForkJoinPool.commonPool());
    timed.setTimeout(clock);
    return timed;
  }

  /// @param counted hits that are counted at the most; of those beyond only the best are looked at
  private TopDocs search(Query query, Question.Order order, int last, int counted, Clock clock)
      throws IOException, QuestionException {
    TopDocs found =
        timed(clock).search(query, new TopFieldCollectorManager(sort(order), last, null, counted));
    clock.check();
    return found;
  }

  /// Answers a question with one hit a story: of the articles of one family the one that comes
  /// first. What the others are, its [Results.Kin] says.
  ///
  /// @throws QuestionException where the words break the query language
  public Results ask(Question question, Families families) throws IOException, QuestionException {
    Part part = part(question.words());
    Query query = Plan.articles(part);
    Stories stories = stories(families);
    Clock clock = new Clock(options.maxTime());
    Query ranked = query;
    if (Matches.isOfWords(searcher.rewrite(query))) {
      FixedBitSet articles = new Matches(searcher, clock).of(query);
      query = new Marked(articles);
      ranked = ranked(part, articles, question.order());
    }
    Stories.Count count = timed(clock).search(query, stories.new Count());
    clock.check();
    List<ScoreDoc> shown = firsts(question, ranked, count, stories, clock);
    return new Results(count.articles(), count.stories(), hits(question, part, shown, count::kin));
  }

  /// Which family each article belongs to.
  public synchronized Stories stories(Families families) throws IOException {
    Stories known = lastStories;
    if (known == null || known.families() != families) {
      known = new Stories(commit.reader(), families);
      lastStories = known;
    }
    return known;
  }

  /// The first hit of each story. How far one has to look for so many stories shows only on the
  /// way, so the look doubles until it is far enough.
  private List<ScoreDoc> firsts(
      Question question, Query query, Stories.Count count, Stories stories, Clock clock)
      throws IOException, QuestionException {
    long enough = Math.min((long) question.skip() + question.limit(), count.stories());
    List<ScoreDoc> firsts = new ArrayList<>();
    for (long last = 2 * enough; firsts.size() < enough; last *= 2) {
      int look = (int) Math.min(last, count.articles());
      Stories.Seen seen = stories.new Seen();
      firsts.clear();
      for (ScoreDoc found : search(query, question.order(), look, COUNTED, clock).scoreDocs) {
        if (seen.isNew(found.doc)) {
          firsts.add(found);
        }
      }
    }
    return firsts.subList(Math.min(question.skip(), firsts.size()), (int)
        Math.min(firsts.size(), (long) question.skip() + question.limit()));
  }

  /// Where the archive holds the articles that match, all of them, in the archive's order.
  ///
  /// @throws QuestionException where the words break the query language
  public List<Position> places(String words) throws IOException, QuestionException {
    FixedBitSet matching = match(words).articles();
    List<Position> places = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    for (int each = Columns.next(matching, -1);
        each != DocIdSetIterator.NO_MORE_DOCS;
        each = Columns.next(matching, each)) {
      places.add(Places.of(stored.document(each, Set.of(Schema.POSITION))));
    }
    Collections.sort(places);
    return places;
  }

  /// Shows every article that matches, with all places where it does, in the order of marks.
  ///
  /// @throws QuestionException where the words break the query language
  public void walk(String words, Found.Visitor visitor) throws IOException, QuestionException {
    walk(part(words), Walk.Order.MARKS, visitor);
  }

  /// The same in whatever order is fastest, for whoever counts or sorts.
  ///
  /// @throws QuestionException where the words break the query language
  public void walkAnyhow(String words, Found.Visitor visitor)
      throws IOException, QuestionException {
    walk(part(words), Walk.Order.INDEX, visitor);
  }

  /// Whether anything is asked of headline and text, so that there are places where it matches.
  ///
  /// @throws QuestionException where the words break the query language
  public boolean asksForText(String words) throws IOException, QuestionException {
    return asksForText(part(words));
  }

  /// The days in which all that matches was published: those of each `date:` that must be met,
  /// whatever else matches or does not.
  ///
  /// @throws QuestionException where the words break the query language
  public Days days(String words) throws QuestionException {
    return days(Grammar.read(words, options)).orElse(Days.ALWAYS);
  }

  private static Optional<Days> days(Clause clause) {
    if (clause instanceof Clause.Between between) {
      return Optional.of(new Days(between.first(), between.last()));
    }
    Optional<Days> days = Optional.of(Days.ALWAYS);
    if (clause instanceof Clause.All all) {
      for (Clause each : all.clauses()) {
        days = days.flatMap(known -> days(each).flatMap(known::and));
      }
    }
    return days;
  }

  private static boolean asksForText(Part part) {
    return switch (part) {
      case Part.Text text -> !text.spots().isEmpty();
      case Part.All all -> all.parts().stream().anyMatch(Search::asksForText);
      case Part.Any any -> any.parts().stream().anyMatch(Search::asksForText);
      case Part.Fact fact -> false;
      case Part.Not not -> false;
    };
  }

  private void walk(Part part, Walk.Order order, Found.Visitor visitor)
      throws IOException, QuestionException {
    Offsets offsets = new Offsets(analyzers);
    StoredFields stored = searcher.storedFields();
    Clock clock = new Clock(options.maxTime());
    Walk walk = new Walk(searcher, part);
    Tokenized headline = new Tokenized();
    Tokenized body = new Tokenized();
    walk.through(Plan.articles(part), order, clock, visitor::hasSeenEnough, (number, places) -> {
      Document document = stored.document(number);
      String line = document.get(Schema.HEADLINE);
      headline.of(line == null ? "" : line);
      body.of(document.get(Schema.BODY));
      List<Key> keys = new ArrayList<>(offsets.keys(Key.Part.HEADLINE, headline, places));
      keys.addAll(offsets.keys(Key.Part.BODY, body, places));
      visitor.visit(found(document, keys, tokens(number), headline, body));
    });
  }

  /// How many articles match.
  ///
  /// @throws QuestionException where the words break the query language
  public long count(String words) throws IOException, QuestionException {
    return count(Plan.articles(part(words)), new Clock(options.maxTime()));
  }

  /// Which articles match.
  ///
  /// @throws QuestionException where the words break the query language
  public Matching match(String words) throws IOException, QuestionException {
    Part part = part(words);
    Clock clock = new Clock(options.maxTime());
    FixedBitSet articles = new Matches(searcher, clock).of(Plan.articles(part));
    return new Matching(articles, searcher, part, new Offsets(analyzers));
  }

  /// What the index knows of each article beside its words.
  public synchronized Columns columns() throws IOException {
    @Nullable Columns known = columns;
    if (known == null) {
      known = new Columns(commit.reader());
      columns = known;
    }
    return known;
  }

  /// The index itself, for whoever counts in it.
  public IndexReader reader() {
    return commit.reader();
  }

  private static Found found(
      Document document, List<Key> keys, int tokens, Tokenized headline, Tokenized body) {
    return new Found(
        new Mark(document.get(Schema.MARK)),
        Places.of(document),
        keys,
        Optional.ofNullable(document.get(Schema.HEADLINE)),
        List.of(document.getValues(Schema.AUTHOR)),
        Optional.ofNullable(document.get(Schema.PUBLISHER)),
        List.of(document.getValues(Schema.SECTION)),
        Optional.ofNullable(document.get(Schema.DATE)),
        Optional.ofNullable(document.get(Schema.LANGUAGE)),
        Optional.ofNullable(document.get(Schema.KIND)),
        document.get(Schema.SOURCE),
        tokens,
        headline,
        body);
  }

  private int tokens(int number) throws IOException {
    List<LeafReaderContext> leaves = commit.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
    NumericDocValues tokens = leaf.reader().getNumericDocValues(Schema.TOKENS);
    return tokens != null && tokens.advanceExact(number - leaf.docBase)
        ? Math.toIntExact(tokens.longValue())
        : 0;
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

  private List<Hit> hits(
      Question question, Part part, List<ScoreDoc> shown, IntFunction<Optional<Results.Kin>> kin)
      throws IOException {
    int[] documents = shown.stream().mapToInt(found -> found.doc).toArray();
    Map<Integer, List<Keys.Place>> places =
        new Walk(searcher, part).places(documents, Integer.MAX_VALUE);
    Offsets offsets = new Offsets(analyzers);
    Tokenized text = new Tokenized();
    StoredFields stored = searcher.storedFields();
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : shown) {
      Document document = stored.document(found.doc);
      float score = question.order() == Question.Order.RELEVANCE ? score((FieldDoc) found) : 0;
      String body = document.get(Schema.BODY);
      List<Key> keys =
          offsets.keys(Key.Part.BODY, text.of(body), places.getOrDefault(found.doc, List.of()));
      hits.add(hit(document, score, Snippets.of(keys, body), kin.apply(found.doc)));
    }
    return hits;
  }

  private static float score(FieldDoc hit) {
    return (Float) hit.fields[0];
  }

  private static Hit hit(
      Document document, float score, Results.Snippet snippet, Optional<Results.Kin> kin) {
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
        document.get(Schema.ORPHAN) == null,
        snippet,
        kin);
  }

  /// The families among all articles, as they were found last in this state of the index, or found
  /// now.
  ///
  /// @param done is told of how many articles of [#size] the kin have been found by now
  public Families families(Kinship kinship, LongConsumer done) throws IOException {
    String key = commit.id() + " " + kinship.threshold();
    FamilyFile file = new FamilyFile(folder, key);
    Optional<Families> known = file.read();
    if (known.isPresent()) {
      return known.get();
    }
    Families families = FamilyFinder.find(commit.reader(), kinship, done);
    try {
      file.write(families);
    } catch (IOException e) {
      return families; // nothing can be written here: they are found again the next time
    }
    return families;
  }

  /// Who published an article, and when.
  public Optional<Imprint> imprint(Mark mark) throws IOException {
    ScoreDoc[] found = searcher.search(article(mark), 1).scoreDocs;
    return found.length == 0
        ? Optional.empty()
        : Optional.of(imprint(mark, searcher.storedFields().document(found[0].doc, IMPRINT)));
  }

  private static Query article(Mark mark) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(Schema.MARK, mark.value())), BooleanClause.Occur.FILTER)
        .add(new TermQuery(new Term(Schema.TYPE, Schema.ARTICLE)), BooleanClause.Occur.FILTER)
        .build();
  }

  private static Imprint imprint(Mark mark, Document document) {
    return new Imprint(
        mark,
        Optional.ofNullable(document.get(Schema.HEADLINE)),
        List.of(document.getValues(Schema.AUTHOR)),
        Optional.ofNullable(document.get(Schema.PUBLISHER)),
        Optional.ofNullable(document.get(Schema.TIME)),
        List.of(document.getValues(Schema.AGENCY)),
        document.get(Schema.SOURCE));
  }

  /// How many documents the index has, of whatever kind.
  public int size() {
    return commit.reader().maxDoc();
  }

  /// Where the archive holds the first entry with this mark, an article or a rejected document.
  public Optional<Position> find(Mark mark) throws IOException {
    return Places.of(searcher, mark);
  }

  /// Where the archive holds the newest version of what came from this origin with these bytes.
  public Optional<Position> find(Mark mark, Origin origin) throws IOException {
    return Places.of(searcher, mark, origin);
  }

  /// Where the archive holds captures of this article.
  ///
  /// @param limit how many at the most; the first ones
  public List<Position> captures(Subject subject, int limit) throws IOException {
    return Places.of(searcher, subject, limit);
  }

  /// How many captures of this article there are.
  public int captures(Subject subject) throws IOException {
    return Places.count(searcher, subject);
  }

  /// Where the archive holds copies that came from where this article is.
  public List<Position> copies(Subject subject) throws IOException {
    return Places.copies(searcher, subject);
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
    return commit.damage();
  }

  @Override
  public void close() throws IOException {
    commit.close();
  }
}
