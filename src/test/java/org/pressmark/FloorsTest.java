package org.pressmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Holds the plan of the house: calls go down the floors, never up and never sideways.
class FloorsTest {
  private static final String ROOT = "org.pressmark";

  /// A room may use rooms on lines above its own, and no others. `""` is the root package.
  private static final List<Set<String>> FLOORS = List.of(
      Set.of("article", "http", "count", "chart"),
      Set.of("parcel", "source/unpack"),
      Set.of("source/text"),
      Set.of("source/warc", "source/press", "source/table", "source/spare"),
      Set.of("json", "source", "residue", "dedup", "diff"),
      Set.of("archive", "index", "export", "extract", "metadata"),
      Set.of("search", "pack", "fetch", "report"),
      Set.of("study"),
      Set.of(""),
      Set.of("cli"));

  /// Which libraries a room may use, beside the JDK and jspecify's annotations.
  private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
      Map.entry("article", List.of()),
      Map.entry("count", List.of()),
      Map.entry("chart", List.of("org.knowm.xchart", "org.apache.batik", "org.w3c.dom")),
      Map.entry("http", List.of("org.brotli.dec")),
      Map.entry("json", List.of("tools.jackson", "com.fasterxml.jackson")),
      Map.entry(
          "parcel",
          List.of(
              "org.jsoup",
              "org.apache.tika",
              "org.apache.pdfbox",
              "org.apache.fontbox",
              "org.xml.sax")),
      Map.entry(
          "source/unpack",
          List.of("org.apache.commons.compress", "org.tukaani.xz", "com.github.luben.zstd")),
      Map.entry("source/text", List.of("org.jsoup", "org.apache.tika.parser.txt")),
      Map.entry("source/warc", List.of("org.netpreserve.jwarc", "com.github.luben.zstd")),
      Map.entry("source/press", List.of("org.jsoup")),
      Map.entry("source/table", List.of()),
      Map.entry("source/spare", List.of("org.jsoup", "tools.jackson")),
      Map.entry(
          "source",
          List.of(
              "org.jsoup",
              "org.apache.commons.compress",
              "org.tukaani.xz",
              "com.github.luben.zstd",
              "org.apache.james.mime4j",
              "dev.hardwood",
              "tools.jackson",
              "com.fasterxml.jackson")),
      Map.entry("residue", List.of()),
      Map.entry("diff", List.of("com.github.difflib")),
      Map.entry("dedup", List.of()),
      Map.entry(
          "archive", List.of("org.netpreserve.jwarc", "tools.jackson", "com.fasterxml.jackson")),
      Map.entry("index", List.of("org.apache.lucene", "com.ibm.icu")),
      Map.entry(
          "export",
          List.of(
              "tools.jackson",
              "com.fasterxml.jackson",
              "de.siegmar.fastcsv",
              "com.ibm.icu",
              "org.apache.hadoop.conf",
              "org.apache.parquet")),
      Map.entry("extract", List.of("org.jsoup")),
      Map.entry("metadata", List.of("org.jsoup", "opennlp")),
      Map.entry("search", List.of("org.apache.lucene")),
      Map.entry("study", List.of("org.apache.lucene")),
      Map.entry("pack", List.of("org.netpreserve.jwarc", "tools.jackson", "com.fasterxml.jackson")),
      Map.entry("report", List.of("tools.jackson", "com.fasterxml.jackson", "de.siegmar.fastcsv")),
      Map.entry("fetch", List.of("crawlercommons")),
      Map.entry("", List.of()),
      Map.entry("cli", List.of("picocli", "tools.jackson", "com.fasterxml.jackson")));

  private static final JavaClasses HOUSE = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages(ROOT);

  @Test
  void callsGoDownTheFloors() {
    Set<String> breaches = new TreeSet<>();
    for (JavaClass user : HOUSE) {
      int floor = floor(user);
      assertThat(floor).as("%s has no floor yet", room(user)).isNotNegative();
      for (Dependency use : user.getDirectDependenciesFromSelf()) {
        JavaClass used = use.getTargetClass().getBaseComponentType();
        if (isOurs(used) && !room(used).equals(room(user)) && floor(used) >= floor) {
          breaches.add(user.getName() + " uses " + used.getName());
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void roomsKeepToTheirLibraries() {
    Set<String> breaches = new TreeSet<>();
    for (JavaClass user : HOUSE) {
      for (Dependency use : user.getDirectDependenciesFromSelf()) {
        JavaClass used = use.getTargetClass().getBaseComponentType();
        if (!isOurs(used) && !isAllowed(room(user), used)) {
          breaches.add(user.getName() + " uses " + used.getName());
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  private static boolean isAllowed(String room, JavaClass used) {
    String name = used.getPackageName();
    return used.isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("com.sun.net.httpserver")
        || name.startsWith("org.jspecify")
        || LIBRARIES.getOrDefault(room, List.of()).stream().anyMatch(name::startsWith);
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static int floor(JavaClass type) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(room(type))) {
        return floor;
      }
    }
    return -1;
  }

  /// `residue` for a class in `org.pressmark.residue`, `source/warc` for one in
  /// `org.pressmark.source.warc`.
  private static String room(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).replace('.', '/');
  }
}
