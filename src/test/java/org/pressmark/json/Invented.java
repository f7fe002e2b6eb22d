package org.pressmark.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Capture;
import org.pressmark.article.Cut;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Reading;
import org.pressmark.article.Rule;
import org.pressmark.article.Setting;
import org.pressmark.article.Span;

/// Articles out of thin air, as odd as the nouns allow; the same seed gives the same article.
public final class Invented {
  private static final List<String> PIECES = List.of(
      "storm",
      " ",
      "\n",
      "\r\n",
      "\t",
      "\u0000",
      "\u001b[2J",
      "\"",
      "\\",
      "/",
      "#",
      "%",
      "é",
      "東京",
      "\ud83d\ude00",
      "\ud83d",
      "\ude00",
      "\u0085",
      "\u2028",
      "\u2029",
      "\u00a0",
      "\ufeff",
      "\uffff",
      "{\"a\":1}",
      "</script>",
      "café",
      "17",
      "?",
      "..",
      ":");

  private final Random random;

  private Invented(long seed) {
    random = new Random(seed);
  }

  public static Article article(long seed) {
    return new Invented(seed).article(Mark.of(new byte[] {(byte) seed, (byte) (seed >> 8)}));
  }

  /// An article about this capture.
  public static Article article(long seed, Capture capture) {
    Article odd = new Invented(seed).article(capture.mark());
    return new Article(
        odd.mark(), capture.origin(), odd.reading(), odd.facts(), odd.body(), odd.cuts());
  }

  public static Origin origin(long seed) {
    return new Invented(seed).origin();
  }

  private Article article(Mark mark) {
    Body body = body();
    return new Article(mark, origin(), reading(), facts(), body, cuts(body.text()));
  }

  private Origin origin() {
    return new Origin(text(), random.nextBoolean() ? Optional.empty() : Optional.of(text()));
  }

  private Reading reading() {
    return new Reading(text(), text(), text(), some(this::text));
  }

  private Facts facts() {
    List<Fact> facts = new ArrayList<>();
    for (Field field : Field.values()) {
      if (random.nextBoolean()) {
        List<String> values = more(this::word);
        List<Candidate> candidates = more(() -> new Candidate(
            field,
            more(this::word),
            oneOf(Candidate.Source.values()),
            text(),
            random.nextDouble(),
            some(this::text).stream().findFirst()));
        int agreeing = 1 + random.nextInt(candidates.size());
        facts.add(new Fact(
            field, values, candidates, agreeing, some(this::text).stream().findFirst()));
      }
    }
    return Facts.of(facts);
  }

  private Body body() {
    return new Body(some(() -> block(word())));
  }

  private Block block(String words) {
    Block.Kind kind = oneOf(Block.Kind.values());
    if (random.nextBoolean()) {
      return new Block(kind, random.nextInt(7), words);
    }
    Optional<String> time = random.nextBoolean() ? Optional.empty() : Optional.of(text());
    Setting setting =
        new Setting(random.nextInt(3), random.nextInt(3), time, some(() -> span(words.length())));
    return new Block(kind, random.nextInt(7), words, setting);
  }

  private Span span(int length) {
    int start = random.nextInt(length);
    int end = start + 1 + random.nextInt(length - start);
    Span.Kind kind = oneOf(Span.Kind.values());
    return kind == Span.Kind.LINK ? Span.link(start, end, text()) : Span.of(start, end, kind);
  }

  /// Cuts that can be undone in this text: out of nowhere, or in place of a part of it.
  private List<Cut> cuts(String text) {
    List<Cut> cuts = new ArrayList<>();
    int at = 0;
    int grown = 0; // how much longer the original is up to here
    for (String was : some(this::text)) {
      at += random.nextInt(text.length() - at + 1);
      String put = text.substring(at, at + random.nextInt(text.length() - at + 1));
      if (!was.equals(put)) {
        double confidence = random.nextBoolean() ? 1 : random.nextDouble();
        cuts.add(new Cut(at + grown, was, put, rule(), confidence));
        at += put.length();
        grown += was.length() - put.length();
      }
    }
    return cuts;
  }

  private Rule rule() {
    return random.nextBoolean()
        ? Rule.LAYOUT
        : new Rule(text(), random.nextInt(100), oneOf(Rule.Kind.values()), text());
  }

  private <T> List<T> some(Supplier<T> one) {
    List<T> all = new ArrayList<>();
    while (random.nextInt(4) != 0) {
      all.add(one.get());
    }
    return all;
  }

  private <T> List<T> more(Supplier<T> one) {
    List<T> all = some(one);
    all.add(one.get());
    return all;
  }

  private <T> T oneOf(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private String text() {
    return String.join("", some(() -> PIECES.get(random.nextInt(PIECES.size()))));
  }

  private String word() {
    return text() + "word";
  }
}
