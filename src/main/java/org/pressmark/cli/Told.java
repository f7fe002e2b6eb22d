package org.pressmark.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.article.Origin;
import org.pressmark.source.Remarks;

/// Tells the user how files were read, where more than one way was possible: each way once, when it
/// is met first, and in the end how many files were read the same way.
final class Told implements Remarks {
  private final Desk desk;
  private final Map<String, List<Origin>> files = new LinkedHashMap<>();
  private final List<Remark> all = new ArrayList<>();

  record Remark(Origin origin, String what) {}

  Told(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void say(Origin origin, String what) {
    all.add(new Remark(origin, what));
    List<Origin> alike = files.computeIfAbsent(what, first -> new ArrayList<>());
    alike.add(origin);
    if (alike.size() == 1) {
      desk.say(origin + ": " + what);
    }
  }

  void finish() {
    for (List<Origin> alike : files.values()) {
      if (alike.size() > 1) {
        desk.say(alike.getFirst() + ": " + Summary.count(alike.size() - 1, "more file")
            + " read in the same way");
      }
    }
  }

  List<Remark> all() {
    return Collections.unmodifiableList(all);
  }
}
