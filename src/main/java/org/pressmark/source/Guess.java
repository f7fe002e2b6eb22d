package org.pressmark.source;

import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/// Guesses a charset from the frequencies of bytes.
final class Guess {
  private Guess() {}

  static Optional<Charset> of(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    detector.setText(bytes);
    CharsetMatch match = detector.detect();
    return match == null ? Optional.empty() : CharsetLabel.charset(match.getName());
  }
}
