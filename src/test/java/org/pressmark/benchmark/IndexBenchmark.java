package org.pressmark.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Entry;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;
import org.pressmark.article.Reading;
import org.pressmark.index.Analyzers;
import org.pressmark.index.Commit;
import org.pressmark.index.Days;
import org.pressmark.index.Index;
import org.pressmark.index.Lexicon;
import org.pressmark.index.Schema;
import org.pressmark.index.Words;
import org.pressmark.search.Question;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;
import org.pressmark.study.By;
import org.pressmark.study.Choice;
import org.pressmark.study.Collocations;
import org.pressmark.study.Concordance;
import org.pressmark.study.Facets;
import org.pressmark.study.LineOrder;
import org.pressmark.study.Reach;
import org.pressmark.study.Trend;

/// Measures how fast invented articles go into the index, beside a bare writer that takes the same
/// analyzed fields, and how large the index is beside the clean text.
///
/// ```
/// IndexBenchmark build COUNT FOLDER    begins with an empty FOLDER
/// IndexBenchmark bare COUNT FOLDER     the same fields, and nothing else, by Lucene alone
/// IndexBenchmark ask COUNT FOLDER      so many questions of each kind to an index that was built
/// IndexBenchmark study COUNT FOLDER    so many facets, histograms and concordances of it
/// ```
///
/// What is written is timed by what the thread itself takes, so that it means the same on a busy
/// machine; answers by the clock, since several threads may look for one.
///
/// Words are drawn as often as they are read, so that every second question is for one that most
/// articles have; for what goes through the text of every article that matches, from the others.
public final class IndexBenchmark {
  private final ManyArticles press = ManyArticles.of(1);
  private final int count;
  private final Path folder;
  private long nanos;
  private long textBytes;

  private IndexBenchmark(int count, Path folder) {
    this.count = count;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    IndexBenchmark benchmark = new IndexBenchmark(Integer.parseInt(args[1]), Path.of(args[2]));
    switch (args[0]) {
      case "build" -> benchmark.build();
      case "bare" -> benchmark.bare();
      case "ask" -> benchmark.ask();
      case "study" -> benchmark.study();
      default -> throw new IllegalArgumentException(args[0] + ": build, bare, ask or study");
    }
    if (benchmark.textBytes > 0) {
      benchmark.print();
    }
  }

  /// A kind of question, and the same as one would put it to Lucene by hand, without snippets.
  private record Kind(String name, Function<Random, String[]> words) {
    String question(String[] words) {
      return switch (name) {
        case "phrase" -> "\"" + words[0] + " " + words[1] + "\"";
        case "boolean" -> words[0] + " AND (" + words[1] + " OR " + words[2] + ")";
        case "wildcard" -> words[0].substring(0, Math.min(4, words[0].length())) + "*";
        case "near" -> words[0] + " NEAR/5 " + words[1];
        default -> words[0];
      };
    }

    Query bare(String[] words) {
      return switch (name) {
        case "phrase" -> new PhraseQuery(Schema.BODY, words[0], words[1]);
        case "near" -> new PhraseQuery(5, Schema.BODY, words[0], words[1]);
        case "boolean" ->
          new BooleanQuery.Builder()
              .add(term(words[0]), Occur.MUST)
              .add(
                  new BooleanQuery.Builder()
                      .add(term(words[1]), Occur.SHOULD)
                      .add(term(words[2]), Occur.SHOULD)
                      .build(),
                  Occur.MUST)
              .build();
        case "wildcard" ->
          new PrefixQuery(new Term(
              Schema.BODY, words[0].substring(0, Math.min(4, words[0].length()))));
        default -> term(words[0]);
      };
    }

    private static Query term(String word) {
      return new TermQuery(new Term(Schema.BODY, word));
    }
  }

  private void ask() throws IOException {
    Function<Random, String[]> words =
        random -> new String[] {press.draw(random), press.draw(random), press.draw(random)};
    Function<Random, String[]> pair = random -> press.pair(random);
    Function<Random, String[]> rare = random -> new String[] {press.rare(random)};
    List<Kind> kinds = List.of(
        new Kind("term", words),
        new Kind("phrase", pair),
        new Kind("boolean", words),
        new Kind("wildcard", rare),
        new Kind("near", pair));
    try (Search search = Search.open(folder);
        Commit commit = Commit.open(folder)) {
      IndexSearcher searcher = new IndexSearcher(commit.reader());
      System.out.println(search.size() + " articles");
      for (Kind kind : kinds) {
        ask(kind, search, searcher);
      }
    }
  }

  private void ask(Kind kind, Search search, IndexSearcher searcher) throws IOException {
    List<Long> ours = new ArrayList<>();
    List<Long> bare = new ArrayList<>();
    long hits = 0;
    Random random = new Random(5);
    int warm = count / 2;
    for (int number = -warm; number < count; number++) {
      String[] words = kind.words().apply(random);
      long start = System.nanoTime();
      searcher.search(kind.bare(words), 10);
      long middle = System.nanoTime();
      long total = total(search, kind.question(words));
      long end = System.nanoTime();
      if (number >= 0) {
        bare.add(middle - start);
        ours.add(end - middle);
        hits += total;
      }
    }
    Collections.sort(ours);
    Collections.sort(bare);
    System.out.printf(
        Locale.ROOT,
        "%9s: p50 %.1f ms, p95 %.1f ms; by hand p50 %.1f ms, p95 %.1f ms; %d hits on average%n",
        kind.name(),
        ours.get(count / 2) / 1e6,
        ours.get(count * 95 / 100) / 1e6,
        bare.get(count / 2) / 1e6,
        bare.get(count * 95 / 100) / 1e6,
        hits / count);
  }

  private interface Study {
    void of(String words) throws IOException, QuestionException;
  }

  private void study() throws IOException {
    try (Search search = Search.open(folder);
        Commit commit = Commit.open(folder)) {
      System.out.println(search.size() + " articles");
      List<By> four = List.of(By.PUBLISHER, By.SECTION, By.AUTHOR, By.LANGUAGE);
      study("four facets", count, press::draw, words -> Facets.of(search, words, four));
      study("by hand", count, press::draw, words -> countByHand(commit.reader(), words, four));
      study(
          "every facet",
          count,
          press::draw,
          words -> Facets.of(search, words, List.of(By.values())));
      study(
          "year histogram",
          count,
          press::draw,
          words -> Facets.of(search, words, List.of(By.YEAR)));
      study(
          "page of KWIC",
          count,
          press::draw,
          words -> kwic(words, LineOrder.BY_ID).show(search, line -> {}));
      int few = Math.max(1, count / 20);
      study(
          "trend by month",
          few,
          press::rare,
          words -> Trend.of(search, words, By.MONTH, Days.ALWAYS, Optional.empty()));
      LineOrder left = LineOrder.named("left").orElseThrow();
      study(
          "KWIC by the left",
          few,
          press::rare,
          words -> kwic(words, left).show(search, line -> {}));
      study(
          "collocations",
          few,
          press::rare,
          words -> Collocations.of(
              search,
              words,
              5,
              5,
              Collocations.Order.LOG_DICE,
              new Choice(5, Set.of(), 0, 50),
              Optional.empty()));
    }
  }

  private static Concordance kwic(String words, LineOrder order) {
    return new Concordance(
        words, new Reach(8, Reach.Unit.WORDS), order, 0, 20, Optional.empty(), Optional.empty());
  }

  private static void countByHand(IndexReader reader, String word, List<By> facets)
      throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    Weight weight = searcher.createWeight(
        new TermQuery(new Term(Schema.BODY, word)), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (By facet : facets) {
      String field = facet.toString();
      for (LeafReaderContext leaf : reader.leaves()) {
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
        long[] counts = new long[(int) values.getValueCount()];
        DocIdSetIterator found = weight.scorer(leaf).iterator();
        while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          if (values.advanceExact(found.docID())) {
            for (int left = values.docValueCount(); left > 0; left--) {
              counts[(int) values.nextOrd()]++;
            }
          }
        }
      }
    }
  }

  private void study(String name, int times, Function<Random, String> words, Study study)
      throws IOException {
    List<Long> nanos = new ArrayList<>();
    Random random = new Random(5);
    long first = 0;
    for (int number = -times / 2 - 1; number < times; number++) {
      String word = words.apply(random);
      long start = System.nanoTime();
      try {
        study.of(word);
      } catch (QuestionException e) {
        throw new IllegalArgumentException(word, e);
      }
      long taken = System.nanoTime() - start;
      first = first == 0 ? taken : first;
      if (number >= 0) {
        nanos.add(taken);
      }
    }
    Collections.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%18s: p50 %.1f ms, p95 %.1f ms, the first %.1f ms%n",
        name,
        nanos.get(times / 2) / 1e6,
        nanos.get(times * 95 / 100) / 1e6,
        first / 1e6);
  }

  private static long total(Search search, String question) throws IOException {
    try {
      return search.ask(new Question(question, Question.Order.RELEVANCE, 0, 10)).total();
    } catch (QuestionException e) {
      throw new IllegalArgumentException(question, e);
    }
  }

  /// Of this thread: the machine may have something else to do.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private Entry entry(int number) {
    ManyArticles.Piece piece = press.piece(number);
    Mark mark = Mark.of(Integer.toString(number).getBytes(UTF_8));
    Origin origin = Origin.of("many.jsonl.gz").member(Integer.toString(number));
    Facts facts = Facts.of(List.of(
        fact(Field.HEADLINE, piece.headline()),
        fact(Field.AUTHOR, piece.author()),
        fact(Field.DATE_PUBLISHED, piece.date()),
        fact(Field.ARTICLE_SECTION, piece.section()),
        fact(Field.PUBLISHER, piece.outlet()),
        fact(Field.IN_LANGUAGE, "en"),
        fact(Field.URL, piece.url()),
        fact(Field.TYPE, "NewsArticle")));
    Body body = new Body(piece.paragraphs().stream().map(Block::paragraph).toList());
    textBytes += body.text().getBytes(UTF_8).length;
    Reading reading = new Reading("text/html", "UTF-8", "utf-8", List.of());
    Article article = new Article(mark, origin, reading, facts, body, List.of());
    Position at = new Position(1, 4_000L * number);
    return new Entry(
        at,
        new Position(1, 4_000L * number + 3_000),
        mark,
        origin,
        Instant.EPOCH,
        new Entry.Content.Kept(article));
  }

  private static Fact fact(Field field, String value) {
    Candidate candidate = new Candidate(field, List.of(value), Candidate.Source.META, "meta", 0.9);
    return new Fact(field, List.of(value), List.of(candidate), Optional.empty());
  }

  private void build() throws IOException {
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < count; number++) {
        Entry entry = entry(number);
        long start = cpu();
        index.add(entry);
        nanos += cpu() - start;
      }
      long start = cpu();
      index.commit(new Position(1, 4_000L * count));
      nanos += cpu() - start;
    }
  }

  private void bare() throws IOException {
    FieldType words = new FieldType(TextField.TYPE_NOT_STORED);
    Lexicon lexicon = new Lexicon();
    Words body = new Words(lexicon);
    Words headline = new Words(lexicon);
    IndexWriterConfig config = new IndexWriterConfig(new Analyzers()).setRAMBufferSizeMB(32);
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int number = 0; number < count; number++) {
        ManyArticles.Piece piece = press.piece(number);
        String text = String.join("\n", piece.paragraphs());
        textBytes += text.getBytes(UTF_8).length;
        long start = cpu();
        Document document = new Document();
        document.add(new org.apache.lucene.document.Field("body", body.of(text, "en"), words));
        document.add(new org.apache.lucene.document.Field(
            "headline", headline.of(piece.headline(), "en"), words));
        document.add(new TextField("author", piece.author(), Store.NO));
        document.add(new TextField("section", piece.section(), Store.NO));
        document.add(new TextField("publisher", piece.outlet(), Store.NO));
        document.add(new TextField("url", piece.url(), Store.NO));
        document.add(new TextField("source", "many.jsonl.gz#" + number, Store.NO));
        writer.addDocument(document);
        nanos += cpu() - start;
      }
      long start = cpu();
      writer.commit();
      nanos += cpu() - start;
    }
  }

  private void print() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(folder)) {
      for (SegmentCommitInfo segment : SegmentInfos.readLatestCommit(directory)) {
        SegmentInfo info = segment.info;
        Directory files = info.getUseCompoundFile()
            ? info.getCodec().compoundFormat().getCompoundReader(directory, info)
            : directory;
        for (String file : info.getUseCompoundFile() ? List.of(files.listAll()) : info.files()) {
          String ending = file.substring(file.lastIndexOf('.') + 1);
          sizes.merge(ending, files.fileLength(file), Long::sum);
        }
      }
    }
    long all = sizes.values().stream().mapToLong(Long::longValue).sum();
    long stored = sizes.getOrDefault("fdt", 0L);
    System.out.printf(
        Locale.ROOT,
        "%d articles, %.0f a second; clean text %.1f MB, index without stored fields %.3f of it%n",
        count,
        count * 1e9 / nanos,
        textBytes / 1e6,
        (double) (all - stored) / textBytes);
    sizes.forEach((ending, bytes) -> System.out.printf(
        Locale.ROOT, "%10s %8.1f MB %.3f%n", ending, bytes / 1e6, (double) bytes / textBytes));
  }
}
