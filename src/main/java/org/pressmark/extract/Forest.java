package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Decision trees whose answers are added up. Trained elsewhere; read from a resource.
final class Forest {
  private static final int LEAF = -1;

  // All trees in one run of nodes. A question's yes is the node behind it.
  private int[] column = new int[1 << 12];
  private double[] value = new double[1 << 12]; // a question's threshold or a leaf's answer
  private int[] no = new int[1 << 12];
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
  private void grow(String[] nodes) {
    int[] open = new int[nodes.length]; // questions whose yes is not complete yet
    int depth = 0;
    for (String node : nodes) {
      room();
      int colon = node.indexOf(':');
      if (colon > 0) {
        column[size] = Integer.parseInt(node.substring(0, colon));
        value[size] = Double.parseDouble(node.substring(colon + 1));
        open[depth++] = size++;
      } else {
        column[size] = LEAF;
        value[size++] = Double.parseDouble(node);
        if (depth > 0) {
          no[open[--depth]] = size;
        }
      }
    }
  }

  private void room() {
    if (size == column.length) {
      column = Arrays.copyOf(column, size * 2);
      value = Arrays.copyOf(value, size * 2);
      no = Arrays.copyOf(no, size * 2);
    }
  }

  /// The sum of the trees' answers: above 0 for yes.
  double ask(float[] features) {
    double sum = 0;
    for (int node : roots) {
      while (column[node] != LEAF) {
        node = features[column[node]] <= value[node] ? node + 1 : no[node];
      }
      sum += value[node];
    }
    return sum;
  }
}
