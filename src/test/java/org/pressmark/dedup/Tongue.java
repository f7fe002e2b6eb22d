package org.pressmark.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// An invented way of speaking. Four of them, so that a threshold is not fitted to one: what two
/// unrelated stories share by chance differs from nearly nothing to a lot.
enum Tongue {
  /// English of a few frames and some two hundred words: unrelated stories share many turns.
  FRAMES {
    @Override
    List<String> sentence(Random random) {
      List<String> words = new ArrayList<>();
      for (String part : pick(FRAME, random).split(" ")) {
        words.addAll(
            switch (part) {
              case "WHO" -> List.of(pick(NAME, random), pick(NAME, random));
              case "WHERE" -> List.of(pick(PLACE, random));
              case "THING" -> List.of(pick(QUALITY, random), pick(NOUN, random));
              case "DOES" -> List.of(pick(VERB, random));
              case "WHEN" -> List.of("on", pick(DAY, random));
              case "MANY" -> List.of(Integer.toString(2 + random.nextInt(900)));
              default -> List.of(part);
            });
      }
      return words;
    }
  },
  /// Words of random syllables, a few of them frequent: unrelated stories share next to nothing.
  SYLLABLES {
    @Override
    List<String> sentence(Random random) {
      List<String> words = new ArrayList<>();
      for (int left = 6 + random.nextInt(25); left > 0; left--) {
        words.add(word((int) Math.exp(random.nextDouble() * Math.log(20_000))));
      }
      return words;
    }
  },
  /// Each word is followed by one of a few others: unrelated stories share runs of words.
  CHAIN {
    @Override
    List<String> sentence(Random random) {
      List<String> words = new ArrayList<>();
      int word = random.nextInt(3_000);
      for (int left = 8 + random.nextInt(22); left > 0; left--) {
        words.add(word(word));
        int next = (int) Math.exp(random.nextDouble() * Math.log(12)) - 1;
        word = Math.floorMod(31 * word + 7 * next * next + next, 3_000);
      }
      return words;
    }
  },
  /// Chinese characters, each a word for the purpose of editing.
  CHARACTERS {
    @Override
    List<String> sentence(Random random) {
      List<String> words = new ArrayList<>();
      for (int left = 8 + random.nextInt(30); left > 0; left--) {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(3_000));
        words.add(Character.toString(0x4e00 + 5 * rank % 20_000));
      }
      return words;
    }

    @Override
    String write(List<String> words) {
      return String.join("", words) + "\u3002";
    }
  };

  private static final List<String> FRAME = List.of(
      "WHO , who DOES the THING of WHERE , said WHEN that MANY people would be affected",
      "the THING in WHERE was closed WHEN after MANY complaints about the THING",
      "according to WHO , the council DOES a THING and a THING before the end of the year",
      "it is not clear whether WHERE DOES the THING",
      "a spokesman for WHERE declined to comment on the THING",
      "MANY residents of WHERE met WHO WHEN to talk about the THING",
      "\u201c we never saw a THING like this \u201d said WHO of the THING association",
      "in the past MANY years WHERE DOES its THING without the help of WHERE",
      "the report , which WHO presented WHEN , DOES no THING",
      "police in WHERE are looking for a THING that was last seen WHEN near the THING",
      "for WHO it was the first THING since the THING of WHERE",
      "there were MANY of them , and nobody DOES the THING");
  private static final List<String> NAME =
      words("Odile Marek Tamsin Ruben Ingeborg Paulo Senna Wilbur Katla Idris Hanneke Tobias Mirjam"
          + " Costin Yevgenia Fabrice Lorne Saskia Dunstan Ottoline Brill Harker Vandermeer Quist"
          + " Pellow Achterberg Sorensen Maddox Ferreira Lindqvist Okoro Tarrant Wexford Blum"
          + " Castellan Droste Eames Fenwick Gruber Haldane");
  private static final List<String> PLACE =
      words("Port-Calder Skerry Hohenmark Dalmora Velmark Saltby Tarnside Miralsol Brennac"
          + " Ostholm Sandholm Kaasdam Rechka Linjiang Montalba Garrel Norland Harrowmere Almarfa"
          + " Lefjord Polder Overcast Wendelin Zarnow");
  private static final List<String> QUALITY =
      words("new old public northern municipal disputed annual wooden temporary private costly"
          + " forgotten electric regional broken popular narrow famous seasonal joint");
  private static final List<String> NOUN =
      words("ferry budget library harbour clinic strike orchard viaduct market school tram museum"
          + " quarry bridge festival court pension reservoir chapel bakery lighthouse archive"
          + " stadium canal election dairy hospital tunnel theatre mill");
  private static final List<String> VERB =
      words("supports opposes plans inspects sells repairs defends reviews funds questions visits"
          + " paints rents measures delays promises");
  private static final List<String> DAY =
      words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
  private static final List<String> SYLLABLE =
      words("ba ko ri ten sul mar vo de lin tra pas ge hu mon cal fi ro ste nu wil");

  /// One sentence, word by word.
  abstract List<String> sentence(Random random);

  /// A sentence as it is printed.
  String write(List<String> words) {
    String sentence = String.join(" ", words).replace(" ,", ",");
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }

  /// The word of a number, always the same one.
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    int left = number;
    do {
      word.append(SYLLABLE.get(left % SYLLABLE.size()));
      left /= SYLLABLE.size();
    } while (left > 0);
    return word.toString();
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }

  static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  String text(List<List<String>> sentences) {
    return sentences.stream().map(this::write).collect(Collectors.joining(" "));
  }
}
