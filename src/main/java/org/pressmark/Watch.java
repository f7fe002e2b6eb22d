package org.pressmark;

import org.pressmark.article.Outcome;

/// Is told how a long run goes; the doors turn it into progress bars. Always called by one thread.
public interface Watch {
  /// What a run is busy with.
  enum Task {
    INGEST,
    INDEX,
    VERIFY,
    FAMILIES,
    EXPORT,
    RECLEAN
  }

  Watch NONE = new Watch() {
    @Override
    public void begin(Task task, long totalBytes) {}

    @Override
    public void advance(long bytes) {}

    @Override
    public void see(Outcome outcome) {}

    @Override
    public void end() {}
  };

  /// @param totalBytes how much lies ahead; for families in articles, not in bytes
  void begin(Task task, long totalBytes);

  /// @param bytes how much of the task is done by now, altogether
  void advance(long bytes);

  /// One more document was ingested, or could not be.
  void see(Outcome outcome);

  void end();
}
