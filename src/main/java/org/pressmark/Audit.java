package org.pressmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.archive.Archive;
import org.pressmark.archive.Damage;
import org.pressmark.archive.Verify;
import org.pressmark.index.UnusableIndexException;
import org.pressmark.search.Search;

/// What a look at every byte of an archive and of its index has found.
///
/// @param faults of the index, a sentence each; the archive's own were told while it was looked at
/// @param remarks on what is no fault: the next command sees to it by itself
public record Audit(Verify.Report archive, List<String> faults, List<String> remarks) {
  private static final String REBUILD = "; delete this folder, and the next command makes it anew";

  public Audit {
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
  }

  /// Looks at everything in this folder.
  ///
  /// @param found is told of each damaged place in the archive, in order
  public static Audit of(Path folder, Consumer<Damage> found, Watch watch) throws IOException {
    Archive archive = Archive.open(folder);
    watch.begin(Watch.Task.VERIFY, archive.bytes());
    Verify.Report report = Verify.of(archive, found, watch::advance);
    watch.end();
    List<String> faults = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    if (report.unfinishedBytes() > 0) {
      remarks.add(String.format(
          Locale.ROOT,
          "the last %,d bytes are unfinished: another process is writing, or one was interrupted;"
              + " the next ingest sets them aside",
          report.unfinishedBytes()));
    }
    lookAtIndex(Holdings.indexFolder(folder), archive, report, faults, remarks);
    return new Audit(report, faults, remarks);
  }

  private static void lookAtIndex(
      Path folder, Archive archive, Verify.Report report, List<String> faults, List<String> remarks)
      throws IOException {
    try (Search search = Search.open(folder)) {
      Optional<String> damage = search.damage();
      damage.ifPresent(what -> faults.add(folder + ": damaged: " + what + REBUILD));
      if (!search.position().equals(archive.end())) {
        remarks.add(folder + ": is behind the archive; the next command brings it up");
      } else if (damage.isEmpty()) {
        compare(folder, report, search.counts(), faults);
      }
    } catch (UnusableIndexException e) {
      remarks.add(e.getMessage() + "; the next command makes a new one");
    }
  }

  private static void compare(
      Path folder, Verify.Report report, Search.Counts counts, List<String> faults) {
    if (report.isWhole() && report.entries() != counts.documents()) {
      faults.add(String.format(
          Locale.ROOT,
          "%s: has %,d documents, the archive %,d%s",
          folder,
          counts.documents(),
          report.entries(),
          REBUILD));
    }
  }

  /// Whether everything is as it was written.
  public boolean isWhole() {
    return archive.isWhole() && faults.isEmpty();
  }
}
