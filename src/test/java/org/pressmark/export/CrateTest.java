package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What RO-Crate 1.1 asks for. It has no schema, and its validators are programs for other
/// machines.
class CrateTest {
  // Of https://w3id.org/ro/crate/1.1/context.
  private static final Set<String> TERMS = Set.of(
      "CreateAction",
      "CreativeWork",
      "Dataset",
      "File",
      "SoftwareApplication",
      "about",
      "conformsTo",
      "contentSize",
      "datePublished",
      "description",
      "encodingFormat",
      "hasPart",
      "instrument",
      "license",
      "mentions",
      "name",
      "result",
      "version");

  private static Map<String, byte[]> made = Map.of();
  private static JsonNode crate = JsonMapper.shared().nullNode();
  private static final Map<String, JsonNode> ENTITIES = new TreeMap<>();

  @BeforeAll
  static void make() throws IOException {
    made = FormsGoldenTest.made("ro-crate");
    crate = JsonMapper.shared().readTree(made.get("ro-crate/ro-crate-metadata.json"));
    for (JsonNode entity : crate.get("@graph")) {
      assertThat(ENTITIES.put(entity.get("@id").asString(), entity)).isNull();
    }
  }

  private static JsonNode entity(String id) {
    return Objects.requireNonNull(ENTITIES.get(id), id);
  }

  @Test
  void everyTermIsExplained() {
    Set<String> known = new HashSet<>(TERMS);
    JsonNode context = crate.get("@context");
    assertThat(context.get(0).asString()).isEqualTo("https://w3id.org/ro/crate/1.1/context");
    context.get(1).propertyNames().forEach(known::add);
    for (JsonNode entity : ENTITIES.values()) {
      assertThat(known).contains(entity.get("@type").asString());
      assertThat(entity.propertyNames().stream().filter(name -> !name.startsWith("@")))
          .isSubsetOf(known);
    }
  }

  @Test
  void theDescriptionLeadsToTheFolderAndTheFolderToItsFiles() {
    JsonNode description = entity("ro-crate-metadata.json");
    assertThat(description.at("/about/@id").asString()).isEqualTo("./");
    assertThat(description.at("/conformsTo/@id").asString())
        .isEqualTo("https://w3id.org/ro/crate/1.1");
    JsonNode root = entity("./");
    for (String property : Set.of("name", "description", "datePublished", "license")) {
      assertThat(root.has(property)).as(property).isTrue();
    }
    Set<String> parts = new HashSet<>();
    root.get("hasPart").forEach(part -> parts.add("ro-crate/" + part.get("@id").asString()));
    Set<String> files = new HashSet<>(made.keySet());
    files.remove("ro-crate/ro-crate-metadata.json");
    assertThat(parts).isEqualTo(files);
    for (String part : parts) {
      JsonNode file = entity(part.substring("ro-crate/".length()));
      byte[] bytes = Objects.requireNonNull(made.get(part), part);
      assertThat(file.get("contentSize").asString()).isEqualTo(Integer.toString(bytes.length));
      assertThat(file.get("sha256").asString()).isEqualTo(Hash.sha256(bytes));
    }
  }

  @Test
  void itIsFlatAndLeadsNowhereElse() {
    for (JsonNode entity : ENTITIES.values()) {
      for (JsonNode value : entity) {
        for (JsonNode one :
            value.isArray() ? value : JsonMapper.shared().createArrayNode().add(value)) {
          if (one.isObject()) {
            assertThat(one.propertyNames()).containsExactly("@id");
            String id = one.get("@id").asString();
            assertThat(ENTITIES.containsKey(id) || id.startsWith("https://w3id.org/"))
                .as(id)
                .isTrue();
          }
        }
      }
    }
  }
}
