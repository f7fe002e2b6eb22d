package org.pressmark.residue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Draft;
import org.pressmark.article.Rule;

/// Lines of a flattened page that are not its story: notices about comments, share bars, cookie
/// notices, newsletter bars, pointers to other stories, menus.
///
/// A line is cut only as a whole, and only if all of it is such a line: prose that speaks of
/// cookies stays.
final class Boilerplate {
  /// No line that is longer is looked at, in UTF-16 units.
  private static final int LONGEST = 400;

  /// Longer ones are only looked up by their openings.
  private static final int LONGEST_LISTED = 120;

  private static final Map<String, Integer> LONGEST_BY_RULE =
      Map.of("pointer-line", 160, "newsletter-bar", 160, "cookie-notice", LONGEST);

  private static final Set<String> NETWORKS = Set.of(
      "facebook",
      "twitter",
      "x",
      "whatsapp",
      "linkedin",
      "pinterest",
      "reddit",
      "telegram",
      "email",
      "e-mail",
      "mail",
      "print",
      "tumblr",
      "vk",
      "viber",
      "messenger",
      "flipboard",
      "bluesky",
      "threads",
      "mastodon",
      "instagram",
      "youtube",
      "rss",
      "share",
      "tweet",
      "pin",
      "copy",
      "link",
      "more",
      "partager",
      "teilen",
      "compartir",
      "condividi",
      "compartilhar",
      "delen",
      "udostępnij",
      "dela",
      "поделиться",
      "paylaş",
      "pocket",
      "xing",
      "line",
      "weibo",
      "wechat",
      "微信",
      "微博",
      "分享",
      "sms",
      "save",
      "drucken",
      "imprimer",
      "imprimir",
      "skype",
      "odnoklassniki",
      "одноклассники",
      "вконтакте",
      "stampa",
      "google+",
      "on",
      "via",
      "by",
      "to");

  private static final Set<String> MENU = Set.of(
      "home",
      "homepage",
      "news",
      "accueil",
      "startseite",
      "start",
      "inicio",
      "início",
      "strona główna",
      "hem",
      "главная",
      "anasayfa",
      "ana sayfa",
      "首页",
      "首頁",
      "ホーム",
      "الرئيسية",
      "αρχική",
      "contact",
      "about",
      "about us",
      "kontakt",
      "impressum",
      "privacy",
      "privacy policy",
      "datenschutz",
      "login",
      "log in",
      "sign in",
      "menu",
      "search",
      "subscribe",
      "sport",
      "sports",
      "politics",
      "business",
      "opinion",
      "culture");

  private final Map<String, Rule> whole = new HashMap<>();
  private final Map<String, List<String>> openings = new HashMap<>(); // by their first five units
  private final Map<String, Rule> byOpening = new HashMap<>();
  private final Set<String> off;

  Boilerplate(Set<String> off) {
    this.off = new HashSet<>(off);
    Rule rule = Rules.COMMENTS;
    for (String line : WordList.lines("boilerplate.txt")) {
      if (line.startsWith("[")) {
        rule = Rules.named(line.substring(1, line.length() - 1));
      } else if (line.endsWith("…")) {
        String opening = line.substring(0, line.length() - 1);
        openings.computeIfAbsent(key(opening), k -> new ArrayList<>()).add(opening);
        byOpening.put(opening, rule);
      } else {
        whole.put(line, rule);
      }
    }
  }

  private static String key(String line) {
    return line.substring(0, Math.min(4, line.length()));
  }

  /// The rule by which this line goes, if it does.
  ///
  /// @param inside whether prose stands before and after it; a line of one or two words is not cut
  ///     there, as it may be a heading
  Optional<Rule> rule(String text, int start, int end, boolean inside) {
    int from = start;
    int to = end;
    while (from < to && Draft.isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && Draft.isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (to - from < 1 || to - from > LONGEST) {
      return Optional.empty();
    }
    if (to - from > LONGEST_LISTED
        && !openings.containsKey(plain(text.substring(from, from + 4)))) {
      return Optional.empty();
    }
    String plain = plain(text.substring(from, to));
    if (inside
        && plain.indexOf(' ', plain.indexOf(' ') + 1) < 0
        && Chars.kind(plain.isEmpty() ? ' ' : plain.charAt(0)) != Chars.IDEOGRAPH) {
      return Optional.empty();
    }
    return byList(plain)
        .or(() -> isShareBar(plain) ? Optional.of(Rules.SHARE) : Optional.empty())
        .or(() -> isMenu(plain) ? Optional.of(Rules.NAVIGATION) : Optional.empty())
        .filter(rule -> !off.contains(rule.name()));
  }

  private Optional<Rule> byList(String plain) {
    Rule exact = whole.get(plain);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (String opening : openings.getOrDefault(key(plain), List.of())) {
      Rule rule = byOpening.get(opening);
      if (rule != null
          && plain.length() <= LONGEST_BY_RULE.getOrDefault(rule.name(), LONGEST)
          && plain.length() > opening.length()
          && plain.startsWith(opening)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
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
        plain.append(c == '’' ? '\'' : c);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    int end = plain.length();
    while (end > 0 && ".!…»›>→ ".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return plain.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /// `Share Facebook Twitter WhatsApp Email`: two networks at least, and nothing else.
  private static boolean isShareBar(String plain) {
    if (plain.length() > 120) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (String word : plain.split("[ ,|•·/]+", -1)) {
      if (!word.isEmpty() && (!NETWORKS.contains(word) || word.length() > 2 && !seen.add(word))) {
        return false;
      }
    }
    seen.removeAll(Set.of("link", "more", "copy", "line", "save", "pin", "print", "mail", "via"));
    return seen.size() >= 2;
  }

  /// `Home | News | Sport | Contact`: four short items at least, two of them words of menus.
  private static boolean isMenu(String plain) {
    String[] items = plain.split(" *[|»›>•·] *", -1);
    if (items.length < 3 || plain.length() > 300) {
      return false;
    }
    int known = 0;
    for (String item : items) {
      if (item.length() > 24 || item.chars().anyMatch(Character::isDigit)) {
        return false;
      }
      known += MENU.contains(item) ? 1 : 0;
    }
    return known >= 2
        || known == 1 && MENU.contains(items[0]) && items.length >= 3 && plain.indexOf('|') < 0;
  }
}
