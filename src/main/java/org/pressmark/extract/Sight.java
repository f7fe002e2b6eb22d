package org.pressmark.extract;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Field;
import org.pressmark.article.PageKind;

/// What a page looks like.
///
/// @param sure from 0 to 1
/// @param reason half a sentence: `12 paragraphs of running text`
record Sight(PageKind kind, double sure, String reason) {
  Candidate candidate() {
    return new Candidate(
        Field.TYPE, List.of(kind.toString()), Candidate.Source.DETECTED, reason, sure);
  }
}
