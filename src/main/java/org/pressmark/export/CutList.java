package org.pressmark.export;

import java.util.List;
import java.util.Locale;
import org.pressmark.article.Article;
import org.pressmark.article.Cut;

/// What was cut from an article, cut by cut, each with its place, its rule and its reason.
///
/// ```
/// storm.html: 1 cut, 27 of 1,310 characters
///   at 44, 27 characters, share-bar/1: links for sharing the page
///     Share this on Facebook Mail
/// ```
public final class CutList {
  private CutList() {}

  public static String write(Article article) {
    List<Cut> cuts = article.cuts().stream().filter(Cut::isText).toList();
    long gone = cuts.stream().mapToLong(cut -> cut.was().length()).sum();
    StringBuilder list = new StringBuilder(String.format(
        Locale.ROOT,
        "%s: %,d %s, %,d of %,d characters\n",
        Screen.line(article.origin().toString()),
        cuts.size(),
        cuts.size() == 1 ? "cut" : "cuts",
        gone,
        article.original().length()));
    cuts.forEach(cut -> list.append(write(cut)));
    return list.toString();
  }

  private static String write(Cut cut) {
    return String.format(
            Locale.ROOT,
            "  at %,d, %,d characters, %s: %s\n",
            cut.offset(),
            cut.was().length(),
            cut.rule().id(),
            cut.rule().reason())
        + "    "
        + Screen.text(cut.was().strip()).replace("\n", "\n    ")
        + "\n";
  }
}
