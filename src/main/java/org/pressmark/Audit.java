package org.pressmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pressmark.archive.Archive;
import org.pressmark.archive.Damage;
import org.pressmark.archive.Loss;
import org.pressmark.archive.Verify;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;
import org.pressmark.index.Commit;
import org.pressmark.index.Comparison;
import org.pressmark.index.UnusableIndexException;

/// What a look at every byte of an archive and of its index has found.
///
/// @param faults of the index, a sentence each; the archive's own were told while it was looked at
/// @param remarks on what is no fault: the next command sees to it by itself
public record Audit(Verify.Report archive, List<String> faults, List<String> remarks) {
  private static final String REBUILD = "; `pressmark repair` makes it anew";

  /// Of a list so many are named.
  private static final int NAMED = 10;

  public Audit {
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
  }

  /// Looks at everything in this folder.
  ///
  /// @param found is told of each damaged place in the archive
  public static Audit of(Path folder, Consumer<Damage> found, Watch watch) throws IOException {
    Archive archive = Archive.remains(folder);
    watch.begin(Watch.Task.VERIFY, archive.bytes());
    Audit audit = new Look(folder, archive).look(found, watch);
    watch.end();
    return audit;
  }

  /// Whether everything is as it was written.
  public boolean isWhole() {
    return archive.isWhole() && faults.isEmpty();
  }

  /// The index is held against the archive while that is read.
  private static final class Look {
    private final Path folder;
    private final Path indexFolder;
    private final Archive archive;
    private final List<String> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long differing;
    private String firstDiffering = "";

    Look(Path folder, Archive archive) {
      this.folder = folder;
      this.indexFolder = Holdings.indexFolder(folder);
      this.archive = archive;
    }

    Audit look(Consumer<Damage> found, Watch watch) throws IOException {
      Verify.Report report = report(found, watch);
      if (report.unfinishedBytes() > 0) {
        remarks.add(String.format(
            Locale.ROOT,
            "the last %,d bytes are unfinished: another process is writing, or one was interrupted;"
                + " the next ingest sets them aside",
            report.unfinishedBytes()));
      }
      tell(
          report.bare(),
          "copy tells",
          "copies tell",
          "when and whence a document came again whose bytes are gone; ingest one of the documents"
              + " again, then `pressmark repair` joins the two");
      tell(
          report.orphans(),
          "article stands",
          "articles stand",
          "without the document, whose bytes are gone; to have the original back, ingest it again");
      return new Audit(report, faults, remarks);
    }

    private void tell(Verify.Report.Bare bare, String one, String many, String what) {
      if (bare.count() > 0) {
        remarks.add(String.format(
            Locale.ROOT,
            "%,d %s %s: %s",
            bare.count(),
            bare.count() == 1 ? one : many,
            what,
            named(bare)));
      }
    }

    private static String named(Verify.Report.Bare bare) {
      long more = bare.count() - bare.sources().size();
      return String.join(", ", bare.sources())
          + (more > 0 ? String.format(Locale.ROOT, ", and %,d more", more) : "");
    }

    private Verify.Report report(Consumer<Damage> found, Watch watch) throws IOException {
      Optional<String> damage = Commit.damage(indexFolder);
      if (damage.isPresent()) {
        faults.add(indexFolder + ": damaged: " + damage.get() + REBUILD);
      } else {
        try (Commit commit = Commit.open(indexFolder)) {
          return compare(commit, found, watch);
        } catch (UnusableIndexException e) {
          remarks.add(e.getMessage() + "; the next command makes a new one");
        }
      }
      return Verify.of(archive, found, entry -> {}, watch::advance);
    }

    private Verify.Report compare(Commit commit, Consumer<Damage> found, Watch watch)
        throws IOException {
      Comparison comparison = new Comparison(commit);
      Consumer<Entry> compare = entry -> {
        if (entry.at().compareTo(commit.position()) < 0) {
          compare(comparison, entry);
        }
      };
      Verify.Report report = Verify.of(archive, found, compare, watch::advance);
      judge(report, commit.position(), comparison);
      tellLosses(comparison);
      return report;
    }

    private void compare(Comparison comparison, Entry entry) {
      try {
        comparison.difference(entry).ifPresent(what -> {
          firstDiffering = differing == 0 ? entry.origin() + ": " + what : firstDiffering;
          differing++;
        });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void judge(Verify.Report report, Position position, Comparison comparison)
        throws IOException {
      long documents = comparison.documents();
      if (differing > 0) {
        faults.add(String.format(
            Locale.ROOT,
            "%s: differs from the archive in %,d documents, the first of them %s%s",
            indexFolder,
            differing,
            firstDiffering,
            REBUILD));
      } else if (position.compareTo(archive.end()) < 0) {
        remarks.add(indexFolder + ": is behind the archive; the next command brings it up");
      } else if (report.isWhole() && report.entries() != documents) {
        faults.add(String.format(
            Locale.ROOT,
            "%s: has %,d documents, the archive %,d%s",
            indexFolder,
            documents,
            report.entries(),
            REBUILD));
      } else if (report.isWhole() && comparison.newest() != documents) {
        faults.add(String.format(
            Locale.ROOT,
            "%s: has %,d documents at places where the archive has none%s",
            indexFolder,
            documents - comparison.newest(),
            REBUILD));
      }
    }

    private void tellLosses(Comparison comparison) throws IOException {
      List<Loss> losses = archive.losses();
      List<String> missing = new ArrayList<>();
      for (Loss loss : losses) {
        if (!comparison.holds(loss.mark()) && !missing.contains(loss.source())) {
          missing.add(loss.source());
        }
      }
      if (!missing.isEmpty()) {
        String more = missing.size() > NAMED ? ", and " + (missing.size() - NAMED) + " more" : "";
        remarks.add(folder.resolve("damaged/list.txt")
            + ": of what a repair has set aside, these are not in the archive; ingest them again: "
            + missing.stream().limit(NAMED).collect(Collectors.joining(", ")) + more);
      } else if (archive.hasDamages()) {
        remarks.add(folder.resolve("damaged/list.txt") + ": tells what a repair has set aside"
            + (losses.isEmpty() ? "" : "; its documents are all in the archive"));
      }
    }
  }
}
