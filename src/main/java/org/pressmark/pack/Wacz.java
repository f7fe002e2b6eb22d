package org.pressmark.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pressmark.archive.Digest;
import org.pressmark.archive.Part;
import org.pressmark.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// WACZ 1.1.1: the WARC files with an index and a list of pages in one ZIP file, for players such
/// as ReplayWeb.page (https://specs.webrecorder.net/wacz/1.1.1/).
///
/// All is stored in it as it is, so that a player can ask a web server for the few bytes it needs.
final class Wacz implements Pack {
  /// The first day that a ZIP file can tell; the real one would be another each time.
  private static final LocalDateTime NO_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

  @Override
  public String name() {
    return "wacz";
  }

  @Override
  public String about() {
    return "WACZ, the archive in one file for ReplayWeb.page and other players";
  }

  @Override
  public String ending() {
    return ".wacz";
  }

  @Override
  public boolean takesChoice() {
    return true;
  }

  /// The archive is read once to find what was replaced, once for the index, once for the digests
  /// and once for the copy.
  @Override
  public long work(Stock stock) {
    return 4 * stock.snapshot().warcs().stream().mapToLong(Part::bytes).sum();
  }

  @Override
  public Path make(Stock stock, Draft draft, LongConsumer done) throws IOException {
    Contents contents = Contents.of(stock, draft, done);
    Map<Volume, Volume.Sum> sums = new LinkedHashMap<>();
    for (String name : new String[] {Pages.NAME, Cdxj.BLOCKS, Cdxj.LINES}) {
      Volume volume = Volume.of(name, draft.path(name));
      sums.put(volume, volume.sum(read -> {}));
    }
    for (Volume warc : contents.warcs()) {
      Volume.Sum sum = warc.sum(done);
      warc.requireSame(contents.digests().getOrDefault(warc.name(), sum.sha256()), sum);
      sums.put(warc, sum);
    }
    return zip(datapackage(stock, contents, sums), sums, draft, done);
  }

  private static Path zip(
      byte[] datapackage, Map<Volume, Volume.Sum> sums, Draft draft, LongConsumer done)
      throws IOException {
    String name = "package.wacz";
    try (ZipOutputStream zip = new ZipOutputStream(draft.open(name), StandardCharsets.UTF_8)) {
      put(zip, "datapackage.json", datapackage);
      put(zip, "datapackage-digest.json", digest(datapackage));
      for (Map.Entry<Volume, Volume.Sum> file : sums.entrySet()) {
        Volume volume = file.getKey();
        Volume.Sum sum = file.getValue();
        begin(zip, volume.name(), sum.bytes(), sum.crc32());
        volume.requireSame(
            sum.sha256(),
            volume.copy(zip, volume.name().startsWith("archive/") ? done : read -> {}));
        zip.closeEntry();
      }
    }
    return draft.path(name);
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc32 = new CRC32();
    crc32.update(bytes);
    begin(zip, name, bytes.length, crc32.getValue());
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void begin(ZipOutputStream zip, String name, long bytes, long crc32)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_DAY);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes);
    entry.setCompressedSize(bytes);
    entry.setCrc(crc32);
    zip.putNextEntry(entry);
  }

  private static byte[] datapackage(Stock stock, Contents contents, Map<Volume, Volume.Sum> sums) {
    return json(JsonLine.of(json -> {
      json.writeStringProperty("profile", "data-package");
      json.writeStringProperty("wacz_version", "1.1.1");
      json.writeStringProperty("title", "Press archive");
      json.writeStringProperty("software", stock.program());
      json.writeStringProperty("created", contents.newest().toString());
      json.writeArrayPropertyStart("resources");
      sums.forEach((volume, sum) -> resource(json, volume.name(), sum));
      json.writeEndArray();
    }));
  }

  private static void resource(JsonGenerator json, String path, Volume.Sum sum) {
    json.writeStartObject();
    json.writeStringProperty("name", path.substring(path.lastIndexOf('/') + 1));
    json.writeStringProperty("path", path);
    json.writeStringProperty("hash", "sha256:" + sum.sha256());
    json.writeNumberProperty("bytes", sum.bytes());
    json.writeEndObject();
  }

  private static byte[] digest(byte[] datapackage) {
    return json(JsonLine.of(json -> {
      json.writeStringProperty("path", "datapackage.json");
      json.writeStringProperty("hash", Digest.text(Digest.of(datapackage)));
    }));
  }

  private static byte[] json(String line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
