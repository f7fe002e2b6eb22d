package org.pressmark.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;

/// A Lucene index over an archive's entries, opened for writing.
///
/// One at a time; safe for use by many threads. Entries that were added are found by [#find] and
/// [#holds] at once, by a search after the next [#commit]. What was not committed is forgotten on
/// closing, as if the process had been killed: [#position] says from where to add again.
public final class Index implements Closeable {
  private static final double BUFFER_MB = 32;

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final Documents documents = new Documents();
  private final Set<String> freshKeys = ConcurrentHashMap.newKeySet();
  private final Map<Mark, Position> freshMarks = new ConcurrentHashMap<>();
  private final Orphans orphans;
  private DirectoryReader reader;
  private IndexSearcher searcher;
  private volatile Position position;
  private String archive;

  // Whoever looks something up does not wait until an entry has been added, but only while a newer
  // reader takes the place of the one that is looked into.
  private final ReadWriteLock opened = new ReentrantReadWriteLock();

  /// Opens the index, or begins a new one where there is none, where it was made by another
  /// version, or where it is damaged.
  public static Index open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      return new Index(folder, directory, last(directory, folder));
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IOException(
          folder + ": another process is writing to this index; wait for it to end", e);
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  /// Up to where an archive is in it.
  ///
  /// @param archive what that is called, or empty
  private record Last(Position position, String archive) {}

  /// Where to go on, which is at the start if the folder had to be cleared.
  private static Last last(Directory directory, Path folder) throws IOException {
    Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
    try {
      Commit commit = Commit.open(directory, folder.toString());
      Last last = new Last(commit.position(), commit.archive());
      commit.reader().close();
      return last;
    } catch (UnusableIndexException e) {
      clear(directory);
      return new Last(Position.START, "");
    } finally {
      lock.close();
    }
  }

  /// Deletes the index in this folder; the next opening begins a new one.
  public static void delete(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Directory directory = FSDirectory.open(folder);
        Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      clear(directory);
    }
  }

  /// Deletes what Lucene wrote here, and nothing else.
  private static void clear(Directory directory) throws IOException {
    for (String file : directory.listAll()) {
      if (Commit.isLucenes(file)) {
        directory.deleteFile(file);
      }
    }
  }

  private Index(Path folder, Directory directory, Last last) throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.position = last.position();
    this.archive = last.archive();
    this.writer = new IndexWriter(directory, config());
    writer.setLiveCommitData(Commit.data(position, archive).entrySet());
    this.reader = DirectoryReader.open(writer);
    this.searcher = new IndexSearcher(reader);
    this.orphans = new Orphans(searcher);
  }

  private static IndexWriterConfig config() {
    // Words of replaced entries would go on to weigh in scores until they are merged away, and the
    // same archive would be ranked in different ways.
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setForceMergeDeletesPctAllowed(0);
    return new IndexWriterConfig(new Analyzers())
        .setMergePolicy(merging)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setCommitOnClose(false);
  }

  /// Up to which position of the archive the index is complete.
  public Position position() {
    return position;
  }

  /// Where the archive holds the first entry with this mark, and its document.
  public Optional<Position> find(Mark mark) throws IOException {
    if (orphans.has(mark)) {
      return Optional.empty();
    }
    opened.readLock().lock();
    try {
      Position fresh = freshMarks.get(mark);
      return fresh != null ? Optional.of(fresh) : Places.of(searcher, mark);
    } finally {
      opened.readLock().unlock();
    }
  }

  /// Where the archive holds the newest version of what came from this origin with these bytes, as
  /// of the last commit.
  public Optional<Position> find(Mark mark, Origin origin) throws IOException {
    opened.readLock().lock();
    try {
      return Places.of(searcher, mark, origin);
    } finally {
      opened.readLock().unlock();
    }
  }

  /// Whether the archive holds these bytes from this origin. Of a copy or an article whose document
  /// is gone it does not hold them, until the document comes again.
  public boolean holds(Mark mark, Origin origin) throws IOException {
    return !orphans.has(mark) && holds(Documents.key(mark, origin))
        || isBare(mark, origin) && find(mark).isPresent();
  }

  /// Whether the archive holds a copy from this origin whose document was gone.
  public boolean isBare(Mark mark, Origin origin) throws IOException {
    Term key = new Term(Schema.BARE_KEY, Documents.key(mark, origin));
    opened.readLock().lock();
    try {
      return searcher.count(new TermQuery(key)) > 0;
    } finally {
      opened.readLock().unlock();
    }
  }

  private boolean holds(String key) throws IOException {
    opened.readLock().lock();
    try {
      return freshKeys.contains(key)
          || !orphans.isSettled(key)
              && searcher.count(new TermQuery(new Term(Schema.KEY, key))) > 0;
    } finally {
      opened.readLock().unlock();
    }
  }

  /// Adds an entry; adding it again, with the same mark and origin, replaces it.
  public synchronized void add(Entry entry) throws IOException {
    try {
      put(entry);
    } catch (IOException | AlreadyClosedException e) {
      throw failed(e);
    }
  }

  /// Lucene closes a writer whose disk fails, wherever in its work that happens.
  private IOException failed(Exception trouble) {
    Throwable cause = writer.getTragicException() != null ? writer.getTragicException() : trouble;
    return new IOException(
        folder + ": writing failed (" + cause.getMessage()
            + "); the archive itself is safe: see to the disk, then run the same again",
        trouble);
  }

  private void put(Entry entry) throws IOException {
    String key = Documents.key(entry.mark(), entry.origin());
    boolean isAgain = entry.content() instanceof Entry.Content.Again;
    if (isAgain && find(entry.mark()).isEmpty()) { // a copy comes behind its document
      Term place = new Term(Schema.BARE_POSITION, entry.at().toString());
      writer.updateDocument(place, documents.ofBare(entry));
      return;
    }
    if (entry.isLater() && (orphans.has(entry.mark()) || !holds(key))) { // it comes behind, too
      putOrphan(entry, key);
      return;
    }
    if (!isAgain) {
      settle(entry);
    }
    if (holds(key)) {
      writer.updateDocument(new Term(Schema.KEY, key), documents.of(entry));
    } else {
      writer.addDocument(documents.of(entry));
    }
    freshKeys.add(key);
    if (!isAgain) {
      freshMarks.put(entry.mark(), entry.at());
    }
  }

  private void putOrphan(Entry later, String key) throws IOException {
    writer.updateDocument(new Term(Schema.KEY, key), documents.ofOrphan(later));
    orphans.add(new Orphans.Orphan(later.mark(), key));
  }

  /// The document has come again, wherever from.
  private void settle(Entry entry) throws IOException {
    Optional<Orphans.Orphan> orphan = orphans.settle(entry.mark());
    if (orphan.isPresent()) {
      writer.deleteDocuments(Orphans.term(orphan.get()));
    }
  }

  /// The same in the middle of a run. Words of replaced entries are still counted, until the run's
  /// last commit: to have them merged away each time would write a large index again and again.
  public synchronized void commitSoFar(Position upTo) throws IOException {
    try {
      force(upTo);
    } catch (IOException | AlreadyClosedException e) {
      throw failed(e);
    }
  }

  /// Says which archive it is of, from the next commit on.
  ///
  /// @return false if it was of another one
  public synchronized boolean belongTo(String name) {
    boolean isSame = archive.isEmpty() || archive.equals(name);
    archive = name;
    return isSame;
  }

  /// Leaves out all that was added so far.
  public synchronized void beginAnew() throws IOException {
    try {
      writer.deleteAll();
      orphans.clear();
      force(Position.START);
    } catch (IOException | AlreadyClosedException e) {
      throw failed(e);
    }
  }

  /// Forces the index to the disk; it is complete up to this position then.
  public synchronized void commit(Position upTo) throws IOException {
    try {
      if (writer.hasDeletions()) {
        refresh(); // so that the writer knows which documents were replaced
        writer.forceMergeDeletes();
      }
      force(upTo);
    } catch (IOException | AlreadyClosedException e) {
      throw failed(e);
    }
  }

  private void force(Position upTo) throws IOException {
    writer.setLiveCommitData(Commit.data(upTo, archive).entrySet());
    writer.commit();
    position = upTo;
    refresh();
    freshKeys.clear();
    freshMarks.clear();
    orphans.committed();
  }

  private void refresh() throws IOException {
    DirectoryReader changed = DirectoryReader.openIfChanged(reader);
    if (changed == null) {
      return;
    }
    opened.writeLock().lock();
    try {
      reader.close();
      reader = changed;
      searcher = new IndexSearcher(reader);
    } finally {
      opened.writeLock().unlock();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    reader.close();
    writer.rollback();
    directory.close();
  }
}
