package org.pressmark.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Stories with one variant each, of every kind that desks make: what is planted is known, so it
/// can be counted what is found, kind by kind.
public final class Edits {
  /// What was done to a story.
  public enum Kind {
    /// Two words of each sentence are others.
    REPLACED,
    /// Two words are left out of each sentence.
    LEFT_OUT,
    /// Two words are put into each sentence.
    PUT_IN,
    /// Two words of each sentence stand behind the next one.
    SWAPPED,
    /// Two words stand elsewhere in their sentence.
    MOVED,
    /// Any two of these in each sentence.
    MIXED,
    /// A fifth of all words is always replaced by the same other one, as by house style.
    HOUSE_STYLE,
    /// Two words replaced in sentences of seven or eight words.
    REPLACED_IN_SHORT,
    /// Two words replaced in sentences of twenty to thirty words.
    REPLACED_IN_LONG,
    /// Two edits in each of only four sentences of some twelve words.
    MIXED_IN_A_BRIEF,
    /// The paragraphs, of three sentences, in another order.
    REORDERED,
    /// The first two paragraphs are gone.
    WITHOUT_LEAD,
    /// Another agency, at the head and at the foot.
    OTHER_AGENCY,
    /// A live report that went on three times; the last against the first.
    GONE_ON,
    /// Cut to half of its sentences, and two words replaced in each.
    CUT_AND_REPLACED,
    /// As much again between its sentences, and two words replaced in each.
    EXTENDED_AND_REPLACED,
    /// Paragraphs reordered, and two words replaced in each sentence.
    REORDERED_AND_REPLACED
  }

  /// A text, and the number of the story it tells.
  public record Text(int story, Kind kind, String text) {}

  private final Random random;
  private final List<Text> all = new ArrayList<>();
  private int stories;

  private Edits(long seed) {
    random = new Random(seed);
  }

  /// @param each how many stories of each kind
  /// @param alone how many stories without a variant
  public static List<Text> all(int each, int alone, long seed) {
    Edits edits = new Edits(seed);
    for (Kind kind : Kind.values()) {
      for (int story = 0; story < each; story++) {
        edits.plant(kind, Arrays.asList(Tongue.values()).get(story % Tongue.values().length));
      }
    }
    edits.plantAlone(alone);
    Collections.shuffle(edits.all, edits.random);
    return List.copyOf(edits.all);
  }

  /// Stories with many variants each, of all kinds in turn but those for sentences of some length.
  public static List<Text> families(int families, int variants, int alone, long seed) {
    Edits edits = new Edits(seed);
    List<Kind> kinds = Arrays.stream(Kind.values())
        .filter(kind -> !kind.name().contains("_IN_") && kind != Kind.OTHER_AGENCY)
        .toList();
    for (int family = 0; family < families; family++) {
      Tongue tongue = Arrays.asList(Tongue.values()).get(family % Tongue.values().length);
      List<List<String>> story = edits.sentences(tongue, 10 + edits.random.nextInt(25));
      edits.add(++edits.stories, Kind.REPLACED, tongue, story);
      for (int variant = 0; variant < variants; variant++) {
        Kind kind = kinds.get((family + variant) % kinds.size());
        edits.add(edits.stories, kind, tongue, edits.variant(kind, story, tongue));
      }
    }
    edits.plantAlone(alone);
    Collections.shuffle(edits.all, edits.random);
    return List.copyOf(edits.all);
  }

  private void plantAlone(int alone) {
    for (int story = 0; story < alone; story++) {
      Tongue tongue = Arrays.asList(Tongue.values()).get(story % Tongue.values().length);
      add(++stories, Kind.REPLACED, tongue, sentences(tongue, 10 + random.nextInt(35)));
    }
  }

  private void plant(Kind kind, Tongue tongue) {
    List<List<String>> story = switch (kind) {
      case REPLACED_IN_SHORT -> sentences(tongue, 16 + random.nextInt(20), 7, 8);
      case REPLACED_IN_LONG -> sentences(tongue, 8 + random.nextInt(15), 20, 30);
      case MIXED_IN_A_BRIEF -> sentences(tongue, 4, 11, 14);
      default -> sentences(tongue, 10 + random.nextInt(25));
    };
    add(++stories, kind, tongue, kind == Kind.OTHER_AGENCY ? signed(story, "Dal", tongue) : story);
    add(stories, kind, tongue, variant(kind, story, tongue));
  }

  private List<List<String>> variant(Kind kind, List<List<String>> story, Tongue tongue) {
    return switch (kind) {
      case REPLACED, REPLACED_IN_SHORT, REPLACED_IN_LONG -> each(story, 0, tongue);
      case LEFT_OUT -> each(story, 1, tongue);
      case PUT_IN -> each(story, 2, tongue);
      case SWAPPED -> each(story, 3, tongue);
      case MOVED -> each(story, 4, tongue);
      case MIXED, MIXED_IN_A_BRIEF -> each(story, -1, tongue);
      case HOUSE_STYLE -> inHouseStyle(story);
      case REORDERED -> reordered(story);
      case WITHOUT_LEAD -> story.subList(6, story.size());
      case OTHER_AGENCY -> signed(story, "Kaas", tongue);
      case GONE_ON -> goneOn(story, tongue);
      case CUT_AND_REPLACED -> each(half(story), 0, tongue);
      case EXTENDED_AND_REPLACED -> extended(each(story, 0, tongue), tongue);
      case REORDERED_AND_REPLACED -> each(reordered(story), 0, tongue);
    };
  }

  private List<List<String>> each(List<List<String>> story, int edit, Tongue tongue) {
    return story.stream().map(sentence -> edited(sentence, edit, tongue)).toList();
  }

  private List<String> edited(List<String> sentence, int edit, Tongue tongue) {
    List<String> edited = new ArrayList<>(sentence);
    for (int times = 0; times < 2 && edited.size() > 2; times++) {
      int at = random.nextInt(edited.size());
      switch (edit < 0 ? random.nextInt(5) : edit) {
        case 0 -> edited.set(at, Tongue.pick(tongue.sentence(random), random));
        case 1 -> edited.remove(at);
        case 2 -> edited.add(at, Tongue.pick(tongue.sentence(random), random));
        case 3 -> Collections.swap(edited, at, at + 1 < edited.size() ? at + 1 : at - 1);
        default -> edited.add(random.nextInt(edited.size()), edited.remove(at));
      }
    }
    return edited;
  }

  private List<List<String>> inHouseStyle(List<List<String>> story) {
    Map<String, String> style = new HashMap<>();
    return story.stream()
        .map(sentence -> sentence.stream()
            .map(word ->
                style.computeIfAbsent(word, said -> random.nextInt(5) == 0 ? said + "er" : said))
            .toList())
        .toList();
  }

  private List<List<String>> reordered(List<List<String>> story) {
    List<List<List<String>>> paragraphs = new ArrayList<>();
    for (int at = 0; at < story.size(); at += 3) {
      paragraphs.add(story.subList(at, Math.min(story.size(), at + 3)));
    }
    Collections.shuffle(paragraphs, random);
    return paragraphs.stream().flatMap(List::stream).toList();
  }

  private static List<List<String>> signed(List<List<String>> story, String agency, Tongue tongue) {
    List<List<String>> signed = new ArrayList<>(story);
    signed.addFirst(List.of(agency + " Press reports from the town"));
    signed.add(List.of("Material of " + agency + " Press was used for this report"));
    return signed;
  }

  private List<List<String>> goneOn(List<List<String>> story, Tongue tongue) {
    List<List<String>> longer = new ArrayList<>(story);
    for (int times = 0; times < 3; times++) {
      longer.addAll(0, sentences(tongue, story.size() / 3));
    }
    return longer;
  }

  private List<List<String>> half(List<List<String>> story) {
    List<List<String>> half = new ArrayList<>(story);
    while (half.size() > (story.size() + 1) / 2) {
      half.remove(random.nextInt(half.size()));
    }
    return half;
  }

  private List<List<String>> extended(List<List<String>> story, Tongue tongue) {
    List<List<String>> longer = new ArrayList<>(story);
    for (int more = story.size(); more > 0; more--) {
      longer.add(random.nextInt(longer.size() + 1), tongue.sentence(random));
    }
    return longer;
  }

  private List<List<String>> sentences(Tongue tongue, int count) {
    return sentences(tongue, count, 1, Integer.MAX_VALUE);
  }

  /// Of so many words each, cut where a sentence has more.
  private List<List<String>> sentences(Tongue tongue, int count, int least, int most) {
    List<List<String>> sentences = new ArrayList<>();
    int times = tongue == Tongue.CHARACTERS && most < Integer.MAX_VALUE ? 2 : 1; // two to a word
    while (sentences.size() < count) {
      List<String> sentence = new ArrayList<>(tongue.sentence(random));
      while (sentence.size() < times * least) {
        sentence.addAll(tongue.sentence(random));
      }
      sentences.add(sentence.subList(0, Math.min(sentence.size(), times * most)));
    }
    return sentences;
  }

  private void add(int story, Kind kind, Tongue tongue, List<List<String>> sentences) {
    List<String> paragraphs = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += 3) {
      paragraphs.add(tongue.text(sentences.subList(from, Math.min(sentences.size(), from + 3))));
    }
    all.add(new Text(story, kind, paragraphs.stream().collect(Collectors.joining("\n"))));
  }
}
