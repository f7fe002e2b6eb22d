package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;

/// Judges which line is the headline, and takes the site's name off it.
///
/// Readers are shown one headline; machines are told another, often shortened for search engines
/// or with the site's name glued to it: `Storm hits coast | The Daily Bugle`. A shown heading is
/// believed where what machines are told resembles it; one that nothing resembles is a section's
/// or the site's. Where a page shows both, the one above the story and the other in its own
/// heading, the heading was written for search engines.
final class Headlines {
  private static final List<String> SEPARATORS = List.of(
      " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " / ", " ~ ", " > ", " ‹ ",
      " › ", " ⋆ ", " : ", ": ", "|", "_", " ― ", "--", "－", "—", "：", "::");
  /// Where words are not parted by spaces, signs are not either.
  private static final List<String> CLOSE_SEPARATORS =
      Stream.concat(SEPARATORS.stream(), Stream.of("-")).toList();
  /// One of these stands in each of them.
  private static final String SIGNS = String.join("", SEPARATORS).replace(" ", "");
  private static final Pattern HOST = Pattern.compile(
      "(?:www\\.)?+[\\p{L}\\d\\-]{2,40}(?:\\.[\\p{L}\\d\\-]{2,40})*?\\.(?:\\p{Ll}{2,3}|info|example|online|news)");
  private static final String QUOTES = "\"“”„«»‹›‘’'「」『』";
  private static final int FEWEST_LETTERS = 8;
  private static final int MOST_PARTS = 4;
  // Longer titles are no titles; looking into each of their parts would take its time.
  private static final int MOST_LETTERS = 400;

  private static final double OF_SITE = .2;
  private static final double TOLD = .9;
  private static final double UNLIKE = .7;
  /// One word above a story that has its own heading is a site's or a section's: `Wiki`.
  private static final double UNLIKE_WORD = .5;
  private static final double LEAST_LIKE = .95;
  // Headlines for search engines share a third of their words with the one they stand for.
  private static final double LIKE = 1.0 / 3;
  private static final double WELL_TOLD = .7;
  /// The weight of what machines are told and readers are shown, but not in the heading: that one
  /// was written for search engines.
  private static final double TOLD_AND_SHOWN = .98;
  private static final double OF_ARTICLE = .9;
  /// Of several headings the one that machines are told is heavier by that.
  private static final double TOLD_HEADING = .01;

  /// Fewer words, unlike what machines are told, are a section's name.
  private static final int FEWEST_WORDS = 4;

  private static final int SHORTEST_TAIL = 12;
  private static final int SHORTEST_TOLD = 18;
  private static final int SHORTEST_BEFORE_BAR = 20;

  private final List<Candidate> candidates;
  private final Set<String> sites = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final Set<String> lines = new HashSet<>();
  private final List<Set<String>> told = new ArrayList<>(); // words of what machines are told
  private final Map<Candidate, String> stripped = new IdentityHashMap<>(); // asked for often
  private final Predicate<String> isLine;
  private boolean hasLower;
  private final Set<String> headings = new HashSet<>();
  /// The first headline of an article in JSON-LD; others are of teasers.
  private final Optional<Candidate> main;
  private final Optional<String> twice;
  /// The letters of the heading above the story, empty where none is known.
  private final String above;

  /// @param above the heading above the story
  /// @param sites names that the site goes by
  /// @param candidates all that is said of the headline: one may be what is left of another
  /// @param lines that the page shows where its headline should be
  /// @param isLine whether the page anywhere shows a line of such letters
  Headlines(
      Optional<String> above,
      Set<String> sites,
      List<Candidate> candidates,
      List<String> lines,
      Predicate<String> isLine) {
    this.candidates = candidates;
    this.above = above.map(Headlines::letters).orElse("");
    this.isLine = isLine;
    main = firstOfArticle();
    twice = toldTwice();
    for (String line : lines) {
      String letters = letters(line);
      if (letters.length() >= FEWEST_LETTERS) {
        this.lines.add(letters);
      }
    }
    for (String site : sites) {
      this.sites.add(letters(site));
    }
    this.sites.remove("");
    this.sites.removeAll(headlinesAsNames());
    for (Candidate candidate : candidates) {
      this.sites.addAll(sitesAround(candidate));
      if (isAlone(candidate)) {
        others.add(letters(given(candidate)));
      }
    }
    for (Candidate candidate : candidates) {
      if (!isShown(candidate)) {
        told.add(words(strip(candidate)));
      }
    }
  }

  /// Headings of some words that are the page's whole title: some pages call themselves by their
  /// story's name, where others give the site's. OpenGraph tells nothing else, or it has the
  /// headline for readers.
  private Set<String> headlinesAsNames() {
    Set<String> titles = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Candidate candidate : candidates) {
      String given = given(candidate);
      boolean isMasthead = candidate.confidence() < WELL_TOLD;
      if (isTitle(candidate)) {
        titles.add(letters(given));
      } else if (isHeading(candidate) && !isMasthead && isLong(given)) {
        names.add(letters(given));
      }
    }
    names.retainAll(titles);
    for (Candidate candidate : candidates) {
      if (isOpenGraph(candidate)) {
        names.retainAll(Set.of(letters(given(candidate))));
      }
    }
    return names;
  }

  List<Opinion> opinions() {
    for (Candidate candidate : candidates) {
      hasLower |= isLower(candidate);
      if (isHeading(candidate)) {
        headings.add(letters(given(candidate)));
      }
    }
    List<Opinion> opinions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String headline = isShown(candidate)
          ? asTold(whole(behindKicker(withoutCount(given(candidate)))))
          : strip(candidate);
      headline = isShownAndTold(headline) ? headline : beforeBar(headline);
      String letters = letters(headline);
      double weight = candidate.confidence() * factor(candidate, headline, letters);
      if (isShownToo(candidate, letters) || isOnlyTold(candidate, letters)) {
        weight = TOLD_AND_SHOWN;
      } else if (isHeading(candidate) && isToldAlone(headline)) {
        weight += TOLD_HEADING;
      }
      opinions.add(new Opinion(candidate, List.of(headline), letters, weight));
    }
    return opinions;
  }

  /// A heading as machines are told it, where they are told the same in better writing.
  private String asTold(String heading) {
    boolean isOneCase = isOneCase(heading);
    String letters = letters(heading);
    boolean isSaidSo = isToldAlone(heading);
    for (Candidate candidate : candidates) {
      if (isShown(candidate)) {
        continue;
      }
      String told = given(candidate);
      if (isOneCase
          && told.length() >= heading.length()
          && told.regionMatches(true, 0, heading, 0, heading.length())
          && !isOneCase(told.substring(0, heading.length()))
          && !isInsideWord(told, heading.length())) {
        return told.substring(0, heading.length());
      }
      if (!isSaidSo && letters.equals(letters(told)) && hasMoreSigns(told, heading)) {
        return told;
      }
    }
    return heading;
  }

  private static boolean isInsideWord(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  /// `STORM HITS COAST`, `storm hits coast`: style sheets and old systems write so.
  private static boolean isOneCase(String text) {
    boolean hasUpper = false;
    boolean hasLower = false;
    for (int at = 0; at < text.length() && !(hasUpper && hasLower); at++) {
      hasUpper |= Character.isUpperCase(text.charAt(at));
      hasLower |= Character.isLowerCase(text.charAt(at));
    }
    return hasUpper != hasLower;
  }

  /// Whether a sign parts what a heading shows as two lines: `Harbour strike / Talks begin again`.
  private static boolean hasMoreSigns(String told, String heading) {
    return signs(told) > signs(heading);
  }

  private static int signs(String text) {
    int signs = 0;
    for (int at = 1; at < text.length() - 1; at++) {
      boolean isParting = text.charAt(at + 1) == ' ' && ":/–—-|".indexOf(text.charAt(at)) >= 0;
      signs += isParting ? 1 : 0;
    }
    return signs;
  }

  private double factor(Candidate candidate, String headline, String letters) {
    if (sites.contains(letters)) {
      return OF_SITE;
    }
    double likeness = isShown(candidate) ? likeness(headline) : TOLD;
    boolean isSpared = likeness == UNLIKE && isAbove(candidate) && isLong(headline);
    return isSpared ? LEAST_LIKE : likeness;
  }

  /// Whether a heading says just what machines are told as the headline, bar and all: `Storm hits
  /// coast | What we know` is one.
  private boolean isShownAndTold(String headline) {
    int bar = headline.indexOf(" | ");
    boolean hasWords = bar >= 0 && headline.indexOf(' ', bar + " | ".length()) > 0; // no section's
    String letters = hasWords ? letters(headline) : "";
    return headings.contains(letters)
        && main.filter(told -> letters(given(told)).equals(letters)).isPresent();
  }

  /// A heading without the number of comments behind it, and the host of the page it speaks of:
  /// `Storm hits coast (gull.example) 87`, where machines are told `Storm hits coast`.
  private String withoutCount(String heading) {
    int end = heading.length();
    while (end > 0 && Character.isDigit(heading.charAt(end - 1))) {
      end--;
    }
    boolean isCounted = end > 1 && end < heading.length() && heading.charAt(end - 1) == ' ';
    if (!isCounted) {
      return heading;
    }
    String rest = heading.substring(0, end - 1);
    int open = rest.lastIndexOf(" (");
    String name = open > 0 && rest.endsWith(")") ? rest.substring(open + 2, rest.length() - 1) : "";
    String bare = isAddress(name) ? rest.substring(0, open) : rest;
    for (Candidate candidate : candidates) {
      if (!isShown(candidate) && strip(candidate).equals(bare)) {
        return bare;
      }
    }
    return heading;
  }

  private static boolean isHeading(Candidate candidate) {
    return candidate.place().equals("h1");
  }

  /// Whether a candidate is the heading above the story: that one may say something else than what
  /// machines are told.
  private boolean isAbove(Candidate candidate) {
    return isHeading(candidate) && !above.isEmpty() && letters(given(candidate)).equals(above);
  }

  private static boolean isLong(String headline) {
    return words(headline).size() >= FEWEST_WORDS && !headline.endsWith(":");
  }

  /// `Storm hits coast | Live blog` without what stands behind the bar: a section, a series.
  private static String beforeBar(String headline) {
    int bar = headline.indexOf(" | ");
    return bar >= SHORTEST_BEFORE_BAR && bar > headline.length() - bar
        ? headline.substring(0, bar).strip()
        : headline;
  }

  /// A heading with its kicker, where both JSON-LD and OpenGraph tell them together:
  /// `Harbour strike: Talks begin again`. To such a newsroom the kicker is part of the headline.
  private String whole(String heading) {
    return twice
        .filter(told -> letters(told.substring(told.indexOf(": "))).equals(letters(heading)))
        .orElse(heading);
  }

  /// What JSON-LD and OpenGraph both tell, if it may have a kicker.
  private Optional<String> toldTwice() {
    if (main.isEmpty()) {
      return Optional.empty();
    }
    String told = beforeBar(given(main.get()));
    for (Candidate candidate : candidates) {
      if (isOpenGraph(candidate) && letters(given(candidate)).equals(letters(told))) {
        return Stream.of(told, given(candidate))
            .filter(some -> some.indexOf(": ") > 0)
            .findFirst();
      }
    }
    return Optional.empty();
  }

  /// Whether the page shows in another place than its heading all that a candidate tells machines.
  private boolean isShownToo(Candidate candidate, String letters) {
    boolean isOther = letters.length() >= SHORTEST_TOLD
        && !headings.isEmpty()
        && !headings.contains(letters)
        && !sites.contains(letters)
        && (isOpenGraph(candidate) || isMain(candidate));
    return isOther
        && letters.equals(letters(without(given(candidate), false)))
        && (lines.contains(letters)
            || isClassed(letters)
            || (isMain(candidate) && isLine.test(letters)));
  }

  /// Whether machines are told just what a lower heading says, and nothing that a heading of the
  /// first rank says: that one is the section's, unless it says the same and more.
  private boolean isOnlyTold(Candidate lower, String letters) {
    boolean isTold = false;
    for (Candidate candidate : isLower(lower) ? candidates : List.<Candidate>of()) {
      if (isHeading(candidate)
          && headings.size() == 1
          && words(given(candidate)).containsAll(words(given(lower)))) {
        return false;
      }
      if (isOpenGraph(candidate) || isMain(candidate) || isTitle(candidate)) {
        String told = letters(strip(candidate));
        if (headings.contains(told)) {
          return false;
        }
        isTold |= told.equals(letters);
      }
    }
    return isTold;
  }

  private boolean isClassed(String letters) {
    for (Candidate candidate : candidates) {
      if (candidate.place().startsWith("[class=")
          && !candidate.place().contains("breadcrumb")
          && letters(given(candidate)).equals(letters)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpenGraph(Candidate candidate) {
    return candidate.source() == Source.OPEN_GRAPH;
  }

  private boolean isMain(Candidate candidate) {
    return main.filter(first -> first == candidate).isPresent();
  }

  private Optional<Candidate> firstOfArticle() {
    for (Candidate first : candidates) {
      if (first.source() == Source.JSON_LD && first.confidence() >= OF_ARTICLE) {
        return Optional.of(first);
      }
    }
    return Optional.empty();
  }

  private static String given(Candidate candidate) {
    return candidate.values().getFirst();
  }

  /// Whether a candidate is what the page shows, and not what it tells machines.
  private static boolean isShown(Candidate candidate) {
    return candidate.source() == Source.MARKUP && !isTitle(candidate);
  }

  private static boolean isTitle(Candidate candidate) {
    return candidate.place().equals("title");
  }

  /// A heading that stands behind or before a headline in the page's title is the site's name:
  /// `Storm hits coast | Bugle` makes a site of `Bugle`, if it is a heading too.
  private Set<String> sitesAround(Candidate candidate) {
    Set<String> names = new HashSet<>();
    if (!isShown(candidate)) {
      return names;
    }
    String heading = given(candidate);
    String name = letters(heading);
    for (Candidate other : candidates) {
      String title = given(other);
      boolean isInside = isTitle(other) && (title.startsWith(heading) || title.endsWith(heading));
      for (String separator : isInside ? SEPARATORS : List.<String>of()) {
        int parts = title.length() - heading.length() - separator.length();
        boolean isBehind = title.endsWith(separator + heading)
            && !isToldAlone(heading)
            && !(isAbove(candidate) && isPath(title.substring(0, Math.max(0, parts))))
            && (parts > heading.length() || isGivenAlone(title.substring(0, parts)));
        boolean isBefore = title.startsWith(heading + separator)
            && isHeadlineBehind(title.substring(title.length() - parts), heading);
        if (isBehind || isBefore) {
          names.add(name);
        }
      }
      if (isTitle(other) && isHeading(candidate) && isMotto(heading, title)) {
        names.add(name);
      }
    }
    return names;
  }

  /// Whether what stands in front of a heading in the title is the way to it, `Oberwerra County -
  /// Press releases`, and no headline: the page shows no such line.
  private boolean isPath(String before) {
    return hasSeparator(before)
        && SEPARATORS.stream().anyMatch(before::contains)
        && !lines.contains(letters(before))
        && !isGivenAlone(before);
  }

  /// Whether a heading is the site's name, which the title ends with, and its motto, while one of
  /// lower rank says what else is in the title: `The Daily Gull, news of the coast` stands above
  /// `Storm hits coast`, and the title is `Storm hits coast | The Daily Gull`.
  private boolean isMotto(String heading, String title) {
    for (Candidate lower : candidates) {
      if (isLower(lower) && title.startsWith(given(lower))) {
        String rest = title.substring(given(lower).length());
        for (String separator : SEPARATORS) {
          if (rest.startsWith(separator)) {
            String name = rest.substring(separator.length());
            return name.length() > 2
                && heading.length() > name.length()
                && heading.startsWith(name)
                && !isInsideWord(heading, name.length());
          }
        }
      }
    }
    return false;
  }

  /// Whether a candidate is a heading of a lower rank.
  private static boolean isLower(Candidate candidate) {
    String place = candidate.place();
    return place.length() == 2 && place.charAt(0) == 'h' && !place.equals("h1");
  }

  /// Whether the end of a title is the headline, and the heading it begins with the site's name:
  /// told alone or shown in a line, and of more words.
  private boolean isHeadlineBehind(String end, String heading) {
    return !sites.contains(letters(end))
        && words(end).size() > words(heading).size()
        && (isToldAlone(end) || isLineAlone(end, letters(heading)));
  }

  private boolean isGivenAlone(String headline) {
    for (Candidate candidate : candidates) {
      if (isAlone(candidate) && given(candidate).equals(headline)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the page shows a line of its own for a headline longer than the site's name.
  private boolean isLineAlone(String headline, String name) {
    String letters = letters(headline);
    return letters.length() > name.length() && lines.contains(letters);
  }

  private boolean isToldAlone(String headline) {
    for (Candidate candidate : candidates) {
      if (isTold(candidate) && given(candidate).equals(headline)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a candidate is what machines are told of this very page, and mostly without the
  /// site's name.
  static boolean isTold(Candidate candidate) {
    return !isShown(candidate) && !isTitle(candidate) && candidate.confidence() >= WELL_TOLD;
  }

  /// Whether a candidate may be what is left of another when the site's name is gone.
  private static boolean isAlone(Candidate candidate) {
    return isTold(candidate) || candidate.place().equals("h1");
  }

  /// How far a heading is like what machines are told, as a factor.
  private double likeness(String heading) {
    Set<String> words = words(heading);
    double most = 0;
    for (Set<String> others : told) {
      int shared = 0;
      for (String word : words) {
        shared += others.contains(word) ? 1 : 0;
      }
      int fewest = Math.min(words.size(), others.size());
      most = Math.max(most, fewest == 0 ? 0 : (double) shared / fewest);
    }
    double unlike = words.size() == 1 && hasLower ? UNLIKE_WORD : UNLIKE;
    return told.isEmpty() || most >= LIKE ? LEAST_LIKE + most * (1 - LEAST_LIKE) : unlike;
  }

  /// A heading without the kicker glued to its front, where the page elsewhere gives the headline
  /// alone: `Harbour strike Talks begin again` is `Talks begin again`.
  private String behindKicker(String heading) {
    String letters = letters(heading);
    String tail = "";
    for (Candidate alone : candidates) {
      if (isTold(alone)) {
        if (letters(given(alone)).equals(letters)) {
          return heading;
        }
        String rest = strip(alone);
        if (tail.isEmpty()
            && isTailOf(letters(rest), letters)
            && !isBehindQuotation(rest, heading)) {
          tail = rest;
        }
      }
    }
    return tail.isEmpty() ? without(heading, false) : tail;
  }

  /// Whether a headline begins with somebody's words, which are no kicker:
  /// `"A calm night": Storm passes by`.
  private static boolean isBehindQuotation(String tail, String heading) {
    int colon = heading.length() - tail.length() - ": ".length();
    return colon > 0
        && heading.endsWith(": " + tail)
        && QUOTES.indexOf(heading.charAt(0)) >= 0
        && QUOTES.indexOf(heading.charAt(colon - 1)) >= 0;
  }

  private static boolean isTailOf(String tail, String letters) {
    return tail.length() >= SHORTEST_TAIL
        && tail.length() < letters.length()
        && letters.endsWith(tail);
  }

  /// Letters and digits alone, in lower case, by which headlines are compared.
  static String letters(String text) {
    char[] letters = new char[text.length()];
    int size = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        letters[size++] = c;
      } else if (c >= 'A' && c <= 'Z') {
        letters[size++] = (char) (c + 'a' - 'A');
      } else if (c < 0x80) {
        continue; // a sign or a space
      } else if (Character.isHighSurrogate(c)) {
        int letter = text.codePointAt(at);
        at += Character.charCount(letter) - 1;
        if (Character.isLetterOrDigit(letter)) {
          size += Character.toChars(Character.toLowerCase(letter), letters, size);
        }
      } else if (Character.isLetterOrDigit(c)) {
        letters[size++] = Character.toLowerCase(c);
      }
    }
    return new String(letters, 0, size);
  }

  /// The words of a headline; of one written without spaces, its letters.
  private static Set<String> words(String headline) {
    Set<String> words = new LinkedHashSet<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= headline.length(); i++) {
      char c = i < headline.length() ? headline.charAt(i) : ' ';
      boolean isInside = Character.isLetterOrDigit(c);
      if (isInside) {
        word.append(Character.toLowerCase(c));
      }
      if (!word.isEmpty() && (!isInside || Character.isIdeographic(c))) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  /// The headline without the site's name before and behind it.
  private String strip(Candidate candidate) {
    return stripped.computeIfAbsent(candidate, this::stripFirst);
  }

  private String stripFirst(Candidate candidate) {
    String headline = given(candidate);
    Optional<String> shown = isData(candidate) ? Optional.empty() : shown(headline);
    return without(shown.orElse(headline), true);
  }

  /// Whether a candidate is told as the headline and not as the page's title, which has more in it:
  /// the line `Dear Aunt` is no better than the headline `Dear Aunt: My hens are gone`.
  private static boolean isData(Candidate candidate) {
    return candidate.source() == Source.JSON_LD
        || candidate.source() == Source.RESIDUE
        || candidate.source() == Source.RECORD;
  }

  /// The longest part at either end of a title that the page shows as a line of its own:
  /// `Daily Gull - News - Storm hits coast` above the line `Storm hits coast`.
  private Optional<String> shown(String title) {
    Optional<String> longest = Optional.empty();
    int most = 0;
    if (title.length() > MOST_LETTERS || !hasSeparator(title) || lines.contains(letters(title))) {
      return longest;
    }
    for (String separator : separators(title)) {
      for (int at = title.indexOf(separator); at > 0; at = title.indexOf(separator, at + 1)) {
        String before = title.substring(0, at).strip();
        String behind = title.substring(at + separator.length()).strip();
        for (String part : List.of(before, behind)) {
          String letters = letters(part);
          if (letters.length() > most && isHeadlineLine(letters)) {
            longest = Optional.of(part);
            most = letters.length();
          }
        }
      }
    }
    return longest;
  }

  private boolean isHeadlineLine(String letters) {
    return lines.contains(letters) && !sites.contains(letters);
  }

  private String without(String headline, boolean byOthers) {
    String rest = headline;
    for (int parts = 0; parts < MOST_PARTS; parts++) {
      Optional<String> shorter = shorter(rest, byOthers);
      if (shorter.isEmpty()) {
        return rest;
      }
      rest = shorter.get();
    }
    return rest;
  }

  /// Whether any separator may stand in a text; most texts have none, and there are many.
  private static boolean hasSeparator(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isLetterOrDigit(text.charAt(at)) && SIGNS.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<String> separators(String headline) {
    return Character.isIdeographic(headline.charAt(0)) ? CLOSE_SEPARATORS : SEPARATORS;
  }

  private Optional<String> shorter(String headline, boolean byOthers) {
    if (!hasSeparator(headline)) {
      return Optional.empty();
    }
    for (String separator : separators(headline)) {
      int last = headline.lastIndexOf(separator);
      if (last > 0) {
        String before = headline.substring(0, last);
        if (isSite(headline.substring(last + separator.length()), before, byOthers)) {
          return Optional.of(before.strip());
        }
      }
      int first = headline.indexOf(separator);
      if (first > 0) {
        String behind = headline.substring(first + separator.length());
        if (isSite(headline.substring(0, first), behind, byOthers)) {
          return Optional.of(behind.strip());
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSite(String part, String rest, boolean byOthers) {
    String left = letters(rest);
    if (left.isEmpty() || (left.length() < FEWEST_LETTERS && !others.contains(left))) {
      return false;
    }
    String name = letters(part);
    return sites.contains(name)
        || isAddress(part)
        || (byOthers && others.contains(left) && name.length() < left.length());
  }

  /// A name like that of a host: `Herald.example`.
  private static boolean isAddress(String part) {
    return HOST.matcher(part.strip()).matches();
  }

  /// Names in the page's address.
  static Set<String> hosts(Optional<String> url) {
    return url.map(u -> Set.copyOf(new HashSet<>(host(u)))).orElseGet(Set::of);
  }

  /// Names that the site goes by, from candidates for the publisher and the page's address.
  static Set<String> sites(List<Candidate> publishers, Optional<String> url) {
    Set<String> sites = new HashSet<>();
    publishers.forEach(c -> sites.addAll(c.values()));
    url.ifPresent(u -> sites.addAll(host(u)));
    return sites;
  }

  /// `https://www.daily-bugle.co.uk/x` gives `daily-bugle.co.uk`, `daily-bugle`.
  private static List<String> host(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return List.of();
    }
    int end = url.indexOf('/', start + 3);
    String host = Evidence.lower(url.substring(start + 3, end < 0 ? url.length() : end));
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    List<String> names = new ArrayList<>(List.of(host, bare));
    int dot = bare.indexOf('.');
    while (dot > 0) {
      names.add(bare.substring(0, dot));
      dot = bare.indexOf('.', dot + 1);
    }
    return names;
  }
}
