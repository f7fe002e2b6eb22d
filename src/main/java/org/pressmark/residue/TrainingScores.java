package org.pressmark.residue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How well a model does on items, by mangling and place, counted in tokens.
final class TrainingScores {
  private TrainingScores() {}

  private static final class Sum {
    int items;
    double kept;
    double leak;
    int exact;
    int near;
  }

  static String of(Model model, List<TrainingItems.Item> items) {
    Map<String, Sum> sums = new TreeMap<>();
    Tokens tokens = new Tokens();
    Model.Path path = new Model.Path();
    Features features = new Features(tokens);
    for (TrainingItems.Item item : items) {
      char[] text = item.text().toCharArray();
      tokens.read(text, 0, text.length);
      features.prepare();
      byte[] gold = Trainer.gold(tokens, features, item);
      model.decode(tokens, features, path);
      int prose = 0;
      int kept = 0;
      int junk = 0;
      int left = 0;
      for (int i = Tokens.FIRST; i < tokens.end; i++) {
        if (gold[i] == Model.PROSE) {
          prose++;
          kept += path.state(i) == Model.PROSE ? 1 : 0;
        } else {
          junk++;
          left += path.state(i) == Model.PROSE ? 1 : 0;
        }
      }
      boolean negative = item.kind().startsWith("negative");
      for (String key : negative
          ? List.of(item.kind())
          : List.of(
              " ALL",
              "kind "
                  + (item.kind().startsWith("jsonld") || item.kind().equals("debris")
                      ? item.kind()
                      : item.kind().contains("+") ? "mixed" : item.kind()),
              "mangle " + item.mangle(),
              "place " + item.place())) {
        Sum sum = sums.computeIfAbsent(key, k -> new Sum());
        sum.items++;
        sum.kept += (double) kept / Math.max(1, prose);
        sum.leak += (double) left / Math.max(1, junk);
        sum.exact += kept == prose && left == 0 ? 1 : 0;
        sum.near += kept >= .995 * prose && left <= Math.max(2, .005 * prose) ? 1 : 0;
      }
    }
    StringBuilder table = new StringBuilder();
    sums.forEach((key, s) -> table.append(String.format(
        Locale.ROOT,
        "  %-26s %5d kept %.4f leak %.4f exact %.3f near %.3f%n",
        key,
        s.items,
        s.kept / s.items,
        s.leak / s.items,
        (double) s.exact / s.items,
        (double) s.near / s.items)));
    return table.toString();
  }
}
