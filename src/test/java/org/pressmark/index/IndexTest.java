package org.pressmark.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Field;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;

class IndexTest {
  private static final Story STORM = Story.of("storm", "The storm reached the harbour.");
  private static final Story FERRY = Story.of("ferry", "The ferry stayed in the harbour.");
  private static final Position END = new Position(3, 4_000_000_000L);

  @TempDir
  private Path folder;

  private void fill(Story... stories) throws IOException {
    try (Index index = Index.open(folder)) {
      for (Story story : stories) {
        index.add(story.entry());
      }
      index.commit(END);
    }
  }

  private int documents() throws IOException {
    try (Commit commit = Commit.open(folder)) {
      return commit.reader().numDocs();
    }
  }

  @Test
  void beginsAtTheStartOfTheArchive() throws IOException {
    try (Index index = Index.open(folder)) {
      assertEquals(Position.START, index.position());
    }
  }

  @Test
  void knowsUpToWhereItIsCompleteWhenOpenedAgain() throws IOException {
    fill(STORM);
    try (Index index = Index.open(folder)) {
      assertEquals(END, index.position());
    }
  }

  @Test
  void forgetsWhatWasNotCommitted() throws IOException {
    fill(STORM);
    try (Index index = Index.open(folder)) {
      index.add(FERRY.entry());
      assertTrue(index.holds(FERRY.mark(), FERRY.origin()));
    }
    try (Index index = Index.open(folder)) {
      assertFalse(index.holds(FERRY.mark(), FERRY.origin()));
      assertTrue(index.holds(STORM.mark(), STORM.origin()));
      assertEquals(END, index.position());
    }
  }

  @Test
  void findsAnEntryBeforeAndAfterTheCommit() throws IOException {
    Position place = new Position(2, 3_000_000_000L);
    try (Index index = Index.open(folder)) {
      assertEquals(Optional.empty(), index.find(STORM.mark()));
      index.add(STORM.at(place).entry());
      assertEquals(Optional.of(place), index.find(STORM.mark()));
      index.commit(END);
      assertEquals(Optional.of(place), index.find(STORM.mark()));
      assertEquals(Optional.empty(), index.find(FERRY.mark()));
    }
  }

  @Test
  void findsRejectedDocumentsToo() throws IOException {
    Position place = new Position(1, 77);
    try (Index index = Index.open(folder)) {
      index.add(STORM.at(place).rejected());
      index.commit(END);
      assertEquals(Optional.of(place), index.find(STORM.mark()));
    }
  }

  @Test
  void holdsACopyByItsOwnOriginAndFindsTheFirst() throws IOException {
    Position first = new Position(1, 10);
    Origin elsewhere = Origin.of("copies/storm.html");
    try (Index index = Index.open(folder)) {
      index.add(STORM.at(first).entry());
      index.add(STORM.at(new Position(1, 20)).again(elsewhere));
      index.commit(END);
      assertTrue(index.holds(STORM.mark(), elsewhere));
      assertTrue(index.holds(STORM.mark(), STORM.origin()));
      assertFalse(index.holds(STORM.mark(), Origin.of("third/storm.html")));
      assertFalse(index.holds(FERRY.mark(), elsewhere));
      assertEquals(Optional.of(first), index.find(STORM.mark()));
    }
  }

  @Test
  void holdsACopyWhoseDocumentIsGoneOnlyWhenThatHasComeAgain() throws IOException {
    Origin copy = Origin.of("copies/storm.html");
    try (Index index = Index.open(folder)) {
      index.add(STORM.at(new Position(1, 10)).again(copy));
      for (boolean isCommitted : new boolean[] {false, true}) {
        if (isCommitted) {
          index.commit(new Position(1, 20));
        }
        assertFalse(index.holds(STORM.mark(), copy));
        assertEquals(Optional.empty(), index.find(STORM.mark()));
      }
      assertTrue(index.isBare(STORM.mark(), copy));
      index.add(STORM.at(new Position(1, 20)).entry());
      assertTrue(index.holds(STORM.mark(), copy));
      index.commit(END);
      assertTrue(index.holds(STORM.mark(), copy));
    }
    assertEquals(2, documents());
  }

  @Test
  void neverHoldsAnArticleWithoutItsDocumentWhileThatComesFromElsewhere() throws Exception {
    List<Story> stories = IntStream.range(0, 2_000)
        .mapToObj(i -> Story.of("storm " + i, "The storm."))
        .toList();
    try (Index index = Index.open(folder);
        ExecutorService others = Executors.newSingleThreadExecutor()) {
      for (Story story : stories) {
        index.add(story.later());
      }
      index.commit(new Position(1, 20));
      AtomicInteger asked = new AtomicInteger();
      Future<Boolean> isHeld = others.submit(() -> {
        for (Story story : stories) {
          asked.incrementAndGet();
          do {
            if (index.holds(story.mark(), story.origin())) {
              return true;
            }
          } while (index.find(story.mark()).isEmpty());
        }
        return false;
      });
      for (int i = 0; i < stories.size(); i++) {
        while (asked.get() <= i && !isHeld.isDone()) {
          Thread.onSpinWait();
        }
        Story story = stories.get(i);
        index.add(story.from(Origin.of("copies/" + i)));
      }
      assertFalse(isHeld.get());
    }
  }

  @Test
  void tellsAPathWithANumberSignFromAMember() throws IOException {
    Origin path = Origin.of("press/2021.jsonl#17");
    Origin member = Origin.of("press/2021.jsonl").member("17");
    try (Index index = Index.open(folder)) {
      index.add(STORM.entry());
      index.add(STORM.again(path));
      assertTrue(index.holds(STORM.mark(), path));
      assertFalse(index.holds(STORM.mark(), member));
    }
  }

  @Test
  void replacesAnEntryThatIsAddedAgain() throws IOException {
    fill(STORM, FERRY);
    Position later = new Position(4, 5);
    try (Index index = Index.open(folder)) {
      index.add(STORM.at(later).entry());
      assertEquals(Optional.of(later), index.find(STORM.mark()));
      index.commit(END);
      assertEquals(Optional.of(later), index.find(STORM.mark()));
    }
    assertEquals(2, documents());
  }

  @Test
  void leavesNoTraceOfWhatWasReplaced() throws IOException {
    fill(STORM, FERRY);
    fill(STORM);
    try (Commit commit = Commit.open(folder)) {
      assertEquals(0, commit.reader().numDeletedDocs());
    }
  }

  @Test
  void takesNoLeftoversOfAKilledWriterForDamage() throws IOException {
    Files.write(folder.resolve("_0.fdm"), new byte[0]);
    assertTrue(Commit.damage(folder).isEmpty());
    Files.write(folder.resolve("segments_1"), new byte[0]);
    assertTrue(Commit.damage(folder).isPresent());
  }

  @Test
  void beginsAnewWhereTheSchemaIsAnother() throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Documents().of(STORM.entry()));
      writer.setLiveCommitData(Map.of("schema", "0", "file", "3", "offset", "9").entrySet());
      writer.commit();
    }
    UnusableIndexException unusable =
        assertThrows(UnusableIndexException.class, () -> Commit.open(folder));
    assertEquals(
        folder + ": made with schema 0, this is schema " + Schema.VERSION, unusable.getMessage());
    try (Index index = Index.open(folder)) {
      assertEquals(Position.START, index.position());
      index.add(FERRY.entry());
      index.commit(END);
    }
    assertEquals(1, documents());
  }

  @Test
  void saysThatThereIsNoIndex() {
    Path nowhere = folder.resolve("nowhere");
    UnusableIndexException unusable =
        assertThrows(UnusableIndexException.class, () -> Commit.open(nowhere));
    assertEquals(nowhere + ": there is no index", unusable.getMessage());
    assertFalse(Files.exists(nowhere));
    unusable = assertThrows(UnusableIndexException.class, () -> Commit.open(folder));
    assertEquals(folder + ": there is no index", unusable.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"emptied", "halved", "overwritten", "removed"})
  void beginsAnewWhereAnyFileIsDamaged(String damage) throws IOException {
    fill(STORM, FERRY);
    for (String name : files()) {
      byte[] sound = Files.readAllBytes(folder.resolve(name));
      damage(folder.resolve(name), damage);
      try (Index index = Index.open(folder)) {
        assertEquals(Position.START, index.position(), name);
        index.add(FERRY.entry());
        index.commit(END);
      }
      assertEquals(1, documents(), name);
      assertTrue(sound.length > 0);
      clear();
      fill(STORM, FERRY);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("write.lock"))
          .sorted()
          .toList();
    }
  }

  private void clear() throws IOException {
    for (String name : files()) {
      Files.delete(folder.resolve(name));
    }
  }

  private static void damage(Path file, String how) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (how) {
      case "emptied" -> Files.write(file, new byte[0]);
      case "halved" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      case "flipped" -> {
        bytes[bytes.length / 3] ^= 16;
        Files.write(file, bytes);
      }
      case "overwritten" -> Files.write(file, new byte[bytes.length]);
      default -> Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"halved", "overwritten", "flipped", "removed"})
  void saysThatAnyFileIsDamaged(String damage) throws IOException {
    fill(STORM, FERRY);
    assertEquals(Optional.empty(), Commit.damage(folder));
    for (String name : files()) {
      byte[] sound = Files.readAllBytes(folder.resolve(name));
      damage(folder.resolve(name), damage);
      if (!damage.equals("removed") || !name.startsWith("segments")) {
        assertTrue(Commit.damage(folder).isPresent(), name);
      }
      Files.write(folder.resolve(name), sound);
    }
    assertEquals(Optional.empty(), Commit.damage(folder));
  }

  @Test
  void takesNoFileForDamagedThatAWriterHasDeleted() throws IOException {
    fill(STORM);
    try (Commit before = Commit.open(folder);
        Index index = Index.open(folder)) {
      index.add(STORM.at(new Position(4, 5)).entry());
      index.commit(END);
      assertEquals(Optional.empty(), before.damage());
    }
    assertEquals(Optional.empty(), Commit.damage(folder));
  }

  @Test
  void tellsWhatDiffersFromTheArchive() throws IOException {
    fill(STORM, FERRY);
    Position later = new Position(7, 7);
    Story other = Story.of("ferry", "The ferry stayed in the harbour.").headline("Another");
    Story absent = Story.of("absent", "Nobody has seen this.");
    try (Commit commit = Commit.open(folder)) {
      Comparison comparison = new Comparison(commit);
      assertEquals(Optional.empty(), comparison.difference(STORM.entry()));
      assertEquals(
          Optional.of("its position in the index is another"),
          comparison.difference(STORM.at(later).entry()));
      assertEquals(
          Optional.of("it is in the index not at all"), comparison.difference(absent.entry()));
      assertEquals(
          Optional.of("its headline in the index is another"),
          comparison.difference(other.entry()));
      assertTrue(comparison.holds(FERRY.mark().value()));
      assertFalse(comparison.holds(absent.mark().value()));
    }
  }

  @Test
  void leavesAloneWhatLuceneDidNotWrite() throws IOException {
    fill(STORM);
    Path note = Files.writeString(folder.resolve("note.txt"), "mine");
    Path segments = folder.resolve(
        files().stream().filter(name -> name.startsWith("segments")).findFirst().orElseThrow());
    Files.write(segments, new byte[] {1}, StandardOpenOption.APPEND);
    try (Index index = Index.open(folder)) {
      assertEquals(Position.START, index.position());
    }
    assertEquals("mine", Files.readString(note));
  }

  @Test
  void letsOneProcessWriteAtATime() throws IOException {
    try (Index first = Index.open(folder)) {
      IOException busy = assertThrows(IOException.class, () -> Index.open(folder));
      assertEquals(
          folder + ": another process is writing to this index; wait for it to end",
          busy.getMessage());
      assertEquals(Position.START, first.position());
    }
  }

  @Test
  void takesWhateverAnArticleMayHold() throws IOException {
    String longWord = "x".repeat(100_000);
    String folded = "\ufdfa".repeat(40_000); // one letter that folds to eighteen
    Story hostile = Story.of("hostile", longWord, folded, "\u0000 \ud800 \udfff \u202e", "''''")
        .headline(longWord)
        .language("xx-" + longWord)
        .date("-2021-99-99T")
        .with(Field.AUTHOR, longWord)
        .with(Field.URL, "https://" + "\u4e2d".repeat(40_000))
        .with(Field.KEYWORDS, "\u0130\u0307".repeat(50_000));
    fill(hostile, STORM);
    assertEquals(2, documents());
  }
}
