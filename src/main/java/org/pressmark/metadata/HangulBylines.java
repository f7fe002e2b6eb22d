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
  private static final Pattern BYLINE =
      Pattern.compile("(?<![가-힣])([가-힣]{2,4}(?:[·,] ?[가-힣]{2,4}){0,3}+)"
          + " ?(?:선임|수석|수습|인턴|객원|전문)?(?:기자|특파원)(?![가-힣])");
  private static final Pattern BETWEEN = Pattern.compile("[·,] ?");

  private static final double OF_LINE = .55;
  private static final double OF_STORY = .35;
  private static final int SHORT = 60;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.BYLINE);
    for (Evidence.Line line : evidence.nearHeadline()) {
      if (line.isShorterThan(SHORT)) {
        tell(line.text(), "offset " + line.offset(), OF_LINE, said);
      }
    }
    List<Block> blocks = evidence.body().blocks();
    if (!blocks.isEmpty()) {
      String first = blocks.getFirst().text();
      tell(
          first.substring(0, Math.min(SHORT, first.length())),
          "the story's beginning",
          OF_STORY,
          said);
      String last = blocks.getLast().text();
      tell(last.substring(Math.max(0, last.length() - SHORT)), "the story's end", OF_STORY, said);
    }
    return said.all();
  }

  private static void tell(String text, String place, double confidence, Said said) {
    Matcher byline = BYLINE.matcher(text);
    if (byline.find()) {
      List<String> names = BETWEEN
          .splitAsStream(byline.group(1))
          .filter(name -> SURNAMES.indexOf(name.charAt(0)) >= 0)
          .toList();
      said.add(Field.AUTHOR, names, place, confidence);
    }
  }
}
