package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.article.Passage;
import org.pressmark.metadata.Evidence.Line;

/// Who signed: a line anywhere on the page that names its author, with words such as "Written by",
/// or a line below the story that is a name and nothing else.
final class SignatureFacts implements Witness {
  /// The place of somebody whom a site is called after.
  static final String OWNER = "the site's name";

  /// Lines that are looked at.
  static final int MOST = 1000;

  private static final int MOST_LETTERS = 80;
  private static final int LAST_BLOCKS = 3;
  private static final int FEWEST_ABOVE = 2; // paragraphs above a signature
  private static final int LONG = 200; // such a paragraph
  private static final int LONGEST_CREDIT = 300;
  private static final double OF_OWNER = .16;
  private static final int MOST_WORDS = 4;
  private static final int LONGEST_NAME = 40;
  private static final double OF_OPENING = .3;
  private static final double OF_LABEL = .25;
  private static final double OF_NAME = .25;
  private static final double OF_FIRST_NAME = .2;
  /// So many different people sign other stories, which the page leads to.
  static final int MANY = 4;
  private static final double OF_MANY = .1;

  /// What stands alone above a name, as "By" does.
  private static final Set<String> LABELS = Set.of(
      "interview",
      "text",
      "words",
      "story",
      "redaktion",
      "reportage",
      "texte",
      "texto",
      "testo",
      "tekst",
      "autor",
      "autorin",
      "author",
      "authors",
      "autoren",
      "auteur",
      "autore",
      "автор",
      "текст");

  /// @param isFirstName whether one word is all there is of it
  private record Signed(String text, int offset, double confidence, boolean isFirstName) {}

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.BYLINE);
    Map<String, List<String>> named = new HashMap<>();
    List<Signed> signed = signed(evidence, named);
    Set<List<String>> people = new HashSet<>();
    Set<String> firstNames = new HashSet<>();
    for (Signed one : signed) {
      if (one.isFirstName()) {
        firstNames.add(one.text());
      } else {
        people.add(named(one.text(), named));
      }
    }
    for (Signed one : signed) {
      boolean isOneOfMany = people.size() >= MANY || one.isFirstName() && firstNames.size() > 1;
      said.add(
          Field.AUTHOR,
          one.text(),
          "offset " + one.offset(),
          isOneOfMany ? OF_MANY : one.confidence());
    }
    end(evidence.body().blocks(), said);
    credit(evidence, said);
    owner(evidence.clippings(), said);
    return said.all();
  }

  private static List<Signed> signed(Evidence evidence, Map<String, List<String>> named) {
    List<Signed> signed = new ArrayList<>();
    List<Passage> lines = evidence.lines(MOST_LETTERS);
    int looked = 0;
    for (int i = 0; i < lines.size() && looked < MOST; i++) {
      if (!mayBeSigned(evidence, lines.get(i))) {
        continue;
      }
      looked++;
      boolean isCopyright = isCopyright(evidence.draft().text(), lines.get(i).start());
      Line line = evidence.line(lines.get(i));
      if (isCopyright) {
        holder(line.text())
            .ifPresent(name -> signed.add(new Signed(name, line.offset(), OF_OWNER, false)));
        continue;
      }
      boolean isLabel = LABELS.contains(Evidence.lower(line.text()));
      int opening = People.OPENING.end(line.text());
      if (opening >= 0 && BylineFacts.arePeople(named(line.text(), named))) {
        signed.add(new Signed(line.text(), line.offset(), OF_OPENING, false));
      } else if (i + 1 < lines.size() && (isLabel || opening == line.text().length())) {
        Line next = evidence.line(lines.get(i + 1));
        String name = withoutComma(next.text());
        if (isName(name)) {
          signed.add(new Signed(name, next.offset(), isLabel ? OF_LABEL : OF_OPENING, false));
        }
      } else {
        String name = BylineFacts.firstName(line.text());
        if (!name.isEmpty()) {
          signed.add(new Signed(name, line.offset(), OF_FIRST_NAME, true));
        }
      }
    }
    return signed;
  }

  /// @param known lines that were asked about before: pages repeat them
  private static List<String> named(String line, Map<String, List<String>> known) {
    return known.computeIfAbsent(line, text -> People.named(List.of(text)));
  }

  /// How many lines may tell who signed, as far as their first letters tell.
  static int count(Evidence evidence) {
    List<Passage> lines = evidence.lines(MOST_LETTERS);
    return lines.size() <= MOST
        ? 0
        : (int) lines.stream().filter(line -> mayBeSigned(evidence, line)).count();
  }

  private static boolean mayBeSigned(Evidence evidence, Passage line) {
    String text = evidence.draft().text();
    return isCopyright(text, line.start()) || People.OPENING.mayBegin(text, line.start());
  }

  private static boolean isCopyright(String text, int at) {
    return text.charAt(at) == '©' || text.regionMatches(true, at, "(c) ", 0, 4);
  }

  /// The person whom a page belongs to: `© 2012 Anna Berg. All rights reserved.`
  private static Optional<String> holder(String line) {
    int from = line.startsWith("©") ? 1 : "(c)".length();
    while (from < line.length() && " 0123456789-–".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    while (end < line.length()
        && (Character.isLetter(line.charAt(end)) || " -'’".indexOf(line.charAt(end)) >= 0)) {
      end++;
    }
    // A sign and a name alone are a picture's credit, and so are two: `© Anna Berg / Norland
    // Press`.
    boolean isOfPage = DateReader.hasDigit(line.substring(0, from))
        || end < line.length() && line.charAt(end) != '/';
    return Optional.of(line.substring(from, end).strip())
        .filter(name -> isOfPage && GivenNames.begin(name));
  }

  private static String withoutComma(String text) {
    String name = text.strip();
    return name.endsWith(",") ? name.substring(0, name.length() - 1).strip() : name;
  }

  /// A name on the last lines of the story, or the one name that stands between a paragraph of it
  /// and what is not one: a note, a heading, a list.
  private static void end(List<Block> blocks, Said said) {
    int last = blocks.size() - 1;
    List<String> amid = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      Block block = blocks.get(i);
      if (block.kind() != Block.Kind.PARAGRAPH || block.text().length() >= LONGEST_NAME) {
        continue;
      }
      boolean isAtEnd = i + LAST_BLOCKS > last;
      boolean isSigned = i == last
          ? isName(block.text())
          : GivenNames.begin(block.text())
              && (isAtEnd
                  ? !DateReader.hasDigit(blocks.get(i + 1).text())
                  : isBelowStory(blocks, i));
      if (isSigned && isAtEnd) {
        said.add(Field.AUTHOR, block.text(), "the story's end", OF_NAME);
      } else if (isSigned) {
        amid.add(block.text());
      }
    }
    if (amid.size() == 1 && !isToldOf(amid.getFirst(), blocks)) {
      said.add(Field.AUTHOR, amid.getFirst(), "below the story", OF_NAME);
    }
  }

  /// Whether somebody is named by the family name elsewhere in the story.
  private static boolean isToldOf(String name, List<Block> blocks) {
    String family = name.substring(name.lastIndexOf(' ') + 1);
    return blocks.stream().filter(block -> block.text().contains(family)).count() > 1;
  }

  /// Who is named on the last lines of the story in a sentence: `(Reporting by Ella Thornby;
  /// editing
  /// by Jim Castle)`, `Ella Thornby can be reached at …`.
  private static void credit(Evidence evidence, Said said) {
    List<Block> blocks = evidence.body().blocks();
    for (int i = Math.max(1, blocks.size() - LAST_BLOCKS); i < blocks.size(); i++) {
      String text = blocks.get(i).text();
      if (text.length() > LONGEST_CREDIT) {
        continue;
      }
      String line = withoutBrackets(text);
      List<String> names = VagueBylines.names(line, evidence.language());
      if (names.isEmpty() && line.length() < text.length() && People.OPENING.end(line) > 0) {
        names = People.named(List.of(line));
      }
      if (names.isEmpty() && blocks.get(i - 1).kind() != Block.Kind.QUOTE) {
        names = SignOffs.name(line).map(List::of).orElse(List.of());
      }
      if (BylineFacts.arePeople(names)) {
        said.add(Field.AUTHOR, names, "the story's end", OF_NAME);
      }
    }
  }

  private static String withoutBrackets(String text) {
    int last = text.length() - 1;
    boolean isBracketed = last > 1
        && "([".indexOf(text.charAt(0)) >= 0
        && ")]".indexOf(text.charAt(last)) >= 0
        && text.indexOf(text.charAt(0), 1) < 0;
    return isBracketed ? text.substring(1, last).strip() : text;
  }

  /// Whether a block stands behind a paragraph, and before something that is none.
  private static boolean isBelowStory(List<Block> blocks, int at) {
    Block next = blocks.get(at + 1);
    return at > FEWEST_ABOVE
        && blocks.get(at - 1).kind() == Block.Kind.PARAGRAPH
        && blocks.get(at - 1).text().length() > LONG
        && (next.kind() != Block.Kind.PARAGRAPH || isNote(next.text()));
  }

  /// `(1) These figures are the council's`.
  private static boolean isNote(String text) {
    return text.length() > 2 && text.charAt(0) == '(' && Character.isDigit(text.charAt(1));
  }

  /// Who keeps a site that goes by their name writes it.
  private static void owner(Clippings clippings, Said said) {
    Optional<String> name = clippings.meta("og:site_name").filter(GivenNames::begin);
    name.or(() -> clippings.siteNames().stream().filter(GivenNames::begin).findFirst())
        .ifPresent(owner -> said.add(Field.AUTHOR, GivenNames.plain(owner), OWNER, OF_OWNER));
  }

  private static boolean isName(String text) {
    return text.length() < LONGEST_NAME
        && People.isPersonal(text)
        && BylineFacts.isCapital(text)
        && !People.isHouse(text)
        && text.split(" ", -1).length <= MOST_WORDS
        && text.chars().noneMatch(c -> ".:;!?".indexOf(c) >= 0);
  }
}
