package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Draft;
import org.pressmark.article.Facts;
import org.pressmark.residue.Residue;
import org.pressmark.source.Page;

/// Collects what every place says of an article, and decides whom to believe.
public final class Metadata {
  /// Every sort of place that says something. Of equally good candidates the earlier one is
  /// believed.
  private static final List<Witness> ALL = List.of(
      new RecordFacts(),
      new JsonLdFacts(),
      new MetaFacts(),
      new MicrodataFacts(),
      new HeadingFacts(),
      new DeckFacts(),
      new PictureFacts(),
      new CreditFacts(),
      new TimeFacts(),
      new LinkFacts(),
      new BylineFacts(),
      new SignatureFacts(),
      new HanBylines(),
      new HangulBylines(),
      new DatelineFacts(),
      new WireFacts(),
      new TextFacts(),
      new UrlFacts(),
      new ImagePathFacts(),
      new LanguageFacts());

  private final LanguageReader languages = new LanguageReader();
  private final Plain plain;

  /// @param residue finds code in values
  public Metadata(Residue residue) {
    plain = new Plain(residue);
  }

  /// @param notes a sentence for each limit that acted
  public record Findings(Facts facts, List<String> notes) {
    public Findings {
      notes = List.copyOf(notes);
    }
  }

  /// Safe for use by many threads at once. Never throws for what a page holds.
  ///
  /// @param draft the page's text with all its cuts: bylines and datelines stand among what was cut
  /// @param body what is left of it
  /// @param salvage what the residue room found in code that was cut from the text
  public Findings find(Page.Readable page, Draft draft, Body body, List<Candidate> salvage) {
    Evidence evidence = Evidence.of(page, draft, body, salvage, languages);
    List<Candidate> candidates = new ArrayList<>();
    for (Witness witness : ALL) {
      candidates.addAll(witness.candidates(evidence));
    }
    candidates.addAll(salvage);
    candidates.addAll(draft.remarks());
    candidates.addAll(WireFacts.amongAuthors(candidates));
    Facts facts = new Judge(evidence, candidates, plain).facts();
    return new Findings(facts, Limits.notes(evidence));
  }
}
