package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes flattened texts to learn from: stories with junk put into them, and stories as they are.
final class TrainingItems {
  /// A text, and which stretches of it are junk.
  ///
  /// @param pieces prose and junk by turns, prose first and last; any may be empty
  record Item(List<String> pieces, String kind, String place, Mangle mangle) {
    /// From and to, in UTF-16 units.
    record Span(int start, int end) {}

    String text() {
      return String.join("", pieces);
    }

    List<Span> junk() {
      List<Span> junk = new ArrayList<>();
      int at = 0;
      for (int i = 0; i < pieces.size(); i++) {
        int end = at + pieces.get(i).length();
        if (i % 2 == 1) {
          junk.add(new Span(at, end));
        }
        at = end;
      }
      return junk;
    }

    /// The same with other breaks between the paragraphs of its prose.
    Item withBreaks(String instead) {
      List<String> same = new ArrayList<>(pieces);
      for (int i = 0; i < same.size(); i += 2) {
        same.set(i, same.get(i).replace("\n\n", instead));
      }
      return new Item(same, kind, place, mangle);
    }

    Item then(String between, Item next) {
      List<String> all = new ArrayList<>(pieces);
      all.set(all.size() - 1, all.getLast() + between + next.pieces.getFirst());
      all.addAll(next.pieces.subList(1, next.pieces.size()));
      return new Item(all, kind, place, mangle);
    }
  }

  private static final Pattern CODE_LINE = Pattern.compile(
      "[{}]|;$|^\\s*+(?:def|var|let|const|import|public|#include)\\b|\\w\\(\\w*\\)");
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?。][\"”’)]?(?=\\s|[\\u3040-\\u9fff])");
  private static final Pattern WORD_GAP =
      Pattern.compile("(?<=[\\w,]) (?=\\w)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final String[] PLACES = {
    "own-line", "own-line", "end", "line-tail", "sentence", "mid-sentence"
  };
  private static final String[] ON_ONE_LINE = {"line-tail", "line-tail", "sentence"};

  private final List<TrainingPages.Page> stories;
  private final List<TrainingPages.Junk> pool;
  private final List<List<String>> codeStories = new ArrayList<>();
  private final Random dice;

  TrainingItems(List<TrainingPages.Page> pages, long seed) {
    this.stories = pages.stream().filter(page -> !page.paragraphs().isEmpty()).toList();
    this.pool = pages.stream().flatMap(page -> page.junk().stream()).toList();
    this.dice = new Random(seed);
    for (TrainingPages.Page page : stories) {
      if (showsCode(page.paragraphs())) {
        codeStories.add(page.paragraphs());
      }
    }
  }

  static boolean showsCode(List<String> paragraphs) {
    return paragraphs.stream().filter(p -> CODE_LINE.matcher(p).find()).count() > 1;
  }

  List<TrainingPages.Page> stories() {
    return stories;
  }

  int codeStories() {
    return codeStories.size();
  }

  /// One item; of a story picked at random, mostly a few paragraphs of it.
  Item next() {
    int draw = dice.nextInt(100);
    if (draw < 6 && !codeStories.isEmpty()) {
      return clean(some(codeStories.get(dice.nextInt(codeStories.size())), 60));
    }
    TrainingPages.Page page = stories.get(dice.nextInt(stories.size()));
    boolean whole = dice.nextInt(12) == 0;
    List<String> paragraphs = some(page.paragraphs(), whole ? 200 : 2 + dice.nextInt(5));
    if (draw < 9) {
      return clean(ShownCode.put(paragraphs, dice));
    }
    if (draw < 32) {
      return clean(draw < 22 ? LookAlike.put(paragraphs, dice) : paragraphs);
    }
    return spliced(page, draw < 43 ? LookAlike.put(paragraphs, dice) : paragraphs);
  }

  private List<String> some(List<String> paragraphs, int most) {
    if (paragraphs.size() <= most) {
      return paragraphs;
    }
    int from = dice.nextInt(paragraphs.size() - most + 1);
    return paragraphs.subList(from, from + most);
  }

  private Item clean(List<String> paragraphs) {
    return new Item(
        List.of(String.join("\n\n", paragraphs)),
        showsCode(paragraphs) ? "negative-code" : "negative",
        "-",
        Mangle.AS_IT_WAS);
  }

  private record Blocks(String kind, List<String> texts) {}

  Item spliced(TrainingPages.Page page, List<String> paragraphs) {
    Mangle mangle = Mangle.values()[dice.nextInt(dice.nextInt(4) == 0 ? 7 : 6)];
    Item item = dice.nextInt(16) == 0
        ? several(page, paragraphs, mangle)
        : spliced(page, paragraphs, anyPlace(), mangle);
    int breaks = dice.nextInt(60);
    return breaks < 12 ? item.withBreaks("\n") : breaks < 13 ? item.withBreaks(" ") : item;
  }

  private String anyPlace() {
    return dice.nextInt(25) == 0 ? "line-head" : PLACES[dice.nextInt(PLACES.length)];
  }

  private Item spliced(
      TrainingPages.Page page, List<String> paragraphs, String place, Mangle mangle) {
    Blocks blocks = blocks(page);
    List<String> words = Stream.of(String.join(" ", paragraphs).split(" ", 60))
        .filter(w -> w.length() > 2 && w.length() < 14 && w.chars().allMatch(Character::isLetter))
        .toList();
    List<String> mangled =
        blocks.texts().stream().map(b -> mangle.apply(b, dice, words)).toList();
    String junk = String.join(mangle == Mangle.AS_IT_WAS ? "\n" : " ", mangled);
    return splice(paragraphs, junk, blocks.kind(), place, mangle);
  }

  /// Junk in two to four places, between paragraphs or between the sentences of one line.
  private Item several(TrainingPages.Page page, List<String> paragraphs, Mangle mangle) {
    boolean oneLine = dice.nextBoolean();
    List<String> units = oneLine ? sentences(paragraphs) : paragraphs;
    int many = Math.min(units.size(), 2 + dice.nextInt(3));
    Optional<Item> all = Optional.empty();
    for (int part = 0; part < many; part++) {
      List<String> own =
          units.subList(part * units.size() / many, (part + 1) * units.size() / many);
      Item item = oneLine
          ? spliced(page, List.of(String.join(" ", own)), ON_ONE_LINE[dice.nextInt(3)], mangle)
          : spliced(page, own, anyPlace(), mangle);
      String gap = !oneLine ? "\n\n" : dice.nextInt(3) == 0 ? "" : " ";
      all = Optional.of(all.map(before -> before.then(gap, item)).orElse(item));
    }
    List<String> pieces = all.orElseThrow().pieces();
    return new Item(pieces, "several", oneLine ? "one-line" : "lines", mangle);
  }

  private List<String> sentences(List<String> paragraphs) {
    String p = paragraphs.get(dice.nextInt(paragraphs.size()));
    for (int tries = 0; tries < 12 && p.length() <= 250; tries++) {
      p = paragraphs.get(dice.nextInt(paragraphs.size()));
    }
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (java.util.regex.MatchResult end : SENTENCE_END.matcher(p).results().toList()) {
      sentences.add(p.substring(from, end.end()).strip());
      from = end.end();
    }
    if (!p.substring(from).isBlank()) {
      sentences.add(p.substring(from).strip());
    }
    return sentences;
  }

  private Blocks blocks(TrainingPages.Page page) {
    int way = dice.nextInt(10);
    List<String> texts = new ArrayList<>();
    if (way < 4) {
      List<Json.Obj> articles = articles(page.junk().isEmpty() ? pool : page.junk());
      if (!articles.isEmpty()) {
        Json.Obj article = articles.getFirst();
        boolean torn = way < 2;
        String data = torn ? Torn.tail(article, dice) : clip(Torn.write(article, ", ", ": "), 6000);
        if (dice.nextInt(4) == 0) {
          data = cut(data, 1500);
        }
        if (dice.nextInt(2) == 0) {
          texts.add(cut(junkOf("js").text(), 1800));
        }
        texts.add(data);
        if (dice.nextInt(6) == 0) {
          texts.add(cut(junkOf("js").text(), 1800));
        }
        return new Blocks(torn ? "jsonld-tail" : "jsonld", texts);
      }
    }
    if (way == 9 && dice.nextInt(2) == 0) {
      texts.add(Debris.any(dice));
      return new Blocks("debris", texts);
    }
    List<TrainingPages.Junk> from =
        page.junk().isEmpty() || dice.nextInt(2) == 0 ? pool : page.junk();
    int many = new int[] {1, 1, 2, 3}[dice.nextInt(4)];
    StringBuilder kind = new StringBuilder();
    for (int i = 0; i < many; i++) {
      TrainingPages.Junk junk = from.get(dice.nextInt(from.size()));
      if (dice.nextInt(6) == 0) { // short ones are few and hard
        TrainingPages.Junk other = from.get(dice.nextInt(from.size()));
        junk = other.text().length() < junk.text().length() ? other : junk;
      }
      texts.add(dice.nextInt(5) == 0 ? statement(junk.text()) : cut(junk.text(), 1800));
      kind.append(i > 0 ? "+" : "").append(junk.kind());
    }
    return new Blocks(kind.toString(), texts);
  }

  private TrainingPages.Junk junkOf(String kind) {
    for (int i = 0; i < 50; i++) {
      TrainingPages.Junk junk = pool.get(dice.nextInt(pool.size()));
      if (junk.kind().equals(kind)) {
        return junk;
      }
    }
    return pool.getFirst();
  }

  private static List<Json.Obj> articles(List<TrainingPages.Junk> junk) {
    List<Json.Obj> found = new ArrayList<>();
    for (TrainingPages.Junk block : junk) {
      if (block.kind().equals("jsonld") && found.isEmpty()) {
        JsonReader.read(block.text()).flatMap(Torn::article).ifPresent(found::add);
      }
      if (found.isEmpty() && junk.size() > 500) {
        break;
      }
    }
    return found;
  }

  private static String clip(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private String cut(String text, int most) {
    if (text.length() <= most && dice.nextInt(8) > 0 || text.length() < 240) {
      return text;
    }
    int length = 200 + dice.nextInt(Math.min(most, text.length()) - 200 + 1);
    int from = dice.nextInt(3) < 2 ? 0 : dice.nextInt(text.length() - length + 1);
    return text.substring(from, from + length);
  }

  /// One statement or rule by itself: `fbq('init', '12');`.
  private String statement(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int most = Math.min(text.length(), 6000);
    for (int i = 0; i < most; i++) {
      char c = text.charAt(i);
      if (c == ';' || c == '}' || c == '\n' || c == '>') {
        String part = text.substring(from, i + 1).strip();
        if (part.length() >= 12 && part.length() <= 300 && marks(part) >= 4) {
          parts.add(part);
        }
        from = i + 1;
      }
    }
    if (parts.isEmpty()) {
      return cut(text, 600);
    }
    String part = parts.get(dice.nextInt(parts.size()));
    boolean open = part.endsWith(";") && dice.nextInt(3) == 0;
    return open ? part.substring(0, part.length() - 1) : part;
  }

  private static long marks(String part) {
    return part.chars().filter(c -> "{}();=<>[]_'\":".indexOf(c) >= 0).count();
  }

  private Item splice(List<String> story, String junk, String kind, String place, Mangle mangle) {
    int i;
    String left = "";
    String right = "";
    switch (place) {
      case "own-line" -> {
        i = 1 + dice.nextInt(story.size());
        List<String> above = story.subList(0, i);
        List<String> below = story.subList(i, story.size());
        String line = dice.nextInt(4) == 0 ? "\n" : "\n\n";
        return item(above, junk, below, line, kind, place, mangle);
      }
      case "end" -> {
        return item(
            story, junk, List.of(), dice.nextInt(4) == 0 ? "\n" : "\n\n", kind, place, mangle);
      }
      default -> {
        i = dice.nextInt(story.size());
        for (int tries = 0; tries < 12 && story.get(i).length() <= 120; tries++) {
          i = dice.nextInt(story.size());
        }
        String p = story.get(i);
        int at = p.length();
        left = " ";
        if (place.equals("line-head")) {
          at = 0;
          left = "";
          p = (junk.endsWith(" ") ? "" : " ") + p;
        }
        if (place.equals("sentence")) {
          List<Integer> ends =
              SENTENCE_END.matcher(p).results().map(m -> m.end()).toList();
          at = ends.isEmpty() ? at : ends.get(dice.nextInt(ends.size()));
          left = dice.nextInt(2) == 0 ? " " : "";
        }
        if (place.equals("mid-sentence")) {
          List<Integer> gaps = WORD_GAP.matcher(p).results().map(m -> m.start()).toList();
          at = gaps.isEmpty() ? at : gaps.get(dice.nextInt(gaps.size()));
        }
        right = p.substring(at);
        if (!right.isEmpty()
            && place.equals("sentence")
            && dice.nextInt(3) == 0
            && ";})>]"
                    .indexOf(
                        junk.strip().isEmpty()
                            ? ' '
                            : junk.strip().charAt(junk.strip().length() - 1))
                >= 0) {
          right = right.stripLeading();
          junk = junk.strip();
        }
        StringBuilder before = new StringBuilder(String.join("\n\n", story.subList(0, i)));
        before.append(before.isEmpty() ? "" : "\n\n").append(p, 0, at).append(left);
        StringBuilder after = new StringBuilder(right);
        for (String next : story.subList(i + 1, story.size())) {
          after.append("\n\n").append(next);
        }
        return new Item(List.of(before.toString(), junk, after.toString()), kind, place, mangle);
      }
    }
  }

  private static Item item(
      List<String> before,
      String junk,
      List<String> after,
      String line,
      String kind,
      String place,
      Mangle mangle) {
    return new Item(
        List.of(
            String.join("\n\n", before) + line,
            junk,
            after.isEmpty() ? "" : line + String.join("\n\n", after)),
        kind,
        place,
        mangle);
  }
}
