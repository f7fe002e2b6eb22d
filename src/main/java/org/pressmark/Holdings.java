package org.pressmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pressmark.archive.Archive;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;
import org.pressmark.article.Subject;
import org.pressmark.dedup.Kinship;
import org.pressmark.index.Index;
import org.pressmark.search.Families;
import org.pressmark.search.Imprint;
import org.pressmark.search.Question;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Results;
import org.pressmark.search.Search;

/// A press archive and its index, opened for reading. The archive's WARC files are the truth; the
/// index is brought up to them first, whatever became of it.
public final class Holdings implements Closeable {
  /// Captures stand in the archive in the order in which they came, or nearly so.
  private static final int LAST = 4;

  /// A large index that is made anew goes on where it was killed, or nearly there.
  private static final int COMMITTED = 10_000;

  private final Archive archive;
  private final Search search;
  private final List<String> warnings;

  private Holdings(Archive archive, Search search, List<String> warnings) {
    this.archive = archive;
    this.search = search;
    this.warnings = List.copyOf(warnings);
  }

  public static Path indexFolder(Path folder) {
    return folder.resolve("index");
  }

  /// While another process writes to the archive, or where nothing can be written, the index is
  /// taken as it is, and [#warnings] says so.
  public static Holdings open(Path folder, Watch watch) throws IOException {
    Archive archive = Archive.open(folder);
    Path indexFolder = indexFolder(folder);
    Optional<Search> before = Search.openAsItIs(indexFolder);
    if (before.isPresent() && isUpToDate(before.get(), archive)) {
      return new Holdings(archive, before.get(), List.of());
    }
    List<String> warnings;
    try (Index index = Index.open(indexFolder)) {
      warnings = catchUp(archive, index, watch);
    } catch (IOException e) {
      String warning = "the newest documents are not found yet: " + e.getMessage();
      return new Holdings(archive, before.orElseThrow(() -> e), List.of(warning));
    } catch (RuntimeException | Error e) {
      close(before);
      throw e;
    }
    close(before);
    return new Holdings(archive, Search.open(indexFolder), warnings);
  }

  private static void close(Optional<Search> search) throws IOException {
    if (search.isPresent()) {
      search.get().close();
    }
  }

  /// Adds to the index what the archive holds beyond it.
  ///
  /// @return a sentence for each damaged place in the archive, which was passed over
  static List<String> catchUp(Archive archive, Index index, Watch watch) throws IOException {
    Position end = archive.end();
    List<String> damages = new ArrayList<>();
    Position from = from(archive, index, damages);
    if (from.compareTo(end) >= 0) {
      return damages;
    }
    long added = 0;
    long before = archive.bytesBefore(from);
    watch.begin(Watch.Task.INDEX, archive.bytesBefore(end) - before);
    try (Stream<Entry> entries = archive.entries(from, damage -> damages.add(damage.toString()))) {
      for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
        Entry entry = each.next();
        index.add(entry);
        if (++added % COMMITTED == 0) {
          index.commitSoFar(entry.end());
        }
        watch.advance(archive.bytesBefore(entry.end()) - before);
      }
    }
    index.commit(end);
    watch.end();
    return damages;
  }

  /// Where to go on. What an index knows of documents that are missing stays, so that a repair can
  /// name them.
  private static Position from(Archive archive, Index index, List<String> damages)
      throws IOException {
    Position at = index.position();
    boolean isLost = !archive.reaches(at);
    if (!index.belongTo(archive.name()) || !isLost && !archive.isBoundary(at)) {
      damages.add(
          "the index is of another archive, or of another state of this one; it is made anew");
      index.beginAnew();
      return Position.START;
    }
    if (isLost) {
      damages.add("the index knows documents up to " + at
          + ", where the archive has none any more: see `pressmark verify`");
      return new Position(at.file() + 1, 0);
    }
    return at;
  }

  private static boolean isUpToDate(Search search, Archive archive) throws IOException {
    return search.position().equals(archive.end())
        && (search.archive().isEmpty() || search.archive().equals(archive.name()));
  }

  /// What a user should know before trusting the answers, a sentence each.
  public List<String> warnings() {
    return warnings;
  }

  public Results ask(Question question) throws IOException, QuestionException {
    return search.ask(question);
  }

  /// Answers with one hit a story.
  public Results ask(Question question, Families families) throws IOException, QuestionException {
    return search.ask(question, families);
  }

  /// Articles that resemble one by the words that are rare elsewhere.
  public Results like(Mark mark, Question question) throws IOException, QuestionException {
    return search.like(mark, question);
  }

  /// The same question with words that the archive has, where it has none of some.
  public Optional<String> suggestion(String words) throws IOException, QuestionException {
    return search.suggestion(words);
  }

  /// How many articles match.
  public long count(String words) throws IOException, QuestionException {
    return search.count(words);
  }

  /// The families among all articles of the archive. Finding them takes a while, so they are kept
  /// until the next document comes.
  public Families families(Kinship kinship, Watch watch) throws IOException {
    watch.begin(Watch.Task.FAMILIES, search.size());
    Families families = search.families(kinship, watch::advance);
    watch.end();
    return families;
  }

  public Optional<Imprint> imprint(Mark mark) throws IOException {
    return search.imprint(mark);
  }

  /// Where the archive holds the articles that match, all of them, in the archive's order.
  public List<Position> places(String words) throws IOException, QuestionException {
    return search.places(words);
  }

  /// The day on which the newest document was archived, in UTC: what the archive was when something
  /// was counted in it.
  public String date() throws IOException {
    return archive.newest(archive.end()).toString().substring(0, "2026-11-27".length());
  }

  /// The index, for whoever counts in it.
  public Search search() {
    return search;
  }

  public Archive archive() {
    return archive;
  }

  /// The marks that begin so, in order.
  public List<Mark> marks(String prefix, int limit) throws IOException {
    return search.marks(prefix, limit);
  }

  public Optional<Entry> entry(Mark mark) throws IOException {
    Optional<Position> at = search.find(mark);
    return at.isEmpty() ? Optional.empty() : Optional.of(archive.noted(archive.entry(at.get())));
  }

  /// Where the archive holds the newest version of what came from this origin with these bytes.
  Optional<Position> find(Mark mark, Origin origin) throws IOException {
    return search.find(mark, origin);
  }

  /// All versions of a document.
  ///
  /// @param entries the oldest first
  /// @param isComplete whether none is missing that once was there
  public record Versions(List<Entry> entries, boolean isComplete) {}

  /// What cleaning made of a document under one set of rules after the other, up to this entry.
  public Versions versions(Entry newest) throws IOException {
    List<Entry> versions = new ArrayList<>(List.of(newest));
    boolean isComplete = true;
    for (Optional<Position> before = newest.version().before(); before.isPresent(); ) {
      Optional<Entry> entry = archive.find(before.get());
      if (entry.isEmpty()) {
        isComplete = false;
        entry = archive.find(archive.captureAt(newest.at()));
      }
      entry.ifPresent(versions::addFirst);
      before = entry.flatMap(version -> version.version().before());
    }
    return new Versions(versions, isComplete);
  }

  /// All captures of the article that this is a capture of, this one among them; of each the newest
  /// version.
  ///
  /// @param limit how many at the most
  public List<Entry> captures(Entry entry, int limit) throws IOException {
    List<Entry> captures = new ArrayList<>();
    for (Position at : search.captures(Subject.of(entry), limit)) {
      captures.add(archive.entry(at));
    }
    captures.sort(Comparator.comparing(Entry::retrieved)
        .thenComparing(capture -> capture.mark().value()));
    return captures;
  }

  /// How many captures of this article there are.
  public int countCaptures(Entry entry) throws IOException {
    return search.captures(Subject.of(entry));
  }

  /// The newest capture of the article at this address, be it a copy of another one. Safe for use
  /// by many threads.
  public Optional<Capture> newest(String url) throws IOException {
    Subject subject = Subject.ofUrl(url);
    int all = search.captures(subject);
    List<Position> places = new ArrayList<>(search.copies(subject));
    places.addAll(all == 0 ? List.of() : search.captures(subject, all));
    places.sort(Comparator.reverseOrder());
    Capture newest = null;
    for (Position at : places.subList(0, Math.min(LAST, places.size()))) {
      if (!archive.hasDocument(at)) {
        continue;
      }
      Capture capture = archive.capture(at);
      if (newest == null || time(capture).isAfter(time(newest))) {
        newest = capture;
      }
    }
    return Optional.ofNullable(newest);
  }

  private static Instant time(Capture capture) {
    return capture.time().orElse(Instant.MIN);
  }

  /// The document as it came.
  public Capture capture(Entry entry) throws IOException {
    return archive.capture(entry.at());
  }

  @Override
  public void close() throws IOException {
    search.close();
  }
}
