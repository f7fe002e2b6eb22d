package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.pressmark.article.Candidate;
import org.pressmark.article.Field;
import org.pressmark.residue.Residue;

/// Takes out of a value what templates left in it: tags, entities, place-holders, code.
///
/// The candidate keeps what its place gave; what the article's facts say is the plain value, so
/// that both can be seen side by side.
final class Plain {
  /// Longer values are no names and no headlines; a description of this length is a whole story.
  private static final int MOST_LETTERS = 20_000;

  private static final String SUSPICIOUS = "<>{}[]&%$;=\\";

  private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]{0,15})[\\s/>]");

  /// The value ends with a quote, and the next key, or the next statement, begins:
  /// `…","author":`, `…'; var pageType`.
  private static final Pattern TORN =
      Pattern.compile("[\"”“»]\\s*+,\\s*+[\"“”«]\\s*+@?\\w++\\s*+[\"”“»]\\s*+:"
          + "|[\"']\\s*+;\\s*+(?:var|let|const|window|document|function|if|return|\\}|$)");

  /// A place-holder that nobody filled in.
  private static final Pattern PLACE_HOLDER = Pattern.compile(
      "<[?%](?:[^<>?%]|[?%](?!>)){0,300}+[?%]>|\\{\\{[^{}]{0,200}+\\}\\}|\\{%[^{}]{0,200}+%\\}"
          + "|\\$\\{[^{}]{0,200}+\\}|%%\\w{1,40}+%%");

  private static final Pattern LOOSE_ENDS = Pattern.compile("^[\\s,|–—\\-]++|[\\s,|–—\\-{\\[]++$");

  private final Residue residue;

  Plain(Residue residue) {
    this.residue = residue;
  }

  /// The same candidate in plain words; empty where it has none.
  Optional<Candidate> of(Candidate candidate) {
    if (!isWords(candidate.field()) || !isSuspicious(candidate.values())) {
      return Optional.of(candidate);
    }
    List<String> plain = new ArrayList<>();
    for (String value : candidate.values()) {
      String words = words(value);
      if (!words.isEmpty()) {
        plain.add(words);
      }
    }
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(new Candidate(
            candidate.field(),
            plain,
            candidate.source(),
            candidate.place(),
            candidate.confidence()));
  }

  private static boolean isWords(Field field) {
    return switch (field) {
      case HEADLINE,
          ALTERNATIVE_HEADLINE,
          AUTHOR,
          ARTICLE_SECTION,
          PUBLISHER,
          SOURCE_ORGANIZATION,
          LOCATION_CREATED,
          CAPTION,
          CREDIT_TEXT,
          KEYWORDS,
          DESCRIPTION -> true;
      case DATE_PUBLISHED, DATE_MODIFIED, IN_LANGUAGE, URL, IMAGE, IS_ACCESSIBLE_FOR_FREE, TYPE ->
        false;
    };
  }

  private static boolean isSuspicious(List<String> values) {
    for (String value : values) {
      if (isSuspicious(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSuspicious(String value) {
    if (value.length() > MOST_LETTERS) {
      return false;
    }
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (!Character.isLetter(c) && (SUSPICIOUS.indexOf(c) >= 0 || c == '"')) {
        return true;
      }
    }
    return false;
  }

  String words(String value) {
    if (!isSuspicious(value)) {
      return value;
    }
    boolean mayHaveHolder =
        value.indexOf('<') >= 0 || value.indexOf('{') >= 0 || value.contains("%%");
    String text = mayHaveHolder ? PLACE_HOLDER.matcher(value).replaceAll(" ") : value;
    text = withoutTags(text);
    Matcher torn = TORN.matcher(text);
    text = residue.prose(torn.find() ? text.substring(0, torn.start()) : text);
    return text.equals(value)
        ? value
        : LOOSE_ENDS.matcher(ClippingWalk.squeeze(text)).replaceAll("");
  }

  private static String unescaped(String value) {
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, false);
  }

  private static String withoutTags(String value) {
    String text = unescaped(unescaped(value)); // themes escape what was escaped
    if (text.indexOf('<') < 0) {
      return text;
    }
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      if (Tag.isKnownTag(tag.group(1).toLowerCase(Locale.ROOT)) && isMarkup(text, tag)) {
        return Jsoup.parseBodyFragment(text).text();
      }
    }
    return text;
  }

  /// A tag that closes, has more than its name in it, or touches words. `Thirty years of <br> tags`
  /// is about one.
  private static boolean isMarkup(String text, Matcher tag) {
    int close = text.indexOf('>', tag.start());
    boolean isBare = text.charAt(tag.start() + 1) != '/' && close == tag.end() - 1;
    return !isBare
        || tag.start() > 0 && text.charAt(tag.start() - 1) != ' '
        || close + 1 < text.length() && text.charAt(close + 1) != ' ';
  }
}
