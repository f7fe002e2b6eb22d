package org.pressmark.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.pressmark.article.Article;
import org.pressmark.article.Cut;
import org.pressmark.article.Entry;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Subject;
import org.pressmark.dedup.Fingerprint;

/// Entries as Lucene's documents, by [Schema].
///
/// A document has to be used up before the next one is made: its texts are cut into words while
/// Lucene takes them in. For one thread.
final class Documents {
  /// Words with their places, counted. Where in the text they stand is told by cutting it into
  /// words once more, for the few texts that are shown.
  private static final FieldType WORDS = new FieldType(TextField.TYPE_NOT_STORED);

  private static final FieldType PAIRED = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.freeze();
    PAIRED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    PAIRED.setOmitNorms(true);
    PAIRED.freeze();
  }

  // Lucene refuses keywords of more than 32,766 bytes; UTF-8 needs three for a unit of UTF-16.
  private static final int MAX_KEYWORD = 10_000;

  private static final String DAY = "2021-09-29";

  private final Lexicon lexicon = new Lexicon(true);
  private final Words headline = new Words(lexicon);
  private final Pairs pairs = new Pairs();
  private final Words body = new Words(lexicon, pairs);
  private final Words cuts = new Words(lexicon);
  private Document document = new Document();

  /// What makes an entry the same entry: its mark and its origin. Of one length, however long the
  /// origin is.
  static String key(Mark mark, Origin origin) {
    String whence = origin.path() + "\0" + origin.member().orElse("\0");
    return Mark.of((mark + "/" + whence).getBytes(StandardCharsets.UTF_8)).value();
  }

  /// Of one length, however long an address is.
  static String subject(Subject subject) {
    return Mark.of(subject.key().getBytes(StandardCharsets.UTF_8)).value();
  }

  /// A copy whose document is gone: it is counted, and no look-up finds it.
  Document ofBare(Entry copy) {
    document = new Document();
    type(Schema.AGAIN);
    document.add(new StringField(Schema.BARE_KEY, key(copy.mark(), copy.origin()), Store.NO));
    document.add(new StringField(Schema.BARE_POSITION, copy.at().toString(), Store.NO));
    return document;
  }

  /// A later version of an article whose document is gone, which is found like any other.
  Document ofOrphan(Entry later) {
    Orphans.Orphan orphan = new Orphans.Orphan(later.mark(), key(later.mark(), later.origin()));
    Document article = of(later);
    article.add(new StringField(Schema.ORPHAN, orphan.term(), Store.YES));
    return article;
  }

  Document of(Entry entry) {
    document = new Document();
    document.add(new StringField(Schema.KEY, key(entry.mark(), entry.origin()), Store.NO));
    switch (entry.content()) {
      case Entry.Content.Again again -> {
        type(Schema.AGAIN);
        document.add(new StringField(Schema.COPY_SUBJECT, subject(Subject.of(entry)), Store.NO));
        document.add(new StoredField(Schema.COPY_POSITION, entry.at().toString()));
      }
      case Entry.Content.Rejected rejected -> {
        type(Schema.REJECTED);
        place(entry);
      }
      case Entry.Content.Kept kept -> {
        type(Schema.ARTICLE);
        place(entry);
        article(kept.article());
      }
    }
    return document;
  }

  private void type(String type) {
    document.add(new StringField(Schema.TYPE, type, Store.NO));
  }

  private void place(Entry entry) {
    String mark = entry.mark().value();
    document.add(new StringField(Schema.MARK, mark, Store.YES));
    document.add(new SortedDocValuesField(Schema.MARK, new BytesRef(mark)));
    document.add(new NumericDocValuesField(Schema.RANK, Schema.rank(entry.mark())));
    document.add(new StoredField(Schema.POSITION, entry.at().toString()));
    document.add(new StringField(Schema.SUBJECT, subject(Subject.of(entry)), Store.NO));
    String source = entry.origin().toString();
    path(Schema.SOURCE, source);
    value(Schema.CAME_IN, Schema.cameIn(source));
  }

  private void article(Article article) {
    Facts facts = article.facts();
    texts(article, facts);
    facts.value(Field.IN_LANGUAGE).ifPresent(this::language);
    words(Schema.AUTHOR, facts.values(Field.AUTHOR));
    words(Schema.SECTION, facts.values(Field.ARTICLE_SECTION));
    words(Schema.PUBLISHER, facts.values(Field.PUBLISHER));
    words(Schema.KEYWORDS, facts.values(Field.KEYWORDS));
    facts.value(Field.URL).ifPresent(this::url);
    facts.value(Field.DATE_PUBLISHED).ifPresent(this::date);
    facts.value(Field.TYPE).ifPresent(kind -> {
      document.add(new StoredField(Schema.KIND, kind));
      value(Schema.KIND, kind);
    });
    facts
        .values(Field.SOURCE_ORGANIZATION)
        .forEach(agency -> document.add(new StoredField(Schema.AGENCY, agency)));
  }

  private void texts(Article article, Facts facts) {
    Optional<String> language = facts.value(Field.IN_LANGUAGE).flatMap(Stems::language);
    language.ifPresent(code -> document.add(new StringField(Schema.STEMS, code, Store.NO)));
    String clean = article.body().text();
    text(Schema.BODY, body, clean, language);
    // Behind the body: Lucene takes field after field.
    document.add(new org.apache.lucene.document.Field(Schema.PAIRS, pairs, PAIRED));
    headline.of("", Lexicon.NONE);
    facts.value(Field.HEADLINE).ifPresent(line -> text(Schema.HEADLINE, headline, line, language));
    document.add(new Count(body, headline));
    String cut =
        article.cuts().stream().filter(Cut::isText).map(Cut::was).collect(Collectors.joining("\n"));
    if (!cut.isEmpty()) {
      document.add(words(Schema.CUT, cuts.of(cut, Lexicon.NONE)));
    }
    fingerprint(Fingerprint.of(clean));
  }

  private void text(String field, Words words, String text, Optional<String> language) {
    document.add(words(field, words.of(text, language.filter(Stems::areOfWords).orElse(""))));
    document.add(new StoredField(field, text));
    for (String cut : language.map(Stems::twins).orElse(List.of())) {
      document.add(new org.apache.lucene.document.Field(Schema.twin(field, cut), text, WORDS));
    }
  }

  private static IndexableField words(String field, Words words) {
    return new org.apache.lucene.document.Field(field, words, WORDS);
  }

  /// How many words an article has, which is known once Lucene has taken in its texts: it takes
  /// field after field.
  private static final class Count extends NumericDocValuesField {
    private final Words body;
    private final Words headline;

    Count(Words body, Words headline) {
      super(Schema.TOKENS, 0);
      this.body = body;
      this.headline = headline;
    }

    @Override
    public Number numericValue() {
      return (long) body.count() + headline.count();
    }
  }

  private void fingerprint(Fingerprint fingerprint) {
    long[] sketch = fingerprint.sketch();
    long small = Arrays.stream(sketch).filter(Fingerprint::isSmall).count();
    document.add(new NumericDocValuesField(Schema.SHINGLES, fingerprint.size()));
    document.add(new NumericDocValuesField(Schema.SKETCHED, small));
    if (Fingerprint.isComparable(fingerprint.size())) {
      document.add(new BinaryDocValuesField(Schema.SKETCH, packed(sketch)));
      document.add(new NumericDocValuesField(Schema.HASHES, sketch.length));
      document.add(new NumericDocValuesField(Schema.WHOLE, fingerprint.whole()));
    }
  }

  private static BytesRef packed(long[] sketch) {
    return Packed.of(Arrays.stream(sketch).map(Fingerprint::kept).sorted().toArray());
  }

  private void language(String tag) {
    document.add(new StringField(Schema.LANGUAGE, keyword(tag), Store.NO));
    document.add(new StoredField(Schema.LANGUAGE, tag));
    value(Schema.LANGUAGE, keyword(tag));
  }

  private void words(String field, List<String> values) {
    for (String value : values) {
      document.add(new TextField(field, value, Store.YES));
      value(field, value);
    }
  }

  /// For counts, which look at every article that matches.
  private void value(String field, String value) {
    document.add(new SortedSetDocValuesField(field, new BytesRef(shortened(value))));
  }

  private void url(String url) {
    path(Schema.URL, url);
    Schema.site(url).ifPresent(site -> value(Schema.SITE, site));
  }

  private void path(String field, String path) {
    document.add(new TextField(field, path, Store.YES));
    document.add(new StringField(Schema.whole(field), keyword(path), Store.NO));
  }

  /// The day of a date with its time is its first ten characters, in the zone that the page names.
  private void date(String date) {
    String day = date.substring(0, Math.min(date.length(), DAY.length()));
    document.add(new StoredField(Schema.DATE, day));
    document.add(new StoredField(Schema.TIME, date));
    Days.of(day).ifPresent(days -> {
      document.add(new IntPoint(Schema.FIRST_DAY, days.first()));
      document.add(new NumericDocValuesField(Schema.FIRST_DAY, days.first()));
      document.add(new IntPoint(Schema.LAST_DAY, days.last()));
      document.add(new NumericDocValuesField(Schema.LAST_DAY, days.last()));
    });
  }

  private static String keyword(String value) {
    return shortened(value.toLowerCase(Locale.ROOT));
  }

  private static String shortened(String value) {
    return value.substring(0, Math.min(value.length(), MAX_KEYWORD));
  }
}
