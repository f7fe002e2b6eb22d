package org.pressmark.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;

/// Bylines of the Korean press, which stand beside the headline, before the first sentence or
/// behind the last: `박민호 기자`, `(서울=연합뉴스) 박민호·한수진 기자 =`, `박민호 특파원 mhpark@press.example`.
final class HangulBylines implements Witness {
  /// The surnames of nearly all Koreans.
  private static final String SURNAMES =
      "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모";
  // Nine in ten names have three syllables; words for other things, most often two.
  private static final String REPORTERS =
      "([가-힣]{3,4}(?:[·,] ?[가-힣]{3,4}){0,3}) ?(?:선임|수석|수습|인턴|객원|전문)?(?:기자|특파원)";
  private static final String ADDRESS = "(?: [\\w.+-]{1,40}@[\\w.-]{1,40})?";
  private static final Pattern LINE = Pattern.compile("(?:^|[\\s|/])" + REPORTERS + ADDRESS + "$");
  private static final Pattern BEGINNING =
      Pattern.compile("^[(\\[（【][^)\\]）】]{1,30}[)\\]）】] ?" + REPORTERS + "(?![가-힣])");
  private static final Pattern BETWEEN = Pattern.compile("[·,] ?");

  private static final double OF_LINE = .55;
  private static final double OF_STORY = .35;
  private static final int SHORT = 60;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.BYLINE);
    for (Evidence.Line line : evidence.nearHeadline()) {
      if (line.isShorterThan(SHORT)) {
        tell(LINE, line.text(), "offset " + line.offset(), OF_LINE, said);
      }
    }
    List<Block> blocks = evidence.body().blocks();
    if (!blocks.isEmpty()) {
      tell(BEGINNING, blocks.getFirst().text(), "the story's beginning", OF_STORY, said);
      String last = blocks.getLast().text();
      int from = Math.max(0, last.length() - SHORT);
      tell(LINE, last.substring(last.indexOf(' ', from) + 1), "the story's end", OF_STORY, said);
    }
    return said.all();
  }

  private static void tell(
      Pattern pattern, String text, String place, double confidence, Said said) {
    Matcher byline = pattern.matcher(text);
    if (byline.find()) {
      List<String> names = BETWEEN
          .splitAsStream(byline.group(1))
          .filter(name -> SURNAMES.indexOf(name.charAt(0)) >= 0)
          .toList();
      said.add(Field.AUTHOR, names, place, confidence);
    }
  }
}
