package org.pressmark.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.pressmark.article.Article;
import org.pressmark.article.Entry;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Subject;
import org.pressmark.dedup.Fingerprint;

/// Entries as Lucene's documents, by [Schema].
final class Documents {
  /// With offsets, so that a snippet can mark what matched without cutting the text into words
  /// once more.
  private static final FieldType WITH_OFFSETS = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WITH_OFFSETS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    WITH_OFFSETS.freeze();
  }

  // Lucene refuses keywords of more than 32,766 bytes; UTF-8 needs three for a unit of UTF-16.
  private static final int MAX_KEYWORD = 10_000;

  private final Document document = new Document();

  private Documents() {}

  static Document of(Entry entry) {
    return new Documents().entry(entry);
  }

  /// What makes an entry the same entry: its mark and its origin. Of one length, however long the
  /// origin is.
  static String key(Mark mark, Origin origin) {
    String whence = origin.path() + "\0" + origin.member().orElse("\0");
    return mark + "/" + Mark.of(whence.getBytes(StandardCharsets.UTF_8));
  }

  /// Of one length, however long an address is.
  static String subject(Subject subject) {
    return Mark.of(subject.key().getBytes(StandardCharsets.UTF_8)).value();
  }

  private Document entry(Entry entry) {
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
    document.add(new StoredField(Schema.POSITION, entry.at().toString()));
    document.add(new StringField(Schema.SUBJECT, subject(Subject.of(entry)), Store.NO));
    path(Schema.SOURCE, entry.origin().toString());
  }

  private void article(Article article) {
    Facts facts = article.facts();
    String body = article.body().text();
    text(Schema.BODY, body);
    document.add(new StoredField(Schema.BODY, body));
    facts.value(Field.HEADLINE).ifPresent(headline -> {
      text(Schema.HEADLINE, headline);
      document.add(new StoredField(Schema.HEADLINE, headline));
    });
    facts.value(Field.IN_LANGUAGE).ifPresent(tag -> language(tag, body, facts));
    words(Schema.AUTHOR, facts.values(Field.AUTHOR));
    words(Schema.SECTION, facts.values(Field.ARTICLE_SECTION));
    words(Schema.PUBLISHER, facts.values(Field.PUBLISHER));
    words(Schema.KEYWORDS, facts.values(Field.KEYWORDS));
    facts.value(Field.URL).ifPresent(url -> path(Schema.URL, url));
    facts.value(Field.DATE_PUBLISHED).ifPresent(this::date);
    facts.value(Field.TYPE).ifPresent(kind -> document.add(new StoredField(Schema.KIND, kind)));
    facts
        .values(Field.SOURCE_ORGANIZATION)
        .forEach(agency -> document.add(new StoredField(Schema.AGENCY, agency)));
    fingerprint(Fingerprint.of(body));
  }

  private void fingerprint(Fingerprint fingerprint) {
    long[] sketch = fingerprint.sketch();
    long small = Arrays.stream(sketch).filter(Fingerprint::isSmall).count();
    document.add(new NumericDocValuesField(Schema.SHINGLES, fingerprint.size()));
    document.add(new NumericDocValuesField(Schema.SKETCHED, small));
    if (Fingerprint.isComparable(fingerprint.size())) {
      for (long hash : sketch) {
        hash(Schema.SKETCH, hash);
      }
      hash(Schema.WHOLE, fingerprint.whole());
    }
  }

  private void hash(String field, long hash) {
    byte[] term = ByteBuffer.allocate(Long.BYTES).putLong(hash).array();
    document.add(new StringField(field, new BytesRef(term), Store.NO));
  }

  private void language(String tag, String body, Facts facts) {
    document.add(new StringField(Schema.LANGUAGE, keyword(tag), Store.NO));
    document.add(new StoredField(Schema.LANGUAGE, tag));
    Stems.language(tag).ifPresent(language -> {
      text(Schema.twin(Schema.BODY, language), body);
      facts
          .value(Field.HEADLINE)
          .ifPresent(headline -> text(Schema.twin(Schema.HEADLINE, language), headline));
    });
  }

  private void text(String field, String text) {
    document.add(new org.apache.lucene.document.Field(field, text, WITH_OFFSETS));
  }

  private void words(String field, List<String> values) {
    for (String value : values) {
      document.add(new TextField(field, value, Store.YES));
    }
  }

  private void path(String field, String path) {
    document.add(new TextField(field, path, Store.YES));
    document.add(new StringField(Schema.whole(field), keyword(path), Store.NO));
  }

  /// The day of a date with its time is its first ten characters, in the zone that the page names.
  private void date(String date) {
    String day = date.substring(0, Math.min(date.length(), "2021-09-29".length()));
    document.add(new StoredField(Schema.DATE, day));
    document.add(new StoredField(Schema.TIME, date));
    Days.of(day).ifPresent(days -> {
      document.add(new IntPoint(Schema.FIRST_DAY, days.first()));
      document.add(new NumericDocValuesField(Schema.FIRST_DAY, days.first()));
      document.add(new IntPoint(Schema.LAST_DAY, days.last()));
    });
  }

  private static String keyword(String value) {
    String small = value.toLowerCase(Locale.ROOT);
    return small.substring(0, Math.min(small.length(), MAX_KEYWORD));
  }
}
