package org.pressmark.export;

import java.util.List;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;

/// RIS, which Zotero, EndNote, Mendeley and Citavi take in: a reference an article, without its
/// text.
final class Ris implements Sheet {
  @Override
  public String name() {
    return "ris";
  }

  @Override
  public String about() {
    return "references for Zotero, EndNote, Citavi and others";
  }

  @Override
  public String write(Item item) {
    Facts facts = item.article().facts();
    StringBuilder ris = new StringBuilder();
    line("TY", "NEWS", ris);
    line("ID", item.article().mark().value(), ris);
    line("TI", facts.value(Field.HEADLINE).orElse(item.article().origin().name()), ris);
    lines(
        "AU",
        facts.values(Field.AUTHOR).stream()
            .map(name -> Person.of(name).turned())
            .toList(),
        ris);
    facts.value(Field.PUBLISHER).ifPresent(name -> line("T2", name, ris));
    facts.value(Field.DATE_PUBLISHED).flatMap(Day::of).ifPresent(day -> {
      line("PY", day.year(), ris);
      line("DA", day.slashes(), ris);
    });
    lines("SE", facts.values(Field.ARTICLE_SECTION), ris);
    facts.value(Field.DESCRIPTION).ifPresent(text -> line("AB", text, ris));
    lines("KW", facts.values(Field.KEYWORDS), ris);
    facts.value(Field.IN_LANGUAGE).ifPresent(tag -> line("LA", tag, ris));
    item.url().ifPresent(url -> line("UR", url, ris));
    item.accessed().flatMap(Day::of).ifPresent(day -> line("Y2", day.slashes(), ris));
    line("DB", "Pressmark", ris);
    line("AN", item.article().mark().value(), ris);
    return ris.append("ER  - \r\n\r\n").toString();
  }

  private static void lines(String tag, List<String> values, StringBuilder ris) {
    values.forEach(value -> line(tag, value, ris));
  }

  private static void line(String tag, String value, StringBuilder ris) {
    String plain = Plain.line(value);
    if (!plain.isEmpty()) {
      ris.append(tag).append("  - ").append(plain).append("\r\n");
    }
  }
}
