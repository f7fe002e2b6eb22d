package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.cli.Office.Done;

class UsageTest {
  private static final String RULES =
      "boilerplate, script, json-ld, story-data, escape, style, markup, template, encoded,"
          + " comments-line, share-bar, cookie-notice, newsletter-bar, pointer-line,"
          + " navigation-run, page-line, ad-label, posted-line, rights-line";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "searhc x | \"searhc\" is not a command; near it: search, clean; see: pressmark --help",
        "--fast | \"--fast\" is not an option; see: pressmark --help",
        "search x --fomat csv"
            + " | search: \"--fomat\" is not an option; near it: --format; see: pressmark search --help",
        "search | search: missing required parameter: 'QUERY'; see: pressmark search --help",
        "search x --limit 0"
            + " | search: --limit: 0 is not from 1 to 100000; see: pressmark search --help",
        "search x --page 0 | search: --page: 0 is out of reach; see: pressmark search --help",
        "search x --limit some | search: invalid value for option '--limit': \"some\" is neither a"
            + " number nor `all`; see: pressmark search --help",
        "search x --limit all --page 2 | search: --page: there is one page only with --limit all;"
            + " see: pressmark search --help",
        "search x --sort best | search: --sort: \"best\" is not an order; known orders: relevance,"
            + " newest, oldest; see: pressmark search --help",
        "search x --sort left | search: --sort: \"left\" is not an order of articles; it goes with"
            + " --kwic; see: pressmark search --help",
        "search x --kwic --sort 1X | search: --sort: \"1X\" is not an order of places; known orders:"
            + " id, left, right, key, newest, oldest, source, archive, or words by their places such"
            + " as 1L,2L,1R; see: pressmark search --help",
        "search x --context 5 | search: --context: goes with --kwic; see: pressmark search --help",
        "search x --kwic --context 5w | search: invalid value for option '--context': \"5w\" is"
            + " neither a number of words nor of characters, such as 8 or 60c, up to 1000; see:"
            + " pressmark search --help",
        "search x --sample 5 | search: --sample: goes with --kwic; see: pressmark search --help",
        "search x --kwic --sample 0"
            + " | search: --sample: 0 is not from 1 to 250000; see: pressmark search --help",
        "search x --kwic --seed 5 | search: --seed: goes with --sample; see: pressmark search --help",
        "search x --kwic --count"
            + " | search: --kwic and --count exclude each other; see: pressmark search --help",
        "search x --facets colour | search: --facets: \"colour\" is not known; known are: day, week,"
            + " month, year, publisher, section, author, language, type, source; see: pressmark"
            + " search --help",
        "search x --save a/b | search: --save: a name has up to 64 letters and digits, with . - _"
            + " behind the first; see: pressmark search --help",
        "trend | trend: missing required parameter: 'QUERY'; see: pressmark trend --help",
        "trend x --by decade | trend: --by: \"decade\" is not known; known are: day, week, month,"
            + " year, publisher, section, author, language, type, source; see: pressmark trend --help",
        "words --min 0 | words: --min: 0 is not from 1 on; see: pressmark words --help",
        "keyness x --sort size | keyness: invalid value for option '--sort': \"size\" is not"
            + " known; known are: g2, log-ratio; see: pressmark keyness --help",
        "collocations x --window 5-5 | collocations: --window: \"5-5\" is no number of words such as"
            + " 5 or 3,0, up to 1000; see: pressmark collocations --help",
        "clean --format pfd | clean: --format: \"pfd\" is not a format; known formats: text, md, json,"
            + " jsonl, html, tei, csv, vertical, conllu, ninjs, ris, bibtex, csl; see: pressmark clean"
            + " --help",
        "search x --freeze y --thaw y | search: --freeze and --thaw exclude each other; see: pressmark"
            + " search --help",
        "search x --thaw y | search: --thaw: the query is in the frozen file; give none; see: pressmark"
            + " search --help",
        "search x --freeze .. | search: --freeze: \"..\" is no name; use letters, digits, dots, - and"
            + " _; see: pressmark search --help",
        "clean --keep share-baar | clean: --keep: \"share-baar\" is not a rule for text; near it:"
            + " share-bar; known rules: " + RULES + "; see: pressmark clean --help",
        "ingest x --keep style,zzz | ingest: --keep: \"zzz\" is not a rule for text; known rules: "
            + RULES + "; see: pressmark ingest --help",
        "clean --threads 0"
            + " | clean: --threads: 0 is not a number from 1 to 1024; see: pressmark clean --help",
        "show x --raw --cuts | show: --raw, --cuts, --why, --format, --versions and --captures"
            + " exclude each other; see: pressmark show --help",
        "show x --why colour | show: --why: \"colour\" is not a field; known fields: headline,"
            + " alternativeHeadline, author, datePublished, dateModified, articleSection, publisher,"
            + " sourceOrganization, locationCreated, inLanguage, url, image, caption, creditText,"
            + " keywords, description, isAccessibleForFree, type; see: pressmark show --help",
        "report --sample 1 | report: --sample: 1 is not from 2 to 10000; see: pressmark report --help",
        "report --answers x | report: --answers: goes with --sample; see: pressmark report --help",
        "report --sample 9 -f csv | report: --sample: takes no --format or --output; see: pressmark"
            + " report --help",
        "repair extra | repair: \"extra\" is not expected here; see: pressmark repair --help",
        "verify extra | verify: \"extra\" is not expected here; see: pressmark verify --help",
        "train residue x --rounds 0"
            + " | train: --rounds: 0 is no number of rounds; see: pressmark train --help",
        "train residue x --hold-out 6"
            + " | train: --hold-out: 6 is not from 1 to 5; see: pressmark train --help",
        "ingest no/such/folder | no/such/folder: no such file or folder; nothing was ingested",
      })
  void saysWhatIsWrongWithTheWords(String words, String message) {
    Done done = new Office().run((Object[]) words.split(" "));
    assertThat(done.err()).isEqualTo("pressmark: " + message + "\n");
    assertThat(done.out()).isEmpty();
    assertThat(done.code()).isEqualTo(2);
  }

  @Test
  void asksForACommandWhereThereIsNone() {
    Done done = new Office().run();
    assertThat(done.err()).isEqualTo("pressmark: missing a command; see: pressmark --help\n");
    assertThat(done.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search",
        "trend",
        "words",
        "keyness",
        "collocations",
        "show",
        "export",
        "report",
        "reclean",
        "verify",
        "repair"
      })
  void saysWhereAnArchiveIsMissing(String command) {
    Done done = List.of("report", "reclean", "verify", "repair").contains(command)
        ? new Office().run(command, "-a", "no/archive")
        : new Office().run(command, "-a", "no/archive", "x");
    assertThat(done.err())
        .isEqualTo(
            "pressmark: no/archive: there is no archive here; `pressmark ingest` makes one\n");
    assertThat(done.code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest",
        "fetch",
        "clean",
        "search",
        "trend",
        "words",
        "keyness",
        "collocations",
        "show",
        "export",
        "report",
        "reclean",
        "verify",
        "repair",
        "train",
        "completion",
        "help"
      })
  void helpsWithEveryCommandInEightyColumns(String command) {
    Done asked = new Office().run("help", command);
    assertThat(new Office().run(command, "--help")).usingRecursiveComparison().isEqualTo(asked);
    assertThat(asked.code()).isZero();
    assertThat(asked.err()).isEmpty();
    assertThat(asked.out()).contains("Usage: pressmark " + command, "Exit codes:\n");
    assertThat(asked.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void listsTheCommandsAndNotTheLaunchersOwn() {
    assertThat(new Office().run("--help").out())
        .contains("\n  ingest        Cleans files and folders into a searchable archive.\n")
        .contains(
            "\n  fetch         Fetches pages, feeds and sitemaps, politely, into the archive.\n")
        .contains("\n  verify        Checks that the archive is whole.\n")
        .contains("\n  repair        Puts damage in the archive aside and makes the rest whole.\n")
        .doesNotContain("warm-up");
  }

  @Test
  void tellsItsVersionWithEveryCommand() {
    Done done = new Office().run("--version");
    assertThat(done.out()).matches("pressmark \\S.* \\(Java [0-9.]+.*\\)\n");
    assertThat(new Office().run("search", "--version").out()).isEqualTo(done.out());
  }

  @Test
  void printsAScriptThatCompletes() {
    assertThat(new Office().run("completion").out())
        .startsWith("#!/usr/bin/env bash\n")
        .contains("search", "--archive", "relevance", "pointer-line");
  }

  @Test
  void endsQuietlyWhenTheReaderHasSeenEnough() {
    for (String words : List.of("--help", "clean")) {
      Done done = runOnBroken("Broken pipe", words);
      assertThat(done.code()).isEqualTo(141);
      assertThat(done.err()).isEmpty();
    }
  }

  @Test
  void saysWhenResultsCanNotBeWritten() {
    for (String words : List.of("--help", "clean")) {
      Done done = runOnBroken("No space left on device", words);
      assertThat(done.code()).isEqualTo(3);
      assertThat(done.err())
          .isEqualTo("pressmark: standard output: No space left on device; make room, or write"
              + " somewhere else\n");
    }
  }

  /// Standard input is longer than any buffer.
  private static Done runOnBroken(String trouble, String words) {
    byte[] input = (Pages.FIRST + "\n\n").repeat(2000).getBytes(StandardCharsets.UTF_8);
    OutputStream broken = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(trouble);
      }
    };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Desk desk = new Desk(new ByteArrayInputStream(input), broken, err, Set.of(), Map.of());
    int code = Main.run(desk, words);
    return new Done(code, new byte[0], err.toString(StandardCharsets.UTF_8));
  }
}
