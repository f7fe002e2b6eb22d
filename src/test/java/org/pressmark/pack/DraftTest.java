package org.pressmark.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  @TempDir
  private Path folder;

  private Path target;

  @BeforeEach
  void nameIt() {
    target = folder.resolve("press.wacz");
  }

  private static void write(Draft draft, String name) throws IOException {
    try (OutputStream out = draft.open(name)) {
      out.write('x');
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void isThereWhenItIsWholeAndNotBefore() throws IOException {
    try (Draft draft = Draft.of(target)) {
      write(draft, "whole");
      write(draft, "runs/1");
      assertThat(target).doesNotExist();
      draft.finish("whole");
    }
    assertThat(files()).containsExactly(target);
    assertThat(target).hasContent("x");
  }

  @Test
  void leavesNothingWhereItWasNotFinished() throws IOException {
    try (Draft draft = Draft.of(target)) {
      write(draft, "runs/1");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void canBeAFolder() throws IOException {
    try (Draft draft = Draft.of(target)) {
      write(draft, "bag/data/1");
      draft.finish("bag");
    }
    assertThat(target.resolve("data/1")).hasContent("x");
  }

  @Test
  void neverReplacesWhatIsThere() throws IOException {
    Files.writeString(target, "mine");
    assertThatThrownBy(() -> Draft.of(target))
        .hasMessage(target + ": is there already; name another, or remove it first");
    Files.delete(target);
    try (Draft draft = Draft.of(target)) {
      write(draft, "whole");
      Files.writeString(target, "mine");
      assertThatThrownBy(() -> draft.finish("whole")).hasMessageContaining("has been put there");
    }
    assertThat(target).hasContent("mine");
  }

  @Test
  void letsOneAtATimeMakeTheSame() throws IOException {
    try (Draft draft = Draft.of(target)) {
      write(draft, "whole");
      assertThatThrownBy(() -> Draft.of(target))
          .hasMessage(target + ".new: another export is writing there; wait until it has ended,"
              + " or name another file");
      draft.finish("whole");
    }
    assertThat(target).hasContent("x");
  }

  @Test
  void clearsAwayWhatAKilledExportLeft() throws IOException {
    Path left = Files.createDirectories(folder.resolve("press.wacz.new/runs"));
    Files.writeString(left.resolve("1"), "half");
    Files.writeString(left.resolveSibling("lock"), "");
    try (Draft draft = Draft.of(target)) {
      assertThat(left).doesNotExist();
      write(draft, "whole");
      draft.finish("whole");
    }
    assertThat(files()).containsExactly(target);
  }

  @Test
  void leavesAFolderAloneThatIsNotItsOwn() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("press.wacz.new")).resolve("mine.txt");
    Files.writeString(mine, "mine");
    assertThatThrownBy(() -> Draft.of(target))
        .hasMessage(target + ".new: is in the way; move it, or name another file");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void saysWhereAFolderIsMissing() {
    assertThatThrownBy(() -> Draft.of(folder.resolve("no/press.wacz")))
        .hasMessageContaining("there is no folder " + folder.resolve("no") + "; make it first");
  }
}
