package org.pressmark.archive;

import org.pressmark.article.Mark;
import org.pressmark.article.Origin;

/// What a document is, and whence it came: an archive has one entry of each, but for repairs.
record Place(Mark mark, Origin origin) {
  static Place of(Head head) {
    return new Place(head.mark(), head.origin());
  }
}
