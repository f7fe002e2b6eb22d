package org.pressmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pressmark.archive.Archive;
import org.pressmark.archive.Loss;
import org.pressmark.archive.Repair;
import org.pressmark.article.Capture;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.index.Commit;
import org.pressmark.index.Index;
import org.pressmark.index.Places;
import org.pressmark.index.UnusableIndexException;
import org.pressmark.residue.ResidueOptions;

/// Makes an archive whole again: what is damaged is put aside, what can be derived is made anew.
public final class Restoration {
  private Restoration() {}

  /// Repairs the archive in this folder and its index.
  ///
  /// @return what was done, a sentence each
  public static List<String> run(Path folder, Watch watch, Clock clock) throws IOException {
    Path indexFolder = Holdings.indexFolder(folder);
    Repair.Report report = Repair.of(
        folder,
        clock,
        Ingest.archiveOptions(new Pressmark(Options.DEFAULTS)),
        new Aid(indexFolder));
    List<String> said = new ArrayList<>(report.said());
    if (report.isMoved() || !Audit.of(folder, damage -> {}, watch).faults().isEmpty()) {
      Index.delete(indexFolder);
      said.add(indexFolder + ": made anew from the archive");
    }
    try (Index index = Index.open(indexFolder)) {
      said.addAll(Holdings.catchUp(Archive.open(folder), index, watch));
    }
    return said;
  }

  /// The index knows which documents were where, and the engine cleans what has to be cleaned once
  /// more.
  private record Aid(Path indexFolder, Map<Set<String>, Pressmark> engines) implements Repair.Aid {
    Aid(Path indexFolder) {
      this(indexFolder, new HashMap<>());
    }

    @Override
    public List<Loss> between(Position at, Position end) throws IOException {
      List<Loss> losses = new ArrayList<>();
      try (Commit commit = Commit.open(indexFolder)) {
        if (commit.damage().isEmpty()) {
          Places.between(
              commit.reader(),
              at,
              end,
              (mark, source) -> losses.add(new Loss(mark.value(), Loss.printable(source))));
        }
      } catch (UnusableIndexException e) {
        return List.of();
      }
      return losses;
    }

    @Override
    public Outcome clean(Capture capture, Set<String> kept) {
      return engines
          .computeIfAbsent(
              kept, names -> new Pressmark(Options.DEFAULTS.with(new ResidueOptions(names))))
          .clean(capture);
    }
  }
}
