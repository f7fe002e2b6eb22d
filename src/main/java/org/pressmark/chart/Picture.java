package org.pressmark.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Figures to be drawn.
///
/// @param title what they are of
/// @param caption below the picture, line by line: what was counted, and in what
/// @param across what the buckets are, for the axis
/// @param up what the figures are, with their unit
/// @param bars in order; of time without a gap
public record Picture(
    String title, List<String> caption, String across, String up, List<Bar> bars) {
  public Picture {
    caption = List.copyOf(caption);
    bars = List.copyOf(bars);
  }

  /// @param start the first day of a stretch of time; nothing where it is something else
  /// @param figure nothing where there is none, which is not the same as 0
  public record Bar(String label, Optional<LocalDate> start, Optional<Double> figure) {}

  boolean isOfTime() {
    return bars.stream().allMatch(bar -> bar.start().isPresent());
  }
}
