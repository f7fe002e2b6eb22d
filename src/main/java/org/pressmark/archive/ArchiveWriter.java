package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;
import org.pressmark.article.Capture;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Exchange;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.article.Reading;
import org.pressmark.http.Message;
import org.pressmark.http.MessageException;
import org.pressmark.json.ArticleJson;

/// The one writer an archive folder may have at a time. For one thread.
public final class ArchiveWriter implements Closeable {
  private final Folder folder;
  private final Clock clock;
  private final ArchiveOptions options;
  private final WriterLock lock;
  private final Inventory inventory;
  private final Edition edition;
  private Card card;
  private final List<String> repairs;
  private int file;
  private MemberWriter members;
  private Position committed;
  private boolean resumed;
  private boolean broken;

  private ArchiveWriter(
      Inventory inventory,
      Clock clock,
      ArchiveOptions options,
      WriterLock lock,
      Card card,
      List<String> repairs,
      int file,
      MemberWriter members) {
    this.folder = inventory.folder();
    this.clock = clock;
    this.options = options;
    this.edition = options.edition();
    this.lock = lock;
    this.inventory = inventory;
    this.card = card;
    this.repairs = repairs;
    this.file = file;
    this.members = members;
    this.committed = new Position(file, members.position());
  }

  /// Makes the archive if there is none, locks it, and sets a torn tail aside.
  public static ArchiveWriter open(Path folder, Clock clock) throws IOException {
    return open(folder, clock, ArchiveOptions.DEFAULTS);
  }

  /// Makes the archive if there is none, locks it, and sets a torn tail aside.
  ///
  /// @throws ArchiveLockedException if another writer has it open
  /// @throws OtherRulesException if its articles were made with other rules switched off
  public static ArchiveWriter open(Path folder, Clock clock, ArchiveOptions options)
      throws IOException {
    return open(new Folder(folder), clock, options);
  }

  static ArchiveWriter open(Folder folder, Clock clock, ArchiveOptions options) throws IOException {
    try {
      folder.disk().make(folder.warc());
    } catch (IOException e) {
      throw WriteException.of(folder.warc(), e);
    }
    WriterLock lock = WriterLock.take(folder, clock.instant());
    try {
      Inventory inventory = Inventory.open(folder);
      Card card = Card.keep(inventory, clock.instant().truncatedTo(ChronoUnit.SECONDS), options);
      List<String> repairs = new ArrayList<>();
      Tail.setAside(folder, repairs::add).map(Damage::toString).ifPresent(repairs::add);
      inventory.listTheRest();
      return begun(inventory, clock, options, lock, card, repairs, file(inventory));
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /// The last file; where that is missing or empty and was not, the one behind it, so that what the
  /// manifest says of it stays.
  private static int file(Inventory inventory) throws IOException {
    Folder folder = inventory.folder();
    NavigableSet<Integer> files = folder.files();
    int last = files.isEmpty() ? 1 : files.last();
    Path path = folder.file(last);
    boolean isEmpty = !Files.exists(path) || Files.size(path) == 0;
    Optional<Position> noted =
        inventory.end().filter(end -> isEmpty && end.file() >= last && end.offset() > 0);
    return noted.map(end -> end.file() + 1).orElse(last);
  }

  /// A writer that puts what a repair has saved into a file of its own. The repair holds the lock.
  static ArchiveWriter behind(
      Inventory inventory, Clock clock, ArchiveOptions options, WriterLock lock, Card card)
      throws IOException {
    int file = inventory.folder().files().last() + 1;
    return begun(inventory, clock, options, lock, card, new ArrayList<>(), file);
  }

  private static ArchiveWriter begun(
      Inventory inventory,
      Clock clock,
      ArchiveOptions options,
      WriterLock lock,
      Card card,
      List<String> repairs,
      int file)
      throws IOException {
    MemberWriter members = MemberWriter.open(inventory.folder(), file);
    ArchiveWriter writer =
        new ArchiveWriter(inventory, clock, options, lock, card, repairs, file, members);
    writer.begin();
    return writer;
  }

  /// Sees to it that the file has its first record, and that all that is in it is on disk and in
  /// the manifest.
  private void begin() throws IOException {
    try {
      if (members.position() == 0) {
        resumed = true;
        writeHead(members, file, card, now(), options);
        folder.disk().force(folder.warc());
        force();
      } else if (!inventory.end().equals(Optional.of(position()))) {
        resume();
        force();
      }
    } catch (IOException e) {
      IOException failure = broken(e);
      members.close();
      throw failure;
    }
  }

  /// The record that opens a file.
  static void writeHead(
      MemberWriter members, int file, Card card, Instant time, ArchiveOptions options)
      throws IOException {
    new WarcWriter(members).write(Records.file(Folder.name(file), card.created(), time, options));
    members.finish();
  }

  /// Before the first record is appended: reads the file again, because its digest goes on from
  /// there. Where it is not as it was written, nothing more is appended to it, so that what the
  /// manifest says of it stays.
  private void resume() throws IOException {
    if (resumed) {
      return;
    }
    resumed = true;
    Position noted = inventory.end().orElse(Position.START);
    Optional<String> sum = inventory.sum(folder.file(file));
    if (noted.file() < file || sum.isEmpty()) {
      members.resume(0);
    } else if (noted.file() > file || !members.resume(noted.offset(), sum.get())) {
      repairs.add(Damage.of(
              folder.file(file),
              "the file is not as it was written, so the documents go into another")
          .toString());
      members.close();
      file = Math.max(noted.file(), file) + 1;
      members = MemberWriter.open(folder, file);
      begin();
    }
  }

  /// What is to be told before an archive is opened, where its manifest is missing: opening makes
  /// one anew.
  public static Optional<String> lostManifest(Path folder) throws IOException {
    Folder place = new Folder(folder);
    return place.files().isEmpty() || Files.exists(place.manifest())
        ? Optional.empty()
        : Optional.of(place.manifest() + ": the manifest was missing, and is made anew of the files"
            + " as they are: damage that only it could tell stays unknown");
  }

  /// What an interrupted run had left behind and where it was set aside, a sentence each.
  public List<String> repairs() {
    return List.copyOf(repairs);
  }

  /// Appends a capture and its article. Not on disk for certain before [#commit].
  public Entry append(Outcome.Kept kept) throws IOException {
    requireSame(kept);
    Reading reading = kept.article().reading();
    return append(
        kept.capture(),
        kept,
        Records.contentType(reading.mediaType(), reading.charset()),
        new Entry.Content.Kept(kept.article()));
  }

  /// Appends a capture and the reason why there is no article.
  public Entry append(Outcome.Rejected rejected) throws IOException {
    Capture capture = rejected.capture();
    return append(
        capture,
        rejected,
        Records.contentType(capture.mediaType().orElse(""), ""),
        new Entry.Content.Rejected(rejected.problem()));
  }

  private static void requireSame(Outcome.Kept kept) {
    if (!kept.article().mark().equals(kept.capture().mark())
        || !kept.article().origin().equals(kept.capture().origin())) {
      throw new IllegalArgumentException(kept.capture() + " is not the capture of the article from "
          + kept.article().origin());
    }
  }

  private Entry append(Capture capture, Outcome outcome, String contentType, Entry.Content content)
      throws IOException {
    Head head = Head.of(capture, now());
    byte[] story = ArticleJson.write(outcome).getBytes(StandardCharsets.UTF_8);
    List<WarcRecord> records = new ArrayList<>();
    if (capture.exchange().isPresent()) {
      Exchange exchange = capture.exchange().get();
      Message response = response(capture, exchange);
      records.add(Records.response(head, exchange.response(), response.content()));
      exchange.request().ifPresent(request -> records.add(Records.request(head, request)));
    } else {
      records.add(Records.capture(head, capture, contentType));
    }
    records.add(Records.story(head, story, edition));
    Position at = write(head, records);
    return entry(at, head, content, new Entry.Version(Optional.of(edition), Optional.empty()));
  }

  /// The response of an exchange, out of which the capture can be had again.
  private static Message response(Capture capture, Exchange exchange) {
    try {
      Message response = Message.read(exchange.response());
      if (Document.payload(response, bytes -> Arrays.equals(bytes, capture.bytes()))
          .isEmpty()) {
        throw new IllegalArgumentException(
            capture + " does not have the bytes that its response carries");
      }
      return response;
    } catch (MessageException e) {
      throw new IllegalArgumentException(capture + " has no HTTP response: " + e.what(), e);
    }
  }

  private Entry entry(Position at, Head head, Entry.Content content, Entry.Version version) {
    return new Entry(
        at,
        position(),
        head.mark(),
        head.origin(),
        head.time(),
        content,
        head.retrieval(),
        version);
  }

  /// Appends what became of a capture when it was cleaned once more. It takes the place of an
  /// earlier version, which stays where it is.
  ///
  /// @param before the version so far; it may be as fresh as the last one appended
  public Entry revise(Entry before, Outcome.Kept kept) throws IOException {
    requireSame(kept);
    return revise(before, kept.capture(), kept, new Entry.Content.Kept(kept.article()));
  }

  /// The same where there is no article any more, or for another reason.
  public Entry revise(Entry before, Outcome.Rejected rejected) throws IOException {
    return revise(
        before, rejected.capture(), rejected, new Entry.Content.Rejected(rejected.problem()));
  }

  private Entry revise(Entry before, Capture capture, Outcome outcome, Entry.Content content)
      throws IOException {
    if (!capture.mark().equals(before.mark()) || !capture.origin().equals(before.origin())) {
      throw new IllegalArgumentException(
          capture + " is not the capture of the entry at " + before.at());
    }
    requireWhole();
    flush();
    Head.First first = first(before);
    byte[] story = ArticleJson.write(outcome).getBytes(StandardCharsets.UTF_8);
    Head head = Head.of(capture, now())
        .later(RecordId.version(first.id(), Digest.of(story), before.at()), now(), first);
    Position at = write(head, List.of(Records.later(head, story, edition, before.at())));
    return entry(
        at, head, content, new Entry.Version(Optional.of(edition), Optional.of(before.at())));
  }

  /// Where the bytes of an entry are.
  private Head.First first(Entry entry) throws IOException {
    Head head = Head.read(folder, entry.at());
    return head.first().orElse(new Head.First(entry.at(), head.id()));
  }

  /// Appends that the same bytes came again, from somewhere else.
  ///
  /// @param earlier an entry of the same bytes; it may be as fresh as the last one appended
  public Entry again(Capture capture, Entry earlier) throws IOException {
    if (!capture.mark().equals(earlier.mark())) {
      throw new IllegalArgumentException(
          capture + " does not have the bytes of the entry at " + earlier.at());
    }
    requireWhole();
    flush();
    Head.First first = first(earlier);
    Head once = Head.of(capture, now());
    return capture.exchange().isPresent()
        ? again(capture, capture.exchange().get(), once, first)
        : again(once.again(first), first);
  }

  private Entry again(Head head, Head.First first) throws IOException {
    try (RecordReader there = RecordReader.open(folder, first.at(), RecordReader.Care.CHECKSUM)) {
      String digest = there.field("WARC-Payload-Digest").orElse("");
      Records.Reference to = Records.Reference.to(Head.read(there.fields()), digest);
      return again(head, List.of(Records.revisit(head, to)));
    } catch (DamageException e) {
      throw e.at(folder, first.at());
    }
  }

  /// Without its body, where that is the very one that is there. Packed in another way or cut into
  /// other chunks it is not, and whoever put the header before the body that is there would go
  /// wrong.
  private Entry again(Capture capture, Exchange exchange, Head once, Head.First first)
      throws IOException {
    Message response = response(capture, exchange);
    Optional<Document> there = same(response, first);
    Head head = there.isPresent() ? once.again(first) : once.alike(first);
    List<WarcRecord> records = new ArrayList<>();
    records.add(
        there.isPresent()
            ? Records.revisit(head, Records.Reference.to(there.get()), response.head())
            : Records.response(head, exchange.response(), response.content()));
    exchange.request().ifPresent(request -> records.add(Records.request(head, request)));
    return again(head, records);
  }

  /// Appends a copy once more as it was, with its id, its times and its header: what it refers to,
  /// or that its request is lost, is all that is new.
  ///
  /// @param head of the copy, with the place that it refers to
  Entry again(Head head, Document copy, Records.Reference to, Optional<byte[]> request)
      throws IOException {
    List<WarcRecord> records = new ArrayList<>();
    records.add(
        head.wire().isPresent()
            ? Records.revisit(head, to, copy.block())
            : Records.revisit(head, to));
    request.ifPresent(sent -> records.add(Records.request(head, sent)));
    return again(head, records);
  }

  private Entry again(Head head, List<WarcRecord> records) throws IOException {
    Position at = write(head, records);
    return entry(at, head, new Entry.Content.Again(), Entry.Version.UNKNOWN);
  }

  /// The first capture, if it is whole and has the body of this response.
  private Optional<Document> same(Message response, Head.First first) throws IOException {
    try {
      Document there = Document.at(folder, first.at());
      return Arrays.equals(response.body(), there.body())
              && Digest.text(Digest.of(response.content())).equals(there.digest())
          ? Optional.of(there)
          : Optional.empty();
    } catch (DamageException e) {
      return Optional.empty();
    }
  }

  /// Where the next entry goes: into a new file if this one is long enough.
  private Position room() throws IOException {
    requireWhole();
    try {
      resume();
      if (members.position() >= options.rotationBytes()) {
        commit();
        members.close();
        members = MemberWriter.open(folder, file + 1);
        file++;
        begin();
      }
    } catch (IOException e) {
      throw broken(e);
    }
    return position();
  }

  /// @return where the entry begins that these records are
  private Position write(Head head, List<WarcRecord> records) throws IOException {
    if (head.wire().isPresent()) {
      noteExchanges();
    }
    Position at = room();
    try {
      for (WarcRecord record : records) {
        new WarcWriter(members).write(record);
        members.finish();
      }
    } catch (IOException e) {
      throw broken(e);
    }
    return at;
  }

  /// Before the first exchange: programs that do not know of them have to say so.
  private void noteExchanges() throws IOException {
    requireWhole();
    if (!card.hasExchanges()) {
      card = card.withExchanges();
      inventory.replace(folder.card(), card.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void flush() throws IOException {
    try {
      members.flush();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /// Forces all that was appended to the disk, and says up to where the archive is complete now.
  public Position commit() throws IOException {
    requireWhole();
    if (!position().equals(committed)) {
      try {
        force();
      } catch (IOException e) {
        throw broken(e);
      }
    }
    return committed;
  }

  /// First the records, then what is said of them.
  private void force() throws IOException {
    members.force();
    inventory.commit(position(), members.sum());
    committed = position();
  }

  /// The rules that its articles are made under.
  public Edition edition() {
    return edition;
  }

  /// Up to where all articles have been held against the rules of this edition, and what differed
  /// was accepted.
  public Position recleaned() {
    return card.recleaned(edition);
  }

  /// Notes that all articles that begin before this place have been held against the rules of this
  /// edition, and what differed was accepted. To be called after [#commit].
  public void noteRecleaned(Position upTo) throws IOException {
    card = card.recleaned(edition, upTo);
    inventory.replace(folder.card(), card.text().getBytes(StandardCharsets.UTF_8));
  }

  /// Puts the summary of an ingest beside the records, in the place of the last one.
  public void leaveSummary(String json) throws IOException {
    inventory.replace(folder.lastIngest(), json.getBytes(StandardCharsets.UTF_8));
  }

  /// After a failed write nothing more is appended, and what was not committed is cut off at once
  /// if the disk still allows it, or set aside at the next opening.
  private IOException broken(IOException cause) {
    if (broken) {
      return cause;
    }
    broken = true;
    IOException failure = WriteException.of(folder.file(file), cause);
    try {
      members.abandon(file == committed.file() ? committed.offset() : 0);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private void requireWhole() throws IOException {
    if (broken) {
      throw new IOException(
          folder.root() + ": an earlier write failed; open the archive again to go on");
    }
  }

  private Position position() {
    return new Position(file, members.position());
  }

  /// Whole seconds: tools of WARC 1.0 know no others.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /// Commits, if no write has failed, and lets others write.
  @Override
  public void close() throws IOException {
    try (lock;
        MemberWriter last = members) {
      if (!broken && last.isOpen()) {
        commit();
      }
    }
  }
}
