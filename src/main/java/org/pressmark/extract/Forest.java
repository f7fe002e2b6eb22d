package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// Decision trees whose answers are added up. Trained by `src/train/story`; read from
/// a resource.
final class Forest {
  /// Where the sum of the first trees is beyond one of these, the others change the answer in less
  /// than one of ten thousand cases (measured on the pages it was trained with); nine tenths end
  /// here.
  private static final double CLEAR_NO = -2.5;

  private static final double CLEAR_YES = 4;

  /// A clear yes is as good as certain.
  private static final double CERTAIN = 9;

  /// So many trees are asked at a time, as the next node of one can be fetched while that of
  /// another is waited for. No branch depends on an answer: half of them would be guessed wrong.
  private static final int ABREAST = 4;

  /// Stands where a question has its column, which is less.
  private static final int LEAF = 0x80;

  /// All trees. A node has, from its highest bits: 32 for the key of the threshold or for the bits
  /// of an answer, 24 for where the node for yes is, which that for no comes behind, and 8 for the
  /// column. The node for yes of an answer is itself.
  private long[] nodes = new long[1 << 12];

  private int size;
  private final int[] roots;

  private Forest(List<String> trees) {
    roots = new int[(trees.size() + ABREAST - 1) / ABREAST * ABREAST];
    for (int tree = 0; tree < roots.length; tree++) {
      String preorder = tree < trees.size() ? trees.get(tree) : "0";
      roots[tree] = room(1);
      grow(List.of(preorder.split(" ")).iterator(), roots[tree]);
    }
  }

  /// @param trees nodes in preorder, a space between them: `column:threshold` or an answer
  static Forest of(List<String> trees) {
    return new Forest(trees);
  }

  static Forest read(String name) {
    List<String> trees = new ArrayList<>();
    try (BufferedReader lines = Resource.open(name)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          trees.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": unreadable in this program's own jar", e);
    }
    return of(trees);
  }

  private int room(int more) {
    if (size + more > nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2);
    }
    size += more;
    return size - more;
  }

  /// Puts the next node here, and all below it where there is room.
  private void grow(Iterator<String> preorder, int at) {
    String node = preorder.next();
    int colon = node.indexOf(':');
    if (colon < 0) {
      nodes[at] = node(Float.floatToRawIntBits(Float.parseFloat(node)), at, LEAF);
    } else {
      int yes = room(2);
      int threshold = key(Float.parseFloat(node.substring(colon + 1)));
      nodes[at] = node(threshold, yes, Integer.parseInt(node.substring(0, colon)));
      grow(preorder, yes);
      grow(preorder, yes + 1);
    }
  }

  private static long node(int value, int yes, int column) {
    return (long) value << 32 | (long) yes << 8 | column;
  }

  /// Keys are ordered as the numbers are.
  private static int key(float number) {
    int bits = Float.floatToRawIntBits(number + 0f); // there are two zeros
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  /// The sum of the trees' answers: above 0 for yes. Stops asking where that is clear.
  double ask(float[] features) {
    int[] keys = new int[LEAF + 1];
    for (int i = 0; i < features.length; i++) {
      keys[i] = key(features[i]);
    }
    keys[LEAF] = Integer.MIN_VALUE; // at most everything: yes
    double sum = 0;
    for (int tree = 0; tree < roots.length; tree += ABREAST) {
      long a = nodes[roots[tree]];
      long b = nodes[roots[tree + 1]];
      long c = nodes[roots[tree + 2]];
      long d = nodes[roots[tree + 3]];
      while ((a & b & c & d & LEAF) == 0) {
        a = nodes[next(a, keys)];
        b = nodes[next(b, keys)];
        c = nodes[next(c, keys)];
        d = nodes[next(d, keys)];
      }
      sum += answer(a) + answer(b) + answer(c) + answer(d);
      if (sum < CLEAR_NO || sum > CLEAR_YES) {
        return sum < 0 ? sum : CERTAIN;
      }
    }
    return sum;
  }

  private static int next(long node, int[] keys) {
    long left = (node >> 32) - keys[(int) (node & 0xff)]; // below 0 for no
    return (int) (node >> 8 & 0xff_ffff) + (int) (left >>> 63);
  }

  private static double answer(long leaf) {
    return Float.intBitsToFloat((int) (leaf >> 32));
  }
}
