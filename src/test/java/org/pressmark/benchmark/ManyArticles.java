package org.pressmark.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Writes as many invented articles as one likes, as JSON lines packed with gzip, to measure what
/// only shows in large archives: `ManyArticles COUNT FILE [SEED]`.
///
/// Ten outlets, thirty years, some 400 words an article, of 60,000 different ones whose frequency
/// falls as in a language. Every second one is a page with markup around it, the others are
/// flattened text; one in twenty tells a story of another outlet again, word for word. The same
/// seed
/// gives the same bytes, and a larger count only more of them.
///
/// ```
/// mvn -q -Dquick test-compile
/// java -cp target/test-classes org.pressmark.benchmark.ManyArticles 200000 many.jsonl.gz
/// ./pressmark ingest many.jsonl.gz --archive many
/// ```
public final class ManyArticles {
  private static final int WORDS = 60_000;
  private static final int LENGTH = 400; // in words, on average
  private static final LocalDate FIRST_DAY = LocalDate.of(1996, 1, 1);
  private static final int DAYS = 30 * 365;
  private static final List<String> OUTLETS = List.of(
      "Varn Echo",
      "Ostholm Courier",
      "Dalmora Post",
      "Sandholm Gazette",
      "Port Ellery Mail",
      "Three Wells Observer",
      "Hallin Tribune",
      "Corvin Standard",
      "Lowmoor Herald",
      "Brask Journal");
  private static final List<String> SECTIONS =
      List.of("Politics", "Economy", "Sport", "Culture", "Region", "Opinion", "Science");
  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Bram", "Celia", "Dorit", "Emil", "Frida", "Goran", "Hanne", "Ivo", "Jola");
  private static final List<String> LAST_NAMES =
      List.of("Thorne", "Vasko", "Lindqvist", "Okabe", "Marrow", "Petrak", "Sallis", "Ruiz");
  // The words that hold English together, the most frequent first: a text without them is none.
  private static final String[] SMALL =
      ("the of to and in a that is was for on with as it by at from be"
              + " has are have he not an were will said but they this which had its or who more their"
              + " been would also after when than one there all can about new over")
          .split(" ");
  private static final String[] ONSETS =
      "b c d f g h l m n p r s t v w br ch cl dr fl gr pl pr sh sl st th tr".split(" ");
  private static final String[] NUCLEI = "a e i o u ai ea ee oa ou".split(" ");
  private static final String[] CODAS = {"", "", "", "n", "r", "l", "s", "t", "nd", "st", "m", "ck"
  };

  private final long seed;
  private final String[] words = new String[WORDS];

  private ManyArticles(long seed) {
    this.seed = seed;
    Random random = new Random(seed);
    for (int rank = 0; rank < WORDS; rank++) {
      words[rank] = rank < SMALL.length ? SMALL[rank] : word(random, rank);
    }
  }

  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    ManyArticles press = new ManyArticles(seed);
    try (Writer out = new BufferedWriter(new OutputStreamWriter(
        new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 16), UTF_8))) {
      for (int number = 0; number < count; number++) {
        out.write(press.record(number));
        out.write('\n');
      }
    }
  }

  /// Frequent words are short.
  private static String word(Random random, int rank) {
    StringBuilder word = new StringBuilder();
    int syllables = 1 + (rank > 500 ? 1 : 0) + random.nextInt(2);
    for (int syllable = 0; syllable < syllables; syllable++) {
      word.append(pick(ONSETS, random)).append(pick(NUCLEI, random)).append(pick(CODAS, random));
    }
    return word.toString();
  }

  /// An invented article, before it is written down in one form or another.
  record Piece(
      String outlet,
      String headline,
      String author,
      String section,
      String date,
      String url,
      List<String> paragraphs) {}

  static ManyArticles of(long seed) {
    return new ManyArticles(seed);
  }

  Piece piece(int number) {
    Random random = new Random(seed * 1_000_003 + number);
    boolean isCopy = random.nextInt(20) == 0 && number >= 7;
    Random story = isCopy ? new Random(seed * 1_000_003 + number - 7) : random;
    String outlet = OUTLETS.get(random.nextInt(OUTLETS.size()));
    String headline = headline(random);
    String author = pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random);
    String section = pick(SECTIONS, random);
    String date = FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
    if (isCopy) {
      story.nextInt(20);
      skipHead(story);
    }
    String url = "https://" + outlet.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example/"
        + date.replace('-', '/') + "/" + number;
    return new Piece(outlet, headline, author, section, date, url, paragraphs(story));
  }

  /// A word that is as frequent as one read at random.
  String draw(Random random) {
    return word(random);
  }

  /// Two words that stand side by side in some articles: one of the frequent ones, and another.
  String[] pair(Random random) {
    return new String[] {words[random.nextInt(SMALL.length)], word(random)};
  }

  String rare(Random random) {
    return words[1_000 + random.nextInt(WORDS - 1_000)];
  }

  private String record(int number) {
    Piece piece = piece(number);
    String head = "{\"url\":\"" + piece.url() + "\",\"title\":\"" + piece.headline()
        + "\",\"author\":\"" + piece.author() + "\",\"section\":\"" + piece.section()
        + "\",\"date\":\"" + piece.date() + "\",";
    return number % 2 == 0
        ? head + "\"html\":\"" + page(piece) + "\"}"
        : head + "\"text\":\"" + String.join("\\n\\n", piece.paragraphs()) + "\"}";
  }

  /// As many numbers as the head of a record takes.
  private void skipHead(Random story) {
    story.nextInt(OUTLETS.size());
    headline(story);
    pick(FIRST_NAMES, story);
    pick(LAST_NAMES, story);
    pick(SECTIONS, story);
    story.nextInt(DAYS);
  }

  private String headline(Random random) {
    StringBuilder headline = new StringBuilder();
    for (int left = 5 + random.nextInt(6); left > 0; left--) {
      headline.append(headline.isEmpty() ? "" : " ").append(word(random));
    }
    return capital(headline);
  }

  private List<String> paragraphs(Random random) {
    List<String> paragraphs = new ArrayList<>();
    for (int left = LENGTH / 2 + random.nextInt(LENGTH); left > 0; ) {
      StringBuilder paragraph = new StringBuilder();
      for (int sentences = 2 + random.nextInt(4); sentences > 0; sentences--) {
        int length = 8 + random.nextInt(20);
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(sentence(random, length));
        left -= length;
      }
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  private String sentence(Random random, int length) {
    StringBuilder sentence = new StringBuilder();
    for (int left = length; left > 0; left--) {
      sentence.append(sentence.isEmpty() ? "" : " ").append(word(random));
    }
    return capital(sentence.append('.'));
  }

  /// A word of rank n comes about 1/n as often as the first.
  private String word(Random random) {
    return words[(int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1];
  }

  private static String capital(StringBuilder text) {
    text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    return text.toString();
  }

  private static String page(Piece piece) {
    return "<!doctype html><html lang=\\\"en\\\"><head><title>" + piece.headline() + " - The "
        + piece.outlet()
        + "</title><meta property=\\\"article:published_time\\\" content=\\\"" + piece.date()
        + "T08:00:00Z\\\"><script>window.track=window.track||[];track.push(['view',1]);</script></head>"
        + "<body><nav><ul><li><a href=\\\"/\\\">Home</a></li><li><a href=\\\"/sport\\\">Sport</a></li>"
        + "</ul></nav><article><p class=\\\"section\\\">" + piece.section() + "</p><h1>"
        + piece.headline()
        + "</h1><p class=\\\"byline\\\">By " + piece.author() + "</p><p>"
        + String.join("</p><p>", piece.paragraphs())
        + "</p></article><aside><h2>Most read</h2><ul><li><a href=\\\"/a\\\">Ferry runs again</a></li>"
        + "<li><a href=\\\"/b\\\">What the tide left behind</a></li></ul></aside><footer>© The "
        + piece.outlet() + "</footer></body></html>";
  }

  private static String pick(String[] choice, Random random) {
    return choice[random.nextInt(choice.length)];
  }

  private static String pick(List<String> choice, Random random) {
    return choice.get(random.nextInt(choice.size()));
  }
}
