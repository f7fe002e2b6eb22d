package org.pressmark.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Entry;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;
import org.pressmark.article.Problem;
import org.pressmark.article.Reading;

/// An invented article on its way into an index, fact by fact.
///
/// @param name what its bytes are said to be, which makes its mark
public record Story(String name, List<Fact> facts, List<Block> blocks, Position at) {
  public static Story of(String name, String... paragraphs) {
    List<Block> blocks = Arrays.stream(paragraphs).map(Block::paragraph).toList();
    return new Story(name, List.of(), blocks, Position.START);
  }

  public Story with(Field field, String... values) {
    Candidate candidate = new Candidate(field, List.of(values), Candidate.Source.META, "meta", 0.9);
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact(field, List.of(values), List.of(candidate), Optional.empty()));
    return new Story(name, more, blocks, at);
  }

  public Story headline(String headline) {
    return with(Field.HEADLINE, headline);
  }

  public Story language(String tag) {
    return with(Field.IN_LANGUAGE, tag);
  }

  public Story date(String date) {
    return with(Field.DATE_PUBLISHED, date);
  }

  public Story at(Position place) {
    return new Story(name, facts, blocks, place);
  }

  public Mark mark() {
    return Mark.of(name.getBytes(StandardCharsets.UTF_8));
  }

  public Origin origin() {
    return Origin.of("press/" + name + ".html");
  }

  public Entry entry() {
    return from(origin());
  }

  public Entry from(Origin whence) {
    Reading reading = new Reading("text/html", "UTF-8", "utf-8", List.of());
    Article article =
        new Article(mark(), whence, reading, Facts.of(facts), new Body(blocks), List.of());
    return entry(whence, new Entry.Content.Kept(article));
  }

  public Entry rejected() {
    Problem problem = new Problem(Problem.Kind.TEXTLESS, "found no paragraph of text");
    return entry(origin(), new Entry.Content.Rejected(problem));
  }

  public Entry again(Origin elsewhere) {
    return entry(elsewhere, new Entry.Content.Again());
  }

  /// A version that takes the place of an earlier one.
  public Entry later() {
    Entry first = entry();
    Entry.Version version = new Entry.Version(Optional.empty(), Optional.of(Position.START));
    return new Entry(
        first.at(),
        first.end(),
        first.mark(),
        first.origin(),
        first.time(),
        first.content(),
        Entry.Retrieval.UNKNOWN,
        version);
  }

  private Entry entry(Origin whence, Entry.Content content) {
    Position end = new Position(at.file(), at.offset() + 100);
    return new Entry(at, end, mark(), whence, Instant.EPOCH, content);
  }
}
