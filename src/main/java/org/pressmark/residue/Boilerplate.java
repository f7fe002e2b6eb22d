package org.pressmark.residue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.pressmark.article.Draft;
import org.pressmark.article.Rule;

/// Lines of a flattened page that are not its story: notices about comments, share bars, labels of
/// advertisements, cookie notices, newsletter bars, pointers to other stories, menus, lines about
/// rights and about when the page was posted.
///
/// A line is cut only as a whole, and only if all of it is such a line: prose that speaks of
/// cookies stays.
final class Boilerplate {
  /// A line that may go.
  ///
  /// @param isSure whether it goes in any text; else only where something else shows that more than
  ///     the story was read, as a clean story may say when it was published
  record Line(Rule rule, boolean isSure) {}

  /// No line that is longer is looked at, in UTF-16 units.
  private static final int LONGEST = 400;

  /// Longer ones are only looked up by their openings.
  private static final int LONGEST_LISTED = 120;

  /// Longer lines that begin with © may be a picture's credit with the story behind it.
  private static final int LONGEST_CREDIT = 100;

  private static final Map<String, Integer> LONGEST_BY_RULE = Map.of(
      "pointer-line", 160,
      "newsletter-bar", 160,
      "posted-line", 100,
      "rights-line", 300,
      "cookie-notice", LONGEST);

  private static final int HEADS = 1 << 16;
  private static final int SHORT_HEAD = 3;
  private static final int LONG_HEAD = 6;

  /// A line that is shorter may end in marks before its head does.
  private static final int LONGER_THAN_HEADS = 10;

  private static final Map<String, Set<String>> BARS = bars();
  private static final Set<String> NETWORKS = bar("[network]");
  private static final Set<String> SHARE = bar("[share]");
  private static final Set<String> BUTTONS = bar("[button]");
  private static final Set<String> HOME = bar("[home]");
  private static final Set<String> MENU = bar("[menu]");
  private static final Set<String> OF_RIGHTS = Set.of("©", "(c)", "copyright");

  private final Map<String, Line> whole = new HashMap<>();
  private final Map<String, List<String>> openings = new HashMap<>(); // by their first four units
  private final Map<String, Line> byOpening = new HashMap<>();
  private final List<String> rights = new ArrayList<>();
  private final BitSet heads = new BitSet(HEADS); // how the lines of the lists and of bars begin

  Boilerplate() {
    Line kind = new Line(Rules.COMMENTS, true);
    for (String line : WordList.lines("boilerplate.txt")) {
      if (line.startsWith("[")) {
        boolean isSure = !line.endsWith("?]");
        String name = line.substring(1, line.length() - (isSure ? 1 : 2));
        kind = new Line(Rules.named(name), isSure);
      } else if (line.endsWith("…")) {
        String opening = line.substring(0, line.length() - 1);
        openings.computeIfAbsent(key(opening), k -> new ArrayList<>()).add(opening);
        byOpening.put(opening, kind);
        addHead(opening);
      } else {
        whole.put(line, kind);
        if (line.length() > LONGER_THAN_HEADS) {
          addHead(line);
        }
        if (kind.rule() == Rules.RIGHTS) {
          rights.add(line);
        }
      }
    }
    for (Set<String> bar : List.of(NETWORKS, SHARE, BUTTONS, HOME, MENU, OF_RIGHTS)) {
      bar.forEach(entry -> heads.set(firstWord(entry, 0, entry.length())));
    }
  }

  /// The words of bars and menus, by their section.
  private static Map<String, Set<String>> bars() {
    Map<String, Set<String>> bars = new HashMap<>();
    Set<String> words = new HashSet<>();
    for (String line : WordList.lines("bars.txt")) {
      if (line.startsWith("[")) {
        words = bars.computeIfAbsent(line, section -> new HashSet<>());
      } else {
        words.add(line);
      }
    }
    return bars;
  }

  private static Set<String> bar(String section) {
    return Objects.requireNonNull(BARS.get(section), section);
  }

  private static String key(String line) {
    return line.substring(0, Math.min(4, line.length()));
  }

  /// Whether what is left of a line beside a cut is short enough, and not empty.
  ///
  /// @param before where the last cut before this one ends
  static boolean couldBe(String text, int before, int cutStart, int cutEnd) {
    int start = cutStart;
    while (start > before && cutStart - start <= LONGEST && text.charAt(start - 1) != '\n') {
      start--;
    }
    int end = cutEnd;
    while (end < text.length() && end - cutEnd <= LONGEST && text.charAt(end) != '\n') {
      end++;
    }
    boolean another = start == before && start > 0 && text.charAt(start - 1) != '\n';
    boolean isEmpty =
        text.substring(start, cutStart).isBlank() && text.substring(cutEnd, end).isBlank();
    return another || !isEmpty && cutStart - start + end - cutEnd <= LONGEST;
  }

  /// What sort of line of the page this is, if it is one.
  ///
  /// @param inside whether prose stands before and after it; a line of one or two words is not cut
  ///     there, as it may be a heading
  Optional<Line> line(String text, int start, int end, boolean inside) {
    int from = start;
    int to = end;
    while (from < to && isOrnament(text.charAt(from))) {
      from++;
    }
    while (to > from && Draft.isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (to - from < 1 || to - from > LONGEST) {
      return Optional.empty();
    }
    if (!mayGo(text, from, to)
        || to - from > LONGEST_LISTED
            && !openings.containsKey(plain(text.substring(from, from + 4)))
            && "©cC".indexOf(text.charAt(from)) < 0) {
      return Optional.empty();
    }
    String plain = plain(text.substring(from, to));
    return any(plain).filter(line -> !inside || goesInside(plain, line.rule()));
  }

  /// A quick look that tells most prose from lines that may go.
  private boolean mayGo(String text, int from, int to) {
    if (to - from <= LONGER_THAN_HEADS
        || Character.isDigit(text.charAt(from))
        || heads.get(head(text, from, to, SHORT_HEAD))
        || heads.get(firstWord(text, from, to))
        || heads.get(head(text, from, to, LONG_HEAD))) {
      return true;
    }
    for (int at = from; at < to && to - from <= LONGEST_LISTED; at++) {
      char c = text.charAt(at);
      if (c == '|' || c == '>' || c > 127 && "©»›•·".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int firstWord(String text, int from, int to) {
    int end = from;
    while (end < to && !Draft.isBlank(text.charAt(end)) && ",:/".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return head(text, from, end, Integer.MAX_VALUE);
  }

  private void addHead(String line) {
    boolean isLong = line.chars().filter(c -> c != ' ').count() >= LONG_HEAD;
    heads.set(head(line, 0, line.length(), isLong ? LONG_HEAD : SHORT_HEAD));
  }

  /// A hash of the first so many letters and marks.
  private static int head(String text, int from, int to, int most) {
    int hash = most;
    int units = 0;
    for (int at = from; at < to && units < most; at++) {
      char c = text.charAt(at);
      if (!Draft.isBlank(c)) {
        hash = hash * 31 + Character.toLowerCase(same(c));
        units++;
      }
    }
    return (hash * 0x9E3779B1) >>> 16;
  }

  /// White space, and the marks that stand before a pointer: `► Read more: …`.
  private static boolean isOrnament(char c) {
    return Draft.isBlank(c) || "►▶▸»›→➤➡•●■▪◆★☞".indexOf(c) >= 0;
  }

  private Optional<Line> any(String plain) {
    Optional<Line> listed = byList(plain);
    if (listed.isPresent()) {
      return listed;
    }
    if (isRights(plain)) {
      return Optional.of(new Line(Rules.RIGHTS, false));
    }
    if (isShareBar(plain)) {
      return Optional.of(new Line(Rules.SHARE, true));
    }
    return isMenu(plain) ? Optional.of(new Line(Rules.NAVIGATION, true)) : Optional.empty();
  }

  /// Between the paragraphs of a story, short lines may be headings and lists of keywords be meant.
  private boolean goesInside(String plain, Rule rule) {
    if (rule == Rules.ADVERTISEMENT) {
      return true;
    }
    if (rule == Rules.POSTED || rule == Rules.RIGHTS && !saysRights(plain)) {
      return false;
    }
    boolean isShort = plain.indexOf(' ', plain.indexOf(' ') + 1) < 0;
    return !isShort || Chars.sort(plain.charAt(0)) == Chars.IDEOGRAPH;
  }

  private Optional<Line> byList(String plain) {
    Line exact = whole.get(plain);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (String opening : openings.getOrDefault(key(plain), List.of())) {
      Line line = byOpening.get(opening);
      if (line != null
          && plain.length() <= LONGEST_BY_RULE.getOrDefault(line.rule().name(), LONGEST)
          && plain.startsWith(opening)
          && (line.rule() != Rules.POSTED || saysWhen(plain, opening))) {
        boolean isAll = plain.length() == opening.length(); // it may head a section of the story
        return Optional.of(isAll ? new Line(line.rule(), false) : line);
      }
    }
    return Optional.empty();
  }

  /// `posted on 3 May 2019`, `tags: harbour, ferry`; but no sentence that begins like that.
  private static boolean saysWhen(String plain, String opening) {
    char last = opening.charAt(opening.length() - 1);
    return last == ':' || last == '：' || plain.chars().anyMatch(Character::isDigit);
  }

  /// One sign for those that are written in two ways.
  private static char same(char c) {
    return c == '’' ? '\'' : c == 'İ' ? 'i' : c;
  }

  /// In lower case, with single spaces, `0` for numbers at the beginning, no mark at the end.
  private static String plain(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    boolean digits = !line.isEmpty() && Character.isDigit(line.charAt(0));
    if (digits) {
      plain.append('0');
    }
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (digits && (Character.isDigit(c) || c == ',' || c == '.')) {
        continue;
      }
      digits = false;
      boolean blank = Draft.isBlank(c);
      if (!blank) {
        plain.append(same(c));
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    int end = plain.length();
    while (end > 0 && ".!…»›>→。 ".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return plain.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /// `© 2018 Saltby Evening Star`, `Copyright 2008 by The Harbour Press. All rights reserved`.
  private boolean isRights(String plain) {
    if (plain.length() > 300) {
      return false;
    }
    if (plain.startsWith("©")
        || plain.startsWith("copyright ©")
        || plain.startsWith("copyright (c)")) {
      return plain.length() <= LONGEST_CREDIT || saysRights(plain);
    }
    int behind = plain.startsWith("(c) ") ? 4 : plain.startsWith("copyright ") ? 10 : -1;
    return behind > 0
        && (isYear(plain, behind) && plain.length() <= LONGEST_CREDIT || saysRights(plain));
  }

  private static boolean isYear(String plain, int at) {
    return at + 4 <= plain.length()
        && (plain.startsWith("19", at) || plain.startsWith("20", at))
        && Character.isDigit(plain.charAt(at + 2))
        && Character.isDigit(plain.charAt(at + 3));
  }

  private boolean saysRights(String plain) {
    return rights.stream().anyMatch(plain::contains);
  }

  /// `Share Facebook Twitter WhatsApp Email`: networks and buttons, and nothing else.
  private static boolean isShareBar(String plain) {
    if (plain.length() > 160) {
      return false;
    }
    Set<String> networks = new HashSet<>();
    boolean asks = false;
    StringTokenizer words = new StringTokenizer(plain, " ,|•·/:");
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (NETWORKS.contains(word)) {
        networks.add(word);
      } else if (SHARE.contains(word)) {
        asks = true;
      } else if (!BUTTONS.contains(word) && !isNumber(word)) {
        return false;
      }
    }
    return networks.size() >= (asks ? 1 : 3);
  }

  /// How often a page was shared: `Facebook 12`.
  private static boolean isNumber(String word) {
    return word.length() < 6 && word.chars().allMatch(Character::isDigit);
  }

  /// `Home | News | Sport | Contact`: short items, two of them words of menus; `Home » Coast`.
  private static boolean isMenu(String plain) {
    if (plain.length() > 300) {
      return false;
    }
    List<String> items = items(plain);
    if (items.size() < 3) {
      return isMenuOfWords(plain);
    }
    int known = 0;
    for (String item : items) {
      if (item.length() > 24 || item.chars().anyMatch(Character::isDigit)) {
        return false;
      }
      known += HOME.contains(item) || MENU.contains(item) ? 1 : 0;
    }
    return known >= 2 || known == 1 && HOME.contains(items.getFirst()) && isPath(plain);
  }

  /// What stands between the signs that part a menu.
  private static List<String> items(String plain) {
    List<String> items = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < plain.length(); i++) {
      if ("|»›>•·".indexOf(plain.charAt(i)) >= 0) {
        items.add(plain.substring(from, i).strip());
        from = i + 1;
      }
    }
    items.add(plain.substring(from).strip());
    return items;
  }

  private static boolean isPath(String plain) {
    return plain.chars().noneMatch(c -> "|•·".indexOf(c) >= 0);
  }

  /// `Home News Sport Weather Contact`: all of them words of menus, the first the way home.
  private static boolean isMenuOfWords(String plain) {
    int first = plain.indexOf(' ');
    if (first < 0 || !HOME.contains(plain.substring(0, first))) {
      return false;
    }
    String[] words = plain.split(" ", -1);
    for (String word : words) {
      if (!HOME.contains(word) && !MENU.contains(word)) {
        return false;
      }
    }
    return words.length >= 4;
  }
}
