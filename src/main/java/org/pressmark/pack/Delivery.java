package org.pressmark.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pressmark.archive.Digest;
import org.pressmark.export.Export;
import org.pressmark.export.Folder;
import org.pressmark.export.Item;
import org.pressmark.export.Letterhead;
import org.pressmark.export.Table;
import org.pressmark.export.Writing;

/// Gives out articles, whole or not at all.
///
/// A file stands there with its receipt beside it, `articles.csv.sha256`, which `sha256sum -c`
/// takes; a folder has a list of its files in it, `manifest-sha256.txt`. Both say how many articles
/// there are.
public final class Delivery {
  static final String MANIFEST = "manifest-sha256.txt";

  private static final String OURS = "# pressmark export: ";
  private static final String FOLDER = "folder/";

  /// What is given out, article by article.
  public interface Supply {
    void each(Taker taker) throws IOException;
  }

  public interface Taker {
    void take(Item item) throws IOException;
  }

  private final Letterhead head;

  public Delivery(Letterhead head) {
    this.head = head;
  }

  /// Writes text to a stream that stays open.
  ///
  /// @param mark what stands before everything else, such as a byte order mark
  public Receipt print(Export export, String mark, Supply supply, Sink sink) throws IOException {
    MessageDigest digest = Digest.sha256();
    long[] sums = {0, 0};
    Sink both = text -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(bytes);
      sums[1] += bytes.length;
      sink.print(text);
    };
    both.print(mark + export.opening());
    supply.each(item -> {
      both.print(sums[0]++ == 0 ? "" : export.between());
      both.print(export.write(item));
    });
    both.print(export.closing());
    return new Receipt(sums[0], sums[1], Digest.hex(digest.digest()));
  }

  /// Takes finished text.
  public interface Sink {
    void print(String text) throws IOException;
  }

  public Receipt write(Export export, String mark, Supply supply, Path target) throws IOException {
    return file(
        target,
        out -> print(export, mark, supply, text -> out.write(text.getBytes(StandardCharsets.UTF_8)))
            .articles());
  }

  public Receipt write(Table table, Supply supply, Path target) throws IOException {
    return file(target, out -> write(table.open(out, head), supply));
  }

  private static long write(Writing writing, Supply supply) throws IOException {
    long[] articles = {0};
    supply.each(item -> {
      writing.add(item);
      articles[0]++;
    });
    writing.finish();
    return articles[0];
  }

  private interface Filling {
    /// @return how many articles
    long fill(OutputStream out) throws IOException;
  }

  private Receipt file(Path target, Filling filling) throws IOException {
    requireFree(target);
    try (Draft draft = Draft.of(target)) {
      String name = "articles";
      Counted out = new Counted(draft.open(name));
      long articles;
      try (out) {
        articles = filling.fill(out);
      }
      Receipt receipt = new Receipt(articles, out.bytes, Digest.hex(out.digest.digest()));
      put(receipt, true, target, draft);
      draft.finish(name);
      return receipt;
    }
  }

  /// Puts a package that is made in its place, with its receipt.
  ///
  /// @param choice how many articles were chosen; absent where it is the whole archive
  public Receipt finish(Path made, Optional<Integer> choice, Path target, Draft draft)
      throws IOException {
    long articles = choice.orElse(0);
    if (Files.isDirectory(made)) {
      Path list = made.resolve("tagmanifest-sha256.txt");
      Volume.Sum sum = Volume.of(list.toString(), list).sum(read -> {});
      draft.finish(made);
      return new Receipt(articles, size(target), sum.sha256());
    }
    Volume.Sum sum = Volume.of(made.toString(), made).sum(read -> {});
    Receipt receipt = new Receipt(articles, sum.bytes(), sum.sha256());
    put(receipt, choice.isPresent(), target, draft);
    draft.finish(made);
    return receipt;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  private static Path beside(Path target) {
    return target.resolveSibling(target.getFileName() + ".sha256");
  }

  /// A receipt that lies there without its file, from an export that was killed between the two,
  /// makes way for the next one; a file of somebody else does not.
  public static void requireFree(Path target) throws IOException {
    Path receipt = beside(target);
    if (Files.exists(receipt, LinkOption.NOFOLLOW_LINKS)
        && !(Files.isRegularFile(receipt)
            && Files.size(receipt) < 1 << 16
            && Files.readString(receipt, StandardCharsets.ISO_8859_1).startsWith(OURS))) {
      throw new IOException(receipt + ": is there already; name another, or remove it first");
    }
  }

  private void put(Receipt receipt, boolean isCounted, Path target, Draft draft)
      throws IOException {
    try (OutputStream out = draft.open("receipt")) {
      out.write(
          (heading(receipt, isCounted) + receipt.sha256() + "  " + target.getFileName() + "\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    draft.finishBeside("receipt", beside(target));
  }

  /// Lines that `sha256sum -c` passes over.
  private String heading(Receipt receipt, boolean isCounted) {
    String articles = receipt.articles() + (receipt.articles() == 1 ? " article, " : " articles, ");
    return OURS + (isCounted ? articles : "") + receipt.bytes() + " bytes, by " + head.program()
        + "\n"
        + head.query()
            .map(query -> "# query: " + query.replace('\n', ' ').replace('\r', ' ') + "\n")
            .orElse("");
  }

  public Receipt write(Folder folder, Supply supply, Path target) throws IOException {
    try (Draft draft = Draft.of(target);
        Shelf shelf = new Shelf(draft)) {
      long articles = write(folder.open(shelf, head), supply);
      long bytes = shelf.sums.values().stream().mapToLong(Folder.Sum::bytes).sum();
      StringBuilder list = new StringBuilder(heading(new Receipt(articles, bytes, ""), true));
      new TreeMap<>(shelf.sums)
          .forEach(
              (name, sum) -> list.append(sum.sha256()).append("  ").append(name).append('\n'));
      byte[] manifest = list.toString().getBytes(StandardCharsets.UTF_8);
      try (OutputStream out = draft.open(FOLDER + MANIFEST)) {
        out.write(manifest);
      }
      draft.finish(draft.path("folder"));
      return new Receipt(articles, bytes, Digest.hex(Digest.of(manifest)));
    }
  }

  /// The files of a folder, each with its sum when it is closed.
  private static final class Shelf implements Folder.Shelf, AutoCloseable {
    private final Draft draft;
    private final Map<String, Folder.Sum> sums = new HashMap<>();
    private final List<OutputStream> open = new ArrayList<>();

    Shelf(Draft draft) {
      this.draft = draft;
    }

    @Override
    public OutputStream open(String name) throws IOException {
      Counted file = new Counted(draft.open(FOLDER + name)) {
        @Override
        public void close() throws IOException {
          if (open.remove(this)) {
            super.close();
            sums.put(name, new Folder.Sum(bytes, Digest.hex(digest.digest())));
          }
        }
      };
      open.add(file);
      return file;
    }

    @Override
    public Folder.Sum sum(String name) {
      Folder.Sum sum = sums.get(name);
      if (sum == null) {
        throw new IllegalStateException(name + " is not closed");
      }
      return sum;
    }

    @Override
    public void close() throws IOException {
      for (OutputStream file : List.copyOf(open)) {
        file.close();
      }
    }
  }

  private static class Counted extends FilterOutputStream {
    final MessageDigest digest = Digest.sha256();
    long bytes;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      out.write(some, from, length);
      digest.update(some, from, length);
      bytes += length;
    }
  }
}
