package org.pressmark.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.pressmark.archive.Digest;
import org.pressmark.archive.Part;

/// BagIt 1.0 (RFC 8493): a folder that says of every file in it what its bytes should be. Its
/// `data/` is the archive itself, without the index, which can be made again.
final class Bag implements Pack {
  private static final String FOLDER = "bag/";

  @Override
  public String name() {
    return "bagit";
  }

  @Override
  public String about() {
    return "BagIt, a folder that libraries take in; its data/ is an archive as well";
  }

  @Override
  public String ending() {
    return "";
  }

  @Override
  public boolean takesChoice() {
    return false;
  }

  @Override
  public long work(Stock stock) {
    return bytes(stock);
  }

  private static long bytes(Stock stock) {
    return stock.snapshot().parts().stream().mapToLong(Part::bytes).sum();
  }

  @Override
  public Path make(Stock stock, Draft draft, LongConsumer done) throws IOException {
    SortedMap<String, String> payload = new TreeMap<>();
    for (Part part : stock.snapshot().parts()) {
      String name = "data/" + part.name();
      copy(part, name, draft, done);
      payload.put(name, part.sha256());
    }
    SortedMap<String, String> tags = new TreeMap<>();
    tag(draft, tags, "bagit.txt", """
        BagIt-Version: 1.0
        Tag-File-Character-Encoding: UTF-8
        """);
    tag(draft, tags, "bag-info.txt", info(stock));
    tag(draft, tags, "manifest-sha256.txt", lines(payload));
    tag(draft, new TreeMap<>(), "tagmanifest-sha256.txt", lines(tags));
    return draft.path("bag");
  }

  private static void copy(Part part, String name, Draft draft, LongConsumer done)
      throws IOException {
    Volume volume = new Volume(name, List.of(new Volume.Piece(part.path(), 0, part.bytes())));
    try (OutputStream out = draft.open(FOLDER + name)) {
      volume.requireSame(part.sha256(), volume.copy(out, done));
    }
  }

  /// The day is that of the newest document: the same archive is the same bag on every day.
  private static String info(Stock stock) throws IOException {
    return "Bag-Software-Agent: " + stock.program() + "\n"
        + "Bagging-Date: "
        + stock
            .archive()
            .newest(stock.snapshot().end())
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
        + "\n"
        + "External-Description: Press archive; data/ can be opened with Pressmark as it is\n"
        + "Payload-Oxum: " + bytes(stock) + "." + stock.snapshot().parts().size() + "\n";
  }

  private static void tag(Draft draft, SortedMap<String, String> sums, String name, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = draft.open(FOLDER + name)) {
      out.write(bytes);
    }
    sums.put(name, Digest.hex(Digest.of(bytes)));
  }

  private static String lines(SortedMap<String, String> sums) {
    StringBuilder lines = new StringBuilder();
    sums.forEach(
        (name, sum) -> lines.append(sum).append("  ").append(path(name)).append('\n'));
    return lines.toString();
  }

  // RFC 8493, 2.1.3
  private static String path(String name) {
    return name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
