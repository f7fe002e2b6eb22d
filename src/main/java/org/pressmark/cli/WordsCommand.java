package org.pressmark.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.search.QuestionException;
import org.pressmark.study.Choice;
import org.pressmark.study.WordList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    header = "Lists the words of articles by how often they are used.",
    description = {
      "The words of headlines and texts of the articles that match, or of all: how",
      "often each is used, in how many articles, how often in a million words, and how",
      "unevenly it is spread over the articles (Gries' DP: 0 evenly, near 1 in one",
      "article only). Words are cut by Unicode's rules and counted without case,",
      "accents and width.",
    },
    footer = {
      "  pressmark words",
      "  pressmark words publisher:echo --min 5 --stop-words english.txt",
      "  pressmark words harbour --limit all --format csv > words.csv",
    })
final class WordsCommand implements Callable<Integer> {
  private final Desk desk;

  @Mixin
  private final QueryOption query = new QueryOption();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Mixin
  private final FamiliesOption families = new FamiliesOption();

  @Mixin
  private final ChoiceOption choice = new ChoiceOption(1);

  WordsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    Choice wanted = choice.choice();
    try (Holdings holdings = archive.open(desk)) {
      String words = query.wordsOrAll(archive.folder());
      WordList list = WordList.of(holdings.search(), words, wanted, families.of(holdings, desk));
      if (list.articles() == 0) {
        desk.say("no article matches " + words);
      }
      print(words, list);
      return Exit.WELL;
    }
  }

  private void print(String words, WordList list) throws IOException {
    Figures figures = new Figures(
        new Figures.Column("rank", "rank", Figures.Kind.COUNT),
        new Figures.Column("word", "word", Figures.Kind.TEXT),
        new Figures.Column("occurrences", "occurrences", Figures.Kind.COUNT),
        new Figures.Column("articles", families.noun(), Figures.Kind.COUNT),
        new Figures.Column("per_million", "per million", Figures.Kind.REAL),
        new Figures.Column("dp", "DP", Figures.Kind.REAL));
    long rank = choice.before();
    for (WordList.Word word : list.words()) {
      figures.row(
          ++rank,
          word.word(),
          word.occurrences(),
          word.articles(),
          word.perMillion(),
          word.dispersion());
    }
    choice.print(
        desk,
        figures,
        list.chosen(),
        String.format(
            Locale.ROOT,
            "%,d different words in %,d words of %s\n",
            list.distinct(),
            list.tokens(),
            families.count(list.articles())),
        json -> {
          json.writeStringProperty("query", words);
          families.write(json);
          json.writeNumberProperty("articles", list.articles());
          json.writeNumberProperty("words", list.tokens());
          json.writeNumberProperty("distinct", list.distinct());
        });
  }
}
