package org.pressmark.source.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "Gull", "Möwe", "чайка", "海鷗", "🐦", "a🐦b🐦🐦", "\uFEFFx"})
  void readsWhatWasWritten(String text) throws IOException {
    for (int room = 1; room < 9; room++) {
      assertThat(read(text.getBytes(UTF_8), room)).isEqualTo(text);
    }
  }

  @Test
  void putsTheSameSignsForBrokenSequencesAsJava() throws IOException {
    Random random = new Random(11);
    byte[] parts = {
      'a', ' ', -0x80, -0x41, -0x60, -0x70, -0x3f, -0x3e, -0x20, -0x13, -0x10, -0xc, -1
    };
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = parts[random.nextInt(parts.length)];
      }
      assertThat(read(bytes, 1 + random.nextInt(8))).isEqualTo(new String(bytes, UTF_8));
    }
  }

  private static String read(byte[] bytes, int room) throws IOException {
    StringWriter text = new StringWriter();
    char[] some = new char[room];
    try (Utf8Reader reader = new Utf8Reader(bytes, 0)) {
      for (int count = reader.read(some, 0, room); count >= 0; count = reader.read(some, 0, room)) {
        text.write(some, 0, count);
      }
    }
    return text.toString();
  }
}
