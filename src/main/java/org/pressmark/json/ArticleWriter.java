package org.pressmark.json;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Problem;
import org.pressmark.article.Reading;
import org.pressmark.article.Rule;
import org.pressmark.article.Setting;
import org.pressmark.article.Span;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes one outcome as one line.
final class ArticleWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
      .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
      .build();

  private final StringWriter written = new StringWriter();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), written);

  /// What was written, with all escaped that would end a line or could not be carried by UTF-8.
  String line() {
    json.close();
    return OneLine.of(written.toString());
  }

  void article(Article article) {
    json.writeStartObject();
    identity(article.origin(), Optional.of(article.mark()));
    summary(article.facts());
    json.writeStringProperty("text", article.body().text());
    array("blocks", article.body().blocks(), this::block);
    facts(article.facts());
    array("cuts", article.cuts(), this::cut);
    reading(article.reading());
    json.writeEndObject();
  }

  void rejected(Outcome.Rejected rejected) {
    Facts facts = rejected.facts();
    json.writeStartObject();
    identity(rejected.origin(), Optional.of(rejected.capture().mark()));
    summary(facts);
    if (!facts.all().isEmpty()) {
      facts(facts);
    }
    problem(rejected.problem());
    json.writeEndObject();
  }

  void lost(Origin origin, Problem problem) {
    json.writeStartObject();
    identity(origin, Optional.empty());
    problem(problem);
    json.writeEndObject();
  }

  private void identity(Origin origin, Optional<Mark> mark) {
    json.writeStringProperty("id", origin.name());
    mark.ifPresent(known -> json.writeStringProperty("pressmark", known.value()));
    json.writeStringProperty("source", origin.toString());
    optional("member", origin.member());
  }

  /// The facts that most readers want, under short names. They stand under `facts` once more.
  private void summary(Facts facts) {
    optional("title", facts.value(Field.HEADLINE));
    optional("author", facts.values(Field.AUTHOR));
    optional("date", facts.day());
    optional("section", facts.values(Field.ARTICLE_SECTION));
    optional("publisher", facts.value(Field.PUBLISHER));
    optional("language", facts.value(Field.IN_LANGUAGE));
    optional("url", facts.value(Field.URL));
    optional("type", facts.value(Field.TYPE));
  }

  private void facts(Facts facts) {
    json.writeObjectPropertyStart("facts");
    facts.all().values().forEach(this::fact);
    json.writeEndObject();
  }

  private void block(Block block) {
    json.writeStartObject();
    json.writeStringProperty("kind", block.kind().toString());
    if (block.level() != 0) {
      json.writeNumberProperty("level", block.level());
    }
    setting(block.setting());
    json.writeStringProperty("text", block.text());
    if (!block.setting().spans().isEmpty()) {
      array("spans", block.setting().spans(), this::span);
    }
    json.writeEndObject();
  }

  private void setting(Setting setting) {
    if (setting.number() != 0) {
      json.writeNumberProperty("number", setting.number());
    }
    if (setting.indent() != 0) {
      json.writeNumberProperty("indent", setting.indent());
    }
    optional("time", setting.time());
  }

  private void span(Span span) {
    json.writeStartObject();
    json.writeStringProperty("kind", span.kind().toString());
    json.writeNumberProperty("start", span.start());
    json.writeNumberProperty("end", span.end());
    optional("href", span.href());
    json.writeEndObject();
  }

  private void fact(Fact fact) {
    json.writeObjectPropertyStart(fact.field().schemaName());
    strings("values", fact.values());
    if (fact.agreeing() > 1) {
      json.writeNumberProperty("agreeing", fact.agreeing());
    }
    optional("conflict", fact.conflict());
    array("candidates", fact.candidates(), this::candidate);
    json.writeEndObject();
  }

  private void candidate(Candidate candidate) {
    json.writeStartObject();
    strings("values", candidate.values());
    json.writeStringProperty("source", candidate.source().toString());
    json.writeStringProperty("place", candidate.place());
    number("confidence", candidate.confidence());
    optional("refused", candidate.refusal());
    json.writeEndObject();
  }

  private void cut(Cut cut) {
    json.writeStartObject();
    json.writeNumberProperty("offset", cut.offset());
    json.writeNumberProperty("length", cut.was().length());
    json.writeStringProperty("cut", cut.was());
    if (!cut.put().isEmpty()) {
      json.writeStringProperty("put", cut.put());
    }
    json.writeStringProperty("rule", cut.rule().id());
    if (!cut.rule().equals(Rule.LAYOUT) || cut.confidence() != 1) {
      json.writeStringProperty("kind", cut.rule().kind().toString());
      json.writeStringProperty("reason", cut.rule().reason());
      number("confidence", cut.confidence());
    }
    json.writeEndObject();
  }

  private void reading(Reading reading) {
    json.writeObjectPropertyStart("reading");
    json.writeStringProperty("mediaType", reading.mediaType());
    optional("charset", Optional.of(reading.charset()).filter(name -> !name.isEmpty()));
    optional("charsetSource", Optional.of(reading.charsetSource()).filter(name -> !name.isEmpty()));
    optional("notes", reading.notes());
    json.writeEndObject();
  }

  private void problem(Problem problem) {
    json.writeObjectPropertyStart("problem");
    json.writeStringProperty("kind", problem.kind().toString());
    json.writeStringProperty("message", problem.message());
    json.writeEndObject();
  }

  private void optional(String key, Optional<String> value) {
    value.ifPresent(known -> json.writeStringProperty(key, known));
  }

  private void optional(String key, List<String> values) {
    if (!values.isEmpty()) {
      strings(key, values);
    }
  }

  private void strings(String key, List<String> values) {
    array(key, values, json::writeString);
  }

  private <T> void array(String key, List<T> all, Consumer<T> write) {
    json.writeArrayPropertyStart(key);
    all.forEach(write);
    json.writeEndArray();
  }

  /// As short as it reads back equal: `0.98`, `1`. Double.toString is both since Java 19
  /// (JDK-4511638), except for the `.0` of whole numbers.
  private void number(String key, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key + " " + value + " has no place in JSON");
    }
    String digits = Double.toString(value);
    boolean whole = digits.endsWith(".0") && !digits.startsWith("-");
    json.writeName(key);
    json.writeNumber(whole ? digits.substring(0, digits.length() - 2) : digits);
  }
}
