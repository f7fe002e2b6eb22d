package org.pressmark;

import java.util.List;
import java.util.stream.Stream;
import org.pressmark.article.Article;
import org.pressmark.article.Candidate;
import org.pressmark.article.Capture;
import org.pressmark.article.Draft;
import org.pressmark.article.Found;
import org.pressmark.article.Outcome;
import org.pressmark.article.PageKind;
import org.pressmark.article.Problem;
import org.pressmark.article.Rule;
import org.pressmark.extract.Extract;
import org.pressmark.metadata.Metadata;
import org.pressmark.residue.Residue;
import org.pressmark.source.Page;
import org.pressmark.source.Pages;

/// START HERE. One page's journey, one room a line.
///
/// ```
///  paths ─source─▶ Page ─extract──▶ Draft ─residue─▶ cuts ─┐
///                   └───metadata─▶ Facts ◀── salvage ──────┴▶ Article
/// ```
///
/// Safe for use by many threads at once, and pure: the same capture gives the same outcome
/// whatever came before it and wherever it runs.
public final class Pressmark {
  private static final Problem TOO_LARGE_FOR_MEMORY = new Problem(
      Problem.Kind.EXHAUSTING,
      "needs more memory than Java was given; give it more, for instance -Xmx4g");

  private final Options options;
  private final Pages pages;
  private final Extract extract = new Extract();
  private final Residue residue;
  private final Metadata metadata;

  public Pressmark(Options options) {
    this.options = options;
    pages = new Pages(options.source());
    residue = new Residue(options.residue());
    metadata = new Metadata(residue);
  }

  /// Every rule that may cut something, with its present version.
  public static List<Rule> rules() {
    return Stream.concat(Extract.RULES.stream(), Residue.RULES.stream()).toList();
  }

  public Options options() {
    return options;
  }

  public Outcome clean(Found found) {
    return switch (found) {
      case Found.Lost lost -> new Outcome.Lost(lost.origin(), lost.problem());
      case Found.Passed passed -> new Outcome.Passed(passed.origin(), passed.what());
      case Capture capture -> clean(capture);
    };
  }

  private Outcome clean(Capture capture) {
    try {
      return switch (pages.open(capture)) {
        case Page.Unreadable page -> new Outcome.Rejected(capture, page.problem());
        case Page.Readable page -> clean(page);
      };
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of ours must not cost the reader the rest of a run, nor this document its bytes.
      return new Outcome.Rejected(capture, Problem.fault(e));
    } catch (OutOfMemoryError e) {
      // Says nothing of the document, only of this machine: it is tried again next time.
      return new Outcome.Lost(capture.origin(), TOO_LARGE_FOR_MEMORY);
    }
  }

  /// `found no story: the page is a cookie wall (all it says asks for consent to cookies)`
  private static String textless(Draft draft) {
    for (PageKind kind : PageKind.values()) {
      for (Candidate remark : draft.remarks()) {
        if (!kind.hasStory() && remark.values().contains(kind.toString())) {
          return "found no story: the page is " + kind.words() + " (" + remark.place() + ")";
        }
      }
    }
    return "found no paragraph of text";
  }

  private Outcome clean(Page.Readable page) {
    Capture capture = page.capture();
    Draft draft = extract.draft(page);
    Residue.Findings findings = residue.find(draft);
    Draft cut = draft.with(findings.cuts());
    Draft.Copy copy = cut.finish();
    Metadata.Findings known = metadata.find(page, cut, copy.body(), findings.salvage());
    if (copy.body().isEmpty()) {
      Problem problem = new Problem(Problem.Kind.TEXTLESS, textless(draft));
      return new Outcome.Rejected(capture, problem, known.facts());
    }
    return new Outcome.Kept(
        capture,
        new Article(
            capture.mark(),
            capture.origin(),
            page.reading().with(draft.notes()).with(findings.notes()).with(known.notes()),
            known.facts(),
            copy.body(),
            copy.log()));
  }
}
