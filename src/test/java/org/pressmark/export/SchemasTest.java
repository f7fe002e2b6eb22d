package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is exported keeps to the schemas that those publish who made the formats: see
/// `test-fixtures/schemas/`.
class SchemasTest {
  private static final Path SCHEMAS = Path.of("test-fixtures", "schemas");

  /// A document, or a document a line.
  private static List<Error> errors(String schema, String json) throws IOException {
    String text = Files.readString(SCHEMAS.resolve(schema + ".json"));
    Schema known =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    List<String> documents = schema.startsWith("ninjs") ? json.lines().toList() : List.of(json);
    return documents.stream()
        .flatMap(document -> known
            .validate(
                document,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
            .stream())
        .toList();
  }

  private static String made(String form, String file) throws IOException {
    return new String(FormsGoldenTest.made(form).get(file), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "csl, articles.csl, csl-data",
    "datapackage, datapackage/datapackage.json, tabular-data-package",
    "ninjs, articles.ninjs, ninjs-schema_3.0",
  })
  void keepsToTheSchema(String form, String file, String schema) throws IOException {
    assertThat(errors(schema, made(form, file))).isEmpty();
  }

  /// So that a schema that asks for nothing does not pass for one.
  @ParameterizedTest
  @CsvSource({
    "csl, articles.csl, csl-data, article-newspaper, newspaper-article",
    "csl, articles.csl, csl-data, container-title, container-name",
    "csl, articles.csl, csl-data, date-parts, parts",
    "datapackage, datapackage/datapackage.json, tabular-data-package, articles, Articles of 2024",
    "datapackage, datapackage/datapackage.json, tabular-data-package, integer, number of words",
    "datapackage, datapackage/datapackage.json, tabular-data-package, resources, files",
    "ninjs, articles.ninjs, ninjs-schema_3.0, uri, url",
    "ninjs, articles.ninjs, ninjs-schema_3.0, firstCreated, created",
    "ninjs, articles.ninjs, ninjs-schema_3.0, full, whole",
    "ninjs, articles.ninjs, ninjs-schema_3.0, 2024-10-12T08:00:00+02:00, 2024-10-12",
  })
  void noticesWhatBreaksIt(String form, String file, String schema, String right, String wrong)
      throws IOException {
    String broken = made(form, file).replace("\"" + right + "\"", "\"" + wrong + "\"");
    assertThat(broken).isNotEqualTo(made(form, file));
    assertThat(errors(schema, broken)).isNotEmpty();
  }
}
