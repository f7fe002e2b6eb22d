package org.pressmark.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Two results beside each other: of one document under two sets of rules, or of two captures of
/// one article.
public record Change(Entry.Content before, Entry.Content after) {
  /// The name under which articles go whose outlet nobody knows.
  public static final String UNKNOWN_OUTLET = "(unknown)";

  /// A fact whose value is another now.
  public record Of(Field field, List<String> before, List<String> after) {}

  /// Whether nothing at all is different, down to the last cut and candidate.
  public boolean isNothing() {
    return before.equals(after);
  }

  public boolean isNowCleaned() {
    return article(before).isEmpty() && article(after).isPresent();
  }

  public boolean isNoLongerCleaned() {
    return article(before).isPresent() && article(after).isEmpty();
  }

  /// Whether both are articles, and their texts differ.
  public boolean isTextChanged() {
    return isOfArticles() && !textBefore().equals(textAfter());
  }

  /// Where both are articles: the facts whose values differ.
  public List<Of> facts() {
    List<Of> changed = new ArrayList<>();
    if (isOfArticles()) {
      for (Field field : Field.values()) {
        Of change = of(field);
        if (!change.before().equals(change.after())) {
          changed.add(change);
        }
      }
    }
    return changed;
  }

  private Of of(Field field) {
    return new Of(field, values(before, field), values(after, field));
  }

  private boolean isOfArticles() {
    return article(before).isPresent() && article(after).isPresent();
  }

  private static List<String> values(Entry.Content content, Field field) {
    return article(content).map(article -> article.facts().values(field)).orElse(List.of());
  }

  private static Optional<Article> article(Entry.Content content) {
    return content instanceof Entry.Content.Kept kept
        ? Optional.of(kept.article())
        : Optional.empty();
  }

  /// The clean text; empty where there is no article.
  public String textBefore() {
    return text(before);
  }

  public String textAfter() {
    return text(after);
  }

  private static String text(Entry.Content content) {
    return article(content).map(article -> article.body().text()).orElse("");
  }

  /// The reason why there is no article.
  public static Optional<String> problem(Entry.Content content) {
    return content instanceof Entry.Content.Rejected rejected
        ? Optional.of(rejected.problem().message())
        : Optional.empty();
  }

  /// Whose article it is: the publisher, by the newer result if that knows one; else the host of
  /// its address.
  ///
  /// @param url the address it was retrieved from, where known
  public String outlet(Optional<String> url) {
    return first(after, Field.PUBLISHER)
        .or(() -> first(before, Field.PUBLISHER))
        .or(() -> first(after, Field.URL).flatMap(Change::host))
        .or(() -> first(before, Field.URL).flatMap(Change::host))
        .or(() -> url.flatMap(Change::host))
        .orElse(UNKNOWN_OUTLET);
  }

  private static Optional<String> first(Entry.Content content, Field field) {
    return values(content, field).stream().findFirst();
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(new URI(url).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
