package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Decision trees whose answers are added up. Trained by `src/train/story`; read from
/// a resource.
final class Forest {
  private static final int LEAF = -1;

  /// Where the sum of the first trees is below this, the others change the answer in less than one
  /// of ten thousand cases (measured on the pages it was trained with); three quarters end here.
  private static final double CLEAR_NO = -2.5;

  /// All trees in one run of nodes, three numbers a node: the column asked about, the bits of the
  /// threshold or of a leaf's answer, and where the node for no is. The node for yes comes next.
  private int[] nodes = new int[1 << 12];

  private int size;
  private final int[] roots;

  private Forest(List<String> trees) {
    roots = new int[trees.size()];
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = size;
      grow(trees.get(tree).split(" "));
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

  /// Adds a tree from its nodes in preorder. A node is put where the last open question's no waits
  /// once that question's yes is complete.
  private void grow(String[] tree) {
    int[] open = new int[tree.length]; // questions whose yes is not complete yet
    int depth = 0;
    for (String node : tree) {
      int colon = node.indexOf(':');
      if (colon > 0) {
        open[depth++] = size;
        add(Integer.parseInt(node.substring(0, colon)), node.substring(colon + 1));
      } else {
        add(LEAF, node);
        if (depth > 0) {
          nodes[open[--depth] + 2] = size;
        }
      }
    }
  }

  private void add(int column, String value) {
    if (size + 3 > nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2);
    }
    nodes[size] = column;
    nodes[size + 1] = Float.floatToRawIntBits(Float.parseFloat(value));
    size += 3;
  }

  /// The sum of the trees' answers: above 0 for yes. Stops asking where the answer is a clear no.
  double ask(float[] features) {
    double sum = 0;
    for (int node : roots) {
      for (int column = nodes[node]; column != LEAF; column = nodes[node]) {
        boolean yes = features[column] <= Float.intBitsToFloat(nodes[node + 1]);
        node = yes ? node + 3 : nodes[node + 2];
      }
      sum += Float.intBitsToFloat(nodes[node + 1]);
      if (sum < CLEAR_NO) {
        return sum;
      }
    }
    return sum;
  }
}
