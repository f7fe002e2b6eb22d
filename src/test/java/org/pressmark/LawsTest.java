package org.pressmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Capture;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Found;
import org.pressmark.article.Log;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Passage;
import org.pressmark.json.ArticleJson;
import org.pressmark.residue.Residue;
import org.pressmark.source.SourceOptions;
import org.pressmark.source.Sources;

/// What is true of every document: of all that stand in `corpus/` and in `test-fixtures/` at once.
class LawsTest {
  private static final Pressmark PRESSMARK = new Pressmark(Options.DEFAULTS);
  private static List<Found> documents = List.of();
  private static List<Article> articles = List.of();

  @BeforeAll
  static void cleanEverything() throws IOException {
    try (Stream<Found> found = Sources.open(
        List.of(Path.of("corpus"), Path.of("test-fixtures")), SourceOptions.DEFAULTS)) {
      documents = found.toList();
    }
    articles = documents.stream()
        .map(PRESSMARK::clean)
        .filter(Outcome.Kept.class::isInstance)
        .map(outcome -> ((Outcome.Kept) outcome).article())
        .toList();
    assertThat(articles).hasSizeGreaterThan(40);
  }

  @Test
  void textAndCutsGiveTheInputBack() {
    for (Article article : articles) {
      String text = article.body().text();
      String original = Log.undo(text, article.cuts());
      assertThat(Log.apply(original, article.cuts()))
          .as(article.origin().toString())
          .isEqualTo(text);
      for (Cut cut : article.cuts()) {
        assertThat(original.substring(cut.offset(), cut.end()))
            .as("%s, %s at %s", article.origin(), cut.rule().id(), cut.offset())
            .isEqualTo(cut.was());
      }
    }
  }

  @Test
  void theInputOfAFlatTextIsTheFileItself() {
    for (Found found : documents) {
      if (found instanceof Capture capture
          && capture.origin().path().endsWith(".txt")
          && PRESSMARK.clean(found) instanceof Outcome.Kept kept
          && kept.article().reading().charset().equals("UTF-8")) {
        String file = new String(capture.bytes(), UTF_8);
        assertThat(kept.article().original())
            .as(capture.origin().toString())
            .isEqualTo(file.startsWith("\ufeff") ? file.substring(1) : file);
      }
    }
  }

  @Test
  void cleaningACleanBodyChangesNothing() {
    Residue residue = new Residue(Options.DEFAULTS.residue());
    for (Article article : articles) {
      assertThat(residue.find(draft(article.body())).cuts())
          .as(article.origin().toString())
          .isEmpty();
    }
  }

  private static Draft draft(Body body) {
    List<Passage> passages = new ArrayList<>();
    int at = 0;
    for (Block block : body.blocks()) {
      int end = at + block.text().length();
      passages.add(new Passage(at, end, block.kind(), block.level()));
      at = end + 1;
    }
    return Draft.of(body.text(), passages);
  }

  @Test
  void cleaningACleanFlatTextChangesNothing() {
    for (Article article : articles) {
      if (article.reading().mediaType().equals("text/plain")) {
        String text = article.body().text();
        Outcome again = PRESSMARK.clean(Capture.of(Origin.of("again.txt"), text.getBytes(UTF_8)));
        assertThat(((Outcome.Kept) again).article().body().text())
            .as(article.origin().toString())
            .isEqualTo(text);
      }
    }
  }

  @Test
  void everyArticleReadsBackFromItsJsonAsItWas() {
    for (Article article : articles) {
      assertThat(ArticleJson.read(ArticleJson.write(article)))
          .as(article.origin().toString())
          .isEqualTo(article);
    }
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  @ResourceLock(Resources.TIME_ZONE)
  void theSameInputGivesTheSameBytesInAnyOrderByAnyThreadsInAnyLocale() throws IOException {
    Map<String, String> plain = clean(documents, 1);
    List<Found> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(20261123));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(clean(shuffled, 4)).isEqualTo(plain);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static Map<String, String> clean(List<Found> found, int threads) throws IOException {
    Map<String, String> cleaned = new TreeMap<>();
    Pressmark pressmark = new Pressmark(Options.DEFAULTS);
    InOrder.of(threads)
        .run(
            found.iterator(),
            document -> 1,
            pressmark::clean,
            outcome -> cleaned.put(outcome.origin().toString(), ArticleJson.write(outcome)));
    return cleaned;
  }
}
