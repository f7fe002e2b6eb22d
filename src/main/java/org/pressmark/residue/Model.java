package org.pressmark.residue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Weights learnt from examples, and the best way through a text under them.
///
/// A token is prose, code, or prose-like text inside of code, such as a story in a JSON string.
/// Code that began a line is told apart from code that began in the middle of one: the first seldom
/// has prose behind it on the same line. A string inside of code looks
/// like prose: it never gains by its looks, it only may lose, so a long story can not become a
/// string by its length. All sums are whole numbers, so the same text gives the
/// same answer on every machine.
final class Model {
  static final int PROSE = 0;
  static final int CODE = 1;
  static final int STRING = 2;

  /// Added to [#CODE] and [#STRING] where the stretch of code began a line.
  static final int LINE = 2;

  static final int STATES = 5;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SIGNS = 0x8080808080808080L;
  private static final long LANES = 0x00ff00ff00ff00ffL;

  /// Weights for each edge slot: prose to code, prose to string, back to prose from each of the
  /// four other states, code to string, string to code.
  static final int EDGES = 8;

  /// How many units one unit of log-odds has.
  final int scale;

  /// One for each slot, for code; prose has always 0.
  final byte[] codeWeights;

  /// One for each eighth slot, for strings; their sum counts only below 0.
  final byte[] stringWeights;

  /// [#EDGES] for each slot.
  final byte[] edgeWeights;

  final int[] bias;

  Model(int scale, byte[] codeWeights, byte[] stringWeights, byte[] edgeWeights, int[] bias) {
    this.scale = scale;
    this.codeWeights = codeWeights;
    this.stringWeights = stringWeights;
    this.edgeWeights = edgeWeights;
    this.bias = bias;
  }

  /// The best states for all tokens; `gain` receives, for each token, what its state and the step
  /// to it add to the path's score.
  void decode(Features features, int count, byte[] states, int[] gain) {
    int[] tokenSlots = new int[Features.TOKEN_SLOTS];
    int[] edgeSlots = new int[Features.EDGE_SLOTS];
    byte[] cameFrom = new byte[count * STATES];
    int[] added = new int[count * STATES];
    long[] score = {
      0, Long.MIN_VALUE / 4, Long.MIN_VALUE / 4, Long.MIN_VALUE / 4, Long.MIN_VALUE / 4
    };
    long[] next = new long[STATES];
    int[] step = new int[EDGES];
    for (int i = 0; i < count; i++) {
      boolean line = features.startsLine(i);
      if (!line && features.isQuiet(i)) {
        stay(score, cameFrom, i * STATES);
        continue;
      }
      int code = 0;
      int string = 0;
      features.token(i, tokenSlots);
      for (int slot : tokenSlots) {
        code += codeWeights[slot];
        string += stringWeights[slot >> Features.STRING_SHIFT];
      }
      features.edge(i, edgeSlots);
      edges(edgeSlots, step);
      int at = i * STATES;
      long best = score[PROSE];
      int from = PROSE;
      int gained = 0;
      for (int state = 1; state < STATES; state++) {
        if (score[state] + step[state + 1] > best) {
          best = score[state] + step[state + 1];
          from = state;
          gained = step[state + 1];
        }
      }
      next[PROSE] = best;
      cameFrom[at] = (byte) from;
      added[at] = gained;
      inside(score, next, cameFrom, added, at, CODE, !line, step, code, Math.min(0, string));
      inside(score, next, cameFrom, added, at, CODE + LINE, line, step, code, Math.min(0, string));
      long[] old = score;
      score = next;
      next = old;
    }
    trace(score, count, cameFrom, added, states, gain);
  }

  /// Sums up the eight weights of all slots at once: four in each of two longs, as numbers from 0
  /// to 255 in lanes of 16 bits.
  private void edges(int[] slots, int[] step) {
    long even = 0;
    long odd = 0;
    for (int slot : slots) {
      long eight = (long) EIGHT.get(edgeWeights, slot * EDGES) ^ SIGNS;
      even += eight & LANES;
      odd += eight >>> 8 & LANES;
    }
    int offset = slots.length * 128;
    for (int k = 0; k < EDGES; k += 2) {
      step[k] = bias[k] + (int) (even >>> k * 8 & 0xffff) - offset;
      step[k + 1] = bias[k + 1] + (int) (odd >>> k * 8 & 0xffff) - offset;
    }
  }

  /// Nothing near looks like code: whatever it was, it goes on, and code turns into a string.
  private static void stay(long[] score, byte[] cameFrom, int at) {
    for (int state = 0; state < STATES; state++) {
      cameFrom[at + state] = (byte) state;
    }
    for (int code = CODE; code < STATES; code += LINE) {
      if (score[code] > score[code + 1]) {
        score[code + 1] = score[code];
        cameFrom[at + code + 1] = (byte) code;
      }
      score[code] = Long.MIN_VALUE / 4;
    }
  }

  /// The best ways to code and to string, of those that began as `first` says.
  private void inside(
      long[] score,
      long[] next,
      byte[] cameFrom,
      int[] added,
      int at,
      int first,
      boolean enter,
      int[] step,
      int code,
      int string) {
    int second = first + 1;
    reach(
        score,
        next,
        cameFrom,
        added,
        at,
        first,
        second,
        step[7],
        enter ? step[0] : Integer.MIN_VALUE,
        code);
    reach(
        score,
        next,
        cameFrom,
        added,
        at,
        second,
        first,
        step[6],
        enter ? step[1] : Integer.MIN_VALUE,
        string);
  }

  private static void reach(
      long[] score,
      long[] next,
      byte[] cameFrom,
      int[] added,
      int at,
      int state,
      int sibling,
      int change,
      int enter,
      int own) {
    long best = score[state];
    int from = state;
    int gained = 0;
    if (score[sibling] + change > best) {
      best = score[sibling] + change;
      from = sibling;
      gained = change;
    }
    if (enter != Integer.MIN_VALUE && score[PROSE] + enter > best) {
      best = score[PROSE] + enter;
      from = PROSE;
      gained = enter;
    }
    next[state] = best + own;
    cameFrom[at + state] = (byte) from;
    added[at + state] = gained + own;
  }

  private static void trace(
      long[] score, int count, byte[] cameFrom, int[] added, byte[] states, int[] gain) {
    int state = PROSE;
    for (int other = 1; other < STATES; other++) {
      state = score[other] > score[state] ? other : state;
    }
    for (int i = count - 1; i >= 0; i--) {
      states[i] = (byte) state;
      gain[i] = added[i * STATES + state];
      state = cameFrom[i * STATES + state];
    }
  }
}
