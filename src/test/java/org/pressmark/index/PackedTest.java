package org.pressmark.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class PackedTest {
  @Test
  void givesBackWhatWasPackedInOrder() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      int bits = 1 + random.nextInt(40);
      long[] numbers = random.longs(random.nextInt(300), 0, 1L << bits).sorted().toArray();
      assertArrayEquals(numbers, Packed.numbers(Packed.of(numbers), numbers.length));
    }
  }

  @Test
  void takesTwentyNineBitsForEachOfAHundredHashes() {
    long[] hashes = new Random(5).longs(100, 0, 1L << 34).sorted().toArray();
    BytesRef packed = Packed.of(hashes);
    assertTrue(packed.length <= 100 * 29 / 8, "bytes: " + packed.length);
  }
}
