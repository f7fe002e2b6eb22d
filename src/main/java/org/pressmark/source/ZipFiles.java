package org.pressmark.source;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.pressmark.article.Origin;

/// ZIP files: archives of files, WACZ files, and documents of office programs, which are ZIP files
/// too and stay one document each.
final class ZipFiles {
  private ZipFiles() {}

  static boolean isIn(Origin origin, byte[] head) {
    return startsWith(head, "PK\u0003\u0004")
        || startsWith(head, "PK\u0005\u0006")
        || startsWith(head, "PK\u0007\u0008PK\u0003\u0004");
  }

  private static boolean startsWith(byte[] head, String sign) {
    byte[] bytes = sign.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= bytes.length
        && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
  }

  static Documents open(Delivery delivery) throws IOException {
    if (delivery.file().isPresent()) {
      FileChannel file = FileChannel.open(delivery.file().get());
      return open(delivery, file, delivery.in());
    }
    byte[] bytes =
        delivery.in().readNBytes((int) Math.min(1 << 30, delivery.nest().room()));
    byte[] more = delivery.in().readNBytes(1);
    if (more.length == 0) {
      return open(
          delivery.holding(bytes.length),
          new SeekableInMemoryByteChannel(bytes),
          new ByteArrayInputStream(bytes));
    }
    InputStream whole = new SequenceInputStream(
        new SequenceInputStream(new ByteArrayInputStream(bytes), new ByteArrayInputStream(more)),
        delivery.in());
    return Unboxing.of(delivery, () -> new ZipStream(delivery, whole, new WaczParts()));
  }

  /// @param in all of the file
  private static Documents open(Delivery delivery, SeekableByteChannel file, InputStream in)
      throws IOException {
    Optional<ZipFolder> folder = ZipFolder.of(file);
    Contents contents = folder.isPresent() ? Contents.of(folder.get()) : Contents.of(delivery);
    if (contents.isDocument) {
      file.close();
      return Opener.whole(delivery, in);
    }
    if (folder.isEmpty()) {
      file.close();
      return Unboxing.of(delivery, () -> new ZipStream(delivery, in, new WaczParts()));
    }
    Predicate<String> wanted = contents.isWacz ? WaczParts::isArchive : name -> true;
    return Unboxing.of(delivery, () -> new ZipBox(folder.get(), delivery, wanted));
  }

  /// What a ZIP file is, by the names in it.
  private record Contents(boolean isDocument, boolean isWacz) {
    static Contents of(ZipFolder folder) throws IOException {
      boolean isDocument = false;
      boolean hasPackage = false;
      boolean hasArchive = false;
      DataInputStream records = folder.records();
      for (long left = folder.count(); left > 0; left--) {
        Optional<ZipRecord> record = folder.next(records);
        if (record.isEmpty()) {
          break;
        }
        String name = record.get().name();
        isDocument |= isSign(name);
        hasPackage |= name.equals("datapackage.json");
        hasArchive |= WaczParts.isArchive(name);
      }
      return new Contents(isDocument, hasPackage && hasArchive);
    }

    /// By the first name, where the file was cut off and has no directory.
    static Contents of(Delivery delivery) throws IOException {
      ByteBuffer head = ByteBuffer.wrap(delivery.in().head()).order(ByteOrder.LITTLE_ENDIAN);
      if (head.limit() < 30) {
        return new Contents(false, false);
      }
      int length = Math.min(head.getShort(26) & 0xFFFF, head.limit() - 30);
      String name = new String(head.array(), 30, length, StandardCharsets.UTF_8);
      return new Contents(isSign(name) || name.startsWith("_rels/"), false);
    }

    /// Open Packaging Conventions, 10.2; OpenDocument 1.2, part 3, 3.3; EPUB OCF 3.2, 4.2.
    private static boolean isSign(String name) {
      return name.equals("[Content_Types].xml")
          || name.equals("mimetype")
          || name.equals("META-INF/container.xml");
    }
  }

  /// Tells the archives in a WACZ file from its indexes and lists (WACZ 1.1.1, 5), where only what
  /// came before is known of the file.
  private static final class WaczParts implements Predicate<String> {
    private boolean isWacz;

    @Override
    public boolean test(String name) {
      isWacz |= name.equals("datapackage.json") || isArchive(name);
      return !isWacz || isArchive(name) || !isPart(name);
    }

    static boolean isArchive(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.startsWith("archive/")
          && (lower.endsWith(".warc") || lower.contains(".warc.") || lower.contains(".arc"));
    }

    private static boolean isPart(String name) {
      return name.startsWith("datapackage")
          || name.startsWith("indexes/")
          || name.startsWith("pages/")
          || name.startsWith("logs/");
    }
  }
}
