package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pressmark.Holdings;
import org.pressmark.article.Mark;

/// Ids as users type them: whole, or as much as is unique.
final class Ids {
  /// So many are listed of the ids that an incomplete one may mean.
  private static final int MAX_MEANT = 5;

  private Ids() {}

  /// The one mark that begins so.
  static Mark one(Holdings holdings, String id, Path archive) throws IOException {
    List<Mark> meant = holdings.marks(id.toLowerCase(Locale.ROOT), MAX_MEANT + 1);
    if (meant.isEmpty()) {
      throw new Misuse(id + ": no such id in " + archive
          + "; `pressmark search` prints ids, such as pm-mfrggzdfmztwq2lknnwg");
    }
    if (meant.size() > 1) {
      throw new Misuse(id + ": may mean "
          + meant.stream().limit(MAX_MEANT).map(Mark::toString).collect(Collectors.joining(", "))
          + (meant.size() > MAX_MEANT ? " and others" : ""));
    }
    return meant.getFirst();
  }
}
