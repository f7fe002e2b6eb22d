package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each form makes of the same invented articles, byte for byte.
class FormsGoldenTest {
  private static final Path GOLDEN = Path.of("test-fixtures/exports");
  private static final boolean IS_WRITTEN = "write".equals(System.getProperty("golden"));

  /// Every form that is written article by article; the files of one by their names.
  static Map<String, byte[]> made(String form) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Export export : Exports.ALL) {
      if (export.name().equals(form)) {
        files.put("articles." + form, prose(export).getBytes(StandardCharsets.UTF_8));
      }
    }
    for (Table table : Exports.TABLES) {
      if (table.name().equals(form)) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fill(table.open(out, Hostile.HEAD));
        files.put("articles." + form, out.toByteArray());
      }
    }
    for (Folder folder : Exports.FOLDERS) {
      if (folder.name().equals(form)) {
        Box box = new Box();
        fill(folder.open(box, Hostile.HEAD));
        box.files.forEach((name, bytes) -> files.put(form + "/" + name, bytes));
      }
    }
    return files;
  }

  private static String prose(Export export) {
    StringBuilder text = new StringBuilder(export.opening());
    String between = "";
    for (Item item : Hostile.items()) {
      text.append(between).append(export.write(item));
      between = export.between();
    }
    return text.append(export.closing()).toString();
  }

  private static void fill(Writing writing) throws IOException {
    for (Item item : Hostile.items()) {
      writing.add(item);
    }
    writing.finish();
  }

  /// A folder in memory.
  private static final class Box implements Folder.Shelf {
    final Map<String, byte[]> files = new LinkedHashMap<>();

    @Override
    public OutputStream open(String name) {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          files.put(name, toByteArray());
        }
      };
    }

    @Override
    public Folder.Sum sum(String name) {
      byte[] bytes = Objects.requireNonNull(files.get(name), name);
      return new Folder.Sum(bytes.length, Hash.sha256(bytes));
    }
  }

  static Stream<String> forms() {
    return Stream.of(
            Exports.ALL.stream().map(Export::name),
            Exports.TABLES.stream().map(Table::name),
            Exports.FOLDERS.stream().map(Folder::name))
        .flatMap(names -> names);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void comesOutAsItDid(String form) throws IOException {
    Map<String, byte[]> made = made(form);
    assertThat(made).isNotEmpty();
    if (IS_WRITTEN) {
      for (Map.Entry<String, byte[]> file : made.entrySet()) {
        Path path = GOLDEN.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling("."));
        Files.write(path, file.getValue());
      }
    }
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      byte[] golden = Files.readAllBytes(GOLDEN.resolve(file.getKey()));
      if (form.equals("parquet")) {
        assertThat(file.getValue()).isEqualTo(golden);
      } else {
        assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
            .isEqualTo(new String(golden, StandardCharsets.UTF_8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isTheSameInATurkishLocale(String form) throws IOException {
    Locale before = Locale.getDefault();
    Map<String, byte[]> made = made(form);
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      Map<String, byte[]> again = made(form);
      assertThat(again.keySet()).isEqualTo(made.keySet());
      List.copyOf(made.keySet())
          .forEach(name -> assertThat(again.get(name)).isEqualTo(made.get(name)));
    } finally {
      Locale.setDefault(before);
    }
  }
}
