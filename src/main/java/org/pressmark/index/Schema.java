package org.pressmark.index;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.article.Mark;

/// The names under which Lucene knows what an index holds.
///
/// | field | holds |
/// |---|---|
/// | `key` | mark and origin, hashed: what makes an entry the same entry |
/// | `mark` | the pressmark of an article or a rejected document, not of a copy |
/// | `type` | `article`, `rejected` or `again` |
/// | `subject` | what captures of one article have alike, hashed; of articles and rejected
/// documents |
/// | `position` | where the archive holds it, stored as `file:offset` |
/// | `copy.subject`, `copy.position` | the same two of a copy, which is no capture of its article |
/// | `bare.key`, `bare.position` | the same of a copy whose document is gone; it has none of the
/// fields above but `type` |
/// | `rank` | the first 60 bits of the mark, for the order of marks |
/// | `headline`, `body` | words in all their [Forms], with their places; stored |
/// | `pairs` | the stop words that stand side by side in the body, with how often they do |
/// | `headline.ja`, `body.ja` … | the same text of Japanese, Chinese and Korean articles, by words
/// of its language |
/// | `headline.han`, `body.han` | the same text of Chinese articles, character by character |
/// | `cut` | the words of what was cut from the text |
/// | `stems` | the language that the stems of the article are of |
/// | `tokens` | words of headline and body |
/// | `author`, `section`, `publisher`, `keywords` | words, several values apart from each other;
/// stored, and as values to count by |
/// | `site` | the host of the address, as a value to count by |
/// | `source`, `url` | words between anything but letters and digits |
/// | `source.path`, `url.path` | the whole path or address, small letters, for patterns |
/// | `source.in` | what it came in, as a value to count by |
/// | `language` | BCP 47 in small letters, also as a value to count by |
/// | `first.day`, `last.day` | the days the date may mean, as days since 1970-01-01 |
/// | `date` | the date as far as it is known, stored |
/// | `time` | the same with its time and zone, as far as these are known, stored |
/// | `kind` | what the page is, `NewsArticle` or another, stored, and as a value to count by |
/// | `agency` | the news agencies that the story names as its source, stored |
/// | `sketch` | the shingles of the body by which its near-duplicates are found, [Packed]; beside
/// the
/// text, not as terms: a hundred rare ones an article would be half of the index |
/// | `hashes` | how many these are |
/// | `whole` | the whole body as one hash, the same for bodies of the same words |
/// | `shingles` | how many different shingles the body has; all texts have this, comparable or not
/// |
/// | `sketched` | how many of them are in the sketch of a text of any size |
///
/// The text of a body is stored in the index, not read again from the archive: a search is
/// answered, snippets and all, from one folder, without unpacking a WARC member for each hit.
public final class Schema {
  /// Raised whenever an index that was made before can no longer be used: other fields, or words
  /// cut and folded in another way.
  public static final int VERSION = 7;

  public static final String KEY = "key";
  public static final String MARK = "mark";
  public static final String TYPE = "type";
  public static final String SUBJECT = "subject";
  public static final String POSITION = "position";
  public static final String COPY_SUBJECT = "copy.subject";
  public static final String COPY_POSITION = "copy.position";
  public static final String BARE_KEY = "bare.key";
  public static final String BARE_POSITION = "bare.position";

  /// Of an article whose document is gone, with its mark and its key: `pm-mfrg… pm-nfzs…`.
  public static final String ORPHAN = "orphan";

  public static final String RANK = "rank";
  public static final String HEADLINE = "headline";
  public static final String BODY = "body";
  public static final String PAIRS = "pairs";
  public static final String CUT = "cut";
  public static final String STEMS = "stems";
  public static final String TOKENS = "tokens";
  public static final String SITE = "site";
  public static final String AUTHOR = "author";
  public static final String SECTION = "section";
  public static final String PUBLISHER = "publisher";
  public static final String KEYWORDS = "keywords";
  public static final String SOURCE = "source";
  public static final String CAME_IN = "source.in";
  public static final String URL = "url";
  public static final String LANGUAGE = "language";
  public static final String FIRST_DAY = "first.day";
  public static final String LAST_DAY = "last.day";
  public static final String DATE = "date";
  public static final String TIME = "time";
  public static final String KIND = "kind";
  public static final String AGENCY = "agency";
  public static final String SKETCH = "sketch";
  public static final String HASHES = "hashes";
  public static final String WHOLE = "whole";
  public static final String SHINGLES = "shingles";
  public static final String SKETCHED = "sketched";

  public static final String ARTICLE = "article";
  public static final String REJECTED = "rejected";
  public static final String AGAIN = "again";

  private static final String SCHEME_END = "://";

  private Schema() {}

  /// The first twelve letters of a mark as a number: marks stand in its order.
  public static long rank(Mark mark) {
    long rank = 0;
    int from = "pm-".length();
    for (char letter : mark.value().substring(from, from + 12).toCharArray()) {
      rank = rank << 5 | "234567abcdefghijklmnopqrstuvwxyz".indexOf(letter);
    }
    return rank;
  }

  /// The host of an address, `coast-daily.example` for `https://www.coast-daily.example/2021`.
  static Optional<String> site(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT))
          .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what somebody wrote in the place of an address
    }
  }

  /// `press/2021.jsonl` of `press/2021.jsonl#17`, `press` of `press/storm.html`,
  /// `https://varn-echo.example` of `https://varn-echo.example/2024/storm.html`.
  static String cameIn(String source) {
    int member = source.indexOf('#');
    if (member >= 0) {
      return source.substring(0, member);
    }
    int host = source.indexOf(SCHEME_END);
    int slash =
        host < 0 ? source.lastIndexOf('/') : source.indexOf('/', host + SCHEME_END.length());
    return slash < 0 ? (host < 0 ? "." : source) : source.substring(0, Math.max(1, slash));
  }

  /// The field that holds a text by the words of its language: `body.ja`.
  public static String twin(String field, String language) {
    return field + "." + language;
  }

  /// The field that holds a path or an address in one piece: `source.path`.
  public static String whole(String field) {
    return field + ".path";
  }
}
