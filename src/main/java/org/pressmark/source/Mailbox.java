package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.text.ByteLines;
import org.pressmark.source.text.ByteLines.Line;
import org.pressmark.source.unpack.Peeking;

/// A file of e-mails (mbox, RFC 4155), read message by message: it may be larger than memory.
///
/// A message's capture is what stands in the file, from its line `From somebody Mon May  3 …` to
/// the empty line before the next one; the capture's member is the message's number, from 1.
final class Mailbox extends Backlog {
  static final String MEDIA_TYPE = "application/mbox";

  private static final int LONGEST_SEPARATOR = 512; // bytes
  private static final String LENGTH = "content-length:";

  private final Origin origin;
  private final Peeking in;
  private final ByteLines lines;
  private final Optional<Instant> time;
  private final long maxBytes;
  private final Deque<Line> back = new ArrayDeque<>();
  private int number;
  // Some programs say how long a message is and leave lines in it as they are that begin with
  // `From `; others say something else. They are believed as long as it comes out right.
  private Trust trust = Trust.UNKNOWN;

  private enum Trust {
    UNKNOWN,
    YES,
    NO
  }

  Mailbox(Delivery delivery) {
    this.origin = delivery.origin();
    this.in = delivery.in();
    this.time = delivery.time();
    this.maxBytes = delivery.options().maxBytes();
    lines = new ByteLines(in, maxBytes);
  }

  /// Whether a file begins as a mailbox does: with a line of that kind, and headers below it.
  static boolean speaksFor(Origin origin, byte[] head) {
    int end = separator(head);
    return end > 0
        && Mail.isIn(new String(head, end, Math.min(head.length - end, 4096), ISO_8859_1), "eml");
  }

  /// The message itself, as it was sent: without the line that parts it from the one before, and
  /// without the `>` before lines of the text that begin as such a line does.
  static byte[] letter(byte[] message) {
    int at = separator(message);
    if (at == 0) {
      return message;
    }
    ByteArrayOutputStream letter = new ByteArrayOutputStream(message.length);
    while (at < message.length) {
      int end = at;
      while (end < message.length && message[end] != '\n') {
        end++;
      }
      end = Math.min(message.length, end + 1);
      int start = isQuoted(message, at, end) ? at + 1 : at;
      letter.write(message, start, end - start);
      at = end;
    }
    return letter.toByteArray();
  }

  private static boolean isQuoted(byte[] message, int start, int end) {
    int at = start;
    while (at < end && message[at] == '>') {
      at++;
    }
    return at > start
        && end - at > 5
        && message[at] == 'F'
        && new String(message, at, 5, ISO_8859_1).equals("From ");
  }

  /// Where the first line of these bytes ends, if it parts messages; else 0.
  static int separator(byte[] bytes) {
    int end = 0;
    int most = Math.min(bytes.length, LONGEST_SEPARATOR);
    while (end < most && bytes[end] != '\n') {
      end++;
    }
    return end < most && isSeparator(new String(bytes, 0, end, ISO_8859_1)) ? end + 1 : 0;
  }

  /// `From ada@coast.example Mon May  3 08:15:00 2021`, by its word, a time and a year.
  private static boolean isSeparator(String line) {
    if (!line.startsWith("From ") || line.length() > LONGEST_SEPARATOR) {
      return false;
    }
    boolean hasTime = false;
    boolean hasYear = false;
    for (String word : line.strip().split(" ", -1)) {
      hasTime |= word.length() >= 4 && word.indexOf(':') > 0 && areDigits(word.replace(":", ""));
      hasYear |=
          word.length() == 4 && areDigits(word) && (word.startsWith("19") || word.startsWith("20"));
    }
    return hasTime && hasYear;
  }

  private static boolean areDigits(String word) {
    return !word.isEmpty() && word.chars().allMatch(sign -> sign >= '0' && sign <= '9');
  }

  @Override
  public void close() {
    atEnd = true;
    in.closeQuietly();
  }

  @Override
  void read() {
    Message message = new Message();
    try {
      readMessage(message);
      message.give();
    } catch (IOException e) {
      message.give();
      ready.add(new Found.Lost(origin, Trouble.problem(e, "in line " + lines.number())));
      atEnd = true;
    }
    if (atEnd) {
      close();
    }
  }

  private void readMessage(Message message) throws IOException {
    for (Optional<Line> line = take(); line.isPresent(); line = take()) {
      if (message.mayEnd() && isSeparator(line.get().signs()) && headerFollows()) {
        if (!message.goesOn()) {
          back.push(line.get());
          message.end();
          return;
        }
        message.passOver();
      }
      message.add(line.get());
    }
    atEnd = true;
    message.end();
  }

  private boolean headerFollows() throws IOException {
    Optional<Line> next = take();
    next.ifPresent(back::push);
    return next.isEmpty() || Mail.isHeader(next.get().signs());
  }

  private Optional<Line> take() throws IOException {
    return back.isEmpty() ? lines.next() : Optional.of(back.pop());
  }

  /// The message at hand.
  private final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> passedOver = new ArrayList<>();
    private long length;
    private long bodyStart = -1;
    private long declared = -1; // of the body, in bytes
    private boolean isAfterBlank;

    void add(Line line) {
      if (bodyStart < 0 && line.isBlank()) {
        bodyStart = length + line.length();
      } else if (bodyStart < 0) {
        readLength(line);
      }
      isAfterBlank = line.isBlank();
      length += line.length();
      if (length <= maxBytes) {
        bytes.writeBytes(line.bytes());
      } else {
        bytes.reset();
      }
    }

    private void readLength(Line line) {
      String header = line.signs().strip().toLowerCase(Locale.ROOT);
      String digits =
          header.startsWith(LENGTH) ? header.substring(LENGTH.length()).strip() : "";
      if (areDigits(digits) && digits.length() < 12) {
        declared = Long.parseLong(digits);
      }
    }

    /// Whether another message may begin here.
    boolean mayEnd() {
      return length > 0 && isAfterBlank;
    }

    /// Whether this message says that it does not end here, and has to be believed.
    boolean goesOn() {
      return trust == Trust.YES && bodyStart >= 0 && length - bodyStart < declared;
    }

    void passOver() {
      passedOver.add(Math.toIntExact(Math.min(length, maxBytes)));
    }

    void end() {
      if (declared < 0 || bodyStart < 0) {
        return;
      }
      long tooMany = length - bodyStart - declared; // the line end behind it is not counted
      boolean isRight = tooMany >= 0 && tooMany <= 2;
      if (trust == Trust.YES && isRight) {
        passedOver.clear();
      } else {
        trust = isRight && trust == Trust.UNKNOWN ? Trust.YES : Trust.NO;
      }
    }

    void give() {
      if (length > maxBytes) {
        number++;
        ready.add(new Found.Lost(
            origin.member(Integer.toString(number)),
            new Problem(OVERSIZED, length + " bytes; the limit is " + maxBytes)));
        return;
      }
      byte[] all = bytes.toByteArray();
      int start = 0;
      for (int end : passedOver) {
        give(all, start, end);
        start = end;
      }
      give(all, start, all.length);
    }

    private void give(byte[] all, int start, int last) {
      int end = last;
      if (end - start > 1 && all[end - 1] == '\n') {
        int before = all[end - 2] == '\r' ? end - 2 : end - 1;
        end = before > start && all[before - 1] == '\n' ? before : end;
      }
      if (end > start) {
        number++;
        ready.add(new Capture(
            origin.member(Integer.toString(number)),
            Arrays.copyOfRange(all, start, end),
            Optional.of(MEDIA_TYPE),
            Optional.empty(),
            time));
      }
    }
  }
}
