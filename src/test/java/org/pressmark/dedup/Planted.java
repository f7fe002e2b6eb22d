package org.pressmark.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// An invented article of which it is known whose variant it is.
///
/// @param family the number of its story; two articles belong together if and only if they have
/// the same
public record Planted(int family, Kind kind, String headline, String text) {
  /// What was done to a story.
  public enum Kind {
    /// Nothing: the story as it was first written.
    FIRST,
    /// Three to seven tenths of its sentences are left: the beginning, the end, or any.
    CUT,
    /// From a third as much again to as much again, before, behind and between.
    EXTENDED,
    /// Another headline, and nothing else.
    REHEADLINED,
    /// Two words in each sentence replaced, left out, put in or put elsewhere.
    EDITED,
    /// Another story, which shares a template with many.
    TEMPLATED
  }

  /// How a template stands in the stories that share it.
  public enum Template {
    /// Three paragraphs below each story.
    NOTICE,
    /// Paragraphs between those of the story.
    BETWEEN,
    /// The story has no sentence of its own: each is the template's, with a few words filled in.
    FILLED_IN
  }

  /// How much is planted.
  ///
  /// @param articles altogether
  /// @param variants of them that were made from another one
  /// @param templated different stories that share a template; none of them has a variant
  /// @param sharing how many of them share one
  public record Plan(int articles, int variants, int templated, int sharing, long seed) {
    /// With one template of each kind.
    public Plan(int articles, int variants, int templated, long seed) {
      this(articles, variants, templated, templated, seed);
    }

    public static Plan full(long seed) {
      return new Plan(10_000, 1_500, 2_000, seed);
    }
  }

  public boolean isTemplated() {
    return kind == Kind.TEMPLATED;
  }

  /// The articles of a plan, in an order of no meaning. The same plan makes the same articles.
  public static List<Planted> all(Plan plan) {
    return new Planter(plan).all();
  }

  private static final class Planter {
    private final Plan plan;
    private final Random random;
    private final List<Planted> all = new ArrayList<>();
    private int families;

    Planter(Plan plan) {
      this.plan = plan;
      this.random = new Random(plan.seed());
    }

    List<Planted> all() {
      plantVariants();
      for (Template template : Template.values()) {
        int stories = plan.templated() / Template.values().length;
        for (; stories > 0; stories -= plan.sharing()) {
          plantTemplate(template, Math.min(stories, plan.sharing()));
        }
      }
      while (all.size() < plan.articles()) {
        Tongue tongue = tongue();
        add(++families, Kind.FIRST, tongue, story(tongue));
      }
      Collections.shuffle(all, random);
      return List.copyOf(all);
    }

    private void plantVariants() {
      int variants = 0;
      while (variants < plan.variants()) {
        Tongue tongue = tongue();
        List<List<String>> story = story(tongue);
        families++;
        add(families, Kind.FIRST, tongue, story);
        int many = Math.min(1 + random.nextInt(5), plan.variants() - variants);
        for (int variant = 0; variant < many; variant++) {
          Kind kind = Kind.values()[1 + (variants + variant) % 4];
          add(families, kind, tongue, variant(kind, tongue, story));
        }
        variants += many;
      }
    }

    private List<List<String>> variant(Kind kind, Tongue tongue, List<List<String>> story) {
      return switch (kind) {
        case FIRST, REHEADLINED, TEMPLATED -> story;
        case CUT -> cut(story);
        case EXTENDED -> extended(tongue, story);
        case EDITED -> story.stream().map(this::edited).toList();
      };
    }

    private List<List<String>> cut(List<List<String>> story) {
      int left = (int) Math.ceil(story.size() * (0.3 + 0.4 * random.nextDouble()));
      return switch (random.nextInt(3)) {
        case 0 -> story.subList(0, left);
        case 1 -> story.subList(story.size() - left, story.size());
        default -> {
          List<List<String>> any = new ArrayList<>(story);
          while (any.size() > left) {
            any.remove(random.nextInt(any.size()));
          }
          yield any;
        }
      };
    }

    private List<List<String>> extended(Tongue tongue, List<List<String>> story) {
      List<List<String>> extended = new ArrayList<>(story);
      int more = (int) Math.ceil(story.size() * (0.33 + 0.67 * random.nextDouble()));
      for (; more > 0; more--) {
        extended.add(random.nextInt(extended.size() + 1), tongue.sentence(random));
      }
      return extended;
    }

    private List<String> edited(List<String> sentence) {
      List<String> edited = new ArrayList<>(sentence);
      for (int edit = 0; edit < 2; edit++) {
        int at = random.nextInt(edited.size());
        switch (random.nextInt(4)) {
          case 0 -> edited.set(at, edited.get(at) + "ish");
          case 1 -> edited.add(at, "rather" + random.nextInt(50));
          case 2 -> edited.remove(at);
          default -> edited.add(random.nextInt(edited.size()), edited.remove(at));
        }
      }
      return edited;
    }

    private void plantTemplate(Template template, int stories) {
      Tongue tongue = tongue();
      List<List<String>> shared = sentences(tongue, template == Template.FILLED_IN ? 14 : 10);
      for (int story = 0; story < stories; story++) {
        add(++families, Kind.TEMPLATED, tongue, templated(template, tongue, shared));
      }
    }

    private List<List<String>> templated(
        Template template, Tongue tongue, List<List<String>> shared) {
      List<List<String>> text = new ArrayList<>();
      switch (template) {
        case NOTICE -> {
          text.addAll(sentences(tongue, 8 + random.nextInt(12)));
          text.addAll(shared);
        }
        case BETWEEN -> {
          for (List<String> sentence : shared) {
            text.add(tongue.sentence(random));
            text.add(sentence);
          }
        }
        case FILLED_IN -> shared.forEach(sentence -> text.add(filledIn(tongue, sentence)));
      }
      return text;
    }

    private List<String> filledIn(Tongue tongue, List<String> sentence) {
      List<String> filled = new ArrayList<>(sentence);
      for (int slot = 0; slot < 2; slot++) {
        int at = (1 + 2 * slot) * filled.size() / 4;
        filled.set(at, Tongue.pick(tongue.sentence(random), random) + random.nextInt(1000));
      }
      return filled;
    }

    private void add(int family, Kind kind, Tongue tongue, List<List<String>> sentences) {
      String headline = tongue.write(tongue.sentence(random));
      all.add(new Planted(family, kind, headline, paragraphs(tongue, sentences)));
    }

    private String paragraphs(Tongue tongue, List<List<String>> sentences) {
      List<String> paragraphs = new ArrayList<>();
      for (int from = 0; from < sentences.size(); from += 3) {
        int to = Math.min(sentences.size(), from + 3);
        paragraphs.add(tongue.text(sentences.subList(from, to)));
      }
      return paragraphs.stream().collect(Collectors.joining("\n"));
    }

    private List<List<String>> story(Tongue tongue) {
      return sentences(tongue, 10 + random.nextInt(35));
    }

    private List<List<String>> sentences(Tongue tongue, int count) {
      List<List<String>> sentences = new ArrayList<>();
      while (sentences.size() < count) {
        sentences.add(tongue.sentence(random));
      }
      return sentences;
    }

    private Tongue tongue() {
      return Arrays.asList(Tongue.values()).get(random.nextInt(Tongue.values().length));
    }
  }
}
