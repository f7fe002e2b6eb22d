package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;

/// Puts what is damaged aside and makes the rest whole again.
///
/// Damaged records are copied to `damaged/`, and a [Filler] takes their place, so that every other
/// record stays where it is, byte for byte. A capture that is whole beside a damaged article is
/// cleaned once more and goes to the end of the archive. What bytes of no meaning were is known
/// from what compressing the record again gives. Killed at any moment, it can be run again.
public final class Repair {
  /// What was done.
  ///
  /// @param said a sentence for each thing that was done
  /// @param isMoved whether records came or went, so that an index has to be made anew
  public record Report(List<String> said, boolean isMoved) {}

  /// What a repair needs from outside this room.
  public interface Aid {
    /// The documents whose records begin in this stretch, as far as anybody else knows.
    List<Loss> between(Position at, Position end) throws IOException;

    /// Makes an article of a capture again.
    ///
    /// @param kept names of the rules that were switched off
    Outcome clean(Capture capture, Set<String> kept);
  }

  /// What is left of a damaged entry.
  private sealed interface Rest {
    /// Its capture, to be cleaned once more.
    record Document(Place place) implements Rest {}

    /// A copy that can be written anew.
    ///
    /// @param document where its document is; absent where that is gone
    record Copy(Optional<Position> document) implements Rest {}

    /// A copy that was written anew already.
    record Anew() implements Rest {}

    /// The version before this one.
    record Version() implements Rest {}

    record Nothing() implements Rest {}
  }

  private record Broken(Position at, Position end, String what, Rest rest) {}

  // One round finds what is damaged, the next what referred to that, the third that all is well.
  private static final int MAX_ROUNDS = 5;
  private static final int MAX_FILLER_BYTES = 1 << 24;
  private static final Pattern KEPT = Pattern.compile("(?m)^kept: ([a-z,-]+)\r?$");

  private final Folder folder;
  private final Clock clock;
  private final WriterLock lock;
  private final Inventory inventory;
  private final Aid aid;
  private final Aside aside;
  private final Instant now;
  private ArchiveOptions options;
  private final Map<Mark, Entry> saved = new HashMap<>();
  private final Set<Position> given = new HashSet<>();
  private final List<Aside.Stay> bare = new ArrayList<>();
  private final Map<Mark, Aside.Stay> orphans = new LinkedHashMap<>();
  private final List<Broken> waiting = new ArrayList<>(); // versions whose document may be damaged
  private boolean moved;

  private Repair(
      Folder folder,
      Clock clock,
      ArchiveOptions options,
      WriterLock lock,
      Inventory inventory,
      Aid aid) {
    this.folder = folder;
    this.clock = clock;
    this.options = options;
    this.lock = lock;
    this.inventory = inventory;
    this.aid = aid;
    this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.aside = new Aside(inventory, now);
  }

  /// Repairs the archive in this folder.
  public static Report of(Path folder, Clock clock, ArchiveOptions options, Aid aid)
      throws IOException {
    return of(new Folder(folder), clock, options, aid);
  }

  static Report of(Folder folder, Clock clock, ArchiveOptions options, Aid aid) throws IOException {
    Archive.remains(folder);
    folder.disk().make(folder.warc());
    try (WriterLock lock = WriterLock.take(folder, clock.instant())) {
      Optional<Manifest> manifest = Optional.empty();
      Optional<String> damage = Optional.empty();
      try {
        manifest = Manifest.read(folder);
      } catch (DamageException e) {
        damage = Optional.of(e.what());
      }
      Inventory inventory = Inventory.of(folder, manifest);
      Repair repair = new Repair(folder, clock, options, lock, inventory, aid);
      if (damage.isPresent()) {
        repair.aside.take(folder.manifest(), damage.get());
      }
      repair.run();
      return new Report(List.copyOf(repair.aside.said()), repair.moved);
    }
  }

  private void run() throws IOException {
    boolean isAnew = inventory.end().isEmpty();
    inventory.settle();
    lookAtFiles();
    Card card = card();
    options = options.keeping(card.keptNames());
    Tail.setAside(folder, aside::say);
    inventory.listTheRest();
    fillUpMissingFiles(card);
    catchUp();
    Set<Integer> touched = new TreeSet<>();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Broken> broken = look();
      if (broken.isEmpty()) {
        break;
      }
      forgetRecleaned();
      save(broken);
      for (Broken one : broken) {
        mend(one);
        touched.add(one.at().file());
      }
    }
    aside.list(bare, Aside.BARE);
    aside.list(List.copyOf(orphans.values()), Aside.ORPHAN);
    settleSums(touched, isAnew);
  }

  /// Whole entries that were written just before a crash are not in the manifest yet.
  private void catchUp() throws IOException {
    int last = folder.files().last();
    Path file = folder.file(last);
    Optional<Position> end = inventory.end();
    if (end.isPresent()
        && end.get().file() == last
        && end.get().offset() < Files.size(file)
        && inventory.manifest().fits(folder, folder.name(file))) {
      inventory.commit(new Position(last, Files.size(file)), Digest.hex(file));
    }
  }

  /// All files but those in `warc/`.
  private void lookAtFiles() throws IOException {
    Manifest manifest = inventory.manifest();
    for (String name : manifest.sums().keySet()) {
      Path file = folder.path(name);
      if (Folder.number(name).isEmpty() && !manifest.fits(folder, name)) {
        if (Files.exists(file)) {
          aside.take(file, "the file is not as it was written");
        } else {
          inventory.forget(file);
          aside.say(file + ": the file is missing");
        }
      }
    }
  }

  /// The card that is there, or one made of what the WARC files say.
  private Card card() throws IOException {
    try {
      if (Files.exists(folder.card())) {
        return Card.read(folder);
      }
    } catch (DamageException e) {
      aside.take(folder.card(), e.what());
    }
    Card card = Card.again(now.toString(), "", options);
    for (int file : folder.files()) {
      Optional<Card> again = card(file);
      if (again.isPresent()) {
        card = again.get();
        break;
      }
    }
    card = holdsExchanges() ? card.withExchanges() : card;
    inventory.replace(folder.card(), card.text().getBytes(StandardCharsets.UTF_8));
    aside.say(folder.card() + ": made anew");
    return card;
  }

  private boolean holdsExchanges() throws IOException {
    try (Walk walk = new Walk(folder, Position.START, RecordReader.Care.CHECKSUM)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        if (step.get() instanceof Walk.Step.Pair pair && pair.head().wire().isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Card> card(int file) throws IOException {
    try (RecordReader record = RecordReader.open(folder.file(file), 0, RecordReader.Care.DIGEST)) {
      if (record.next() && record.type().equals("warcinfo")) {
        String created = record.field("WARC-Date").orElse(now.toString());
        Matcher kept = KEPT.matcher(new String(record.bytes(), StandardCharsets.UTF_8));
        return Optional.of(Card.again(created, kept.find() ? kept.group(1) : "", options));
      }
    } catch (DamageException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private void fillUpMissingFiles(Card card) throws IOException {
    NavigableSet<Integer> files = folder.files();
    int last = Math.max(
        files.isEmpty() ? 1 : files.last(), inventory.end().map(Position::file).orElse(1));
    for (int number = 1; number <= last; number++) {
      if (!files.contains(number)) {
        try (MemberWriter members = MemberWriter.open(folder, number)) {
          ArchiveWriter.writeHead(members, number, card, now, options);
          members.force();
        }
        folder.disk().force(folder.warc());
        forgetRecleaned();
        moved = true;
        aside.miss(
            folder.file(number),
            0,
            "the file is missing; an empty one takes its place",
            aid.between(new Position(number, 0), new Position(number + 1, 0)));
        inventory.list(folder.file(number));
      }
    }
  }

  private List<Broken> look() throws IOException {
    List<Broken> broken = new ArrayList<>();
    Copies copies = new Copies(folder, Loss.listed(folder));
    Voids voids = new Voids(folder);
    orphans.clear();
    waiting.clear();
    try (Walk walk = new Walk(folder, Position.START, RecordReader.Care.DIGEST)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        look(step.get(), voids, copies)
            .filter(what -> !given.contains(what.at()))
            .ifPresent(broken::add);
      }
    }
    copies.seek();
    judge(copies, broken);
    return broken;
  }

  /// Copies are left for later.
  private Optional<Broken> look(Walk.Step step, Voids voids, Copies copies) throws IOException {
    switch (step) {
      case Walk.Step.Pair pair -> {
        try {
          Verify.check(folder, pair);
          copies.see(pair, false);
          if (!pair.isLater() && pair.story().isPresent()) {
            orphans.remove(pair.head().mark());
          }
        } catch (DanglingException e) {
          dangling(pair, voids.cover(e.gone()), e, copies);
        } catch (DamageException e) {
          return broken(pair, e.what(), copies);
        }
      }
      case Walk.Step.Gap gap -> {
        return broken(gap, gap.what(), copies);
      }
      case Walk.Step.Tail tail -> {
        return broken(tail, tail.what(), copies);
      }
      case Walk.Step.Void gone -> voids.add(gone);
      case Walk.Step.Other other -> voids.add(other);
    }
    return Optional.empty();
  }

  /// Left for later: a copy, and a version, may stay without a document.
  ///
  /// @param isGone whether it is known that what it refers to is gone
  private void dangling(Walk.Step.Pair pair, boolean isGone, DanglingException e, Copies copies)
      throws IOException {
    if (!pair.isLater()) {
      copies.see(pair, true);
      copies.add(new Copies.Copy(pair.at(), pair.end(), pair.head(), e.what(), true, isGone));
    } else if (!isGone) {
      broken(pair, e.what(), copies).ifPresent(waiting::add);
    } else if (Verify.isOrphan(pair, e)) {
      orphans.put(pair.head().mark(), new Aside.Stay(pair.at(), pair.head()));
    }
  }

  private Optional<Broken> broken(Walk.Step step, String what, Copies copies) throws IOException {
    Position at = step.at();
    Rest rest = new Rest.Nothing();
    if (at.offset() > 0) {
      try (RecordReader record = RecordReader.open(folder, at, RecordReader.Care.DIGEST)) {
        if (record.type().equals("conversion")) {
          rest = Head.version(record.fields()).before().isPresent()
              ? new Rest.Version()
              : new Rest.Nothing();
        } else {
          Document document = Document.read(record);
          if (document.kind() == Document.Kind.REVISIT) {
            copies.add(new Copies.Copy(at, step.end(), document.head(), what, false, false));
            return Optional.empty();
          }
          document.capture(document, Optional.empty());
          rest = new Rest.Document(Place.of(document.head()));
        }
      } catch (DamageException e) {
        rest = new Rest.Nothing();
      }
    }
    return Optional.of(new Broken(at, step.end(), what, rest));
  }

  /// What is to be done about copies. One whose document is gone stays where it is: it tells that,
  /// when and whence the document came again.
  private void judge(Copies copies, List<Broken> broken) throws IOException {
    boolean isLast = broken.isEmpty() && given.isEmpty(); // else its document may be on its way
    bare.clear();
    if (isLast) {
      broken.addAll(waiting);
    }
    for (Copies.Copy copy : copies.all()) {
      if (given.contains(copy.at())) {
        continue;
      }
      Optional<Rest> rest = rest(copies, copy);
      if (rest.isPresent()) {
        broken.add(new Broken(copy.at(), copy.end(), copy.what(), rest.get()));
      } else if (copy.isGone()) {
        if (!copies.hasCome(copy)) {
          bare.add(new Aside.Stay(copy.at(), copy.head()));
        }
      } else if (isLast) {
        broken.add(new Broken(copy.at(), copy.end(), copy.what(), new Rest.Nothing()));
      }
    }
  }

  /// Empty where a copy that is whole can refer to nothing else.
  private Optional<Rest> rest(Copies copies, Copies.Copy copy) throws IOException {
    if (copies.isThereAnew(copy)) {
      return Optional.of(new Rest.Anew());
    }
    if (copies.hasCome(copy)) {
      return copy.isWhole() ? Optional.empty() : Optional.of(new Rest.Nothing());
    }
    Optional<Position> document = copies.document(copy);
    return document.isPresent() || !copy.isWhole()
        ? Optional.of(new Rest.Copy(document))
        : Optional.empty();
  }

  /// What was held against newer rules is no longer what is there.
  private void forgetRecleaned() throws IOException {
    Card card = Card.read(folder).unrecleaned();
    inventory.replace(folder.card(), card.text().getBytes(StandardCharsets.UTF_8));
  }

  /// What was captured, without its request where that is damaged.
  private Capture capture(Position at) throws IOException {
    try (RecordReader record = RecordReader.open(folder, at, RecordReader.Care.DIGEST)) {
      Document document = Document.read(record);
      return document.capture(document, request(record, document.head()));
    }
  }

  /// The request for a capture, where it is whole.
  private static Optional<byte[]> request(RecordReader record, Head head) throws IOException {
    try {
      return Document.request(record, head);
    } catch (DamageException e) {
      return Optional.empty();
    }
  }

  /// Before anything is taken away, what is left of it is written to a file of its own: captures
  /// are cleaned once more, copies refer to where their documents are now.
  private void save(List<Broken> broken) throws IOException {
    Map<Place, Position> captures = new LinkedHashMap<>();
    List<Broken> copies = new ArrayList<>();
    for (Broken one : broken) {
      if (one.rest() instanceof Rest.Document document) {
        captures.put(document.place(), one.at());
      } else if (one.rest() instanceof Rest.Copy) {
        copies.add(one);
      }
    }
    leaveOutSaved(captures);
    if (captures.isEmpty() && copies.isEmpty()) {
      return;
    }
    Card card = Card.read(folder);
    try (ArchiveWriter writer = ArchiveWriter.behind(inventory, clock, options, lock, card)) {
      for (Position at : captures.values()) {
        save(capture(at), writer);
      }
      for (Broken copy : copies) {
        save(copy, writer);
      }
      writer.commit();
      moved = true;
    }
  }

  private void save(Capture capture, ArchiveWriter writer) throws IOException {
    Optional<Entry> first = Optional.ofNullable(saved.get(capture.mark()));
    Optional<Entry> entry = first.isPresent()
        ? Optional.of(writer.again(capture, first.get()))
        : switch (aid.clean(capture, options.kept())) {
          case Outcome.Kept kept -> Optional.of(writer.append(kept));
          case Outcome.Rejected rejected -> Optional.of(writer.append(rejected));
          case Outcome.Lost lost -> Optional.empty();
          case Outcome.Passed passed -> Optional.empty();
        };
    entry.ifPresent(there -> saved.putIfAbsent(there.mark(), there));
  }

  private void save(Broken copy, ArchiveWriter writer) throws IOException {
    try (RecordReader record = RecordReader.open(folder, copy.at(), RecordReader.Care.DIGEST)) {
      Records.Reference before = Records.Reference.in(record);
      Document itself = Document.read(record);
      Optional<byte[]> request = request(record, itself.head());
      Head head = request.isPresent() ? itself.head() : itself.head().withoutRequest();
      Optional<Position> at = ((Rest.Copy) copy.rest()).document();
      if (at.isPresent()) {
        Document there = Document.at(folder, at.get());
        Head.First first = new Head.First(at.get(), there.head().id());
        writer.again(head.referring(first), itself, Records.Reference.to(there), request);
      } else {
        writer.again(head, itself, before, request);
      }
    }
  }

  /// Leaves out what a repair has saved that was interrupted then.
  private void leaveOutSaved(Map<Place, Position> captures) throws IOException {
    if (captures.isEmpty()) {
      return;
    }
    try (Walk walk = new Walk(folder, Position.START, RecordReader.Care.DIGEST)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        if (step.get() instanceof Walk.Step.Pair pair
            && !pair.isLater()
            && captures.containsKey(Place.of(pair.head()))
            && isWhole(pair)) {
          captures.remove(Place.of(pair.head()));
          saved.putIfAbsent(pair.head().mark(), pair.entry());
        }
      }
    }
  }

  private boolean isWhole(Walk.Step.Pair pair) throws IOException {
    try {
      Verify.check(folder, pair);
      return true;
    } catch (DamageException e) {
      return false;
    }
  }

  private void mend(Broken broken) throws IOException {
    Path file = folder.file(broken.at().file());
    long start = broken.at().offset();
    long end = broken.end().offset();
    List<Loss> lost = broken.rest() instanceof Rest.Version ? List.of() : lost(broken);
    Path part = aside.keep(file, start, end, broken.what(), lost);
    moved = true;
    if (start > 0 && end >= Files.size(file)) {
      truncate(file, start);
    } else if (!fill(file, start, end, folder.name(part))) {
      given.add(broken.at());
      aside.say(file + "@" + start + ": " + broken.what() + "; too few bytes to be repaired");
      return;
    }
    aside.say(folder.place(broken.at()) + ": " + broken.what() + "; " + (end - start)
        + " bytes moved to " + part
        + switch (broken.rest()) {
          case Rest.Document document -> "; the document was whole, and was cleaned once more";
          case Rest.Copy copy ->
            copy.document()
                .map(there -> "; the copy was written anew, and refers to the document at " + there)
                .orElse("; the copy was written anew, without its request");
          case Rest.Anew anew -> "; the copy was written anew before";
          case Rest.Version version ->
            "; the version of the article before it counts again, if that is whole; then see:"
                + " pressmark reclean";
          case Rest.Nothing nothing -> Aside.again(lost);
        });
  }

  private void truncate(Path file, long end) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      folder.disk().force(channel);
    }
  }

  /// @return whether there was room for that many records of at least one
  private boolean fill(Path file, long start, long end, String part) throws IOException {
    long pieces = 1 + (end - start) / MAX_FILLER_BYTES;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long at = start;
      for (long left = pieces; left > 0; left--) {
        int bytes = Math.toIntExact((end - at) / left);
        Optional<byte[]> filler = Filler.of(bytes, file.getFileName() + "@" + at, part, now);
        if (filler.isEmpty()) {
          return false;
        }
        Disk.write(channel, at, ByteBuffer.wrap(filler.get()));
        at += bytes;
      }
      folder.disk().force(channel);
      return true;
    }
  }

  private List<Loss> lost(Broken broken) throws IOException {
    Optional<Head> head = Head.glimpse(folder, broken.at());
    return head.isPresent()
        ? List.of(Loss.of(head.get().mark(), head.get().origin()))
        : aid.between(broken.at(), broken.end());
  }

  /// Brings back bytes without a meaning where it is known what they were, and then takes all files
  /// as they are.
  private void settleSums(Set<Integer> touched, boolean isAnew) throws IOException {
    Manifest manifest = inventory.manifest();
    for (int number : folder.files()) {
      Path file = folder.file(number);
      String name = folder.name(file);
      if (touched.contains(number)) {
        tellMissing(file, number);
        inventory.list(file);
      } else if (!manifest.fits(folder, name)) {
        if (!isAnew) {
          restore(file, number, manifest.bytes(name), inventory.sum(file).orElse(""));
        }
        inventory.list(file);
      }
    }
    int last = folder.files().last();
    Path file = folder.file(last);
    inventory.commit(new Position(last, Files.size(file)), Digest.hex(file));
    if (isAnew) {
      aside.say(folder.manifest() + ": made anew");
    }
  }

  /// Behind what is damaged the file may end too early.
  private void tellMissing(Path file, int number) throws IOException {
    Set<String> listed = Loss.listed(folder).stream().map(Loss::mark).collect(Collectors.toSet());
    List<Loss> lost =
        missing(number).stream().filter(loss -> !listed.contains(loss.mark())).toList();
    if (!lost.isEmpty()) {
      aside.miss(
          file,
          Files.size(file),
          "documents that were in the file are not in it any more; it ends too early",
          lost);
    }
  }

  /// The documents that a file had, as far as anybody else knows, and has no more: it may be
  /// another.
  private List<Loss> missing(int number) throws IOException {
    Set<String> there = new HashSet<>();
    try (Walk walk = new Walk(folder, new Position(number, 0), RecordReader.Care.CHECKSUM)) {
      for (Optional<Walk.Step> step = walk.next();
          step.isPresent() && step.get().at().file() == number;
          step = walk.next()) {
        if (step.get() instanceof Walk.Step.Pair pair) {
          there.add(pair.head().mark().value());
        }
      }
    }
    return aid.between(new Position(number, 0), new Position(number + 1, 0)).stream()
        .filter(loss -> !there.contains(loss.mark()))
        .toList();
  }

  private void restore(Path file, int number, long upTo, String sum) throws IOException {
    long size = Files.size(file);
    List<Remade> differing = Remade.in(file, Math.min(upTo, size));
    if (!Remade.sum(file, differing, upTo).equals(sum)) {
      forgetRecleaned();
      moved = true;
      aside.miss(
          file,
          size,
          "the file is not as it was written, though every record in it is whole; it may end too"
              + " early",
          missing(number));
      return;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      for (Remade member : differing) {
        Disk.write(channel, member.at(), ByteBuffer.wrap(member.bytes()));
        aside.say(file + "@" + member.at() + ": byte " + member.first()
            + ", which carries no meaning, is as it was written again");
      }
      folder.disk().force(channel);
    }
  }
}
