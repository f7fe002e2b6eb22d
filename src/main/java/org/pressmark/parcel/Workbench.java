package org.pressmark.parcel;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pressmark.article.Problem;
import org.pressmark.article.Refusal;

/// The process in which parcels are opened: reads one after the other from its standard input,
/// writes what was in them to its standard output, and ends when there are no more, as when whoever
/// started it has ended.
final class Workbench {
  // Held, because the log manager does not: a logger that nobody holds forgets its level.
  private static final Logger ROOT = Logger.getLogger("");

  private Workbench() {}

  public static void main(String[] args) throws IOException {
    ROOT.setLevel(Level.OFF);
    DataInputStream in = new DataInputStream(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
    DataOutputStream out = new DataOutputStream(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    System.setOut(System.err); // whatever a parser prints is no answer
    out.writeInt(Wire.GREETING);
    out.flush();
    try {
      while (true) {
        answer(Wire.readParcel(in), out);
      }
    } catch (EOFException e) {
      out.flush(); // there are no more
    }
  }

  private static void answer(Parcel parcel, DataOutputStream out) throws IOException {
    Contents contents;
    try {
      contents = parcel.open();
    } catch (Refusal refusal) {
      Wire.write(refusal.problem(), out);
      return;
    } catch (StackOverflowError e) {
      Wire.write(Refusal.of(e).problem(), out);
      return;
    } catch (RuntimeException e) {
      Wire.write(new Problem(MALFORMED, "could not be parsed: " + e), out);
      return;
    }
    Wire.write(contents, out);
  }
}
