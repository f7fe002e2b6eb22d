package org.pressmark.cli;

import org.pressmark.Watch;
import org.pressmark.article.Outcome;
import org.pressmark.source.unpack.Gauge;

/// Tells how far an ingest is in the files that it reads, and not in what came out of them: packed
/// files give many times their own size, and web archives hold much that is no document.
final class FileWatch implements Watch {
  private final Watch watch;
  private final Gauge gauge;
  private boolean ingests;

  FileWatch(Watch watch, Gauge gauge) {
    this.watch = watch;
    this.gauge = gauge;
  }

  @Override
  public void begin(Task task, long totalBytes) {
    ingests = task == Task.INGEST;
    watch.begin(task, totalBytes);
  }

  @Override
  public void advance(long bytes) {
    watch.advance(ingests ? gauge.bytes() : bytes);
  }

  @Override
  public void see(Outcome outcome) {
    watch.see(outcome);
  }

  @Override
  public void end() {
    watch.end();
  }
}
