package org.pressmark.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Entry;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.article.Reading;
import org.pressmark.article.Rule;
import org.pressmark.article.Setting;
import org.pressmark.article.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads what [ArticleWriter] wrote. Keys it does not know are passed over, for a later version may
/// have added them.
final class ArticleReader {
  /// The whole line is in memory already: longer strings in it cost nothing more.
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxStringLength(Integer.MAX_VALUE)
          .maxDocumentLength(-1)
          .build())
      .build();

  private final JsonParser json;

  private Optional<String> mark = Optional.empty();
  private Optional<String> source = Optional.empty();
  private Optional<String> member = Optional.empty();
  private Optional<Reading> reading = Optional.empty();
  private Optional<Problem> problem = Optional.empty();
  private List<Block> blocks = List.of();
  private List<Fact> facts = new ArrayList<>();
  private List<Cut> cuts = List.of();

  private ArticleReader(JsonParser json) {
    this.json = json;
  }

  static Entry.Content content(String line) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      return new ArticleReader(json).content();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not an article as JSON: " + e.getOriginalMessage(), e);
    }
  }

  private Entry.Content content() {
    json.nextToken();
    object(this::part);
    if (json.nextToken() != null) {
      throw new IllegalArgumentException("not an article as JSON: something follows the object");
    }
    return problem
        .<Entry.Content>map(Entry.Content.Rejected::new)
        .orElseGet(() -> new Entry.Content.Kept(article()));
  }

  private Article article() {
    return new Article(
        new Mark(required("pressmark", mark)),
        origin(),
        required("reading", reading),
        Facts.of(facts),
        new Body(blocks),
        cuts);
  }

  private Origin origin() {
    String whole = required("source", source);
    if (member.isEmpty()) {
      return Origin.of(whole);
    }
    String tail = "#" + member.get();
    if (!whole.endsWith(tail)) {
      throw new IllegalArgumentException(
          "source \"" + whole + "\" does not end in its member \"" + tail + "\"");
    }
    return new Origin(whole.substring(0, whole.length() - tail.length()), member);
  }

  private void part(String key) {
    switch (key) {
      case "pressmark" -> mark = Optional.of(string());
      case "source" -> source = Optional.of(string());
      case "member" -> member = Optional.of(string());
      case "blocks" -> blocks = array(this::block);
      case "facts" -> object(name -> facts.add(fact(field(name))));
      case "cuts" -> cuts = array(this::cut);
      case "reading" -> reading = Optional.of(reading());
      case "problem" -> problem = Optional.of(problem());
      default -> json.skipChildren();
    }
  }

  private Block block() {
    var read = new Object() {
      Block.Kind kind = Block.Kind.PARAGRAPH;
      int level = 0;
      String text = "";
      int number = 0;
      int indent = 0;
      Optional<String> time = Optional.empty();
      List<Span> spans = List.of();
    };
    object(key -> {
      switch (key) {
        case "kind" -> read.kind = constant(Block.Kind.class);
        case "level" -> read.level = json.getIntValue();
        case "text" -> read.text = string();
        case "number" -> read.number = json.getIntValue();
        case "indent" -> read.indent = json.getIntValue();
        case "time" -> read.time = Optional.of(string());
        case "spans" -> read.spans = array(this::span);
        default -> json.skipChildren();
      }
    });
    return new Block(
        read.kind,
        read.level,
        read.text,
        new Setting(read.number, read.indent, read.time, read.spans));
  }

  private Span span() {
    var read = new Object() {
      Optional<Span.Kind> kind = Optional.empty();
      int start = 0;
      int end = 0;
      Optional<String> href = Optional.empty();
    };
    object(key -> {
      switch (key) {
        case "kind" -> read.kind = Optional.of(constant(Span.Kind.class));
        case "start" -> read.start = json.getIntValue();
        case "end" -> read.end = json.getIntValue();
        case "href" -> read.href = Optional.of(string());
        default -> json.skipChildren();
      }
    });
    return new Span(read.start, read.end, required("kind", read.kind), read.href);
  }

  private Fact fact(Field field) {
    var read = new Object() {
      List<String> values = List.of();
      List<Candidate> candidates = List.of();
      Optional<Integer> agreeing = Optional.empty();
      Optional<String> conflict = Optional.empty();
    };
    object(key -> {
      switch (key) {
        case "values" -> read.values = array(this::string);
        case "agreeing" -> read.agreeing = Optional.of(json.getIntValue());
        case "conflict" -> read.conflict = Optional.of(string());
        case "candidates" -> read.candidates = array(() -> candidate(field));
        default -> json.skipChildren();
      }
    });
    int agreeing = read.agreeing.orElse(read.values.isEmpty() ? 0 : 1);
    return new Fact(field, read.values, read.candidates, agreeing, read.conflict);
  }

  private Candidate candidate(Field field) {
    var read = new Object() {
      List<String> values = List.of();
      Optional<Candidate.Source> source = Optional.empty();
      String place = "";
      double confidence = 0;
      Optional<String> refusal = Optional.empty();
    };
    object(key -> {
      switch (key) {
        case "values" -> read.values = array(this::string);
        case "refused" -> read.refusal = Optional.of(string());
        case "source" -> read.source = Optional.of(constant(Candidate.Source.class));
        case "place" -> read.place = string();
        case "confidence" -> read.confidence = json.getDoubleValue();
        default -> json.skipChildren();
      }
    });
    return new Candidate(
        field,
        read.values,
        required("source", read.source),
        read.place,
        read.confidence,
        read.refusal);
  }

  private Cut cut() {
    var read = new Object() {
      int offset = 0;
      String was = "";
      String put = "";
      Optional<String> rule = Optional.empty();
      Rule.Kind kind = Rule.LAYOUT.kind();
      String reason = Rule.LAYOUT.reason();
      double confidence = 1;
    };
    object(key -> {
      switch (key) {
        case "offset" -> read.offset = json.getIntValue();
        case "cut" -> read.was = string();
        case "put" -> read.put = string();
        case "rule" -> read.rule = Optional.of(string());
        case "kind" -> read.kind = constant(Rule.Kind.class);
        case "reason" -> read.reason = string();
        case "confidence" -> read.confidence = json.getDoubleValue();
        default -> json.skipChildren();
      }
    });
    Rule rule = rule(required("rule", read.rule), read.kind, read.reason);
    return new Cut(read.offset, read.was, read.put, rule, read.confidence);
  }

  private static Rule rule(String id, Rule.Kind kind, String reason) {
    int slash = id.lastIndexOf('/');
    try {
      Rule rule =
          new Rule(id.substring(0, slash), Integer.parseInt(id.substring(slash + 1)), kind, reason);
      return rule.equals(Rule.LAYOUT) ? Rule.LAYOUT : rule;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + id + "\" is not a rule and its version, such as script/1", e);
    }
  }

  private Reading reading() {
    var read = new Object() {
      String mediaType = "";
      String charset = "";
      String charsetSource = "";
      List<String> notes = List.of();
    };
    object(key -> {
      switch (key) {
        case "mediaType" -> read.mediaType = string();
        case "charset" -> read.charset = string();
        case "charsetSource" -> read.charsetSource = string();
        case "notes" -> read.notes = array(this::string);
        default -> json.skipChildren();
      }
    });
    return new Reading(read.mediaType, read.charset, read.charsetSource, read.notes);
  }

  private Problem problem() {
    var read = new Object() {
      Optional<Problem.Kind> kind = Optional.empty();
      String message = "";
    };
    object(key -> {
      switch (key) {
        case "kind" -> read.kind = Optional.of(constant(Problem.Kind.class));
        case "message" -> read.message = string();
        default -> json.skipChildren();
      }
    });
    return new Problem(required("kind", read.kind), read.message);
  }

  /// Walks through an object: hands over each key while the parser stands on its value.
  private void object(Consumer<String> value) {
    expect(JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      value.accept(key);
    }
  }

  private <T> List<T> array(Supplier<T> element) {
    expect(JsonToken.START_ARRAY);
    List<T> all = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      all.add(element.get());
    }
    return all;
  }

  private String string() {
    expect(JsonToken.VALUE_STRING);
    return json.getString();
  }

  /// The constant that writes itself so: `json-ld` is `JSON_LD`.
  private <E> E constant(Class<E> kind) {
    String name = string();
    for (E constant : kind.getEnumConstants()) {
      if (constant.toString().equals(name)) {
        return constant;
      }
    }
    throw unknown(name);
  }

  private Field field(String schemaName) {
    for (Field field : Field.values()) {
      if (field.schemaName().equals(schemaName)) {
        return field;
      }
    }
    throw unknown(schemaName);
  }

  private IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("unknown \"" + name + "\" at "
        + json.currentLocation().getCharOffset() + "; it was written by a newer version");
  }

  private void expect(JsonToken token) {
    if (json.currentToken() != token) {
      throw new IllegalArgumentException(
          "not an article as JSON: " + json.currentToken() + " at character "
              + json.currentTokenLocation().getCharOffset() + " instead of " + token);
    }
  }

  private static <T> T required(String key, Optional<T> value) {
    return value.orElseThrow(
        () -> new IllegalArgumentException("not an article as JSON: no \"" + key + "\""));
  }
}
