package org.pressmark.parcel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pressmark.article.Refusal;

/// Another process, at which parcels are opened, seen from this one.
final class Bench {
  private final Process process;
  private final DataOutputStream in;
  private final DataInputStream out;
  private volatile boolean isAtRest = true;

  private Bench(Process process) {
    this.process = process;
    in = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    out = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /// @throws IOException where no process can be started, or one that is not [Workbench]
  static Bench start(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    Bench bench = new Bench(process);
    bench.greet();
    return bench;
  }

  private void greet() throws IOException {
    try {
      if (out.readInt() == Wire.GREETING) {
        return;
      }
    } catch (EOFException e) {
      // is told below
    }
    throw new IOException("it ended with " + end());
  }

  Contents open(Parcel parcel) throws IOException, Refusal {
    isAtRest = false;
    Wire.write(parcel, in);
    try {
      Contents contents = Wire.readContents(out);
      isAtRest = true;
      return contents;
    } catch (Refusal refusal) {
      isAtRest = true;
      throw refusal;
    }
  }

  /// Whether the last parcel was answered, and the next may come.
  boolean isAtRest() {
    return isAtRest;
  }

  /// Whether the process is still there.
  boolean isAlive() {
    return process.isAlive();
  }

  /// Ends the process, whatever it is doing.
  void stop() {
    process.destroyForcibly();
  }

  /// How the process ended, which has closed what it writes to.
  int end() {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        stop();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
