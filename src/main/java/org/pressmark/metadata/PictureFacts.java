package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// What is said below the first picture of the story, and who took it: by `figcaption`, by classes
/// such as `photo-credit`, and by words such as `Foto:`.
final class PictureFacts implements Witness {
  // In nodes of the page.
  private static final int WITHIN = 26;
  private static final double NEAR = .6;
  private static final double BESIDE = .3;

  /// What opens a credit, in small letters.
  private static final List<String> LABELS = List.of(
      "foto:",
      "fotos:",
      "foto ©",
      "foto/",
      "photo:",
      "photos:",
      "photo by ",
      "photograph:",
      "photograph by ",
      "photo credit:",
      "photo courtesy",
      "picture:",
      "pictures:",
      "image:",
      "image credit:",
      "credit:",
      "credits:",
      "crédit :",
      "crédit:",
      "crédits :",
      "crédit photo",
      "bild:",
      "bilder:",
      "bildquelle:",
      "quelle:",
      "source:",
      "fuente:",
      "fonte:",
      "źródło:",
      "fot.",
      "фото:",
      "foto de ",
      "foto di ",
      "imagen:",
      "kuva:",
      "kép:",
      "(ap photo",
      "(photo by",
      "(foto:",
      "(photo:",
      "(bild:",
      "(image:",
      "(reuters",
      "(afp",
      "(getty",
      "©",
      "(c) ",
      "图片来源",
      "撮影",
      "사진");

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MARKUP);
    Clippings clippings = evidence.clippings();
    for (Scrap caption : clippings.scraps(Mark.CAPTION)) {
      double confidence = switch (evidence.whereabouts().distance(caption)) {
        case NEAR -> NEAR;
        case BESIDE -> caption.name().equals("figcaption") ? BESIDE : 0;
        case ASIDE, AWAY -> 0;
      };
      if (confidence > 0 && !caption.text().isEmpty()) {
        tell(caption, credit(caption, clippings), confidence, said);
        break;
      }
    }
    return said.all();
  }

  /// The element that gives the credit, within the caption or right behind it.
  private static Optional<Scrap> credit(Scrap caption, Clippings clippings) {
    for (Scrap credit : clippings.scraps(Mark.CREDIT_CLASS)) {
      int nodes = credit.at() - caption.at();
      if (nodes > 0 && nodes <= WITHIN && !credit.text().isEmpty()) {
        return Optional.of(credit);
      }
    }
    for (Scrap author : clippings.scraps(Mark.AUTHOR_CLASS)) {
      if (isWithin(caption, author) && caption.text().endsWith(author.text())) {
        return Optional.of(author); // `<figcaption>The pier. <i class=autor>PEDRO LLANOS</i>`
      }
    }
    return Optional.empty();
  }

  /// Whether an element is a part of a caption, not all of it.
  static boolean isWithin(Scrap caption, Scrap element) {
    int nodes = element.at() - caption.at();
    return nodes > 0
        && nodes <= WITHIN
        && element.text().length() < caption.text().length()
        && caption.text().contains(element.text());
  }

  private static void tell(Scrap caption, Optional<Scrap> credit, double confidence, Said said) {
    String text = caption.text();
    int at = credit.map(element -> text.lastIndexOf(element.text())).orElse(-1);
    if (credit.isPresent()) {
      said.add(
          Field.CREDIT_TEXT, withoutLabel(credit.get().text()), credit.get().place(), confidence);
    } else {
      at = label(text);
      if (at >= 0) {
        said.add(Field.CREDIT_TEXT, withoutLabel(text.substring(at)), caption.place(), confidence);
      }
    }
    String words = at < 0 ? text : trimmed(text.substring(0, at));
    said.add(Field.CAPTION, words, caption.place(), confidence);
  }

  /// Where the words begin that open a credit; -1 where there are none.
  private static int label(String text) {
    String lower = Evidence.lower(text);
    int first = -1;
    for (String label : LABELS) {
      int at = lower.lastIndexOf(label);
      boolean opens = at >= 0 && (at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1)));
      first = opens && (first < 0 || at < first) ? at : first;
    }
    return lower.length() == text.length() ? first : -1;
  }

  private static String withoutLabel(String given) {
    String credit = withoutBrackets(given);
    String lower = Evidence.lower(credit);
    for (String label : LABELS) {
      boolean isSaid = label.endsWith(":") || label.endsWith("by ") || label.equals("©");
      if (isSaid && lower.startsWith(label)) {
        return withoutLabel(credit.substring(label.length()).strip());
      }
    }
    return credit;
  }

  /// Without brackets around it, or the one that closes what was open before it.
  private static String withoutBrackets(String credit) {
    boolean opens = credit.startsWith("(") || credit.startsWith("[");
    boolean closes = credit.endsWith(")") || credit.endsWith("]");
    boolean isOpenBefore = closes && credit.indexOf('(') < 0 && credit.indexOf('[') < 0;
    return opens && closes
        ? credit.substring(1, credit.length() - 1).strip()
        : isOpenBefore ? credit.substring(0, credit.length() - 1).strip() : credit;
  }

  /// Without the signs that parted a caption from its credit.
  private static String trimmed(String caption) {
    int end = caption.length();
    while (end > 0 && " \n|/–—-•·(".indexOf(caption.charAt(end - 1)) >= 0) {
      end--;
    }
    return caption.substring(0, end);
  }
}
