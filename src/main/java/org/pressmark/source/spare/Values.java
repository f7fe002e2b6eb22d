package org.pressmark.source.spare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The values that a script gives names to, or hands to a function: `window.STATE = {"story": …}`,
/// `JSON.parse("{\"story\": …}")`, `push([1, "…"])`.
final class Values {
  /// So many times it is tried to read a value that turns out to be code.
  static final int MOST_TRIES = 64;

  private static final int MAX_DEPTH = 500;

  private static final String PARSE = "JSON.parse(";

  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(MAX_DEPTH)
              .maxStringLength(Integer.MAX_VALUE)
              .maxNameLength(Integer.MAX_VALUE)
              .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build())
      .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // code follows
      .build();

  private final String code;
  private final char[] signs;
  private final List<JsonNode> found = new ArrayList<>();
  private int tries;
  private boolean isBeyond;

  private Values(String code) {
    this.code = code;
    this.signs = code.toCharArray();
  }

  static Values in(Script script) {
    if (script.isJson()) {
      Values values = new Values(script.code());
      values.read(0);
      return values;
    }
    Values values = new Values(script.code().replace(":undefined", ":null"));
    values.search();
    return values;
  }

  /// The value that a text is; none where it is something else.
  static List<JsonNode> of(String json) {
    Values values = new Values(json);
    values.read(0);
    return values.found;
  }

  List<JsonNode> found() {
    return found;
  }

  /// A sentence for each limit that acted.
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (tries == MOST_TRIES) {
      notes.add("a script was looked through for data until " + MOST_TRIES + " tries had failed");
    }
    if (isBeyond) {
      notes.add(
          "data beyond a limit (" + MAX_DEPTH + " levels, 1000 digits) in a script were not read");
    }
    return notes;
  }

  private void search() {
    int at = 0;
    while (at < code.length() && tries < MOST_TRIES) {
      char c = code.charAt(at);
      if ((c == '{' || c == '[') && isGiven(at)) {
        at = read(at);
      } else if (c == 'J' && code.startsWith(PARSE, at)) {
        at = parsed(at + PARSE.length());
      } else {
        at++;
      }
    }
  }

  /// Whether data begin here and no code: behind `=` or `(`, and with a quote or a bracket.
  private boolean isGiven(int at) {
    int before = at - 1;
    while (before >= 0 && code.charAt(before) <= ' ') {
      before--;
    }
    int next = at + 1;
    while (next < code.length() && code.charAt(next) <= ' ') {
      next++;
    }
    return before >= 0
        && next < code.length()
        && "=(".indexOf(code.charAt(before)) >= 0
        && (code.charAt(next) == '"'
            || code.charAt(at) == '[' && "[{1".indexOf(code.charAt(next)) >= 0);
  }

  /// @return where to look on
  private int read(int from) {
    try (JsonParser parser = MAPPER.createParser(signs, from, signs.length - from)) {
      JsonNode node = MAPPER.readTree(parser);
      if (node != null) {
        found.add(node);
      }
      return Math.max(from + 1, from + (int) parser.currentLocation().getCharOffset());
    } catch (JacksonException e) {
      tries++;
      isBeyond |= e instanceof StreamConstraintsException;
      return from + 1;
    }
  }

  private int parsed(int from) {
    Optional<Literal> literal = Literal.at(code, from);
    literal.ifPresent(text -> found.addAll(of(text.value())));
    return literal.map(Literal::end).orElse(from);
  }
}
